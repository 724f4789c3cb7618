"""Phrases that name a day or a period by which, resolved to dates against a document's year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_RELATIVE = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "当年": 0,
    "明年": 1,
    "次年": 1,
    "翌年": 1,
    "来年": 1,
}
_EVERY = {
    "年": "year",
    "年度": "year",
    "半年": "half-year",
    "季度": "quarter",
    "季": "quarter",
    "月": "month",
    "周": "week",
    "两年": "two-years",
}
_NUMERALS = {c: n for n, c in enumerate("一二三四五六七八九十", start=1)} | {"十一": 11, "十二": 12}
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_TENTHS = {"初": 10, "上旬": 10, "中旬": 20}

_BEFORE = r"(?P<before>之前|以前|前|为止|止|之内|内)"
_PHRASE = re.compile(
    r"(?=[\d今本当明次翌来年岁上下前第一二三四五六七八九十每“\"（(])(?:"
    r"[（(](?P<from>20\d{2})年?[-—–~～至]{1,2}(?P<until>20\d{2})年?(?P<closed>[）)])"
    r"|[“\"](?P<feast_month>1[0-2]|[1-9])[·•.．](?P<feast_day>[12]\d|3[01]|[1-9])[”\"]"
    r"|每个?(?P<every>两年|半年|年度?|季度?|月|周)(?P<every_end>[末底])?(?:月|个月)?"
    r"(?:(?P<every_month>1[0-2]|[1-9])月)?(?:(?P<every_day>[12]\d|3[01]|[1-9])[日号])?(?:[末底])?(?P<every_before>之前|前)?"
    r"|(?<![\d.])(?P<year>20\d{2})年度?(?:的|，)?(?:"
    r"(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])[日号]|份?(?P<tenth>底|末|初|上旬|中旬|下旬)?)"
    r"|年?(?P<year_end>[底末内终])|(?P<half>上半年|下半年)|第?(?P<quarter>[一二三四1-4])季度(?P<edge>[末底])?|(?P<three>前三季度))?"
    rf"{_BEFORE}?"
    r"|(?<![\d一二三四五六七八九十两几多年])(?P<relative>今年|本年度?|当年|明年|次年|翌年|来年)?(?:"
    r"(?:(?<![\d.])|(?<=[\n。；;）]\d\.)|(?<=[\n。；;）]\d\d\.))(?P<month2>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
    r"(?:(?P<day2>[12]\d|3[01]|0?[1-9])[日号]|(?![一二三四五六七八九十]{1,3}日)份?(?P<tenth2>底|末|初|上旬|中旬|下旬)?)"
    r"|(?(relative)年?|[年岁])(?P<year_end2>[底末内终])|(?P<half2>上半年|下半年)|第?(?P<quarter2>[一二三四1-4])季度(?P<edge2>[末底])?|(?P<three2>前三季度))"
    rf"{_BEFORE.replace('before', 'before2')}?"
    r")"
)
_TOWARDS = re.compile(r"(?:到|至|力争|确保|截至|截止)$")
_RANGE = re.compile(r"[-—–~～至到]{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePhrase:
    """
    A phrase that names a time (offsets into the text that was searched).

    `date` is its last day, None where the year is unknown or the phrase only recurs; `every` how
    it recurs. `bound` tells that something is to be done by then (前, 底, 年内, 到2025年), `whole`
    that the phrase names a year, quarter or month and no day. `programme` is a span of years in a
    title (2023—2025年), `feast` a day known by its date (“5·12”).
    """

    start: int
    end: int
    date: date | None
    every: str | None = None
    bound: bool = False
    whole: bool = False
    programme: bool = False
    feast: bool = False


def date_phrases(text: str, start: int, end: int, year: int | None) -> Iterator[DatePhrase]:
    """
    Go through the phrases between two offsets that name a time, read against a year.

    The text must have full-width digits folded. Days that no calendar has are left out.

    >>> [str(p.date) for p in date_phrases("6月底前完成，2024年年底前建成，到2025年", 0, 24, 2024)]
    ['2024-06-30', '2024-12-31', '2025-12-31']
    """
    near: tuple[int, int] | None = None
    for found in _PHRASE.finditer(text, start, end):
        phrase = _phrase(text, found, year, near)
        if phrase is not None:
            near = (phrase.end, phrase.date.year) if phrase.date else None
            yield phrase


def _phrase(
    text: str, found: re.Match[str], year: int | None, near: tuple[int, int] | None
) -> DatePhrase | None:
    if found["until"]:
        until = date(int(found["until"]), 12, 31)
        return DatePhrase(start=found.start(), end=found.end(), date=until, programme=True)
    if found["feast_month"]:
        day = _day(year, int(found["feast_month"]), int(found["feast_day"]))
        return (
            DatePhrase(start=found.start(), end=found.end(), date=day, feast=True) if day else None
        )
    if found["every"]:
        return _recurring(found, year)
    if found["year"]:
        return _dated(text, found, int(found["year"]), "")
    # “2024年4月11日至5月底”：后一日期随前一日期的年份。
    if (
        near is not None
        and near[0] <= found.start()
        and _RANGE.fullmatch(text, near[0], found.start())
    ):
        year = near[1]
    elif found["relative"] and year is not None:
        year += _RELATIVE[found["relative"]]
    return _dated(text, found, year, "2")


def _recurring(found: re.Match[str], year: int | None) -> DatePhrase:
    month, day = found["every_month"], found["every_day"]
    resolved = None
    if month and found["every"].startswith("年"):
        resolved = _day(year, int(month), int(day)) if day else _month_end(year, int(month))
    return DatePhrase(
        start=found.start(),
        end=found.end(),
        date=resolved,
        every=_EVERY[found["every"]],
        bound=bool(found["every_before"] or found["every_end"]),
    )


def _dated(text: str, found: re.Match[str], year: int | None, suffix: str) -> DatePhrase | None:
    before = found["before" + suffix]
    month, day, tenth = (found[name + suffix] for name in ("month", "day", "tenth"))
    year_end, half, quarter = (found[name + suffix] for name in ("year_end", "half", "quarter"))
    towards = bool(_TOWARDS.search(text, max(found.start() - 2, 0), found.start()))
    resolved: date | None
    if month:
        resolved = _in_month(year, month, day, tenth, before)
        if day and resolved is None and year is not None:
            return None
    elif quarter or half or found["three" + suffix]:
        last = _QUARTERS[quarter] if quarter else {"上半年": 6, "下半年": 12}.get(half or "", 9)
        resolved = _month_end(year, last)
    elif year_end or towards or before:
        early = before in {"前", "之前", "以前"} and not year_end
        resolved = None if year is None else date(year - 1 if early else year, 12, 31)
    else:
        return None
    return DatePhrase(
        start=found.start(),
        end=found.end(),
        date=resolved,
        bound=bool(
            before or year_end or towards or tenth in {"底", "末"} or found["edge" + suffix]
        ),
        whole=not day,
    )


def _in_month(
    year: int | None, month: str, day: str | None, tenth: str | None, before: str | None
) -> date | None:
    number = _NUMERALS.get(month) or int(month)
    if day:
        return _day(year, number, int(day))
    if tenth in _TENTHS:
        return _day(year, number, _TENTHS[tenth])
    if before in {"前", "之前", "以前"} and not tenth:
        # “6月前”：六月开始以前。
        return _month_end(year, number - 1) if number > 1 else _month_end(year and year - 1, 12)
    return _month_end(year, number)


def _day(year: int | None, month: int, day: int) -> date | None:
    if year is None or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _month_end(year: int | None, month: int) -> date | None:
    return None if year is None else date(year, month, monthrange(year, month)[1])
