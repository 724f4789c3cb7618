"""A draw in a real browser: pools looked at, terms fixed by one, drawn by another, entered and repeated."""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

import pytest

from tests.browser.test_accessibility import faults
from tests.browser.test_site import browser, fits, logged_in, people, pytestmark  # noqa: F401
from tests.web.conftest import AT, World
from tests.web.draws.conftest import Bureau, filled
from zhunsheng.web import clock
from zhunsheng.web.organizations.models import Unit, User

LONG = "乐山市五通桥区农业农村和交通运输局综合行政执法大队定点屠宰场（虚构）"


@pytest.fixture
def bureau(people: None, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    monkeypatch.setattr(clock, "now", lambda: AT)
    unit = Unit.objects.get()
    county = unit.government
    world = World(county, county, county, unit, unit, unit)
    reporter, approver = (User.objects.get(username=name) for name in ("reporter", "approver"))
    found = filled(Bureau(world, reporter, approver))
    found.recuse(found.officers[0], found.firms[2])
    firm = {"listed": "2026-01-05", "grade": "low", "cap": 2, "retired": "2026-02-01"}
    found.enter("inspection.subject", firm | {"name": LONG})
    return found


@pytest.mark.parametrize("width", [1366, 390])
def test_a_draw_is_made_by_two_people(browser, live_server, bureau, width):
    clerk, problems = logged_in(browser, live_server, "reporter", width)
    clerk.goto(f"{live_server.url}/draws/")
    assert fits(clerk)
    clerk.click(f"a:has-text('{bureau.plan.title}')")
    assert LONG in clerk.inner_text("main")
    assert fits(clerk)
    assert faults(clerk) == []
    clerk.fill("#number", "0417")
    clerk.click("button.main")
    clerk.wait_for_selector("h1:has-text('随机抽取')")
    assert fits(clerk)
    assert faults(clerk) == []
    address = clerk.url
    overseer, more = logged_in(browser, live_server, "approver", width)
    overseer.goto(address)
    overseer.fill("#number", "8848")
    overseer.click("button.main")
    overseer.wait_for_selector("h1:has-text('抽取结果')")
    assert fits(overseer)
    clerk.goto(address)
    clerk.click("button.main:has-text('登记为')")
    clerk.wait_for_selector("main tbody a")
    assert fits(clerk)
    assert faults(clerk) == []
    assert problems == more == []
    with clerk.expect_download() as kept:
        clerk.click("a:has-text('抽取文件')")
    assert kept.value.suggested_filename.endswith(".json")
    clerk.click("main tbody a >> nth=0")
    assert "双随机抽查" in clerk.inner_text("main")
