"""axe finds no serious fault on the main pages; the keyboard alone registers, steps and searches."""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

from importlib.resources import files

import pytest
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_annotated_page import pytestmark as browser_marks
from tests.browser.test_site import PASSWORD, browser, fits, logged_in, people  # noqa: F401
from zhunsheng.web import actors, clock
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

pytestmark = [*browser_marks, pytest.mark.django_db(transaction=True)]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
SERIOUS = {"serious", "critical"}
FURTHER = ("calendar", "search", "manage", "notifications", "account", "tokens", "absence")


def faults(page: Page) -> list[str]:
    """What axe holds against a page; it comes in through the debugger, which no policy stops."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url} {one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0]['failureSummary'][:200]}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
    ]


@pytest.fixture
def entry(people: None) -> Entry:
    """A request of the longest names, late, with one step still to take."""
    reporter = User.objects.get(username="reporter")
    unit = Unit.objects.get()
    for role in ("coordinator", "security_administrator"):
        user = User.objects.create_user(role, password=PASSWORD, full_name=f"某{role}")
        Assignment.objects.create(user=user, unit=unit, role=role)
    now = clock.now()
    values = {
        "received": "2026-02-27",
        "channel": "online",
        "applicant": {"kind": "person", "name": "某甲（虚构）"},
        "applicant_kind": "person",
        "subject": "溪口县农业农村和交通运输局综合行政执法大队" * 4,
        "content": "请公开。",
    }
    actor = actors.actor_of(reporter, now.date())
    return actions.create(actor, "openness.request", unit, values, now)


def addresses(entry: Entry) -> list[str]:
    main = [
        reverse("work"),
        reverse("registers"),
        reverse("list", args=[entry.register]),
        reverse("list", args=[entry.register]) + "?q=没有这样的名称",
        reverse("new", args=[entry.register]),
        reverse("record", args=[entry.pk]),
        reverse("step", args=[entry.pk, "register"]),
        reverse("import", args=[entry.register]),
        "/no/such/page/",
    ]
    for name in FURTHER:
        try:
            main.append(reverse(name))
        except NoReverseMatch:
            continue
    return main


@pytest.mark.parametrize("width", [1366, 390])
def test_axe_finds_nothing_serious_on_the_main_pages(
    browser: Browser, live_server: LiveServer, entry: Entry, width: int
) -> None:
    stranger = browser.new_context(viewport={"width": width, "height": 844}).new_page()
    stranger.goto(f"{live_server.url}/login/")
    found = faults(stranger)
    page, _ = logged_in(browser, live_server, "reporter", width)
    for address in addresses(entry):
        page.goto(live_server.url + address)
        found += faults(page)
        assert fits(page), address
    page.goto(live_server.url + reverse("new", args=[entry.register]))
    page.click("main button.main")
    page.wait_for_selector("[role=alert]")
    found += faults(page)
    page.click("details.who summary")
    found += faults(page)
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")
    found += faults(page)
    coordinator, _ = logged_in(browser, live_server, "coordinator", width)
    coordinator.goto(live_server.url + reverse("ledger"))
    found += faults(coordinator)
    assert found == []


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("given => document.activeElement.matches(given)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_the_keyboard_alone_registers_steps_and_finds(
    browser: Browser, live_server: LiveServer, entry: Entry
) -> None:
    page, _ = logged_in(browser, live_server, "reporter", 1366)
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_selector("h1:text-is('台账')")
    page.wait_for_load_state()
    page.keyboard.press("j")
    tab_to(page, "a[href='/registers/openness.request/']")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:text-is('依申请公开')")
    page.wait_for_load_state()
    page.keyboard.press("n")
    page.wait_for_selector("#received")
    tab_to(page, "#received")
    page.keyboard.type("20260227")
    tab_to(page, "#channel")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[id='applicant.name']")
    page.keyboard.type("某乙（虚构）")
    tab_to(page, "#applicant_kind")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#subject")
    page.keyboard.type("停车位规划图 n/j?")
    tab_to(page, "#content")
    page.keyboard.type("请公开。")
    tab_to(page, "main button.main")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('停车位规划图 n/j?')")
    tab_to(page, "a[href$='/steps/register/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/steps/register/")
    tab_to(page, "main button.main")
    page.keyboard.press("Enter")
    page.wait_for_selector("[aria-current=step]:has-text('检索审查')")
    page.goto(f"{live_server.url}{reverse('list', args=[entry.register])}")
    page.keyboard.press("/")
    page.keyboard.type("停车位")
    page.keyboard.press("Enter")
    page.wait_for_selector("main a:has-text('停车位规划图')")
    page.wait_for_load_state()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('停车位规划图')")


def test_keys_are_only_text_while_one_types_and_can_be_switched_off(
    browser: Browser, live_server: LiveServer, entry: Entry
) -> None:
    page, problems = logged_in(browser, live_server, "reporter", 1366)
    page.goto(f"{live_server.url}{reverse('list', args=[entry.register])}")
    page.keyboard.press("/")
    page.keyboard.type("?ngr")
    assert page.locator("dialog[open]").count() == 0
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.uncheck("dialog [data-keys]")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 0
    assert problems == []


def test_the_menu_opens_and_closes_by_key_and_keeps_the_place(
    browser: Browser, live_server: LiveServer, entry: Entry
) -> None:
    page, _ = logged_in(browser, live_server, "reporter", 390)
    tab_to(page, "details.who summary")
    page.keyboard.press("Enter")
    assert page.is_visible("text=退出")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.is_visible("text=退出")
    assert page.evaluate("document.activeElement.matches('details.who summary')")


def test_the_index_of_registers_narrows_while_one_types_and_keeps_what_was_used(
    browser: Browser, live_server: LiveServer, entry: Entry
) -> None:
    page, problems = logged_in(browser, live_server, "reporter", 1366)
    page.goto(f"{live_server.url}{reverse('list', args=['openness.message'])}")
    page.goto(f"{live_server.url}{reverse('registers')}")
    assert page.inner_text(".chips a") == "互动留言"
    page.fill("#narrow", "舆情")
    assert page.locator("main tbody tr:visible").count() == 1
    page.fill("#narrow", "没有这样的台账")
    assert page.is_visible("#none")
    page.fill("#narrow", "")
    page.click("button.star >> nth=0")
    assert page.get_attribute("button.star >> nth=0", "aria-pressed") == "true"
    assert problems == []


def test_what_is_printed_says_who_printed_it_and_leaves_the_frame_out(
    browser: Browser, live_server: LiveServer, entry: Entry
) -> None:
    page, _ = logged_in(browser, live_server, "reporter", 1366)
    page.goto(f"{live_server.url}{reverse('record', args=[entry.pk])}")
    page.emulate_media(media="print")
    assert page.is_visible("text=打印：某reporter")
    assert not page.is_visible("nav.side")
    assert not page.is_visible("main button")
