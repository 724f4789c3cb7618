"""
Lines of the ledger appended and verified per second, beside a plain hash chain, on both databases.

Then proofs in a ledger of a million lines: how many hashes are read, and how long it takes.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks import places

LINES = int(os.environ.get("BENCH_LINES", "10000"))
SINGLY = 300
LONG = int(os.environ.get("BENCH_LONG", "1000000"))
SAYS = {
    "changed": {"state": "registered", "subject": "某街道改造方案", "received": "2026-02-27"},
    "entry": {
        "register": "openness.request",
        "number": "2026-00001",
        "title": "某街道改造方案",
        "values": {"subject": "某街道改造方案", "received": "2026-02-27", "channel": "online"},
    },
}


def timed(label: str, count: int, call: Callable[[], object]) -> float:
    """Print and get how many a second."""
    began, on_processor = time.perf_counter(), time.process_time()
    call()
    took, computed = time.perf_counter() - began, time.process_time() - on_processor
    print(f"{label:<58}{count / took:>12,.0f}{count / computed:>12,.0f}", flush=True)
    return count / took


def plain_chain(count: int) -> list[dict[str, Any]]:
    """Get a plain hash chain: SHA-256 over the JSON of each line and the hash before."""
    chain, previous = [], ""
    for number in range(count):
        line = {"number": number, "previous": previous, "about": f"a.b/{number}", "says": SAYS}
        previous = hashlib.sha256(json.dumps(line).encode()).hexdigest()
        chain.append({"line": line, "digest": previous})
    return chain


def plainly_holds(chain: list[dict[str, Any]]) -> bool:
    """Whether a plain hash chain holds."""
    previous = ""
    for link in chain:
        digest = hashlib.sha256(json.dumps(link["line"]).encode()).hexdigest()
        if link["line"]["previous"] != previous or link["digest"] != digest:
            return False
        previous = digest
    return True


def measure() -> None:
    """Print the table for one database."""
    places.prepare()
    from django.db import transaction

    from zhunsheng.web import clock
    from zhunsheng.web.ledger import signed, store
    from zhunsheng.web.registers.verifying import verify_all

    now = clock.now()
    numbers = iter(range(10**9))

    def append(count: int, personal: dict[str, Any]) -> None:
        with transaction.atomic():
            drafts = [
                store.Draft(about=f"bench/{next(numbers)}", says=SAYS, personal=personal)
                for _ in range(count)
            ]
            store.append(store.lock_head(), drafts, at=now, who="user/1", did="entry.create")

    def singly() -> None:
        for _ in range(SINGLY):
            append(1, {})

    print(f"\n{places.database():<58}{'per second':>12}{'per CPU s':>12}")
    append(10, {})
    timed("appended one by one, a transaction each", SINGLY, singly)
    timed(f"appended {LINES:,} at once", LINES, lambda: append(LINES, {}))
    personal = {"applicant": "某甲", "contact": "无"}
    timed(
        f"appended {LINES:,} at once, two personal values each",
        LINES,
        lambda: append(LINES, personal),
    )
    timed("signed: tree, root, signature", 2 * LINES, lambda: signed.checkpoint(now))

    def verified() -> None:
        found = verify_all()
        assert not found.faults  # noqa: S101

    timed("verified: chain, tree, commitments, signatures", 2 * LINES + SINGLY + 10, verified)
    long_ledger()


def long_ledger() -> None:
    """Print what proofs take in a ledger of a million lines; only the hashes matter."""
    from django.db import connection, transaction

    from zhunsheng.engine.ledger.proofs import inclusion
    from zhunsheng.engine.ledger.verifier import root_of_inclusion
    from zhunsheng.web.ledger import tree
    from zhunsheng.web.ledger.models import StoredLine

    first = StoredLine.objects.count()
    with transaction.atomic(), connection.cursor() as cursor:
        for start in range(first, LONG, 20_000):
            cursor.executemany(
                "INSERT INTO ledger_storedline"
                " (number, previous, digest, at, who, did, about, says, personal)"
                " VALUES (%s, '', %s, '', '', '', '', '{}', '{}')",
                [
                    (number, hashlib.sha256(str(number).encode()).hexdigest())
                    for number in range(start, min(start + 20_000, LONG))
                ],
            )
    size = max(first, LONG)
    timed(f"tree over {size:,} lines grown", size, lambda: tree.grow(size, "sm3"))
    root = tree.StoredTree("sm3").over(0, size)
    count = 200

    def proofs() -> None:
        for number in range(0, size, size // count):
            stored = tree.StoredTree("sm3")
            path = inclusion(stored.over, size, number)
            leaf = next(store_digests(number))
            assert root_of_inclusion("sm3", leaf, number, size, path) == root  # noqa: S101

    def store_digests(number: int):  # type: ignore[no-untyped-def]
        from zhunsheng.web.ledger import store

        return store.digests(number, number + 1)

    rate = timed(f"proofs, each alone, in {size:,} lines", count, proofs)
    print(
        f"one proof alone takes {1000 / rate:.0f} ms and reads at most {2 * tree.BLOCK + 40} hashes"
    )


def main() -> None:
    """Print the tables."""
    print(f"lines of the ledger; {places.machine()}")
    print(f"{'a plain hash chain in memory, SHA-256':<58}{'per second':>12}{'per CPU s':>12}")
    chain: list[dict[str, Any]] = []
    timed("made", LINES, lambda: chain.extend(plain_chain(LINES)))
    timed("verified", LINES, lambda: plainly_holds(chain))
    places.on_each_database("benchmarks.ledger", "measure")


if __name__ == "__main__":
    measure() if sys.argv[1:] == ["measure"] else main()
