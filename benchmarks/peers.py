"""
The sixty indicators as one would write them by hand: with pandas, and in SQL on SQLite.

Both hold only the columns that the indicators look at, with the types and indexes that suit them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
import pyarrow as pa

from benchmarks.sixty import COLUMNS, FIRST, LAST, MONTHS, Asked, Plain, Terms, empty, passes


class Pandas:
    """Categories for texts, numbers for months, one table of conditions per pass, grouped and added up."""

    label = "pandas"

    def __init__(self, table: pa.Table) -> None:
        self._frame = self._typed(table)

    def _typed(self, table: pa.Table) -> pd.DataFrame:
        frame = table.select(COLUMNS).to_pandas(date_as_object=False).set_index("entry")
        texts = ("unit", "applicant_kind", "channel", "outcome")
        return frame.astype(dict.fromkeys(texts, "category") | {"fee": "Int64"})

    def change(self, changed: pa.Table) -> None:
        """Put changed rows in the place of what was there."""
        new = self._typed(changed)
        for column in new.columns:
            held = self._frame[column]
            value = new[column]
            if isinstance(held.dtype, pd.CategoricalDtype):
                value = value.astype(held.dtype)
            self._frame.loc[new.index, column] = value

    def cells(self) -> Plain:
        """Get all cells."""
        found = empty()
        for (on, holds), group in passes().items():
            day = self._frame[on]
            if holds == "by_end":
                for month in MONTHS:
                    end = pd.Timestamp(month.end)
                    self._add(found, group, self._frame[day <= end], ["unit"], end, month.key)
            else:
                within = self._frame[(day >= pd.Timestamp(FIRST)) & (day <= pd.Timestamp(LAST))]
                keys = ["unit", within[on].dt.month.astype("int8").rename("month")]
                self._add(found, group, within, keys, None, "")
        return found

    def _add(
        self,
        found: Plain,
        group: list[Asked],
        frame: pd.DataFrame,
        keys: list[Any],
        end: pd.Timestamp | None,
        key: str,
    ) -> None:
        """Group once for all conditions and sums of a pass."""
        wanted: dict[Any, Any] = {}
        for one in group:
            for terms in (one.base, one.counted):
                if terms and terms not in wanted:
                    wanted[terms] = _mask(frame, terms, end)
            if one.of:
                value = frame[one.of]
                wanted[one.of, one.counted] = (
                    value.where(wanted[one.counted]) if one.counted else value
                )
        columns = {str(number): value for number, value in enumerate(wanted.values())}
        keyed = pd.DataFrame(columns | {"unit": frame["unit"]}, index=frame.index)
        grouped = keyed.groupby(keys, observed=True)
        sums = grouped.sum(min_count=1)
        sums["all"] = grouped.size()
        names = dict(zip(wanted, columns, strict=True))
        held = {name: sums[name].to_numpy(object, na_value=None) for name in sums.columns}
        at = [(label, key) if key else (label[0], MONTHS[label[1] - 1].key) for label in sums.index]
        for one in group:
            bases = held[names[one.base] if one.base else "all"]
            counts = held[names[one.counted] if one.counted else "all"]
            totals = held[names[one.of, one.counted]] if one.of else [None] * len(at)
            for (unit, month), base, counted, total in zip(at, bases, counts, totals, strict=True):
                if base:
                    found[one.key, month][unit] = (int(base), int(counted), total)


def _mask(frame: pd.DataFrame, terms: Terms, end: pd.Timestamp | None) -> Any:
    mask: Any = None
    for column, values in terms:
        if column == "in_time":
            one = frame["replied"] <= frame["reply_due"]
        elif column == "open":
            one = frame["replied"].isna() | (frame["replied"] > end)
        elif len(values) == 1:
            one = frame[column] == values[0]
        else:
            one = frame[column].isin(values)
        mask = one if mask is None else mask & one
    return mask


class Sqlite:
    """A statement per pass, a condition per column of its result, and an index that holds all it reads."""

    label = "SQL on SQLite"

    _INDEXES = (
        "unit, substr(received, 1, 7), received, applicant_kind, channel, fee",
        "unit, substr(replied, 1, 7), replied, outcome",
        "unit, substr(reply_due, 1, 7), reply_due, applicant_kind, channel, replied",
        "unit, received, replied, channel",
    )

    def __init__(self, table: pa.Table) -> None:
        self._database = sqlite3.connect(":memory:", isolation_level=None)
        columns = ", ".join(
            f"{name} {'INTEGER' if name == 'fee' else 'TEXT'}" for name in COLUMNS[1:]
        )
        self._database.execute(f"CREATE TABLE request (entry INTEGER PRIMARY KEY, {columns})")
        self.change(table)
        for number, columns in enumerate(self._INDEXES):
            self._database.execute(f"CREATE INDEX request_{number} ON request ({columns})")
        self._database.execute("ANALYZE")

    def change(self, changed: pa.Table) -> None:
        """Put changed rows in the place of what was there."""
        self._database.execute("BEGIN")
        marks = ", ".join("?" * len(COLUMNS))
        insert = f"INSERT OR REPLACE INTO request VALUES ({marks})"  # noqa: S608
        self._database.executemany(insert, _rows(changed))
        self._database.execute("COMMIT")

    def cells(self) -> Plain:
        """Get all cells."""
        found = empty()
        for (on, holds), group in passes().items():
            names: dict[Any, str] = {}
            for one in group:
                for terms in (one.base, one.counted):
                    names.setdefault(terms, f"count(*){_filter(terms)}")
                if one.of:
                    names.setdefault((one.of, one.counted), f"sum({one.of}){_filter(one.counted)}")
            places = {key: number + 2 for number, key in enumerate(names)}
            for row in self._passed(on, holds, ", ".join(names.values())):
                for one in group:
                    if base := row[places[one.base]]:
                        total = row[places[one.of, one.counted]] if one.of else None
                        found[one.key, row[1]][row[0]] = (base, row[places[one.counted]], total)
        return found

    def _passed(self, on: str, holds: str, wanted: str) -> Iterator[tuple[Any, ...]]:
        """Get a row for each unit and month; what holds by the end of a month is asked month by month."""
        if holds == "by_end":
            for month in MONTHS:
                yield from self._database.execute(
                    f"SELECT unit, :key, {wanted} FROM request WHERE {on} <= :last GROUP BY unit",  # noqa: S608
                    {"key": month.key, "last": str(month.end)},
                )
        else:
            month_of = f"substr({on}, 1, 7)"
            yield from self._database.execute(
                f"SELECT unit, {month_of}, {wanted} FROM request"  # noqa: S608
                f" WHERE {on} BETWEEN '{FIRST}' AND '{LAST}' GROUP BY unit, {month_of}"
            )


def _rows(table: pa.Table) -> Iterable[tuple[Any, ...]]:
    """Get rows as SQLite stores them: days as texts."""
    for batch in table.select(COLUMNS).to_batches(max_chunksize=50_000):
        columns = [
            (column.cast(pa.string()) if column.type == pa.date32() else column).to_pylist()
            for column in batch.columns
        ]
        yield from zip(*columns, strict=True)


def _filter(terms: Terms) -> str:
    conditions = []
    for column, values in terms:
        if column == "in_time":
            conditions.append("replied <= reply_due")
        elif column == "open":
            conditions.append("(replied IS NULL OR replied > :last)")
        else:
            said = ", ".join(f"'{value}'" for value in values)
            conditions.append(f"{column} = {said}" if len(values) == 1 else f"{column} IN ({said})")
    return f" FILTER (WHERE {' AND '.join(conditions)})" if conditions else ""
