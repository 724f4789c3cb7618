"""Figures that disagree, in a real browser: they fit, are compared, and are answered by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_annotated_page import pytestmark as browser_marks
from tests.browser.test_site import browser, fits, logged_in, people  # noqa: F401  # fixtures
from tests.web.conftest import AT, casework  # noqa: F401  # a fixture
from zhunsheng.web import actors
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.registers import actions

pytestmark = [*browser_marks, pytest.mark.django_db(transaction=True)]
LONGEST = "溪口县五通桥镇农业农村和交通运输局综合行政执法大队"


@pytest.fixture
def punished(people: None, casework: None) -> None:  # noqa: F811
    """Penalties of two units without an inspection, one of them with the longest name there is."""
    unit = Unit.objects.get()
    coordinator = User.objects.create_user(
        "coordinator",
        password="正确的密码 2026",  # noqa: S106
        full_name="统筹员",
    )
    Assignment.objects.create(user=coordinator, unit=unit, role="coordinator")
    reporter = User.objects.get(username="reporter")
    long_named = Unit.objects.create(government=unit.government, code="zf", name=LONGEST)
    Assignment.objects.create(user=reporter, unit=long_named, role="reporter")
    actor = actors.actor_of(reporter, AT.date())
    for one in (unit, long_named, long_named):
        raw = {"matter": "某案", "made": "2026-03-02"}
        actions.create(actor, "casework.penalty", one, raw, AT)


@pytest.mark.parametrize("width", [1366, 390])
def test_figures_are_compared_and_answered_at_any_width(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    punished: None,
    width: int,
) -> None:
    page, problems = logged_in(browser, live_server, "coordinator", width)
    page.goto(f"{live_server.url}/validation/?period=2026")
    assert fits(page)
    page.click("button:has-text('立即核对')")
    assert "2项待答复" in page.inner_text("[role=status]")
    assert fits(page)
    page.click("tr:has-text('综合行政执法大队') a")
    assert fits(page)
    page.click("button:has-text('保存说明')")
    assert "请写明原因" in page.inner_text("[role=alert]")
    page.focus("#words")
    page.keyboard.type("都是移送的案件，本单位没有检查。")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=已说明，记入账本")
    assert fits(page)
    # The browser itself reports the form that was not accepted.
    assert [one for one in problems if "422" not in one] == []
