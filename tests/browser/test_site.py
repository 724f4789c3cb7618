"""The main path of the site in a real browser: log in, register a request, take it to its reply."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_annotated_page import ARGUMENTS, CHROMIUM
from tests.browser.test_annotated_page import pytestmark as browser_marks
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User

PASSWORD = "正确的密码 2026"  # noqa: S105
pytestmark = [*browser_marks, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM is not None, "install chromium and fonts-noto-cjk"
    # The browser's driver runs an event loop; Django would refuse the database beside one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def people() -> None:
    county = Government.objects.create(code="990121", name="溪口县（虚构）", level="county")
    unit = Unit.objects.create(
        government=county, code="njd", name="溪口县农业农村和交通运输局综合行政执法大队"
    )
    for role in ("reporter", "approver"):
        user = User.objects.create_user(role, password=PASSWORD, full_name=f"某{role}")
        Assignment.objects.create(user=user, unit=unit, role=role)


def logged_in(
    browser: Browser, server: LiveServer, name: str, width: int
) -> tuple[Page, list[str]]:
    page = browser.new_context(viewport={"width": width, "height": 844}).new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(server.url)
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('今天要办什么')")
    page.wait_for_load_state()  # keys work once the page's script has run
    return page, problems


def fits(page: Page) -> bool:
    page.wait_for_load_state()  # a page that is only beginning has no width
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("width", [1366, 390])
def test_a_request_is_registered_and_answered(
    browser: Browser, live_server: LiveServer, people: None, width: int
) -> None:
    clerk, problems = logged_in(browser, live_server, "reporter", width)
    clerk.goto(f"{live_server.url}/registers/openness.request/new/")
    assert fits(clerk)
    clerk.fill("#received", "20260227")
    clerk.select_option("#channel", label="互联网")
    clerk.fill("[id='applicant.name']", "某甲（虚构）")
    clerk.select_option("#applicant_kind", label="自然人")
    clerk.fill("#subject", "老旧小区改造方案")
    clerk.fill("#content", "请公开方案全文。")
    clerk.click("button.main")
    assert clerk.inner_text("h1") == "老旧小区改造方案"
    assert "2026-03-26" in clerk.inner_text("main")
    assert fits(clerk)
    address = clerk.url
    clerk.click("a:has-text('登记')")
    clerk.click("button:has-text('登记')")
    clerk.click("a:has-text('拟出答复')")
    clerk.select_option("#outcome", label="予以公开")
    clerk.fill("#basis", "政府信息公开条例")
    clerk.click("button:has-text('拟出答复')")
    assert "公开之前须作保密审查" in clerk.inner_text("[role=alert]")
    clerk.check("#secrecy_reviewed >> text=是")
    clerk.click("button:has-text('拟出答复')")
    assert clerk.inner_text("[aria-current=step] .name") == "待审批"
    head, _ = logged_in(browser, live_server, "approver", width)
    head.goto(address)
    head.click("a:has-text('审批并答复')")
    head.fill("#replied", "2026-03-20")
    head.click("button:has-text('审批并答复')")
    assert head.inner_text("[aria-current=step] .name") == "已答复"
    assert "按期办结" in head.inner_text("main")
    head.goto(f"{live_server.url}/registers/openness.request/")
    assert fits(head)
    assert [problem for problem in problems if "422" not in problem] == []


def test_the_keyboard_alone_reaches_the_content_and_the_form(
    browser: Browser, live_server: LiveServer, people: None
) -> None:
    page, _ = logged_in(browser, live_server, "reporter", 1366)
    page.goto(f"{live_server.url}/registers/openness.request/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.focus("a:has-text('新增')")
    page.keyboard.press("Enter")
    page.wait_for_selector("#received")
    assert page.inner_text("h1") == "新增依申请公开"
