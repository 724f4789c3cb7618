"""Numbering habits: the marks that open headings (一、 （一） 1. 第一章 ①) and points (一是)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from zhunsheng.engine.reading.numerals import chinese_value

Style = Literal[
    "part",
    "chapter",
    "section",
    "chinese",
    "article",
    "chinese_bracket",
    "digit",
    "digit_bracket",
    "circle",
    "point",
]
# From the outermost to the innermost, as official documents nest them.
RANK: dict[Style, int] = {
    "part": 0,
    "chapter": 1,
    "section": 2,
    "chinese": 3,
    "article": 4,
    "chinese_bracket": 5,
    "digit": 6,
    "digit_bracket": 7,
    "circle": 8,
    "point": 9,
}

_CN = "一二三四五六七八九十"
_OPEN = r"[（(〔\[【]"
_CLOSE = r"[）)〕\]】]"
_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}
_BRACKETED_DIGITS = {chr(0x2474 + n): n + 1 for n in range(20)}
_DOTTED_DIGITS = {chr(0x2488 + n): n + 1 for n in range(20)}
_BRACKETED_CHINESE = {chr(0x3220 + n): n + 1 for n in range(10)}

_MARK = re.compile(
    rf"(?P<part>第(?P<part_number>[{_CN}百\d]{{1,4}})(?:部分|篇|编))[、:：.．]?"
    rf"|(?P<chapter>第(?P<chapter_number>[{_CN}百\d]{{1,4}})章)[、:：.．]?"
    rf"|(?P<section>第(?P<section_number>[{_CN}百\d]{{1,4}})节)[、:：.．]?"
    rf"|(?P<article>第(?P<article_number>[{_CN}百\d]{{1,5}})条)(?![的规、，第]|款)[:：]?"
    rf"|(?P<chinese>[{_CN}]{{1,3}})(?:[、.．﹒·]|[,，](?![{_CN}]))"
    rf"|{_OPEN}(?P<chinese_bracket>[{_CN}]{{1,3}})[、.．]?{_CLOSE}[、.．]?"
    rf"|(?P<half_bracket>[{_CN}]{{1,3}})[）)]"
    r"|(?P<digit>[0-9０-９]{1,2})(?:[.．﹒、]{1,2}(?![0-9０-９])|[,，](?=[一-鿿]))"
    rf"|{_OPEN}(?P<digit_bracket>[0-9０-９]{{1,2}}){_CLOSE}[、.．]?"
    r"|(?P<digit_half>[0-9０-９]{1,2})[）)][、.．]?"
    r"|(?P<symbol>[①-⑳⑴-⒇⒈-⒛㈠-㈩])[、.．]?"
)
# A number whose dot is missing (15构建…); a heading only where a row of numbers leads up to it.
_BARE = re.compile(
    r"(?P<digit>[0-9０-９]{1,2})(?=[一-鿿“《])"
    r"(?![年月日号时点分秒个件项名人次家户条份部所亩吨万亿千百元类种篇场起本余多位批届期级天周处套台辆座栋里岁页倍至到省市县区乡镇村]|中全会|小时|公里|平方)"
)
_POINT = re.compile(rf"(?P<number>[{_CN}]{{1,3}})(?:是(?!否)|要(?=[^求点素领])|、是)")
# The same symbol again, or a list of numbers (一、二、三产业), is no mark.
_LIST = re.compile(
    rf"[{_CN}]{{1,3}}[、是至到]|[0-9０-９]{{1,3}}[、.．]|[级类期批线届产等](?![一-鿿]{{3}})"
)
_SPACED = re.compile(rf"[{_CN}]{{1,3}}")
_LONGEST_MARK = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """
    A mark that may open a heading.

    `number` is its value, `text` the mark without punctuation (一, 3, 第三章, ①); it stands at
    `start`, and the title begins at `end`. `sure` is False for a mark that only a row of numbers
    can confirm.
    """

    style: Style
    number: int
    text: str
    start: int
    end: int
    sure: bool = True


def mark_at(text: str, position: int, end: int) -> Mark | None:
    """Get the mark that stands at a position of the text, or None."""
    found = _MARK.match(text, position, min(end, position + _LONGEST_MARK))
    if found is None:
        return _bare_mark(text, position, end)
    mark = _mark(found)
    if mark is None or mark.end >= end or _LIST.match(text, mark.end, end):
        return None
    return mark


def _mark(found: re.Match[str]) -> Mark | None:
    style, number, text, sure = _read(found)
    if number is None or number < 1:
        return None
    return Mark(
        style=style, number=number, text=text, start=found.start(), end=found.end(), sure=sure
    )


def _read(found: re.Match[str]) -> tuple[Style, int | None, str, bool]:
    if symbol := found["symbol"]:
        return _symbol(symbol)
    if (digits := found["digit"]) is not None:
        return "digit", int(digits), digits, True
    if (digits := found["digit_bracket"]) is not None:
        return "digit_bracket", int(digits), digits, True
    if (digits := found["digit_half"]) is not None:
        return "digit_bracket", int(digits), digits, True
    if (numeral := found["chinese"]) is not None:
        return "chinese", _value(numeral), numeral, True
    if (numeral := found["chinese_bracket"]) is not None:
        return "chinese_bracket", _value(numeral), numeral, True
    if (numeral := found["half_bracket"]) is not None:
        return "chinese_bracket", _value(numeral), numeral, False
    if found["part"]:
        return "part", _value(found["part_number"]), found["part"], True
    if found["chapter"]:
        return "chapter", _value(found["chapter_number"]), found["chapter"], True
    if found["section"]:
        return "section", _value(found["section_number"]), found["section"], True
    return "article", _value(found["article_number"]), found["article"], True


def _symbol(symbol: str) -> tuple[Style, int | None, str, bool]:
    if symbol in _CIRCLED:
        return "circle", _CIRCLED[symbol], symbol, True
    if symbol in _BRACKETED_DIGITS:
        number = _BRACKETED_DIGITS[symbol]
        return "digit_bracket", number, str(number), True
    if symbol in _DOTTED_DIGITS:
        number = _DOTTED_DIGITS[symbol]
        return "digit", number, str(number), True
    number = _BRACKETED_CHINESE[symbol]
    return "chinese_bracket", number, _CN[number - 1], True


def _bare_mark(text: str, position: int, end: int) -> Mark | None:
    found = _BARE.match(text, position, end)
    if found is None:
        return None
    digits = found["digit"]
    return Mark(
        style="digit", number=int(digits), text=digits, start=position, end=found.end(), sure=False
    )


def _value(numeral: str) -> int | None:
    if numeral.isdecimal():
        return int(numeral)
    value = chinese_value(numeral)
    return None if value is None else int(value)


# Where one sentence has ended and a run-in heading of the same paragraph may begin.
_INSIDE = re.compile(
    rf"(?<=[。！〕】）)\]])(?={_OPEN}[{_CN}]{{1,3}}{_CLOSE}|[0-9０-９]{{1,2}}[.．、](?![0-9０-９])|[{_CN}]{{1,3}}、|{_OPEN}[0-9]{{1,2}}{_CLOSE}"
    r"|[①-⑳⑴-⒇⒈-⒛㈠-㈩])"
    # 上一任务的责任分工之后，序号连点也漏了的下一任务。
    r"|(?<=[〕】）)])(?=[0-9]{1,2}[一-鿿]{4,30}。)"
)


def marks_inside(text: str, start: int, end: int) -> Iterator[Mark]:
    """Go through the marks that stand behind a sentence's end within a paragraph."""
    for found in _INSIDE.finditer(text, start, end):
        mark = mark_at(text, found.start(), end)
        if mark is not None and found.start() > start and (mark.sure or mark.style == "digit"):
            yield mark


def spaced_mark(text: str, position: int, end: int, gaps: Set[int]) -> Mark | None:
    """Get a Chinese numeral that only white space parts from its title (一　总体要求), or None."""
    found = _SPACED.match(text, position, end)
    if (
        found is None
        or found.end() not in gaps
        or end - position > 40
        or "。" in text[position:end]
    ):
        return None
    number = _value(found[0])
    if number is None:
        return None
    return Mark(
        style="chinese", number=number, text=found[0], start=position, end=found.end(), sure=False
    )


def points_inside(text: str, start: int, end: int) -> Iterator[Mark]:
    """
    Go through the points of a paragraph (一是 … 二是 …), each number following the one before.

    A point stands at the paragraph's beginning or behind punctuation.
    """
    for found in _POINT.finditer(text, start, end):
        if found.start() > start and text[found.start() - 1] not in "。；：，;:,！":
            continue
        number = _value(found["number"])
        if number is not None:
            yield Mark(
                style="point",
                number=number,
                text=found["number"],
                start=found.start(),
                end=found.end(),
            )
