"""
The whole cycle in a real browser: a plan is read, a task is run, entries are kept, figures are computed, the
report is written, audited, made final and verified.
"""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_annotated_page import pytestmark as browser_marks
from tests.browser.test_plan_documents import LONGEST, _confirm, _government, _settle, _upload
from tests.browser.test_site import PASSWORD, browser, fits, logged_in  # noqa: F401
from tests.web.planning.papers import PLAN
from zhunsheng.web import clock
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.registers.models import Entry

pytestmark = [*browser_marks, pytest.mark.django_db(transaction=True)]
AT = ZoneInfo("Asia/Shanghai")
IN_THE_YEAR, AFTER_IT = datetime(2026, 3, 2, 10, tzinfo=AT), datetime(2027, 1, 20, 10, tzinfo=AT)
# Where to keep what was seen; nowhere unless it is asked for.
PICTURES = os.environ.get("ZHUNSHENG_PICTURES")
UNITS = [
    "溪口县司法局",
    LONGEST,
    "溪口县发展和改革局",
    "溪口县人民政府办公室",
    "柳塘镇人民政府",
]
_PATIENCE = 120_000


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> dict[str, datetime]:
    """The day it is on the site; a test may let months pass."""
    found = {"now": IN_THE_YEAR}
    monkeypatch.setattr(clock, "now", lambda: found["now"])
    return found


def _people() -> None:
    bureau = Unit.objects.get(name=UNITS[0])
    for role in ("reporter", "approver", "legal_reviewer"):
        user = User.objects.create_user(role, password=PASSWORD, full_name=f"某{role}")
        Assignment.objects.create(user=user, unit=bureau, role=role)


def _seen(page: Page, name: str) -> None:
    assert fits(page), page.url
    if PICTURES:
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=Path(PICTURES) / f"cycle-{name}-{width}.png", full_page=width > 1000)


def _as(browser: Browser, server: LiveServer, name: str, width: int = 1366) -> Page:
    page, _ = logged_in(browser, server, name, width)
    page.set_default_timeout(_PATIENCE)
    return page


def _step(page: Page, label: str, **filled: str) -> None:
    """Take a step from the page of a record."""
    page.click(f".part-steps a.button:has-text('{label}')")
    for key, value in filled.items():
        page.fill(f"#{key}", value)
    page.click(f"button.main:has-text('{label}')")
    page.wait_for_selector(".stages [aria-current=step]")


def _plan_read_and_task_run(browser: Browser, server: LiveServer) -> None:
    coordinator = _as(browser, server, "coordinator")
    _upload(coordinator, server, "计划.txt", PLAN.encode())
    _settle(coordinator)
    assert _confirm(coordinator).state == "in_force"
    duty = Entry.unscoped.filter(register="plan.duty", unit__name=UNITS[0]).order_by("pk").first()
    assert duty is not None
    clerk = _as(browser, server, "reporter")
    clerk.goto(f"{server.url}/entries/{duty.pk}/")
    _step(clerk, "签收", accepted="2026-03-02")
    duty.refresh_from_db()
    assert duty.state == "accepted"


def _entries_kept_and_figures_computed(browser: Browser, server: LiveServer) -> None:
    clerk = _as(browser, server, "reporter")
    for subject in ("老旧小区改造方案", "道路工程预算"):
        clerk.goto(f"{server.url}/registers/openness.request/new/")
        clerk.fill("#received", "20260227")
        clerk.select_option("#channel", label="互联网")
        clerk.fill("[id='applicant.name']", "某甲（虚构）")
        clerk.select_option("#applicant_kind", label="自然人")
        clerk.fill("#subject", subject)
        clerk.fill("#content", "请公开全文。")
        clerk.click("button.main")
        clerk.wait_for_selector(f"h1:has-text('{subject}')")
    clerk.goto(f"{server.url}/indicators/openness.request_new_all/?period=2026")
    assert "2" in clerk.inner_text("main")


def _report_written(browser: Browser, server: LiveServer) -> str:
    coordinator = _as(browser, server, "coordinator")
    coordinator.goto(f"{server.url}/reports/")
    coordinator.click("a:has-text('起草报告')")
    coordinator.fill("#year", "2026")
    coordinator.click("button:has-text('起草')")
    coordinator.wait_for_selector("text=已起草")
    address = coordinator.url.partition("#")[0]
    coordinator.click("a:has-text('加一段或者请单位写') >> nth=0")
    coordinator.select_option("#chapter", value="publicity")
    coordinator.select_option("#unit", label=UNITS[0])
    coordinator.fill("#request", "请写普法做法和信息公开申请数。")
    coordinator.click("button:has-text('请单位写')")
    coordinator.wait_for_selector("text=欠 1 段")
    clerk = _as(browser, server, "reporter")
    asked = Entry.unscoped.get(register="annual_report.paragraph", state="asked")
    clerk.goto(f"{server.url}/work/waiting/")
    assert f"/entries/{asked.pk}/" in clerk.content()
    clerk.goto(address)
    clerk.click(f"#p{asked.pk} a:has-text('写')")
    clerk.fill("#text", "开展以案释法，收到申请{openness.request_new_all，")
    clerk.click("button:has-text('保存')")
    assert "不成对" in clerk.inner_text("[role=alert]")
    clerk.fill("#text", "开展以案释法，全年新收申请{openness.request_new_all}。")
    clerk.click("button:has-text('看看怎么印')")
    assert "全年新收申请2件" in clerk.inner_text(".says")
    _seen(clerk, "write")
    clerk.click("button:has-text('保存')")
    clerk.wait_for_selector("text=已保存")
    coordinator.goto(address)
    _seen(coordinator, "draft")
    coordinator.click("button:has-text('采用全部待定')")
    coordinator.wait_for_selector("text=已采用")
    while coordinator.locator("#shortcomings ~ .scroll .problem").count():
        coordinator.click("#shortcomings ~ .scroll tr:has(.problem) a:has-text('填写') >> nth=0")
        coordinator.fill("#arrangement", "列入下一年计划，由责任单位限期整改。")
        coordinator.click("button.main")
        coordinator.goto(address)
    return address


def _report_audited_and_final(browser: Browser, server: LiveServer, address: str) -> None:
    coordinator = _as(browser, server, "coordinator")
    coordinator.goto(f"{address}audit/")
    coordinator.click("button:has-text('审核并登记结果')")
    coordinator.wait_for_selector("text=已审核")
    _seen(coordinator, "audit")
    while (
        open_errors := coordinator.locator("article.doubt:has(.state.overdue):has(form)")
    ).count():
        first = open_errors.first
        first.locator("summary").click()
        first.locator("textarea").fill("已对照台账核对，属实。")
        first.locator("button:has-text('保存说明')").click()
        coordinator.wait_for_selector("text=已保存说明")
    record = f"{server.url}/entries/{address.rstrip('/').rpartition('/')[2]}/"
    coordinator.goto(record)
    _step(coordinator, "送单位确认")
    _step(coordinator, "单位确认完毕", confirmed="2027-01-20")
    reviewer = _as(browser, server, "legal_reviewer")
    reviewer.goto(record)
    _step(reviewer, "审核通过", reviewed="2027-01-20")
    coordinator.goto(f"{address}final/")
    _seen(coordinator, "gates")
    coordinator.click("button.main:has-text('定稿')")
    coordinator.wait_for_selector("text=已定稿")
    _seen(coordinator, "files")


def _verified(browser: Browser, server: LiveServer, address: str, folder: Path) -> str:
    coordinator = _as(browser, server, "coordinator")
    coordinator.goto(f"{address}read/")
    coordinator.click("a.figure >> nth=0")
    assert "#fact-f" in coordinator.url
    _seen(coordinator, "read")
    coordinator.goto(f"{address}final/")
    with coordinator.expect_download() as download:
        coordinator.click("a[href$='report.zip']")
    download.value.save_as(folder / "report.zip")
    with zipfile.ZipFile(folder / "report.zip") as archive:
        archive.extractall(folder)
    papers = ["figures.json", "report.docx", "report.html", "report.pdf", "proof.jsonl"]
    command = [sys.executable, "-I", "report_verifier.pyz", *papers]
    outcome = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return outcome.stdout.decode()


def test_from_the_plan_to_the_verified_report(
    browser: Browser, live_server: LiveServer, today: dict[str, datetime], tmp_path: Path
) -> None:
    groups = {"各乡镇（街道）": ["柳塘镇人民政府"], "县级各部门": UNITS[:4]}
    _government("云溪市", "溪口县", UNITS, groups)
    _people()
    _plan_read_and_task_run(browser, live_server)
    _entries_kept_and_figures_computed(browser, live_server)
    today["now"] = AFTER_IT
    address = _report_written(browser, live_server)
    _report_audited_and_final(browser, live_server, address)
    said = _verified(browser, live_server, address, tmp_path)
    assert said.startswith("核对通过"), said
    phone = _as(browser, live_server, "coordinator", 390)
    for page in ("", "read/", "audit/", "versions/", "final/"):
        phone.goto(address + page)
        _seen(phone, page.rstrip("/") or "report")
