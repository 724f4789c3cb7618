"""
The rows of a list as HTML: fifty rows of many cells are made for every page, so they are written here.

It knows how a cell looks by its column and by the tone of its entry. Whatever comes from an entry or a
declaration is escaped where it is put in; words and labels are looked up once for a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.web.lists.columns import Column, text_of
from zhunsheng.web.lists.tones import tone_of
from zhunsheng.web.registers.models import Entry

# So many characters fill two lines of a column; the whole stands in the title.
_TWO_LINES = 24
_MOST = 120


class Rows:
    """The rows of a register's list, as one page shows them on a day."""

    def __init__(self, named: NamedRegister, columns: Sequence[Column], today: date) -> None:
        procedure = named.register.procedure
        self._states = {state.key: state.label for state in procedure.states} if procedure else {}
        self._pick = _("选择") if procedure else ""
        self._unnamed = _("（未填名称）")
        self._late, self._soon, self._met_late = _("逾期"), _("临期"), _("逾期办结")
        self._today = today
        self._cells = [
            (column, self._look(column), f' data-label="{escape(column.label)}"')
            for column in columns
        ]

    def row(self, entry: Entry) -> SafeString:
        """Get the cells of an entry."""
        tone = tone_of(entry, self._today)
        written = [look(entry, column, label, tone) for column, look, label in self._cells]
        # Every look has escaped what it put in.
        return SafeString(self._pick_of(entry) + "".join(written))

    def _pick_of(self, entry: Entry) -> str:
        if not self._pick:
            return ""
        said = f"{self._pick} {escape(entry.number)}"
        return (
            f'<td class="pick"><input type="checkbox" name="pk" value="{entry.pk}"'
            f' aria-label="{said}"></td>'
        )

    def _title(self, entry: Entry, _column: Column, _label: str, _tone: str) -> str:
        text = escape(entry.title or self._unnamed)
        whole = f' title="{text}"' if len(entry.title) > _TWO_LINES else ""
        return f'<td class="title"><a href="{reverse("record", args=[entry.pk])}"{whole}>{text}</a></td>'

    def _state(self, entry: Entry, _column: Column, _label: str, tone: str) -> str:
        said = escape(self._states.get(entry.state, ""))
        return f'<td><span class="state {tone}">{said}</span></td>'

    def _due(self, entry: Entry, _column: Column, label: str, tone: str) -> str:
        day = entry.due or "—"
        if tone not in {"overdue", "soon", "met_late"}:
            return f'<td class="day"{label}>{day}</td>'
        said = {"overdue": f"{day} {self._late}", "soon": f"{day} {self._soon}"}
        return (
            f'<td class="day"{label}><span class="{tone}">'
            f"{said.get(tone, self._met_late)}</span></td>"
        )

    def _number(self, entry: Entry, _column: Column, _label: str, _tone: str) -> str:
        return f'<td class="day">{escape(entry.number)}</td>'

    def _amount(self, entry: Entry, column: Column, label: str, _tone: str) -> str:
        return f'<td class="amount"{label}>{escape(self._said(entry, column))}</td>'

    def _day(self, entry: Entry, column: Column, label: str, _tone: str) -> str:
        return f'<td class="day"{label}>{escape(self._said(entry, column))}</td>'

    def _text(self, entry: Entry, column: Column, label: str, _tone: str) -> str:
        text = self._said(entry, column)
        if len(text) <= _TWO_LINES:
            return f"<td{label}>{escape(text)}</td>"
        cut = text if len(text) <= _MOST else Truncator(text).chars(_MOST)
        return f'<td{label}><span class="two" title="{escape(text)}">{escape(cut)}</span></td>'

    def _said(self, entry: Entry, column: Column) -> str:
        return text_of(entry, column, self._states)

    def _look(self, column: Column) -> _Look:
        kind = "amount" if column.is_number else "day" if column.is_day else "text"
        looks: dict[str, _Look] = {
            "title": self._title,
            "state": self._state,
            "due": self._due,
            "number": self._number,
            "amount": self._amount,
            "day": self._day,
            "text": self._text,
        }
        return looks.get(column.key) or looks[kind]


_Look = Callable[[Entry, Column, str, str], str]
