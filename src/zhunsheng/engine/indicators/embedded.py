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
