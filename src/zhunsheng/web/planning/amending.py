"""
A new document against what is there: an amendment of a plan in force, last year's unfinished tasks, the plan above.

An amendment changes the plan: what it drops is marked with its day and reason, and stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import F

from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.differences import Difference, PlannedTask, differences
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.planning import entering, keys
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.planning.settled import Settled, SettledTask
from zhunsheng.web.registers import actions, uploads
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry

_NO_PLAN = Message("没有要调整的计划。", "There is no plan to amend.")
_OPEN = ("assigned", "accepted", "returned", "reported", "approved")


def tasks_of(plan: Entry) -> list[Entry]:
    """Get the tasks of a plan that were not dropped, in the order of the document."""
    found = Entry.unscoped.filter(register=keys.TASK, links__target=plan, links__field="plan")
    return [task for task in found.order_by("pk") if not task.values.get("dropped")]


def parts_of(tasks: Iterable[Entry], register: str) -> dict[int, list[Entry]]:
    """Get the duties, targets or measures of some tasks, by the keys of the tasks, in one query."""
    wanted = [task.pk for task in tasks]
    found: dict[int, list[Entry]] = defaultdict(list)
    parts = Entry.unscoped.filter(
        register=register, links__target__in=wanted, links__field="task"
    ).select_related("unit")
    for part in parts.annotate(of_task=F("links__target")).order_by("pk"):
        found[part.of_task].append(part)
    return found


def open_duties_of(tasks: Iterable[Entry]) -> dict[int, list[Entry]]:
    """Get the duties of tasks that are neither done nor dropped, by the keys of the tasks."""
    return {
        task: [duty for duty in duties if duty.state in _OPEN]
        for task, duties in parts_of(tasks, keys.DUTY).items()
    }


def unfinished(plan: Entry) -> list[Entry]:
    """Get the tasks of a plan of which a unit still owes something."""
    tasks = tasks_of(plan)
    owed = open_duties_of(tasks)
    return [task for task in tasks if owed.get(task.pk)]


def plans_of(government: Government, *kinds: str) -> list[Entry]:
    """Get the plans of a government of some kinds, the latest first."""
    found = Entry.unscoped.filter(register=keys.PLAN, government=government).order_by("-pk")
    return [one for one in found[:100] if one.values.get("kind") in kinds and one.state != "draft"]


def planned(tasks: Iterable[Entry]) -> list[PlannedTask]:
    """Get entries of tasks as what two plans are compared by."""
    listed = list(tasks)
    duties = open_duties_of(listed)
    return [
        PlannedTask(
            key=str(task.pk),
            path=str(task.values.get("place", "")),
            title=task.title,
            text=str(task.values.get("text", "")),
            facts=_facts(
                task.values.get("until") or "", {one.unit_id for one in duties.get(task.pk, [])}
            ),
        )
        for task in listed
    ]


def planned_anew(tasks: Iterable[SettledTask]) -> list[PlannedTask]:
    """Get settled tasks as what two plans are compared by."""
    return [
        PlannedTask(
            key=task.key,
            path=task.path,
            title=task.title,
            text=task.text,
            facts=_facts(
                task.due.isoformat() if task.due else "", {one.unit for one in task.duties}
            ),
        )
        for task in tasks
    ]


def difference_of(plan: Entry, settled: Settled) -> tuple[Difference, ...]:
    """Get what an amendment does to the tasks of a plan."""
    return differences(planned(tasks_of(plan)), planned_anew(settled.tasks))


def amend(actor: Actor, draft: PlanDraft, settled: Settled, at: datetime) -> Entry:
    """Apply an amendment to its plan; runs inside the transaction that confirms it."""
    plan = draft.amends
    if plan is None:
        raise InvalidError({"amends": _NO_PLAN})
    amendment = _Amendment(actor, draft, plan, settled, at)
    for one in difference_of(plan, settled):
        amendment.apply(one)
    amendment.finish()
    document = [*(plan.values.get("document") or []), uploads.signed(actor.user, draft.file)]
    values = {"document": document, "text_digest": draft.file["digest"]}
    return actions.change(actor, plan.pk, plan.version, values, at)


class _Amendment:
    """Applies the differences of one amendment."""

    def __init__(
        self, actor: Actor, draft: PlanDraft, plan: Entry, settled: Settled, at: datetime
    ) -> None:
        self._actor, self._draft, self._settled, self._at = actor, draft, settled, at
        self._plan = plan
        self._day = at.date().isoformat()
        self._issued = str(settled.facts["issued"])
        self._why = f"按《{draft.title}》调整"[:200]
        self._new: list[SettledTask] = []
        self._there: dict[str, Entry] = {}

    def apply(self, difference: Difference) -> None:
        """Apply what became of one task; new ones are entered at the end, all together."""
        after = self._settled.task(difference.after.key) if difference.after else None
        if difference.before is None and after is not None:
            self._new.append(after)
            return
        if difference.before is None:
            return
        task = Entry.unscoped.select_related("unit", "government").get(
            pk=int(difference.before.key)
        )
        if after is None:
            self._drop(task)
            return
        if difference.change == "changed" or difference.moved:
            task = self._change(task, after)
        self._there[after.key] = task

    def finish(self) -> None:
        """Enter the new tasks, and the targets that are new in any."""
        made = entering.enter_tasks(
            self._actor, self._draft, self._plan, self._new, self._issued, self._at
        )
        held = parts_of(self._there.values(), keys.TARGET)
        words = {
            key: {one.values.get("words") for one in held.get(task.pk, []) if _stands(one)}
            for key, task in self._there.items()
        }
        new = [one for one in self._settled.targets if one.words not in words.get(one.task, ())]
        tasks = self._there | made
        entering.enter_targets(self._actor, self._draft, tasks, new, self._issued, self._at)
        for key, task in self._there.items():
            wanted = {one.words for one in self._settled.targets if one.task == key}
            for target in held.get(task.pk, []):
                if _stands(target) and target.values.get("words") not in wanted:
                    self._mark(target, {"dropped": self._day})

    def _change(self, task: Entry, after: SettledTask) -> Entry:
        since = str(task.values["since"])
        values = entering.task_values(self._draft, self._plan, after, since)
        changed = actions.change(self._actor, task.pk, task.version, values, self._at)
        duties = open_duties_of([task]).get(task.pk, [])
        wanted = {one.unit for one in after.duties}
        for duty in duties:
            if duty.unit_id not in wanted:
                self._drop_duty(duty)
            elif duty.values.get("until") != values["until"] and not duty.done:
                self._mark(duty, {"until": values["until"]})
        new = {task.pk: wanted - {duty.unit_id for duty in parts_of([task], keys.DUTY)[task.pk]}}
        entering.enter_duties(self._actor, [(changed, after)], self._issued, self._at, only=new)
        return changed

    def _drop(self, task: Entry) -> None:
        self._mark(task, {"dropped": self._day, "drop_reasons": self._why})
        for duty in open_duties_of([task]).get(task.pk, []):
            self._drop_duty(duty)
        for target in parts_of([task], keys.TARGET).get(task.pk, []):
            if _stands(target):
                self._mark(target, {"dropped": self._day})

    def _drop_duty(self, duty: Entry) -> None:
        raw = {"dropped": self._day, "drop_reasons": self._why}
        actions.take_step(self._actor, duty.pk, duty.version, "drop", raw, self._at)

    def _mark(self, entry: Entry, raw: dict[str, Any]) -> None:
        actions.change(self._actor, entry.pk, entry.version, raw, self._at)


def carry(actor: Actor, draft: PlanDraft, at: datetime) -> None:
    """Close what is still owed of last year's tasks that a new plan carries on."""
    wanted = set(draft.decisions.get("carries", {}).values())
    tasks = Entry.unscoped.filter(pk__in=wanted, register=keys.TASK, government=draft.government)
    for duties in open_duties_of(tasks).values():
        for duty in duties:
            raw = {"carried": at.date().isoformat(), "opinion": f"结转到《{draft.title}》"[:200]}
            actions.take_step(actor, duty.pk, duty.version, "carry", raw, at)


def _facts(due: str, units: set[int]) -> tuple[str, ...]:
    return (due, *map(str, sorted(units)))


def _stands(target: Entry) -> bool:
    return not target.values.get("dropped")
