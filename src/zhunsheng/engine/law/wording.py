"""
A derivation in words: the steps of the counting and the days walked, for people to read.

It knows how to say a derivation in Chinese and English; it computes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from zhunsheng.engine.law.calendar import Day, Kind
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.deadlines import Deadline
from zhunsheng.engine.law.explanation import CountedDay, Explanation, Role
from zhunsheng.engine.messages import Message

_UNITS = {
    "working_day": ("个工作日", "working days"),
    "calendar_day": ("日", "days"),
    "month": ("个月", "months"),
    "year": ("年", "years"),
    "hour": ("小时", "hours"),
}
_SENSES = {
    "at_most": ("{}内", "within {}"),
    "at_least": ("不少于{}", "at least {}"),
    "lead_time": ("至少提前{}", "at least {} before"),
    "wait": ("满{}后", "after {}"),
    "by_date": ("{}前", "by {}"),
    "cycle": ("每{}至少一次", "at least once every {}"),
    "fixed_term": ("{}", "for {}"),
}
_CIVIL_CODE = "民法典第二百零{}条"
_ZH_DAYS = "一二三四五六日"
_EN_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class WalkedDay:
    """One day of the walk as a row: the day, what it counts as, and why."""

    date: date
    weekday: Message
    counts: Message
    why: Message
    role: Role


@dataclass(frozen=True, slots=True)
class Derivation:
    """The steps of a derivation in order, the days walked, and what follows from it."""

    steps: tuple[Message, ...]
    days: tuple[WalkedDay, ...]
    outcome: Message


def in_words(explanation: Explanation) -> Derivation:
    """Get a derivation in words."""
    return Derivation(
        steps=tuple(_steps(explanation)),
        days=tuple(_walked(day, explanation.deadline.clock) for day in explanation.days),
        outcome=outcome(explanation.deadline),
    )


def weekday(day: date) -> Message:
    """Get the name of a day of the week."""
    return Message(f"周{_ZH_DAYS[day.weekday()]}", _EN_DAYS[day.weekday()])


def period(clock: Clock, amount: int | str) -> Message:
    """Get an amount of a clock as the law means it: within, at least, ahead of."""
    zh, en = _SENSES[clock.sense]
    said = amount_of(clock, amount)
    return Message(zh.format(said.zh), en.format(said.en))


def amount_of(clock: Clock, amount: int | str) -> Message:
    """Get an amount with its unit."""
    if isinstance(amount, str):
        return _named_day(amount)
    zh, en = _UNITS[clock.unit]
    return Message(f"{amount}{zh}", f"{amount} {en}")


def outcome(deadline: Deadline) -> Message:
    """Get the last day of a period as a sentence, with what makes it uncertain."""
    said = _conclusion(deadline)
    if deadline.provisional:
        said = Message(
            said.zh + "这是暂定日期：其间有的日子还没有放假通知，通知公布后须重算。",
            said.en + " Provisional: a holiday notice to come may move it.",
        )
    if deadline.suspended:
        said = Message(
            said.zh + "中止还没有结束，每多中止一日，期限相应后移。",
            said.en + " The suspension goes on, and the day moves with it.",
        )
    if not deadline.version.verified:
        said = Message(
            said.zh + "该规定尚未核对条文原文，使用前请核对。",
            said.en + " This rule has not been checked against the text of the law.",
        )
    return said


def _conclusion(deadline: Deadline) -> Message:
    clock, last = deadline.clock, deadline.last
    at = _said(last)
    if (opens := deadline.opens) is not None:
        after = _said(opens)
        return Message(
            f"期间最后一日是{at.zh}，{after.zh}起方可进行下一步。",
            f"The period runs through {at.en}; one may go on from {after.en}.",
        )
    if clock.sense == "lead_time":
        event = _said(deadline.start)
        if clock.unit not in {"hour", "working_day"}:
            note = Message("；该日如为休息日不向后顺延", "; a day off does not move it back")
        else:
            note = Message("", "")
        return Message(
            f"须在{event.zh}之前至少{amount_of(clock, deadline.version.amount).zh}办理，"
            f"最晚是{at.zh}{note.zh}。",
            f"The latest day before {event.en} is {at.en}{note.en}.",
        )
    if clock.sense == "fixed_term":
        return Message(f"期满之日是{at.zh}。", f"It runs out on {at.en}.")
    return Message(f"最后一日是{at.zh}。", f"The last day is {at.en}.")


def _steps(explanation: Explanation) -> Iterator[Message]:
    deadline = explanation.deadline
    clock, version = deadline.clock, deadline.version
    start = _said(deadline.start)
    yield Message(
        f"起算：{start.zh}{clock.starts_label}。", f"Start: {start.en}, {clock.starts_on}."
    )
    yield _rule(deadline)
    yield from _beginning(deadline)
    yield from _days_off(explanation)
    for stop in deadline.suspensions:
        ground = stop.ground or "中止"
        yield Message(
            f"{stop.first}至{stop.until}{ground}，共{(stop.until - stop.first).days + 1}日，不计入期限。",
            f"{stop.first} to {stop.until} do not count ({ground}).",
        )
    if deadline.extended_by and (given := version.extension) is not None:
        by = amount_of(clock, deadline.extended_by)
        who = f"，经{given.approver}批准或同意" if given.approver else ""
        until = _said(deadline.unextended)
        yield Message(
            f"延长{by.zh}（{given.source}{who}）；不延长的最后一日是{until.zh}。",
            f"Extended by {by.en} ({given.source}); without it, the last day is {until.en}.",
        )
    yield from _ending(deadline)


def _rule(deadline: Deadline) -> Message:
    clock, version = deadline.clock, deadline.version
    said = period(clock, version.amount)
    instrument = version.source.instrument
    unseen = "" if version.verified else "（条文未核实）"
    return Message(
        f"规定：{clock.says}依据{version.source}（{instrument.version}，{instrument.since.zh}）{unseen}，"
        f"期限为{said.zh}。",
        f"Rule: {version.source} ({instrument.version}, {instrument.since.en})"
        f"{'' if version.verified else ', not verified'}: {said.en}.",
    )


def _beginning(deadline: Deadline) -> Iterator[Message]:
    clock = deadline.clock
    if clock.unit == "hour":
        article = _CIVIL_CODE.format("一")
        yield Message(
            f"按小时计算，自起算时间开始（{article}）。",
            f"Hours run from the moment itself ({article}).",
        )
    elif clock.sense == "lead_time":
        yield Message("从该日往前数，该日不计入。", "Counted back; the day itself is not counted.")
    elif clock.unit != "date":
        if clock.days_mean is not None:
            yield Message(
                f"这里的“日”是工作日（{clock.days_mean}）。",
                f"Days are working days ({clock.days_mean}).",
            )
        article = _CIVIL_CODE.format("一")
        yield Message(
            f"起算当日不计入，自次日开始计算（{article}）。",
            f"The day of the start is not counted ({article}).",
        )


def _days_off(explanation: Explanation) -> Iterator[Message]:
    """Say which days off were passed over and which make-up days were counted, by notice."""
    if explanation.deadline.clock.unit != "working_day":
        return
    met = [walked for walked in explanation.days if walked.role in {Role.COUNTED, Role.OFF}]
    days = [walked.day for walked in met if walked.day is not None]
    off = [day for day in days if day.kind is Kind.HOLIDAY]
    for (name, source), group in groupby(sorted(off, key=_by_date), _name_and_source):
        listed = "、".join(_runs(list(group)))
        yield Message(
            f"{name}放假不计入：{listed}（{source}）。", f"Off for {name}: {listed} ({source})."
        )
    made_up = sorted((day for day in days if day.kind is Kind.MAKE_UP), key=_by_date)
    for source, group in groupby(made_up, lambda day: day.source):
        listed = "、".join(_short(day) for day in group)
        yield Message(
            f"调休上班，计入工作日：{listed}（{source}）。",
            f"Make-up working days, counted: {listed} ({source}).",
        )
    if weekend := sum(day.kind is Kind.WEEKEND for day in days):
        yield Message(
            f"其余周六、周日共{weekend}日不计入。", f"{weekend} other weekend days do not count."
        )


def _ending(deadline: Deadline) -> Iterator[Message]:
    clock = deadline.clock
    if clock.unit in {"month", "year"} and clock.sense != "lead_time":
        article = _CIVIL_CODE.format("二")
        start = deadline.start.day
        ends = (
            "到期月没有对应日，以月末日为最后一日"
            if deadline.counted.day < start
            else "到期月的对应日"
        )
        if not deadline.suspensions:
            yield Message(
                f"{ends}：{deadline.counted}（{article}）。",
                f"Corresponding day, or the month's last: {deadline.counted} ({article}).",
            )
    if deadline.last_day != deadline.counted and clock.unit != "hour":
        counted, last = _said(deadline.counted), _said(deadline.last)
        article = _CIVIL_CODE.format("三")
        yield Message(
            f"期间届满之日{counted.zh}是休息日，顺延至{last.zh}（{article}）。",
            f"{counted.en} is a day off; the period ends on {last.en} ({article}).",
        )


def _walked(walked: CountedDay, clock: Clock) -> WalkedDay:
    return WalkedDay(
        walked.date, weekday(walked.date), _counts(walked, clock), _why(walked), walked.role
    )


def _counts(walked: CountedDay, clock: Clock) -> Message:
    if walked.role is Role.START:
        return Message("不计入", "not counted")
    if walked.role is Role.COUNTED and walked.number:
        zh, en = _UNITS[clock.unit]
        return Message(f"第{walked.number}{zh}", f"{walked.number} {en}")
    said = {
        Role.COUNTED: Message("补足中止的日子", "given back"),
        Role.OFF: Message("不计入", "not counted"),
        Role.SUSPENDED: Message("中止", "suspended"),
        Role.ROLLED_OVER: Message("顺延", "rolled over"),
    }
    return said[walked.role]


def _why(walked: CountedDay) -> Message:
    if walked.role is Role.START:
        return Message("起算当日", "the day of the start")
    if walked.role is Role.SUSPENDED:
        return Message(walked.ground or "中止期间", walked.ground or "suspension")
    day = walked.day
    if day is None:
        return Message("", "")
    reasons = {
        Kind.ORDINARY: Message("", ""),
        Kind.WEEKEND: Message("周末", "weekend"),
        Kind.HOLIDAY: Message(f"{day.name}放假（{day.source}）", f"{day.name} ({day.source})"),
        Kind.MAKE_UP: Message(f"调休上班（{day.source}）", f"make-up day ({day.source})"),
    }
    said = reasons[day.kind]
    if day.provisional:
        return Message(said.zh + "（暂定）", f"{said.en} (provisional)".strip())
    return said


def _said(moment: date | datetime) -> Message:
    day = weekday(moment)
    written = f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else f"{moment}"
    return Message(f"{written}（{day.zh}）", f"{written} ({day.en})")


def _named_day(amount: str) -> Message:
    *year, month, day = amount.split("-")
    start = f"{year[0]}年" if year else "每年"
    return Message(f"{start}{int(month)}月{int(day)}日", amount)


def _runs(days: list[Day]) -> Iterator[str]:
    """Get days in order, those that follow on each other as one run: 10-01至10-08."""
    first = 0
    for place, day in enumerate(days):
        if place + 1 == len(days) or (days[place + 1].date - day.date).days > 1:
            run = days[first : place + 1]
            yield _short(day) if len(run) == 1 else f"{_short(run[0])}至{_short(day)}"
            first = place + 1


def _short(day: Day) -> str:
    return f"{day.date:%m-%d}"


def _by_date(day: Day) -> date:
    return day.date


def _name_and_source(day: Day) -> tuple[str, str]:
    return day.name, day.source
