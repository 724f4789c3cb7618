"""A report as pages show it: pieces of text, figures that lead to their indicator, marks of what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.reporting.model import BoundFigure
from zhunsheng.engine.reporting.writing import Known, Written
from zhunsheng.web import policy
from zhunsheng.web.indicators.pages.asking import key_of
from zhunsheng.web.language import listed
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import composing, keys
from zhunsheng.web.reporting.composing import Composing, Said
from zhunsheng.web.reporting.figures import Basis
from zhunsheng.web.reporting.held import HeldReport, parts_of, title_of

_LOOKS = {
    keys.ASKED: "soon",
    keys.WRITTEN: "running",
    keys.ACCEPTED: "met",
    keys.LEFT_OUT: "suspended",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; a figure has an address, its name, and what it was before where that differs."""

    text: str
    address: str = ""
    label: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph as a page shows it, with the steps that the reader may take."""

    entry: Entry
    look: str
    state: str
    source: str
    pieces: tuple[Piece, ...]
    problem: str
    missing: str
    may: frozenset[str]
    is_first: bool
    is_last: bool

    @property
    def changed(self) -> int:
        """How many figures in it changed."""
        return sum(bool(piece.before) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Part:
    """A theme, or a chapter without themes, with its paragraphs."""

    key: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ChapterShown:
    """A chapter with its parts; `title` is empty where its only part has the same."""

    key: str
    title: str
    parts: tuple[Part, ...]
    has_themes: bool


def chapters(made: Composing, before: Mapping[int, Composing]) -> list[ChapterShown]:
    """Get the chapters of a report with its paragraphs; `before` are earlier figures by paragraph."""
    held = made.held
    found = []
    for chapter, parts in parts_of(held.genre):
        own = []
        for part in parts:
            entries = held.of_chapter(part.key)
            rows = tuple(
                row(made, one, before.get(one.pk), at == 0, at == len(entries) - 1)
                for at, one in enumerate(entries)
            )
            own.append(Part(part.key, title_of(part, held.year), rows))
        title = title_of(chapter, held.year)
        found.append(ChapterShown(chapter.key, title, tuple(own), bool(chapter.themes)))
    return found


def row(
    made: Composing,
    entry: Entry,
    before: Composing | None,
    is_first: bool,  # noqa: FBT001  # where it stands
    is_last: bool,  # noqa: FBT001
) -> Row:
    """Get a paragraph as a page shows it."""
    said = made.said(entry)
    earlier = before.said(entry) if before is not None else None
    return Row(
        entry=entry,
        look=_LOOKS.get(entry.state, "not_started"),
        state=state_label(entry),
        source=source_label(entry),
        pieces=tuple(pieces(said, made.basis, earlier)),
        problem=said.problem,
        missing=missing(said.written, made.known),
        may=may(made.held, entry),
        is_first=is_first,
        is_last=is_last,
    )


def pieces(said: Said, basis: Basis, earlier: Said | None = None) -> list[Piece]:
    """Get what a paragraph says, piece by piece; one that cannot be read is shown as it was written."""
    if said.written is None:
        return [Piece(composing.text_of(said.entry))]
    figures = {one.id: one for one in said.written.figures}
    was = _printed_by_place(earlier.written) if earlier and earlier.written else {}
    found = []
    for span in said.written.spans:
        one = figures.get(span.figure) if span.figure else None
        if one is None:
            found.append(Piece(span.text))
            continue
        then = was.get((one.indicator, one.part), "")
        changed = then if then and then != span.text else ""
        found.append(Piece(span.text, address(one, basis), one.label, changed))
    return found


def address(figure: BoundFigure, basis: Basis) -> str:
    """Get the page of the indicator that a figure is bound to, of its period and as of its day."""
    query = {"period": basis.period.key, "place": key_of(basis.place)}
    if basis.moment is not None:
        query["as_of"] = basis.moment.day.isoformat()
    return f"{reverse('indicator', args=[figure.indicator])}?{urlencode(query)}"


def missing(written: Written | None, known: Mapping[str, Known]) -> str:
    """Get what could not be filled in, in words."""
    if written is None or not written.missing:
        return ""
    names = dict.fromkeys(slot.name for slot in written.missing)
    return listed(known[name].named.indicator.label if name in known else name for name in names)


def may(held: HeldReport, entry: Entry) -> frozenset[str]:
    """Get the steps of a paragraph that the reader may take now; none of a report that is final."""
    procedure = catalogue().register(keys.PARAGRAPH).register.procedure
    if held.is_frozen or procedure is None:
        return frozenset()
    return frozenset(
        step.key
        for step in procedure.steps_from(entry.state)
        if policy.may_take(held.actor, entry, step.by, approves=step.approves) is None
    )


def state_label(entry: Entry) -> str:
    """Get the label of an entry's state."""
    procedure = catalogue().register(entry.register).register.procedure
    return procedure.state(entry.state).label if procedure else entry.state


def source_label(entry: Entry) -> str:
    """Get where a paragraph comes from: a statement of a domain, or the unit that wrote it."""
    name = str(entry.values.get("statement") or "")
    if not name:
        return ""
    try:
        return _("语句：%(domain)s") % {"domain": catalogue().statement(name).domain.label}
    except UnknownNameError:
        return name


def changes(rows: Sequence[ChapterShown]) -> int:
    """Get how many figures changed in all."""
    return sum(row.changed for one in rows for part in one.parts for row in part.rows)


def _printed_by_place(written: Written) -> dict[tuple[str, str], str]:
    spans = {span.figure: span.text for span in written.spans if span.figure}
    return {(one.indicator, one.part): spans[one.id] for one in written.figures}
