"""Tables of numbers: known cells, or a table that copying has flattened to one cell per line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.numerals import fold

_NUMBER_CELL = re.compile(
    r"[-−+]?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?(?P<rest>%|‰|[个件次人份项家户元万亿]{0,3})"
)
_UNIT_IN_LABEL = re.compile(
    r"[（(](?:单位[:：]?)?(?P<unit>万元|亿元|元|件|人次|人|个|次|份|条|项|户|家|%|‰|吨|公顷|亩|头|只)[）)]|单位[:：](?P<named>[^\s，。）)]{1,4})"
)
_COUNT_LABEL = re.compile(r"(件|人|份|次|条|项|户|家)数(?:量)?$|(?:数量|案件)[（(](件)[）)]$")
_SHARE_LABEL = re.compile(r"(?:比例|占比|比重|率|±%|%)(?:[（(]%[）)])?$|[（(]%[）)]$")
_UNITS = re.compile(r"计量单位|单位")
# 单位 heads a column of units of measure, or of offices.
_OFFICE = re.compile(r".{5,}|.*(?:[局委办镇乡院署站府]|街道|中心|[合总小]计)")
_SERIAL = re.compile(r"序号|编号|排名|名次|位次")
_LONGEST_CELL = 20
_SHORTEST_TABLE = 6
_LONGEST_TITLE = 3
_CAPTION = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell of a grid: offsets into `Flow.text`, row and column from 0, its words."""

    start: int
    end: int
    row: int
    column: int
    words: str


@dataclass(slots=True)
class Grid:
    """A table as rows of cells; `caption` is the line before it."""

    cells: list[GridCell]
    caption: str = ""
    numbers: list[GridCell] = field(default_factory=list)
    _labels: dict[tuple[int, int], str] = field(default_factory=dict)
    _named_units: dict[int, str] = field(default_factory=dict)
    _left: dict[int, str] = field(default_factory=dict)
    _above: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._labels = {
            (cell.row, cell.column): cell.words for cell in self.cells if not _is_number(cell.words)
        }
        units = next(
            (column for (_, column), words in self._labels.items() if _UNITS.fullmatch(words)), None
        )
        self._named_units = {
            row: words for (row, column), words in self._labels.items() if column == units
        }
        if any(map(_OFFICE.fullmatch, self._named_units.values())):
            self._named_units = {}
        self._nearest_labels()
        serial = self._serial_columns()
        self.numbers = [c for c in self.cells if _is_number(c.words) and c.column not in serial]

    @property
    def starts(self) -> set[int]:
        """Where the cells begin."""
        return {cell.start for cell in self.cells}

    def _serial_columns(self) -> set[int]:
        """Columns that only number the rows: so headed, or counting 1, 2, 3 from the top."""
        named = {column for (_, column), words in self._labels.items() if _SERIAL.fullmatch(words)}
        columns: dict[int, list[str]] = {}
        for cell in self.cells:
            if _is_number(cell.words):
                columns.setdefault(cell.column, []).append(cell.words)
        for column, words in columns.items():
            if len(words) >= 3 and words == [str(n) for n in range(1, len(words) + 1)]:
                named.add(column)
        return named

    def row_label(self, cell: GridCell) -> str:
        """Get the nearest words to the left of a cell in its row."""
        return self._left.get(cell.start, "")

    def column_label(self, cell: GridCell) -> str:
        """Get the nearest words above a cell in its column."""
        return self._above.get(cell.start, "")

    def _nearest_labels(self) -> None:
        """Note for every cell the words to its left and above it, in one pass each way."""
        row, words = -1, ""
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.column)):
            row, words = cell.row, words if cell.row == row else ""
            self._left[cell.start] = words
            label = self._labels.get((cell.row, cell.column), "")
            words = label if label and label != self._named_units.get(cell.row) else words
        column, words = -1, ""
        for cell in sorted(self.cells, key=lambda cell: (cell.column, cell.row)):
            column, words = cell.column, words if cell.column == column else ""
            self._above[cell.start] = words
            words = self._labels.get((cell.row, cell.column), "") or words

    def subject(self, cell: GridCell) -> str:
        """Get what a cell counts: row and column label, behind the caption where there is one."""
        return self.row_label(cell) + self.column_label(cell) or self.caption

    def unit(self, cell: GridCell) -> str:
        """Get the unit of a cell from its labels or the caption, or nothing."""
        column = self.column_label(cell)
        named = self._named_units.get(cell.row)
        if named and not _SHARE_LABEL.search(column):
            return named
        for words in (column, self.row_label(cell), self.caption):
            if found := _UNIT_IN_LABEL.search(words):
                return found["unit"] or found["named"]
            if _SHARE_LABEL.search(words):
                return "%"
            if counted := _COUNT_LABEL.search(words):
                return counted[1] or counted[2]
        return "件" if "案件" in self.caption else ""


def _is_number(words: str) -> bool:
    return _NUMBER_CELL.fullmatch(words) is not None


def grids(flow: Flow) -> tuple[Grid, ...]:
    """Get the tables of a document that hold numbers."""
    text = fold(flow.text)
    found = [*_known(flow, text), *_flattened(flow, text)]
    return tuple(grid for grid in found if grid.numbers)


def _known(flow: Flow, text: str) -> Iterator[Grid]:
    """Get the tables whose cells the document gives."""
    cells: list[GridCell] = []
    table, caption, before = None, "", ""
    for paragraph in flow.paragraphs:
        if paragraph.cell is None or paragraph.table != table:
            if cells:
                yield Grid(cells, caption)
            cells, table, caption = [], paragraph.table, before
        if paragraph.cell is not None:
            words = text[paragraph.start : paragraph.end]
            cells.append(
                GridCell(
                    start=paragraph.start,
                    end=paragraph.end,
                    row=paragraph.cell.row,
                    column=paragraph.cell.column,
                    words=words,
                )
            )
        else:
            before = flow.words(paragraph)[:_CAPTION]
    if cells:
        yield Grid(cells, caption)


def _flattened(flow: Flow, text: str) -> Iterator[Grid]:
    """Get the tables that stand as one short line per cell, a third of them numbers."""
    run: list[Paragraph] = []
    caption = ""
    for paragraph in (*flow.paragraphs, None):
        if (
            paragraph is not None
            and paragraph.kind == "text"
            and _may_be_cell(text[paragraph.start : paragraph.end])
        ):
            run.append(paragraph)
            continue
        if (grid := _grid_of_run(text, run, caption)) is not None:
            yield grid
        run = []
        if paragraph is not None:
            caption = flow.words(paragraph)[:_CAPTION]


def _may_be_cell(words: str) -> bool:
    return (
        len(words) <= _LONGEST_CELL and not any(c in words for c in "。；，,;“《")
    ) or _is_number(words)


def _grid_of_run(text: str, run: list[Paragraph], caption: str) -> Grid | None:
    words = [text[paragraph.start : paragraph.end] for paragraph in run]
    counted = sum(map(_is_number, words))
    if len(run) < _SHORTEST_TABLE or counted < 3 or counted * 4 < len(run):
        return None
    head, width = _shape(words)
    caption = "".join(words[:head])[-_CAPTION:] or caption
    cells = [
        GridCell(
            start=p.start, end=p.end, row=(n - head) // width, column=(n - head) % width, words=w
        )
        for n, (p, w) in enumerate(zip(run, words, strict=True))
        if n >= head
    ]
    return Grid(cells, caption)


def _shape(words: list[str]) -> tuple[int, int]:
    """Guess where a flattened table begins behind its title, and how many columns it has."""
    numeric = [_is_number(word) for word in words]
    first = numeric.index(True)
    serial = next((n for n, word in enumerate(words[:first]) if _SERIAL.fullmatch(word)), None)
    if serial is not None:
        return serial, first - serial
    for head in range(min(first, _LONGEST_TITLE + 1)):
        for width in range(2, first - head + 1):
            if _is_regular(numeric[head:], width):
                return head, width
    return 0, max(first, 1)


def _is_regular(numeric: list[bool], width: int) -> bool:
    """Whether cells fall into rows of one shape under a head without numbers; the last may break off."""
    rows = [numeric[n : n + width] for n in range(0, len(numeric), width)]
    if len(rows) < 2 or any(rows[0]):
        return False
    shape = rows[1]
    return any(shape) and not shape[0] and all(row == shape[: len(row)] for row in rows[1:])
