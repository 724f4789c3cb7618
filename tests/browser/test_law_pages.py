"""The derivation of a last day in a real browser, at the width of an office screen and of a phone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.test_annotated_page import ARGUMENTS, CHROMIUM, pytestmark  # noqa: F401
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.deadlines import due
from zhunsheng.engine.law.explanation import explain
from zhunsheng.rendering.deadline_page import deadline_page
from zhunsheng.rendering.year_picture import year_picture


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM is not None, "install chromium and fonts-noto-cjk"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.mark.parametrize("width", [1366, 390])
def test_the_derivation_fits_the_screen_and_shows_every_day(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    calendar = Calendar()
    deadline = due(catalogue().clock("openness.reply").clock, date(2025, 9, 25), calendar)
    file = tmp_path / "due.html"
    file.write_text(deadline_page(explain(deadline, calendar)), "utf-8")
    page = browser.new_page(viewport={"width": width, "height": 768})
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(file.as_uri())
    assert page.inner_text("h1") == "依申请公开答复期限"
    assert page.locator("tbody tr").count() == 35
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert problems == []
    page.close()


def test_the_picture_of_a_year_is_drawn_within_its_frame(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "year.html"
    file.write_text("<!DOCTYPE html><meta charset=utf-8>" + year_picture(2026, Calendar()), "utf-8")
    page = browser.new_page(viewport={"width": 960, "height": 860})
    page.goto(file.as_uri())
    outside = page.evaluate(
        "() => [...document.querySelectorAll('svg text')].filter(text => {"
        " const box = text.getBoundingClientRect(), frame = text.ownerSVGElement.getBoundingClientRect();"
        " return box.right > frame.right || box.bottom > frame.bottom; }).length"
    )
    assert outside == 0
    page.close()
