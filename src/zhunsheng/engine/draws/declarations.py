"""
What a domain declares of a draw by lot: from which pools, by which plan, who is out, what is entered then.

It knows the form of the declaration; how lots are drawn is for the verifier, and how terms come about
from pools for `making`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import NAME

Values = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """
    An entry of a pool: how it is called, its values that are not personal, and its results this year.

    `results` are the values of the entries of the draw's result register, with their `state`, that
    name it.
    """

    id: str
    label: str
    values: Values
    results: Sequence[Values] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Out:
    """A reason for which a candidate is not drawn from a pool on a day."""

    says: str
    when: Callable[[Candidate, date], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pool:
    """Who can be drawn: the entries of a register, by its full name, but those who are out."""

    register: str
    out: tuple[Out, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Recusals:
    """
    A register whose entries say that an officer does not act towards a subject.

    `officer` and `subject` are its reference fields; `when` tells whether an entry counts on a day.
    """

    register: str
    officer: str
    subject: str
    when: Callable[[Values, date], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """A subject that was drawn, with its officers, as the register that holds the results is told."""

    plan: str
    plan_values: Values
    subject: str
    subject_label: str
    officers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Draw:
    """
    A draw as declared.

    `plan` is a register of the domain: one entry of it, in one of the states `ready`, is drawn for
    once. `stratum` is a choice field of the subjects' register, `rates` pairs each of its choices with
    the decimal field of the plan that holds the share to be drawn, in per cent. `cap` is the field of
    the plan with the most that may be drawn in a year, in per cent of the pool, among all plans that
    hold the same in `counted_by`. `team` and `reserve` are integer fields of the plan: how many
    officers go to each subject, and how many reserves each stratum has. `result` is the register (of
    the domain) in which what was drawn is entered, `subject` its field that names the subject; `entry`
    gives the values of a new entry, `fills` those of them which otherwise a step fills.
    """

    key: str
    label: str
    says: str
    basis: str
    plan: str
    ready: tuple[str, ...]
    subjects: Pool
    stratum: str
    rates: tuple[tuple[str, str], ...]
    result: str
    subject: str
    entry: Callable[[Chosen], Mapping[str, object]]
    fills: tuple[str, ...] = ()
    officers: Pool | None = None
    team: str = ""
    reserve: str = ""
    recusals: Recusals | None = None
    cap: str = ""
    counted_by: str = ""

    def __post_init__(self) -> None:
        """Refuse a draw that contradicts itself. Raises DeclarationError."""
        nameless = not NAME.fullmatch(self.key) or not self.label or not self.ready
        half = bool(self.officers) != bool(self.team) or bool(self.cap) != bool(self.counted_by)
        if nameless or half or not self.rates or (self.recusals and not self.officers):
            raise DeclarationError(
                f"抽取{self.key}：应有小写的名称、标签、可以抽取的状态和比例；人员与每组人数、上限与计数依据须同时写明。",
                f"Draw {self.key}: it needs a key, a label, states and rates; officers go with team, "
                "recusals with officers, a cap with what it is counted by.",
            )
