"""Results shown in the form that was asked for."""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from zhunsheng.cli.batch import Result
from zhunsheng.cli.language import WRITTEN, language, say
from zhunsheng.cli.writing import WritingError, write
from zhunsheng.engine.messages import Message
from zhunsheng.rendering.as_html import page_of
from zhunsheng.rendering.as_json import answer_of, coverage_of
from zhunsheng.rendering.as_table import print_audit, print_coverage, print_reading
from zhunsheng.rendering.as_xlsx import Examined, workbook_of


class Form(enum.Enum):
    """In what form results are wanted."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Output:
    """The form of the results, and where they go: one file, or a folder with one file each."""

    form: Form
    file: Path | None
    out_dir: Path | None


def show(results: list[Result], output: Output, *, audited: bool) -> None:
    """Show results; one that cannot be written ends the command with what to do about it."""
    try:
        if output.out_dir is not None and output.form in {Form.JSON, Form.HTML}:
            _into_folder(results, output.form, output.out_dir)
        elif output.form is Form.JSON:
            answers = [_answer(result) for result in results]
            typer.echo(
                json.dumps(
                    answers[0] if len(answers) == 1 else answers, ensure_ascii=False, indent=1
                )
            )
        elif output.form is Form.TABLE:
            _print(results, audited=audited)
        elif output.file is not None:
            _into_file(results, output.form, output.file)
    except WritingError as error:
        typer.echo(say(error.message), err=True)
        raise typer.Exit(2) from error


def errors_found(results: list[Result]) -> bool:
    """Whether the audit found an error in any file."""
    return any(f.severity == "error" for r in results if r.audit for f in r.audit.findings)


def print_error(result: Result) -> None:
    """Tell why a file could not be read."""
    if result.error is not None:
        typer.echo(f"{result.path}: {say(result.error)}", err=True)


def page(result: Result) -> bytes:
    """Get the annotated page of one document."""
    if result.reading is None or result.audit is None:
        return b""
    return page_of(result.path.name, result.reading, result.audit, result.coverage).encode()


def _answer(result: Result) -> dict[str, Any]:
    if result.reading is None or result.audit is None:
        error = result.error or Message("", "")
        return {"file": str(result.path), "error": {"zh": error.zh, "en": error.en}}
    answer = {"file": str(result.path), **answer_of(result.reading, result.audit)}
    return answer | ({"coverage": coverage_of(result.coverage)} if result.coverage else {})


def _print(results: list[Result], *, audited: bool) -> None:
    console = Console()
    for result in results:
        if result.reading is None or result.audit is None:
            continue
        if audited:
            print_audit(console, result.path.name, result.reading, result.audit, language())
        else:
            print_reading(console, result.path.name, result.reading, language())
        if result.coverage:
            print_coverage(console, result.coverage, language(), open_only=True)


def _into_file(results: list[Result], form: Form, file: Path) -> None:
    opened = [result for result in results if result.reading is not None]
    if not opened:
        return
    content = page(opened[0]) if form is Form.HTML else _workbook(opened)
    write(content, file, (result.path for result in results))
    typer.echo(_written(file), err=True)


def _workbook(results: list[Result]) -> bytes:
    documents = [
        Examined(name=r.path.name, reading=r.reading, audit=r.audit, coverage=r.coverage)
        for r in results
        if r.reading is not None and r.audit is not None
    ]
    return workbook_of(documents, language())


def _into_folder(results: list[Result], form: Form, folder: Path) -> None:
    inputs = [result.path for result in results]
    for result, name in zip(results, _names(inputs), strict=True):
        if form is Form.JSON:
            content = json.dumps(_answer(result), ensure_ascii=False, indent=1).encode()
            write(content, folder / f"{name}.json", inputs)
        elif result.reading is not None:
            write(page(result), folder / f"{name}.html", inputs)
    typer.echo(_written(folder), err=True)


def _names(paths: list[Path]) -> list[str]:
    """Get a name for each result: the file's own without its ending, made unique by its folder."""
    names: list[str] = []
    taken: set[str] = set()
    for path in paths:
        name = path.stem if path.stem not in taken else "_".join((*path.parts[-3:-1], path.name))
        while name in taken:
            name += "_"
        taken.add(name)
        names.append(name)
    return names


def _written(place: Path) -> str:
    return say(Message(WRITTEN.zh.format(place), WRITTEN.en.format(place)))
