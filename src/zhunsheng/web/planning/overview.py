"""A plan in one minute: what is late and whose, what is at risk, how units and levels stand, and its score."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.planning.claims import Claim, claim
from zhunsheng.engine.planning.lights import Light
from zhunsheng.engine.planning.scoring import Fact, Score, own_scheme, score
from zhunsheng.engine.planning.states import TargetState
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.planning.measuring import TargetOnDay
from zhunsheng.web.planning.on_day import Duty, PlanOnDay, Reported, Task, day_in, figures_on

MOST = 6
LEVELS = ("completion_prefecture", "completion_county", "completion_town")
_LOOKS = {
    Light.OUT: "suspended",
    Light.NOT_BEGUN: "not_started",
    Light.RUNNING: "running",
    Light.SOON: "soon",
    Light.LATE: "overdue",
    Light.DONE: "met",
    Light.DONE_LATE: "met_late",
}


def look(light: Light) -> str:
    """Get how a light looks: the one state component of the site."""
    return _LOOKS[light]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """How the duties of a unit stand."""

    unit: Unit
    lights: Counter[Light]

    @property
    def all(self) -> int:
        """How many duties it has."""
        return sum(self.lights.values()) - self.lights[Light.OUT]

    @property
    def late(self) -> int:
        """How many are late."""
        return self.lights[Light.LATE]

    @property
    def soon(self) -> int:
        """How many are due soon."""
        return self.lights[Light.SOON]

    @property
    def done(self) -> int:
        """How many are done."""
        return self.lights[Light.DONE] + self.lights[Light.DONE_LATE]


@dataclass(frozen=True, slots=True)
class Level:
    """The completion of a level, and by how much it lies below the best one."""

    label: str
    said: str
    behind: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a unit claims of a target, beside what data show."""

    reported: Reported
    target: TargetOnDay
    claim: Claim


def counted(held: PlanOnDay) -> list[tuple[Light, int]]:
    """Get how many tasks show each light, the most worrying first."""
    found = Counter(task.light for task in held.tasks)
    return [(light, found[light]) for light in reversed(list(Light)) if found[light]]


def late(held: PlanOnDay) -> list[tuple[Task, Duty, int]]:
    """Get what is late, the longest first, with the days."""
    found = [
        (task, duty, (held.day - duty.until).days)
        for task in held.tasks
        for duty in task.duties
        if duty.light is Light.LATE and duty.until is not None
    ]
    return sorted(found, key=lambda one: (-one[2], one[1].pk))


def due_soon(held: PlanOnDay) -> list[tuple[Task, Duty, int]]:
    """Get what is due soon, the nearest first, with the days that are left."""
    found = [
        (task, duty, (duty.until - held.day).days)
        for task in held.tasks
        for duty in task.duties
        if duty.light is Light.SOON and duty.until is not None
    ]
    return sorted(found, key=lambda one: (one[2], one[1].pk))


def at_risk(targets: Iterable[TargetOnDay]) -> list[TargetOnDay]:
    """Get the targets that are behind or out of reach, those out of reach first."""
    wanted = (TargetState.OUT_OF_REACH, TargetState.BEHIND)
    return [one for state in wanted for one in targets if one.standing.state is state]


def by_unit(held: PlanOnDay) -> list[UnitRow]:
    """Get how the units stand, those with most that is late first."""
    found: dict[int, Counter[Light]] = defaultdict(Counter)
    for duty in held.duties:
        found[duty.unit.pk][duty.light] += 1
    rows = [UnitRow(unit, found[unit.pk]) for unit in held.units]
    return sorted(rows, key=lambda row: (-row.late, -row.soon, row.unit.code))


def led_by(held: PlanOnDay, name: str) -> list[Task]:
    """Get the tasks that somebody leads, the most worrying first."""
    order = {light: place for place, light in enumerate(Light)}
    own = [task for task in held.tasks if name and name in str(task.values.get("leader") or "")]
    return sorted(own, key=lambda task: -order[task.light])


def without_leader(held: PlanOnDay) -> list[Task]:
    """Get the tasks nobody leads."""
    return [task for task in held.tasks if not task.dropped and not task.values.get("leader")]


def without_measures(held: PlanOnDay) -> list[Task]:
    """Get the tasks that have no measure with an owner and a last day."""
    return [
        task
        for task in held.tasks
        if not task.dropped
        and not any(one["state"] != "dropped" for one in held.measures.get(task.pk, ()))
    ]


def without_duty(held: PlanOnDay) -> list[Task]:
    """Get the tasks for which no unit is responsible, as far as somebody sees duties."""
    return [task for task in held.tasks if not task.dropped and not task.duties]


def by_level(held: PlanOnDay) -> list[Level]:
    """Get the completion of each level in the plan's year so far, for the government and all below it."""
    named = [one for key in LEVELS for one in catalogue().indicators() if one.name == f"plan.{key}"]
    period = periods.so_far(periods.year(held.year), held.day)
    place = Place(held.plan.government, below=True)
    found = figures_on(held.day).of([one.name for one in named], [period], place)
    shares: list[tuple[str, Figure]] = [
        (one.indicator.label, found[one.name, period.key]) for one in named
    ]
    known = [Fraction(figure.counted, figure.base) for _, figure in shares if figure.base]
    return [
        Level(
            label,
            words.with_base(figure, one),
            _behind(figure, max(known, default=Fraction(0))),
        )
        for one, (label, figure) in zip(named, shares, strict=True)
    ]


def _behind(figure: Figure, best: Fraction) -> str:
    if not figure.base:
        return words.NONE
    gap = (best - Fraction(figure.counted, figure.base)) * 100
    return f"{float(gap):.2f}"


def claims(held: PlanOnDay, targets: Sequence[TargetOnDay]) -> list[Claimed]:
    """Get the latest claim of each unit for each target, beside what data show."""
    by_pk = {one.target.pk: one for one in targets}
    latest: dict[tuple[int, int], Reported] = {}
    for one in held.progress:
        if one.claimed is not None and one.target in by_pk:
            latest[one.unit, one.target] = one
    return [_claimed(one, by_pk[one.target]) for one in latest.values() if one.target is not None]


def _claimed(reported: Reported, target: TargetOnDay) -> Claimed:
    named = target.asked.named
    figure = target.figure
    if target.asked.by_unit:
        figure = next((own for unit, _, own in target.units if unit.pk == reported.unit), None)
    found = words.exact(figure, named) if named is not None else None
    is_share = named is not None and words.is_ratio(named)
    claimed = reported.claimed
    if claimed is None:
        raise ValueError(reported)
    return Claimed(reported, target, claim(claimed, found, is_share=is_share))


def scores(
    held: PlanOnDay, targets: Sequence[TargetOnDay], claimed: Sequence[Claimed]
) -> list[tuple[Unit, Score]]:
    """Get the score of each unit by the scheme, the highest first, with all that gave or cost points."""
    scheme = own_scheme()
    found: dict[int, list[Fact]] = defaultdict(list)
    for task in held.tasks:
        for duty in task.duties:
            found[duty.unit.pk] += _facts_of_duty(task, duty)
        for one in held.measures.get(task.pk, ()):
            if _measure_is_late(one, held.day):
                found[one["unit"]].append(Fact("measure_overdue", str(one["pk"]), one["name"]))
    for target in targets:
        for unit, stands, _ in target.units:
            kind = _KINDS.get(stands.state)
            if kind is not None:
                entry = str(target.target.pk)
                found[unit.pk].append(Fact(kind, entry, target.target.words))
    for said in claimed:
        if not said.claim.is_shown:
            reported = said.reported
            fact = Fact("claim_not_shown", str(reported.pk), reported.words)
            found[reported.unit].append(fact)
    rated = [(unit, score(scheme, found[unit.pk])) for unit in held.units]
    return sorted(rated, key=lambda one: (-one[1].total, one[0].code))


_KINDS = {
    TargetState.MET: "target_met",
    TargetState.BEHIND: "target_behind",
    TargetState.OUT_OF_REACH: "target_out_of_reach",
}


def _facts_of_duty(task: Task, duty: Duty) -> list[Fact]:
    kinds = {
        Light.DONE: "duty_on_time",
        Light.DONE_LATE: "duty_late",
        Light.LATE: "duty_overdue",
    }
    title = f"{task.place} {task.name}".strip()
    found = [Fact(kinds[duty.light], str(duty.pk), title)] if duty.light in kinds else []
    if duty.values.get("returned"):
        found.append(Fact("duty_returned", str(duty.pk), title))
    return found


def _measure_is_late(measure: object, day: date) -> bool:
    values = measure if isinstance(measure, dict) else {}
    until = day_in(values, "until")
    return values.get("state") == "open" and until is not None and until < day
