"""
What golden tests of the web share: what the declarations hold, and the cases about each.

On PostgreSQL one gate, clock, due date and check of each register is followed, all of them where ZHUNSHENG_GOLDEN
is set: what they say is the engine's, and SQLite follows every one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.domains.golden_cases import cases, named
from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.registers.cases import outlook
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.models import Entry

ALL = not os.environ.get("ZHUNSHENG_DATABASE") or "ZHUNSHENG_GOLDEN" in os.environ


def register_names() -> list[str]:
    """Get the names of all registers; on PostgreSQL every fourth, for pages are made of declarations."""
    return [found.name for found in catalogue().registers()][:: 1 if ALL else 4]


def gates() -> list[tuple[str, str, str]]:
    """Get the gates of all registers."""
    return _each(
        (found.name, step.key, gate.key)
        for found in _registers()
        if found.register.procedure
        for step in found.register.procedure.steps
        for gate in step.gates
    )


def clocks(*, binding: bool = False) -> list[tuple[str, str]]:
    """Get the clocks of all registers, or those that bind."""
    return _each(
        (found.name, running.clock)
        for found in _registers()
        for running in found.register.clocks
        if running.binding or not binding
    )


def due_dates() -> list[tuple[str, str]]:
    """Get the due dates of all registers."""
    return _each(
        (found.name, one.key) for found in _registers() for one in found.register.due_dates
    )


def checks() -> list[tuple[str, str]]:
    """Get the checks of all registers, by their fields."""
    return _each((found.name, one.field) for found in _registers() for one in found.register.checks)


def joined(one: Any) -> str:
    """Get how a test is called."""
    return ".".join(one) if isinstance(one, tuple) else str(one)


def cases_of(kind: str, about: tuple[str, ...], *keys: str) -> list[dict[str, Any]]:
    """Get the cases of a kind that are about a gate, a clock, a due date or a check."""
    domain = about[0].partition(".")[0]
    return [
        case
        for case in cases(kind, domain)
        if (f"{case['domain']}.{case['register']}", *(case[key] for key in keys)) == about
    ]


def lines_about(entry: Entry) -> int:
    """Count the lines of an entry; those that it refers to are made as they are named."""
    return StoredLine.objects.filter(about=entry.about).count()


def standing(entry: Entry, case: dict[str, Any]) -> Any:
    """Get where the clocks and due dates of an entry stand on the day of a case."""
    found, as_of = named(case), date.fromisoformat(case["as_of"])
    clocks = found.domain.clocks_by_key()
    return outlook(found.register, clocks, entry.values, as_of, calendar_of())


def _registers() -> list[NamedRegister]:
    return catalogue().registers()


def _each(found: Iterator[Any]) -> list[Any]:
    everything = list(found)
    return everything if ALL else list({one[0]: one for one in everything}.values())
