"""
Where a clock stands on a day: running, suspended, met, late; and which of several ends next.

It knows what a deadline and the day the step was taken mean together; it counts no period itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Literal

from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.deadlines import Deadline, Suspension, day_of, due
from zhunsheng.engine.law.errors import LawError

DayKind = Literal["working_day", "calendar_day", "hour"]


class State(Enum):
    """Where a clock stands."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    SUSPENDED = "suspended"
    MET = "met"
    MET_LATE = "met_late"
    OVERDUE = "overdue"
    TOO_EARLY = "too_early"
    """A minimum period was cut short."""
    ELAPSED = "elapsed"
    """A minimum period, or a validity, has run out; one may go on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """
    What has happened to one clock in one case.

    `started` is None before the event that starts it, `finished` before the one that meets it.
    """

    clock: Clock
    started: date | datetime | None = None
    finished: date | datetime | None = None
    suspensions: tuple[Suspension, ...] = ()
    extended_by: int | bool = False
    extended_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """
    Where a run stands on a day.

    `days` counts what is left while it runs, by how much it is late once it is late, and how much
    was missing where it was cut short; in `day_kind`. `in_extension` tells that the step fell, or
    falls, into the days the extension added: lawful, and no lateness.
    """

    run: Run
    state: State
    deadline: Deadline | None = None
    days: int = 0
    day_kind: DayKind = "calendar_day"
    in_extension: bool = False

    @property
    def is_late(self) -> bool:
        """Whether the period was overrun; finishing does not undo it."""
        return self.state in {State.MET_LATE, State.OVERDUE}

    @property
    def is_provisional(self) -> bool:
        """Whether a holiday notice to come may move the last day."""
        return self.deadline is not None and self.deadline.provisional


def status(run: Run, as_of: date | datetime, calendar: Calendar) -> Status:
    """
    Get where a run stands at the end of a day (for hours, at a moment).

    What happened after `as_of` is left out of account. Raises LawError where the step is said to
    have been taken before the start, and what `due` raises.
    """
    # What must be done before an event is due before it: the day of the event need not have come.
    ahead = run.clock.sense == "lead_time"
    if run.started is None or (not ahead and _before(as_of, run.started)):
        return Status(run=run, state=State.NOT_STARTED)
    finished = run.finished
    done = finished is not None and not _before(as_of, finished)
    # What was finished no longer stands still: an open suspension ends with the step.
    deadline = due(
        run.clock,
        run.started,
        calendar,
        suspensions=run.suspensions,
        extend=run.extended_by,
        extended_on=run.extended_on,
        as_of=day_of(finished if done and finished is not None else as_of),
    )
    if finished is not None and not ahead and _before(finished, run.started):
        raise LawError(
            f"“{run.clock.label}”的办结时间{finished}早于起算时间{run.started}。请核对。",
            f"{run.clock.label}: finished on {finished}, before the start {run.started}. "
            "Check the dates.",
        )
    if finished is not None and done:
        return _finished(run, deadline, finished, calendar)
    return _open(run, deadline, as_of, calendar)


def next_to_expire(runs: Iterable[Run], as_of: date, calendar: Calendar) -> Status | None:
    """
    Get the status of the run whose last day comes next, or whose last day passed first.

    Runs that are finished, not started, suspended or have nothing to miss are left out; None where
    nothing is left. Raises what `status` raises.
    """
    waiting = [
        found
        for run in runs
        if (found := status(run, as_of, calendar)).state in {State.RUNNING, State.OVERDUE}
        and not run.clock.is_minimum
    ]
    return min(waiting, key=_last_moment, default=None)


def _last_moment(found: Status) -> datetime:
    last = found.deadline.last if found.deadline else date.max
    return last if isinstance(last, datetime) else datetime.combine(last, datetime.max.time())


def _finished(
    run: Run, deadline: Deadline, finished: date | datetime, calendar: Calendar
) -> Status:
    clock = run.clock
    late = _before(deadline.last, finished)
    if clock.is_minimum:
        # A minimum period must have run through its last day; a wait must be over before the step.
        waits = clock.sense == "wait"
        missing = (deadline.last_day - day_of(finished)).days + waits
        state = State.TOO_EARLY if missing > 0 else State.MET
        return Status(run=run, state=state, deadline=deadline, days=max(missing, 0))
    days, kind = _between(deadline.last, finished, clock, calendar) if late else (0, _kind(clock))
    return Status(
        run=run,
        state=State.MET_LATE if late else State.MET,
        deadline=deadline,
        days=days,
        day_kind=kind,
        in_extension=not late and _before(deadline.unextended, finished),
    )


def _open(run: Run, deadline: Deadline, as_of: date | datetime, calendar: Calendar) -> Status:
    clock = run.clock
    past = _before(deadline.last, as_of)
    if _is_suspended(run, as_of):
        state = State.SUSPENDED
    elif not past:
        state = State.RUNNING
    elif clock.is_minimum or clock.sense == "fixed_term":
        state = State.ELAPSED
    else:
        state = State.OVERDUE
    first, second = (deadline.last, as_of) if past else (as_of, deadline.last)
    days, kind = _between(first, second, clock, calendar)
    return Status(
        run=run,
        state=state,
        deadline=deadline,
        days=0 if state is State.ELAPSED else days,
        day_kind=kind,
        in_extension=not past and _before(deadline.unextended, as_of),
    )


def _is_suspended(run: Run, as_of: date | datetime) -> bool:
    day = day_of(as_of)
    return any(
        stop.first <= day and (stop.last is None or day <= stop.last) for stop in run.suspensions
    )


def _kind(clock: Clock) -> DayKind:
    if clock.unit == "hour":
        return "hour"
    return "working_day" if clock.unit == "working_day" else "calendar_day"


def _between(
    first: date | datetime, last: date | datetime, clock: Clock, calendar: Calendar
) -> tuple[int, DayKind]:
    """
    Get how many days, of which kind, lie after `first` up to `last`; begun hours count as whole.

    Where only days off lie between, working days would say nothing: calendar days are given.
    """
    kind = _kind(clock)
    if kind == "hour":
        return -int(-(_moment(last) - _moment(first)).total_seconds() // 3600), kind
    start, end = day_of(first), day_of(last)
    if kind == "working_day":
        worked = calendar.working_days(start + timedelta(days=1), end)
        if worked or start == end:
            return worked, kind
    return (end - start).days, "calendar_day"


def _before(one: date | datetime, other: date | datetime) -> bool:
    """Whether one comes before another: by moment where both are moments, otherwise by day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_of(one) < day_of(other)


def _moment(moment: date | datetime) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, datetime.max.time())
