"""
Takes the pictures of the documentation anew: `python -m tests.browser.pictures` from the root.

They show the demonstration, built for them in a folder of its own.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from tests.browser.test_annotated_page import ARGUMENTS, CHROMIUM

IMAGES = Path(__file__).parents[2] / "docs" / "images"
PASSWORD = "yunxi-2026-demo"  # noqa: S105
PATIENCE = 300


@contextmanager
def demonstration() -> Iterator[str]:
    """Get the address of a demonstration that runs as long as it is needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "zhunsheng.cli", "site", "demo", "--port", str(port)]
        environment = os.environ | {"ZHUNSHENG_HOME": home}
        served = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            wait(address)
            yield address
        finally:
            served.terminate()
            served.wait()


def wait(address: str) -> None:
    for _ in range(PATIENCE):
        try:
            urlopen(f"{address}/login/").close()  # noqa: S310  # our own address
        except URLError:
            time.sleep(1)
        else:
            return
    raise TimeoutError(address)


def take(page: Page, address: str) -> None:
    page.goto(f"{address}/login/")
    page.fill("#id_username", "reporter")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("details.who")
    page.screenshot(path=IMAGES / "site.png")
    page.goto(f"{address}/registers/openness.request/?only=open")
    page.click("main tbody tr a >> nth=0")
    page.wait_for_selector("main .columns")
    page.screenshot(path=IMAGES / "record.png")


def take_reports(page: Page, address: str) -> None:
    page.goto(f"{address}/login/")
    page.fill("#id_username", "coordinator")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("details.who")
    page.goto(f"{address}/reports/")
    page.click("tr:has-text('起草中') a")
    page.goto(f"{page.url}#c-measures")
    page.screenshot(path=IMAGES / "report-draft.png")
    page.goto(f"{address}/reports/")
    page.click("tr:has-text('已定稿') a")
    final = page.url
    for name, below in (("report-read", "read/"), ("report-files", "final/")):
        page.goto(final + below)
        page.screenshot(path=IMAGES / f"{name}.png")


def main() -> None:
    with demonstration() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        size = {"width": 1366, "height": 768}
        take(browser.new_page(viewport=size), address)
        take_reports(browser.new_context(viewport=size).new_page(), address)
        browser.close()


if __name__ == "__main__":
    main()
