"""
Entries as they were at a past moment, read from the ledger alone: one of them, or a register of some governments.

The last line about an entry holds what it was as a whole, but for its personal values, of which lines hold
commitments only; so nobody's name comes back from the past. Rows are not looked at, whatever became of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web.ledger import past, store
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.registers.as_of_days import NO_DAYS, Days, DaysThen
from zhunsheng.web.registers.models import Entry


@dataclass(frozen=True, slots=True)
class EntryThen:
    """An entry as it was: `sealed` is what its last line by then says of it, `line` that line's number."""

    key: int
    line: int
    sealed: Mapping[str, Any]
    days: Days = NO_DAYS

    @property
    def happened(self) -> date | None:
        """The day the entry belongs to."""
        day = self.sealed["happened"]
        return date.fromisoformat(day) if day else None

    def as_entry(self) -> Entry:
        """Get it as pages read entries. It has no personal values, and must not be saved."""
        sealed = self.sealed
        return Entry(
            pk=self.key,
            register=sealed["register"],
            government_id=sealed["government"],
            unit_id=sealed["unit"],
            number=sealed["number"],
            title=sealed["title"],
            state=sealed["state"],
            happened=self.happened,
            due=self.days.due,
            last_days=dict(self.days.last_days),
            late=sealed["late"],
            done=sealed["done"],
            values=dict(sealed["values"]),
            version=sealed["version"],
            entered_by_id=sealed["entered_by"],
            changed_by_id=sealed["changed_by"],
            entered_at=datetime.fromisoformat(sealed["entered_at"]),
            changed_at=datetime.fromisoformat(sealed["changed_at"]),
        )


def entry_then(register: str, key: int, moment: Moment) -> EntryThen | None:
    """Get an entry of a register as it was at a moment; None where it was not there yet."""
    line = past.last_line(f"{register}/{key}", moment)
    if line is None:
        return None
    days = DaysThen(catalogue().register(register), moment, [key], line.number)
    return _then(key, line.number, line.at, line.says["entry"], days)


def entries_then(
    named: NamedRegister,
    moment: Moment,
    *,
    governments: Collection[int] | None = None,
    keys: Collection[int] | None = None,
    with_days: bool = True,
) -> Iterator[EntryThen]:
    """
    Get the entries of a register as they were at a moment, in no order, without holding all at once.

    Of some governments, by their keys, or of all; with `keys`, some hundreds at most, those entries only. Without their last days
    reading takes a fraction of the time.
    """
    saying = {} if governments is None else {"says__entry__government__in": list(governments)}
    lines = past.last_lines(named.name, moment, keys=keys, saying=saying)
    rows = past.rows(lines, "number", "about", "at", "says__entry")
    since = -1
    if keys is not None:
        rows = iter(few := list(rows))
        since = min((number for number, *_ in few), default=-1)
    days = DaysThen(named, moment, keys, since) if with_days else None
    for number, about, at, sealed in rows:
        yield _then(store.key_of(about), number, at, sealed, days)


def _then(
    key: int, number: int, at: str, sealed: Mapping[str, Any], days: DaysThen | None
) -> EntryThen:
    found = days.of(key, sealed["values"], number, at) if days else NO_DAYS
    return EntryThen(key, number, sealed, found)
