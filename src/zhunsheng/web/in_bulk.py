"""Statements that are carried out for many rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection


def for_each(statement: str, rows: Sequence[Sequence[Any]]) -> None:
    """Carry out a statement for each of some rows of parameters; the database is not asked for none."""
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)
