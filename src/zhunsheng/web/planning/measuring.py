"""
Targets measured: what each asks as numbers, what data show, and so where it stands on the page's day.

What cannot be measured says why; it is never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from django.db.models import Q

from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.declarations import Count, Mean
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.goals import Band, Goal, Span
from zhunsheng.engine.planning.states import (
    Measured,
    Standing,
    TargetState,
    binds,
    not_bound,
    not_measurable,
    standing,
    worst,
)
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.organizations.models import Membership, Unit
from zhunsheng.web.planning.on_day import Figures, PlanOnDay, Target, day_in, figures_on

_UNKNOWN = Message("不在指标目录里，请重新选择。", "It is not in the catalogue; choose another.")


@dataclass(frozen=True)
class Asked:
    """A target as numbers; without a goal it cannot be measured, and `why` says so."""

    target: Target
    goal: Goal | None = None
    named: NamedIndicator | None = None
    other: NamedIndicator | None = None
    why: Message | None = None

    @property
    def names(self) -> list[str]:
        """The indicators it needs."""
        return [one.name for one in (self.named, self.other) if one is not None]

    @property
    def by_unit(self) -> bool:
        """Whether each of several units has to reach it."""
        return self.target.values.get("scope") != "government"


@dataclass(frozen=True)
class TargetOnDay:
    """Where a target stands: as a whole, and for each unit where each has to reach it."""

    asked: Asked
    standing: Standing
    figure: Figure | None = None
    units: Sequence[tuple[Unit, Standing, Figure | None]] = ()

    @property
    def target(self) -> Target:
        """The target."""
        return self.asked.target

    @property
    def said(self) -> str:
        """What data show, in words; of several units, how many have reached it."""
        if self.asked.named is None:
            return words.NONE
        if self.asked.by_unit:
            bound = [one for _, one, _ in self.units if one.state is not TargetState.NOT_BOUND]
            reached = sum(one.state is TargetState.MET for one in bound)
            return f"{reached}/{len(bound)}"
        return words.with_base(self.figure, self.asked.named) or words.NONE

    def of_unit(self, unit: int) -> Standing | None:
        """Get where it stands for a unit; the whole where it is not asked of units."""
        if not self.asked.by_unit:
            return None
        return next((one for own, one, _ in self.units if own.pk == unit), None)


def measured(held: PlanOnDay) -> list[TargetOnDay]:
    """Get where the targets of a plan stand."""
    return _Measuring(held).all()


def asked_of_unit(held: PlanOnDay, unit: Unit) -> list[Asked]:
    """Get the targets that a unit has to see to: its own, and those of the whole where it leads the task."""
    return _Measuring(held).of_unit(unit)


def asked_of(target: Target, year: int) -> Asked:
    """Get a target as numbers, or why it has none."""
    values = target.values
    name = str(values.get("indicator") or "")
    if not name:
        reason = str(values.get("not_measurable") or "")
        return Asked(target, why=Message(reason, reason))
    named, other = _indicator(name), _indicator(str(values.get("compared_with") or ""))
    if named is None or (values.get("compared_with") and other is None):
        return Asked(target, why=Message(f"{name}{_UNKNOWN.zh}", f"{name}: {_UNKNOWN.en}"))
    is_share = words.is_ratio(named)
    value = Fraction(Decimal(values["target_value"])) if values.get("target_value") else None
    percent = values.get("measure") in {"%", "％"}
    if value is not None and is_share != percent:
        zh = "目标按百分数衡量，指标不是比率。" if percent else "指标是比率，目标没有写百分数。"
        en = "Target and indicator are not both shares."
        return Asked(target, why=Message(zh, en))
    if other is not None and words.is_ratio(other) != is_share:
        return Asked(target, why=Message("两个指标不能相比。", "The two cannot be compared."))
    if values["period"] == "meeting" and not is_share:
        zh = "每次会议的次数没有按会议登记，不能衡量。"
        return Asked(target, why=Message(zh, "It is not recorded meeting by meeting."))
    goal = Goal(
        comparator=values["comparator"],
        year=year,
        value=value / 100 if value is not None and percent else value,
        rhythm=values["period"],
        by=day_in(values, "by_day"),
        since=day_in(values, "since"),
        is_share=is_share,
        may_fall=named.indicator.holds == "by_end" or isinstance(named.indicator, Mean),
    )
    return Asked(target, goal, named, other)


def period_of(span: Span, day: date) -> Period:
    """Get a span up to a day as a period that figures are given for."""
    end = min(span.end, day)
    if (span.start.month, span.start.day) == (1, 1) and span.start.year == end.year:
        return periods.to_date(end)
    return Period(f"{span.start}~{end}", f"{span.start}至{end}", span.start, end)


@dataclass
class _Measuring:
    held: PlanOnDay
    _members: dict[str, list[Unit]] = field(default_factory=dict)
    _units: dict[str, Unit] = field(default_factory=dict)

    @property
    def day(self) -> date:
        return self.held.day

    def all(self) -> list[TargetOnDay]:
        asked = [asked_of(target, self.held.year) for target in self.held.targets]
        goals = [one for one in asked if one.goal is not None]
        if any(one.by_unit for one in asked):
            self._look_up_units()
        figures = figures_on(self.day)
        whole = self._whole([one for one in goals if not one.by_unit], figures)
        by_unit = self._by_unit([one for one in goals if one.by_unit], figures)
        return [self._stands(one, whole, by_unit) for one in asked]

    def of_unit(self, unit: Unit) -> list[Asked]:
        asked = [asked_of(target, self.held.year) for target in self.held.targets]
        if any(one.by_unit for one in asked):
            self._look_up_units()
        return [one for one in asked if one.goal is not None and self._sees_to(one, unit)]

    def _sees_to(self, one: Asked, unit: Unit) -> bool:
        if one.by_unit:
            band = _band(one.target)
            bound = self._bound(one.target)
            return any(own.pk == unit.pk and binds(band, amount) is None for own, amount in bound)
        duties = self.held.by_pk[one.target.task].duties
        return any(duty.unit.pk == unit.pk and duty.values.get("role") == "lead" for duty in duties)

    def _spans(self, one: Asked) -> list[Span]:
        return [span for span in one.goal.spans() if span.start <= self.day] if one.goal else []

    def _whole(self, asked: Sequence[Asked], figures: Figures) -> Mapping[tuple[str, str], Figure]:
        names = sorted({name for one in asked for name in one.names})
        wanted = {
            period.key: period
            for one in asked
            for span in self._spans(one)
            for period in (period_of(span, self.day),)
        }
        return figures.of(names, list(wanted.values()), self.held.place)

    def _by_unit(
        self, asked: Sequence[Asked], figures: Figures
    ) -> Mapping[str, Mapping[int, Mapping[str, Figure]]]:
        """Get what each unit has, by the period's key: one asking for each period."""
        wanted: dict[str, tuple[Period, set[str]]] = {}
        for one in asked:
            for span in self._spans(one):
                period = period_of(span, self.day)
                wanted.setdefault(period.key, (period, set()))[1].update(one.names)
        return {
            key: figures.of_units(sorted(names), period, self.held.place)
            for key, (period, names) in wanted.items()
        }

    def _stands(
        self,
        asked: Asked,
        whole: Mapping[tuple[str, str], Figure],
        by_unit: Mapping[str, Mapping[int, Mapping[str, Figure]]],
    ) -> TargetOnDay:
        if asked.goal is None or asked.named is None:
            why = asked.why or _UNKNOWN
            return TargetOnDay(asked, not_measurable(why.zh, why.en))
        if not asked.by_unit:
            found = {
                (name, key): figure for (name, key), figure in whole.items() if name in asked.names
            }
            stands, figure = self._of(asked, found)
            return TargetOnDay(asked, stands, figure)
        units: list[tuple[Unit, Standing, Figure | None]] = []
        for unit, amount in self._bound(asked.target):
            found = {
                (name, key): figure
                for key, of_units in by_unit.items()
                for name, figure in of_units.get(unit.pk, {}).items()
            }
            band = _band(asked.target)
            state = binds(band, amount)
            if state is TargetState.NOT_BOUND:
                units.append((unit, not_bound(), None))
            elif state is TargetState.NOT_MEASURABLE:
                units.append((unit, _no_amount(), None))
            else:
                units.append((unit, *self._of(asked, found)))
        overall = worst({str(unit.pk): stands for unit, stands, _ in units})
        if overall is None:
            overall = not_measurable(
                "目标约束的单位没有登记，请在目标里写明。", "No unit that it binds is known."
            )
        return TargetOnDay(asked, overall, None, units)

    def _of(
        self, asked: Asked, found: Mapping[tuple[str, str], Figure]
    ) -> tuple[Standing, Figure | None]:
        goal, named, other = asked.goal, asked.named, asked.other
        if goal is None or named is None:
            raise ValueError(asked)
        shown: Figure | None = None
        by_span: dict[Span, Measured] = {}
        for span in self._spans(asked):
            key = period_of(span, self.day).key
            shown = found.get((named.name, key))
            beside = found.get((other.name, key)) if other else None
            by_span[span] = Measured(
                words.exact(shown, named),
                words.exact(beside, other) if other else None,
                final=is_final(named),
            )
        return standing(goal, by_span, self.day), shown

    def _look_up_units(self) -> None:
        """Get the units of the government and the members of its groups on the day, in two queries."""
        government = self.held.plan.government_id
        for unit in Unit.objects.filter(government=government):
            self._units[unit.name] = unit
        here = (Q(since=None) | Q(since__lte=self.day)) & (Q(until=None) | Q(until__gte=self.day))
        listed = Membership.objects.filter(here, group__government=government)
        for one in listed.select_related("unit", "group"):
            self._members.setdefault(one.group.name, []).append(one.unit)

    def _bound(self, target: Target) -> list[tuple[Unit, int | None]]:
        """Get the units that a target speaks of, each with the number of its band."""
        values = target.values
        if values.get("scope") == "each_of_group":
            listed = self._members.get(str(values.get("group_named")), [])
            return [(unit, None) for unit in dict.fromkeys(listed)]
        named = values.get("units_named") or []
        return [
            (self._units[row["named"]], row.get("amount"))
            for row in named
            if row.get("named") in self._units
        ]


def is_final(named: NamedIndicator) -> bool:
    """Whether what was counted once stays counted: all entries of a period, whatever becomes of them."""
    indicator = named.indicator
    return (
        isinstance(indicator, Count) and indicator.counts is None and indicator.holds == "in_period"
    )


def month_ends(year: int, day: date) -> list[date]:
    """Get the last days of the months of a year that are over by a day."""
    return [one.end for one in periods.months(year) if one.end < day + timedelta(days=1)]


def _indicator(name: str) -> NamedIndicator | None:
    return next((one for one in catalogue().indicators() if one.name == name), None)


def _band(target: Target) -> Band:
    return Band(low=target.values.get("amount_from"), high=target.values.get("amount_to"))


def _no_amount() -> Standing:
    return not_measurable(
        "没有写明这个单位分档的数。", "The number that tells the unit's band is missing."
    )
