"""A county with entries made by the actions themselves, and the same rows in the plain table."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhunsheng.web.organizations.models import Unit, User

PART = 10_000
DAYS = 700


@dataclass(frozen=True)
class Kind:
    """
    What is entered: a register, the values of an entry, and the step that some of the entries take.

    `days` are the fields of its days, first the entry's own, `titled` that of its title, `party` that of who
    it is about. From the state `first` the step is taken by a role `by`, which gives `values`.
    """

    register: str
    days: tuple[str, ...]
    titled: str
    party: str
    others: Mapping[str, object]
    first: str
    step: str
    by: str
    values: Mapping[str, object]

    def raw(self, number: int, day: date) -> dict[str, object]:
        """Get what one would enter."""
        party = {"kind": "person", "name": "某甲", "number": ""}
        title = f"第{number}号事项的批复与方案"
        days = dict.fromkeys(self.days, str(day))
        return {**days, self.party: party, self.titled: title, **self.others}


KINDS = {
    "openness.request": Kind(
        register="openness.request",
        days=("received",),
        titled="subject",
        party="applicant",
        others={
            "channel": "online",
            "applicant_kind": "person",
            "contact": "无",
            "content": "请公开全文。",
        },
        first="received",
        step="register",
        by="reporter",
        values={},
    ),
    "penalty.case": Kind(
        register="penalty.case",
        days=("discovered", "committed"),
        titled="matter",
        party="party",
        others={
            "source": "inspection",
            "party_kind": "person",
            "field_of_work": "city",
            "form": "alone",
            "method": "on_site",
        },
        first="clue",
        step="refuse",
        by="approver",
        values={"refused": str(date.today()), "refusal": "没有违法事实"},  # noqa: DTZ011
    ),
}
KIND = KINDS[os.environ.get("BENCH_REGISTER", "openness.request")]
REGISTER = KIND.register


def raws(start: int, count: int, today: date) -> Iterator[dict[str, object]]:
    """Get what one would enter, so many times, spread over two years."""
    first = today - timedelta(days=DAYS)
    for number in range(start, start + count):
        yield KIND.raw(number, first + timedelta(days=number % DAYS))


@dataclass
class Place:
    """A unit of a county of its own, who enters there and sees all of it, and who approves."""

    unit: Unit
    user: User
    approver: User


def county(code: str, name: str) -> Place:
    """Make a county with one unit and its people."""
    from zhunsheng.web.organizations.models import Assignment, Government, Unit, User

    government = Government.objects.create(code=code, name=f"{name}（虚构）", level="county")
    unit = Unit.objects.create(government=government, code="sfj", name=f"{name}司法局")
    user = User.objects.create(
        username=f"clerk-{code}", full_name="填报员", is_staff=True, is_superuser=True
    )
    for role in ("reporter", "coordinator"):
        Assignment.objects.create(user=user, unit=unit, role=role)
    approver = User.objects.create(username=f"approver-{code}", full_name="审核员")
    Assignment.objects.create(user=approver, unit=unit, role=KIND.by)
    return Place(unit, user, approver)


def fill(place: Place, count: int) -> None:
    """Make so many entries; every tenth is registered, so that there are states to filter by."""
    from zhunsheng.engine.catalogue import catalogue
    from zhunsheng.web import actors, clock
    from zhunsheng.web.lists import declared_indexes
    from zhunsheng.web.registers import actions

    now = clock.now()
    actor = actors.actor_of(place.user, now.date())
    approver = actors.actor_of(place.approver, now.date())
    for start in range(0, count, PART):
        made = actions.create_many(
            actor, REGISTER, place.unit, raws(start, min(PART, count - start), now.date()), now
        )
        for entry in made[:: max(10, len(made) // 100)]:
            actions.take_step(approver, entry.pk, entry.version, KIND.step, KIND.values, now)
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
                    received=date.fromisoformat(str(raw[KIND.days[0]])),
                    channel="online",
                    applicant="某甲",
                    applicant_kind="person",
                    contact="无",
                    subject=str(raw[KIND.titled]),
                    content="请公开全文。",
                    state="received",
                    due=date.fromisoformat(str(raw[KIND.days[0]])) + timedelta(days=28),
                    late=number % 3 == 0,
                )
                for number, raw in enumerate(raws(start, min(PART, count - start), today))
            ],
            batch_size=500,
        )
