"""The commands about the law: last days, working days, the calendar, notices and rules."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape

from zhunsheng.cli import law_language as said
from zhunsheng.cli.language import FILE_WORD, JSON_OPTION, WRITTEN, language, say
from zhunsheng.cli.notices import add_notice, known_notices, site_calendar
from zhunsheng.cli.places import UsageError
from zhunsheng.cli.refusals import refusals
from zhunsheng.cli.usage import Command, Program
from zhunsheng.cli.writing import write
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.deadlines import Suspension
from zhunsheng.engine.law.explanation import explain
from zhunsheng.engine.law.states import Run, Status, status
from zhunsheng.engine.law.wording import in_words
from zhunsheng.engine.messages import Message
from zhunsheng.rendering.deadline_page import deadline_page
from zhunsheng.rendering.law_json import clock_answer, rule_answer, status_answer
from zhunsheng.rendering.law_table import (
    print_clock,
    print_derivation,
    print_month_table,
    print_moves,
    print_notices,
    print_rule,
    print_rules,
)
from zhunsheng.rendering.law_words import state_in_words
from zhunsheng.rendering.year_picture import year_picture

_DATE = say(said.DATE_WORD)
_FILE = say(FILE_WORD)
Region = Annotated[
    str, typer.Option("--region", help=say(said.REGION), metavar=say(said.REGION_WORD))
]
Json = Annotated[bool, typer.Option("--json", help=say(JSON_OPTION))]

law = typer.Typer(cls=Program, help=say(said.LAW), rich_markup_mode=None)
notice = typer.Typer(cls=Program, help=say(said.NOTICE), rich_markup_mode=None)


def add_to(app: typer.Typer) -> None:
    """Add the commands about the law to the program."""
    app.command("due", help=say(said.DUE), cls=Command)(due_command)
    app.command("workdays", help=say(said.WORKDAYS), cls=Command)(workdays_command)
    app.command("calendar", help=say(said.CALENDAR), cls=Command)(calendar_command)
    law.command("list", help=say(said.LAW_LIST), cls=Command)(list_command)
    law.command("show", help=say(said.LAW_SHOW), cls=Command)(show_command)
    notice.command("list", help=say(said.NOTICE_LIST), cls=Command)(notices_command)
    notice.command("add", help=say(said.NOTICE_ADD), cls=Command)(add_command)
    app.add_typer(law, name="law")
    app.add_typer(notice, name="notice")


def due_command(
    clock: Annotated[str, typer.Argument(help=say(said.CLOCK), metavar=say(said.CLOCK_WORD))],
    start: Annotated[str, typer.Option("--from", help=say(said.FROM), metavar=_DATE)],
    suspend: Annotated[
        list[str] | None,
        typer.Option("--suspend", help=say(said.SUSPEND), metavar=f"{_DATE}..{_DATE}"),
    ] = None,
    extend: Annotated[bool, typer.Option("--extend", help=say(said.EXTEND))] = False,
    extend_by: Annotated[
        int | None, typer.Option("--extend-by", help=say(said.EXTEND_BY), metavar="N")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help=say(said.AS_OF), metavar=_DATE)
    ] = None,
    finished: Annotated[
        str | None, typer.Option("--finished", help=say(said.FINISHED), metavar=_DATE)
    ] = None,
    region: Region = "",
    explained: Annotated[bool, typer.Option("--explain", help=say(said.EXPLAIN))] = False,
    as_json: Json = False,
    html: Annotated[Path | None, typer.Option("--html", help=say(said.HTML), metavar=_FILE)] = None,
) -> None:
    """Say the last day of a clock's period."""
    with refusals():
        named = catalogue().clock(clock)
        calendar = site_calendar(region)
        run = Run(
            clock=named.clock,
            started=_moment(start),
            finished=_moment(finished) if finished else None,
            suspensions=tuple(_suspension(text, named.clock) for text in suspend or []),
            extended_by=extend if extend_by is None else extend_by,
        )
        if not as_of and any(stop.last is None for stop in run.suspensions):
            raise UsageError(said.OPEN_SUSPENSION)
        day = _moment(as_of) if as_of else run.finished or _moment(start)
        _show_due(
            named.name,
            status(run, day, calendar),
            calendar,
            with_state=bool(as_of or finished),
            explained=explained,
            as_json=as_json,
            html=html,
        )


def _show_due(
    name: str,
    found: Status,
    calendar: Calendar,
    *,
    with_state: bool,
    explained: bool,
    as_json: bool,
    html: Path | None,
) -> None:
    if found.deadline is None:
        raise UsageError(said.BEFORE_START)
    explanation = explain(found.deadline, calendar)
    if html is not None:
        write(deadline_page(explanation).encode(), html)
        typer.echo(say(Message(WRITTEN.zh.format(html), WRITTEN.en.format(html))), err=True)
    if as_json:
        _print_json(status_answer(name, found, explanation, with_state=with_state))
        return
    words = in_words(explanation)
    if explained:
        print_derivation(Console(), found.run.clock.label, words, language())
    else:
        _print(words.outcome)
    if with_state:
        _print(state_in_words(found))


def workdays_command(
    first: Annotated[str, typer.Argument(help=say(said.FIRST_DAY), metavar=_DATE)],
    last: Annotated[str, typer.Argument(help=say(said.LAST_DAY), metavar=_DATE)],
    region: Region = "",
    as_json: Json = False,
) -> None:
    """Count working days."""
    with refusals():
        calendar = site_calendar(region)
        start, end = _day(first), _day(last)
        if end < start:
            raise UsageError(
                Message(
                    said.END_BEFORE_START.zh.format(end, start),
                    said.END_BEFORE_START.en.format(end, start),
                )
            )
        _show_count(start, end, calendar, as_json=as_json)


def _show_count(start: date, end: date, calendar: Calendar, *, as_json: bool) -> None:
    count = calendar.working_days(start, end)
    after = count - calendar.is_working(start)
    total = (end - start).days + 1
    doubtful = calendar.is_provisional(start, end)
    if as_json:
        _print_json(
            {
                "first": start.isoformat(),
                "last": end.isoformat(),
                "working_days": count,
                "working_days_after_first": after,
                "days": total,
                "provisional": doubtful,
            }
        )
        return
    _print(
        Message(
            said.COUNTED.zh.format(start, end, count, total, after),
            said.COUNTED.en.format(start, end, count, total, after),
        )
    )
    if doubtful:
        _print(said.PROVISIONAL)


def calendar_command(
    year: Annotated[
        int, typer.Argument(min=2004, max=2099, help=say(said.YEAR), metavar=say(said.YEAR_WORD))
    ],
    svg: Annotated[Path | None, typer.Option("--svg", help=say(said.SVG), metavar=_FILE)] = None,
    region: Region = "",
) -> None:
    """Show a year."""
    with refusals():
        calendar = site_calendar(region)
        if svg is not None:
            write(year_picture(year, calendar).encode(), svg)
            _print(Message(WRITTEN.zh.format(svg), WRITTEN.en.format(svg)))
            return
        print_month_table(Console(), year, calendar, language())


def list_command(
    domain: Annotated[
        str, typer.Option("--domain", help=say(said.DOMAIN), metavar=say(said.DOMAIN_WORD))
    ] = "",
    clocks_only: Annotated[bool, typer.Option("--clocks", help=say(said.CLOCKS_ONLY))] = False,
    unverified: Annotated[bool, typer.Option("--unverified", help=say(said.UNVERIFIED))] = False,
    on: Annotated[str | None, typer.Option("--on", help=say(said.ON), metavar=_DATE)] = None,
    as_json: Json = False,
) -> None:
    """List clocks and rules."""
    with refusals():
        day = _day(on) if on else None
        known = catalogue()
        clocks = [
            named
            for named in known.clocks(domain)
            if not (unverified and named.clock.current.verified) and named.clock.held_on(day)
        ]
        rules = [
            (of, rule)
            for of, rule in known.rules(domain)
            if not clocks_only and not (unverified and rule.verified) and rule.held_on(day)
        ]
        if as_json:
            answers: list[dict[str, Any]] = [clock_answer(named, day) for named in clocks]
            _print_json(answers + [rule_answer(of, rule) for of, rule in rules])
            return
        print_rules(Console(), clocks, rules, day, language())


def show_command(
    key: Annotated[str, typer.Argument(help=say(said.KEY), metavar=say(said.CLOCK_WORD))],
    as_json: Json = False,
) -> None:
    """Show a clock or a rule."""
    with refusals():
        found = catalogue().find(key)
        if isinstance(found, tuple):
            of, rule = found
            if as_json:
                _print_json(rule_answer(of, rule))
            else:
                print_rule(Console(), of, rule, language())
        elif as_json:
            _print_json(clock_answer(found))
        else:
            print_clock(Console(), found, language())


def notices_command() -> None:
    """List the notices that are held."""
    with refusals():
        print_notices(Console(), known_notices(), language())


def add_command(
    file: Annotated[Path, typer.Argument(help=say(said.NOTICE_FILE), metavar=_FILE)],
    deadlines: Annotated[
        Path | None, typer.Option("--deadlines", help=say(said.DEADLINES), metavar=_FILE)
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help=say(said.APPLY))] = False,
) -> None:
    """Say what a notice moves; keep it only when told to."""
    with refusals():
        change = add_notice(file, deadlines, apply=apply)
        print_moves(Console(), change.notice, change.days, change.deadlines, language())
        _print(said.APPLIED if apply else said.NOT_APPLIED)


def _day(text: str) -> date:
    moment = _moment(text)
    return moment.date() if isinstance(moment, datetime) else moment


def _moment(text: str) -> date | datetime:
    """Get a day or a moment as people type it: 2025-09-25, 20250925, 2025-09-25T09:30."""
    try:
        typed = text.strip().replace("/", "-").replace(" ", "T")
        if "T" in typed:
            moment = datetime.fromisoformat(typed)
            if moment.tzinfo is None:
                return moment
        else:
            return date.fromisoformat(typed)
    except ValueError:
        pass
    raise UsageError(Message(said.NO_DATE.zh.format(text), said.NO_DATE.en.format(text)))


def _suspension(text: str, clock: Clock) -> Suspension:
    """Get a suspension as typed: first..last; of a clock that knows one ground only, on that."""
    grounds = clock.suspended_by
    first, dots, last = text.partition("..")
    if not dots:
        raise UsageError(Message(said.NO_SPAN.zh.format(text), said.NO_SPAN.en.format(text)))
    ground = grounds[0].label if len(grounds) == 1 else ""
    return Suspension(first=_day(first), last=_day(last) if last else None, ground=ground)


def _print(message: Message) -> None:
    Console().print(escape(say(message)), soft_wrap=True)


def _print_json(answer: object) -> None:
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
