"""The demonstration: the example plan and report, read, audited and set against each other."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from zhunsheng.cli.examining import Unreadable, examine
from zhunsheng.cli.language import WRITTEN, language, say
from zhunsheng.cli.results import page
from zhunsheng.cli.writing import write
from zhunsheng.engine.messages import Message
from zhunsheng.rendering.as_table import print_audit, print_coverage


def run_demo(console: Console, out: Path) -> None:
    """
    Print what the audit finds in the examples, and write an annotated page for each into `out`.

    Raises WritingError where the pages cannot be written.
    """
    with as_file(files("zhunsheng.examples")) as examples:
        plan = examine(examples / "plan.txt")
        if isinstance(plan, Unreadable):
            raise RuntimeError(str(plan.why))
        report = examine(examples / "report.html", plan.reading)
        if isinstance(report, Unreadable):
            raise RuntimeError(str(report.why))
    for document in (plan, report):
        name = document.path.name
        print_audit(console, name, document.reading, document.audit, language())
        console.print()
    print_coverage(console, report.coverage, language(), open_only=True)
    console.print()
    for document, name in ((plan, "plan.html"), (report, "report.html")):
        write(page(document), out / name)
        written = Message(WRITTEN.zh.format(out / name), WRITTEN.en.format(out / name))
        console.print(escape(say(written)), soft_wrap=True)
