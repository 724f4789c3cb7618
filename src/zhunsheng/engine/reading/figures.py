"""Figures about work done, in sentences and in table cells, with what each of them counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.grids import Grid, GridCell
from zhunsheng.engine.reading.horizon import ahead
from zhunsheng.engine.reading.measures import is_money, is_percent, unit_at, vagueness_at
from zhunsheng.engine.reading.model import Figure
from zhunsheng.engine.reading.not_figures import masked_spans
from zhunsheng.engine.reading.numerals import Number, fold, numbers

_SENTENCE_END = re.compile(r"[。！？!?](?![”’」』])|[。！？!?][”’」』]|\n")
_CLAUSE_START = re.compile(r"[，,；;。：:！？!?\n（(）)、]")
_LONGEST_QUOTE = 40
_LONGEST_SUBJECT_AFTER = 24
_SUBJECT_AFTER = re.compile(r"[^，,；;。：:！？!?\n（(）)、]{0,24}")
_COUNTED_AFTER = re.compile(r"[（(][一-鿿]{1,2}[）)]|[^，,；;。：:！？!?\n（(）)、\d]{1,20}(?!\d)")
_GLUE = frozenset("-—–_/~")
_DATE_UNITS = frozenset("年月日号")
_CLAUSE_ENDS = frozenset(["", *"，,。；;、：:）)\n"])
_UP = re.compile(
    r"(?:增长|增加|上升|提高|提升|增幅|增速|增产|增收|上涨|升高|扩大|翻)(?:了|超过|超|近|约|达到|达|至|为|:|：)?$"
)
_DOWN = re.compile(
    r"(?:下降|减少|降低|降幅|减产|缩减|压减|下滑|回落|减幅|缩短)(?:了|超过|超|近|约|达到|达|为|:|：)?$"
)
_TO = re.compile(r"(?:到|至)$")
_CHINESE_UNITS = frozenset(
    "件 人次 场次 份 起 宗 名 人 户 家 条 篇 场 本 册 件次 % 倍 个百分点 百分点".split()
)


@dataclass(slots=True)
class _Sentences:
    """Counts the sentences of a text as positions go up."""

    ends: list[int]
    number: int = 0

    def at(self, position: int) -> int:
        while self.number < len(self.ends) and self.ends[self.number] <= position:
            self.number += 1
        return self.number


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number with its unit: where the number begins and the unit ends."""

    number: Number
    start: int
    end: int
    unit: str


def read_figures(flow: Flow, tables: tuple[Grid, ...]) -> tuple[Figure, ...]:
    """
    Get the figures of a document in the order of the text.

    What a report announces for the time ahead is no figure about work done. Years, dates, ordinals, document numbers, names with digits and whatever stands in 《》 are left
    out; so are the zero cells of a table and its row numbers.
    """
    text = fold(flow.text)
    sentences = _Sentences([found.end() for found in _SENTENCE_END.finditer(text)])
    in_cells = {cell.start: (grid, cell) for grid in tables for cell in grid.numbers}
    skipped = {start for grid in tables for start in grid.starts}
    future = ahead(flow)
    figures: list[Figure] = []
    for paragraph in flow.body():
        while future and future[0][1] <= paragraph.start:
            future.pop(0)
        if future and future[0][0] <= paragraph.start:
            continue
        if paragraph.start in in_cells:
            figure = _cell_figure(flow, text, *in_cells[paragraph.start], sentences)
            figures += [figure] if figure else []
        elif paragraph.start not in skipped:
            figures += _in_sentences(flow, text, paragraph, sentences)
    return tuple(figures)


def _in_sentences(
    flow: Flow, text: str, paragraph: Paragraph, sentences: _Sentences
) -> Iterator[Figure]:
    masked = masked_spans(text, paragraph.start, paragraph.end)
    mask, last_end = 0, paragraph.start
    for number in numbers(text[paragraph.start : paragraph.end]):
        start, end = paragraph.start + number.start, paragraph.start + number.end
        while mask < len(masked) and masked[mask][1] <= start:
            mask += 1
        if mask < len(masked) and masked[mask][0] < end:
            continue
        found = unit_at(text, end)
        counted = _Counted(number, start, found.end() if found else end, found[0] if found else "")
        if _is_figure(text, counted):
            yield _figure(flow, text, counted, last_end, sentences.at(start))
            last_end = counted.end


def _is_figure(text: str, counted: _Counted) -> bool:
    """Whether a number outside all names and dates counts something."""
    number, unit = counted.number, counted.unit
    before = text[max(counted.start - 1, 0) : counted.start]
    if before == "第" or (before.isascii() and before.isalpha()):
        return False
    if number.chinese:
        large = any(c in number.printed for c in "十百千万亿")
        large = large and (len(number.printed) > 1 or bool(number.multiplier))
        return number.percent or ((large or number.approx) and unit in _CHINESE_UNITS)
    return bool(unit) or _counts_without_unit(number, before, text[counted.end : counted.end + 1])


def _counts_without_unit(number: Number, before: str, after: str) -> bool:
    """Whether a number without a unit counts: a clause ends with it, or a noun stands behind it."""
    year = len(number.printed) == 4 and number.printed[:2] in {"19", "20"}
    if (year and not number.multiplier) or before in _GLUE or after in _GLUE | _DATE_UNITS:
        return False
    return bool(number.multiplier) or after in _CLAUSE_ENDS or "一" <= after <= "鿿"


def _figure(flow: Flow, text: str, counted: _Counted, last_end: int, sentence: int) -> Figure:
    number, start, end = counted.number, counted.start, counted.end
    quote_start = _clause_start(text, max(last_end, start - _LONGEST_QUOTE), start)
    before = text[quote_start:start].rstrip("约近超逾")
    value, scale, unit = _measured(number, counted.unit)
    place = flow.place(quote_start, _quote_end(text, end))
    return Figure(
        value=value,
        unit=unit,
        subject=_subject(flow, before, quote_start, end),
        approx=number.approx or bool(vagueness_at(text, end)),
        place=place,
        printed=number.printed,
        scale=scale,
        start=start,
        end=end,
        sentence=sentence,
        quote=place.quote,
        low=number.low,
        high=number.value if number.low is not None else None,
        change=_change(text[max(start - 12, 0) : start - len(number.about)]),
    )


def _measured(number: Number, unit: str) -> tuple[Decimal, Decimal, str]:
    """Get value, scale and unit; money keeps its 万 and 亿 as printed, all else is multiplied out."""
    if number.percent:
        return number.value, number.scale, "%"
    if is_money(unit) and number.multiplier and not number.chinese:
        scale = Decimal(1).scaleb(-len(number.printed.partition(".")[2]))
        return number.mantissa, scale, number.multiplier + unit
    return number.value, number.scale, unit


def _clause_start(text: str, low: int, start: int) -> int:
    """Get where the clause begins that leads up to a number, not before `low`."""
    position = low
    for found in _CLAUSE_START.finditer(text, low, start):
        position = found.end()
    return position


def _quote_end(text: str, end: int) -> int:
    """Get where the words behind a number end that say what it counts (28个区级执法部门)."""
    found = _COUNTED_AFTER.match(text, end)
    return found.end() if found else end


def _subject(flow: Flow, before: str, quote_start: int, end: int) -> str:
    """Get what is counted: the words before the number, or those behind it where none stand before."""
    if len(before) >= 2:
        return flow.text[quote_start : quote_start + len(before)]
    found = _SUBJECT_AFTER.match(flow.text, end)
    return before + (found[0] if found else "")


def _change(before: str) -> Literal["up", "down"] | None:
    if _TO.search(before):
        return None
    if _UP.search(before):
        return "up"
    return "down" if _DOWN.search(before) else None


def _cell_figure(
    flow: Flow, text: str, grid: Grid, cell: GridCell, sentences: _Sentences
) -> Figure | None:
    number = next(iter(numbers(text[cell.start : cell.end])), None)
    if number is None or number.value == 0:
        return None
    rest = text[cell.start + number.end : cell.end]
    unit = rest if rest and (is_percent(rest) or unit_at(rest, 0)) else grid.unit(cell)
    value, scale, unit = _measured(number, unit)
    if unit[0:1] in {"万", "亿"} and not is_money(unit):
        worth = Decimal(10_000) if unit[0] == "万" else Decimal(100_000_000)
        value, scale, unit = value * worth, scale * worth, unit[1:]
    place = flow.place(cell.start, cell.end)
    return Figure(
        value=value,
        unit=unit,
        subject=grid.subject(cell),
        approx=number.approx,
        place=place,
        printed=number.printed,
        scale=scale,
        start=cell.start,
        end=cell.end,
        sentence=sentences.at(cell.start),
        quote=place.quote,
        cell=True,
    )
