"""The law map in a real browser: readable at both widths, whole on paper, and without complaints."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.test_accessibility import faults
from tests.browser.test_site import browser, fits, logged_in, people, pytestmark
from zhunsheng.web.organizations.models import Unit

__all__ = ["browser", "people", "pytestmark"]

LONGEST = "reconsideration.case"


def shown(page: Page) -> list[str]:
    """Get which pictures of a chart are seen."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('svg.flow')]"
        ".filter(one => one.getBoundingClientRect().width > 0).map(one => one.classList[1])"
    )
    return found


def text_that_leaves_its_box(page: Page) -> list[str]:
    """Get the texts of the charts that are, in the browser's own face, wider than their boxes."""
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll('svg.flow g')].flatMap(group => {
            const box = group.querySelector('rect').getBBox();
            return [...group.querySelectorAll('text')]
                .filter(one => one.getBBox().width && one.getBBox().x + one.getBBox().width > box.x + box.width)
                .map(one => one.textContent);
        })"""
    )
    return found


@pytest.mark.parametrize(("width", "kind"), [(1366, "wide"), (390, "narrow")])
def test_the_map_fits_the_screen(browser, live_server, people, width, kind):
    page, problems = logged_in(browser, live_server, "reporter", width)
    unit = Unit.objects.get()
    addresses = ["/law-map/", f"/law-map/units/{unit.pk}/", f"/law-map/{LONGEST}/"]
    for address in addresses:
        page.goto(live_server.url + address)
        assert fits(page), address
        assert faults(page) == []
    assert set(shown(page)) == {kind}
    assert text_that_leaves_its_box(page) == []
    assert problems == []


def test_a_chart_is_printed_on_a4_a_sheet_to_a_page(browser, live_server, people):
    page, _ = logged_in(browser, live_server, "reporter", 1366)
    page.goto(f"{live_server.url}/law-map/{LONGEST}/")
    sheets = page.locator("svg.flow.wide").count()
    printed = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(x)), round(float(y))) for x, y in sizes} == {(595, 842)}
    page.emulate_media(media="print")
    # 190 mm by what is left of a page below its margins.
    heights = page.evaluate(
        "[...document.querySelectorAll('svg.flow.wide')].map(one => one.getBoundingClientRect())"
        ".map(one => one.height / one.width)"
    )
    assert sheets > 1
    assert max(heights) * 190 <= 297 - 26
    assert len(sizes) > sheets
