"""A list as its page shows it: heads that sort, cells that say, inputs that filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.web import policy
from zhunsheng.web.lists import cells as cells_of
from zhunsheng.web.lists.cells import Cell
from zhunsheng.web.lists.columns import DECLARED, Column, text_of
from zhunsheng.web.lists.filters import PICKED, filterable, options
from zhunsheng.web.lists.paging import Order
from zhunsheng.web.lists.tones import tone_of
from zhunsheng.web.policy import Actor
from zhunsheng.web.registers.models import Entry


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: sorted by it or not (`way` as ARIA says it), and what a click asks for."""

    column: Column
    way: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: its entry and its cells as HTML."""

    entry: Entry
    cells: tuple[SafeString, ...]


@dataclass(frozen=True, slots=True)
class FilterInput:
    """What the page offers to filter a declared field by."""

    key: str
    label: str
    measure: str
    options: Sequence[tuple[str, str, bool]] = ()
    first: str = ""
    last: str = ""
    is_day: bool = False


def heads_of(columns: Sequence[Column], order: Order, asked: QueryDict) -> list[Head]:
    """Get the heads of columns; asking again for the same turns the order round."""
    heads = []
    for column in columns:
        mine = column.key == order.column.key
        way = ("descending" if order.descending else "ascending") if mine else ""
        address = ""
        if column.sorts:
            query = asked.copy()
            query.pop("page", None)
            query["sort"] = Order(column, mine and not order.descending).key
            address = query.urlencode()
        heads.append(Head(column, way, address))
    return heads


def rows_of(
    entries: Sequence[Entry],
    columns: Sequence[Column],
    named: NamedRegister,
    actor: Actor,
    today: date,
) -> Iterator[Row]:
    """Get the rows of a page."""
    procedure = named.register.procedure
    states = {state.key: state.label for state in procedure.states} if procedure else {}
    kinds = [_kind(column) for column in columns]
    for entry in entries:
        title, tone = title_of(entry, named, actor), tone_of(entry, today)
        address = reverse("record", args=[entry.pk])
        cells = [cells_of.pick(entry.pk, entry.number)] if procedure else []
        for column, kind in zip(columns, kinds, strict=True):
            text = title if column.key == "title" else text_of(entry, column, states)
            cells.append(cells_of.shown(kind, Cell(text, column.label, tone, address)))
        yield Row(entry, tuple(cells))


def title_of(entry: Entry, named: NamedRegister, actor: Actor) -> str:
    """Get what somebody reads as the name of an entry: a personal one inside its unit only."""
    register = named.register
    if register.title in register.personal and not policy.may_see_personal(actor, entry):
        return "＊＊"
    return entry.title or _("（未填名称）")


def inputs_of(named: NamedRegister, asked: QueryDict) -> list[FilterInput]:
    """Get what the page offers to filter by, of what the register declares."""
    found = []
    for field in filterable(named):
        key = DECLARED + field.key
        measure = field.measure or (_("元") if field.kind == "money" else "")
        if field.kind in PICKED:
            picked = set(asked.getlist(key))
            offered = [(value, label, value in picked) for value, label in options(field)]
            found.append(FilterInput(key, field.label, measure, offered))
        else:
            first, last = asked.get(f"{key}.from", ""), asked.get(f"{key}.to", "")
            is_day = field.kind in {"date", "datetime"}
            found.append(FilterInput(key, field.label, measure, (), first, last, is_day))
    return found


def _kind(column: Column) -> str:
    if column.key in {"title", "state", "due", "number"}:
        return column.key
    return "amount" if column.is_number else "day" if column.is_day else "text"
