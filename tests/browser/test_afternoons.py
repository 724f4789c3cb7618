"""
An afternoon of an enforcement clerk, of a legal reviewer and of a reconsideration officer, in a browser.

Each logs in, does what the case needs with those it needs, meets a gate of the law, and prints. What is
typed is that of the golden cases.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.filling import fill
from tests.browser.test_site import PASSWORD, browser, fits, pytestmark
from tests.domains.golden_cases import entry_of, lawful_values, named
from tests.web.conftest import approver, desk, reporter, world
from tests.web.desk import Desk
from zhunsheng.web import clock
from zhunsheng.web.organizations.models import Assignment, User

__all__ = ["approver", "browser", "desk", "pytestmark", "reporter", "world"]
AFTERNOON = datetime(2026, 6, 30, 14, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
ROLES = {"reporter": "填报员", "approver": "审核员", "legal_reviewer": "法制审核员"}


class Office:
    """The people of a bureau at their browsers, each logged in once, with what they see wrong noted."""

    def __init__(self, desk: Desk, browser: Browser, server: LiveServer, width: int) -> None:
        self.desk, self.problems = desk, []
        self._browser, self._server, self._width = browser, server, width
        self._pages: dict[str, Page] = {}

    def page(self, role: str) -> Page:
        """Get the browser of somebody with a role."""
        if role not in self._pages:
            self._pages[role] = self._logged_in(role)
        return self._pages[role]

    def enter(self, case: dict[str, Any]) -> str:
        """Enter the case of a golden entry by hand; get the address of its record."""
        register = named(case)
        page = self.page("reporter")
        page.goto(f"{self._server.url}/registers/{register.name}/")
        page.click("a.button.main")
        fields = register.register.entry_fields
        fill(page, fields, self.desk.here(fields, entry_of(case), case))
        assert fits(page)
        page.click("main form button.main")
        page.wait_for_url("**/entries/*/")
        return page.url

    def take(self, case: dict[str, Any], address: str, key: str, **other: Any) -> Page:
        """Take a step as whoever may, with the lawful values but for some others."""
        register = named(case)
        step = register.register.procedure.step(key)
        page = self.page(next(role for role in ROLES if role in step.by))
        page.goto(address)
        page.click(f"a[href$='/steps/{key}/']")
        asked = [register.register.field(one) for one in (*step.requires, *step.asks)]
        fill(page, asked, self.desk.here(asked, lawful_values(case, key)["values"] | other, case))
        assert fits(page)
        page.click("main form button.main")
        return page

    def took(self, case: dict[str, Any], address: str, key: str, **other: Any) -> Page:
        """Take a step that the law lets somebody take."""
        step = named(case).register.procedure.step(key)
        page = self.take(case, address, key, **other)
        page.wait_for_url(address)
        reached = named(case).register.procedure.state(step.leads_to)
        assert reached.label in page.inner_text("main")
        return page

    def print_of(self, role: str, address: str) -> str:
        """Get what the printed sheet of a record says."""
        page = self.page(role)
        page.goto(f"{address}print/")
        assert fits(page)
        return page.inner_text("body")

    def _logged_in(self, role: str) -> Page:
        user, _ = User.objects.get_or_create(username=role, defaults={"full_name": ROLES[role]})
        user.set_password(PASSWORD)
        user.save()
        Assignment.objects.get_or_create(user=user, unit=self.desk.world.bureau, role=role)
        page = self._browser.new_context(viewport={"width": self._width, "height": 844}).new_page()
        page.on("console", lambda said: self.problems.append(said.text))
        page.goto(self._server.url)
        page.fill("#id_username", role)
        page.fill("#id_password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector("h1:has-text('今天要办什么')")
        return page


@pytest.fixture(params=[1366, 390])
def office(browser: Browser, live_server: LiveServer, desk: Desk, monkeypatch, request) -> Office:
    monkeypatch.setattr(clock, "now", lambda: AFTERNOON)
    return Office(desk, browser, live_server, request.param)


def case_of(name: str) -> dict[str, Any]:
    domain, _, register = name.partition(".")
    return {"domain": domain, "register": register, "name": "下午"}


def test_the_afternoon_of_an_enforcement_clerk(office: Office) -> None:
    case = case_of("penalty.case")
    address = office.enter(case)
    for key in ("file", "conclude", "inform", "review"):
        office.took(case, address, key)
    # Nobody decides on a fine without the basis written down: the gate says so, with its article.
    refused = office.take(case, address, "decide", written=["party"])
    assert "第五十九条" in refused.inner_text("[role=alert]")
    for key in ("decide", "serve", "perform", "close"):
        office.took(case, address, key)
    printed = office.print_of("reporter", address)
    assert "占道经营案" in printed
    assert "500.00元" in printed
    assert [one for one in office.problems if "422" not in one and "403" not in one] == []


def test_the_afternoon_of_a_legal_reviewer(office: Office) -> None:
    case = case_of("legality_review.review")
    address = office.enter(case)
    reviewer = office.page("legal_reviewer")
    reviewer.goto(f"{address.partition('/entries/')[0]}/")
    assert "某补贴办法" in reviewer.inner_text("main")
    for key in ("accept", "give_opinion", "answer", "clear"):
        office.took(case, address, key)
    assert "某补贴办法" in office.print_of("legal_reviewer", address)
    assert [one for one in office.problems if "422" not in one] == []


def test_the_afternoon_of_a_reconsideration_officer(office: Office) -> None:
    case = case_of("reconsideration.case")
    address = office.enter(case)
    for key in ("accept", "serve", "receive_answer"):
        office.took(case, address, key)
    # The parties are heard before a decision is drafted.
    early = office.take(case, address, "draft")
    assert "听取" in early.inner_text("[role=alert]")
    for key in ("hear_parties", "draft", "decide", "deliver", "copy", "publish", "close"):
        office.took(case, address, key)
    story = office.page("reporter")
    story.goto(f"{address}story/")
    assert fits(story)
    assert "不服占道经营行政处罚决定" in office.print_of("reporter", address)
    assert [one for one in office.problems if "422" not in one] == []
