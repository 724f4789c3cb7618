"""A county with entries made by the actions themselves, and the same rows in the plain table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhunsheng.web.organizations.models import Unit, User

REGISTER = "openness.request"
PART = 10_000
DAYS = 700


def raws(start: int, count: int, today: date) -> Iterator[dict[str, object]]:
    """Get what one would enter, so many times, spread over two years."""
    first = today - timedelta(days=DAYS)
    for number in range(start, start + count):
        yield {
            "received": str(first + timedelta(days=number % DAYS)),
            "channel": "online",
            "applicant": {"kind": "person", "name": "某甲", "number": ""},
            "applicant_kind": "person",
            "contact": "无",
            "subject": f"第{number}号事项的批复与方案",
            "content": "请公开全文。",
        }


@dataclass
class Place:
    """A unit of a county of its own, and who works there in every role that pages need."""

    unit: Unit
    user: User


def county(code: str, name: str) -> Place:
    """Make a county with one unit and one person."""
    from zhunsheng.web.organizations.models import Assignment, Government, Unit, User

    government = Government.objects.create(code=code, name=f"{name}（虚构）", level="county")
    unit = Unit.objects.create(government=government, code="sfj", name=f"{name}司法局")
    user = User.objects.create(
        username=f"clerk-{code}", full_name="填报员", is_staff=True, is_superuser=True
    )
    for role in ("reporter", "coordinator"):
        Assignment.objects.create(user=user, unit=unit, role=role)
    return Place(unit, user)


def fill(place: Place, count: int) -> None:
    """Make so many entries; every tenth is registered, so that there are states to filter by."""
    from zhunsheng.engine.catalogue import catalogue
    from zhunsheng.web import actors, clock
    from zhunsheng.web.lists import declared_indexes
    from zhunsheng.web.registers import actions

    now = clock.now()
    actor = actors.actor_of(place.user, now.date())
    for start in range(0, count, PART):
        made = actions.create_many(
            actor, REGISTER, place.unit, raws(start, min(PART, count - start), now.date()), now
        )
        for entry in made[:: max(10, len(made) // 100)]:
            actions.take_step(actor, entry.pk, entry.version, "register", {}, now)
    # As every night does.
    declared_indexes.refresh(catalogue().registers())


def fill_plain(count: int) -> None:
    """Make the same rows in the plain table."""
    from benchmarks.plain.models import PlainRequest
    from zhunsheng.web import clock

    today = clock.now().date()
    for start in range(0, count, PART):
        PlainRequest.objects.bulk_create(
            [
                PlainRequest(
                    number=f"2026-{start + number:05}",
                    received=date.fromisoformat(str(raw["received"])),
                    channel="online",
                    applicant="某甲",
                    applicant_kind="person",
                    contact="无",
                    subject=str(raw["subject"]),
                    content=str(raw["content"]),
                    state="received",
                    due=date.fromisoformat(str(raw["received"])) + timedelta(days=28),
                    late=number % 3 == 0,
                )
                for number, raw in enumerate(raws(start, min(PART, count - start), today))
            ],
            batch_size=500,
        )
