"""Prints all tables: accuracy first, then speed, then the law, then the site."""

from __future__ import annotations

from benchmarks import accuracy, law, site, speed

accuracy.main()
print()
speed.main()
print()
law.main()
print()
site.main()
