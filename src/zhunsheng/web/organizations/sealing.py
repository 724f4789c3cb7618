"""
What the ledger says of governments, units, groups, people and roles.

Each line holds the row as a whole, so that a row changed past the actions is found by comparing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet

from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head
from zhunsheng.web.organizations.models import (
    Assignment,
    Government,
    Unit,
    UnitGroup,
    User,
)

Row = Government | Unit | UnitGroup | User | Assignment
KINDS: Mapping[str, type[Row]] = {
    "government": Government,
    "unit": Unit,
    "group": UnitGroup,
    "person": User,
    "role": Assignment,
}
CALLED = {
    "government": "政府",
    "unit": "单位",
    "group": "单位组",
    "person": "人员",
    "role": "角色",
}
_KIND_OF = {model: kind for kind, model in KINDS.items()}
# Who acts from the command line of the machine itself.
CONSOLE = "site"


def rows_of(kind: str) -> QuerySet[Any]:
    """Get the rows of a kind, in the order they were made."""
    return KINDS[kind].objects.order_by("pk")


def about(row: Row) -> str:
    """Get how the ledger speaks of a row: its place never changes."""
    return f"{_KIND_OF[type(row)]}/{row.pk}"


def seal_of(row: Row) -> dict[str, Any]:
    """Get what the ledger keeps of a row; of a person's password only a digest of its hash."""
    if isinstance(row, Government):
        return {
            "code": row.code,
            "name": row.name,
            "level": row.level,
            "parent": row.parent_id,
            "path": row.path,
            "past_names": row.past_names,
        }
    if isinstance(row, Unit):
        return {
            "government": row.government_id,
            "code": row.code,
            "name": row.name,
            "aliases": row.aliases,
            "past_names": row.past_names,
            "since": _day(row.since),
            "until": _day(row.until),
            "successor": row.successor_id,
        }
    if isinstance(row, UnitGroup):
        members = row.memberships.order_by("pk")
        return {
            "government": row.government_id,
            "name": row.name,
            "members": [[one.unit_id, _day(one.since), _day(one.until)] for one in members],
        }
    if isinstance(row, User):
        hashes = "\n".join([row.password, *row.past_passwords])
        return {
            "unit": row.unit_id,
            "active": row.is_active,
            "must_change_password": row.must_change_password,
            "passwords": sha256(hashes.encode()).hexdigest(),
        }
    return {
        "user": row.user_id,
        "unit": row.unit_id,
        "role": row.role,
        "since": _day(row.since),
        "until": _day(row.until),
        "stands_in_for": row.stands_in_for_id,
    }


def personal_of(row: Row) -> dict[str, Any]:
    """Get the personal values of a row: they enter the chain as commitments only."""
    if not isinstance(row, User):
        return {}
    return {"username": row.username, "full_name": row.full_name}


def who(actor: Actor | None) -> str:
    """Get how the ledger names who acts; nobody stands for the machine's own command line."""
    return f"user/{actor.user.pk}" if actor else CONSOLE


def write(
    head: Head,
    rows: Sequence[Row],
    did: str,
    actor: Actor | None,
    at: datetime,
    **more: object,
) -> None:
    """Append a line for each of some rows that were just written."""
    drafts = [
        store.Draft(about=about(row), says={"row": seal_of(row), **more}, personal=personal_of(row))
        for row in rows
    ]
    store.append(head, drafts, at=at, who=who(actor), did=did)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
