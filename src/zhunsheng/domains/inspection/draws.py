"""双随机: subjects drawn by credit risk, officers drawn for each, and a visit entered for each of them."""

from collections.abc import Mapping
from datetime import date

from zhunsheng.domains.inspection.instruments import DOUBLE_RANDOM_OPINIONS
from zhunsheng.domains.inspection.registers.plans import RATES
from zhunsheng.domains.inspection.registers.visits import TRIGGERED
from zhunsheng.engine.draws.declarations import (
    Candidate,
    Chosen,
    Draw,
    Out,
    Pool,
    Recusals,
    Values,
)


def _retired(subject: Candidate, day: date) -> bool:
    retired = subject.values.get("retired")
    return bool(retired and retired <= str(day))


def _visited_enough(subject: Candidate, day: date) -> bool:
    visits = sum(
        visit["state"] != "cancelled"
        and visit.get("kind") != TRIGGERED
        and (visit.get("planned") or "")[:4] == str(day.year)
        for visit in subject.results
    )
    return bool(visits >= (subject.values.get("cap") or 0))


def _no_valid_certificate(officer: Candidate, day: date) -> bool:
    values = officer.values
    return values.get("mark") != "valid" or (values.get("valid_until") or "") < str(day)


def _recused(recusal: Values, day: date) -> bool:
    ended = recusal.get("ended")
    return not (ended and ended <= str(day))


def _visit(chosen: Chosen) -> Mapping[str, object]:
    plan = chosen.plan_values
    partners = plan.get("partners") or []
    return {
        "matter": f"{plan['name']}：{chosen.subject_label}",
        "plan": chosen.plan,
        "subject": chosen.subject,
        "item": plan["item"],
        "kind": "random",
        "form": "joint" if partners else "alone",
        "partners": partners,
        "planned": plan["until"],
        "officers": [{"officer": officer} for officer in chosen.officers],
    }


RANDOM_INSPECTION = Draw(
    key="random_inspection",
    label="双随机抽查",
    says="从检查对象名录库按信用风险等级抽取检查对象，再为每个对象随机选派检查人员；应回避的不会派到一起。",
    basis=str(DOUBLE_RANDOM_OPINIONS.article("三（五）")),
    plan="plan",
    ready=("approved",),
    subjects=Pool(
        register="inspection.subject",
        out=(
            Out(says="已移出名录库", when=_retired),
            Out(says="本年的检查已到年度次数上限", when=_visited_enough),
        ),
    ),
    stratum="grade",
    rates=tuple(RATES.items()),
    officers=Pool(
        register="enforcement.officer",
        out=(
            Out(says="执法证已收回", when=lambda one, _: bool(one.values.get("revoked"))),
            Out(says="没有有效的执法证", when=_no_valid_certificate),
        ),
    ),
    team="team",
    reserve="reserve",
    recusals=Recusals(
        register="inspection.recusal", officer="officer", subject="subject", when=_recused
    ),
    cap="cap",
    counted_by="item",
    result="visit",
    subject="subject",
    entry=_visit,
    fills=("officers",),
)
