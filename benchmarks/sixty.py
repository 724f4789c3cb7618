"""
Sixty indicators over requests for information, of the kinds that the official table is made of.

Each is said once, in terms; ours and every peer put the terms into their own words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.requests import APPLICANTS, CHANNELS, ENDINGS
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.computing import Cells
from zhunsheng.engine.indicators.declarations import (
    Count,
    Coverage,
    Holds,
    Indicator,
    Predicate,
    Share,
    Total,
)

DAY = "received"
MONTHS = periods.months(2026)
FIRST, LAST = MONTHS[0].start, MONTHS[-1].end

Terms = tuple[tuple[str, tuple[str, ...]], ...]
"""Conditions that hold together: a column has one of some values, or one of the two below."""

IN_TIME: Terms = (("in_time", ()),)
OPEN: Terms = (("open", ()),)
KINDS: tuple[Terms, ...] = tuple((("applicant_kind", (key,)),) for key in APPLICANTS)
WAYS: tuple[Terms, ...] = tuple((("channel", (key,)),) for key in CHANNELS)
COLUMNS = (
    "entry",
    "unit",
    "received",
    "replied",
    "reply_due",
    "applicant_kind",
    "channel",
    "outcome",
    "fee",
)
"""What all of them look at."""


@dataclass(frozen=True)
class Asked:
    """An indicator in terms: by which day, of which base, what is counted, and what is added up."""

    key: str
    form: type[Indicator]
    on: str = DAY
    holds: Holds = "in_period"
    base: Terms = ()
    counted: Terms = ()
    of: str = ""


def _asked() -> Iterable[Asked]:
    """What came in, what it cost, what was answered, what in time, and what is open: 60."""
    for number, terms in enumerate(((), *KINDS, *WAYS)):
        yield Asked(f"received_{number}", Count, counted=terms)
        yield Asked(f"in_time_{number}", Share, "reply_due", base=terms, counted=terms + IN_TIME)
    for number, terms in enumerate(((), *KINDS)):
        yield Asked(f"fees_{number}", Total, counted=terms, of="fee")
    for number, key in enumerate(ENDINGS):
        yield Asked(f"answered_{number}", Count, "replied", counted=(("outcome", (key,)),))
    for number, terms in enumerate(((), *WAYS)):
        yield Asked(f"open_{number}", Count, holds="by_end", counted=terms + OPEN)
    granted: Terms = (("outcome", ("granted", "partly")),)
    yield Asked("granted", Share, "replied", counted=granted)
    yield Asked("answers", Coverage, "replied")


ASKED = tuple(_asked())


def passes() -> dict[tuple[str, Holds], list[Asked]]:
    """Get them by the days they look at: each of these is one query."""
    found: dict[tuple[str, Holds], list[Asked]] = {}
    for one in ASKED:
        found.setdefault((one.on, one.holds), []).append(one)
    return found


def _predicate(terms: Terms) -> Predicate | None:
    def holds(request: Any, period: Any) -> Any:
        found = [_term(request, period, *term) for term in terms]
        whole = found[0]
        for one in found[1:]:
            whole &= one
        return whole

    return holds if terms else None


def _term(request: Any, period: Any, column: str, values: tuple[str, ...]) -> Any:
    if column == "in_time":
        return request.replied.notnull() & (request.replied <= request.reply_due)
    if column == "open":
        return request.replied.isnull() | (request.replied > period.end)
    value = getattr(request, column)
    return value == values[0] if len(values) == 1 else value.isin(values)


def _declared(asked: Asked) -> Indicator:
    said: dict[str, Any] = {"counts": _predicate(asked.counted)}
    if asked.form is Share:
        said["out_of"] = _predicate(asked.base)
    if asked.of:
        said["of"] = asked.of
    return asked.form(
        key=asked.key, label=asked.key, register="request", on=asked.on, holds=asked.holds, **said
    )


SIXTY = tuple(_declared(one) for one in ASKED)
assert len(SIXTY) == 60  # noqa: S101

Plain = dict[tuple[str, str], dict[str, tuple[int, int, int | None]]]
"""Base, counted and total by indicator, month and unit, where there is a base."""


def plainly(cells: Cells) -> Plain:
    """Get cells as numbers that any peer gives."""
    return {
        key: {unit: (cell.base, cell.counted, cell.total) for unit, cell in own.items()}  # type: ignore[misc]
        for key, own in cells.items()
    }


def empty() -> Plain:
    """Get a place for the cells of every indicator and month."""
    return {(one.key, month.key): {} for one in ASKED for month in MONTHS}
