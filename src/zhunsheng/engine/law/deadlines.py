"""
The last day of a period: counted from its start under the law of that day.

It knows how days, months and hours are counted, stopped, lengthened and rolled over; it does not
know what any clock is about.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.clocks import Clock, Version
from zhunsheng.engine.law.errors import LawError

FIRST_YEAR, LAST_YEAR = 1949, 2099
_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Suspension:
    """Days that do not count, `first` and `last` included; no `last` while it goes on."""

    first: date
    last: date | None = None
    ground: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop(Suspension):
    """A suspension as it was counted: through `until`, also where it still goes on."""

    until: date

    def days_after(self, start: date) -> int:
        """Get how many of its days fall after a start."""
        return (self.until - max(self.first, start + _DAY)).days + 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """
    The outcome for one clock in one case.

    `last` is the last day of the period (for hours, the moment); for a lead time, the last day on
    which the step may still be taken. `counted` is the day the counting reached, before roll-over.
    `unextended` is the last day without the extension. `provisional` tells that a notice to come
    may move the day; `suspended` that it moves on every day the suspension lasts.
    """

    clock: Clock
    version: Version
    start: date | datetime
    counted: date
    last: date | datetime
    unextended: date | datetime
    extended_by: int = 0
    suspensions: tuple[Stop, ...] = ()
    provisional: bool = False
    suspended: bool = False

    @property
    def last_day(self) -> date:
        """The day of `last`."""
        return day_of(self.last)

    @property
    def opens(self) -> date | None:
        """The first day on which one may go on after a minimum period; None for other clocks."""
        return self.last_day + timedelta(days=1) if self.clock.is_minimum else None


def due(
    clock: Clock,
    start: date | datetime,
    calendar: Calendar,
    *,
    suspensions: Iterable[Suspension] = (),
    extend: int | bool = False,
    extended_on: date | None = None,
    as_of: date | None = None,
) -> Deadline:
    """
    Get the last day of a clock's period that starts on a day (for hours, at a moment).

    `extend` is True for the longest extension the law gives, or an amount in the clock's unit.
    `extended_on` is the day the extension was granted: one that came after the end is none.
    `as_of` is needed while a suspension goes on: the period is counted as if it ended that day.
    The day of the start is not counted (民法典第二百零一条).

    Raises LawError for a start out of range or before the law, an extension the law does not give,
    suspensions that overlap or do not fall into the period; NotCoveredError outside the calendar.
    """
    day = day_of(start)
    _check_range(day)
    version = clock.version_on(day)
    by = _extension(clock, version, extend=extend)
    if clock.unit == "hour":
        return _by_hours(clock, version, start, by, tuple(suspensions))
    stops = _ordered(suspensions, day, as_of) if suspensions else ()
    if clock.unit == "date" or clock.sense == "lead_time":
        return _fixed(clock, version, day, calendar, stops)
    found = _forward(clock, version, day, calendar, by, stops)
    _check_extended(found, extended_on)
    return found


def _check_extended(deadline: Deadline, extended_on: date | None) -> None:
    """Refuse an extension that came after the period had ended: lateness is not extended away."""
    if deadline.extended_by and extended_on and extended_on > day_of(deadline.unextended):
        label, ended = deadline.clock.label, deadline.unextended
        raise LawError(
            f"“{label}”在{ended}已经届满，{extended_on}才延长，不是依法延长。请去掉延长。",
            f"{label} ended on {ended}; an extension on {extended_on} comes too late. Leave it out.",
        )


def _check_range(day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise LawError(
            f"起算日{day}不在{FIRST_YEAR}年至{LAST_YEAR}年之间。请检查日期。",
            f"The start {day} is not between {FIRST_YEAR} and {LAST_YEAR}. Check the date.",
        )


def add_months(day: date, months: int) -> date:
    """
    Get the corresponding day of a later month, or that month's last day where it has none.

    Source: 民法典第二百零二条.

    >>> add_months(date(2025, 12, 31), 2)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    # 没有对应日的，月末日为期间的最后一日。
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _forward(
    clock: Clock,
    version: Version,
    day: date,
    calendar: Calendar,
    by: int,
    stops: tuple[Stop, ...],
) -> Deadline:
    """Get the outcome of a period that runs on from its start."""
    counted, last, late = _run(clock, version, day, calendar, by, stops)
    if late is not None:
        raise LawError(
            f"中止从{late.first}开始，而期限在{last}已经届满。请核对中止日期。",
            f"The suspension begins on {late.first}, after the period ended on {last}. "
            "Check its dates.",
        )
    unextended = _run(clock, version, day, calendar, 0, stops)[1] if by else last
    working = clock.unit == "working_day"
    return Deadline(
        clock=clock,
        version=version,
        start=day,
        counted=counted,
        last=last,
        unextended=unextended,
        extended_by=by,
        suspensions=stops,
        provisional=(working or clock.rolls_over)
        and calendar.is_provisional(day if working else counted, last),
        suspended=any(stop.last is None for stop in stops),
    )


def _run(
    clock: Clock,
    version: Version,
    start: date,
    calendar: Calendar,
    extended_by: int,
    stops: tuple[Stop, ...],
) -> tuple[date, date, Stop | None]:
    """Get the day the counting reaches, the last day after roll-over, and a stop that came late."""
    counted = _plain_end(clock, start, _number(version) + extended_by, calendar)
    for stop in stops:
        last = _rolled(clock, counted, calendar)
        if stop.first > last:
            return counted, last, stop
        if clock.unit == "working_day":
            lost = calendar.working_days(max(stop.first, start + _DAY), stop.until)
            counted = calendar.working_day_after(counted, lost) if lost else counted
        else:
            # What begins on the days a roll-over added stops those days too.
            base = counted if stop.first <= counted else last
            counted = base + timedelta(days=stop.days_after(start))
    return counted, _rolled(clock, counted, calendar), None


def _plain_end(clock: Clock, start: date, amount: int, calendar: Calendar) -> date:
    """Get the day an amount of the clock's units leads to, nothing in between."""
    if clock.unit == "working_day":
        return calendar.working_day_after(start, amount)
    if clock.unit == "calendar_day":
        return start + timedelta(days=amount)
    return add_months(start, amount * (12 if clock.unit == "year" else 1))


def _rolled(clock: Clock, day: date, calendar: Calendar) -> date:
    # 民法典第二百零三条：最后一日是法定休假日的，以休假日结束的次日为最后一日。
    return calendar.next_working_day(day) if clock.rolls_over else day


def _fixed(
    clock: Clock, version: Version, day: date, calendar: Calendar, stops: tuple[Stop, ...]
) -> Deadline:
    """Get the outcome of a clock that names a day, or that is counted back from an event."""
    if stops:
        raise LawError(
            f"“{clock.label}”不是从起算日往后数的期间，不能中止。请去掉中止。",
            f"{clock.label} is no period that runs on; it cannot be suspended. Leave that out.",
        )
    provisional = False
    if clock.sense == "lead_time":
        last = _back(clock, _number(version), day, calendar)
        provisional = clock.unit == "working_day" and calendar.is_provisional(last, day)
    else:
        last = _named_day(str(version.amount), day)
        if last < day:
            raise LawError(
                f"“{clock.label}”的日期是{last}，起算日{day}已经在它之后。请核对起算日期。",
                f"{clock.label} ends on {last}, before the start {day}. Check the start.",
            )
    return Deadline(
        clock=clock,
        version=version,
        start=day,
        counted=last,
        last=last,
        unextended=last,
        provisional=provisional,
    )


def _back(clock: Clock, amount: int, event: date, calendar: Calendar) -> date:
    if clock.unit == "working_day":
        return calendar.working_day_before(event, amount)
    if clock.unit == "calendar_day":
        return event - timedelta(days=amount)
    return add_months(event, -amount * (12 if clock.unit == "year" else 1))


def _named_day(amount: str, day: date) -> date:
    """Get the day a text names: once, or in the year after the one a day belongs to."""
    once = len(amount) > len("03-01")
    return date.fromisoformat(amount if once else f"{day.year + 1}-{amount}")


def _by_hours(
    clock: Clock,
    version: Version,
    start: date | datetime,
    by: int,
    suspensions: tuple[Suspension, ...],
) -> Deadline:
    # 民法典第二百零一条：按照小时计算期间的，自法律规定或者当事人约定的时间开始计算。
    if not isinstance(start, datetime):
        raise LawError(
            f"“{clock.label}”按小时计算，请写明起算的时间，如 {start}T09:30。",
            f"{clock.label} is counted in hours; give the time of the start: {start}T09:30.",
        )
    if suspensions:
        raise LawError(
            f"“{clock.label}”按小时计算，不能中止。请去掉中止。",
            f"{clock.label} is counted in hours and cannot be suspended. Leave that out.",
        )
    direction = -1 if clock.sense == "lead_time" else 1
    unextended = start + direction * timedelta(hours=_number(version))
    last = unextended + timedelta(hours=by)
    return Deadline(
        clock=clock,
        version=version,
        start=start,
        counted=last.date(),
        last=last,
        unextended=unextended,
        extended_by=by,
    )


def _number(version: Version) -> int:
    """Get the amount of a version whose clock is no fixed day."""
    return int(version.amount)


def day_of(moment: date | datetime) -> date:
    """Get the day of a moment, or the day itself."""
    return moment.date() if isinstance(moment, datetime) else moment


def _ordered(
    suspensions: Iterable[Suspension], start: date, as_of: date | None
) -> tuple[Stop, ...]:
    """Get suspensions in order. Raises LawError where they overlap, or end before they begin."""
    stops: list[Stop] = []
    for suspension in sorted(suspensions, key=lambda one: one.first):
        if suspension.last is None and as_of is not None and as_of < suspension.first:
            continue
        _check_one(suspension, start, as_of)
        if stops and suspension.first <= stops[-1].until:
            raise LawError(
                f"两次中止重叠：{stops[-1].first}至{stops[-1].until}，{suspension.first}起。请合并后再算。",
                f"Two suspensions overlap: {stops[-1].first} to {stops[-1].until}, and from "
                f"{suspension.first}. Make them one.",
            )
        until = suspension.last or as_of or suspension.first
        stops.append(
            Stop(
                first=suspension.first, last=suspension.last, ground=suspension.ground, until=until
            )
        )
    return tuple(stops)


def _check_one(suspension: Suspension, start: date, as_of: date | None) -> None:
    if suspension.last is None and as_of is None:
        raise LawError(
            f"{suspension.first}起的中止还没有结束，请写明截至哪一天计算（--as-of）。",
            f"The suspension from {suspension.first} goes on; say as of which day (--as-of).",
        )
    if suspension.last is not None and suspension.last < suspension.first:
        raise LawError(
            f"中止的结束日{suspension.last}早于开始日{suspension.first}。请改正。",
            f"The suspension ends on {suspension.last}, before it begins on {suspension.first}. "
            "Put that right.",
        )
    if suspension.first < start:
        raise LawError(
            f"中止从{suspension.first}开始，早于起算日{start}。请核对日期。",
            f"The suspension begins on {suspension.first}, before the start {start}. "
            "Check the dates.",
        )


def _extension(clock: Clock, version: Version, *, extend: int | bool) -> int:
    """Get by how much a period is lengthened. Raises LawError beyond what the law gives."""
    if extend is False:
        return 0
    given = version.extension
    if given is None:
        raise LawError(
            f"{version.source}没有规定“{clock.label}”可以延长。请去掉延长。",
            f"{version.source} gives no extension of {clock.label}. Leave the extension out.",
        )
    if extend is True:
        if given.amount is None:
            raise LawError(
                f"{given.source}没有写明“{clock.label}”延长多久。请写明批准的延长数量。",
                f"{given.source} sets no length for the extension of {clock.label}. "
                "Say by how much it was extended.",
            )
        return given.amount
    if extend < 1 or (given.amount is not None and extend > given.amount):
        raise LawError(
            f"“{clock.label}”的延长应在1至{given.amount or '（不限）'}之间（{given.source}），"
            f"不能延长{extend}。请改正。",
            f"{clock.label} may be extended by 1 to {given.amount or 'any number'} "
            f"({given.source}), not by {extend}. Put that right.",
        )
    return extend
