"""
A plan as it would be confirmed: what was understood, with what somebody decided about it.

It reads a proposal and decisions; it stores nothing. Decisions are plain values, by the keys of the items
they are about; what no decision is about stays as it was understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from zhunsheng.engine.planning.directory import Directory
from zhunsheng.engine.planning.proposal import (
    NameMatch,
    PlanFacts,
    Proposal,
    ProposedTarget,
    ProposedTask,
)

LEAD, SUPPORTING, DEFAULT = "lead", "supporting", "default"
_ROLE = {"lead": LEAD, "supporting": SUPPORTING, "responsible": SUPPORTING}
EVERY = {"month": "month", "quarter": "quarter", "half-year": "half_year", "year": "year"}
COMPARATORS = {
    ">=": "at_least",
    "<=": "at_most",
    "=": "equal",
    "<": "less",
    ">": "more",
    "~": "equal",
}
PERIODS = {
    "year": "year",
    "half-year": "half_year",
    "quarter": "quarter",
    "month": "month",
    "meeting": "meeting",
    "by": "by",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """A unit, by its key, that answers for a task, and by which name it is meant there."""

    unit: int
    role: str
    named_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledTask:
    """A task as it would be entered; `open_names` are those that nobody has said the meaning of."""

    key: str
    path: str
    title: str
    text: str
    start: int | None
    end: int | None
    leader: str
    due: date | None
    every: str
    duties: tuple[Duty, ...]
    open_names: tuple[str, ...] = ()
    steps: tuple[tuple[str, date], ...] = ()
    added: bool = False
    chapter: str = ""
    proposed: ProposedTask | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledTarget:
    """A target as it would be entered, of a task by its key."""

    key: str
    task: str
    words: str
    explicit: bool
    indicator: str
    comparator: str
    value: Decimal | None
    measure: str
    compared_with: str
    period: str
    by: date | None
    scope: str
    scope_words: str
    group: str
    units: tuple[int, ...]
    condition: str
    not_measurable: str
    proposed: ProposedTarget | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A whole plan as it would be confirmed, and why it cannot be yet."""

    facts: Mapping[str, Any]
    tasks: tuple[SettledTask, ...]
    targets: tuple[SettledTarget, ...]
    problems: tuple[str, ...] = field(default=())

    def task(self, key: str) -> SettledTask | None:
        """Get a task by its key."""
        return next((one for one in self.tasks if one.key == key), None)


def settle(
    proposal: Proposal,
    decisions: Mapping[str, Any],
    directory: Directory,
    *,
    with_units: bool = True,
) -> Settled:
    """
    Get a plan as it would be confirmed.

    `with_units` tells whether each task must be somebody's: those of the plan above are nobody's here.
    """
    settler = _Settler(proposal, decisions, directory)
    settled = Settled(
        facts=facts_of(proposal.facts, decisions.get("facts", {})),
        tasks=tuple(settler.tasks()),
        targets=tuple(settler.targets()),
    )
    problems = tuple(_problems(settled, proposal, decisions, with_units=with_units))
    return replace(settled, problems=problems)


def facts_of(facts: PlanFacts, decided: Mapping[str, Any]) -> dict[str, Any]:
    """Get what is entered of the document itself: as it says, where nobody says otherwise."""
    told = facts.disclosure
    disclosure = "closed" if "不" in told else "on_request" if "依申请" in told else "open"
    read = {
        "name": facts.title,
        "year": facts.year,
        "kind": "annual",
        "issuer": facts.issuer,
        "document_number": facts.document_number,
        "issued": facts.issued_on.isoformat() if facts.issued_on else None,
        "addressees": "、".join(facts.addressees),
        "copies": "、".join(facts.copies),
        "disclosure": disclosure if told else None,
    }
    return {**read, **decided}


class _Settler:
    """Applies decisions to what was understood."""

    def __init__(
        self, proposal: Proposal, decisions: Mapping[str, Any], directory: Directory
    ) -> None:
        self._proposal = proposal
        self._names: Mapping[str, Any] = decisions.get("names", {})
        self._tasks: Mapping[str, Any] = decisions.get("tasks", {})
        self._targets: Mapping[str, Any] = decisions.get("targets", {})
        self._added: list[Mapping[str, Any]] = decisions.get("added", [])
        self._matches = {one.name: one for one in proposal.names}
        self._groups = {one.key: one for one in directory.groups}
        self._units = {int(one.key) for one in directory.units}
        self._left_out = {key for key, one in self._tasks.items() if one.get("none")}

    def tasks(self) -> Iterator[SettledTask]:
        """Go through the tasks: those of the document that are any, then those somebody added."""
        for proposed in self._proposal.tasks:
            if proposed.key not in self._left_out:
                yield self._task(proposed, self._tasks.get(proposed.key, {}))
        for added in self._added:
            if added["key"] not in self._left_out:
                decided = {**added, **self._tasks.get(added["key"], {})}
                yield self._by_hand(decided)

    def _task(self, proposed: ProposedTask, decided: Mapping[str, Any]) -> SettledTask:
        duties, open_names = self._duties(proposed, decided)
        due = _day(decided["due"]) if "due" in decided else proposed.due
        return SettledTask(
            key=proposed.key,
            path=str(decided.get("path", proposed.path)),
            title=str(decided.get("title", proposed.title)),
            text=proposed.text,
            start=proposed.whole.start,
            end=proposed.whole.end,
            leader=str(decided.get("leader", proposed.leader)),
            due=due,
            every=str(decided.get("every", EVERY.get(proposed.every or "", ""))),
            duties=duties,
            open_names=open_names,
            steps=tuple(
                (one.place.quote, one.date)
                for one in proposed.dates
                if one.kind == "due" and one.date is not None and one.date != due
            ),
            chapter=proposed.chapter,
            proposed=proposed,
        )

    def _by_hand(self, decided: Mapping[str, Any]) -> SettledTask:
        return SettledTask(
            key=decided["key"],
            path=str(decided.get("path", "")),
            title=str(decided.get("title", "")),
            text=str(decided.get("text", "")),
            start=decided.get("start"),
            end=decided.get("end"),
            leader=str(decided.get("leader", "")),
            due=_day(decided.get("due")),
            every=str(decided.get("every", "")),
            duties=self._chosen(decided.get("units", [])),
            added=True,
        )

    def _duties(
        self, proposed: ProposedTask, decided: Mapping[str, Any]
    ) -> tuple[tuple[Duty, ...], tuple[str, ...]]:
        if "units" in decided:
            return self._chosen(decided["units"]), ()
        found: dict[int, Duty] = {}
        unknown = []
        for duty in proposed.duties:
            units, known = self.meant(duty.name)
            if not known:
                unknown.append(duty.name)
            role = DEFAULT if duty.inherited else _ROLE[duty.role]
            for unit in units:
                # 既点名又在“有关部门”里的，按点名。
                found.setdefault(unit, Duty(unit, role, duty.name))
        return tuple(found.values()), tuple(unknown)

    def _chosen(self, units: list[list[Any]]) -> tuple[Duty, ...]:
        return tuple(
            Duty(int(unit), str(role), str(named))
            for unit, role, named in units
            if int(unit) in self._units
        )

    def meant(self, name: str) -> tuple[tuple[int, ...], bool]:
        """Get the units a name means, and whether its meaning is known."""
        decided = self._names.get(name)
        if decided is not None:
            units = decided.get("units", [])
            if group := self._groups.get(str(decided.get("group", ""))):
                units = group.members
            return tuple(int(one) for one in units if int(one) in self._units), True
        match = self._matches.get(name)
        if match is None or match.certainty == "open":
            return (), False
        return tuple(map(int, match.units)), True

    def group_meant(self, name: str) -> str:
        """Get the name of the group that a name means, or nothing."""
        decided = self._names.get(name)
        match = self._matches.get(name)
        key = str(decided.get("group", "")) if decided is not None else match.group if match else ""
        return self._groups[key].name if key in self._groups else ""

    def targets(self) -> Iterator[SettledTarget]:
        """Go through the targets that are any, of tasks that are any."""
        known = {one.key for one in self._proposal.tasks} - self._left_out
        for proposed in self._proposal.targets:
            decided = self._targets.get(proposed.key, {})
            task = decided.get("task", proposed.task)
            if task in known and not decided.get("none"):
                yield self._target(proposed, decided, task)

    def _target(
        self, proposed: ProposedTarget, decided: Mapping[str, Any], task: str
    ) -> SettledTarget:
        scope, group, units = self._scope(proposed)
        value = proposed.value if "value" not in decided else _amount(decided["value"])
        compared = str(decided.get("compared_with", proposed.compared_with))
        indicator = str(decided.get("indicator", proposed.indicator))
        why = str(decided.get("not_measurable", ""))
        if value is None and not compared:
            indicator, compared = "", proposed.reference
            why = why or f"比较的对象还没有指标：{proposed.reference}"
        if not indicator and not why:
            why = proposed.not_measurable.zh if proposed.not_measurable else "没有对应的指标"
        if "scope" in decided:
            scope, group = decided["scope"], decided.get("group", "")
            units = tuple(int(one) for one in decided.get("units", []) if int(one) in self._units)
        period = str(decided.get("period", PERIODS.get(proposed.period, "")))
        return SettledTarget(
            key=proposed.key,
            task=task,
            words=proposed.place.quote,
            explicit=proposed.explicit,
            indicator=indicator,
            comparator=str(decided.get("comparator", COMPARATORS[proposed.comparator])),
            value=value,
            measure=proposed.unit,
            compared_with=compared if value is None else "",
            period=period,
            by=(_day(decided["by"]) if "by" in decided else proposed.by)
            if period == "by"
            else None,
            scope=scope,
            scope_words=proposed.scope,
            group=group if scope == "each_of_group" else "",
            units=units if scope == "each_named" else (),
            condition=proposed.condition,
            not_measurable="" if indicator else why,
            proposed=proposed,
        )

    def _scope(self, proposed: ProposedTarget) -> tuple[str, str, tuple[int, ...]]:
        """Get whom a target binds: each of one group, each of some units, or the government as a whole."""
        meant = [(self.group_meant(name), *self.meant(name)) for name in proposed.scope_names]
        if not meant or not all(known and units for _, units, known in meant):
            return "government", "", ()
        if len(meant) == 1 and meant[0][0]:
            return "each_of_group", meant[0][0], ()
        return "each_named", "", tuple(dict.fromkeys(one for _, units, _ in meant for one in units))


def open_scopes(proposal: Proposal, decisions: Mapping[str, Any]) -> frozenset[str]:
    """Get the names that only say whom a target binds: nobody must say what they mean."""
    used = {duty.name for task in proposal.tasks for duty in task.duties}
    return frozenset(
        one.name
        for one in proposal.names
        if one.name not in used and one.name not in decisions.get("names", {})
    )


def undecided(proposal: Proposal, decisions: Mapping[str, Any]) -> list[NameMatch]:
    """Get the names somebody should look at, those that are open first, that nobody has decided about."""
    decided, scopes = decisions.get("names", {}), open_scopes(proposal, decisions)
    left = [one for one in proposal.names if one.certainty != "sure" and one.name not in decided]
    return sorted(left, key=lambda one: (one.certainty != "open", one.name in scopes))


def _problems(
    settled: Settled, proposal: Proposal, decisions: Mapping[str, Any], *, with_units: bool
) -> Iterator[str]:
    """Go through what must be settled before the plan can be confirmed."""
    for key, label in (
        ("name", _("标题")),
        ("year", _("年度")),
        ("issuer", _("发文机关")),
        ("issued", _("印发日期")),
    ):
        if not settled.facts.get(key):
            yield _("计划的%(fact)s没有读到，请填写。") % {"fact": label}
    if not settled.tasks:
        yield _("没有任务。请核对文件，或者手工添加任务。")
    if with_units:
        names = dict.fromkeys(name for task in settled.tasks for name in task.open_names)
        if names:
            yield _("这些名称还没有说明指哪些单位：%(names)s") % {"names": "、".join(names)}
        nobody = [one.path for one in settled.tasks if not one.duties and not one.open_names]
        if nobody:
            yield _("这些任务还没有责任单位：%(paths)s") % {"paths": "、".join(nobody)}
    issued = _day(settled.facts.get("issued"))
    early = [one.path for one in settled.tasks if issued and one.due and one.due < issued]
    if early:
        yield _("这些任务的期限早于印发日期：%(paths)s") % {"paths": "、".join(early)}
    periods = [
        one.words
        for one in settled.targets
        if not one.period or (one.period == "by" and not one.by)
    ]
    if periods:
        yield _("这些目标的期间要选择：%(words)s") % {"words": "；".join(periods)}
    aside = decisions.get("left", {})
    left = [one for one in proposal.left_over if not one.minor and one.key not in aside]
    if left:
        yield _("还有%(count)s处没有读懂，请逐处处理。") % {"count": len(left)}


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def _amount(text: Any) -> Decimal | None:
    return Decimal(str(text)) if text not in (None, "") else None
