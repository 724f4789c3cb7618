"""Golden cases followed by the engine alone: the values of an entry after the steps of its way."""

from __future__ import annotations

from typing import Any

from tests.domains.golden_cases import Taken, beside, counted, entry_of, named, referred, way_of
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
        after, against = tried(case, after, taken, {})
        assert against == [], (case["name"], taken.step)
    return after


def tried(
    case: dict[str, Any],
    values: dict[str, Any],
    taken: Taken,
    counts: dict[str, int] | None = None,
) -> tuple[dict[str, Any], list[Obstacle]]:
    """Get the values with those of a step, and what stands against it."""
    found = named(case)
    procedure = found.register.procedure
    assert procedure is not None
    step = procedure.step(taken.step)
    assert step is not None
    assert set(taken.values) <= {*step.requires, *step.asks}, (case["name"], taken.step)
    counts = counted(case) if counts is None else counts
    raw, look_up = values | taken.values, looking_up(case)
    after = checked(found.register, raw, look_up=look_up, counted=counts).values
    return after, list(obstacles(found.register, step, after))


def looking_up(case: dict[str, Any]) -> LookUp:
    """Get what finds the entries behind references, and the entries a case has `beside` it."""
    others = [standing(other) for other in beside(case)]

    def look_up(_field: Field, reference: str) -> dict[str, Any]:
        return {"fellows": others} | entry_behind(reference, case)

    return look_up


def entry_behind(reference: str, case: dict[str, Any]) -> dict[str, Any]:
    """Get the values and the state of the entry that stands behind a reference of a case."""
    return standing(referred(reference, case))


def standing(case: dict[str, Any]) -> dict[str, Any]:
    """Get the values and the state of an entry after its way."""
    procedure = named(case).register.procedure
    way = way_of(case) if procedure else []
    taken = procedure.step(way[-1].step) if procedure and way else None
    state = taken.leads_to if taken else procedure.start.key if procedure else ""
    return {"state": state} | followed(case, way)


def steps_of(found: NamedRegister) -> tuple[Step, ...]:
    """Get the steps of a register, none for one without a procedure."""
    return found.register.procedure.steps if found.register.procedure else ()
