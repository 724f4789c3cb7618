"""However many tasks and units a plan has, its pages ask the database the same number of questions."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.planning.plans import Office

MEETINGS = "recommendations.court_meetings"
PAGES = ("plan", "plan_board", "plan_targets", "plan_leader", "plan_check", "plan_scores")


def plan_of(office: Office, tasks: int, units: int, name: str):
    """A plan in which every unit has a duty of every task, and every task a target."""
    plan = office.plan(name=f"{name}计划")
    named = [office.unit(f"{name}{number}", f"{name}{number}局") for number in range(units)]
    for number in range(tasks):
        task = office.task(plan, f"一/{number}", f"任务{number}", leader="某领导")
        office.target(
            task, f"会议不少于{number + 1}次", indicator=MEETINGS, target_value=str(number + 1),
            measure="次",
        )  # fmt: skip
        for unit in named:
            office.duty(task, unit, until="2026-03-31")
    return plan, named


def questions(client, address: str) -> int:
    client.get(address)  # what is loaded once is loaded
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.fixture
def plans(office):
    return plan_of(office, 1, 2, "小"), plan_of(office, 4, 5, "大")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_larger_plan_asks_no_more(office, on, plans, name):
    client = on(office.person("coordinator"), "2026-04-02")
    small, large = (questions(client, reverse(name, args=[plan.pk])) for plan, _ in plans)
    assert large <= small <= 30


def test_the_page_of_a_unit_asks_no_more_for_more_tasks(office, on, plans):
    _, (plan, units) = plans
    client = on(office.person("coordinator"), "2026-04-02")
    address = reverse("plan_unit", args=[units[0].pk])
    before = questions(client, address)
    for number in range(3):
        task = office.task(plan, f"二/{number}", f"又一项{number}", leader="某领导")
        office.duty(task, units[0], until="2026-03-31")
        office.target(
            task, "每月1次", indicator=MEETINGS, target_value="12", measure="次",
        )  # fmt: skip
    assert questions(client, address) <= before <= 40
