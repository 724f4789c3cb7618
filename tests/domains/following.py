"""Golden cases followed by the engine alone: the values of an entry after the steps of its way."""

from __future__ import annotations

from typing import Any

from tests.domains.golden_cases import Taken, beside, entry_of, lawful_entry, named, way_of
from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.cases import Obstacle, checked, obstacles
from zhunsheng.engine.registers.computing import LookUp
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Step


def followed(case: dict[str, Any], way: list[Taken]) -> dict[str, Any]:
    """Get the values of an entry after a way, each step of which the law allows."""
    found = named(case)
    values = checked(found.register, entry_of(case), look_up=looking_up(case))
    assert values.problems == {}, case["name"]
    after = values.values
    for taken in way:
        after, against = tried(case, after, taken)
        assert against == [], (case["name"], taken.step)
    return after


def tried(
    case: dict[str, Any], values: dict[str, Any], taken: Taken
) -> tuple[dict[str, Any], list[Obstacle]]:
    """Get the values with those of a step, and what stands against it."""
    found = named(case)
    procedure = found.register.procedure
    assert procedure is not None
    step = procedure.step(taken.step)
    assert step is not None
    assert set(taken.values) <= {*step.requires, *step.asks}, (case["name"], taken.step)
    after = checked(found.register, values | taken.values, look_up=looking_up(case)).values
    return after, list(obstacles(found.register, step, after))


def looking_up(case: dict[str, Any]) -> LookUp:
    """Get what finds the lawful entries behind references, and the entries a case has `beside` it."""
    others = [
        {"state": _state_after(other)} | followed(other, way_of(other)) for other in beside(case)
    ]

    def look_up(_field: Field, reference: str) -> dict[str, Any]:
        return lawful_entry(reference) | {"fellows": others}

    return look_up


def _state_after(case: dict[str, Any]) -> str:
    """Get the state of an entry after its way."""
    procedure, way = named(case).register.procedure, way_of(case)
    if procedure is None:
        return ""
    last = procedure.step(way[-1].step) if way else None
    return last.leads_to if last else procedure.start.key


def steps_of(found: NamedRegister) -> tuple[Step, ...]:
    """Get the steps of a register, none for one without a procedure."""
    return found.register.procedure.steps if found.register.procedure else ()
