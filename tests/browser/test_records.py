"""One entry in a real browser: rows, drafts, picking an entry, two editors, comments, printing."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_annotated_page import pytestmark as browser_marks
from tests.browser.test_site import browser, fits, logged_in, people
from tests.web.conftest import casework
from zhunsheng.web import actors, clock
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Draft, Entry

__all__ = ["browser", "casework", "people"]
pytestmark = [
    *browser_marks,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("casework"),
]
AT = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def made(register: str = "inspection", **values: object) -> Entry:
    unit, user = Unit.objects.get(), User.objects.get(username="reporter")
    raw = {"place": "某食品店（虚构）", "planned": "2026-02-27", "responsible": unit.name} | values
    actor = actors.actor_of(user, clock.now().date())
    return actions.create(actor, f"casework.{register}", unit, raw, AT)


def cell(page: Page, name: str) -> str:
    return page.input_value(f"[id='{name}']")


@pytest.mark.parametrize("width", [1366, 390])
def test_rows_are_added_and_dropped_on_the_spot(
    browser: Browser, live_server: LiveServer, people: None, width: int
) -> None:
    page, problems = logged_in(browser, live_server, "reporter", width)
    page.goto(f"{live_server.url}/registers/casework.inspection/new/")
    assert fits(page)
    page.fill("#place", "某店（虚构）")
    page.fill("#planned", "2026年2月27日")
    page.fill("#responsible", Unit.objects.get().name)
    page.fill("[id='findings.0.matter']", "第一个问题")
    page.click("button:has-text('再加一行')")
    expect(page.locator("[id='findings.1.matter']")).to_be_focused()
    page.keyboard.type("第二个问题")
    page.click("button:has-text('再加一行')")
    page.fill("[id='findings.2.matter']", "第三个问题")
    page.click("table.rows tbody tr:nth-child(2) button")
    page.fill("[id='findings.2.amount']", "很多")
    page.click("button.main")
    assert "第2行：涉及金额“很多”不是数字" in page.inner_text("[role=alert]")
    page.click("[role=alert] a")
    assert cell(page, "findings.1.amount") == "很多"
    page.fill("[id='findings.1.amount']", "1,200元")
    page.click("button.main")
    assert [row["matter"] for row in Entry.unscoped.get().values["findings"]] == [
        "第一个问题",
        "第三个问题",
    ]
    assert "已登记" in page.inner_text(".notice")
    assert fits(page)
    assert [problem for problem in problems if "422" not in problem] == []


def test_a_draft_saves_itself_and_comes_back(
    browser: Browser, live_server: LiveServer, people: None
) -> None:
    page, problems = logged_in(browser, live_server, "reporter", 1366)
    address = f"{live_server.url}/registers/casework.inspection/new/"
    page.goto(address)
    page.fill("#place", "写到一半")
    page.fill("[id='findings.0.matter']", "半行")
    expect(page.locator("[data-draft-said]")).to_have_text(re.compile("草稿已保存"), timeout=9000)
    page.goto(address)
    assert page.input_value("#place") == ""
    page.click("a:has-text('恢复')")
    assert page.input_value("#place") == "写到一半"
    assert cell(page, "findings.0.matter") == "半行"
    page.fill("#planned", "20260227")
    page.fill("#responsible", Unit.objects.get().name)
    page.click("button.main")
    expect(page.locator("h1")).to_have_text("写到一半")
    assert not Draft.objects.exists()
    assert problems == []


def test_an_entry_is_picked_by_its_name_with_the_keyboard(
    browser: Browser, live_server: LiveServer, people: None
) -> None:
    entry = made()
    page, problems = logged_in(browser, live_server, "reporter", 1366)
    page.goto(f"{live_server.url}/registers/casework.penalty/new/")
    page.fill("#matter", "某案（虚构）")
    page.fill("#made", "20260228")
    page.fill("#before", "没有的")
    expect(page.locator(".options .none")).to_be_visible()
    page.fill("#before", "食品")
    expect(page.locator(".options [role=option]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#before") == entry.number
    assert page.inner_text("[data-means]") == "某食品店（虚构）"
    page.click("button.main")
    expect(page.locator(".story li")).to_have_count(2)
    page.click(".story a")
    assert page.url.endswith(f"/entries/{entry.pk}/")
    assert "某案（虚构）" in page.inner_text(".story")
    assert problems == []


def test_of_two_editors_the_second_chooses_field_by_field(
    browser: Browser, live_server: LiveServer, people: None
) -> None:
    entry = made(notes="原来的情况")
    page, problems = logged_in(browser, live_server, "reporter", 1366)
    page.goto(f"{live_server.url}/entries/{entry.pk}/edit/")
    page.fill("#place", "我改的名称")
    page.fill("#notes", "我写的情况")
    actor = actors.actor_of(User.objects.get(username="reporter"), AT.date())
    theirs = {"place": "先改的名称", "notes": "先写的情况"}
    actions.change(actor, entry.pk, 1, theirs, AT)
    page.click("button.main")
    assert "已经修改了这条记录" in page.inner_text("[role=alert]")
    assert page.input_value("#place") == "我改的名称"
    page.check("[name='take.notes']")
    page.click("button.main")
    expect(page.locator("h1")).to_have_text("我改的名称")
    entry.refresh_from_db()
    assert entry.values["notes"] == "先写的情况"
    assert [problem for problem in problems if "409" not in problem] == []


def test_a_step_is_taken_taken_back_and_its_paper_has_the_size_of_paper(
    browser: Browser, live_server: LiveServer, people: None
) -> None:
    entry = made()
    page, problems = logged_in(browser, live_server, "reporter", 1366)
    page.goto(f"{live_server.url}/entries/{entry.pk}/")
    page.click("a.button:has-text('完成检查')")
    page.fill("#inspected", "20260301")
    page.click("button.main")
    page.click("a:has-text('检查记录表')")
    page.wait_for_selector("button:has-text('打印')")
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert [(round(float(x)), round(float(y))) for x, y in sizes] == [(595, 842)]
    page.go_back()
    page.click("button:has-text('撤回“完成检查”')")
    expect(page.locator("[aria-current=step] .name")).to_have_text("待检查")
    assert problems == []


def test_without_script_rows_drafts_and_picking_work_by_buttons(
    browser: Browser, live_server: LiveServer, people: None
) -> None:
    entry = made()
    page, _ = logged_in(browser, live_server, "reporter", 1366)
    state = page.context.storage_state()
    plain = browser.new_context(java_script_enabled=False, storage_state=state).new_page()
    plain.goto(f"{live_server.url}/registers/casework.inspection/new/")
    plain.fill("[id='findings.0.matter']", "第一行")
    plain.click("button:has-text('再加一行')")
    plain.fill("[id='findings.1.matter']", "第二行")
    plain.click("button:has-text('存为草稿')")
    assert plain.input_value("[id='findings.1.matter']") == "第二行"
    plain.goto(f"{live_server.url}/registers/casework.penalty/new/")
    plain.fill("#matter", "某案（虚构）")
    plain.fill("#made", "20260228")
    plain.fill("#before", "食品店")
    # Enter saves, though other buttons stand before the one that saves.
    plain.keyboard.press("Enter")
    plain.click(f"button:has-text('{entry.number}')")
    assert plain.input_value("#before") == entry.number
    plain.click("button.main")
    assert plain.inner_text("h1") == "某案（虚构）"
