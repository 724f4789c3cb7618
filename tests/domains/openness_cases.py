"""
The golden cases of openness, made ready to be followed: step by step, with the values of each.

A case says only how it differs from the lawful entry and steps in `entries.json`; the way to a step is the
shortest one where the case names none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister, catalogue

GOLDEN = files("zhunsheng.domains.openness") / "golden"
FIRST_DAY = "2026-03-02"


@dataclass(frozen=True)
class Taken:
    """A step to be taken: what is filled with it, and on which day."""

    step: str
    values: dict[str, Any]
    on: date


def golden(name: str) -> dict[str, Any]:
    return json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))


def cases(name: str) -> list[dict[str, Any]]:
    return golden(name)["cases"]


def named(case: dict[str, Any]) -> NamedRegister:
    return catalogue().register(f"openness.{case['register']}")


def entry_of(case: dict[str, Any]) -> dict[str, Any]:
    """Get what the entry of a case is made with."""
    return golden("entries")["entries"][case["register"]] | case.get("entry", {})


def way_of(case: dict[str, Any]) -> list[Taken]:
    """Get the steps that lead to where a case begins to differ."""
    way = case.get("way")
    if way is None:
        declared = golden("entries")["steps"][case["register"]][case["step"]]
        way = declared.get("way") or shortest_way(named(case), case["step"])
    return [_taken(case["register"], one) for one in way]


def step_of(case: dict[str, Any]) -> Taken:
    """Get the step a case is about."""
    return _taken(case["register"], {"step": case["step"], "values": case["values"]})


def _taken(register: str, one: str | dict[str, Any]) -> Taken:
    said = {"step": one} if isinstance(one, str) else one
    lawful = golden("entries")["steps"][register][said["step"]]["values"]
    on = date.fromisoformat(said.get("on", FIRST_DAY))
    return Taken(said["step"], lawful | said.get("values", {}), on)


def shortest_way(register: NamedRegister, step: str) -> list[str]:
    """Get the fewest steps after which a step may be asked for."""
    procedure = register.register.procedure
    assert procedure is not None
    found = procedure.step(step)
    assert found is not None
    waiting: list[tuple[str, list[str]]] = [(procedure.start.key, [])]
    seen = set()
    while waiting:
        state, way = waiting.pop(0)
        if state in found.comes_from:
            return way
        if state not in seen:
            seen.add(state)
            waiting += [(one.leads_to, [*way, one.key]) for one in procedure.steps_from(state)]
    raise AssertionError(step)
