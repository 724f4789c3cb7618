"""
What an entry and its line in the ledger are to say: the actions decide what, this knows where it goes.

It changes entries in memory only; the batch writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.db.models.functions import Length

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.registers.cases import Outlook, outlook
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.models import Entry

_LONGEST_TITLE = 500


def seal_of(entry: Entry) -> dict[str, Any]:
    """
    Get what the ledger keeps of an entry as a whole, so that a row changed aside is found.

    Personal values are sealed by their commitments; the last days follow from the rest.
    """
    return {
        "register": entry.register,
        "government": entry.government_id,
        "unit": entry.unit_id,
        "number": entry.number,
        "title": entry.title,
        "state": entry.state,
        "done": entry.done,
        "happened": entry.happened.isoformat() if entry.happened else None,
        "late": entry.late,
        "version": entry.version,
        "entered_by": entry.entered_by_id,
        "entered_at": entry.entered_at.astimezone(UTC).isoformat(),
        "changed_by": entry.changed_by_id,
        "changed_at": entry.changed_at.astimezone(UTC).isoformat(),
        "values": entry.values,
    }


def all_values(entry: Entry) -> dict[str, Any]:
    """Get the values of an entry, the personal ones too."""
    return {**entry.values, **entry.private}


def hold(entry: Entry, named: NamedRegister, values: Mapping[str, Any]) -> None:
    """Put values where they belong: personal ones apart, the title and the day into columns."""
    register = named.register
    filled = {key: value for key, value in values.items() if value is not None}
    entry.values = {key: filled[key] for key in filled if key not in register.personal}
    entry.private = {key: filled[key] for key in filled if key in register.personal}
    entry.title = str(filled.get(register.title, ""))[:_LONGEST_TITLE]
    happened = filled.get(register.happened)
    entry.happened = date.fromisoformat(happened[:10]) if happened else None


def bring_up_to_date(
    entry: Entry, named: NamedRegister, actor: Actor, at: datetime, *, keeps_hand: bool = False
) -> None:
    """
    Compute what follows from the values, and count one version more.

    With `keeps_hand` the values stay in whose hand they are: nothing of them was changed.
    """
    clocks = named.domain.clocks_by_key()
    found = outlook(named.register, clocks, entry.values, at.date(), calendar_of())
    procedure = named.register.procedure
    follow(entry, found)
    entry.done = bool(procedure and procedure.state(entry.state).final)
    entry.version += 1
    if not keeps_hand:
        entry.changed_by = actor.user
    entry.changed_at = at


def follow(entry: Entry, found: Outlook) -> None:
    """Put where the clocks of an entry stand into the columns that follow from them."""
    entry.due, entry.late, entry.last_days = found.due, found.is_late, written_days(found)


def follows(entry: Entry, found: Outlook) -> bool:
    """Whether the columns of an entry say where its clocks stand."""
    stored = (entry.due, entry.late, entry.last_days)
    return stored == (found.due, found.is_late, written_days(found))


def written_days(found: Outlook) -> dict[str, str]:
    """Get the last day of each clock as it is stored."""
    return {clock: day.isoformat() for clock, day in found.last_days.items()}


def last_number(register: str, unit: Unit, at: datetime) -> int:
    """Get the last number of the year; the locked end of the ledger keeps writers in line."""
    year = f"{at.year}-"
    numbers = Entry.unscoped.filter(
        register=register, government=unit.government, number__startswith=year
    )
    # Longer is later: after 99999 comes 100000, which sorts before it as text.
    ordered = numbers.order_by(Length("number").desc(), "-number")
    last = ordered.values_list("number", flat=True).first()
    return int(last.removeprefix(year)) if last else 0


def draft(
    entry: Entry, changed: Mapping[str, Any], more: Mapping[str, Any] | None = None
) -> store.Draft:
    """Get what the ledger is to say of an entry: what changed, and what it is as a whole."""
    personal = catalogue().register(entry.register).register.personal
    return store.Draft(
        about=entry.about,
        says={
            "changed": {key: value for key, value in changed.items() if key not in personal},
            "entry": seal_of(entry),
            **(more or {}),
        },
        personal={key: value for key, value in changed.items() if key in personal},
    )
