"""A plan set against a report: each target with what the report says of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Console

from zhunsheng.cli.examining import Examined, Unreadable, examine
from zhunsheng.cli.language import language
from zhunsheng.cli.results import (
    Form,
    Outcome,
    Output,
    as_bytes,
    deliver,
    page,
    print_json,
    print_unreadable,
)
from zhunsheng.rendering.as_json import counts_of, coverage_of
from zhunsheng.rendering.as_table import print_coverage


def compare_files(plan: Path, report: Path, output: Output) -> int:
    """
    Show or write how a report covers a plan, and get the exit code: 1 where a target was missed.

    Raises WritingError where the result cannot be written.
    """
    planned = examine(plan)
    reported = (
        examine(report, planned.reading) if isinstance(planned, Examined) else examine(report)
    )
    for file in (planned, reported):
        if isinstance(file, Unreadable):
            print_unreadable(file)
    if isinstance(planned, Unreadable) or isinstance(reported, Unreadable):
        return 2
    if output.form is Form.JSON:
        print_json(as_bytes(_answer(planned, reported)))
    elif output.form is Form.TABLE:
        print_coverage(Console(), reported.coverage, language())
    else:
        content = page(reported) if output.form is Form.HTML else None
        deliver([Outcome(path=report, content=content, examined=reported)], output)
    return 1 if any(covered.state == "missed" for covered in reported.coverage) else 0


def _answer(plan: Examined, report: Examined) -> dict[str, Any]:
    return {
        "plan": {"file": str(plan.path), "title": plan.reading.meta.title},
        "report": {"file": str(report.path), "title": report.reading.meta.title},
        "counts": counts_of(report.coverage),
        "coverage": coverage_of(report.coverage),
    }
