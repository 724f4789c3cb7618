"""
Openness through the one door: each gate refuses with its article, each clock keeps its lateness.

The gates and clocks are those found in the declarations; one without a golden case fails here.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.domains.openness_cases import Taken, cases, entry_of, named, step_of, way_of
from tests.web.conftest import AT, World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.cases import outlook
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.errors import ClosedError, InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

GATES = [
    (found.register.key, step.key, gate.key)
    for found in catalogue().registers("openness")
    if found.register.procedure
    for step in found.register.procedure.steps
    for gate in step.gates
]
CLOCKS = [
    (found.register.key, running.clock)
    for found in catalogue().registers("openness")
    for running in found.register.clocks
]
DUE_DATES = [
    (found.register.key, due_date.key)
    for found in catalogue().registers("openness")
    for due_date in found.register.due_dates
]
CHECKS = [
    (found.register.key, check.field)
    for found in catalogue().registers("openness")
    for check in found.register.checks
]


def joined(one: Any) -> str:
    return ".".join(one) if isinstance(one, tuple) else str(one)


@pytest.fixture
def desk(world: World, reporter: User, approver: User) -> Desk:
    for name in ("某局", "某镇", "某公司主管局"):
        Unit.objects.create(government=world.county, code=name, name=name)
    return Desk(world, reporter, approver)


class Desk:
    """A reporter and an approver of one unit, who follow a golden case through the actions."""

    def __init__(self, world: World, reporter: User, approver: User) -> None:
        self.world = world
        self.reporter, self.approver = reporter, approver

    def follow(self, case: dict[str, Any]) -> Entry:
        """Make the entry of a case and take its way."""
        register = named(case)
        raw = self.here(case, entry_of(case))
        dates = [f.key for f in register.register.fields if f.kind in {"date", "datetime"}]
        known = max(raw[key][:10] for key in dates if key in raw)
        actor, moment = self.world.actor(self.reporter), at(date.fromisoformat(known))
        entry = actions.create(actor, register.name, self.world.bureau, raw, moment)
        for taken in way_of(case) if register.register.procedure else ():
            entry = self.take(case, entry, taken)
        return entry

    def here(self, case: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
        """Get the values of a case with a unit there is, where it names one."""
        units = {field.key for field in named(case).register.fields if field.kind == "unit"}
        return values | dict.fromkeys(units & values.keys(), self.world.bureau.name)

    def attempt(self, case: dict[str, Any]) -> None:
        """Make what a case says is wrong: the step it is about, or the entry itself."""
        entry = self.follow(case)
        self.take(case, entry, step_of(case))

    def take(self, case: dict[str, Any], entry: Entry, taken: Taken) -> Entry:
        procedure = named(case).register.procedure
        step = procedure.step(taken.step) if procedure else None
        assert step is not None
        who = self.reporter if "reporter" in step.by else self.approver
        actor = self.world.actor(who)
        moment = at(taken.on)
        values = self.here(case, taken.values)
        return actions.take_step(actor, entry.pk, entry.version, taken.step, values, moment)


def at(day: date) -> datetime:
    return datetime.combine(day, AT.timetz())


@pytest.mark.parametrize("gate", GATES, ids=joined)
def test_a_step_against_the_law_is_refused_with_its_article_and_changes_nothing(desk, gate):
    found = [
        case for case in cases("gates") if (case["register"], case["step"], case["gate"]) == gate
    ]
    assert found, "this gate has no golden case"
    for case in found:
        entry = desk.follow(case)
        lines, state = StoredLine.objects.count(), entry.state
        with pytest.raises(ClosedError) as refused:
            desk.take(case, entry, step_of(case))
        assert case["established_by"] in refused.value.message.zh
        entry.refresh_from_db()
        assert (StoredLine.objects.count(), entry.state) == (lines, state)


@pytest.mark.parametrize("clock", CLOCKS, ids=joined)
def test_a_clock_runs_through_the_actions_as_the_law_says(desk, clock):
    found = [case for case in cases("clocks") if (case["register"], case["clock"]) == clock]
    assert found, "this clock has no golden case"
    for case in found:
        entry = desk.follow(case)
        status = next(
            (s for s in _outlook(entry, case).statuses if s.run.clock.key == case["clock"]), None
        )
        assert (status.state.value if status else "absent") == case["state"], case["name"]
        assert _outlook(entry, case).is_late == case["late"], case["name"]
        if status and status.deadline and "last_day" in case:
            assert str(status.deadline.last) == case["last_day"], case["name"]
            assert status.is_provisional == case.get("provisional", False), case["name"]
        if case["state"] == "met_late" and case["late"]:
            assert entry.late, case["name"]
    assert verify_all().faults == ()


@pytest.mark.parametrize("due_date", DUE_DATES, ids=joined)
def test_a_day_an_entry_names_is_its_last_day_until_it_is_met(desk, due_date):
    found = [
        case for case in cases("due_dates") if (case["register"], case["due_date"]) == due_date
    ]
    assert found, "this due date has no golden case"
    for case in found:
        entry = desk.follow(case)
        stands = _outlook(entry, case)
        status = next((s for s in stands.due_dates if s.due_date.key == case["due_date"]), None)
        assert (status.state.value if status else "absent") == case["state"], case["name"]
        assert stands.is_late == case["late"], case["name"]
        if status and status.is_open:
            assert entry.due == status.last_day, case["name"]


@pytest.mark.parametrize("check", CHECKS, ids=joined)
def test_values_that_contradict_each_other_are_not_kept(desk, check):
    found = [case for case in cases("checks") if (case["register"], case["field"]) == check]
    assert found, "this check has no golden case"
    for case in found:
        with pytest.raises(InvalidError) as refused:
            desk.attempt(case)
        assert set(refused.value.problems) == {case["field"]}, case["name"]


def test_a_request_that_was_late_once_stays_late_when_its_correction_starts_the_term_again(desk):
    (case,) = [c for c in cases("clocks") if "第八个工作日才告知补正" in c["name"]]
    entry = desk.follow(case)
    assert (entry.done, entry.late) == (True, True)
    reply = next(s for s in _outlook(entry, case).statuses if s.run.clock.key == "reply")
    assert reply.state.value == "met"


def test_the_record_page_shows_days_the_entry_names_and_what_looks_alike(
    desk, browse, reporter, django_assert_max_num_queries
):
    case = {"name": "platform", "register": "platform", "way": []}
    entry = desk.follow(case)
    desk.follow(case | {"entry": {"name": "城市生活缴费平台", "items": "燃气缴费、社保查询"}})
    clerk = browse(reporter)
    with django_assert_max_num_queries(20):
        page = clerk.get(f"/entries/{entry.pk}/").content.decode()
    assert "平台更新" in page
    assert "2026-04-01" in page
    assert "另有1个平台承载同样的事项" in page
    assert "城市生活缴费平台" in page


def test_what_another_government_holds_is_not_pointed_out(desk, browse, reporter, world):
    case = {"name": "platform", "register": "platform", "way": []}
    entry = desk.follow(case)
    elsewhere = world.person("外县填报员", world.other_bureau, "reporter")
    raw = entry_of(case) | {"responsible": world.other_bureau.name}
    actions.create(world.actor(elsewhere), "openness.platform", world.other_bureau, raw, AT)
    assert "承载同样的事项" not in browse(reporter).get(f"/entries/{entry.pk}/").content.decode()


def _outlook(entry: Entry, case: dict[str, Any]) -> Any:
    found, as_of = named(case), date.fromisoformat(case["as_of"])
    clocks = found.domain.clocks_by_key()
    return outlook(found.register, clocks, entry.values, as_of, calendar_of())
