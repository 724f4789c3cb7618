"""The official tables of statistics as tables at the end of a report, every cell bound to its indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from zhunsheng.engine.catalogue import NamedTable, catalogue
from zhunsheng.engine.indicators.statistics import Heading
from zhunsheng.engine.reporting.composing import AnnexTable, Facts
from zhunsheng.engine.reporting.model import BoundFigure, Span
from zhunsheng.engine.reporting.printing import is_nothing
from zhunsheng.engine.reporting.templates import parsed
from zhunsheng.engine.reporting.writing import Known, written

TABLES = (
    "enforcement.yearly",
    "openness.requests",
    "openness.remedies",
    "reconsideration.yearly",
    "litigation.yearly",
)
"""The tables that are published with the report: enforcement, disclosure on request, review, litigation."""


def named_tables() -> list[NamedTable]:
    """Get the tables that are published with a report, in its order, as far as they are declared."""
    declared = {one.name: one for one in catalogue().statistics()}
    return [declared[name] for name in TABLES if name in declared]


def names() -> list[str]:
    """Get the indicators in the tables of a report, each once."""
    return list(dict.fromkeys(name for one in named_tables() for name in one.indicators.values()))


def tables(known: Mapping[str, Known], facts: Facts) -> list[AnnexTable]:
    """Get the tables with their figures; one in which all is nothing is left out."""
    found = []
    for named in named_tables():
        held = [known[name] for name in named.indicators.values() if name in known]
        if held and not all(is_nothing(one.now) for one in held):
            found.append(_table(named, known, facts))
    return found


def _table(named: NamedTable, known: Mapping[str, Known], facts: Facts) -> AnnexTable:
    figures: list[BoundFigure] = []
    table = named.table
    head = (_plain("项目"), *(_plain(_label(column)) for column in table.columns))
    rows = [head]
    for row in table.rows:
        cells = [_plain(_label(row))]
        for column in table.columns:
            name = named.cell(row.key, column.key)
            cells.append(tuple(_cell(name, known, facts, figures)))
        rows.append(tuple(cells))
    return AnnexTable(f"{table.label}（{facts.year}年）", tuple(rows), tuple(figures))


def _cell(
    name: str | None, known: Mapping[str, Known], facts: Facts, figures: list[BoundFigure]
) -> Iterator[Span]:
    if name is None or name not in known:
        yield Span("")
        return
    said = written(parsed(f"{{{name}}}"), known.get, period=facts.period, place=facts.place)
    if not said.figures:
        yield Span("—")
        return
    (bound,) = said.figures
    # What is counted stands in the headings of such a table.
    bare = bound.printed.removesuffix(bound.measure) or bound.printed
    key = str(len(figures))
    figures.append(
        replace(bound, id=key, printed=bare, measure="" if bare != bound.printed else bound.measure)
    )
    yield Span(bare, key)


def _label(heading: Heading) -> str:
    return f"{heading.group}：{heading.label}" if heading.group else heading.label


def _plain(text: str) -> tuple[Span, ...]:
    return (Span(text),)
