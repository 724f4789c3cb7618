"""One's work, notifications and a fault in a real browser: they fit, and nothing typed is lost."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from playwright.sync_api import Browser
from psycopg import OperationalError as ServerGone
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_annotated_page import pytestmark as browser_marks
from tests.browser.test_site import browser, fits, logged_in, people  # noqa: F401  # fixtures
from tests.web.conftest import AT, REQUEST
from tests.web.test_holidays import NOTICE
from zhunsheng.web import actors
from zhunsheng.web.ledger import store
from zhunsheng.web.notifications.reminders import remind
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

pytestmark = [*browser_marks, pytest.mark.django_db(transaction=True)]
WIDTHS = [1366, 390]


@pytest.fixture
def entry(people: None) -> Entry:  # noqa: F811
    """A request whose last day was reminded of."""
    reporter, unit = User.objects.get(username="reporter"), Unit.objects.get()
    actor = actors.actor_of(reporter, AT.date())
    entry = actions.create(actor, "openness.request", unit, REQUEST, AT)
    remind(AT.replace(day=26))
    return entry


@pytest.mark.parametrize("width", WIDTHS)
def test_work_and_notifications_fit_and_lead_to_the_entry(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    entry: Entry,
    width: int,
) -> None:
    page, problems = logged_in(browser, live_server, "reporter", width)
    assert fits(page)
    page.click(".tally a:has-text('逾期')")
    assert page.inner_text("h1").startswith("逾期的事项")
    assert fits(page)
    page.goto(f"{live_server.url}/notifications/")
    assert fits(page)
    page.click("summary:has-text('提醒方式')")
    assert fits(page)
    page.click(f"button:has-text('{entry.title}')")
    assert page.inner_text("h1") == entry.title
    page.goto(f"{live_server.url}/notifications/?only=unread")
    assert "没有提醒" in page.inner_text("main")
    assert problems == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_notice_is_adopted_after_its_list_was_seen(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    entry: Entry,
    width: int,
) -> None:
    administrator = User.objects.create_user("administrator", password="正确的密码 2026")  # noqa: S106
    Assignment.objects.create(
        user=administrator, unit=Unit.objects.get(), role="system_administrator"
    )
    page, problems = logged_in(browser, live_server, "administrator", width)
    page.click("a:has-text('系统运行')")
    assert fits(page)
    page.click("a:has-text('放假通知和日历')")
    assert fits(page)
    notice = {"name": "n.toml", "mimeType": "text/plain", "buffer": NOTICE.encode()}
    page.set_input_files("#file", notice)
    page.click("button:has-text('看看会改变什么')")
    assert "改为放假" in page.inner_text("main")
    assert fits(page)
    page.click("button:has-text('采用这份通知')")
    assert "已采用" in page.inner_text("[role=status]")
    assert problems == []


@pytest.mark.parametrize("width", WIDTHS)
def test_what_was_typed_is_sent_again_after_a_fault(
    browser: Browser,  # noqa: F811
    live_server: LiveServer,
    people: None,  # noqa: F811
    width: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, _ = logged_in(browser, live_server, "reporter", width)
    page.goto(f"{live_server.url}/registers/openness.request/new/")
    page.fill("#received", "20260227")
    page.select_option("#channel", label="互联网")
    page.fill("[id='applicant.name']", "某甲（虚构）")
    page.select_option("#applicant_kind", label="自然人")
    page.fill("#subject", "老旧小区改造方案")
    page.fill("#content", "请公开\n方案全文。")

    def gone() -> None:
        raise OperationalError("gone") from ServerGone("gone")

    with monkeypatch.context() as patched:
        patched.setattr(store, "locked_head", gone)
        page.click("main button.main")
        assert "与数据库的连接断了" in page.inner_text("[role=alert]")
        assert fits(page)
    page.click("button:has-text('重新提交')")
    assert page.inner_text("h1") == "老旧小区改造方案"
    entry = Entry.unscoped.get()
    assert entry.private["content"].split() == ["请公开", "方案全文。"]
