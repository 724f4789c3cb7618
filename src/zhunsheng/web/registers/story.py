"""
The story of an entry: what went before it and what came of it, through all registers, in order of time.

It knows registers by their declarations alone. What somebody may not see is counted, and not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.register import Register
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.lists.tones import tone_of
from zhunsheng.web.registers.following import MOST, Around, Reference, around
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, entry_of
from zhunsheng.web.registers.words import in_short

_DAYS = frozenset({"date", "datetime"})
_MOST_NAMES = 12
_ENDINGS = ("日期", "时间")


@dataclass(frozen=True, slots=True)
class Said:
    """Something an entry says of itself, or another entry it names: `entry`, where there is one."""

    label: str
    said: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """
    One entry of a story: where it stands, what it says, on which days what was done.

    `through` says by which field it and the entry that is looked at refer to each other.
    """

    entry: Entry
    register: str
    state: str
    tone: str
    through: str
    is_this: bool
    facts: tuple[Said, ...] = ()
    days: tuple[Said, ...] = ()
    names: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """What belongs to an entry, in the order of days; `hidden` more may not be seen."""

    chapters: tuple[Chapter, ...]
    hidden: int
    has_more: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """How many entries of a register refer to an entry, and how many of them are still open."""

    register: str
    number: int
    still_open: int


def story_of(found: Around, today: date, *, in_full: bool = False) -> Story:
    """
    Get the story that entries around one tell; alone it tells none.

    In full, each says what its register shows first, on which days what was done, and what it names.
    """
    through = _through(found)
    nearest = found.told[:MOST]
    chapters = [
        _chapter(found, key, through.get(key, ""), today, in_full=in_full) for key in nearest
    ]
    # Of one day, what was entered first came first: it is named by what came of it.
    chapters.sort(key=lambda one: (one.entry.happened or date.max, one.entry.pk))
    has_more = found.has_more or len(found.told) > MOST
    is_alone = len(chapters) == 1 and not found.hidden
    return Story(() if is_alone and not in_full else tuple(chapters), found.hidden, has_more)


@require_GET
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the story of an entry on one page, to be read or printed."""
    actor, today = actor_of(request), clock.now().date()
    entry, named = entry_of(actor, pk)
    found = around(entry, policy.entries_for(actor).defer("private"))
    told = story_of(found, today, in_full=True)
    context = {
        "entry": entry,
        "named": named,
        "story": told,
        "holdings": holdings(actor, entry) if _is_chosen(named.register) or told.has_more else [],
    }
    return render(request, "registers/story.html", context)


def holdings(actor: Actor, entry: Entry) -> list[Holding]:
    """Get what refers to an entry, of all that somebody may see, by register; the most first."""
    rows = (
        policy.entries_for(actor)
        .filter(links__target=entry)
        .order_by()
        .values("register")
        .annotate(
            number=Count("pk", distinct=True),
            still_open=Count("pk", distinct=True, filter=Q(done=False)),
        )
    )
    found = []
    for row in rows:
        register = catalogue().register(row["register"]).register
        # Only what has a procedure is ever done.
        still_open = row["still_open"] if register.procedure else 0
        found.append(Holding(register.label, row["number"], still_open))
    return sorted(found, key=lambda one: (-one.number, one.register))


def _is_chosen(register: Register) -> bool:
    return register.shape in {"list", "pool"}


def _through(found: Around) -> dict[int, str]:
    """Get, for what stands next to the entry, the label of the field that joins them."""
    here = found.start.pk
    return {
        one.beyond(here): _label_at(one)
        for one in found.references
        if here in {one.source, one.target}
    }


def _chapter(found: Around, key: int, through: str, today: date, *, in_full: bool) -> Chapter:
    entry = found.seen[key]
    register = catalogue().register(entry.register).register
    state = register.procedure.state(entry.state).label if register.procedure else ""
    tone = tone_of(entry, today) if register.procedure else ""
    told: dict[str, Any] = {}
    if in_full:
        told = {
            "facts": tuple(_facts(register, entry)),
            "days": tuple(_days(register, entry, today)),
            "names": tuple(islice(_names(found, entry), _MOST_NAMES)),
        }
    is_this = key == found.start.pk
    return Chapter(entry, register.label, state, tone, through, is_this, **told)


def _facts(register: Register, entry: Entry) -> Iterator[Said]:
    """Get what an entry's register shows first, days and references apart: they stand elsewhere."""
    for key in register.face:
        field, value = register.field(key), entry.values.get(key)
        is_told = field.kind in _DAYS or field.kind == "reference" or key == register.title
        if value is not None and not is_told and not field.personal:
            yield Said(field.label, in_short(field, value))


def _days(register: Register, entry: Entry, today: date) -> Iterator[Said]:
    """Get the days on which something was done: that of the entry, and those its steps filled."""
    steps = register.procedure.steps if register.procedure else ()
    filled = {key for step in steps for key in (*step.requires, *step.asks)}
    last_days = {one.until for one in register.due_dates}
    asked = ({register.happened} | filled) - last_days
    done = [
        (str(entry.values[field.key]), field)
        for field in register.fields
        if field.key in asked
        and field.kind in _DAYS
        and not field.personal
        and entry.values.get(field.key)
    ]
    for day, field in sorted(done, key=lambda one: one[0]):
        if day[:10] <= str(today):
            yield Said(_without_ending(field.label), day[:10])


def _names(found: Around, entry: Entry) -> Iterator[Said]:
    """Get the entries that an entry names, as far as they may be seen."""
    for one in found.references:
        if one.source == entry.pk and one.target in found.seen:
            named = found.seen[one.target]
            yield Said(_label_at(one), f"{named.number} {named.title}", named)


def _label_at(reference: Reference) -> str:
    """Get the label of the field a reference stands in; of rows, of the column."""
    key, _, rest = reference.place.partition(".")
    fields = catalogue().register(reference.source_register).register.fields
    field = next((one for one in fields if one.key == key), None)
    if field is None:  # it was declared when the entry was made, and is no more
        return reference.place
    column = rest.rpartition(".")[2]
    return next((one.label for one in field.columns if one.key == column), field.label)


def _without_ending(label: str) -> str:
    """Get what was done on a day from the label of the day: 受理 from 受理日期."""
    for ending in _ENDINGS:
        if label.endswith(ending) and label != ending:
            return label.removesuffix(ending)
    return label
