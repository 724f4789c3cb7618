"""The plan of the demonstration: the example document, read, looked over and confirmed as somebody would."""

from __future__ import annotations

from datetime import date, datetime
from importlib.resources import files
from typing import Any

from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.planning import confirming, documents, drafting, keys
from zhunsheng.web.planning.preparing import Prepared, prepared
from zhunsheng.web.planning.settled import SettledTask
from zhunsheng.web.registers.models import Entry

_YEAR = 2025
_PLACE = "澄溪区"


def issued_on(year: int) -> date:
    """Get the day on which the example plan of a year was issued, as its last lines say."""
    return date(year, 2, 19)


def plan_of_the_year(actor: Actor, unit: Unit, year: int, at: datetime) -> list[Entry]:
    """
    Put the example plan of a year in force for the government of a unit; get its tasks and duties.

    `actor` is a coordinator of the unit. What the example leaves open is decided: names nobody has here are
    no unit, names of many are all units, and a task of nobody is the unit's own.
    """
    file = documents.keep_text(f"{unit.government.name}计划", _text(unit, year))
    draft = drafting.add(actor, unit, file, at)
    for decide in (_names, _rest):
        found = prepared(draft, at.date())

        def change(
            decisions: dict[str, Any], found: Prepared = found, decide: Any = decide
        ) -> None:
            decide(decisions, found, unit)

        draft = drafting.decide(actor, draft.pk, draft.version, change, at)
    plan = confirming.confirm(actor, draft.pk, draft.version, at)
    parts = Entry.unscoped.filter(register__in=(keys.TASK, keys.DUTY), government=plan.government)
    return list(parts.filter(entered_at=at).select_related("unit__government").order_by("pk"))


def _text(unit: Unit, year: int) -> str:
    """Get the example document with the place and the year of the demonstration."""
    text = files("zhunsheng.examples").joinpath("plan.txt").read_text("utf-8")
    place = unit.government.name.partition("（")[0]
    text = text.replace(_PLACE, place).replace(_PLACE[:2], place[:2])
    text = text.replace(f"—{_YEAR}年", "—某年").replace("区级", f"{place[-1]}级")
    return text.replace(str(_YEAR), str(year)).replace("—某年", f"—{_YEAR}年")


def _names(decisions: dict[str, Any], found: Prepared, unit: Unit) -> None:
    """Decide what the names mean that are open here."""
    every = [int(one.key) for one in found.directory.units]
    decisions["names"] = {
        one.name: {"units": every if one.collective else []}
        for one in found.proposal.names
        if one.certainty == "open"
    }
    decisions["left"] = {one.key: "aside" for one in found.proposal.left_over if not one.minor}
    decisions["facts"] = {"name": f"{found.draft.title}（虚构）", "issuer": str(unit.government)}


def _rest(decisions: dict[str, Any], found: Prepared, unit: Unit) -> None:
    """Give what is left to the unit itself, and let no task be due before the plan."""
    issued = found.settled.facts["issued"]
    held = {}
    for task in found.settled.tasks:
        decided: dict[str, Any] = {}
        if not task.duties:
            decided["units"] = [[unit.pk, "lead", str(unit)]]
        if _early(task, issued):
            decided["due"] = None
        if decided:
            held[task.key] = decided
    decisions["tasks"] = held


def _early(task: SettledTask, issued: str) -> bool:
    return task.due is not None and task.due.isoformat() < issued
