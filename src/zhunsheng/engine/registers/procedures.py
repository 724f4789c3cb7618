"""
Procedures of a register: states, the steps between them, and the gates the law puts before a step.

It knows the form of a procedure and refuses what contradicts itself; whether a gate holds in a case
is decided by `cases`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from zhunsheng.engine.law.rules import Article
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import NAME

Values = Mapping[str, Any]
Predicate = Callable[[Values], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """Where an entry can be; a `final` state ends the procedure."""

    key: str
    label: str
    final: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Gate:
    """
    What must hold before a step, and the article that says so.

    `needs` says what is missing, as people read it when the gate is closed; `open_when` decides it from
    the values of the entry as they would be after the step. A gate that the law lets one skip
    (`skippable`) asks for the reason, which is kept.
    """

    key: str
    needs: str
    open_when: Predicate
    source: Article
    skippable: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """
    What the values of an entry must agree with whenever it is saved.

    `says` is read when it does not `hold`; `field` is where it is shown.
    """

    field: str
    says: str
    holds: Predicate
    source: Article | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """
    A way from one state to another.

    `by` are the roles that may take it; `requires` the fields that must be filled, `asks` those its
    form offers besides. `document` names the paper it produces. `approves` marks a step that whoever
    entered what is approved may not take. An `undoable` one can be taken back the same day by whoever
    took it, while nothing came after: steps that nobody outside has been told of.
    """

    key: str
    label: str
    comes_from: tuple[str, ...]
    leads_to: str
    by: tuple[str, ...] = ("reporter",)
    requires: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    gates: tuple[Gate, ...] = ()
    document: str = ""
    source: Article | None = None
    approves: bool = False
    undoable: bool = False


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """
    States and the steps between them; a new entry is in the first state.

    Raises DeclarationError where a state cannot be reached or left, or a step leads nowhere.
    """

    states: tuple[State, ...]
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                raise DeclarationError(f"办理流程：{zh}：{'、'.join(wrong)}。", f"{en}: {wrong}.")

    @property
    def start(self) -> State:
        """The state of a new entry."""
        return self.states[0]

    def state(self, key: str) -> State:
        """Get a state. Raises KeyError for one there is not."""
        return next(state for state in self.states if state.key == key)

    def step(self, key: str) -> Step | None:
        """Get a step by its key; None where there is none."""
        return next((step for step in self.steps if step.key == key), None)

    def steps_from(self, state: str) -> tuple[Step, ...]:
        """Get the steps that lead on from a state."""
        return tuple(step for step in self.steps if state in step.comes_from)

    def steps_on(self, state: str) -> tuple[Step, ...]:
        """
        Get the steps that lead from a state to another one, the furthest on first.

        A step that comes back to where it began, such as an extension, is not what a case waits for.
        """
        places = [one.key for one in self.states]
        on = [step for step in self.steps_from(state) if step.leads_to != state]
        return tuple(sorted(on, key=lambda step: places.index(step.leads_to), reverse=True))

    def _contradictions(self) -> tuple[tuple[list[str], str, str], ...]:
        states = [state.key for state in self.states]
        steps = [step.key for step in self.steps]
        named = {key for step in self.steps for key in (*step.comes_from, step.leads_to)}
        left = {key for step in self.steps for key in step.comes_from}
        return (
            (
                [key for key in (*states, *steps) if not NAME.fullmatch(key)],
                "名称应为小写英文",
                "Keys must be lower-case English",
            ),
            (
                sorted({key for key in states if states.count(key) > 1}),
                "状态重复",
                "States that are there twice",
            ),
            (
                sorted({key for key in steps if steps.count(key) > 1}),
                "环节重复",
                "Steps that are there twice",
            ),
            (sorted(named - set(states)), "环节写了没有的状态", "States that are not declared"),
            (
                [state.key for state in self.states if state.final and state.key in left],
                "终结的状态不能再走",
                "Final states that are left",
            ),
            (
                [state.key for state in self.states if not state.final and state.key not in left],
                "状态走不下去",
                "States that lead nowhere",
            ),
            (
                sorted(set(states) - self._reachable()),
                "状态到不了",
                "States that are never reached",
            ),
            (
                [
                    f"{step.key}（{gate.key}）"
                    for step in self.steps
                    for gate in step.gates
                    if [one.key for one in step.gates].count(gate.key) > 1
                ],
                "环节的门槛重复",
                "Gates that are there twice in a step",
            ),
            (
                [step.key for step in self.steps if not step.by],
                "环节没有人办",
                "Steps nobody takes",
            ),
        )

    def _reachable(self) -> set[str]:
        found, waiting = set[str](), [state.key for state in self.states[:1]]
        while waiting:
            state = waiting.pop()
            if state not in found:
                found.add(state)
                waiting += [step.leads_to for step in self.steps if state in step.comes_from]
        return found
