"""Task breakdown tables: rows of task, units and time, as cells or flattened to a cell per line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.model import UnitRole
from zhunsheng.engine.reading.offices import is_office
from zhunsheng.engine.reading.outline import Outline
from zhunsheng.engine.reading.table_heads import Column, column_of, head_ending_at, is_head
from zhunsheng.engine.reading.units import NamedUnit, named_units, names_only_offices

_NUMBER = re.compile(r"\d{1,3}[.．、]?$")
_TIME = re.compile(
    r"(?:.{0,8}(?:\d{1,2}月|\d{4}年|年底|年内|年末|全年|长期|持续|常年|季度|每月|每季|每年|半年|适时|按时|即时|立行).{0,14}|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?)$"
)
_TITLE_END = re.compile(r"[。；;\n]")
_ROW_TITLE_END = re.compile(r"[，,。；;\n]")
_FURNITURE = re.compile(r"分享到|打印|关闭|附件|备注[:：]|注[:：]|抄送|扫一扫|版权|【")
_LONGEST_UNIT_LINE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A row that hands out a task (offsets into the flow's text): its number or heading path, title and units."""

    path: str
    title_start: int
    title_end: int
    start: int
    end: int
    units: tuple[NamedUnit, ...]


@dataclass(slots=True)
class _Row:
    """A row while it is being read."""

    number: str | None
    texts: list[Paragraph] = field(default_factory=list)
    units: list[NamedUnit] = field(default_factory=list)
    end: int = 0
    closed: bool = False


def table_tasks(flow: Flow, outline: Outline) -> tuple[TaskRow, ...]:
    """Get the rows of all task tables of a document, in the order of the text."""
    paths = _Paths(outline)
    rows = [row for table in _grids(flow) for row in _grid_rows(flow, table, paths)]
    rows.extend(_flat_rows(flow, paths))
    return tuple(sorted(rows, key=lambda row: row.start))


class _Paths:
    """Tells under which heading a position lies."""

    def __init__(self, outline: Outline) -> None:
        headings = list(outline.walk())
        self._starts = [heading.start for heading in headings]
        self._paths = [heading.path for heading in headings]
        self._ends = [heading.end for heading in headings]
        self._lines = {heading.place.start for heading in headings}
        self.heading_starts = frozenset(self._starts)

    def at(self, position: int) -> str | None:
        """Get the path of the innermost heading above a position, or None."""
        index = bisect_right(self._starts, position) - 1
        return self._paths[index] if index >= 0 and self._ends[index] > position else None


def _row_of(
    flow: Flow, row: _Row, units: tuple[NamedUnit, ...], path: str, *, sentence: bool
) -> TaskRow:
    first = row.texts[0]
    found = (_TITLE_END if sentence else _ROW_TITLE_END).search(
        flow.text, first.start + 1, first.end
    )
    return TaskRow(
        path=path,
        title_start=first.start,
        title_end=found.start() if found else first.end,
        start=first.start,
        end=max(row.end, first.end),
        units=units,
    )


def _flat_rows(flow: Flow, paths: _Paths) -> list[TaskRow]:
    """Get the rows of tables whose cells stand one to a line, below a head of 任务 … 责任单位."""
    paragraphs = [p for p in flow.paragraphs if p.kind == "text"]
    rows: list[TaskRow] = []
    reader: _FlatReader | None = None
    index = 0
    while index < len(paragraphs):
        head = head_ending_at(flow, paragraphs, index)
        if head is not None:
            rows.extend(reader.finish() if reader else ())
            reader, index = _FlatReader(flow, paths, head), index + 1
            while index < len(paragraphs) and is_head(flow.words(paragraphs[index])[:20]):
                reader.columns.append(column_of(flow.words(paragraphs[index])))
                index += 1
            continue
        if reader is not None:
            rows.extend(reader.take(paragraphs[index], last=index + 1 == len(paragraphs)))
        index += 1
    rows.extend(reader.finish() if reader else ())
    return rows


class _FlatReader:
    """Reads a flattened table line by line."""

    def __init__(self, flow: Flow, paths: _Paths, columns: list[Column]) -> None:
        self._flow = flow
        self._paths = paths
        self.columns = columns
        self._numbered = columns[0] == "number"
        self._row = _Row(number=None)
        self._above: tuple[NamedUnit, ...] = ()
        self._count = 0

    def take(self, paragraph: Paragraph, *, last: bool) -> Iterator[TaskRow]:
        """Read one line; gives the row that ends before it, if one does."""
        words = self._flow.words(paragraph)
        if self._numbered and _NUMBER.match(words) and self._follows(words):
            yield from self.finish()
            self._row, self._above = _Row(number=words.rstrip(".．、")), ()
        elif paragraph.start in self._paths.heading_starts:
            yield from self.finish()
            self._row, self._above = _Row(number=None), ()
        elif _FURNITURE.match(words) or (self._numbered and self._row.number is None):
            return
        elif self._row.texts and (units := self._unit_line(paragraph, words, last=last)):
            self._row.units.extend(units)
            self._row.end, self._row.closed = paragraph.end, True
        elif self._row.texts and len(words) <= 24 and _TIME.match(words):
            self._row.end, self._row.closed = paragraph.end, True
        else:
            if self._row.closed:
                number = self._row.number
                yield from self.finish()
                self._row = _Row(number=number)
            self._row.texts.append(paragraph)

    def finish(self) -> Iterator[TaskRow]:
        """Get the row read so far, if it is one: with units of its own or of the row it belongs to."""
        row = self._row
        units = tuple(row.units) or self._above
        if row.texts and row.closed and units:
            self._count += 1
            path = row.number or self._paths.at(row.texts[0].start) or str(self._count)
            yield _row_of(self._flow, row, units, path, sentence=self._numbered)
            self._above = units
        self._row = _Row(number=row.number)

    def _follows(self, words: str) -> bool:
        number = int(words.rstrip(".．、"))
        return number == (int(self._row.number) + 1 if self._row.number else 1)

    def _unit_line(self, paragraph: Paragraph, words: str, *, last: bool) -> list[NamedUnit]:
        if len(words) > _LONGEST_UNIT_LINE or "。" in words:
            return []
        role: UnitRole = "responsible"
        if "lead" in self.columns:
            role = "supporting" if self._row.units and "supporting" in self.columns else "lead"
        units = named_units(self._flow, paragraph.start, paragraph.end, role)
        if last and len(units) > 1 and not self._is_office(units[-1]):
            # 文本在单位名称中间中断，残名不计。
            units = units[:-1]
        return list(units) if names_only_offices(self._flow, units) else []

    def _is_office(self, unit: NamedUnit) -> bool:
        return is_office(self._flow.text[unit.start : unit.end])


def _grids(flow: Flow) -> Iterator[list[list[Paragraph]]]:
    """Go through the tables whose cells are known, each as rows of paragraphs."""
    cells = [p for p in flow.paragraphs if p.kind == "cell"]
    for table, group in groupby(_with_continued(cells), key=lambda p: p.table):
        if table is not None:
            yield [
                list(row) for _, row in groupby(group, key=lambda p: p.cell.row if p.cell else -1)
            ]


def _with_continued(cells: list[Paragraph]) -> list[Paragraph]:
    """Get the cells, each further line of a cell told apart by the cell it belongs to."""
    result: list[Paragraph] = []
    for paragraph in cells:
        continued = paragraph.cell is None and result and result[-1].cell is not None
        result.append(
            replace(paragraph, cell=result[-1].cell, table=result[-1].table)
            if continued
            else paragraph
        )
    return result


def _grid_rows(flow: Flow, table: list[list[Paragraph]], paths: _Paths) -> Iterator[TaskRow]:
    columns: dict[int, Column] = {}
    number: str | None = None
    above: tuple[NamedUnit, ...] = ()
    count = 0
    for cells in table:
        heads = {
            p.cell.column: column_of(flow.words(p))
            for p in cells
            if p.cell and is_head(flow.words(p)[:20])
        }
        if (
            any(kind in {"unit", "lead", "supporting"} for kind in heads.values())
            and len(heads) == len(cells) > 1
        ):
            columns, number, above = heads, None, ()
            continue
        if not columns:
            continue
        row = _grid_row(flow, cells, columns)
        if row.number is not None:
            number, above = row.number, ()
        units = tuple(row.units) or above
        if not row.texts or not units or len(cells) < 2:
            continue
        above, count = units, count + 1
        path = number or paths.at(row.texts[0].start) or str(count)
        yield _row_of(flow, row, units, path, sentence=True)


def _grid_row(flow: Flow, cells: list[Paragraph], columns: dict[int, Column]) -> _Row:
    row = _Row(number=None, end=cells[-1].end)
    shift = 0
    known = {p.cell.column for p in cells if p.cell}
    if (
        cells[0].table is not None
        and cells[0].table >= len(flow.document.tables)
        and len(known) < len(columns)
    ):
        # 画线表中合并的单元格不占位，其余各格靠右对齐。
        shift = len(columns) - len(known)
    for paragraph in cells:
        column = columns.get((paragraph.cell.column if paragraph.cell else 0) + shift)
        words = flow.words(paragraph)
        if column == "number" and _NUMBER.match(words):
            row.number = words.rstrip(".．、")
        elif column in {"unit", "lead", "supporting"}:
            role: UnitRole = (
                "lead"
                if column == "lead"
                else "supporting"
                if column == "supporting"
                else "responsible"
            )
            row.units.extend(named_units(flow, paragraph.start, paragraph.end, role))
        elif column == "text":
            row.texts.append(paragraph)
    return row
