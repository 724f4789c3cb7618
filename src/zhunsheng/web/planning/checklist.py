"""The list that compares what a plan asks with what is there (重点任务完成情况对照检查清单), on any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.planning.lights import Light, light_of_target
from zhunsheng.web.language import listed, said
from zhunsheng.web.planning import keys
from zhunsheng.web.planning.measuring import TargetOnDay
from zhunsheng.web.planning.on_day import Duty, PlanOnDay, Reported, Task
from zhunsheng.web.planning.overview import Claimed

HEADS = (
    gettext_lazy("序号"),
    gettext_lazy("任务或者目标"),
    gettext_lazy("单位"),
    gettext_lazy("要求"),
    gettext_lazy("实际"),
    gettext_lazy("状态"),
    gettext_lazy("佐证"),
    gettext_lazy("检查人"),
    gettext_lazy("检查日期"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list; `entry` is the record behind it, `missing` says that proof is wanted."""

    place: str
    what: str
    unit: str
    required: str
    actual: str
    light: Light
    state: str
    evidence: str
    missing: bool
    entry: int

    @property
    def cells(self) -> list[str]:
        """What stands in the list; who checks, and when, is written by hand."""
        return [
            self.place,
            self.what,
            self.unit,
            self.required,
            self.actual,
            self.state,
            self.evidence,
            "",
            "",
        ]


def rows_of(
    held: PlanOnDay, targets: Sequence[TargetOnDay], claimed: Sequence[Claimed]
) -> list[Row]:
    """Get the list of a plan: each duty of each task, then the targets of the task."""
    reported: dict[int, list[Reported]] = defaultdict(list)
    for one in held.progress:
        reported[one.duty].append(one)
    by_task: dict[int, list[TargetOnDay]] = defaultdict(list)
    for target in targets:
        by_task[target.target.task].append(target)
    doubted: dict[int, list[Claimed]] = defaultdict(list)
    for said_of in claimed:
        if not said_of.claim.is_shown:
            doubted[said_of.target.target.pk].append(said_of)
    found: list[Row] = []
    for task in held.tasks:
        if task.dropped:
            continue
        found += [_of_duty(held, task, duty, reported[duty.pk]) for duty in task.duties]
        for target in by_task[task.pk]:
            found.append(_of_target(task, target, doubted[target.target.pk]))
    return found


def state_label(state: str) -> str:
    """Get the label of a state of duties."""
    procedure = catalogue().register(keys.DUTY).register.procedure
    return procedure.state(state).label if procedure else state


def _of_duty(held: PlanOnDay, task: Task, duty: Duty, reported: Sequence[Reported]) -> Row:
    files = len(duty.values.get("evidence") or [])
    entries = sum(len(one.values.get("evidence_entries") or []) for one in reported)
    files += sum(len(one.values.get("evidence") or []) for one in reported)
    claims_done = duty.state in {"reported", "approved", "completed"}
    missing = claims_done and not files and not entries
    actual = str(duty.values.get("account") or "")
    if not actual and reported:
        actual = reported[-1].words
    required = _("%s前完成") % duty.until if duty.until else _("%s年内完成") % held.year
    state = f"{said(duty.light.says)}（{state_label(duty.state)}）"
    return Row(
        task.place,
        task.name,
        duty.unit.name,
        required,
        actual or "—",
        duty.light,
        state,
        _evidence(files, entries, missing=missing),
        missing,
        duty.pk,
    )


def _evidence(files: int, entries: int, *, missing: bool) -> str:
    if missing:
        return _("缺佐证")
    parts = []
    if files:
        parts.append(_("附件%s份") % files)
    if entries:
        parts.append(_("台账记录%s条") % entries)
    return listed(parts) or "—"


def _of_target(task: Task, target: TargetOnDay, doubted: Sequence[Claimed]) -> Row:
    state = said(target.standing.state.says)
    named = target.asked.named
    evidence = named.indicator.label if named is not None else "—"
    if doubted:
        evidence = listed([evidence, *(said(one.claim.says) for one in doubted)], "；")
    return Row(
        task.place,
        target.target.words,
        target.target.values.get("scope_words") or _("整个政府"),
        required_of(target),
        target.said,
        light_of_target(target.standing.state),
        f"{state}：{said(target.standing.why)}",
        evidence,
        bool(doubted),
        target.target.pk,
    )


def required_of(target: TargetOnDay) -> str:
    """Get what a target asks, as numbers: ≥ 100%, > another indicator."""
    values = target.target.values
    signs = {"at_least": "≥", "at_most": "≤", "equal": "=", "less": "<", "more": ">"}
    sign = signs[values["comparator"]]
    if target.asked.other is not None:
        return f"{sign} {target.asked.other.indicator.label}"
    value = str(values.get("target_value") or "")
    if "." in value:
        value = value.rstrip("0").rstrip(".")
    return f"{sign} {value}{values.get('measure') or ''}"


def gaps(rows: Sequence[Row]) -> Iterator[Row]:
    """Get the lines that somebody who inspects would point at."""
    for row in rows:
        if row.missing or row.light in {Light.LATE, Light.SOON}:
            yield row
