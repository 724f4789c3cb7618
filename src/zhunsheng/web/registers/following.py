"""
Entries that belong together, followed from reference to reference in both directions: one story.

Nobody learns more than they may: of an entry they may not see, the number alone, and nothing beyond it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.web.registers.models import Entry, Link

FARTHEST = 6
MOST = 60


@dataclass(frozen=True, slots=True)
class Chapter:
    """
    One entry of a story; only the number of one that may not be seen, and then no `entry`.

    `through` says by which field it and the entry that is looked at refer to each other.
    """

    number: str
    entry: Entry | None = None
    register: str = ""
    state: str = ""
    happened: date | None = None
    through: str = ""
    is_this: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """The entries that belong to one, in the order of their days; `targets` by place in the entry."""

    chapters: tuple[Chapter, ...]
    targets: dict[str, Entry]
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class Onward:
    """A register in which an entry can be made that refers to this one."""

    name: str
    label: str
    field: str


def story(entry: Entry, visible: QuerySet[Entry]) -> Story:
    """Get the story an entry belongs to, as far as `visible` entries tell it."""
    links = _links_around(entry.pk)
    keys = {key for link in links for key in (link.source_id, link.target_id)}
    if not keys:
        return Story((), {})
    found = visible.filter(pk__in=keys).defer("values", "private")
    seen = {one.pk: one for one in found} | {entry.pk: entry}
    reached = _reached(entry.pk, links, seen.keys())
    unseen = Entry.unscoped.filter(pk__in=reached - seen.keys()).values_list("number", flat=True)
    through = _through(entry, links, seen)
    chapters = [
        _chapter(seen[key], through.get(key, ""), is_this=key == entry.pk)
        for key in reached & seen.keys()
    ]
    chapters.sort(key=lambda one: (one.happened or date.max, one.number))
    chapters += [Chapter(number) for number in sorted(unseen)] if reached - seen.keys() else []
    targets = {
        link.field: seen[link.target_id]
        for link in links
        if link.source_id == entry.pk and link.target_id in seen
    }
    return Story(tuple(chapters[:MOST]), targets, len(chapters) > MOST)


def onward(register: str) -> list[Onward]:
    """Get the registers whose entries can refer to those of a register when they are made."""
    return [
        Onward(named.name, named.register.label, field.key)
        for named in catalogue().registers()
        for field in named.register.entry_fields
        if field.refers_to == register
    ]


def _links_around(start: int) -> list[Link]:
    """Get the links around an entry, wave by wave, so many that the queries stay few."""
    found: dict[int, Link] = {}
    known, wave = {start}, {start}
    for _ in range(FARTHEST):
        near = Q(source__in=wave) | Q(target__in=wave)
        links = {link.pk: link for link in Link.objects.filter(near).order_by("pk")[: 4 * MOST]}
        found |= links
        ends = {key for link in links.values() for key in (link.source_id, link.target_id)}
        wave = ends - known
        known |= wave
        if not wave or len(known) > MOST:
            break
    return list(found.values())


def _reached(start: int, links: Iterable[Link], seen: Iterable[int]) -> set[int]:
    """Get what is reached through entries that may be seen."""
    beside: dict[int, set[int]] = defaultdict(set)
    for link in links:
        beside[link.source_id].add(link.target_id)
        beside[link.target_id].add(link.source_id)
    open_ones, reached, waiting = set(seen), {start}, [start]
    while waiting:
        for key in beside[waiting.pop()] - reached:
            reached.add(key)
            if key in open_ones:
                waiting.append(key)
    return reached


def _through(entry: Entry, links: Iterable[Link], seen: dict[int, Entry]) -> dict[int, str]:
    """Get, for what stands next to an entry, the label of the field that joins them."""
    found: dict[int, str] = {}
    for link in links:
        if link.source_id == entry.pk:
            found[link.target_id] = _label(entry, link.field)
        elif link.target_id == entry.pk and link.source_id in seen:
            found[link.source_id] = _label(seen[link.source_id], link.field)
    return found


def _label(entry: Entry, path: str) -> str:
    key, _, rest = path.partition(".")
    register = catalogue().register(entry.register).register
    field = _field(register.fields, key)
    if field is not None and rest:
        field = _field(field.columns, rest.rpartition(".")[2]) or field
    return field.label if field is not None else path


def _field(fields: Iterable[Field], key: str) -> Field | None:
    return next((field for field in fields if field.key == key), None)


def _chapter(entry: Entry, through: str, *, is_this: bool) -> Chapter:
    register: Register = catalogue().register(entry.register).register
    state = register.procedure.state(entry.state).label if register.procedure else ""
    return Chapter(
        entry.number, entry, register.label, state, entry.happened, through, is_this=is_this
    )
