"""What of a settled plan is entered in which register, through the actions of registers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.planning import keys
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.planning.settled import Settled, SettledTarget, SettledTask
from zhunsheng.web.registers import actions, uploads
from zhunsheng.web.registers.models import Entry

_LEVELS = {"prefecture": "prefecture", "county": "county", "town": "town"}
_TOWNS = ("镇", "乡", "街道", "街道办事处", "镇人民政府", "乡人民政府", "镇政府", "乡政府")


def plan_values(actor: Actor, draft: PlanDraft, settled: Settled) -> dict[str, Any]:
    """Get what is entered of the plan itself, with its document."""
    raw: dict[str, Any] = dict(settled.facts)
    if draft.purpose == PlanDraft.Purpose.ABOVE:
        raw["kind"] = "above"
    raw["document"] = [uploads.signed(actor.user, draft.file)]
    raw["text_digest"] = draft.file["digest"]
    if draft.above is not None:
        raw["implements"] = reference(draft.above)
    return raw


def task_values(draft: PlanDraft, plan: Entry, task: SettledTask, since: str) -> dict[str, Any]:
    """Get what is entered of a task."""
    decided = draft.decisions
    raw: dict[str, Any] = {
        "plan": reference(plan),
        "place": task.path[:200] or "—",
        "chapter": task.chapter[:200] or None,
        "name": task.title[:200],
        "text": task.text,
        "leader": task.leader,
        "since": since,
        "until": task.due.isoformat() if task.due else None,
        "every": task.every or None,
        "starts": task.start,
        "ends": task.end,
    }
    if carried := decided.get("carries", {}).get(task.key):
        raw["carries"] = reference(Entry.unscoped.get(pk=carried, register=keys.TASK))
    if covered := decided.get("covers", {}).get(task.key):
        raw["covers"] = reference(Entry.unscoped.get(pk=covered, register=keys.TASK))
    return raw


def duty_values(
    task: Entry, settled: SettledTask, role: str, named_as: str, unit: Unit, assigned: str
) -> dict[str, Any]:
    """Get what is entered of the duty of one unit."""
    return {
        "task": reference(task),
        "name": settled.title[:200],
        "role": role,
        "named_as": named_as,
        "level": _level(unit),
        "assigned": assigned,
        "until": settled.due.isoformat() if settled.due else None,
    }


def target_values(
    task: Entry, target: SettledTarget, units: Mapping[int, Unit], since: str
) -> dict[str, Any]:
    """Get what is entered of a target."""
    return {
        "task": reference(task),
        "words": target.words,
        "explicit": target.explicit,
        "indicator": target.indicator or None,
        "comparator": target.comparator,
        "target_value": None if target.value is None else format(target.value, "f"),
        "measure": target.measure or None,
        "compared_with": target.compared_with or None,
        "period": target.period,
        "by_day": target.by.isoformat() if target.by else None,
        "scope": target.scope,
        "scope_words": target.scope_words or None,
        "group_named": target.group or None,
        "units_named": [{"named": units[one].name} for one in target.units if one in units] or None,
        "condition": target.condition or None,
        "not_measurable": target.not_measurable or None,
        "since": since,
    }


def reference(entry: Entry) -> str:
    """Get how an entry is referred to by another of its government."""
    return f"{entry.register}/{entry.number}"


def enter_tasks(
    actor: Actor, draft: PlanDraft, plan: Entry, tasks: list[SettledTask], since: str, at: datetime
) -> dict[str, Entry]:
    """Enter tasks with their duties and dated steps, and get them by their keys."""
    raws = [task_values(draft, plan, task, since) for task in tasks]
    made = actions.create_many(actor, keys.TASK, draft.unit, raws, at) if raws else []
    entries = {task.key: entry for task, entry in zip(tasks, made, strict=True)}
    if draft.purpose != PlanDraft.Purpose.ABOVE:
        enter_duties(actor, [(entries[one.key], one) for one in tasks], since, at)
    return entries


def enter_duties(
    actor: Actor,
    tasks: list[tuple[Entry, SettledTask]],
    assigned: str,
    at: datetime,
    only: Mapping[int, set[int]] | None = None,
) -> None:
    """Enter the duties of tasks, unit by unit; `only` has the units that are new, by task."""
    wanted = {duty.unit for _, task in tasks for duty in task.duties}
    units = {
        unit.pk: unit for unit in Unit.objects.filter(pk__in=wanted).select_related("government")
    }
    duties: dict[int, list[dict[str, Any]]] = defaultdict(list)
    steps: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for entry, task in tasks:
        for at_place, duty in enumerate(task.duties):
            if only is not None and duty.unit not in only.get(entry.pk, set()):
                continue
            unit = units[duty.unit]
            duties[unit.pk].append(
                duty_values(entry, task, duty.role, duty.named_as, unit, assigned)
            )
            if at_place == 0:
                steps[unit.pk] += [_step(entry, task, *one, assigned) for one in task.steps]
    for pk in sorted(duties):
        actions.create_many(actor, keys.DUTY, units[pk], duties[pk], at)
    for pk in sorted(steps):
        if steps[pk]:
            actions.create_many(actor, keys.MEASURE, units[pk], steps[pk], at)


def enter_targets(
    actor: Actor,
    draft: PlanDraft,
    tasks: Mapping[str, Entry],
    targets: list[SettledTarget],
    since: str,
    at: datetime,
) -> None:
    """Enter targets of tasks that are there."""
    named = {one for target in targets for one in target.units}
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=named)}
    raws = [
        target_values(tasks[one.task], one, units, since) for one in targets if one.task in tasks
    ]
    if raws:
        actions.create_many(actor, keys.TARGET, draft.unit, raws, at)


def _step(
    task: Entry, settled: SettledTask, words: str, day: date, assigned: str
) -> dict[str, Any]:
    """Get what is entered of a part of a task that has a date of its own."""
    return {
        "task": reference(task),
        "name": words[:200],
        "owner": settled.leader or "责任单位",
        "planned": min(assigned, day.isoformat()),
        "until": day.isoformat(),
    }


def _level(unit: Unit) -> str | None:
    if unit.name.endswith(_TOWNS):
        return "town"
    return _LEVELS.get(unit.government.level)
