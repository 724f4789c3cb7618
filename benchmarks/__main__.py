"""Prints all tables: accuracy, speed, the law, then reports, the ledger, imports, pages, people at the site, and indicators."""

from __future__ import annotations

from benchmarks import accuracy, importing, indicators, law, ledger, load, reporting, site, speed

PARTS = (accuracy, speed, law, reporting, ledger, importing, site, load, indicators)
for number, one in enumerate(PARTS):
    if number:
        print()
    one.main()
