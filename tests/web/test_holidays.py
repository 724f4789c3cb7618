"""A new holiday notice: first what it moves, then all of it at once, in every process."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import AT, World
from tests.web.test_pages import created, text
from zhunsheng.engine.law.errors import LawError
from zhunsheng.web.holidays import adopting
from zhunsheng.web.holidays.models import HolidayNotice
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import calendars
from zhunsheng.web.registers.calendars import calendar_of, look_again
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

# Made up: no such notice was issued. Monday 16 and Tuesday 17 March off, Saturday 28 March worked.
NOTICE = """title = "关于调整放假安排的通知（虚构）"
number = "虚构办〔2026〕1号"
issued = 2026-03-01
year = 2026
work = [2026-03-28]
[[off]]
festival = "演练"
first = 2026-03-16
last = 2026-03-17
"""


@pytest.fixture(autouse=True)
def own_calendar():
    look_again()
    yield
    calendars._held.calendar = None
    look_again()


@pytest.fixture
def administrator(world: World) -> User:
    return world.person("系统管理员", world.bureau, "system_administrator")


def test_the_days_and_entries_that_move_are_listed_and_nothing_is_kept(
    world, reporter, administrator, browse
):
    entry = created(world, reporter, subject="供水管网图")
    early = created(world, reporter, received="2026-02-02")
    file = SimpleUploadedFile("2026.toml", NOTICE.encode())
    page = text(browse(administrator).post("/administration/calendar/", {"file": file}))
    assert "2026-03-16 改为放假 演练" in page
    assert "2026-03-28 改为上班" in page
    assert "共 1 件" in page
    assert f"{entry.number}依申请公开溪口县司法局2026-03-262026-03-28" in page
    assert early.number not in page
    assert "供水管网图" not in page  # an administrator does not read what entries are about
    assert not HolidayNotice.objects.exists()


def test_adopting_moves_the_entries_and_writes_a_line(world, reporter, administrator, browse):
    entry = created(world, reporter)
    client = browse(administrator)
    shown = client.post("/administration/calendar/", {"content": NOTICE.replace("\n", "\r\n")})
    assert shown.context["content"] == NOTICE
    done = client.post("/administration/calendar/", {"content": NOTICE, "keep": "1"}, follow=True)
    assert "1件在办事项的到期日有变" in text(done)
    assert "虚构办〔2026〕1号" in text(done)
    entry.refresh_from_db()
    assert entry.due == date(2026, 3, 28)
    line = StoredLine.objects.get(did="calendar.adopt")
    assert (line.about, line.who) == ("calendar/虚构办〔2026〕1号", f"user/{administrator.pk}")
    assert verify_all().faults == ()
    assert created(world, reporter).due == date(2026, 3, 28)


def test_an_entry_that_a_notice_frees_from_lateness_gets_a_line(world, reporter, administrator):
    entry = created(world, reporter, received="2026-01-28")
    late = NOTICE.replace("2026-03-16", "2026-02-09").replace("2026-03-17", "2026-02-12")
    Entry.unscoped.update(due=date(2026, 3, 1), late=True)
    adopting.adopt(world.actor(administrator), late.encode(), AT)
    entry.refresh_from_db()
    assert not entry.late
    assert StoredLine.objects.get(did="entry.late").about == entry.about


def test_provisional_days_become_certain(world, reporter, administrator):
    created(world, reporter)
    for_next_year = NOTICE.replace("2026", "2027").replace("work = [2027-03-28]", "work = []")
    change = adopting.preview(for_next_year.encode(), AT)
    assert change.count == 0
    at = AT.replace(month=12, day=20)
    Entry.unscoped.update(
        due=date(2027, 1, 20), values=Entry.unscoped.get().values | {"received": "2026-12-18"}
    )
    moved = adopting.preview(for_next_year.encode(), at).listed
    assert [(one.was_provisional, one.is_provisional) for one in moved] == [(True, False)]


def test_the_same_notice_is_not_adopted_twice(world, administrator):
    adopting.adopt(world.actor(administrator), NOTICE.encode(), AT)
    with pytest.raises(LawError, match="已经在日历里"):
        adopting.adopt(world.actor(administrator), NOTICE.encode(), AT)
    assert HolidayNotice.objects.count() == 1


def test_a_regions_notice_is_refused(world, administrator):
    with pytest.raises(LawError, match="按全国的日历"):
        adopting.preview(f'region = "某自治区"\n{NOTICE}'.encode(), AT)


def test_only_the_system_administrator_adopts(world, reporter, browse):
    with pytest.raises(ForbiddenError):
        adopting.adopt(world.actor(reporter), NOTICE.encode(), AT)
    assert browse(reporter).get("/administration/calendar/").status_code == 403


def test_what_another_process_adopted_counts_from_the_next_request(world, administrator, browse):
    assert calendar_of().is_working(date(2026, 3, 16))
    HolidayNotice.objects.create(
        number="虚构办〔2026〕1号",
        title="虚构",
        year=2026,
        issued=date(2026, 3, 1),
        content=NOTICE,
        adopted_by=administrator,
        adopted_at=AT,
    )
    assert calendar_of().is_working(date(2026, 3, 16))  # the request that goes on keeps its days
    look_again()
    assert not calendar_of().is_working(date(2026, 3, 16))


def test_the_calendar_is_looked_up_once_in_a_request(db, django_assert_num_queries):
    look_again()
    calendar_of()
    look_again()
    with django_assert_num_queries(1):
        calendar_of()
        calendar_of()


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_whatever_is_uploaded_is_refused_in_words(world, administrator, browse, content):
    file = SimpleUploadedFile("x.toml", content or b" ")
    response = browse(administrator).post("/administration/calendar/", {"file": file})
    assert response.status_code == 422
    assert not HolidayNotice.objects.exists()
