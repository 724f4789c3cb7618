"""The annotated page in a real browser, at the width of an office screen and of a phone."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from zhunsheng.cli.examining import Examined, examine
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
    assert isinstance(plan, Examined)
    examined = examine(EXAMPLES / "report.html", plan.reading)
    assert isinstance(examined, Examined)
    path = tmp_path_factory.mktemp("pages") / "report.html"
    path.write_bytes(page(examined))
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
    opened.click("#findings .jump >> nth=0")
    flashed = opened.locator("mark.flash")
    assert "".join(flashed.all_text_contents()) == opened.inner_text("#findings .jump >> nth=0")
    box = flashed.first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= opened.viewport_size["height"]  # type: ignore[index]


def test_a_kind_can_be_hidden_with_the_keyboard(opened: Page) -> None:
    button = opened.locator(".legend button", has_text="数字")
    ground = "getComputedStyle(document.querySelector('article mark.number:not(.finding)')).backgroundColor"
    assert opened.evaluate(ground) != "rgba(0, 0, 0, 0)"
    button.focus()
    opened.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "false"
    assert opened.evaluate(ground) == "rgba(0, 0, 0, 0)"
    opened.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert opened.evaluate(ground) != "rgba(0, 0, 0, 0)"


def test_a_place_in_the_text_leads_back_to_its_finding(opened: Page) -> None:
    opened.click("article .ref >> nth=0")
    number = opened.get_attribute("article .ref >> nth=0", "data-number")
    box = opened.locator(f"#f{number}").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= opened.viewport_size["height"]  # type: ignore[index]


def test_every_link_leads_somewhere(opened: Page) -> None:
    assert (
        opened.evaluate(
            """() => [...document.querySelectorAll("a")].map((a) => a.hash.slice(1))
              .filter((name) => !document.getElementById(name))"""
        )
        == []
    )


def test_every_table_row_keeps_its_words_in_sight(opened: Page) -> None:
    """No cell reaches over the edge of the screen, with the list of figures unfolded."""
    opened.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert (
        opened.evaluate(
            """() => [...document.querySelectorAll("section td")]
              .filter((cell) => !cell.closest(".scroll") && cell.getBoundingClientRect().right > innerWidth + 1)
              .map((cell) => cell.textContent)"""
        )
        == []
    )


def test_without_its_script_the_page_still_explains_itself(browser: Browser, report: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(report)
    assert tab.locator(".legend li").count() == 4
    assert tab.locator(".legend button").count() == 0
    tab.click("#findings .jump >> nth=0")
    assert "#p1-0" in tab.url
    context.close()


def test_findings_are_printed_before_the_text(browser: Browser, report: str) -> None:
    tab = browser.new_page(viewport={"width": 680, "height": 900})
    tab.goto(report)
    tab.emulate_media(media="print")
    findings, text = (tab.locator(name).bounding_box() for name in ("#findings", "#text"))
    assert findings is not None
    assert text is not None
    assert findings["y"] + findings["height"] <= text["y"]
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.close()


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
