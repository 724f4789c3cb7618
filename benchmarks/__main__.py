"""Prints all tables: accuracy, speed, the law, then the ledger, imports, pages and people at the site."""

from __future__ import annotations

from benchmarks import accuracy, importing, law, ledger, load, site, speed

for number, one in enumerate((accuracy, speed, law, ledger, importing, site, load)):
    if number:
        print()
    one.main()
