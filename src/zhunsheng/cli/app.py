"""The commands of `zhunsheng`."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from zhunsheng import __version__
from zhunsheng.cli import language as said
from zhunsheng.cli.batch import Result, each_file, examine, files_in
from zhunsheng.cli.demo import run_demo
from zhunsheng.cli.language import language, say
from zhunsheng.cli.results import Form, Output, errors_found, print_error, show
from zhunsheng.cli.writing import WritingError
from zhunsheng.engine.messages import Message
from zhunsheng.rendering.as_json import coverage_of
from zhunsheng.rendering.as_table import print_coverage

app = typer.Typer(
    help=say(said.PROGRAM),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Files = Annotated[list[Path], typer.Argument(help=say(said.FILES), show_default=False)]
Json = Annotated[bool, typer.Option("--json", help=say(said.JSON_OPTION))]
Table = Annotated[bool, typer.Option("--table", help=say(said.TABLE_OPTION))]
Html = Annotated[
    Path | None, typer.Option("--html", help=say(said.HTML_OPTION), show_default=False)
]
Xlsx = Annotated[
    Path | None, typer.Option("--xlsx", help=say(said.XLSX_OPTION), show_default=False)
]
Plan = Annotated[
    Path | None, typer.Option("--plan", help=say(said.PLAN_OPTION), show_default=False)
]
OutDir = Annotated[
    Path | None, typer.Option("--out-dir", help=say(said.OUT_DIR_OPTION), show_default=False)
]
Jobs = Annotated[int | None, typer.Option("--jobs", min=1, max=64, help=say(said.JOBS_OPTION))]


@app.command("read", help=say(said.READ))
def read_command(
    files: Files,
    as_json: Json = False,
    as_table: Table = False,
    html: Html = None,
    out_dir: OutDir = None,
    jobs: Jobs = None,
) -> None:
    """Say what files say."""
    output = _output(as_json=as_json, as_table=as_table, html=html, xlsx=None, out_dir=out_dir)
    results = _examined(files, output, None, jobs)
    show(results, output, audited=False)
    raise typer.Exit(2 if any(result.error for result in results) else 0)


@app.command("audit", help=say(said.AUDIT))
def audit_command(
    files: Files,
    plan: Plan = None,
    as_json: Json = False,
    html: Html = None,
    xlsx: Xlsx = None,
    out_dir: OutDir = None,
    jobs: Jobs = None,
) -> None:
    """Say whether figures hold."""
    output = _output(as_json=as_json, as_table=False, html=html, xlsx=xlsx, out_dir=out_dir)
    results = _examined(files, output, plan, jobs)
    show(results, output, audited=True)
    if any(result.error for result in results):
        raise typer.Exit(2)
    raise typer.Exit(1 if errors_found(results) else 0)


@app.command("compare", help=say(said.COMPARE))
def compare_command(
    plan: Annotated[Path, typer.Argument(help=say(said.PLAN_FILE), show_default=False)],
    report: Annotated[Path, typer.Argument(help=say(said.REPORT_FILE), show_default=False)],
    as_json: Json = False,
    html: Html = None,
    xlsx: Xlsx = None,
) -> None:
    """Set the targets of a plan against a report."""
    output = _output(as_json=as_json, as_table=False, html=html, xlsx=xlsx, out_dir=None)
    results = _examined([report], output, plan, None)
    if results[0].error:
        show(results, output, audited=True)
        raise typer.Exit(2)
    coverage = results[0].coverage
    if output.form is Form.JSON:
        typer.echo(json.dumps(coverage_of(coverage), ensure_ascii=False, indent=1))
    elif output.form is Form.TABLE:
        print_coverage(Console(), coverage, language())
    else:
        show(results, output, audited=True)
    raise typer.Exit(1 if any(covered.state == "missed" for covered in coverage) else 0)


@app.command("demo", help=say(said.DEMO))
def demo_command(
    out: Annotated[Path, typer.Option("--out", help=say(said.DEMO_OUT))] = Path("var/demo"),
) -> None:
    """Read and audit the shipped examples."""
    try:
        run_demo(Console(), out)
    except WritingError as error:
        _refuse(error.message)


@app.callback(invoke_without_command=True)
def _program(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, help=say(said.VERSION_OPTION))
    ] = False,
) -> None:
    if version:
        typer.echo(f"zhunsheng {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def _output(
    *, as_json: bool, as_table: bool, html: Path | None, xlsx: Path | None, out_dir: Path | None
) -> Output:
    if sum((as_json, as_table, html is not None, xlsx is not None)) > 1:
        _refuse(said.TWO_FORMS)
    if html is not None:
        return Output(Form.HTML, html, out_dir)
    if xlsx is not None:
        return Output(Form.XLSX, xlsx, out_dir)
    return Output(Form.JSON if as_json else Form.TABLE, None, out_dir)


def _examined(
    files: list[Path], output: Output, plan: Path | None, jobs: int | None
) -> list[Result]:
    """Get the result of every file; each error is told at once."""
    paths = files_in(files)
    if not paths:
        named = "、".join(map(str, files))
        _refuse(Message(said.NO_FILES.zh.format(named), said.NO_FILES.en.format(named)))
    if len(paths) > 1 and output.form is Form.HTML and output.out_dir is None:
        _refuse(said.ONE_PAGE)
    target = None
    if plan is not None:
        planned = examine(plan)
        if planned.error is not None:
            print_error(planned)
            raise typer.Exit(2)
        target = planned.reading
    results = []
    for result in each_file(paths, partial(examine, plan=target), jobs):
        if result.error is not None:
            print_error(result)
        results.append(result)
    return results


def _refuse(message: Message) -> NoReturn:
    typer.echo(say(message), err=True)
    raise typer.Exit(2)
