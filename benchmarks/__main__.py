"""Prints all tables: accuracy first, then speed, then the law."""

from __future__ import annotations

from benchmarks import accuracy, law, speed

accuracy.main()
print()
speed.main()
print()
law.main()
