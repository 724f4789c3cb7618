"""
Figures of indicators put into rows of an entry as it is saved, with the time they were computed.

What was taken for the same question stays: a figure is looked up once, and does not move with what is
entered later. Who empties it, or asks something else, gets a new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localtime, make_aware

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period, so_far
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.filling import FromIndicators
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.errors import InvalidError, NotThereError

if TYPE_CHECKING:
    from zhunsheng.web.registers.batch import Batch

Row = dict[str, Any]
NO_FIGURE = "—"
_NO_SPAN = Message(
    "请先填写期间，才能取指标的数字。", "Fill in the period first; figures are of a period."
)


@dataclass(frozen=True, slots=True)
class _Question:
    """Of which unit, for which period, as of when; what is wrong is `shown_at` a field."""

    unit: Unit
    span: Period
    cut_off: datetime | None
    whole: bool
    at: datetime
    shown_at: str


def filled(
    batch: Batch,
    named: NamedRegister,
    unit: Unit,
    values: Mapping[str, Any],
    before: Mapping[str, Any],
    at: datetime,
) -> dict[str, Any]:
    """
    Get the values of an entry of a unit with the figures its rows ask for, given what it had before.

    Raises InvalidError where the period is missing, or nothing was there at the cut-off yet.
    """
    found = dict(values)
    for field in named.register.fields:
        fills = field.fills
        if fills is None or not values.get(field.key):
            continue
        is_same = fills.asked(values) == fills.asked(before)
        known = {fills.said(row) for row in before.get(field.key) or ()} if is_same else set()
        rows = [_typed(fills, row) for row in values[field.key]]
        asking = [row for row in rows if row[fills.choice] and fills.said(row) not in known]
        if asking:
            question = _question(fills, field.key, unit, values, at)
            # Figures see what a database holds.
            batch.write()
            _answer(fills, asking, question)
        found[field.key] = rows
    return found


def _answer(fills: FromIndicators, asking: Sequence[Row], question: _Question) -> None:
    names = dict(fills.indicators)
    answers = _answers(sorted({names[row[fills.choice]] for row in asking}), question)
    for row in asking:
        row[fills.figure], rank = answers[names[row[fills.choice]]]
        row[fills.taken] = localtime(question.at).strftime("%Y-%m-%dT%H:%M")
        if fills.rank:
            row[fills.rank] = rank


def _typed(fills: FromIndicators, row: Mapping[str, Any]) -> Row:
    """Get a row in which nobody says of a typed figure that the site computed it."""
    found = {fills.choice: None, **row}
    return found if found[fills.choice] else found | {fills.taken: None}


def _question(
    fills: FromIndicators, key: str, unit: Unit, values: Mapping[str, Any], at: datetime
) -> _Question:
    span, cut_off, whole = fills.asked(values)
    if span is None:
        raise InvalidError({key: _NO_SPAN})
    first, last = date.fromisoformat(span[0][:10]), date.fromisoformat(span[1][:10])
    period = Period(f"{first}/{last}", f"{first}至{last}", first, last)
    then = make_aware(datetime.fromisoformat(cut_off)) if cut_off else None
    past = then if then and then < at else None
    return _Question(unit, period, past, whole, at, fills.cut_off or key)


def _answers(names: Sequence[str], question: _Question) -> dict[str, tuple[str, int | None]]:
    """Get what each indicator says, and the place of the unit among all."""
    try:
        with _as_of(question):
            own, others = _figures(names, question)
    except NotThereError as error:
        raise InvalidError({question.shown_at: error.message}) from error
    found = {}
    for name in names:
        indicator = catalogue().indicator(name)
        rank = _rank(indicator, own.get(name), [one[name] for one in others if name in one])
        found[name] = _said(indicator, own.get(name)), rank
    return found


def _figures(
    names: Sequence[str], question: _Question
) -> tuple[Mapping[str, Figure], list[Mapping[str, Figure]]]:
    """Get the figures that are asked for, and those of all units where one of them is asked for."""
    # Figures import a lot, and what they import imports entries.
    from zhunsheng.web.indicators import results  # noqa: PLC0415
    from zhunsheng.web.indicators.organization import Place  # noqa: PLC0415

    span = so_far(question.span, localtime(question.cut_off or question.at).date())
    place, own = Place(question.unit.government), question.unit.pk
    if question.whole:
        of_all = results.figures(names, [span], place)
        return {name: of_all[name, span.key] for name in names}, []
    by_unit = results.figures_of_units(names, span, place)
    mine = next((figures for unit, figures in by_unit if unit.pk == own), {})
    return mine, [figures for _, figures in by_unit]


@contextmanager
def _as_of(question: _Question) -> Iterator[None]:
    """Let figures be those of the cut-off, where it is over."""
    if question.cut_off is None:
        yield
        return
    from zhunsheng.web.indicators.as_of import reading_then  # noqa: PLC0415  # as above
    from zhunsheng.web.ledger import past  # noqa: PLC0415  # as above

    with reading_then(past.end_at(question.cut_off), question.unit.government):
        yield


def _said(named: NamedIndicator, figure: Figure | None) -> str:
    from zhunsheng.web.indicators.pages import words  # noqa: PLC0415  # as above

    said = words.said(figure, named)
    if figure is None or figure.value is None:
        return NO_FIGURE
    if figure.is_ratio:
        return f"{said}（{figure.counted}/{figure.base}）"
    return f"{said}{words.measure(named)}"


def _rank(named: NamedIndicator, own: Figure | None, others: Sequence[Figure]) -> int | None:
    """Get the place among all units that have a figure; those with the same share it."""
    better = named.indicator.better
    if own is None or own.value is None or better == "neither" or not others:
        return None
    values = [one.value for one in others if one.value is not None]
    if better == "more":
        return 1 + sum(value > own.value for value in values)
    return 1 + sum(value < own.value for value in values)
