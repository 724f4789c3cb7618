"""The annotated page in a real browser, at the width of an office screen and of a phone."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from zhunsheng.cli.batch import examine
from zhunsheng.cli.results import page

CHROMIUM = shutil.which("chromium")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
EXAMPLES = Path(__file__).parents[2] / "src" / "zhunsheng" / "examples"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and os.environ.get("CI") != "true", reason="Chromium is not installed"
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM is not None, "install chromium and fonts-noto-cjk"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    plan = examine(EXAMPLES / "plan.txt")
    path = tmp_path_factory.mktemp("pages") / "report.html"
    path.write_bytes(page(examine(EXAMPLES / "report.html", plan.reading)))
    return path.as_uri()


@pytest.fixture(params=[(1366, 768), (390, 844)], ids=["office screen", "phone"])
def opened(request: pytest.FixtureRequest, browser: Browser, report: str) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("request", lambda asked: complaints.append(asked.url) if asked.url != report else None)
    tab.goto(report)
    yield tab
    context.close()
    assert complaints == []


def test_nothing_is_wider_than_the_screen(opened: Page) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_finding_leads_to_its_place_in_the_text(opened: Page) -> None:
    opened.click("aside .jump >> nth=0")
    flashed = opened.locator("mark.flash")
    assert flashed.count() == 1
    assert flashed.is_visible()
    box = flashed.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= opened.viewport_size["height"]  # type: ignore[index]


def test_a_kind_can_be_hidden_with_the_keyboard(opened: Page) -> None:
    button = opened.locator(".legend button.figure")
    button.focus()
    opened.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "false"
    colour = "getComputedStyle(document.querySelector('mark.figure:not(.finding)')).backgroundColor"
    assert opened.evaluate(colour) == "rgba(0, 0, 0, 0)"


def test_text_stands_out_from_its_ground(opened: Page) -> None:
    """WCAG AA: 4.5 to 1 for every text on the page, its own background or an ancestor's behind it."""
    poor = opened.evaluate(
        """() => {
          const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
          const light = (c) => {
            const [r, g, b] = rgb(c).slice(0, 3).map((v) => v / 255)
              .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = (e) => {
            for (; e; e = e.parentElement) {
              const c = getComputedStyle(e).backgroundColor;
              if (rgb(c)[3] !== 0) return c;
            }
            return "rgb(255, 255, 255)";
          };
          return [...document.querySelectorAll("body *")]
            .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
            .filter((e) => !["SCRIPT", "STYLE"].includes(e.tagName))
            .map((e) => {
              const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
              return [(a + 0.05) / (b + 0.05), e.className + " " + e.textContent.slice(0, 20)];
            })
            .filter(([ratio]) => ratio < 4.5);
        }"""
    )
    assert poor == []
