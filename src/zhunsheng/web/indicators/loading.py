"""
Puts entries into typed tables of the embedded engine: a whole register, or some entries anew.

It holds nothing itself. An engine takes seconds to import, so it is imported when the first figure is
asked for: a command that asks for none does not wait.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web.indicators.plain import plain_entries
from zhunsheng.web.registers.models import Entry

if TYPE_CHECKING:
    import pyarrow as pa

    from zhunsheng.engine.indicators.embedded import EmbeddedEngine
    from zhunsheng.engine.indicators.tables import PlainEntry

DAY = "happened"
"""The column by which an entry belongs to a period, where an indicator names none."""

_CHUNK = 5_000
# As many keys as every database takes in one query.
_KEYS = 500


def prepare() -> None:
    """Import what computes figures ahead of the first one, so that nobody waits for it."""
    from zhunsheng.engine.indicators import computing, naming, tables  # noqa: F401, PLC0415

    engine()


def engine() -> EmbeddedEngine:
    """Get an engine that holds nothing yet."""
    from zhunsheng.engine.indicators.embedded import EmbeddedEngine  # noqa: PLC0415

    return EmbeddedEngine()


def registers_present() -> set[str]:
    """Get the names of the registers that have entries: with many registers, most of a site's have none."""
    return set(Entry.unscoped.order_by().values_list("register", flat=True).distinct())


def columns_of(named: NamedRegister) -> list[str]:
    """Get the columns that the indicators of a register name."""
    from zhunsheng.engine.indicators.naming import columns_named  # noqa: PLC0415

    own = [
        one.indicator
        for one in catalogue().indicators(named.domain.key)
        if one.register.name == named.name
    ]
    return columns_named(named.register, DAY, own)


def load(into: EmbeddedEngine, named: NamedRegister, columns: Sequence[str]) -> None:
    """Load all entries of a register, some thousand at a time."""
    # In no order: one query that the database answers row by row, however many there are.
    entries = plain_entries(Entry.unscoped.filter(register=named.name).order_by())
    into.load(named.name, table_of(named, columns, ()))
    while some := list(islice(entries, _CHUNK)):
        into.replace(named.name, table_of(named, columns, some))


def reload(
    into: EmbeddedEngine, named: NamedRegister, columns: Sequence[str], keys: Collection[int]
) -> set[str]:
    """Read some entries anew, those that are gone too; get the keys of the units they belong to."""
    units: set[str] = set()
    for some in _in_chunks(keys):
        table = table_with(named, columns, some)
        there = set(table.column("entry").to_pylist())
        into.replace(named.name, table, [key for key in some if key not in there])
        units.update(table.column("unit").to_pylist())
    return units


def table_with(named: NamedRegister, columns: Sequence[str], keys: Collection[int]) -> pa.Table:
    """Get the typed table of some entries of a register by their keys."""
    import pyarrow as pa  # noqa: PLC0415

    entries = Entry.unscoped.filter(register=named.name)
    found = (plain_entries(entries.filter(pk__in=some)) for some in _in_chunks(keys))
    return pa.concat_tables(
        [table_of(named, columns, ()), *(table_of(named, columns, one) for one in found)]
    )


def table_of(
    named: NamedRegister, columns: Sequence[str], entries: Iterable[PlainEntry]
) -> pa.Table:
    """Get the typed table of some entries of a register, with some columns only."""
    from zhunsheng.engine.indicators import tables  # noqa: PLC0415

    return tables.table_of(named.register, entries, columns)


def _in_chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(sorted(keys))
    while some := list(islice(rest, _KEYS)):
        yield some
