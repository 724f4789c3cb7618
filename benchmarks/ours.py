"""The sixty indicators by the engine itself, and by the cells that the site keeps of it."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from benchmarks.sixty import COLUMNS, DAY, MONTHS, SIXTY, Plain, plainly
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.engine.indicators.computing import compute
from zhunsheng.engine.indicators.embedded import EmbeddedEngine
from zhunsheng.engine.indicators.figures import figure

REGISTER = "openness.request"


class Ours:
    """A table held in the embedded engine; each change makes another version of it, as on the site."""

    label = "准绳, embedded engine"

    def __init__(self, table: pa.Table) -> None:
        self._engine = EmbeddedEngine()
        self._engine.load(REGISTER, table.select([*COLUMNS, "path"]))
        self._version = 1
        register = catalogue().register(REGISTER)
        self._named = [
            NamedIndicator(f"openness.{one.key}", register.domain, register, one) for one in SIXTY
        ]
        self._units = sorted(set(table.column("unit").unique().to_pylist()))
        self._path = table.column("path")[0].as_py()

    position = 0
    organization: Any = None

    def table(self, register: str) -> Any:
        """Get the table as a reading of the site has it."""
        return self._engine.table(register)

    def version(self, register: str) -> int:  # noqa: ARG002  # there is one register
        """Get the version of the table."""
        return self._version

    def is_empty(self, register: str) -> bool:
        """Whether there are no entries: there always are."""
        return register != REGISTER

    def change(self, changed: pa.Table) -> None:
        """Put changed rows in the place of what was there."""
        self._engine.replace(REGISTER, changed.select([*COLUMNS, "path"]))
        self._version += 1

    def cells(self) -> Plain:
        """Get all cells, computed."""
        return plainly(compute(self._engine.table(REGISTER), DAY, SIXTY, MONTHS))

    def kept(self) -> int:
        """Get every figure of every month from the cells that the site keeps; get how many they are."""
        from zhunsheng.web.indicators.cells import cells_of

        cells = cells_of(self, self._named, MONTHS, self._path, below=False)
        figures = [
            figure(named.indicator, cells[named.indicator.key, month.key], self._units)
            for named in self._named
            for month in MONTHS
        ]
        return len([one.value for one in figures])
