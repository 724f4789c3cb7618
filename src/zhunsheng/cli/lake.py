"""The command that fills a lake from the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from zhunsheng.cli import indicators_language as said
from zhunsheng.cli.language import FOLDER_WORD, say
from zhunsheng.cli.places import UsageError
from zhunsheng.cli.refusals import refusals
from zhunsheng.cli.usage import Command, Program
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.messages import Message

Registers = Annotated[
    list[str] | None,
    typer.Option("--register", help=say(said.REGISTER), metavar=say(said.REGISTER_WORD)),
]
Years = Annotated[
    list[int] | None,
    typer.Option("--year", min=1, max=9999, help=say(said.YEAR), metavar=say(said.YEAR_WORD)),
]


def add_to(app: typer.Typer, prepare: Callable[[], None]) -> None:
    """Add the commands about the lake; `prepare` brings the site up before each."""
    lake = typer.Typer(cls=Program, help=say(said.LAKE), rich_markup_mode=None)

    # With one command alone the program would take the command's place.
    @lake.callback()
    def _group() -> None:
        """Keep the command under its name."""

    def export_command(
        to: Annotated[Path, typer.Option("--to", help=say(said.TO), metavar=say(FOLDER_WORD))],
        register: Registers = None,
        year: Years = None,
    ) -> None:
        """Put the site's entries into a lake."""
        with refusals():
            known = catalogue()
            wanted = [known.register(name) for name in register or ()] or known.registers()
            prepare()
            from zhunsheng.web.clock import now  # noqa: PLC0415  # needs the settings first
            from zhunsheng.web.indicators.lake_export import export  # noqa: PLC0415

            entries: Counter[str] = Counter()
            governments: Counter[str] = Counter()
            try:
                for part in export(to, wanted, now().date(), frozenset(year or ())):
                    entries[part.register] += part.entries
                    governments[part.register] += 1
            except OSError as error:
                why = error.strerror or error
                raise UsageError(_filled(said.CANNOT_WRITE, to, why)) from error
        for name, count in entries.items():
            typer.echo(say(said.EXPORTED).format(name, count, governments[name]))
        typer.echo(say(said.EXPORTED_ALL).format(entries.total(), to))

    lake.command("export", help=say(said.EXPORT), cls=Command)(export_command)
    app.add_typer(lake, name="lake")


def _filled(message: Message, *values: object) -> Message:
    return Message(message.zh.format(*values), message.en.format(*values))
