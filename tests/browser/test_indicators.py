"""Figures in a real browser: charts by keyboard, on a phone, on paper; axe finds nothing serious."""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_accessibility import faults
from tests.browser.test_annotated_page import pytestmark as browser_marks
from tests.browser.test_site import PASSWORD, browser, fits, logged_in  # noqa: F401
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import clock
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
from zhunsheng.web.registers.models import Entry

pytestmark = [*browser_marks, pytest.mark.django_db(transaction=True)]
REGISTER = "openness.request"
NAME = "溪口县农业农村和交通运输局综合行政执法大队驻第{}片区联合执法工作站办公室"


@pytest.fixture
def county() -> Government:
    """A county with thirty units of long names, a town below it, and two years of entries."""
    county = Government.objects.create(code="990121", name="溪口县（虚构）", level="county")
    Government.objects.create(code="990121001", name="青石镇（虚构）", level="town", parent=county)
    units = [
        Unit.objects.create(government=county, code=f"u{number:02}", name=NAME.format(number))
        for number in range(30)
    ]
    user = User.objects.create_user("coordinator", password=PASSWORD, full_name="某统筹员")
    Assignment.objects.create(user=user, unit=units[0], role="coordinator")
    today = clock.now()
    for number in range(300):
        day = today.date() - timedelta(days=40 + number * 2)
        due, replied = day + timedelta(days=28), day + timedelta(days=20 + number % 12)
        Entry.unscoped.create(
            register=REGISTER,
            government=county,
            unit=units[number % 29],
            number=f"{number:05}",
            title=f"虚构的申请{number}",
            state="replied",
            happened=day,
            due=due,
            last_days={"reply": due.isoformat()},
            values={
                "received": day.isoformat(),
                "subject": f"虚构的申请{number}",
                "replied": replied.isoformat(),
            },
            entered_by=user,
            changed_by=user,
            entered_at=today,
            changed_at=today,
        )
    return county


def share() -> str:
    """Get an indicator of the register that is a share."""
    return next(
        named.name
        for named in catalogue().indicators()
        if named.register.name == REGISTER and named.indicator.key == "replied_on_time"
    )


def last_year() -> int:
    return date.today().year - 1  # noqa: DTZ011  # the browser's server reads the same clock


def addresses() -> list[str]:
    one = f"/indicators/{share()}/"
    return [
        "/indicators/",
        "/indicators/?q=没有这样的名称",
        "/indicators/?period=去年",
        f"{one}?period={last_year()}",
        f"{one}entries/?period={last_year()}&part=base",
        f"/statistics/{catalogue().statistics()[0].name}/",
        "/dashboard/?edit=1",
    ]


@pytest.mark.parametrize("width", [1366, 390])
def test_axe_finds_nothing_serious_and_nothing_is_wider_than_the_screen(
    browser: Browser, live_server: LiveServer, county: Government, width: int
) -> None:
    page, problems = logged_in(browser, live_server, "coordinator", width)
    found = []
    for address in addresses():
        page.goto(live_server.url + address)
        found += faults(page)
        assert fits(page), address
    assert found == []
    assert [one for one in problems if "400" not in one] == []


def test_the_keyboard_goes_from_point_to_point_and_opens_the_entries(
    browser: Browser, live_server: LiveServer, county: Government
) -> None:
    page, _ = logged_in(browser, live_server, "coordinator", 1366)
    page.goto(f"{live_server.url}/indicators/{share()}/?period={last_year()}")
    marks = page.locator("svg.chart.wide").first.locator(".mark")
    assert marks.count() > 6
    focused = "document.activeElement.getAttribute('aria-label')"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('svg.chart.wide .mark')"):
            break
    first = page.evaluate(focused)
    assert first == marks.nth(0).get_attribute("aria-label")
    callout = marks.nth(1).locator(".callout")
    assert callout.evaluate("one => getComputedStyle(one).visibility") == "hidden"
    page.keyboard.press("ArrowRight")
    second = page.evaluate(focused)
    assert second == marks.nth(1).get_attribute("aria-label") != first
    assert callout.evaluate("one => getComputedStyle(one).visibility") == "visible"
    page.keyboard.press("End")
    assert page.evaluate(focused) == marks.last.get_attribute("aria-label")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('#trend ~ svg .mark')")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('计入的记录')")
    counted = first.split("（")[1].split("/")[0]
    assert f"{counted} 条" in page.inner_text("h1")


def test_a_phone_gets_its_own_chart(
    browser: Browser, live_server: LiveServer, county: Government
) -> None:
    page, _ = logged_in(browser, live_server, "coordinator", 390)
    page.goto(f"{live_server.url}/indicators/{share()}/?period={last_year()}")
    assert page.locator("svg.chart.wide").first.is_hidden()
    narrow = page.locator("svg.chart.narrow")
    assert narrow.first.is_visible()
    for chart in narrow.all():
        size = chart.locator("text").first.evaluate("one => one.getBoundingClientRect().height")
        assert size > 11, "words of a chart are as large as those of the page"


def test_on_paper_the_charts_stand_with_their_tables_and_without_the_forms(
    browser: Browser, live_server: LiveServer, county: Government
) -> None:
    page, _ = logged_in(browser, live_server, "coordinator", 390)
    page.goto(f"{live_server.url}/indicators/{share()}/?period={last_year()}")
    page.emulate_media(media="print")
    assert page.locator("svg.chart.wide").first.is_visible()
    assert page.locator("svg.chart.narrow").first.is_hidden()
    assert page.locator("form.filters").is_hidden()
    assert page.locator("table.trend").is_visible()
    assert page.locator("table.ranking thead").is_visible()
    assert page.locator("p.printed").is_visible()
    dashes = page.locator("svg.chart.wide").first.locator("path[stroke-dasharray]")
    assert dashes.count() > 0, "last year is told from this one without colour"
    assert len(page.pdf()) > 10_000


def test_cards_are_changed_without_a_mouse(
    browser: Browser, live_server: LiveServer, county: Government
) -> None:
    page, problems = logged_in(browser, live_server, "coordinator", 1366)
    page.keyboard.press("g")
    page.keyboard.press("d")
    page.wait_for_selector("h1:text-is('看板')")
    page.goto(f"{live_server.url}/dashboard/?edit=1")
    before = page.locator(".board h2").all_inner_texts()
    page.locator("button[name=later]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("text=看板已保存")
    after = page.locator(".board h2").all_inner_texts()
    assert after[:2] == before[1::-1]
    assert problems == []
