"""The tasks of a plan, with the units that answer for them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.clauses import Clause, clauses_in, first_named_leads_from
from zhunsheng.engine.reading.model import Heading, ResponsibleUnit, Task
from zhunsheng.engine.reading.offices import met_offices
from zhunsheng.engine.reading.outline import Outline
from zhunsheng.engine.reading.task_tables import table_tasks
from zhunsheng.engine.reading.units import NamedUnit, resolved

_GENERAL = re.compile(
    r"(?:总体|指导|基本|主要|工作|发展|任务|行动|目标|年度)?(?:要求|思想|原则|目标|思路|目的|依据|背景|意义|形势|考虑|任务目标|目标任务|总体要求)"
    r"(?:和(?:基本原则|主要目标|工作目标|目标任务|原则|目标|要求))?$"
)
_GENERAL_LEAF = re.compile(
    r"(?:清理|适用|实施|工作|检查|督查|评查|整治|排查|考核)(?:范围|对象|时间)(?:和(?:内容|对象|时间))?$"
    r"|(?:有关|相关|几点|工作|具体|督查|落实|组织|保障|实施|其[他它])(?:工作)?(?:要求|事项|保障|措施|步骤|领导|实施)$"
    r"|附则|总则|职责分工|实施步骤|方法步骤|时间安排|适用范围|名词解释"
)
_ARTICLE = re.compile(r"第.{1,5}条$")
_SHORTEST_BODY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A task before its units are resolved."""

    path: str
    title: str
    heading_start: int
    heading_end: int
    start: int
    end: int
    units: tuple[NamedUnit, ...]


def read_tasks(flow: Flow, outline: Outline) -> tuple[Task, ...]:
    """
    Get the tasks of a plan in the order of the text.

    A task is a heading without headings below it, or the smallest that has a responsibility clause
    of its own, or a row of a task table. Sections of principles and aims are no tasks.
    """
    reader = _Reader(flow)
    runs = [
        [task for heading in run for task in reader.tasks_of(heading)]
        for run in _runs(outline.headings)
    ]
    if any(task.units for run in runs for task in run):
        # 通知正文的工作要求与所附方案各自编号，责任分工在哪一部分，任务就在哪一部分。
        runs = [run for run in runs if any(task.units for task in run)]
    headings = [task for run in runs for task in run]
    rows = [
        _Draft(
            path=row.path,
            title=flow.text[row.title_start : row.title_end],
            heading_start=row.title_start,
            heading_end=row.title_end,
            start=row.start,
            end=row.end,
            units=row.units,
        )
        for row in table_tasks(flow, outline)
    ]
    starts = [row.start for row in rows]
    headings = [
        task
        for task in headings
        if bisect_left(starts, task.start) == bisect_left(starts, task.end)
    ]
    if rows and not any(task.units for task in headings):
        headings = []
    drafts = rows + headings
    return _finished(flow, sorted(drafts, key=lambda task: task.start))


def _runs(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Go through the parts of an outline that number their headings anew."""
    run: list[Heading] = []
    for heading in headings:
        if run and heading.number is not None and heading.number == run[0].number:
            yield run
            run = []
        run.append(heading)
    if run:
        yield run


class _Reader:
    """Finds for each heading the clauses under it."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._paragraphs: list[Paragraph] = list(flow.body())
        self._starts = [paragraph.start for paragraph in self._paragraphs]
        self._known: dict[tuple[int, int], tuple[Clause, ...]] = {}

    def tasks_of(self, heading: Heading) -> Iterator[_Draft]:
        """Go through the tasks at and below a heading."""
        if _GENERAL.match(heading.title) and not self._clauses(heading.start, heading.end):
            return
        if not heading.children:
            yield from self._leaf(heading)
            return
        own = self._clauses(heading.start, heading.children[0].start)
        if own and not any(self._clauses(child.start, child.end) for child in heading.children):
            yield self._draft(heading, own)
            return
        last = self._shared_clause(heading)
        if last:
            yield self._draft(heading, last)
            return
        for child in heading.children:
            yield from self.tasks_of(child)

    def _leaf(self, heading: Heading) -> Iterator[_Draft]:
        clauses = self._clauses(heading.start, heading.end)
        if not clauses:
            if _GENERAL_LEAF.match(heading.title) or (
                heading.number and _ARTICLE.match(heading.number)
            ):
                return
            if self._cut_off(heading):
                return
        yield self._draft(heading, clauses)

    def _cut_off(self, heading: Heading) -> bool:
        """Whether the text breaks off in the heading itself, so that nothing stands under it."""
        text = self._flow.text
        said = text[heading.start : heading.end].rstrip()
        unfinished = heading.end >= len(text.rstrip()) and said[-1:] not in "。！；）〕)】]"
        title_at = text.find(heading.title, heading.start, heading.end)
        return unfinished and heading.end - (title_at + len(heading.title)) < _SHORTEST_BODY

    def _shared_clause(self, heading: Heading) -> tuple[Clause, ...]:
        """Get the clause on a line of its own behind the last child, where no other child has one."""
        *others, last = heading.children
        if (
            not others
            or last.children
            or any(self._clauses(child.start, child.end) for child in others)
        ):
            return ()
        clauses = self._clauses(last.start, last.end)
        if not clauses:
            return ()
        paragraph = self._flow.paragraph_at(clauses[0].start)
        own_line = paragraph.start > last.start and clauses[0].start - paragraph.start <= 1
        return clauses if own_line and len(others) >= 2 else ()

    def _clauses(self, start: int, end: int) -> tuple[Clause, ...]:
        if (start, end) not in self._known:
            first = max(bisect_right(self._starts, start) - 1, 0)
            last = bisect_left(self._starts, end)
            self._known[start, end] = clauses_in(
                self._flow, self._paragraphs[first:last], start, end
            )
        return self._known[start, end]

    def _draft(self, heading: Heading, clauses: tuple[Clause, ...]) -> _Draft:
        title_start = self._flow.text.find(heading.title, heading.start, heading.end)
        title_start = title_start if title_start >= 0 else heading.start
        return _Draft(
            path=heading.path,
            title=heading.title,
            heading_start=title_start,
            heading_end=title_start + len(heading.title),
            start=heading.start,
            end=heading.end,
            units=tuple(unit for clause in clauses for unit in clause.units),
        )


def _finished(flow: Flow, drafts: list[_Draft]) -> tuple[Task, ...]:
    """Get the tasks with offices told over the whole plan, leading units and defaults filled in."""
    names = [flow.text[unit.start : unit.end] for draft in drafts for unit in draft.units]
    offices = met_offices(names)
    leading_from = first_named_leads_from(flow)
    defaults: tuple[ResponsibleUnit, ...] = ()
    tasks: list[Task] = []
    for draft in drafts:
        units = resolved(flow, draft.units, offices)
        own = _distinct(tuple(unit for unit in units if not unit.default))
        if leading_from is not None and draft.end > leading_from:
            own = _first_leads(own)
        tasks.append(
            Task(
                path=draft.path,
                title=draft.title,
                place=flow.place(draft.heading_start, draft.heading_end),
                units=own,
                start=draft.start,
                end=draft.end,
                defaults=tuple(
                    unit for unit in defaults if unit.name not in {known.name for known in own}
                ),
            )
        )
        defaults += tuple(unit for unit in units if unit.default)
    return tuple(tasks)


def _distinct(units: tuple[ResponsibleUnit, ...]) -> tuple[ResponsibleUnit, ...]:
    seen: dict[str, ResponsibleUnit] = {}
    for unit in units:
        if unit.name not in seen:
            seen[unit.name] = unit
    return tuple(seen.values())


def _first_leads(units: tuple[ResponsibleUnit, ...]) -> tuple[ResponsibleUnit, ...]:
    if not units or any(unit.role == "lead" for unit in units):
        return units
    first, *others = units
    return (replace(first, role="lead"), *(replace(unit, role="supporting") for unit in others))
