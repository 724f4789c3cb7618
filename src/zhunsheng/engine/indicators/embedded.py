"""
The embedded engine: typed tables in DuckDB, inside the process, brought up to date from what changed.

It knows tables by name and rows by their entry; it knows no register and no indicator.
"""

from __future__ import annotations

from collections.abc import Collection
from threading import RLock

import ibis
import ibis.expr.types as ir
import pyarrow as pa

_KEY = "entry"
_MANY, _FEW = 20_000, 200


class EmbeddedEngine:
    """Typed tables by name; one thread at a time, by its `lock`."""

    def __init__(self) -> None:
        self.lock = RLock()
        self._connection = ibis.duckdb.connect()
        self._tables: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._tables

    def load(self, name: str, table: pa.Table) -> None:
        """Hold a table under a name, in the place of what was held before."""
        with self.lock:
            self._connection.create_table(name, table, overwrite=True)
            self._tables.add(name)
            self._enumerate(name, table)

    def replace(self, name: str, table: pa.Table, gone: Collection[int] = ()) -> None:
        """
        Put rows into a table that is held, each in the place of the row of the same entry.

        `gone` are entries that have no row any more.
        """
        entries = [*table.column(_KEY).to_pylist(), *gone]
        with self.lock:
            raw = self._connection.con
            raw.execute("BEGIN")
            try:
                self._admit(name, table)
                raw.execute(
                    f'DELETE FROM "{name}" WHERE {_KEY} IN (SELECT unnest(?::BIGINT[]))',  # noqa: S608
                    [entries],
                )
                raw.register("incoming", table)
                raw.execute(f'INSERT INTO "{name}" SELECT * FROM incoming')  # noqa: S608
                raw.unregister("incoming")
            except BaseException:
                raw.execute("ROLLBACK")
                raise
            raw.execute("COMMIT")

    def table(self, name: str) -> ir.Table:
        """Get a held table. Raises KeyError for one that is not held."""
        if name not in self._tables:
            raise KeyError(name)
        return self._connection.table(name)

    def _enumerate(self, name: str, table: pa.Table) -> None:
        """Hold texts of few different values in many rows by their numbers: that saves a sixth of the time."""
        if table.num_rows < _MANY:
            return
        raw = self._connection.con
        for field in table.schema:
            if not pa.types.is_string(field.type):
                continue
            column = f'"{field.name}"'
            values = [
                value
                for value in table.column(field.name).unique().to_pylist()
                if value is not None
            ]
            if 0 < len(values) <= _FEW:
                listed = ", ".join("'" + value.replace("'", "''") + "'" for value in sorted(values))
                raw.execute(f'ALTER TABLE "{name}" ALTER {column} TYPE ENUM({listed})')

    def _admit(self, name: str, table: pa.Table) -> None:
        """Let columns take values that they have no number for: they are texts again."""
        raw = self._connection.con
        described = raw.execute(f'DESCRIBE "{name}"').fetchall()
        for column, kind in ((row[0], row[1]) for row in described if row[1].startswith("ENUM")):
            known = set(raw.execute(f"SELECT unnest(enum_range(NULL::{kind}))::VARCHAR").fetchall())
            values = {(value,) for value in table.column(column).unique().to_pylist()}
            if values - known - {(None,)}:
                raw.execute(f'ALTER TABLE "{name}" ALTER "{column}" TYPE VARCHAR')
