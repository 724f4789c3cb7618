"""The search over everything one may see: entries by register, and registers and units by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.lists.listed import title_of
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of
from zhunsheng.web.search.index import search
from zhunsheng.web.search.models import Document
from zhunsheng.web.search.texts import normal, words_of

SHOWN = 5
MOST_COUNTED = 1000
_MOST_UNITS = 20
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found: how it is called, and the place where the words stand."""

    entry: Entry
    title: str
    parts: Sequence[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Group:
    """What was found in a register; `more` says that there are more than were counted."""

    named: NamedRegister
    count: int
    more: bool
    hits: Sequence[Hit]

    @property
    def counted(self) -> str:
        """How many were found, as people write it."""
        return f"{self.count:,}"


@require_GET
def search_page(request: HttpRequest) -> HttpResponse:
    """Show what is found for some words."""
    actor, asked = actor_of(request), request.GET.get("q", "").strip()[:200]
    words = words_of(asked)
    context: dict[str, Any] = {"asked": asked}
    if words:
        context["groups"] = groups_of(actor, asked)
        context["registers"] = [
            named
            for named in catalogue().registers()
            if all(word in normal(named.register.label) for word in words)
        ]
        context["units"] = _units(actor, words)
    return render(request, "search.html", context)


def groups_of(actor: Actor, asked: str) -> list[Group]:
    """Get the entries that are found, register by register, the newest of each."""
    found = search(policy.entries_for(actor), asked)
    some = found.order_by("-pk").values_list("pk", "register")[: MOST_COUNTED + 1]
    by_register: dict[str, list[int]] = {}
    for pk, register in some:
        by_register.setdefault(register, []).append(pk)
    more = sum(map(len, by_register.values())) > MOST_COUNTED
    shown = [pk for keys in by_register.values() for pk in keys[:SHOWN]]
    rows = policy.entries_for(actor).defer("private", "values").in_bulk(shown)
    texts = dict(Document.objects.filter(pk__in=shown).values_list("pk", "text"))
    return [
        Group(
            named,
            len(keys),
            more,
            [
                _hit(rows[pk], title_of(rows[pk]), texts.get(pk, ""), asked)
                for pk in keys[:SHOWN]
                if pk in rows
            ],
        )
        for named in catalogue().registers()
        if (keys := by_register.get(named.name))
    ]


def _units(actor: Actor, words: Sequence[str]) -> list[Unit]:
    """Get the units whose name has all the words, with how many registers' entries they have."""
    units = policy.units_seen_by(actor)
    for word in words:
        units = units.filter(name__icontains=word)
    return list(units.annotate(staff=Count("assignments", distinct=True))[:_MOST_UNITS])


def _hit(entry: Entry, title: str, text: str, asked: str) -> Hit:
    """Get a hit; where the words stand in its title already, no other place is shown."""
    in_title = all(word in normal(title) for word in words_of(asked))
    return Hit(entry, title, [] if in_title else _parts(text, asked))


def _parts(text: str, asked: str) -> list[tuple[str, bool]]:
    """Get the line where the first word stands, cut around it: plain and found parts."""
    for word in words_of(asked):
        for line in text.split("\n"):
            place = line.find(word)
            if place >= 0:
                start, end = max(0, place - _AROUND), place + len(word)
                before = ("…" if start else "") + line[start:place]
                after = line[end : end + _AROUND] + ("…" if len(line) > end + _AROUND else "")
                return [(before, False), (word, True), (after, False)]
    return []
