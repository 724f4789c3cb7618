"""What was read and found, as tables on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from zhunsheng.engine.auditing.model import Audit, Coverage, Finding
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading, Target, Task
from zhunsheng.rendering.words import (
    COVERAGE,
    COVERAGE_STATES,
    DOCUMENT_KINDS,
    FIGURES,
    FINDINGS,
    META,
    NO_FINDINGS,
    SEVERITIES,
    TARGETS,
    TASKS,
    coverage_summary,
    gravest_first,
    period_in_words,
    shown_number,
    summary,
    target_in_words,
)

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_STATE_STYLES = {"met": "green", "missed": "bold red", "unreported": "yellow", "unclear": "cyan"}


def print_reading(console: Console, name: str, reading: Reading, language: str) -> None:
    """Print what a document is and says: tasks with units, targets, and the figures of a report."""
    kind = DOCUMENT_KINDS[reading.kind].said_in(language)
    console.print(f"[bold]{printable(reading.meta.title or name)}[/bold]  {kind}")
    facts = [
        f"{label.said_in(language)}：{value}"
        for key, label in META.items()
        if (value := getattr(reading.meta, key))
    ]
    console.print(printable("  ".join(facts)))
    for warning in reading.flow.document.warnings:
        console.print(f"[yellow]{printable(warning.said_in(language))}[/yellow]")
    if reading.tasks:
        console.print(table_of(TASKS[:-1], map(_task_row, reading.tasks), language))
    if reading.targets:
        targets = (
            (
                t.task or "",
                t.indicator,
                target_in_words(t),
                period_in_words(t.period, language),
            )
            for t in reading.targets
        )
        console.print(table_of(TARGETS, targets, language))
    if reading.figures:
        figures = ((f.subject, shown_number(f.value), f.unit, f.quote) for f in reading.figures)
        console.print(table_of(FIGURES, figures, language))


def print_audit(console: Console, name: str, reading: Reading, audit: Audit, language: str) -> None:
    """Print the findings on a document, gravest first, or that there are none."""
    console.print(f"[bold]{printable(reading.meta.title or name)}[/bold]")
    for warning in reading.flow.document.warnings:
        console.print(f"[yellow]{printable(warning.said_in(language))}[/yellow]")
    console.print(summary(reading, audit).said_in(language))
    if not audit.findings:
        console.print(NO_FINDINGS.said_in(language))
        return
    table = table_of(FINDINGS, [], language)
    table.show_lines = True
    table.columns[0].no_wrap = True
    for finding in audit.findings:
        table.add_row(*_finding_row(finding, language))
    console.print(table)


def print_coverage(
    console: Console, coverage: tuple[Coverage, ...], language: str, *, open_only: bool = False
) -> None:
    """Print each target of a plan with what the report says of it; `open_only` leaves out the met."""
    table = table_of(COVERAGE[:-1], [], language)
    for covered in gravest_first(coverage):
        if open_only and covered.state == "met":
            continue
        style = _STATE_STYLES[covered.state]
        state = COVERAGE_STATES[covered.state].said_in(language)
        found = covered.figure.quote if covered.figure else "—"
        table.add_row(
            f"[{style}]{state}[/{style}]", printable(_target_row(covered.target)), printable(found)
        )
    if table.row_count:
        console.print(table)
    console.print(coverage_summary(coverage).said_in(language))


def _finding_row(finding: Finding, language: str) -> tuple[str, str, str, str]:
    style = _STYLES[finding.severity]
    severity = SEVERITIES[finding.severity].said_in(language)
    says = printable(finding.says.said_in(language))
    return (
        f"[{style}]{severity}[/{style}]",
        says,
        printable(finding.arithmetic),
        printable(finding.suggestion.said_in(language)),
    )


def _task_row(task: Task) -> tuple[str, ...]:
    return task.path, task.title, "、".join(unit.name for unit in (*task.units, *task.defaults))


def _target_row(target: Target) -> str:
    return f"{target.task or ''} {target.place.quote}".strip()


def table_of(words: tuple[Message, ...], rows: Iterable[tuple[str, ...]], language: str) -> Table:
    """Get a table: the words for its title and columns, then its rows."""
    title, *columns = (word.said_in(language) for word in words)
    table = Table(title=title, title_justify="left", show_lines=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(printable, row))
    return table


def printable(text: str) -> str:
    """Get words of a document as mere words: no markup, and nothing that would command a terminal."""
    return escape("".join(c if c.isprintable() else " " * c.isspace() for c in text))
