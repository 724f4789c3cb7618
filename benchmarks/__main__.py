"""Prints all tables: accuracy, speed, the law, then the ledger, imports, pages, people at the site, and indicators."""

from __future__ import annotations

from benchmarks import accuracy, importing, indicators, law, ledger, load, site, speed

for number, one in enumerate((accuracy, speed, law, ledger, importing, site, load, indicators)):
    if number:
        print()
    one.main()
