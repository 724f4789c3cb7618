"""The commands of `zhunsheng`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zhunsheng import __version__
from zhunsheng.cli import indicators, law, site
from zhunsheng.cli import language as said
from zhunsheng.cli.batch import each_file, files_in
from zhunsheng.cli.comparing import compare_files
from zhunsheng.cli.demo import run_demo
from zhunsheng.cli.examining import Unreadable, examine
from zhunsheng.cli.language import say
from zhunsheng.cli.places import UsageError, output_of
from zhunsheng.cli.refusals import refusals
from zhunsheng.cli.results import Output, Work, deliver, print_unreadable
from zhunsheng.cli.usage import Command, Program
from zhunsheng.engine.messages import Message

app = typer.Typer(
    cls=Program,
    help=say(said.PROGRAM),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_FILE = say(said.FILE_WORD)
_FOLDER = say(said.FOLDER_WORD)

Files = Annotated[
    list[Path],
    typer.Argument(help=say(said.FILES), metavar=_FILE, show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help=say(said.JSON_OPTION))]
Table = Annotated[bool, typer.Option("--table", help=say(said.TABLE_OPTION))]
Html = Annotated[
    Path | None,
    typer.Option("--html", help=say(said.HTML_OPTION), metavar=_FILE, show_default=False),
]
Xlsx = Annotated[
    Path | None,
    typer.Option("--xlsx", help=say(said.XLSX_OPTION), metavar=_FILE, show_default=False),
]
Plan = Annotated[
    Path | None,
    typer.Option("--plan", help=say(said.PLAN_OPTION), metavar=_FILE, show_default=False),
]
OutDir = Annotated[
    Path | None,
    typer.Option("--out-dir", help=say(said.OUT_DIR_OPTION), metavar=_FOLDER, show_default=False),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, max=64, help=say(said.JOBS_OPTION), metavar="N"),
]


@app.command("read", help=say(said.READ), cls=Command)
def read_command(
    files: Files,
    as_json: Json = False,
    as_table: Table = False,
    html: Html = None,
    out_dir: OutDir = None,
    jobs: Jobs = None,
) -> None:
    """Say what files say."""
    with refusals():
        paths = _found(files)
        output = output_of(
            paths, as_json=as_json, as_table=as_table, html=html, out_dir=out_dir, audited=False
        )
        _run(paths, output, Work(form=output.form), jobs)


@app.command("audit", help=say(said.AUDIT), cls=Command)
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
    with refusals():
        paths = _found(files)
        plans = (plan,) if plan is not None else ()
        output = output_of(
            paths, as_json=as_json, html=html, xlsx=xlsx, out_dir=out_dir, besides=plans
        )
        planned = examine(plan) if plan is not None else None
        if isinstance(planned, Unreadable):
            print_unreadable(planned)
            raise typer.Exit(2)
        _run(paths, output, Work(form=output.form, plan=planned.reading if planned else None), jobs)


@app.command("compare", help=say(said.COMPARE), cls=Command)
def compare_command(
    plan: Annotated[Path, typer.Argument(help=say(said.PLAN_FILE), metavar=say(said.PLAN_WORD))],
    report: Annotated[
        Path, typer.Argument(help=say(said.REPORT_FILE), metavar=say(said.REPORT_WORD))
    ],
    as_json: Json = False,
    html: Html = None,
    xlsx: Xlsx = None,
) -> None:
    """Set the targets of a plan against a report."""
    with refusals():
        output = output_of([report], as_json=as_json, html=html, xlsx=xlsx, besides=(plan,))
        raise typer.Exit(compare_files(plan, report, output))


@app.command("demo", help=say(said.DEMO), cls=Command)
def demo_command(
    out: Annotated[Path, typer.Option("--out", help=say(said.DEMO_OUT), metavar=_FOLDER)] = Path(
        "var/demo"
    ),
) -> None:
    """Read and audit the shipped examples."""
    with refusals():
        run_demo(Console(), out)


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


def _found(files: list[Path]) -> list[Path]:
    """Get the files to read; folders without any are bad usage."""
    paths = files_in(files)
    if not paths:
        named = "、".join(map(str, files))
        raise UsageError(Message(said.NO_FILES.zh.format(named), said.NO_FILES.en.format(named)))
    return paths


def _run(paths: list[Path], output: Output, work: Work, jobs: int | None) -> None:
    raise typer.Exit(deliver(each_file(paths, work, work.broken_off, jobs), output))


law.add_to(app)
indicators.add_to(app)
site.add_to(app)
