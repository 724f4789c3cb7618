"""Rules, derivations and calendars, as tables on a terminal."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from rich.console import Console

from zhunsheng.engine.catalogue import DomainContents, NamedClock
from zhunsheng.engine.law.calendar import Calendar, Day, Kind
from zhunsheng.engine.law.changes import MovedDay, MovedDeadline
from zhunsheng.engine.law.clocks import Clock, Version
from zhunsheng.engine.law.notices import Notice
from zhunsheng.engine.law.rules import Article, Rule
from zhunsheng.engine.law.wording import Derivation, amount_of, period, weekday
from zhunsheng.engine.messages import Message
from zhunsheng.rendering.as_table import printable, table_of
from zhunsheng.rendering.law_words import RULE_KINDS, UNVERIFIED

_DAYS = (
    Message("逐日对照", "Day by day"),
    Message("日期", "Day"),
    Message("星期", "Weekday"),
    Message("计数", "Counts as"),
    Message("说明", "Why"),
)
_RULES = (
    Message("时限和规定", "Clocks and rules"),
    Message("名称", "Name"),
    Message("内容", "What it says"),
    Message("期限", "Period"),
    Message("依据", "Source"),
    Message("施行", "In force"),
)
_NOTICES = (
    Message("放假通知", "Holiday notices"),
    Message("年份", "Year"),
    Message("文号", "Number"),
    Message("日期", "Issued"),
    Message("放假", "Days off"),
    Message("调休上班", "Make-up days"),
    Message("地区", "Region"),
)
_MONTHS = (
    Message("工作日历", "Working days"),
    Message("月", "Month"),
    Message("工作日", "Working days"),
    Message("放假", "Off"),
    Message("调休上班", "Make-up days"),
)
_MOVED_DAYS = (
    Message("变动的日子", "Days that move"),
    Message("日期", "Day"),
    Message("原来", "Before"),
    Message("改为", "After"),
)
_MOVED_DEADLINES = (
    Message("变动的期限", "Deadlines that move"),
    Message("时限", "Clock"),
    Message("起算", "Start"),
    Message("原最后一日", "Before"),
    Message("新最后一日", "After"),
)
_NOTHING_MOVES = Message("没有日子变动。", "No day moves.")
_WORKED = Message("上班", "worked")
_OFF = Message("休息", "off")
_PROVISIONAL = Message("暂定", "provisional")


def print_derivation(console: Console, label: str, words: Derivation, language: str) -> None:
    """Print a derivation: its steps, the days walked, the last day."""
    console.print(f"[bold]{printable(label)}[/bold]")
    for number, step in enumerate(words.steps, start=1):
        console.print(printable(f"{number}. {step.said_in(language)}"), soft_wrap=True)
    if words.days:
        rows = (
            (
                str(day.date),
                day.weekday.said_in(language),
                day.counts.said_in(language),
                day.why.said_in(language),
            )
            for day in words.days
        )
        console.print(table_of(_DAYS, rows, language))
    console.print(f"[bold]{printable(words.outcome.said_in(language))}[/bold]", soft_wrap=True)


def print_rules(
    console: Console,
    clocks: Iterable[NamedClock],
    rules: Iterable[tuple[DomainContents, Rule]],
    on: date | None,
    language: str,
) -> None:
    """Print clocks, then rules, one row each; `on` chooses the version in force on that day."""
    rows = [_clock_row(named, on, language) for named in clocks]
    rows += [_rule_row(rule, language) for _, rule in rules]
    console.print(table_of(_RULES, rows, language))
    console.print(Message(f"共{len(rows)}条", f"{len(rows)} in all").said_in(language))


def print_clock(console: Console, named: NamedClock, language: str) -> None:
    """Print a clock with every version, what extends it and what stops it."""
    clock = named.clock
    console.print(f"[bold]{printable(clock.label)}[/bold]  {named.name}")
    console.print(printable(clock.says), soft_wrap=True)
    facts = [
        Message(f"领域：{named.domain.label}", f"Domain: {named.domain.key}"),
        Message(f"规定编号：{clock.rule or '—'}", f"Rule: {clock.rule or '—'}"),
        Message(f"起算：{clock.starts_label}", f"Starts on: {clock.starts_on}"),
    ]
    if clock.ends_label:
        facts.append(Message(f"办结：{clock.ends_label}", f"Ends on: {clock.ends_on}"))
    facts += [line for version in clock.versions for line in _version_lines(clock, version)]
    facts += [
        Message(
            f"不计入期限：{ground.label}（{ground.source}）{'' if ground.verified else _UNSEEN_ZH}",
            f"Does not count: {ground.label} ({ground.source})",
        )
        for ground in clock.suspended_by
    ]
    for fact in facts:
        console.print(printable(fact.said_in(language)), soft_wrap=True)


_UNSEEN_ZH = f"（{UNVERIFIED.zh}）"


def _version_lines(clock: Clock, version: Version) -> list[Message]:
    said = period(clock, version.amount)
    instrument = version.source.instrument
    unseen = "" if version.verified else _UNSEEN_ZH
    lines = [
        Message(
            f"期限：{said.zh}；依据{version.source}，{instrument.version}，"
            f"{instrument.since.zh}{unseen}",
            f"Period: {said.en}; {version.source}, {instrument.version}, "
            f"{instrument.since.en}"
            f"{'' if version.verified else ' (not verified)'}",
        )
    ]
    if (given := version.extension) is not None:
        by = amount_of(clock, given.amount) if given.amount else Message("（未限）", "(no cap)")
        conditions = "，".join(
            text
            for text in (
                given.condition,
                given.approver and f"{given.approver}批准或同意",
                given.notify and f"告知{given.notify}",
            )
            if text
        )
        unseen = "" if given.verified else _UNSEEN_ZH
        lines.append(
            Message(
                f"可以延长：最多{by.zh}{f'（{conditions}）' if conditions else ''}；"
                f"依据{given.source}{unseen}",
                f"Extension: at most {by.en}; {given.source}",
            )
        )
    return lines


def print_rule(console: Console, domain: DomainContents, rule: Rule, language: str) -> None:
    """Print a rule with its source."""
    instrument = rule.source.instrument
    console.print(f"[bold]{rule.key}[/bold]  {RULE_KINDS[rule.kind].said_in(language)}")
    console.print(printable(rule.says), soft_wrap=True)
    facts = [
        Message(f"领域：{domain.label}", f"Domain: {domain.key}"),
        Message(
            f"依据：{rule.source}，{instrument.version}，{instrument.since.zh}",
            f"Source: {rule.source}, {instrument.version}, {instrument.since.en}",
        ),
    ]
    if not rule.verified:
        facts.append(Message("未核实：使用前请核对条文。", "Not verified: check the text first."))
    for fact in facts:
        console.print(printable(fact.said_in(language)), soft_wrap=True)


def print_month_table(console: Console, year: int, calendar: Calendar, language: str) -> None:
    """Print a year: working days, days off and make-up days of each month, and the notices."""
    table = table_of(_MONTHS, [], language)
    total = 0
    for month in range(1, 13):
        last = monthrange(year, month)[1]
        days = calendar.days(date(year, month, 1), date(year, month, last))
        worked = sum(day.is_working for day in days)
        total += worked
        off = "、".join(_runs([day for day in days if day.kind is Kind.HOLIDAY]))
        made = "、".join(
            f"{d.date.day}（{weekday(d.date).said_in(language)}）"
            for d in days
            if d.kind is Kind.MAKE_UP
        )
        table.add_row(str(month), str(worked), printable(off), printable(made))
    console.print(table)
    everything = calendar.days(date(year, 1, 1), date(year, 12, 31))
    sources = "、".join(dict.fromkeys(day.source for day in everything if day.source))
    said = Message(
        f"{year}年共{total}个工作日。依据：{sources}", f"{total} working days in {year}. {sources}"
    )
    console.print(printable(said.said_in(language)), soft_wrap=True)
    if year not in calendar.years:
        said = Message(
            "放假通知尚未公布，以上为暂定。",
            "The notice is not out yet; all of this is provisional.",
        )
        console.print(f"[yellow]{said.said_in(language)}[/yellow]")


def _runs(days: list[Day]) -> Iterator[str]:
    """Get days off as runs of one festival: 15—23春节."""
    for name, group in groupby(days, lambda day: day.name):
        run = [day.date.day for day in group]
        yield f"{run[0]}—{run[-1]}{name}" if len(run) > 1 else f"{run[0]}{name}"


def print_notices(console: Console, notices: Iterable[Notice], language: str) -> None:
    """Print notices, one row each."""
    rows = (
        (
            str(notice.year),
            notice.number,
            str(notice.issued),
            str(sum(1 for holiday in notice.holidays for _ in holiday.days())),
            str(len(notice.work)),
            notice.region or "—",
        )
        for notice in notices
    )
    console.print(table_of(_NOTICES, rows, language))


def print_moves(
    console: Console,
    notice: Notice,
    days: list[MovedDay],
    deadlines: list[MovedDeadline],
    language: str,
) -> None:
    """Print what a notice moves."""
    console.print(printable(f"{notice.title}（{notice.number}）"))
    if not days:
        console.print(_NOTHING_MOVES.said_in(language))
    else:
        rows = [
            (
                f"{moved.before.date} {weekday(moved.before.date).said_in(language)}",
                _day_state(moved.before, language),
                _day_state(moved.after, language),
            )
            for moved in days
        ]
        console.print(table_of(_MOVED_DAYS, rows, language))
    if deadlines:
        rows_of_deadlines = [
            (
                moved.run.clock.label,
                str(moved.run.started),
                _dated(str(moved.before), language, provisional=moved.was_provisional),
                _dated(str(moved.after), language, provisional=moved.is_provisional),
            )
            for moved in deadlines
        ]
        console.print(table_of(_MOVED_DEADLINES, rows_of_deadlines, language))


def _day_state(day: Day, language: str) -> str:
    said = _WORKED if day.is_working else _OFF
    return _dated(said.said_in(language), language, provisional=day.provisional)


def _dated(text: str, language: str, *, provisional: bool) -> str:
    return f"{text}（{_PROVISIONAL.said_in(language)}）" if provisional else text


def _clock_row(named: NamedClock, on: date | None, language: str) -> tuple[str, ...]:
    clock = named.clock
    version = clock.current if on is None else clock.version_on(on)
    return (
        named.name,
        clock.says,
        period(clock, version.amount).said_in(language),
        _sourced(str(version.source), language, verified=version.verified),
        _since(version.source, language),
    )


def _rule_row(rule: Rule, language: str) -> tuple[str, ...]:
    return (
        rule.key,
        rule.says,
        RULE_KINDS[rule.kind].said_in(language),
        _sourced(str(rule.source), language, verified=rule.verified),
        _since(rule.source, language),
    )


def _sourced(source: str, language: str, *, verified: bool) -> str:
    return source if verified else f"{source}（{UNVERIFIED.said_in(language)}）"


def _since(source: Article, language: str) -> str:
    instrument = source.instrument
    if instrument.in_force is None:
        return "—"
    return _sourced(str(instrument.in_force), language, verified=instrument.dated)
