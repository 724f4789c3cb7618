"""
Figures of a past day in a ledger of 100,000 lines of one register, on SQLite and on PostgreSQL.

Beside reading the past the present is loaded anew, from rows: that is what a page waits for after a start.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from copy import copy
from datetime import date, datetime, timedelta
from typing import Any

from benchmarks import filling, places

LINES = int(os.environ.get("BENCH_LINES", "100000"))
EACH = 5_000


def timed(label: str, call: Callable[[], Any]) -> Any:
    """Print how long a call takes, by the clock and on the processor, and get what it gives."""
    began, on_processor = time.perf_counter(), time.process_time()
    found = call()
    took, computed = time.perf_counter() - began, time.process_time() - on_processor
    print(f"{label:<64}{took * 1000:>12,.0f}{computed * 1000:>12,.0f}", flush=True)
    return found


def fill(now: datetime) -> Any:
    """
    Fill a county with entries, and change every other one a day later; get the county.

    One is made by the actions; the others are like it, each with a day and a line of its own.
    """
    from django.db import connection, transaction

    from zhunsheng.web.registers.models import Entry

    place = filling.county("990121", "溪口县")
    filling.fill(place, 1)
    like = Entry.unscoped.get()
    day = like.happened or now.date()
    entries = [copy_of(like, number, day) for number in range(2, LINES * 2 // 3 + 1)]
    for start in range(0, len(entries), EACH):
        with transaction.atomic():
            made = Entry.unscoped.bulk_create(entries[start : start + EACH], batch_size=500)
            write(made, now, "entry.create")
    for start in range(0, len(entries), 2 * EACH):
        with transaction.atomic():
            write(entries[start : start + 2 * EACH : 2], now + timedelta(days=1), "entry.change")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return place.unit.government


def copy_of(like: Any, number: int, day: date) -> Any:
    """Get an entry like another, with a number and a day of its own."""
    made = copy(like)
    happened = day + timedelta(days=number % filling.DAYS)
    made.pk, made.number, made.happened = None, f"{like.number[:5]}{number:05}", happened
    made.values = {**like.values, "received": happened.isoformat()}
    made._state.adding = True  # noqa: SLF001  # it is a row of its own
    return made


def write(entries: list[Any], at: datetime, did: str) -> None:
    """Append a line for each of some entries."""
    from zhunsheng.web.ledger import store
    from zhunsheng.web.registers.keeping import draft

    drafts = [draft(entry, entry.values) for entry in entries]
    store.append(store.lock_head(), drafts, at=at, who="user/1", did=did)


def measure() -> None:
    """Print the table for one database."""
    places.prepare()
    from zhunsheng.web import clock
    from zhunsheng.web.ledger import past
    from zhunsheng.web.ledger.models import StoredLine

    now = clock.now()
    county = fill(now)
    print(f"\n{places.database():<64}{'ms':>12}{'ms of CPU':>12}")
    moment = timed("where the ledger stood at the end of a day", lambda: past.end_of(now.date()))
    print(f"{StoredLine.objects.count():,} lines, looked at as of line {moment.position:,}")
    measure_entries(moment)
    measure_figures(county, moment)
    print(f"{places.peak():,.0f} MB at the peak")


def measure_entries(moment: Any) -> None:
    """Print what it takes to read a register, and one entry, as they were."""
    from zhunsheng.engine.catalogue import catalogue
    from zhunsheng.web.registers.as_of import entries_then, entry_then
    from zhunsheng.web.registers.models import Entry

    named = catalogue().register(filling.REGISTER)

    def read(*, with_days: bool) -> int:
        return sum(1 for _ in entries_then(named, moment, with_days=with_days))

    timed("all entries as they were, with their last days", lambda: read(with_days=True))
    count = timed("the same without", lambda: read(with_days=False))
    key = Entry.unscoped.order_by("pk")[count // 2].pk
    timed("one entry as it was", lambda: entry_then(filling.REGISTER, key, moment))
    print(f"{count:,} entries")


def measure_figures(county: Any, moment: Any) -> None:
    """Print what it takes to get all figures of the register, of the past and of the present."""
    from zhunsheng.engine.catalogue import catalogue
    from zhunsheng.engine.indicators import periods
    from zhunsheng.web.indicators import as_of, loading, results
    from zhunsheng.web.indicators.results import Place

    loading.prepare()
    every = catalogue().indicators()
    names = [one.name for one in every if one.register.name == filling.REGISTER]
    spans, place = [periods.to_date(moment.day)], Place(county)
    timed(
        f"{len(names)} figures of the present, loaded from rows",
        lambda: results.figures(names, spans, place),
    )
    for label in ("of the past, read from lines", "of the same past, again"):
        timed(
            f"{len(names)} figures {label}",
            lambda: as_of.figures_as_of(names, spans, place, moment),
        )


def main() -> None:
    """Measure on each database."""
    print(f"the past; {places.machine()}", flush=True)
    places.on_each_database("benchmarks.as_of", "measure")


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        measure()
    else:
        main()
