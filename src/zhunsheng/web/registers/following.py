"""
Entries that belong together, followed from reference to reference in both directions.

What is chosen from a list or a pool (a firm, an officer, an item), and what is one of many in rows, is
reached and not passed: behind it stand other matters. Nobody is led on through an entry they may not see.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.registers.models import Entry, Link

FARTHEST = 6
MOST = 60
_MOST_LINKS = 4 * MOST
_HAPPENINGS = frozenset({"case", "event"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference between two entries, by their keys and registers; `place` is where it stands."""

    pk: int
    place: str
    source: int
    target: int
    source_register: str
    target_register: str

    @property
    def leads_on(self) -> bool:
        """Whether one matter goes on in the other: both happened, and each is the other's own."""
        return (
            "." not in self.place
            and _happens(self.source_register)
            and _happens(self.target_register)
        )

    def beyond(self, key: int) -> int:
        """Get the other end, seen from one of them."""
        return self.source if key == self.target else self.target


@dataclass(frozen=True)
class Around:
    """
    The references around an entry, and the entries at their ends that somebody may see.

    `has_more` says that there are more than were followed.
    """

    start: Entry
    references: tuple[Reference, ...]
    seen: Mapping[int, Entry]
    has_more: bool

    @cached_property
    def told(self) -> tuple[int, ...]:
        """The keys of what belongs to the story and may be seen, the nearest first."""
        return tuple(key for key in self._reached if key in self.seen)

    @property
    def hidden(self) -> int:
        """How many belong to it that may not be seen."""
        return len(self._reached) - len(self.told)

    @property
    def targets(self) -> dict[str, Entry]:
        """What the entry itself refers to, by the place in it."""
        return {
            one.place: self.seen[one.target]
            for one in self.references
            if one.source == self.start.pk and one.target in self.seen
        }

    @cached_property
    def _reached(self) -> tuple[int, ...]:
        """
        Get what happened before and after, the nearest first.

        Of lists and pools, what refers to it belongs to it (an example made of a case), what is only
        chosen does not.
        """
        beside: dict[int, list[Reference]] = defaultdict(list)
        for one in self.references:
            beside[one.source].append(one)
            beside[one.target].append(one)
        reached, passed = {self.start.pk: None}, {self.start.pk}
        waiting = deque([self.start.pk])
        while waiting:
            here = waiting.popleft()
            for one in beside[here]:
                key = one.beyond(here)
                if key == one.source or _happens(one.target_register):
                    reached.setdefault(key)
                if one.leads_on and key in self.seen and key not in passed:
                    passed.add(key)
                    waiting.append(key)
        return tuple(reached)


@dataclass(frozen=True, slots=True)
class Onward:
    """A register in which an entry can be made that refers to this one."""

    name: str
    label: str
    field: str


def around(entry: Entry, visible: QuerySet[Entry]) -> Around:
    """Get what stands around an entry, as far as `visible` entries lead."""
    references, has_more = _references_around(entry.pk)
    keys = {key for one in references for key in (one.source, one.target)}
    found = visible.filter(pk__in=keys) if keys else ()
    return Around(entry, references, {one.pk: one for one in found} | {entry.pk: entry}, has_more)


def onward(register: str, actor: Actor) -> list[Onward]:
    """Get the registers in which somebody may enter what refers to an entry of a register."""
    return [
        Onward(named.name, named.register.label, field.key)
        for named in catalogue().registers()
        if policy.enters(actor, named.register.entered_by)
        for field in named.register.entry_fields
        if field.refers_to == register
    ]


def _references_around(start: int) -> tuple[tuple[Reference, ...], bool]:
    """Get the references around an entry, wave by wave, so many that the queries stay few."""
    found: dict[int, Reference] = {}
    asked, wave = {start}, {start}
    for _ in range(FARTHEST):
        near = _references(wave)
        found |= {one.pk: one for one in near}
        ends = {key for one in near if one.leads_on for key in (one.source, one.target)}
        wave = ends - asked
        asked |= wave
        if not wave:
            return tuple(found.values()), len(near) > _MOST_LINKS
        if len(asked) > MOST or len(near) > _MOST_LINKS:
            break
    return tuple(found.values()), True


def _references(of: set[int]) -> list[Reference]:
    # Of very many, the newest are told.
    rows = Link.objects.filter(Q(source__in=of) | Q(target__in=of)).order_by("-pk")
    columns = ("pk", "field", "source", "target", "source__register", "target__register")
    return [Reference(*row) for row in rows.values_list(*columns)[: _MOST_LINKS + 1]]


def _happens(register: str) -> bool:
    return catalogue().register(register).register.shape in _HAPPENINGS
