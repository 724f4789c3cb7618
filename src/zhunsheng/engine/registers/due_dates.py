"""
Last days that an entry names itself: a date somebody set, or so many days after another date.

The law's own periods are clocks; these are what a unit was told, promised or planned. They count in
calendar days and are never lengthened, so that lateness here needs no explanation day by day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zhunsheng.engine.law.rules import Article
from zhunsheng.engine.law.states import State
from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import NAME
from zhunsheng.engine.registers.procedures import Predicate, Values

_LONGEST = 3660


@dataclass(frozen=True, kw_only=True, slots=True)
class DueDate:
    """
    A last day that an entry names.

    It is the date in the field `until`, or as many days as the integer field `every` says after the
    first of the date fields `after` that is filled. The date field `ends` meets it; one without
    `ends` comes round again whenever a date of `after` moves on. `when` tells whether it holds at all.

    Raises DeclarationError where the declaration contradicts itself.
    """

    key: str
    label: str
    until: str = ""
    after: tuple[str, ...] = ()
    every: str = ""
    ends: str = ""
    when: Predicate | None = None
    source: Article | None = None

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                raise DeclarationError(f"到期日{self.key}：{zh}。", f"Due date {self.key}: {en}.")

    @property
    def dates(self) -> tuple[str, ...]:
        """The date fields it reads."""
        return tuple(key for key in (self.until, *self.after, self.ends) if key)

    def last_day(self, values: Values) -> date | None:
        """Get the last day an entry names; None where it names none, or the due date does not hold."""
        if self.when is not None and not self.when(values):
            return None
        if self.until:
            return _day(values.get(self.until))
        start = next((values[key] for key in self.after if values.get(key)), None)
        days = values.get(self.every)
        if start is None or not isinstance(days, int) or not 0 < days <= _LONGEST:
            return None
        return date.fromisoformat(start[:10]) + timedelta(days=days)

    def _contradictions(self) -> tuple[tuple[bool, str, str], ...]:
        return (
            (
                not NAME.fullmatch(self.key),
                "名称应为小写英文",
                "its key must be lower-case English",
            ),
            (not self.label, "缺少中文名", "it needs a label"),
            (
                bool(self.until) == bool(self.after),
                "日期要么写明，要么从另一日期推算",
                "it is either a date of the entry or follows from another",
            ),
            (
                bool(self.after) != bool(self.every),
                "推算须写明隔多少日",
                "after and every go together",
            ),
            (
                bool(self.until) and not self.ends,
                "写明的日期须有办结日期",
                "a date of the entry needs the date that meets it",
            ),
        )


@dataclass(frozen=True, slots=True)
class DueStatus:
    """Where a due date stands on a day; `days` are left while it runs, or by how many it is late."""

    due_date: DueDate
    last_day: date
    state: State
    days: int = 0

    @property
    def is_late(self) -> bool:
        """Whether the last day was missed; doing it later does not undo that."""
        return self.state in {State.MET_LATE, State.OVERDUE}

    @property
    def is_open(self) -> bool:
        """Whether it is still to be met."""
        return self.state in {State.RUNNING, State.OVERDUE}

    @property
    def says(self) -> Message:
        """Where it stands, as people read it."""
        return {
            State.RUNNING: Message(f"还有{self.days}日", f"{self.days} days left"),
            State.OVERDUE: Message(f"已逾期{self.days}日", f"{self.days} days overdue"),
            State.MET: Message("按期办结", "met in time"),
            State.MET_LATE: Message(f"逾期{self.days}日办结", f"met {self.days} days late"),
        }[self.state]


def due_statuses(
    due_dates: tuple[DueDate, ...], values: Values, as_of: date
) -> Iterator[DueStatus]:
    """
    Get where the due dates of an entry stand at the end of a day.

    What happened after `as_of` is left out of account, as clocks do.
    """
    for due_date in due_dates:
        last_day = due_date.last_day(values)
        if last_day is None:
            continue
        met = _day(values.get(due_date.ends)) if due_date.ends else None
        if met is not None and met <= as_of:
            late = (met - last_day).days
            state = State.MET_LATE if late > 0 else State.MET
            yield DueStatus(due_date, last_day, state, max(late, 0))
        else:
            late = (as_of - last_day).days
            state = State.OVERDUE if late > 0 else State.RUNNING
            yield DueStatus(due_date, last_day, state, abs(late))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
