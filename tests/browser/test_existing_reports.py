"""The audit of a draft and reports that exist already, in a real browser: they fit, and work by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_annotated_page import pytestmark as browser_marks
from tests.browser.test_site import browser, fits, logged_in, people  # noqa: F401  # fixtures
from tests.web.conftest import AT
from tests.web.reporting.test_audit import WRONG
from tests.web.reporting.test_existing import OTHER, OWN
from zhunsheng.web import actors
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import changing, starting
from zhunsheng.web.reporting.held import held_of

pytestmark = [*browser_marks, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def drafted(people: None) -> Entry:  # noqa: F811
    """A report with an error in it, drafted by a coordinator of the unit with the longest name there is."""
    unit = Unit.objects.get()
    coordinator = User.objects.create_user(
        "coordinator",
        password="正确的密码 2026",  # noqa: S106
        full_name="统筹员",
    )
    Assignment.objects.create(user=coordinator, unit=unit, role="coordinator")
    actor = actors.actor_of(coordinator, AT.date())
    report = starting.start(actor, unit, 2025, AT)
    changing.add(actor, held_of(actor, report.pk, AT.date()), "disputes", WRONG, AT)
    return report


@pytest.mark.parametrize("width", [1366, 390])
def test_a_draft_is_audited_and_an_error_explained_at_any_width(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    drafted: Entry,
    width: int,
) -> None:
    page, problems = logged_in(browser, live_server, "coordinator", width)
    page.goto(f"{live_server.url}/reports/{drafted.pk}/audit/")
    assert fits(page)
    page.click("button:has-text('审核并登记结果')")
    assert "已审核" in page.inner_text("[role=status] >> nth=0")
    doubt = page.locator("article:has-text('306 + 90 + 430 + 77 = 903 ≠ 887')")
    doubt.locator("summary").click()
    doubt.locator("button").click()
    assert "请写明" in page.inner_text("[role=alert]")
    assert fits(page)
    page.focus("[role=alert] >> xpath=../textarea")
    page.keyboard.type("来访有重复计入，分项按事项计。")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=已保存说明")
    assert "来访有重复计入" in doubt.inner_text()
    assert fits(page)
    # The browser itself reports the form that was not accepted.
    assert [one for one in problems if "422" not in one] == []


@pytest.mark.parametrize("width", [1366, 390])
def test_two_reports_are_read_in_and_stand_side_by_side_at_any_width(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    drafted: Entry,
    width: int,
) -> None:
    page, problems = logged_in(browser, live_server, "coordinator", width)
    for text in (OWN, OTHER):
        page.goto(f"{live_server.url}/reports/existing/")
        assert fits(page)
        page.fill("#text", text)
        page.click("button:has-text('读取')")
        page.wait_for_selector("#region")
        assert fits(page)
        page.click("button:has-text('确认收入')")
        page.wait_for_selector("text=已收入")
    assert fits(page)
    page.click("summary:has-text('96.3%') >> nth=0")
    assert "负责人出庭应诉率96.3%" in page.inner_text("details[open]")
    assert problems == []
