"""
Why a day is the last day: the derivation, day by day, as someone with a wall calendar would check it.

It walks through the days one by one, where `deadlines` computes; that both end on the same day is
tested. It knows no domain and no layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from zhunsheng.engine.law.calendar import Calendar, Day
from zhunsheng.engine.law.deadlines import Deadline, add_months

_ONE = timedelta(days=1)


class Role(Enum):
    """What a day is to a period."""

    START = "start"
    COUNTED = "counted"
    OFF = "off"
    SUSPENDED = "suspended"
    ROLLED_OVER = "rolled_over"
    """A day off, or the working day after it, on which the period may end instead."""


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of the walk; `number` is its number in the period, 0 where it has none."""

    date: date
    role: Role
    number: int = 0
    ground: str = ""
    day: Day | None = None
    """What the calendar says; None before the first holiday notice, where it says nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """
    A deadline with its derivation.

    `days` are in the order of the walk: for a lead time backwards, for months and years from the
    corresponding day on, for hours and fixed days none. `last` is the day (the moment) the walk led
    to.
    """

    deadline: Deadline
    days: tuple[CountedDay, ...]
    last: date | datetime


def explain(deadline: Deadline, calendar: Calendar) -> Explanation:
    """Get the derivation of a deadline that was computed with the same calendar."""
    clock = deadline.clock
    if clock.unit in {"hour", "date"}:
        return Explanation(deadline=deadline, days=(), last=deadline.last)
    walk = _Walk(deadline, calendar)
    walk.days.append(walk.met(walk.start, Role.START))
    if clock.sense == "lead_time":
        walk.go_back()
    elif clock.unit in {"month", "year"}:
        walk.go_by_months()
    else:
        walk.go()
    return Explanation(deadline=deadline, days=tuple(walk.days), last=walk.at)


class _Walk:
    """A finger on the calendar: where it is, and the days it has passed."""

    def __init__(self, deadline: Deadline, calendar: Calendar) -> None:
        start = deadline.start
        self.deadline = deadline
        self.clock = deadline.clock
        self.calendar = calendar
        self.start = start.date() if isinstance(start, datetime) else start
        self.at = self.start
        self.days: list[CountedDay] = []
        self.stopped = dict(_stopped(deadline))
        self.needed = int(deadline.version.amount) + deadline.extended_by

    def met(self, day: date, role: Role, number: int = 0) -> CountedDay:
        """Get a day with what the calendar says of it."""
        known = self.calendar.day(day) if day.year >= self.calendar.first_year else None
        return CountedDay(day, role, number, self.stopped.get(day, ""), known)

    def go(self) -> None:
        """Count working days or calendar days, then roll over."""
        working = self.clock.unit == "working_day"
        number = 0
        while number < self.needed:
            self.at += _ONE
            if self.at in self.stopped:
                self.days.append(self.met(self.at, Role.SUSPENDED))
            elif working and not self.calendar.is_working(self.at):
                self.days.append(self.met(self.at, Role.OFF))
            else:
                number += 1
                self.days.append(self.met(self.at, Role.COUNTED, number))
        self.roll_over()

    def go_by_months(self) -> None:
        """Go to the corresponding day, add the days that were suspended, then roll over."""
        months = self.needed * (12 if self.clock.unit == "year" else 1)
        end = add_months(self.start, months)
        owed = sum(self.start < day <= end for day in self.stopped)
        self.at = end
        self.days.append(self.met(end, Role.COUNTED, self.needed))
        self._give_back(owed)
        self.roll_over()

    def go_back(self) -> None:
        """Count back from the event."""
        if self.clock.unit in {"month", "year"}:
            months = self.needed * (12 if self.clock.unit == "year" else 1)
            self.at = add_months(self.start, -months)
            self.days.append(self.met(self.at, Role.COUNTED, self.needed))
            return
        number = 0
        while number < self.needed:
            self.at -= _ONE
            if self.clock.unit == "working_day" and not self.calendar.is_working(self.at):
                self.days.append(self.met(self.at, Role.OFF))
            else:
                number += 1
                self.days.append(self.met(self.at, Role.COUNTED, number))

    def roll_over(self) -> None:
        """Go on to a working day; days of that stretch on which the period stood still are owed."""
        while self.clock.rolls_over and not self.calendar.is_working(self.at):
            owed = 0
            while not self.calendar.is_working(self.at):
                self.at += _ONE
                role = Role.SUSPENDED if self.at in self.stopped else Role.ROLLED_OVER
                owed += role is Role.SUSPENDED
                self.days.append(self.met(self.at, role))
            self._give_back(owed)

    def _give_back(self, owed: int) -> None:
        """Go on by so many days on which the period does not stand still."""
        while owed:
            self.at += _ONE
            if self.at in self.stopped:
                self.days.append(self.met(self.at, Role.SUSPENDED))
            else:
                owed -= 1
                self.days.append(self.met(self.at, Role.COUNTED))


def _stopped(deadline: Deadline) -> Iterator[tuple[date, str]]:
    """Get each day on which the period stands still, with the ground."""
    for stop in deadline.suspensions:
        day = stop.first
        while day <= stop.until:
            yield day, stop.ground
            day += _ONE
