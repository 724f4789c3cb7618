"""Whatever is done on whichever days: what was shown at the end of each is what the past gives later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import AT, REQUEST, World
from tests.web.indicators.conftest import INSPECTION, YEAR
from tests.web.test_holidays import NOTICE
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import actors
from zhunsheng.web.actors import Actor
from zhunsheng.web.holidays import adopting
from zhunsheng.web.indicators import as_of, results
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.ledger import past
from zhunsheng.web.organizations import actions as organizing
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.organizations.taking_stock import take_stock
from zhunsheng.web.registers import actions, calendars, importing, lateness
from zhunsheng.web.registers.as_of import entries_then
from zhunsheng.web.registers.calendars import look_again
from zhunsheng.web.registers.models import Entry

REQUESTS = "openness.request"
DAY = timedelta(days=1)
Shown = dict[str, Any]
COLUMNS = (
    *("pk", "register", "government_id", "unit_id", "number", "title", "state", "happened", "due"),
    *("late", "done", "values", "last_days", "version", "entered_by_id", "changed_by_id"),
    *("entered_at", "changed_at"),
)
# One of each kind, and those that look at last days.
NAMES = [
    *("casework.inspected", "casework.serious", "casework.value", "casework.finished"),
    *("casework.covered", "openness.replied_on_time", "openness.requests_overdue"),
]
PARTY = {"kind": "person", "name": "某甲", "number": "X1"}
VISIT = {"place": "某超市", "planned": "2026-03-02", "responsible": "溪口县司法局"}


class Year:
    """A county at work: each deed is tried on a day, and may be refused."""

    def __init__(self, world: World, clerk: User) -> None:
        self.world, self.clerk, self.at = world, clerk, AT
        self.shown: dict[date, Shown] = {}
        self.units = [world.bureau, world.office]
        self.administrator = world.person("管理员", world.bureau, "system_administrator")
        take_stock(AT - DAY)

    def actor(self, user: User | None = None) -> Actor:
        return actors.actor_of(user or self.clerk, self.at.date())

    def entry(self, which: int, register: str = "") -> Entry | None:
        found = Entry.unscoped.order_by("pk")
        found = found.filter(register=register) if register else found
        listed = list(found)
        return listed[which % len(listed)] if listed else None

    def enter(self, which: int, register: str = INSPECTION) -> None:
        unit = Unit.objects.get(pk=self.units[which % 2].pk)
        day = (self.at - which * DAY).date().isoformat()
        raw = {**VISIT, "planned": day, "value": f"{which}", "firm": PARTY}
        if register == REQUESTS:
            raw = REQUEST | {"received": day, "subject": f"第{which}件"}
        actions.create(self.actor(), register, unit, raw, self.at)

    def request(self, which: int) -> None:
        self.enter(which, REQUESTS)

    def bring_in(self, which: int) -> None:
        named, unit = catalogue().register(INSPECTION), self.units[which % 2]
        rows = [(row, VISIT | {"value": f"{row}", "serious": "是"}) for row in range(2, 5)]
        importing.keep(self.actor(), named, Unit.objects.get(pk=unit.pk), rows, self.at)

    def change(self, which: int) -> None:
        if entry := self.entry(which, INSPECTION):
            raw = {"value": f"{which}.50", "firm": {**PARTY, "name": f"某乙{which}"}}
            actions.change(self.actor(), entry.pk, entry.version, raw, self.at)

    def step(self, which: int) -> None:
        if entry := self.entry(which):
            self._step(entry)

    def step_all(self, _which: int) -> None:
        with transaction.atomic():
            for entry in Entry.unscoped.filter(register=INSPECTION, state="planned"):
                self._step(entry)

    def _step(self, entry: Entry) -> None:
        day = self.at.date().isoformat()
        ways: dict[str, tuple[str, dict[str, Any]]] = {
            "planned": ("inspect", {"inspected": day, "heard": True}),
            "received": ("register", {}),
            "reviewing": ("consult", {"touches_third_party": True, "consulted": day}),
            "consulting": ("end_consultation", {"consultation_ended": day, "opinion": "agreed"}),
        }
        if entry.state in ways:
            key, raw = ways[entry.state]
            actions.take_step(self.actor(), entry.pk, entry.version, key, raw, self.at)

    def undo(self, which: int) -> None:
        if entry := self.entry(which):
            actions.withdraw(self.actor(), entry.pk, entry.version, self.at)

    def erase(self, which: int) -> None:
        if entry := self.entry(which):
            actions.erase(self.actor(), entry.pk, "本人申请", self.at)

    def merge(self, which: int) -> None:
        one, other = self.units[which % 2], self.units[(which + 1) % 2]
        organizing.merge_unit(None, one, other, self.at.date() + which * DAY, self.at)

    def rename(self, which: int) -> None:
        unit = self.units[which % 2]
        organizing.rename_unit(None, unit, f"溪口县第{which}局", self.at.date(), self.at)

    def add(self, which: int) -> None:
        organizing.add_unit(None, self.world.county, f"x{which}", f"溪口县新{which}局", self.at)

    def night(self, _which: int) -> None:
        lateness.bring_up_to_date(self.at)

    def notice(self, _which: int) -> None:
        adopting.adopt(self.actor(self.administrator), NOTICE.encode(), self.at)

    def sleep(self, which: int) -> None:
        self.shown[self.at.date()] = self.look(self.at.date())
        self.at += max(1, which * 3) * DAY

    def look(self, day: date) -> Shown:
        """Get everything that the site shows on a day."""
        rows = Entry.unscoped.order_by("pk").values_list(*COLUMNS)
        return {"figures": figures(self.world, day), "entries": list(rows)}


DEEDS: tuple[Callable[[Year, int], None], ...] = (
    *(Year.enter, Year.request, Year.bring_in, Year.change, Year.step, Year.step_all, Year.undo),
    *(Year.erase, Year.merge, Year.rename, Year.add, Year.night, Year.notice),
    # Days pass more often than anything else happens.
    *(Year.sleep, Year.sleep, Year.sleep),
)


def figures(world: World, day: date) -> dict[tuple[str, str, str], tuple[Any, ...]]:
    """Get some figures of two registers: of the county, of each unit, of the prefecture below it."""
    whole, county = Place(world.prefecture, below=True), Place(world.county)
    spans = [periods.so_far(YEAR, day), periods.to_date(day)]
    found = {}
    for place in (whole, county):
        for (name, when), figure in results.figures(NAMES, spans, place).items():
            found[str(place.below), name, when] = (figure.value, figure.counted, figure.base)
    for unit, own in results.figures_of_units(NAMES, spans[1], county):
        for name, figure in own.items():
            found[str(unit), name, ""] = (figure.value, figure.counted, figure.base)
    return found


def of_the_past(year: Year, day: date) -> Shown:
    """Get what was shown on a day, out of the ledger."""
    moment = past.end_of(day)
    entries = [
        one.as_entry()
        for register in (INSPECTION, REQUESTS)
        for one in entries_then(catalogue().register(register), moment)
    ]
    entries.sort(key=lambda entry: entry.pk)
    with as_of.reading_then(moment, year.world.prefecture):
        shown = figures(year.world, day)
    return {
        "figures": shown,
        "entries": [tuple(getattr(entry, column) for column in COLUMNS) for entry in entries],
    }


@pytest.fixture(autouse=True)
def own_calendar() -> Iterator[None]:
    look_again()
    yield
    calendars._held.calendar = None
    look_again()


@pytest.fixture
def busy(world: World, clerk: User) -> User:
    for unit in (world.bureau, world.office):
        clerk.assignments.create(unit=unit, role="approver")
    return clerk


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 5)), min_size=4, max_size=20))
def test_what_was_shown_each_day_is_what_the_past_gives(
    world: World, busy: User, deeds: list[tuple[Callable[[Year, int], None], int]]
):
    with transaction.atomic():
        lived(world, busy, deeds)
        transaction.set_rollback(True)
    look_again()


def test_a_whole_story_of_every_deed_is_found_again(world: World, busy: User):
    first = [(deed, number) for number in (0, 1) for deed in DEEDS[:3]]
    then = [(Year.sleep, 1), *((deed, number) for number in (0, 1, 3) for deed in DEEDS[3:8])]
    # After thirty days a request is late, by a line of the night.
    later = [(Year.sleep, 1), *((deed, 1) for deed in DEEDS[8:13]), (Year.sleep, 10)]
    days = lived(world, busy, [*first, *then, *later, (Year.night, 0), (Year.sleep, 1)])
    lates = [sum(row[COLUMNS.index("late")] for row in shown["entries"]) for shown in days]
    assert lates[:2] == [0, 0]
    assert lates[-1] > 0


def lived(
    world: World, clerk: User, deeds: list[tuple[Callable[[Year, int], None], int]]
) -> list[Shown]:
    """Live through deeds, and compare every day that was looked at with what the past gives of it."""
    year = Year(world, clerk)
    for deed, which in deeds:
        with suppress(RefusedError), transaction.atomic():
            deed(year, which)
    year.sleep(0)
    for day, shown in year.shown.items():
        found = of_the_past(year, day)
        assert found["entries"] == shown["entries"], day
        assert found["figures"] == shown["figures"], day
    return list(year.shown.values())


def test_moments_between_days_are_days_that_went_before(world: World, busy: User):
    year = Year(world, busy)
    year.enter(1)
    year.sleep(2)
    between = AT.date() + 3 * DAY
    assert past.end_of(between) == past.Moment(past.end_of(AT.date()).position, between)
    assert isinstance(year.at, datetime)
