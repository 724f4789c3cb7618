"""A reading of a plan, the units of a government and the words of indicators, made into a proposal."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from zhunsheng.engine.documents.flow import Flow, Place
from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.directory import Directory
from zhunsheng.engine.planning.indicator_words import Said, candidates_for, named_in
from zhunsheng.engine.planning.issuing import read_copies, read_disclosure
from zhunsheng.engine.planning.left_over import left_over
from zhunsheng.engine.planning.proposal import (
    DateKind,
    PlanFacts,
    Proposal,
    ProposedDate,
    ProposedDuty,
    ProposedTarget,
    ProposedTask,
)
from zhunsheng.engine.planning.unit_names import match_name
from zhunsheng.engine.reading.forward import TaskFinder
from zhunsheng.engine.reading.indicator_words import IndicatorWords
from zhunsheng.engine.reading.model import Deadline, Reading, ResponsibleUnit, Target, Task

_PROGRAMME = re.compile(r"[（(]20\d{2}年?[-—–~～至]{1,2}20\d{2}年?[）)]")
_LEADER = re.compile(
    r"(?:责任|分管|牵头|包保|联系)?(?:县|市|区)?领导[:：\n]{1,2}(?P<who>[^，。；：:\n]{2,20})"
)
_SENTENCE = re.compile(r"[。；;！？\n]")
_SCOPE_PARTS = re.compile(r"[、，,]|(?<=[）)门位局委府会办])[和及与]")
_LEAD = Message(
    "责任单位里“，”之前只有一个单位，按牵头单位理解，请核对",
    "the only unit before the comma is taken to lead; look at it",
)


def understand(
    reading: Reading, directory: Directory, indicators: Sequence[IndicatorWords]
) -> Proposal:
    """
    Get what a plan is understood to say of tasks, units, targets and dates, and what was not understood.

    It is the same for the same document, directory and indicators. Nothing of it is certain before
    somebody has looked at it.
    """
    maker = _Maker(reading, directory, indicators)
    names = dict.fromkeys(duty.name for task in maker.tasks for duty in task.duties)
    names |= dict.fromkeys(name for target in maker.targets for name in target.scope_names)
    return Proposal(
        facts=_facts(reading),
        tasks=maker.tasks,
        names=tuple(match_name(name, directory) for name in names),
        targets=maker.targets,
        dates=maker.dates,
        left_over=left_over(reading, TaskFinder(reading.tasks), maker.keys),
    )


def _facts(reading: Reading) -> PlanFacts:
    meta = reading.meta
    return PlanFacts(
        title=meta.body_title or meta.title or "",
        year=meta.year,
        issuer=meta.issuer or "",
        document_number=meta.doc_number or "",
        issued_on=meta.issue_date,
        jurisdiction=meta.jurisdiction or "",
        addressees=meta.addressees,
        copies=read_copies(reading.flow),
        disclosure=read_disclosure(reading.flow),
        is_plan=reading.kind == "plan",
    )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a task's words stand in the running text."""

    start: int
    end: int


class _Maker:
    """Makes the items of one proposal."""

    def __init__(
        self, reading: Reading, directory: Directory, indicators: Sequence[IndicatorWords]
    ) -> None:
        self._reading = reading
        self._flow: Flow = reading.flow
        self._directory = directory
        self._indicators = indicators
        self._leads = _first_group_leads(reading)
        self._stretches = {task.path: _Stretch(task.start, task.end) for task in reading.tasks}
        self.keys = {task.path: _key("task", task.place) for task in reading.tasks}
        self.dates = tuple(self._date(one) for one in reading.deadlines)
        self.tasks = tuple(self._task(task) for task in reading.tasks)
        self.targets = tuple(self._targets())

    def _task(self, task: Task) -> ProposedTask:
        key = self.keys[task.path]
        text = self._flow.text[task.start : task.end].strip()
        dates = tuple(one for one in self.dates if one.task == key)
        ends = [one.date for one in dates if one.kind == "due" and one.date]
        every = [one.every for one in dates if one.kind == "recurring"]
        leader = _LEADER.search(text)
        return ProposedTask(
            key=key,
            path=task.path,
            title=task.title,
            text=text,
            place=task.place,
            whole=self._flow.place(task.start, max(task.end, task.start + 1)),
            duties=tuple(self._duties(task)),
            dates=dates,
            due=max(ends) if ends else None,
            every=every[0] if every else None,
            leader=leader["who"] if leader else "",
            chapter=self._chapter(task),
        )

    def _chapter(self, task: Task) -> str:
        """Get the title of the part that a task stands in; nothing for a part that is a task itself."""
        for heading in self._reading.outline:
            if heading.start <= task.start < heading.end and heading.path != task.path:
                return heading.title
        return ""

    def _duties(self, task: Task) -> Iterator[ProposedDuty]:
        leads = task.path in self._leads
        for at, unit in enumerate(task.units):
            if not leads:
                yield ProposedDuty(name=unit.name, role=unit.role, place=unit.place)
            elif at == 0:
                yield ProposedDuty(name=unit.name, role="lead", place=unit.place, role_reason=_LEAD)
            else:
                yield ProposedDuty(name=unit.name, role="supporting", place=unit.place)
        for unit in task.defaults:
            yield ProposedDuty(name=unit.name, role="responsible", place=unit.place, inherited=True)

    def _date(self, deadline: Deadline) -> ProposedDate:
        return ProposedDate(
            key=_key("date", deadline.place),
            task=self.keys.get(deadline.task) if deadline.task else None,
            kind=_kind_of(deadline),
            date=deadline.date,
            every=deadline.every,
            place=deadline.place,
        )

    def _targets(self) -> Iterator[ProposedTarget]:
        seen: dict[str, int] = {}
        for target in self._reading.targets:
            key = _key("target", target.place)
            seen[key] = seen.get(key, 0) + 1
            one = self._target(target)
            # “出庭率、参加听证率均达到100%”是同一处文字的两个目标。
            yield one if seen[key] == 1 else replace(one, key=f"{key}-{seen[key]}")

    def _target(self, target: Target) -> ProposedTarget:
        said = Said(
            words=target.indicator,
            quote=target.place.quote,
            sentence=self._sentence(target.place),
            task=self._words_of(target.task),
            unit=target.unit,
            explicit=(target.explicit and target.value is not None) or bool(target.reference),
        )
        found = candidates_for(said, self._indicators)
        chosen = found[0].key if found and found[0].fits else ""
        reference = target.reference or ""
        return ProposedTarget(
            key=_key("target", target.place),
            task=self.keys.get(target.task) if target.task else None,
            words=target.indicator or target.place.quote,
            place=target.place,
            comparator=target.comparator,
            value=target.value,
            unit=target.unit,
            period=target.period.partition(" ")[0],
            stated_period=target.stated_period,
            by=_by(target.period),
            scope=target.scope,
            scope_names=_scope_names(target),
            condition=target.condition.place.quote if target.condition else "",
            explicit=target.explicit,
            reference=reference,
            indicator=chosen,
            compared_with=named_in(reference, self._indicators) if reference else "",
            candidates=found,
            not_measurable=None if chosen else _why_not(found),
        )

    def _words_of(self, path: str | None) -> str:
        stretch = self._stretches.get(path) if path else None
        return self._flow.text[stretch.start : stretch.end] if stretch else ""

    def _sentence(self, place: Place) -> str:
        """Get the sentence around a place of the document."""
        text, offsets = self._flow.text, self._flow.offsets
        start, end = bisect_left(offsets, place.start), bisect_left(offsets, place.end)
        first = max(start - 200, 0)
        for found in _SENTENCE.finditer(text, first, start):
            first = found.end()
        behind = _SENTENCE.search(text, end, min(end + 200, len(text)))
        return text[first : behind.start() if behind else min(end + 200, len(text))]


def _first_group_leads(reading: Reading) -> frozenset[str]:
    """
    Get the tasks whose first unit leads because only it stands before a comma.

    So it is meant where all clauses of the plan that have a comma are written that way, and there are
    several; elsewhere the comma may part departments from towns.
    """
    flow, led = reading.flow, []
    for task in reading.tasks:
        if any(unit.role != "responsible" for unit in task.units):
            return frozenset()
        first = _first_group(flow, task.units)
        if first == len(task.units):
            continue
        if first != 1 or task.units[0].collective:
            return frozenset()
        led.append(task.path)
    return frozenset(led) if len(led) > 1 else frozenset()


def _first_group(flow: Flow, units: Sequence[ResponsibleUnit]) -> int:
    """Get how many units stand before the first comma between two of them; all where there is none."""
    for at in range(1, len(units)):
        between = Place(start=units[at - 1].place.end, end=units[at].place.start, quote="")
        if between.start <= between.end and re.search(r"[，,]", flow.quote(between)):
            return at
    return len(units)


def _kind_of(deadline: Deadline) -> DateKind:
    if deadline.date is None:
        return "recurring"
    programme = _PROGRAMME.search(deadline.place.quote)
    return "programme" if programme and str(deadline.date.year) in programme[0] else "due"


def _scope_names(target: Target) -> tuple[str, ...]:
    """Get the names in the words that say for whom a target holds (编制70人及以下的镇 is one of 镇)."""
    if target.condition:
        whom = target.condition.place.quote.rpartition("的")[2]
        return (whom,) if len(whom) >= 2 else ()
    return tuple(dict.fromkeys(one for one in _SCOPE_PARTS.split(target.scope) if len(one) >= 2))


def _by(period: str) -> date | None:
    kind, _, day = period.partition(" ")
    return date.fromisoformat(day) if kind == "by" else None


def _why_not(found: Sequence[object]) -> Message:
    if found:
        return Message(
            "没有指标的说法与原文完全一致，请选择或者注明不能计算",
            "no indicator's words stand in the text as a whole; choose one, or say that it has none",
        )
    return Message(
        "还没有统计它的台账和指标，暂不能自动计算",
        "no register or indicator counts it yet, so that it cannot be computed",
    )


def _key(kind: str, place: Place) -> str:
    return f"{kind}-{place.start}-{place.end}"
