"""
Figures as they were at a past position of the ledger, or at the end of a day.

They are made by the same definitions over typed tables of the entries as they were then. Within
`reading_then` everything in `results` is of that moment, each unit and government with the name and the
place it had. A table is read from the lines of its register once and kept for the next who asks, as long
as few others are asked for; lines do not change, so what was read stays right.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count, islice
from threading import Lock
from typing import TYPE_CHECKING, Any

from zhunsheng.engine.catalogue import Catalogue, NamedRegister, catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.columns import last_day_column
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web.indicators import held, loading, results
from zhunsheng.web.indicators.as_of_organization import organization_then, within
from zhunsheng.web.indicators.held import Reading
from zhunsheng.web.indicators.organization import Organization, Place
from zhunsheng.web.ledger import past
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.registers.as_of import EntryThen, entries_then
from zhunsheng.web.registers.errors import NotThereError

if TYPE_CHECKING:
    import pyarrow as pa

    from zhunsheng.engine.indicators.embedded import EmbeddedEngine
    from zhunsheng.engine.indicators.tables import PlainEntry

MOST = 2_000_000
"""So many entries of the past are kept in a process, in tables of the columns that indicators name."""

MaySee = Callable[[Government], bool]
_CHUNK = 5_000
_Key = tuple[str, int, str, str, frozenset[tuple[tuple[str, int], str]]]


def figures_as_of(
    names: Sequence[str], spans: Sequence[Period], place: Place, moment: Moment
) -> dict[tuple[str, str], Figure]:
    """
    Get the figures of some indicators as they were, by the indicator's name and the period's key.

    Periods that still ran are looked at as far as they had come, and each figure is made by the definition in
    force at the end of its period. Raises UnknownNameError, and NotThereError for a place that was not there.
    """
    cut = [periods.so_far(span, moment.day) for span in spans]
    with reading_then(moment, place.government) as then:
        return results.figures(names, cut, place_then(then.organization, place))


@contextmanager
def reading_then(
    moment: Moment, government: Government, may_see: MaySee = lambda _: False
) -> Iterator[Reading]:
    """
    Let all figures within the block be those of a moment, for a government and what lay below it.

    With it all are read that lay beside it, where the government above may be seen. Others are not read, and
    cannot be asked for. Raises NotThereError where the government was not there.
    """
    whole = organization_then(moment)
    known = whole.governments.get(government.pk)
    if known is None:
        raise _not_there(moment)
    above = whole.governments.get(known.parent_id or 0)
    if above is not None and may_see(above):
        known = above
    with held.instead(_Then(moment, known.path, within(whole, known.path))) as found:
        yield found


def place_then(then: Organization, place: Place) -> Place:
    """Get a place with the names it had. Raises NotThereError where it was not there."""
    government = then.governments.get(place.government.pk)
    units = {unit.pk: unit for unit in then.units.values()}
    unit = units.get(place.unit.pk) if place.unit is not None else None
    if government is None or (place.unit is not None and unit is None):
        raise NotThereError(
            "那时还没有这个政府或者单位。请选择晚一些的日期，或者另选范围。",
            "There was no such government or unit at that time. Choose a later day or another place.",
        )
    return Place(government, unit, below=place.below)


class _Then:
    """Typed tables as of a moment, of a government and those below it, read when they are asked for."""

    def __init__(self, moment: Moment, path: str, organization: Organization) -> None:
        self.position = moment.position
        self.organization = organization
        self._moment = moment
        self._path = path
        self._digest = past.digest_at(moment)
        self._codes = frozenset(organization.codes.items())
        self._engine: EmbeddedEngine | None = None
        self._versions: dict[str, int] = {}

    def table(self, register: str) -> Any:
        if self._engine is None:
            self._engine = loading.engine()
        if register not in self._versions:
            kept = self._kept(catalogue().register(register))
            self._engine.load(register, kept.table)
            self._versions[register] = kept.version
        return self._engine.table(register)

    def is_empty(self, register: str) -> bool:  # noqa: ARG002  # it is known of none
        return False

    def version(self, register: str) -> int | None:
        return self._versions.get(register)

    def _kept(self, named: NamedRegister) -> _Table:
        key = (self._digest, self._moment.position, named.name, self._path, self._codes)
        found = _tables.get(key)
        if found is None:
            found = _Table(_read(named, self._moment, self.organization), next(_versions))
            _tables.keep(key, found)
        return found


def _read(named: NamedRegister, moment: Moment, then: Organization) -> pa.Table:
    """Read the typed table of a register from the ledger, some thousand entries at a time."""
    import pyarrow as pa  # noqa: PLC0415  # it takes a while to import

    columns = loading.columns_of(named)
    days = {"due", *(last_day_column(running.clock) for running in named.register.clocks)}
    entries = entries_then(
        named, moment, governments=list(then.governments), with_days=bool(days & set(columns))
    )
    units = {unit.pk: key for key, unit in then.units.items()}
    parts = [loading.table_of(named, columns, ())]
    while some := list(islice(entries, _CHUNK)):
        parts.append(loading.table_of(named, columns, [_plain(one, then, units) for one in some]))
    return pa.concat_tables(parts)


def _plain(one: EntryThen, then: Organization, units: dict[int, str]) -> PlainEntry:
    from zhunsheng.engine.indicators.tables import PlainEntry  # noqa: PLC0415

    sealed = one.sealed
    government = then.governments[sealed["government"]]
    return PlainEntry(
        id=one.key,
        government=government.code,
        path=government.path,
        unit=units[sealed["unit"]],
        number=sealed["number"],
        title=sealed["title"],
        state=sealed["state"],
        happened=one.happened,
        due=one.days.due,
        late=sealed["late"],
        done=sealed["done"],
        values=sealed["values"],
        last_days={clock: date.fromisoformat(day) for clock, day in one.days.last_days.items()},
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the past, and the version by which its cells are kept."""

    table: pa.Table
    version: int


class _Tables:
    """Tables of the past by what they are of; those asked for longest ago go first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: OrderedDict[_Key, _Table] = OrderedDict()
        self._catalogue: Catalogue | None = None

    def get(self, key: _Key) -> _Table | None:
        with self._lock:
            if self._catalogue is not catalogue():
                self._found.clear()
                self._catalogue = catalogue()
            if (found := self._found.get(key)) is not None:
                self._found.move_to_end(key)
            return found

    def keep(self, key: _Key, table: _Table) -> None:
        with self._lock:
            self._found[key] = table
            while sum(one.table.num_rows for one in self._found.values()) > MOST:
                self._found.popitem(last=False)


# Below zero, so that no cells of the present are ever taken for them.
_versions = count(-1, -1)
_tables = _Tables()


def _not_there(moment: Moment) -> NotThereError:
    return NotThereError(
        f"{moment.day}还没有这个政府。请选择晚一些的日期。",
        f"There was no such government on {moment.day}. Choose a later day.",
    )
