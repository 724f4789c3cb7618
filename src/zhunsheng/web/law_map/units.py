"""What one unit may do, what it has to do, how, and in which time: from declarations and entries in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Count, Q

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.procedure_charts.facts import ChartFacts, ClockFacts
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import listed
from zhunsheng.web.law_map import charts
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.words import in_short

MOST_POWERS = 100
"""How many powers of a list are shown; the list itself has all of them."""
_MOST_READ = 1000


@dataclass(frozen=True, slots=True)
class Power:
    """An item of a list that gives a unit a power; one that somebody may not see whole cannot be opened."""

    pk: int
    title: str
    facts: str
    may_open: bool


@dataclass(frozen=True, slots=True)
class Powers:
    """The powers of a unit on one list; `more` where there are others than those shown."""

    named: NamedRegister
    items: tuple[Power, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """A register that a unit keeps: how many entries, how many late, what its procedure demands."""

    named: NamedRegister
    facts: ChartFacts
    entries: int
    late: int

    @property
    def gates(self) -> int:
        """How many gates the law sets in its procedure."""
        return sum(len(step.gates) for step in self.facts.steps)

    @property
    def unconfirmed(self) -> int:
        """How many of its gates and clocks rest on articles whose text was not seen."""
        return unconfirmed_in(self.facts)


@dataclass(frozen=True, slots=True)
class Term:
    """A clock that binds a unit, with the register it runs in."""

    named: NamedRegister
    clock: ClockFacts
    amount: str


def unconfirmed_in(facts: ChartFacts) -> int:
    """Get how many gates and clocks of a chart rest on articles whose text was not seen."""
    gates = sum(gate.unconfirmed for step in facts.steps for gate in step.gates)
    return gates + sum(clock.unconfirmed for clock in facts.clocks)


def powers_of(actor: Actor, unit: Unit, today: date) -> list[Powers]:
    """
    Get the powers of a unit, list by list, as far as somebody may see the lists or they are published.

    Items that have ended are left out. A unit is written by its name in the items.
    """
    found = []
    for named in catalogue().registers():
        if named.register.grants:
            held = _granting(actor, named, unit, today)
            if held:
                items = tuple(_items(actor, named, held[:MOST_POWERS]))
                found.append(Powers(named, items, len(held) > MOST_POWERS))
    return found


def duties_of(actor: Actor, unit: Unit) -> list[Duty]:
    """Get the registers a unit keeps, from its entries that somebody may see."""
    counted = (
        policy.entries_for(actor)
        .filter(unit=unit)
        .order_by()
        .values("register")
        .annotate(entries=Count("pk"), late=Count("pk", filter=Q(late=True)))
    )
    held = {row["register"]: row for row in counted}
    return [
        Duty(named, charts.facts(named.name), row["entries"], row["late"])
        for named in catalogue().registers()
        if (row := held.get(named.name)) is not None
    ]


def terms_of(duties: list[Duty], *, english: bool) -> list[Term]:
    """Get the clocks of the law that bind the unit which has some duties."""
    return [
        Term(duty.named, clock, clock.amount.en if english else clock.amount.zh)
        for duty in duties
        for clock in duty.facts.clocks
        if clock.of_law and not clock.of_others
    ]


def _granting(actor: Actor, named: NamedRegister, unit: Unit, today: date) -> list[Entry]:
    """Get the entries of a list that give a unit a power which has not ended, one more than are shown."""
    until = named.register.granted_until
    entries = policy.entries_to_refer_to(actor).filter(
        **{
            "register": named.name,
            "government": unit.government_id,
            f"values__{named.register.grants}": unit.name,
        }
    )
    standing = (
        entry
        for entry in entries.order_by("-happened", "-pk")[:_MOST_READ]
        if not (until and (over := entry.values.get(until)) and over <= str(today))
    )
    return list(islice(standing, MOST_POWERS + 1))


def _items(actor: Actor, named: NamedRegister, entries: list[Entry]) -> Iterator[Power]:
    """Get entries as powers; somebody who may not see one whole is told what is public of it."""
    keys = [entry.pk for entry in entries]
    seen = set(policy.entries_for(actor).filter(pk__in=keys).values_list("pk", flat=True))
    register = named.register
    face = [register.field(key) for key in register.face if key != register.grants]
    for entry in entries:
        shown = [field for field in face if entry.pk in seen or field.public]
        facts = [
            f"{field.label} {in_short(field, entry.values[field.key])}"
            for field in shown
            if entry.values.get(field.key) is not None
        ]
        yield Power(entry.pk, entry.title, listed(facts, "，"), may_open=entry.pk in seen)
