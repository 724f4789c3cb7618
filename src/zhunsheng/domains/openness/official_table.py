"""
The statistics table of the yearly report on disclosure, computed from the registers.

Rows and columns are declared as predicates over the values of an entry and a year, so that a figure and
the list of its entries come from the same words. Layout: the official format of the yearly report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from zhunsheng.domains.openness.official_vocabulary import (
    APPLICANTS,
    OUTCOMES,
    REMEDIES,
    REMEDY_OUTCOMES,
    STATISTICS,
)
from zhunsheng.engine.registers.procedures import Predicate, Values

InYear = Callable[[Values, int], bool]
Amount = Callable[[Values], int]
Figures = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row: which entries it counts for a year, under which heading; `amount` is what each adds."""

    key: str
    label: str
    counts: InYear
    group: str = ""
    amount: Amount = lambda _: 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: which of a row's entries it counts."""

    key: str
    label: str
    holds: Predicate
    group: str = ""


def figures(
    rows: Iterable[Row], columns: Iterable[Column], entries: Iterable[Values], year: int
) -> Figures:
    """Get the cells of a table by row and column; a cell with nothing to count is 0, as printed."""
    held, across = tuple(entries), tuple(columns)
    return {
        row.key: {
            column.key: sum(row.amount(entry) for entry in counted if column.holds(entry))
            for column in across
        }
        for row in rows
        for counted in [[entry for entry in held if row.counts(entry, year)]]
    }


def concluded(request: Values) -> str | None:
    """Get the day a request was answered, or let lapse by its applicant; None while it is open."""
    return request.get("replied") or request.get("abandoned") or request.get("fee_lapsed")


def _of(day: str | None, year: int) -> bool:
    return bool(day) and str(day)[:4] == str(year)


def _by(day: str | None, year: int) -> bool:
    return bool(day) and str(day)[:4] <= str(year)


def _handled(request: Values, year: int) -> bool:
    return _of(concluded(request), year)


def _answered_as(outcome: str) -> InYear:
    return lambda request, year: _handled(request, year) and request.get("outcome") == outcome


def _grouped(keys: frozenset[str]) -> InYear:
    return lambda request, year: _handled(request, year) and request.get("outcome") in keys


def _handling() -> Iterator[Row]:
    """Get the rows of what was done with requests: each outcome, each heading, and the total."""
    groups = dict.fromkeys(outcome.group for outcome in OUTCOMES)
    for number, group in enumerate(groups, start=1):
        under = [outcome for outcome in OUTCOMES if outcome.group == group]
        if len(under) > 1:
            keys = frozenset(outcome.key for outcome in under)
            yield Row(key=f"group_{number}", label=group, counts=_grouped(keys), group=_DONE)
        for outcome in under:
            yield Row(
                key=outcome.key,
                label=outcome.label,
                counts=_answered_as(outcome.key),
                group=f"{_DONE} {group}",
            )
    yield Row(key="handled", label="总计", counts=_handled, group=_DONE)


_DONE = "三、本年度办理结果"

REQUEST_ROWS = (
    Row(
        key="new",
        label="一、本年新收政府信息公开申请数量",
        counts=lambda request, year: _of(request.get("received"), year),
    ),
    Row(
        key="carried_over",
        label="二、上年结转政府信息公开申请数量",
        counts=lambda request, year: (
            _by(request.get("received"), year - 1) and not _by(concluded(request), year - 1)
        ),
    ),
    *_handling(),
    Row(
        key="carried_on",
        label="四、结转下年度继续办理",
        counts=lambda request, year: (
            _by(request.get("received"), year) and not _by(concluded(request), year)
        ),
    ),
)
"""收到和处理政府信息公开申请情况。"""


def _applied_as(kind: str) -> Predicate:
    return lambda request: request.get("applicant_kind") == kind


def _anybody(_: Values) -> bool:
    return True


REQUEST_COLUMNS = (
    *(
        Column(key=kind.key, label=kind.label, holds=_applied_as(kind.key), group=kind.group)
        for kind in APPLICANTS
    ),
    Column(key="all", label="总计", holds=_anybody),
)


def requests(entries: Iterable[Values], year: int) -> Figures:
    """
    Get 收到和处理政府信息公开申请情况 for a year.

    New and carried-over requests together are those handled and those carried on, in every column.
    """
    return figures(REQUEST_ROWS, REQUEST_COLUMNS, entries, year)


def _ended_as(outcome: str) -> InYear:
    return lambda remedy, year: (
        _of(remedy.get("concluded"), year) and remedy.get("outcome") == outcome
    )


def _still_pending(remedy: Values, year: int) -> bool:
    return _by(remedy.get("filed"), year) and not _by(remedy.get("concluded"), year)


REMEDY_ROWS = (
    *(
        Row(key=outcome.key, label=outcome.label, counts=_ended_as(outcome.key))
        for outcome in REMEDY_OUTCOMES
    ),
    Row(key="pending", label="尚未审结", counts=_still_pending),
    Row(
        key="total",
        label="总计",
        counts=lambda remedy, year: (
            _of(remedy.get("concluded"), year) or _still_pending(remedy, year)
        ),
    ),
)
"""因政府信息公开工作被申请行政复议、提起行政诉讼情况。"""


def _taken_by(kind: str) -> Predicate:
    return lambda remedy: remedy.get("kind") == kind


# 投诉、举报不列入附表。
REMEDY_COLUMNS = tuple(
    Column(key=kind.key, label=kind.label, holds=_taken_by(kind.key), group=kind.group)
    for kind in REMEDIES
    if kind.key != "complaint"
)


def remedies(entries: Iterable[Values], year: int) -> Figures:
    """Get 行政复议、行政诉讼情况 for a year: what ended in it, and what was pending at its end."""
    return figures(REMEDY_ROWS, REMEDY_COLUMNS, entries, year)


def _quantity(item: Values) -> int:
    return int(item.get("quantity") or 1)


def _counted_as(kind: str) -> Predicate:
    return lambda item: item.get("statistic") == kind


PROACTIVE_ROWS = (
    Row(
        key="made",
        label="本年制发件数、本年处理决定数量",
        counts=lambda item, year: _of(item.get("made"), year),
        amount=_quantity,
    ),
    Row(
        key="repealed",
        label="本年废止件数",
        counts=lambda item, year: _of(item.get("repealed"), year),
        amount=_quantity,
    ),
    Row(
        key="in_force",
        label="现行有效件数",
        counts=lambda item, year: (
            _by(item.get("made"), year) and not _by(item.get("repealed"), year)
        ),
        amount=_quantity,
    ),
    Row(
        key="charged",
        label="本年收费金额（分）",
        counts=lambda item, year: _of(item.get("made"), year),
        amount=lambda item: int(item.get("charged") or 0),
    ),
)
"""主动公开政府信息情况。规章、规范性文件读前三行，许可、处罚、强制读第一行，收费读末行。"""

PROACTIVE_COLUMNS = tuple(
    Column(key=kind.key, label=kind.label, holds=_counted_as(kind.key), group=kind.group)
    for kind in STATISTICS
)


def proactive(entries: Iterable[Values], year: int) -> Figures:
    """Get 主动公开政府信息情况 for a year; money is in 分."""
    return figures(PROACTIVE_ROWS, PROACTIVE_COLUMNS, entries, year)
