"""A plan in force in a real browser: nothing runs over the edge, axe is content, the keyboard gets everywhere."""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_accessibility import faults, tab_to
from tests.browser.test_annotated_page import pytestmark as browser_marks
from tests.browser.test_site import PASSWORD, browser, fits, logged_in, people  # noqa: F401
from zhunsheng.web import actors, clock
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

pytestmark = [*browser_marks, pytest.mark.django_db(transaction=True)]
PAGES = ("plan", "plan_board", "plan_targets", "plan_leader", "plan_check", "plan_scores")
# Where to keep what was seen; nowhere unless it is asked for.
PICTURES = os.environ.get("ZHUNSHENG_PICTURES")
TASKS, UNITS = 8, 14


@pytest.fixture
def plan(people: None) -> Entry:
    """A plan of eight tasks and fourteen units with long names, some of it late, some done."""
    county, now = Government.objects.get(), clock.now()
    main = Unit.objects.get()
    units = [main] + [
        Unit.objects.create(
            government=county,
            code=f"u{number}",
            name=f"溪口县第{number}镇人民政府综合行政执法办公室",
        )
        for number in range(1, UNITS)
    ]
    user = User.objects.create_user("coordinator", password=PASSWORD, full_name="某统筹员")
    Assignment.objects.create(user=user, unit=main, role="coordinator")
    actor, year = actors.actor_of(user, now.date()), now.year
    begun = f"{year}-01-05"
    made = actions.create(
        actor, "plan.plan", main,
        {"name": f"溪口县{year}年法治政府建设重点工作安排", "year": year, "kind": "annual",
         "issuer": "溪口县人民政府", "issued": begun}, now,
    )  # fmt: skip
    made = actions.take_step(actor, made.pk, made.version, "confirm", {"confirmed": begun}, now)
    for number in range(TASKS):
        task = actions.create(
            actor, "plan.task", main,
            {"plan": made.number, "place": f"一/{number}", "since": begun, "chapter": "一、依法履职",
             "name": "健全行政执法与刑事司法衔接机制并完善案件移送标准和程序" * (1 + number % 2),
             "leader": "" if number == 3 else "分管副县长某乙"}, now,
        )  # fmt: skip
        for at, unit in enumerate(units):
            until = [f"{year}-06-30", str(now.date()), f"{year}-12-31", ""][(at + number) % 4]
            actions.create(
                actor, "plan.duty", unit,
                {"task": task.number, "name": task.title, "role": "lead", "assigned": begun,
                 "level": "town" if at else "county", "until": until}, now,
            )  # fmt: skip
        actions.create(
            actor, "plan.target", main,
            {"task": task.number, "words": f"全年召开联席会议不少于{number + 1}次",
             "indicator": "recommendations.court_meetings", "comparator": "at_least",
             "target_value": str(number + 1), "measure": "次", "period": "year",
             "scope": "government", "since": begun}, now,
        )  # fmt: skip
    return made


@pytest.mark.parametrize("width", [1366, 390])
def test_the_pages_of_a_plan_fit_and_axe_finds_nothing_serious(
    browser: Browser, live_server: LiveServer, plan: Entry, width: int
) -> None:
    page, problems = logged_in(browser, live_server, "coordinator", width)
    unit = reverse("plan_unit", args=[plan.unit_id])
    found = []
    for address in [*(reverse(name, args=[plan.pk]) for name in PAGES), unit]:
        page.goto(live_server.url + address)
        found += faults(page)
        assert fits(page), address
        if PICTURES:
            name = address.strip("/").replace("/", "-")
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=width > 1000)
    assert found == []
    assert problems == []


def test_the_keyboard_opens_a_duty_from_the_board_and_another_day(
    browser: Browser, live_server: LiveServer, plan: Entry
) -> None:
    page, _ = logged_in(browser, live_server, "coordinator", 1366)
    page.goto(live_server.url + reverse("plan_board", args=[plan.pk]))
    tab_to(page, ".matrix tbody a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/**")
    page.goto(live_server.url + reverse("plan_leader", args=[plan.pk]))
    # The plan was entered today: of the day before it there is nothing to show, and the page says so.
    page.fill("#as_of", str(plan.entered_at.date() - timedelta(days=2)))
    page.press("#as_of", "Enter")
    page.wait_for_url("**as_of=**")
    assert "还没有这个计划" in page.inner_text("main")
