"""
The cells of a list as HTML: fifty rows of many cells are made for every page, so they are made here.

It knows how a cell looks by its kind and by the state of its entry; what it says is for others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

# So many characters fill two lines of a column; the whole stands in the title.
_TWO_LINES = 24
_MOST = 120


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: its text, the label of its column, the tone and the address of its entry."""

    text: str
    label: str
    tone: str
    address: str

    @property
    def is_long(self) -> bool:
        """Whether it may be cut after two lines."""
        return len(self.text) > _TWO_LINES


def pick(pk: int, number: str) -> SafeString:
    """Get the cell by which a row is chosen."""
    return format_html(
        '<td class="pick"><input type="checkbox" name="pk" value="{}" aria-label="{} {}"></td>',
        pk,
        _("选择"),
        number,
    )


def shown(kind: str, cell: Cell) -> SafeString:
    """Get a cell of a kind as HTML."""
    return _LOOKS.get(kind, _plain)(cell)


def _title(cell: Cell) -> SafeString:
    whole = format_html(' title="{}"', cell.text) if cell.is_long else ""
    return format_html(
        '<td class="title"><a href="{}"{}>{}</a></td>', cell.address, whole, cell.text
    )


def _state(cell: Cell) -> SafeString:
    return format_html('<td><span class="state {}">{}</span></td>', cell.tone, cell.text)


def _due(cell: Cell) -> SafeString:
    said = {
        "overdue": f"{cell.text} {_('逾期')}",
        "met_late": _("逾期办结"),
        "soon": f"{cell.text} {_('临期')}",
    }.get(cell.tone)
    if said is None:
        return _day(cell)
    return format_html(
        '<td class="day" data-label="{}"><span class="{}">{}</span></td>',
        cell.label,
        cell.tone,
        said,
    )


def _amount(cell: Cell) -> SafeString:
    return format_html('<td class="amount" data-label="{}">{}</td>', cell.label, cell.text)


def _text(cell: Cell) -> SafeString:
    said = escape(cell.text)
    if cell.is_long:
        cut = Truncator(cell.text).chars(_MOST)
        said = format_html('<span class="two" title="{}">{}</span>', cell.text, cut)
    return format_html('<td data-label="{}">{}</td>', cell.label, said)


def _number(cell: Cell) -> SafeString:
    return format_html('<td class="day">{}</td>', cell.text)


def _day(cell: Cell) -> SafeString:
    return format_html('<td class="day" data-label="{}">{}</td>', cell.label, cell.text)


_plain = _day
_LOOKS: dict[str, Callable[[Cell], SafeString]] = {
    "title": _title,
    "state": _state,
    "due": _due,
    "amount": _amount,
    "text": _text,
    "number": _number,
}
