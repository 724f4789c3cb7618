"""
Pages over 100,000 entries, on SQLite and on PostgreSQL: time, queries, size.

Beside them the same pages over 1,000 entries, and the same rows in Django's administration pages.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks import filling, places

ENTRIES = int(os.environ.get("BENCH_ENTRIES", "100000"))
FEW = 1000
PLAIN = "/plain/plain/plainrequest/"
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "40"))


def times(call: Callable[[], object]) -> tuple[float, float]:
    """
    Get the 95th percentile of a call's time, and the median of its time on the processor, both in ms.

    On a machine that others use too, the second says more; the database server's time is not in it.
    """
    call()
    took, computed = [], []
    for _ in range(ROUNDS):
        began, on_processor = time.perf_counter(), time.process_time()
        call()
        took.append((time.perf_counter() - began) * 1000)
        computed.append((time.process_time() - on_processor) * 1000)
    return statistics.quantiles(took, n=20)[-1], statistics.median(computed)


def pages(pk: int, q: str) -> dict[str, str]:
    """Get the measured pages by what they are."""
    register = f"/registers/{filling.REGISTER}/"
    return {
        "list, newest first": register,
        "list, one state, by due day": f"{register}?state={filling.KIND.first}&sort=due",
        "list, late only, by due day": f"{register}?only=late&sort=due",
        "list, last page but a few": f"{register}?page=1900",
        "list, searched: one found": f"{register}?q={q}",
        "list, searched: all found": f"{register}?q=方案",
        "record": f"/entries/{pk}/",
        "my work": "/",
        "calendar of due days": f"{register}calendar/",
        "search over all registers": f"/search/?q={q}",
        "ledger": "/ledger/",
    }


PLAINLY = {
    "list, newest first": PLAIN,
    "list, one state, by due day": f"{PLAIN}?state=received&o=5",
    "list, late only, by due day": f"{PLAIN}?late__exact=1&o=5",
    "list, last page but a few": f"{PLAIN}?p=1900",
    "list, searched: one found": f"{PLAIN}?q=99999",
    "list, searched: all found": f"{PLAIN}?q=方案",
    "record": f"{PLAIN}500/change/",
}


def measure() -> None:
    """Print the table for one database."""
    places.prepare()
    many, few = filling.county("990121", "溪口县"), filling.county("990122", "石岭县")
    began = time.perf_counter()
    filling.fill(many, ENTRIES)
    took = time.perf_counter() - began
    filling.fill(few, FEW)
    filling.fill_plain(ENTRIES)
    print(f"\n{places.database()}: {ENTRIES:,} entries kept at {ENTRIES / took:,.0f} per second")
    print(f"{'':<32}{'':>15}{'':>15}{'over 1,000':>15}{'Django admin':>16}")
    print(
        f"{'':<32}{'queries':>9}{'KB':>6}{'ms p95':>9}{'CPU':>6}{'ms p95':>9}{'CPU':>6}"
        f"{'ms p95':>10}{'CPU':>6}"
    )
    addresses, fewer = _pages_of(many), _pages_of(few)
    for label, address in addresses.items():
        found = _measured(many, address)
        if found is None:
            continue
        beside = _measured(few, fewer[label])
        plain = _measured(many, PLAINLY[label]) if label in PLAINLY else None
        print(
            f"{label:<32}{found.queries:>9}{found.kilobytes:>6.0f}{found.ms:>9.0f}{found.cpu:>6.0f}"
            f"{beside.ms if beside else 0:>9.0f}{beside.cpu if beside else 0:>6.0f}"
            + (f"{plain.ms:>10.0f}{plain.cpu:>6.0f}" if plain else ""),
            flush=True,
        )


def _pages_of(place: filling.Place) -> dict[str, str]:
    from zhunsheng.web.registers.models import Entry

    entries = Entry.unscoped.filter(unit=place.unit).order_by("pk")
    count = entries.count()
    return pages(entries[count // 2].pk, str(count - 1))


@dataclass(frozen=True)
class Measured:
    """What a page took."""

    queries: int
    kilobytes: float
    ms: float
    cpu: float


def _measured(place: filling.Place, address: str) -> Measured | None:
    """Get what a page takes; None where there is no such page."""
    from django.db import connection
    from django.test import Client

    client = Client()
    client.force_login(place.user, "django.contrib.auth.backends.ModelBackend")
    count = [0]

    def counted(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        count[0] += 1
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(counted):
        response = client.get(address, follow=True)
    if response.status_code == 404:
        return None
    assert response.status_code == 200, (address, response.status_code)  # noqa: S101
    queries, kilobytes = count[0], len(response.content) / 1024
    return Measured(queries, kilobytes, *times(lambda: client.get(address, follow=True)))


def main() -> None:
    """Print the tables."""
    print(f"pages over {ENTRIES:,} entries, p95 of {ROUNDS}; {places.machine()}")
    places.on_each_database("benchmarks.site", "measure")


if __name__ == "__main__":
    measure() if sys.argv[1:] == ["measure"] else main()
