"""A sheet of an office's own making is matched and brought in, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_site import browser, fits, logged_in, people, pytestmark
from tests.web.test_importing import workbook
from tests.web.test_own_sheets import OWN

__all__ = ["browser", "people", "pytestmark"]


@pytest.fixture
def file(tmp_path: Path, settings) -> Path:
    settings.HOME = tmp_path
    (tmp_path / "own.xlsx").write_bytes(workbook(*OWN))
    return tmp_path / "own.xlsx"


@pytest.mark.parametrize("width", [1366, 390])
def test_an_own_sheet_is_matched_and_brought_in(
    browser: Browser, live_server: LiveServer, people: None, file: Path, width: int
) -> None:
    clerk, problems = logged_in(browser, live_server, "reporter", width)
    clerk.goto(f"{live_server.url}/registers/openness.request/import/")
    clerk.set_input_files("#file", file)
    clerk.click("button:has-text('检查')")
    clerk.wait_for_selector("h1:has-text('对应各列')")
    assert fits(clerk)
    guessed = clerk.locator("select[aria-label='申请日期']").input_value()
    assert guessed == "received"
    for head, label in (("方式", "提交方式"), ("事项", "申请事项"), ("类别", "申请人类别")):
        chosen = clerk.get_by_label(head, exact=True)
        chosen.select_option(label=f"{label}（必填）")
    clerk.click("main button:has-text('检查')")
    clerk.wait_for_selector("h2:has-text('写法对应')")
    assert fits(clerk)
    clerk.get_by_label("网上", exact=True).select_option(label="互联网")
    clerk.click("main button:has-text('检查')")
    clerk.wait_for_selector("text=2条全部没有问题")
    assert fits(clerk)
    clerk.click("button:has-text('导入这2条')")
    clerk.wait_for_selector("text=已导入2条")
    assert clerk.locator("table.list tbody tr").count() == 2
    assert problems == []
