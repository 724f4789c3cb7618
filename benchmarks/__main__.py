"""Prints all tables: accuracy first, then speed."""

from __future__ import annotations

from benchmarks import accuracy, speed

accuracy.main()
print()
speed.main()
