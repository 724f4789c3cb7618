"""
The indicators of lists, delegations and reforms read by hand, one reference for each, in plain Python.

Written from what the mission's rows ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.indicators.plain import Holds, Plain, Values, day_of
from zhunsheng.engine.indicators.periods import Period


def all_of(*conditions: Holds) -> Holds:
    return lambda entry, period: all(holds(entry, period) for holds in conditions)


def says(key: str, *values: str) -> Holds:
    return lambda entry, _: entry.get(key) in values


def not_over(key: str) -> Holds:
    """Whether what a field ends was not ended by the end of the period."""

    def holds(entry: Values, period: Period) -> bool:
        day = day_of(entry.get(key))
        return day is None or day > period.end

    return holds


def done(key: str) -> Holds:
    def holds(entry: Values, period: Period) -> bool:
        day = day_of(entry.get(key))
        return day is not None and day <= period.end

    return holds


def not_later_than(key: str, last: str) -> Holds:
    return lambda entry, _: entry.get(key) is not None and entry[key] <= entry[last]


def since_its_last_change(item: Values, period: Period) -> bool:
    published = item.get("published")
    last = item.get("changed") or item["effective"]
    return published is not None and last <= published <= period.end


def nobody_in_charge(item: Values, _: Period) -> bool:
    return item.get("lead") is None or not item.get("cooperating_units")


def on_list(kind: str, *more: Holds) -> Plain:
    holds = all_of(says("list_kind", kind), not_over("retired"), *more)
    return Plain(day="effective", stands=True, counts=holds)


def decided(key: str, *values: str) -> Plain:
    return Plain(day="decided", counts=says(key, *values))


def in_use(amount: str) -> Plain:
    return Plain(
        day="adopted",
        stands=True,
        counts=all_of(says("list_kind", "enforcement"), not_over("superseded")),
        amount=lambda edition: edition.get(amount),
    )


def held(*more: Holds) -> Plain:
    return Plain(day="started", stands=True, counts=all_of(not_over("ended"), *more))


def added_up(key: str) -> Plain:
    return Plain(day="decided", amount=lambda plan: plan.get(key))


REFERENCE = {
    "county_items": on_list("county_power"),
    "town_items": on_list("town_power"),
    "licence_items": on_list("licence"),
    "county_licence_items": on_list("licence", says("level", "county")),
    "town_licence_items": on_list("licence", says("level", "town")),
    "service_items": on_list("service"),
    "unassigned": on_list("supervision", nobody_in_charge),
    "current_published": Plain(
        day="effective",
        stands=True,
        out_of=not_over("retired"),
        counts=since_its_last_change,
    ),
    "towns_published": Plain(
        day="effective",
        stands=True,
        each="organ",
        out_of=all_of(says("list_kind", "town_power"), not_over("retired")),
        counts=done("published"),
    ),
    "power_changes": decided("list_kind", "county_power", "town_power", "licence"),
    "service_changes": decided("list_kind", "service"),
    "items_added": decided("change", "add"),
    "items_altered": decided("change", "alter"),
    "items_cancelled": decided("change", "cancel"),
    "catalogues_published": Plain(
        day="adopted",
        stands=True,
        counts=all_of(says("list_kind", "enforcement"), done("published"), not_over("superseded")),
    ),
    "editions_published_on_time": Plain(
        day="publish_until", counts=not_later_than("published", "publish_until")
    ),
    "enforcement_items": in_use("total"),
    "enforcement_penalties": in_use("penalty_count"),
    "enforcement_compulsions": in_use("compulsion_count"),
    "enforcement_inspections": in_use("inspection_count"),
    "delegated": held(says("kind", "town", "developed_town")),
    "delegated_to_zones": held(says("kind", "zone")),
    "delegated_with_gaps": held(lambda one, _: (one.get("missing_supports") or 0) > 0),
    "able_to_carry": Plain(
        day="started", stands=True, out_of=not_over("ended"), counts=says("capacity", "able")
    ),
    "handled_in_zone": Plain(
        day="acted", out_of=says("kind", "zone"), counts=says("place", "zone")
    ),
    **{
        f"{measure}_{when}": added_up(f"{measure}_{when}_sum")
        for measure in ("steps", "days", "materials", "visits")
        for when in ("before", "after")
    },
    "reforms_completed_on_time": Plain(day="until", counts=not_later_than("completed", "until")),
}
