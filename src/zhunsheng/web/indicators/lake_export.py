"""
Fills a lake of typed tables with the entries of the site, government by government and year by year.

It writes what indicators may see: no personal field. Units go along, so that a coverage knows its base.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

import pyarrow as pa
from django.db.models import QuerySet

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.indicators import lake
from zhunsheng.engine.indicators.lake import LakeUnit
from zhunsheng.engine.indicators.tables import schema_of, table_of
from zhunsheng.web.indicators.plain import plain_entries
from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.registers.models import Entry

_CHUNK = 20_000
NO_YEAR = 0
"""The year under which entries stand that belong to no day."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written of a register for a government."""

    register: str
    government: str
    entries: int


def export(
    root: Path, registers: Iterable[NamedRegister], day: date, years: Collection[int] = ()
) -> Iterator[Exported]:
    """
    Put registers into a lake, in the place of what it had of this site; of some years only, where told.

    Entries that are gone leave the lake too. `day` is the day on which all this stands.
    """
    wanted = list(registers)
    for government in Government.objects.order_by("code"):
        lake.write_units(root, government.code, _units(government), day)
        for named in wanted:
            count = sum(_export(root, named, government, years))
            if count:
                yield Exported(named.name, government.code, count)


def _export(
    root: Path, named: NamedRegister, government: Government, years: Collection[int]
) -> Iterator[int]:
    """Write a register of a government year by year, and give how many entries each year has."""
    entries = Entry.unscoped.filter(register=named.name, government=government)
    found = entries.order_by().values_list("happened__year", flat=True).distinct()
    there = sorted(NO_YEAR if year is None else year for year in found)
    for year in there:
        if not years or year in years:
            part = (
                entries.filter(happened=None)
                if year == NO_YEAR
                else entries.filter(happened__year=year)
            )
            table = _table(named, part.order_by("pk"))
            lake.write(root, named.name, government.code, year, table)
            yield table.num_rows
    lake.keep_only(root, named.name, government.code, there, within=years)


def _table(named: NamedRegister, entries: QuerySet[Entry]) -> pa.Table:
    plain = plain_entries(entries)
    parts = []
    while chunk := list(islice(plain, _CHUNK)):
        parts.append(table_of(named.register, chunk))
    return pa.concat_tables(parts) if parts else schema_of(named.register).empty_table()


def _units(government: Government) -> list[LakeUnit]:
    units = Unit.objects.filter(government=government).select_related("successor__government")
    return [
        LakeUnit(
            f"{government.code}/{unit.code}",
            unit.since,
            unit.until,
            None
            if unit.successor is None
            else f"{unit.successor.government.code}/{unit.successor.code}",
        )
        for unit in units.order_by("code")
    ]
