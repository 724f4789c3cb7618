"""Waits for the demonstration, logs in as its reporter, and looks at the first page."""

from __future__ import annotations

import os
import re
import sys
import time
from http.cookiejar import CookieJar
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

PATIENCE = 300
USERNAME, PASSWORD = "reporter", "yunxi-2026-demo"


def fetch(browser: OpenerDirector, address: str, form: dict[str, str] | None = None) -> str:
    """Get a page, sending a form if there is one."""
    sent = urlencode(form).encode() if form else None
    with browser.open(address, sent, timeout=30) as answer:
        return answer.read().decode()


def wait(browser: OpenerDirector, address: str, demo: int) -> str:
    """Get the login page once the site answers; give up when the demonstration is gone."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        try:
            return fetch(browser, address)
        except (URLError, ConnectionError):
            time.sleep(0.5)
        try:
            os.kill(demo, 0)
        except ProcessLookupError:
            break
    sys.exit(f"No answer at {address} after {time.monotonic() - began:.0f} seconds.")


def main() -> None:
    """Look at the site as its reporter sees it first."""
    port, demo = sys.argv[1], int(sys.argv[2])
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    login = f"http://127.0.0.1:{port}/login/"
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', wait(browser, login, demo))
    form = {"csrfmiddlewaretoken": token[1] if token else "", "next": "/"}
    page = fetch(browser, login, form | {"username": USERNAME, "password": PASSWORD})
    for wanted in ("演示，内容全部虚构", "逾期", 'href="/entries/'):
        if wanted not in page:
            sys.exit(f"The first page of the reporter lacks {wanted}:\n{page}")
    reports = fetch(browser, f"http://127.0.0.1:{port}/reports/")
    if "已定稿" not in reports:
        sys.exit(f"The demonstration lacks its final report:\n{reports}")


main()
