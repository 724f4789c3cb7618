"""In a real browser: the second factor is set up and asked for; a unit is merged and keeps its past."""

from __future__ import annotations

import time

import pytest
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_site import PASSWORD, browser, fits, logged_in, pytestmark
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User

__all__ = ("browser", "pytestmark")


@pytest.fixture
def administrators() -> None:
    county = Government.objects.create(code="990121", name="溪口县（虚构）", level="county")
    units = [
        Unit.objects.create(government=county, code=code, name=name)
        for code, name in (
            ("njd", "溪口县农业农村和交通运输局综合行政执法大队"),
            ("sfj", "溪口县司法局"),
        )
    ]
    for role in ("system_administrator", "security_administrator"):
        user = User.objects.create_user(role, password=PASSWORD, full_name=f"某{role[:6]}")
        Assignment.objects.create(user=user, unit=units[1], role=role)


def code() -> str:
    TOTPDevice.objects.update(last_t=-1)
    device = TOTPDevice.objects.get()
    shown = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    shown.time = time.time()
    return f"{shown.token():06}"


def typed_in(page: Page, server: LiveServer, name: str) -> None:
    page.goto(f"{server.url}/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("width", [1366, 390])
def test_an_administrator_sets_up_the_second_factor_and_is_asked_for_it(
    browser: Browser,
    live_server: LiveServer,
    administrators: None,
    settings,
    width: int,
) -> None:
    settings.SECOND_FACTOR = "administrators"
    page = browser.new_context(viewport={"width": width, "height": 844}).new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    typed_in(page, live_server, "security_administrator")
    page.wait_for_selector("h1:has-text('绑定动态口令')")
    assert fits(page)
    # The policy of the page forbids what wait_for_function does while it waits.
    picture = page.locator(".scan")
    picture.evaluate("picture => picture.decode()")
    assert picture.evaluate("picture => picture.naturalWidth") > 100
    page.fill("#code", code())
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('请抄下恢复码')")
    assert page.locator(".codes li").count() == 10
    page.click("a:has-text('已抄好')")
    page.wait_for_url(f"{live_server.url}/")
    page.context.clear_cookies()
    typed_in(page, live_server, "security_administrator")
    page.wait_for_selector("h1:has-text('输入动态口令')")
    assert fits(page)
    page.fill("#code", code())
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}/")
    assert problems == []


@pytest.mark.parametrize("width", [1366, 390])
def test_a_unit_is_merged_and_keeps_its_past(
    browser: Browser, live_server: LiveServer, administrators: None, width: int
) -> None:
    page, problems = logged_in(browser, live_server, "system_administrator", width)
    page.goto(f"{live_server.url}/manage/")
    page.click("a:has-text('政府和单位')")
    page.click("a:has-text('综合行政执法大队')")
    assert fits(page)
    page.fill("#name", "溪口县综合行政执法大队")
    page.click("button:has-text('更名')")
    page.wait_for_selector("h1:has-text('溪口县综合行政执法大队')")
    assert "溪口县农业农村和交通运输局综合行政执法大队" in page.inner_text("main")
    page.select_option("#into", label="溪口县司法局")
    page.click("button:has-text('并入')")
    page.wait_for_selector("text=由溪口县司法局承继")
    assert fits(page)
    page.click("main p.notice a")
    assert "并入的单位" in page.inner_text("main")
    assert problems == []
