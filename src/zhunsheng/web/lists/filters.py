"""
Filters of a list, as the address says them: what is asked, in words, and how the entries are narrowed.

Addresses are typed and sent around by people: what cannot be read is said and left out, never an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.lookups import GreaterThanOrEqual, In, IsNull, LessThanOrEqual
from django.http import QueryDict
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import said
from zhunsheng.web.lists import tones
from zhunsheng.web.lists.columns import DECLARED, Column, columns_of
from zhunsheng.web.lists.places import Places
from zhunsheng.web.lists.stored import Said
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.words import shown
from zhunsheng.web.search.index import search

RANGED = frozenset({"date", "datetime", "integer", "decimal", "money"})
PICKED = frozenset({"choice", "boolean"})
EMPTY = "-"
DUE_WITHIN = (7, 14, 30)
_MOST_VALUES = 50
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in words, and the address without it."""

    says: str
    without: str


@dataclass(slots=True)
class Filters:
    """What an address asks of a register's list."""

    where: list[Q] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    words: str = ""

    def narrow(self, entries: QuerySet[Entry], register: str) -> QuerySet[Entry]:
        """Get those of some entries that a register has and the filters let through."""
        found = entries.filter(register=Said(register))
        for where in self.where:
            found = found.filter(where)
        return search(found, self.words, register)


def filters_of(
    named: NamedRegister, asked: QueryDict, actor: Actor, today: date, places: Places
) -> Filters:
    """Get the filters that an address asks for."""
    found = Filters(words=asked.get("q", "").strip()[:_LONGEST])
    if found.words:
        found.chips.append(Chip(_("查找：%s") % found.words, without(asked, "q")))
    _add_common(found, asked, actor, today)
    _add_picked(found, asked, "state", _("状态"), _states(named), "state")
    _add_picked(found, asked, "government", _("政府"), _names(places.governments), "government_id")
    _add_picked(found, asked, "unit", _("单位"), _names(places.units), "unit_id")
    known = columns_of(named)
    for one in filterable(named):
        add = _add_choice if one.kind in PICKED else _add_range
        add(found, asked, known[DECLARED + one.key], one)
    return found


def filterable(named: NamedRegister) -> list[Field]:
    """Get the declared fields that lists filter by: those with choices, and those with an order."""
    kinds = RANGED | PICKED
    return [
        field
        for field in named.register.fields
        if field.kind in kinds and not field.personal and field.key != named.register.title
    ]


def options(one: Field) -> list[tuple[str, str]]:
    """Get what can be picked of a field, the empty one last."""
    picked = [(choice.key, choice.label) for choice in one.choices]
    if one.kind == "boolean":
        picked = [("1", _("是")), ("0", _("否"))]
    return picked if one.required else [*picked, (EMPTY, _("未填"))]


def without(asked: QueryDict, key: str, value: str | None = None) -> str:
    """Get an address without a parameter, or without one of its values; on its first page."""
    kept = asked.copy()
    kept.pop("page", None)
    values = [] if value is None else [one for one in kept.getlist(key) if one != value]
    kept.setlist(key, values)
    # The place of a default view is taken by "no view", so that the last chip can go away too.
    address = kept.urlencode()
    return address or "view=0"


def late(today: date) -> Q:
    """Get what is late on a day: what was, and what is open past its last day."""
    return Q(late=True) | Q(done=False, due__lt=today)


def _add_common(found: Filters, asked: QueryDict, actor: Actor, today: date) -> None:
    only = asked.get("only", "")
    limits: dict[str, tuple[str, Q]] = {
        "open": (_("未办结"), Q(done=False)),
        "done": (_("已办结"), Q(done=True)),
        "late": (_("逾期"), late(today)),
    } | {
        f"due{days}": (
            _("%d天内到期") % days,
            Q(done=False, due__gte=today, due__lte=today + timedelta(days=days)),
        )
        for days in DUE_WITHIN
    }
    if only in limits:
        says, where = limits[only]
        found.where.append(where)
        found.chips.append(Chip(says, without(asked, "only")))
    tone = asked.get("tone", "")
    if tone in (words := tones.labels()):
        found.where.append(tones.conditions(today)[tone])
        found.chips.append(Chip(words[tone], without(asked, "tone")))
    if asked.get("mine") == "1":
        found.where.append(Q(entered_by=actor.user))
        found.chips.append(Chip(_("我录入的"), without(asked, "mine")))
    _add_days(found, asked, "due", _("到期日"))


def _add_days(found: Filters, asked: QueryDict, key: str, label: str) -> None:
    day = Field(key=key + "_on", label=label, kind="date")
    for end, lookup, words in (("from", "gte", _("自%s")), ("to", "lte", _("至%s"))):
        value = _read(found, day, asked.get(f"{key}.{end}", ""))
        if value is not None:
            found.where.append(Q(**{f"{key}__{lookup}": value}))
            says = f"{label}{words % value}"
            found.chips.append(Chip(says, without(asked, f"{key}.{end}")))


def _add_picked(
    found: Filters,
    asked: QueryDict,
    key: str,
    label: str,
    known: Mapping[str, str],
    column: str,
) -> None:
    picked = [one for one in _values(asked, key) if one in known]
    if picked:
        found.where.append(Q(**{f"{column}__in": picked}))
    for one in picked:
        found.chips.append(Chip(_said_of(label, known[one]), without(asked, key, one)))


def _said_of(label: str, value: str) -> str:
    return _("%(label)s：%(value)s") % {"label": label, "value": value}


def _add_choice(found: Filters, asked: QueryDict, column: Column, one: Field) -> None:
    known = dict(options(one))
    key = column.key
    picked = [value for value in _values(asked, key) if value in known]
    if not picked:
        return
    where = Q()
    stored: list[Any] = [value for value in picked if value != EMPTY]
    if one.several:
        for value in stored:
            # The keys of choices are plain English words: no other key has one inside its quotes.
            where |= Q(**{f"values__{one.key}__icontains": f'"{value}"'})
    elif stored:
        values = [value == "1" for value in stored] if one.kind == "boolean" else stored
        where |= Q(In(column.value, values))
    if EMPTY in picked:
        where |= Q(IsNull(column.value, True))  # noqa: FBT003
    found.where.append(where)
    for value in picked:
        chip = Chip(_said_of(one.label, known[value]), without(asked, key, value))
        found.chips.append(chip)


def _add_range(found: Filters, asked: QueryDict, column: Column, one: Field) -> None:
    key = column.key
    day = replace(one, kind="date") if one.kind == "datetime" else one
    for end in ("from", "to"):
        value = _read(found, day, asked.get(f"{key}.{end}", ""))
        if value is None:
            continue
        says = (_("自%s") if end == "from" else _("至%s")) % shown(day, value)
        if one.kind == "datetime" and end == "to":
            value = f"{value}T23:59"
        lookup = GreaterThanOrEqual if end == "from" else LessThanOrEqual
        found.where.append(Q(lookup(column.value, value)))
        found.chips.append(Chip(f"{one.label}{says}", without(asked, f"{key}.{end}")))


def _read(found: Filters, one: Field, typed: str) -> Any:
    """Get the stored form of what was typed; what cannot be read is told, not applied."""
    try:
        return parsed(one, typed[:_LONGEST])
    except WrongValueError as error:
        found.unread.append(said(error.message))
        return None


def _values(asked: QueryDict, key: str) -> Iterator[str]:
    yield from dict.fromkeys(asked.getlist(key)[:_MOST_VALUES])


def _states(named: NamedRegister) -> dict[str, str]:
    procedure = named.register.procedure
    return {state.key: state.label for state in procedure.states} if procedure else {}


def _names(places: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(place) for key, place in places.items()}
