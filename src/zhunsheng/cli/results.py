"""Results in the form that was asked for: made beside the reading, shown or written as they come."""

from __future__ import annotations

import enum
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from zhunsheng.cli.examining import Examined, Unreadable, broken_off, examine
from zhunsheng.cli.language import WRITTEN, language, say
from zhunsheng.cli.writing import write
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.rendering.as_html import page_of
from zhunsheng.rendering.as_json import answer_of, coverage_of
from zhunsheng.rendering.as_table import print_audit, print_coverage, print_reading
from zhunsheng.rendering.as_xlsx import Entry, workbook_of


class Form(enum.Enum):
    """In what form results are wanted."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """The form of the results and where they go: one file, a file for each input, or the terminal."""

    form: Form
    audited: bool = True
    file: Path | None = None
    file_of: dict[Path, Path] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one file gave: `content` where its form stands alone, what was read where it does not."""

    path: Path
    errors: bool = False
    unreadable: Unreadable | None = None
    content: bytes | None = None
    examined: Examined | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is done with each file, here or in another process."""

    form: Form
    plan: Reading | None = None

    def __call__(self, path: Path) -> Outcome:
        """Read and audit a file, and make its JSON or its page."""
        return _outcome(examine(path, self.plan), self.form)

    def broken_off(self, path: Path) -> Outcome:
        """Get what a file gives whose process died."""
        return _outcome(broken_off(path), self.form)


def deliver(outcomes: Iterable[Outcome], output: Output) -> int:
    """
    Show or write what files gave, telling of unreadable ones at once, and get the exit code.

    Raises WritingError where a result cannot be written.
    """
    kept: list[Outcome] = []
    unreadable = errors = False
    written: Path | None = None
    for outcome in outcomes:
        errors |= outcome.errors
        if outcome.unreadable is not None:
            unreadable = True
            print_unreadable(outcome.unreadable)
        if output.file_of is None:
            kept.append(outcome)
        elif outcome.content is not None:
            written = output.file_of[outcome.path]
            write(outcome.content, written)
    if written is not None:
        tell_written(written.parent)
    elif output.file_of is None:
        _deliver_together(kept, output)
    if unreadable:
        return 2
    return 1 if errors and output.audited else 0


def as_bytes(answer: object) -> bytes:
    """Get JSON in UTF-8; a file name that is no text keeps its bytes as escapes."""
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(answer, indent=1).encode()


def print_json(content: bytes) -> None:
    """Print JSON whole: what the terminal or the pipe cannot hold is printed as escapes."""
    text = content.decode()
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(json.loads(text), indent=1)
    typer.echo(text)


def print_unreadable(file: Unreadable) -> None:
    """Tell why a file could not be read."""
    typer.echo(f"{_printable(str(file.path))}: {_printable(say(file.why))}", err=True)


def tell_written(place: Path) -> None:
    """Tell where a result is, on the error stream, so that piped results stay clean."""
    shown = _printable(str(place))
    typer.echo(say(Message(WRITTEN.zh.format(shown), WRITTEN.en.format(shown))), err=True)


def page(examined: Examined) -> bytes:
    """Get the annotated page of one document."""
    name = _printable(examined.path.name)
    html = page_of(name, examined.reading, examined.audit, examined.coverage)
    return html.encode("utf-8", "replace")


def _outcome(result: Examined | Unreadable, form: Form) -> Outcome:
    if isinstance(result, Unreadable):
        failed = _unreadable_answer(result) if form is Form.JSON else None
        return Outcome(
            path=result.path, unreadable=result, content=as_bytes(failed) if failed else None
        )
    errors = any(finding.severity == "error" for finding in result.audit.findings)
    if form is Form.JSON:
        return Outcome(path=result.path, errors=errors, content=as_bytes(_answer(result)))
    if form is Form.HTML:
        return Outcome(path=result.path, errors=errors, content=page(result))
    return Outcome(path=result.path, errors=errors, examined=result)


def _answer(examined: Examined) -> dict[str, Any]:
    return {
        "file": str(examined.path),
        **answer_of(examined.reading, examined.audit),
        "coverage": coverage_of(examined.coverage),
    }


def _unreadable_answer(file: Unreadable) -> dict[str, Any]:
    return {"file": str(file.path), "error": {"zh": file.why.zh, "en": file.why.en}}


def _deliver_together(outcomes: list[Outcome], output: Output) -> None:
    contents = [outcome.content for outcome in outcomes if outcome.content is not None]
    examined = [outcome.examined for outcome in outcomes if outcome.examined is not None]
    if output.form is Form.JSON:
        alone = len(contents) == 1
        print_json(contents[0] if alone else b"[\n" + b",\n".join(contents) + b"\n]")
    elif output.form is Form.TABLE:
        _print(examined, audited=output.audited)
    elif output.file is not None and (contents or examined):
        write(contents[0] if contents else _workbook(examined), output.file)
        tell_written(output.file)


def _print(documents: list[Examined], *, audited: bool) -> None:
    console = Console()
    for number, document in enumerate(documents):
        if number:
            console.print()
        name = _printable(document.path.name)
        if audited:
            print_audit(console, name, document.reading, document.audit, language())
        else:
            print_reading(console, name, document.reading, language())
        if document.coverage:
            print_coverage(console, document.coverage, language(), open_only=True)


def _workbook(documents: list[Examined]) -> bytes:
    entries = [
        Entry(name=_printable(d.path.name), reading=d.reading, audit=d.audit, coverage=d.coverage)
        for d in documents
    ]
    return workbook_of(entries, language())


def _printable(text: str) -> str:
    """Get a text without the bytes of a file name that are no text."""
    return text.encode("utf-8", "replace").decode()
