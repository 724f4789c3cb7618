"""Which of the steps that a decision needs are done, waived with a reason, or missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhunsheng.domains.decisions.registers.decision.gates import must_be_assessed
from zhunsheng.domains.decisions.registers.shared import is_filled, is_true
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Predicate, Values


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """A step of the law: the field that shows it done, when it is needed, the reason it may lack."""

    label: str
    done: str
    needed: Predicate
    waiver: str = ""


def _is_public(decision: Values) -> bool:
    return not decision.get("not_public")


STAGES = (
    Stage(label="部门协商", done="units_consulted", needed=is_true("touches_units")),
    Stage(label="公众参与", done="adoption_done", needed=_is_public, waiver="not_public_basis"),
    Stage(label="听证", done="hearing_record", needed=is_true("hearing_required")),
    Stage(
        label="专家论证",
        done="argued",
        needed=is_true("professional"),
        waiver="professional_reason",
    ),
    Stage(
        label="风险评估",
        done="risk_assessed",
        needed=must_be_assessed,
        waiver="risk_waiver",
    ),
    Stage(
        label="公平竞争审查",
        done="competition_reviewed",
        needed=is_true("touches_market"),
    ),
    Stage(label="合法性审查", done="opinion_given", needed=is_filled("name")),
    Stage(label="集体讨论", done="met", needed=is_filled("name")),
    Stage(label="请示报告", done="party_reported", needed=is_filled("name")),
    Stage(label="公布", done="published", needed=_is_public, waiver="not_public_basis"),
)


def completion(decision: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Get every stage of a decision with where it stands, and the reason where it was waived."""
    return [_stands(stage, decision) for stage in STAGES]


def is_complete(decision: Mapping[str, Any]) -> bool:
    """Whether no stage of a decision is missing."""
    return all(row["standing"] != "missing" for row in completion(decision))


def publication_lag(decision: Mapping[str, Any]) -> int | None:
    """Get the days from the meeting to the publication; None before both are there."""
    if not decision.get("met") or not decision.get("published"):
        return None
    met, published = (date.fromisoformat(decision[key]) for key in ("met", "published"))
    return (published - met).days


def _stands(stage: Stage, decision: Mapping[str, Any]) -> dict[str, Any]:
    reason = decision.get(stage.waiver) if stage.waiver else None
    if decision.get(stage.done):
        return {"stage": stage.label, "standing": "done", "reason": None}
    if stage.needed(decision):
        return {"stage": stage.label, "standing": "missing", "reason": None}
    if stage.waiver and not reason:
        return {"stage": stage.label, "standing": "missing", "reason": None}
    standing = "waived" if reason else "not_needed"
    return {"stage": stage.label, "standing": standing, "reason": reason}


COMPLETION_COLUMNS = (
    Field(key="stage", label="环节", required=True),
    Field(
        key="standing",
        label="办理情况",
        kind="choice",
        required=True,
        choices=(
            Choice(key="done", label="已办"),
            Choice(key="waived", label="依理由免办"),
            Choice(key="not_needed", label="不涉及"),
            Choice(key="missing", label="缺"),
        ),
    ),
    Field(key="reason", label="理由"),
)

COMPLETION = (
    Field(
        key="completion",
        label="程序履行情况",
        kind="rows",
        computed=completion,
        help="由各环节的记录自动得出。",
        columns=COMPLETION_COLUMNS,
    ),
    Field(key="complete", label="程序齐全", kind="boolean", computed=is_complete),
    Field(
        key="publication_lag",
        label="决定到公布间隔",
        kind="integer",
        measure="日",
        computed=publication_lag,
    ),
)
