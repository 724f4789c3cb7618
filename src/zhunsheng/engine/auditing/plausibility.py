"""What is not wrong by itself but worth a second look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhunsheng.engine.auditing.agreement import plain
from zhunsheng.engine.auditing.passages import Item, Passage
from zhunsheng.engine.documents.flow import Flow, Place
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.horizon import ahead
from zhunsheng.engine.reading.measures import is_percent
from zhunsheng.engine.reading.model import Figure, Reading

_PENALTY = re.compile(r"行政处罚(?:案件|决定)?(?:数量?|总数)?(?:共|为|达)?$")
_INSPECTION = re.compile(r"行政检查(?:数量?|总数)?(?:共|为|达)?$")
_CASES = frozenset({"件", "次", "起", "宗", "家次", "户次", "件次", ""})
_MAY_EXCEED = re.compile(
    r"完成率|达成率|目标|进度|毛入学率|增[长幅速]|同比|环比|增值率|负债率|周转率|产销率|收益率|相当于|是.{1,12}的$|价格|指数"
)
_RATE = re.compile(r"率(?:均|也|已)?(?:为|达到|达|是|至)?$")
_DATE = re.compile(r"(?P<year>20\d{2})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_TITLE = re.compile(r"《[^》\n]{0,200}》")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something unlikely, in words, with the places concerned."""

    says: Message
    suggestion: Message
    places: tuple[Place, ...]
    arithmetic: str = ""


def find_doubts(reading: Reading, sentences: list[Passage]) -> Iterator[Doubt]:
    """Get what is unlikely: rates above 100%, more penalties than inspections, impossible dates."""
    items = [item for sentence in sentences for item in sentence.items]
    for index, item in enumerate(items):
        if doubt := _above_hundred(item) or _points_for_percent(items, index):
            yield doubt
    if doubt := _penalties(items):
        yield doubt
    # A plan speaks of days to come.
    own = reading.meta.issue_date if reading.kind != "plan" else None
    yield from _dates(reading.flow, own)


def _above_hundred(item: Item) -> Doubt | None:
    figure = item.figure
    words = item.before[-20:]
    rate = (
        is_percent(figure.unit) and figure.change is None and (_RATE.search(words) or "占" in words)
    )
    if not rate or figure.unit == "‰" or figure.value <= 100 or _MAY_EXCEED.search(words):
        return None
    return Doubt(
        says=Message(f"“{figure.quote}”超过100%", f"“{figure.quote}” exceeds 100%"),
        suggestion=Message(
            "请核对分子、分母和口径。", "Check numerator, denominator and definition."
        ),
        places=(figure.place,),
    )


def _points_for_percent(items: list[Item], index: int) -> Doubt | None:
    """百分点 is the measure of a rate's change; percent of a rate is rarely meant."""
    figure = items[index].figure
    if figure.change is None or index == 0:
        return None
    before = items[index - 1].figure
    adjacent = len(items[index].before) <= 14
    if (
        figure.unit == "%"
        and adjacent
        and before.unit == "%"
        and before.change is None
        and "率" in before.subject
    ):
        says = Message(
            f"“{before.quote}”是比率，其变化写作“{figure.quote}”",
            f"“{before.quote}” is a rate, its change is given as “{figure.quote}”",
        )
        advice = Message(
            "两个比率之差宜用“百分点”，请核对。",
            "A difference of rates is given in percentage points.",
        )
        return Doubt(says=says, suggestion=advice, places=(figure.place, before.place))
    if (
        figure.unit.endswith("百分点")
        and adjacent
        and not is_percent(before.unit)
        and before.sentence == figure.sentence
    ):
        says = Message(
            f"“{before.quote}”是数量，其变化写作“{figure.quote}”",
            f"“{before.quote}” is an amount, its change is given as “{figure.quote}”",
        )
        advice = Message("数量的增减宜用“%”，请核对。", "Growth of an amount is given in percent.")
        return Doubt(says=says, suggestion=advice, places=(figure.place, before.place))
    return None


def _penalties(items: list[Item]) -> Doubt | None:
    penalties = _first(items, _PENALTY)
    inspections = _first(items, _INSPECTION)
    if penalties is None or inspections is None or penalties.value <= inspections.value:
        return None
    return Doubt(
        says=Message(
            f"行政处罚（{penalties.quote}）多于行政检查（{inspections.quote}）",
            f"more penalties ({penalties.quote}) than inspections ({inspections.quote})",
        ),
        suggestion=Message("请核对两项的统计口径。", "Check how the two are counted."),
        places=(penalties.place, inspections.place),
        arithmetic=f"{plain(penalties.value)} > {plain(inspections.value)}",
    )


def _first(items: list[Item], pattern: re.Pattern[str]) -> Figure | None:
    found = (i.figure for i in items if i.figure.change is None and i.figure.unit in _CASES)
    return next(
        (figure for figure in found if pattern.search(figure.subject) and figure.value > 0), None
    )


def _dates(flow: Flow, own: date | None) -> Iterator[Doubt]:
    """Get dates that no calendar has, and dates of work done after the document's own date."""
    spans = [found.span() for found in _TITLE.finditer(flow.text)] + ahead(flow)
    spans.sort()
    for found in _DATE.finditer(flow.text):
        place = flow.place(*found.span())
        try:
            day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            says = Message(f"没有“{found[0]}”这一天", f"there is no such day as {found[0]}")
            yield Doubt(
                says=says, suggestion=Message("请更正日期。", "Correct the date."), places=(place,)
            )
            continue
        printed = flow.text.startswith("印发", found.end())
        if own and day > own and not printed and not _inside(found.start(), spans):
            says = Message(
                f"“{found[0]}”晚于本文落款日期{own}",
                f"{found[0]} is later than the document's date {own}",
            )
            yield Doubt(
                says=says, suggestion=Message("请核对日期。", "Check the date."), places=(place,)
            )


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)
