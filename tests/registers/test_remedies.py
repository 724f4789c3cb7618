"""What can be done about a closed gate."""

from __future__ import annotations

from tests.web.casework.registers import INSPECTION
from zhunsheng.domains.openness.registers.request import REQUEST
from zhunsheng.engine.registers.remedies import remedy


def labels(found: tuple) -> list[str]:
    return [one.label for one in found]


def gate_of(register, step: str, gate: str):
    taken = register.procedure.step(step)
    return taken, next(one for one in taken.gates if one.key == gate)


def test_what_a_gate_asks_about_may_be_filled_with_the_step_itself():
    step, gate = gate_of(REQUEST, "draft_reply", "reviewed_for_secrecy")
    found = remedy(REQUEST, "reviewing", step, gate, {"outcome": "granted"})
    assert labels(found.here) == ["已作保密审查", "答复类别"]
    assert not found.before
    assert not found.steps


def test_what_only_another_step_fills_leads_to_that_step():
    step, gate = gate_of(REQUEST, "draft_reply", "unclear_after_correction")
    found = remedy(REQUEST, "correcting", step, gate, {"outcome": "still_unclear"})
    assert labels(found.steps) == ["收到补正"]


def test_a_gate_that_may_be_skipped_says_so():
    step, gate = gate_of(INSPECTION, "close", "heard")
    assert remedy(INSPECTION, "inspected", step, gate, {}).skippable
