"""Plan documents in a real browser: from the upload to a plan in force, on an office screen and on a phone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_annotated_page import pytestmark as browser_marks
from tests.browser.test_site import PASSWORD, browser, fits, logged_in  # noqa: F401  # fixtures
from tests.web.planning.papers import PLAN
from zhunsheng.engine.reading.offices import is_collective
from zhunsheng.web.organizations.models import (
    Assignment,
    Government,
    Membership,
    Unit,
    UnitGroup,
    User,
)
from zhunsheng.web.registers.models import Entry

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = [*browser_marks, pytest.mark.django_db(transaction=True)]
LONGEST = "溪口县农业农村和交通运输局综合行政执法大队"
REAL = {
    "000": (("攀枝花市", "攀枝花市西区"), 8),
    "001": (("巴中市", "平昌县"), 18),
    "004": (("青海省", "海东市"), 28),
}


def _government(above: str, name: str, units: Iterable[str], groups: dict[str, list[str]]) -> None:
    """Set up a government with units and groups by their names, and its coordinator."""
    top = Government.objects.create(code="99", name=above, level="prefecture")
    government = Government.objects.create(code="9901", name=name, level="county", parent=top)
    made = {
        one: Unit.objects.create(government=government, code=f"u{at:03}", name=one)
        for at, one in enumerate(dict.fromkeys([*units, *(u for g in groups.values() for u in g)]))
    }
    for group, members in groups.items():
        held = UnitGroup.objects.create(government=government, name=group)
        for one in members:
            Membership.objects.create(group=held, unit=made[one])
    user = User.objects.create_user("coordinator", password=PASSWORD, full_name="某统筹员")
    Assignment.objects.create(user=user, unit=next(iter(made.values())), role="coordinator")


def _as_named(number: str, name: str) -> tuple[list[str], dict[str, list[str]]]:
    """Get the units and groups that a real plan names."""
    gold = json.loads((SHARED / "gold" / f"{number}.json").read_text("utf-8"))
    named = [unit for task in gold["tasks"] for unit in task["lead_units"]]
    named += (gold["default_units"] or {}).get("units", [])
    single = [one for one in dict.fromkeys(named) if not is_collective(one)]
    single = single or [f"{name}司法局", f"{name}发展和改革委员会", f"{name}市场监督管理局"]
    towns = ["第一街道办事处", "第二街道办事处", "第三镇人民政府"]
    groups = {
        one: towns if "镇" in one or "街道" in one else single[:20]
        for one in dict.fromkeys(named)
        if is_collective(one)
    }
    return single, groups or {"各镇（街道）": towns}


def _upload(page: Page, server: LiveServer, name: str, content: bytes) -> None:
    page.goto(f"{server.url}/plans/")
    page.click("a:has-text('读入计划文件')")
    assert fits(page)
    page.set_input_files("#file", {"name": name, "mimeType": "text/plain", "buffer": content})
    page.click("button:has-text('读取')")
    page.wait_for_selector("#understood")
    assert fits(page)


def _settle(page: Page) -> None:
    """Do what the page still asks for, from top to bottom."""
    if page.locator("button:has-text('保存名称')").count():
        page.click("button:has-text('保存名称')")
        page.wait_for_selector("#understood")
    if page.locator("button:has-text('明确责任单位')").count():
        for box in page.locator("input[name=task]").all():
            box.check()
        page.fill("input[name=lead]", "司法局")
        page.select_option("select[name=group]", label="各镇（街道）")
        page.click("button:has-text('明确责任单位')")
        page.wait_for_selector("#understood")
    if page.locator("button:has-text('选中的不列入')").count():
        for box in page.locator("#doubts > form input[name=left]").all():
            box.check()
        page.click("button:has-text('选中的不列入')")
        page.wait_for_selector("#understood")


def _confirm(page: Page) -> Entry:
    page.click("a:has-text('确认前查看')")
    page.wait_for_selector("h1:has-text('确认计划')")
    assert fits(page)
    page.click("button:has-text('确认执行')")
    page.wait_for_selector("text=计划已确认执行")
    return Entry.unscoped.get(register="plan.plan")


@pytest.mark.parametrize("width", [1366, 390])
def test_a_plan_goes_from_the_upload_to_its_units(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    width: int,
) -> None:
    units = [
        LONGEST,
        "溪口县司法局",
        "溪口县发展和改革局",
        "溪口县人民政府办公室",
        "柳塘镇人民政府",
    ]
    groups = {"各乡镇（街道）": ["柳塘镇人民政府"], "县级各部门": units[:4]}
    _government("云溪市", "溪口县", units, groups)
    page, problems = logged_in(browser, live_server, "coordinator", width)
    text = PLAN.replace("县司法局，县政府办〕", f"县司法局，县政府办、{LONGEST}〕")
    _upload(page, live_server, "计划.txt", text.encode())
    assert "县级有关部门" in page.inner_text("#doubts")
    page.click("#understood article.item a:has-text('看原文') >> nth=0")
    assert "#d-task-" in page.url
    page.click(".document a.m.target >> nth=0")
    assert "#u-target-" in page.url
    _settle(page)
    plan = _confirm(page)
    assert plan.state == "in_force"
    assert Entry.unscoped.filter(register="plan.duty", unit__name=LONGEST).count() == 2
    page.goto(f"{live_server.url}/plans/")
    assert plan.title in page.inner_text("main")
    assert fits(page)
    assert problems == []


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="the real documents are not at hand")
@pytest.mark.parametrize("number", list(REAL))
def test_a_real_plan_goes_from_the_upload_to_a_plan_in_force(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    number: str,
) -> None:
    (above, name), tasks = REAL[number]
    _government(above, name, *_as_named(number, name))
    page, problems = logged_in(browser, live_server, "coordinator", 1366)
    document = next((SHARED / "documents").glob(f"{number}_*.txt"))
    _upload(page, live_server, document.name, document.read_bytes())
    _settle(page)
    plan = _confirm(page)
    assert plan.state == "in_force"
    assert Entry.unscoped.filter(register="plan.task").count() == tasks
    gold = json.loads((SHARED / "gold" / f"{number}.json").read_text("utf-8"))
    assert Entry.unscoped.filter(register="plan.target").count() == len(gold["targets"])
    assert Entry.unscoped.filter(register="plan.duty").count() >= tasks
    assert problems == []
