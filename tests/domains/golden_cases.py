"""
The golden cases of all domains, made ready to be followed: step by step, with the values of each.

A case says only how it differs from the lawful entry and steps in `entries.json` of its domain; the way to a
step is the shortest one where the case names none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from zhunsheng.engine.catalogue import OWN_DOMAINS, NamedRegister, catalogue

DOMAINS = tuple(key for key in catalogue().domains if catalogue().registers(key))
FIRST_DAY = "2026-03-02"


@dataclass(frozen=True)
class Taken:
    """A step to be taken: what is filled with it, and on which day."""

    step: str
    values: dict[str, Any]
    on: date


@cache
def golden(domain: str, name: str) -> dict[str, Any]:
    """Get a file of golden cases of a domain; an empty one where the domain has none of that kind."""
    file = files(f"{OWN_DOMAINS}.{domain}") / "golden" / f"{name}.json"
    return json.loads(file.read_text("utf-8")) if file.is_file() else {"cases": []}


def cases(name: str, domain: str = "") -> list[dict[str, Any]]:
    """Get the cases of a kind, of a domain or of all, each with its domain."""
    return [
        {"domain": key} | case
        for key in DOMAINS
        if domain in {"", key}
        for case in golden(key, name)["cases"]
    ]


def named(case: dict[str, Any]) -> NamedRegister:
    return catalogue().register(f"{case['domain']}.{case['register']}")


def lawful_values(case: dict[str, Any], step: str) -> dict[str, Any]:
    return golden(case["domain"], "entries")["steps"][case["register"]][step]


def referred(reference: str, case: dict[str, Any]) -> dict[str, Any]:
    """
    Get what stands behind a reference of a case, as a case of its own.

    It is the lawful entry of that register, as far on its way as `referred` of its domain says, unless
    the case says otherwise.
    """
    name = reference.partition("/")[0]
    domain, _, register = name.partition(".")
    usual = golden(domain, "entries").get("referred", {}).get(register, {"way": []})
    said = case.get("referred", {})
    own = {"domain": domain, "register": register, "name": name, "referred": said}
    return own | said.get(name, usual)


def beside(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Get the other entries of a case, made before it, that refer to the same entries as it does."""
    shared = {key: case[key] for key in ("domain", "name", "register")}
    return [shared | {"way": []} | other for other in case.get("beside", ())]


def counted(case: dict[str, Any]) -> dict[str, int]:
    """Get how many entries refer to that of a case, when it comes to what it is about, by field."""
    return {key: len(others) for key, others in case.get("counted", {}).items()}


def referring(case: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Get the new entries that a case says are counted, as cases, each with the field it refers by."""
    found = []
    for key, others in case.get("counted", {}).items():
        counts = named(case).register.field(key).counts
        assert counts is not None, key
        domain, _, register = counts.register.partition(".")
        own = {"domain": domain, "register": register, "name": key, "way": []}
        found += [(own | {"entry": other}, counts.by) for other in others]
    return found


def entry_of(case: dict[str, Any]) -> dict[str, Any]:
    """Get what the entry of a case is made with."""
    return golden(case["domain"], "entries")["entries"][case["register"]] | case.get("entry", {})


def way_of(case: dict[str, Any]) -> list[Taken]:
    """Get the steps that lead to where a case begins to differ."""
    way = case.get("way")
    if way is None:
        declared = lawful_values(case, case["step"])
        way = declared.get("way") or shortest_way(named(case), case["step"])
    return [_taken(case, one) for one in way]


def step_of(case: dict[str, Any]) -> Taken:
    """Get the step a case is about."""
    return _taken(case, {"step": case["step"], "values": case["values"]})


def _taken(case: dict[str, Any], one: str | dict[str, Any]) -> Taken:
    said = {"step": one} if isinstance(one, str) else one
    lawful = lawful_values(case, said["step"])["values"]
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
