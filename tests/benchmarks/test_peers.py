"""The peers that indicators are measured beside give the same values."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from benchmarks import national
from benchmarks.ours import Ours
from benchmarks.peers import Pandas, Sqlite
from benchmarks.sixty import MONTHS, SIXTY

COUNTY = national.governments()[2]


@pytest.mark.parametrize("peer", [Pandas, Sqlite])
def test_a_peer_gives_the_same_cells_before_changes_and_after(peer) -> None:
    entries = pa.concat_tables(part.table for part in national.stream([COUNTY], 3_000))
    others = pa.concat_tables(part.table for part in national.stream([COUNTY], 90, seed=1))
    place = others.schema.get_field_index("entry")
    changed = others.set_column(place, "entry", pa.array(np.arange(1, 2_971, 33)))
    ours, theirs = Ours(entries), peer(entries)
    before = ours.cells()
    assert theirs.cells() == before
    for one in (ours, theirs):
        one.change(changed)
    assert theirs.cells() == ours.cells() != before


def test_the_figures_that_the_site_keeps_are_those_of_every_month() -> None:
    entries = pa.concat_tables(part.table for part in national.stream([COUNTY], 300))
    assert Ours(entries).kept() == len(SIXTY) * len(MONTHS)
