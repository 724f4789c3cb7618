"""
What each unit has for some indicators in some periods, computed once for as long as nothing changes.

Cells are kept by the version of their register's table, so what was computed before a change is never
found again. So many are kept; those asked for longest ago go first.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.engine.indicators.figures import Cell
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web.indicators.held import Reading
from zhunsheng.web.indicators.loading import DAY

if TYPE_CHECKING:
    from zhunsheng.engine.indicators.computing import Part

Cells = Mapping[tuple[str, str], Mapping[str, Cell]]
"""For an indicator's key and a period's key: what each unit has, by its key."""

MOST = 500_000
"""So many cells are kept in a process: some hundred megabytes at the most."""

_Key = tuple[int, str, bool, tuple[str, ...], tuple[Period, ...]]


class _Kept:
    """Cells by what they were computed for, the latest asked for last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: OrderedDict[_Key, tuple[int, Cells]] = OrderedDict()
        self._weight = 0

    def get(self, key: _Key) -> Cells | None:
        with self._lock:
            found = self._found.get(key)
            if found is None:
                return None
            self._found.move_to_end(key)
            return found[1]

    def keep(self, key: _Key, cells: Cells) -> None:
        weight = sum(1 + len(of_units) for of_units in cells.values())
        if weight > MOST:
            return
        with self._lock:
            before = self._found.pop(key, None)
            self._weight += weight - (before[0] if before else 0)
            self._found[key] = weight, cells
            while self._weight > MOST:
                _, (gone, _cells) = self._found.popitem(last=False)
                self._weight -= gone


_kept = _Kept()


def cells_of(
    reading: Reading,
    indicators: Sequence[NamedIndicator],
    periods: Sequence[Period],
    path: str,
    *,
    below: bool,
) -> Cells:
    """
    Get the cells of some indicators of one register for the units of a government.

    `path` is the government's; with `below`, the units of all governments under it have cells too.
    """
    from zhunsheng.engine.indicators.computing import compute  # noqa: PLC0415  # takes seconds

    register = indicators[0].register.name
    if reading.is_empty(register):
        return {(one.indicator.key, period.key): {} for one in indicators for period in periods}
    table = reading.table(register)
    version = reading.version(register)
    names = tuple(named.name for named in indicators)
    key = (version or 0, path, below, names, tuple(periods))
    if version is not None and (kept := _kept.get(key)) is not None:
        return kept
    found = compute(
        within(table, path, below=below), DAY, [named.indicator for named in indicators], periods
    )
    if version is not None:
        _kept.keep(key, found)
    return found


def within(table: Any, path: str, *, below: bool) -> Any:
    """Get the rows of a table that belong to a government, or to all from it down."""
    return table.filter(table.path.startswith(path) if below else table.path == path)


def rows_behind(
    reading: Reading, named: NamedIndicator, period: Period, path: str, part: Part, *, below: bool
) -> Any:
    """Get the rows behind a figure of a government, by the predicates the figure was computed by."""
    from zhunsheng.engine.indicators.computing import rows  # noqa: PLC0415  # takes seconds

    table = within(reading.table(named.register.name), path, below=below)
    return rows(table, DAY, named.indicator, period, part)
