"""A list as its page shows it: heads that sort, cells that say, inputs that filter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.http import QueryDict
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.web.lists.columns import DECLARED, Column
from zhunsheng.web.lists.filters import PICKED, filterable, options
from zhunsheng.web.lists.paging import Order
from zhunsheng.web.registers.models import Entry

_CHECKED = SafeString(" checked")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: sorted by it or not (`way` as ARIA says it), and what a click asks for."""

    column: Column
    way: str
    address: str


@dataclass(frozen=True, slots=True)
class FilterInput:
    """What the page offers to filter a declared field by: boxes to tick, or a range."""

    key: str
    label: str
    measure: str
    boxes: SafeString | None = None
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


def title_of(entry: Entry) -> str:
    """Get what people read as the name of an entry; no register has a personal one."""
    return entry.title or _("（未填名称）")


def inputs_of(named: NamedRegister, asked: QueryDict) -> list[FilterInput]:
    """Get what the page offers to filter by, of what the register declares."""
    found = []
    for field in filterable(named):
        key = DECLARED + field.key
        measure = field.measure or (_("元") if field.kind == "money" else "")
        if field.kind in PICKED:
            boxes = _boxes(key, tuple(options(field)), frozenset(asked.getlist(key)))
            found.append(FilterInput(key, field.label, measure, boxes))
        else:
            first, last = asked.get(f"{key}.from", ""), asked.get(f"{key}.to", "")
            is_day = field.kind in {"date", "datetime"}
            found.append(FilterInput(key, field.label, measure, None, first, last, is_day))
    return found


@lru_cache(maxsize=500)
def _boxes(key: str, offered: Sequence[tuple[str, str]], picked: Collection[str]) -> SafeString:
    """Get the boxes of a filter; they are mostly the same from page to page, and many."""
    return format_html_join(
        "",
        '<label><input type="checkbox" name="{}" value="{}"{}> {}</label>',
        ((key, value, _CHECKED if value in picked else "", label) for value, label in offered),
    )
