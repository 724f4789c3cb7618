"""The demonstration: the example plan and report, read, audited and set against each other."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console

from zhunsheng.cli.batch import examine
from zhunsheng.cli.language import WRITTEN, language, say
from zhunsheng.cli.results import page
from zhunsheng.cli.writing import write
from zhunsheng.engine.messages import Message
from zhunsheng.rendering.as_table import print_audit, print_coverage
from zhunsheng.rendering.words import summary


def run_demo(console: Console, out: Path) -> None:
    """
    Print what the audit finds in the examples, and write an annotated page for each into `out`.

    Raises WritingError where the pages cannot be written.
    """
    with as_file(files("zhunsheng.examples")) as examples:
        plan = examine(examples / "plan.txt")
        report = examine(examples / "report.html", plan.reading)
    if plan.reading is None or plan.audit is None or report.reading is None or report.audit is None:
        message = plan.error or report.error
        raise RuntimeError(str(message))
    console.print(f"[bold]{plan.reading.meta.title}[/bold]")
    console.print(summary(plan.reading, plan.audit).said_in(language()))
    console.print()
    print_audit(console, "report.html", report.reading, report.audit, language())
    print_coverage(console, report.coverage, language(), open_only=True)
    for result, name in ((plan, "plan.html"), (report, "report.html")):
        write(page(result), out / name, ())
        console.print(say(Message(WRITTEN.zh.format(out / name), WRITTEN.en.format(out / name))))
