"""The commands about indicators: list them, show one, compute them over a lake."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zhunsheng.cli import indicators_language as said
from zhunsheng.cli.language import FOLDER_WORD, language, say
from zhunsheng.cli.places import UsageError
from zhunsheng.cli.refusals import refusals
from zhunsheng.cli.usage import Command, Program
from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.engine.indicators.periods import Period, parsed, so_far
from zhunsheng.engine.messages import Message
from zhunsheng.rendering.figure_words import value_in_words
from zhunsheng.rendering.indicator_table import (
    Computed,
    print_figures,
    print_indicator,
    print_indicators,
)

Name = Annotated[str, typer.Argument(help=say(said.NAME), metavar=say(said.NAME_WORD))]
Domain = Annotated[
    str, typer.Option("--domain", help=say(said.DOMAIN), metavar=say(said.DOMAIN_WORD))
]
Folder = Annotated[Path, typer.Option("--lake", help=say(said.FOLDER), metavar=say(FOLDER_WORD))]
Engine = Annotated[
    str, typer.Option("--engine", help=say(said.ENGINE), metavar=say(said.ENGINE_WORD))
]
Periods = Annotated[
    list[str], typer.Option("--period", help=say(said.PERIOD), metavar=say(said.PERIOD_WORD))
]
Names = Annotated[
    list[str] | None,
    typer.Option("--indicator", help=say(said.ONLY), metavar=say(said.NAME_WORD)),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help=say(said.AS_OF), metavar=say(said.DATE_WORD))
]

indicators = typer.Typer(cls=Program, help=say(said.INDICATORS), rich_markup_mode=None)


def add_to(app: typer.Typer) -> None:
    """Add the commands about indicators to the program."""
    indicators.command("list", help=say(said.LIST), cls=Command)(list_command)
    indicators.command("show", help=say(said.SHOW), cls=Command)(show_command)
    indicators.command("compute", help=say(said.COMPUTE), cls=Command)(compute_command)
    app.add_typer(indicators, name="indicators")


def list_command(
    domain: Domain = "",
    cells: Annotated[bool, typer.Option("--cells", help=say(said.CELLS))] = False,
) -> None:
    """List indicators."""
    with refusals():
        known = catalogue().indicators(domain)
        shown = known if cells else _apart_from_cells(known)
        print_indicators(Console(), shown, len(known) - len(shown), language())


def show_command(name: Name) -> None:
    """Show an indicator, and say whether its predicates fit its register."""
    with refusals():
        known = catalogue()
        named = known.indicator(name)
        tables = [one.name for one in known.statistics() if name in one.indicators.values()]
        rules = [one.name for one in known.validation() if name in one.indicators.values()]
        print_indicator(Console(), named, tables, rules, language())
        from zhunsheng.engine.indicators.checking import check_fits  # noqa: PLC0415  # an engine

        check_fits(named.indicator, named.register.register)
        typer.echo(say(said.FITS))


def compute_command(
    lake: Folder,
    period: Periods,
    engine: Engine = "embedded",
    indicator: Names = None,
    by: Annotated[str, typer.Option("--by", help=say(said.BY), metavar="unit|government")] = "",
    as_of: AsOf = None,
    as_csv: Annotated[bool, typer.Option("--csv", help=say(said.CSV))] = False,
    cells: Annotated[bool, typer.Option("--cells", help=say(said.COMPUTE_CELLS))] = False,
) -> None:
    """Compute indicators over a lake."""
    with refusals():
        if by not in {"", "unit", "government"}:
            raise UsageError(said.NO_BY)
        known = catalogue()
        chosen = [known.indicator(name) for name in indicator or ()]
        if not chosen:
            chosen = known.indicators() if cells else _apart_from_cells(known.indicators())
        asked = [parsed(text) for text in period]
        if not lake.is_dir():
            raise UsageError(said_with(said.NO_FOLDER, lake))
        figures = _computed(lake, engine, chosen, asked, by, as_of, strictly=bool(indicator))
        if as_csv:
            _print_csv(figures)
        else:
            print_figures(Console(), figures, language())


def _apart_from_cells(known: Iterable[NamedIndicator]) -> list[NamedIndicator]:
    """Get indicators without those that are cells of an official table."""
    cells = {name for table in catalogue().statistics() for name in table.indicators.values()}
    return [named for named in known if named.name not in cells]


def _computed(
    root: Path,
    engine: str,
    chosen: list[NamedIndicator],
    asked: list[Period],
    by: str,
    as_of: str | None,
    *,
    strictly: bool,
) -> list[Computed]:
    """Get figures from a lake, and say what it cannot tell; `strictly` refuses instead."""
    from zhunsheng.engine.indicators.lake import Lake  # noqa: PLC0415  # loads the engines
    from zhunsheng.engine.lake_figures import lake_figures  # noqa: PLC0415

    opened = Lake(root, engine)
    try:
        there = [named for named in chosen if strictly or opened.has(named.register.name)]
        absent = sorted(
            {one.register.name for one in chosen} - {one.register.name for one in there}
        )
        if not there:
            raise UsageError(said_with(said.NOTHING, root))
        if absent:
            typer.echo(say(said.NOT_IN_LAKE).format("、".join(absent)), err=True)
        units = opened.units()
        day = _day(as_of) if as_of else units.exported
        periods = [so_far(one, day) for one in asked] if day else asked
        found, without = lake_figures(opened, there, periods, by)
    finally:
        opened.close()
    if without:
        typer.echo(say(said.NO_UNITS).format("、".join(without)), err=True)
    return [Computed(one.named, one.period, one.place, one.figure) for one in found]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(said_with(said.NO_DATE, text[:40])) from error


def _print_csv(figures: Iterable[Computed]) -> None:
    """Print figures for programs: exact numbers beside the value as people read it."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("indicator", "period", "of", "value", "counted", "base", "total"))
    for one in figures:
        figure = one.figure
        total = "" if figure.total is None else figure.total
        value = value_in_words(one.named, figure)
        writer.writerow(
            (one.named.name, one.period.key, one.place, value, figure.counted, figure.base, total)
        )


def said_with(message: Message, *values: object) -> Message:
    """Get a message with its blanks filled."""
    return Message(message.zh.format(*values), message.en.format(*values))
