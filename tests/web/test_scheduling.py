"""Jobs run when they are due, by one process, and a failing one keeps no other from running."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from tests.web.conftest import AT, REQUEST, World
from tests.web.test_pages import text
from zhunsheng.web import clock
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.notifications.models import Notification
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.lateness import bring_up_to_date
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all
from zhunsheng.web.scheduling import leases, running, thread
from zhunsheng.web.scheduling.models import JobRun, Lease
from zhunsheng.web.scheduling.registry import Daily, Every, Job, jobs

ALWAYS = lambda _: True  # noqa: E731


@pytest.fixture(autouse=True)
def at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


def using(monkeypatch, *these: Job) -> None:
    monkeypatch.setattr(running, "jobs", lambda: these)


def test_a_daily_job_is_due_once_after_its_hour():
    daily = Daily(at=time(8, 0))
    eight = AT.replace(hour=8, minute=0)
    assert not daily.is_due(eight - timedelta(hours=20), eight - timedelta(minutes=1), ALWAYS)
    assert daily.is_due(eight - timedelta(hours=20), eight, ALWAYS)
    assert not daily.is_due(eight, eight + timedelta(hours=23), ALWAYS)
    assert daily.is_due(eight - timedelta(days=9), eight - timedelta(hours=3), ALWAYS)
    assert daily.is_due(None, eight, ALWAYS)


def test_a_job_of_working_days_rests_when_the_offices_do():
    digest = Daily(at=time(8, 0), working_days=True)
    assert not digest.is_due(AT - timedelta(days=3), AT, lambda _: False)


def test_a_weekly_job_is_due_on_its_weekday_and_made_up_for_after_it():
    weekly = Daily(at=time(3, 0), weekday=6)
    sunday = datetime(2026, 3, 1, 3, 0, tzinfo=AT.tzinfo)
    assert weekly.is_due(sunday - timedelta(days=7), sunday, ALWAYS)
    assert not weekly.is_due(sunday, sunday + timedelta(days=6, hours=23), ALWAYS)
    assert weekly.is_due(sunday - timedelta(days=7), sunday + timedelta(days=2), ALWAYS)


@given(st.integers(0, 6), st.integers(0, 23), st.integers(0, 20_000))
def test_a_job_that_just_ran_is_never_due_at_once(weekday, hour, minutes):
    now = AT + timedelta(minutes=minutes)
    assert not Daily(at=time(hour), weekday=weekday).is_due(now, now, ALWAYS)
    assert not Daily(at=time(hour)).is_due(now, now, ALWAYS)
    assert not Every(minutes=1).is_due(now, now, ALWAYS)


def test_a_failing_job_is_written_down_and_the_next_one_runs(db, monkeypatch):
    def fail(_: datetime) -> str:
        raise ZeroDivisionError("oops")

    using(
        monkeypatch,
        Job(key="bad", label="坏", when=Every(minutes=5), run=fail),
        Job(key="good", label="好", when=Every(minutes=5), run=lambda _: "办好了"),
    )
    bad, good = running.run_due(AT)
    assert (bad.succeeded, bad.says) == (False, "ZeroDivisionError: oops")
    assert (good.succeeded, good.says) == (True, "办好了")
    assert running.run_due(AT + timedelta(minutes=4)) == []
    assert len(running.run_due(AT + timedelta(minutes=5))) == 2


def test_while_one_process_runs_the_jobs_another_runs_none(db, monkeypatch):
    using(monkeypatch, Job(key="one", label="一", when=Every(minutes=1), run=lambda _: ""))
    assert leases.take(running.LEASE, "another", AT)
    assert running.run_due(AT) == []
    assert len(running.run_due(AT + leases.LASTS + timedelta(seconds=1))) == 1


def test_a_lease_is_renewed_by_its_holder_and_free_when_given_back(db):
    assert leases.take("x", "me", AT)
    assert leases.take("x", "me", AT + timedelta(minutes=1))
    assert not leases.take("x", "you", AT + timedelta(minutes=2))
    leases.give_back("x", "you")
    assert not leases.take("x", "you", AT + timedelta(minutes=2))
    leases.give_back("x", "me")
    assert leases.take("x", "you", AT + timedelta(minutes=2))


@pytest.mark.skipif("ZHUNSHENG_DATABASE" not in os.environ, reason="threads share a test's SQLite")
@pytest.mark.django_db(transaction=True)
def test_of_many_who_take_a_lease_at_once_one_gets_it():
    start, got = threading.Barrier(8), []

    def take(who: str) -> None:
        try:
            start.wait()
            got.append(leases.take("race", who, AT))
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=(f"p{number}",)) for number in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(got) == [False] * 7 + [True]
    assert Lease.objects.count() == 1


def test_the_thread_outlives_whatever_happens(monkeypatch, caplog):
    def fail(_: datetime) -> None:
        raise RuntimeError("no database")

    monkeypatch.setattr(thread, "run_due", fail)
    monkeypatch.setattr(thread.connection, "close", lambda: None)
    thread.look_once()
    assert "could not look" in caplog.text


def test_the_scheduler_can_be_switched_off(monkeypatch):
    monkeypatch.setenv("ZHUNSHENG_SCHEDULER", "off")
    thread.start()
    assert not thread._started.is_set()


def test_each_serving_process_brings_one_scheduler(monkeypatch):
    from zhunsheng.web import serving  # noqa: PLC0415

    begun = []
    monkeypatch.delenv("ZHUNSHENG_SCHEDULER", raising=False)
    monkeypatch.setattr(thread, "_started", threading.Event())
    monkeypatch.setattr(thread, "_loop", lambda: begun.append(1))
    serving.post_worker_init(None)
    serving.post_worker_init(None)
    assert begun == [1]


def test_every_app_brings_its_own_jobs():
    assert {"lateness", "reminders", "digest", "mails", "verification", "upkeep"} <= {
        job.key for job in jobs()
    }


def test_an_entry_that_becomes_late_gets_a_line_and_the_chain_holds(world: World, reporter):
    entry = actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
    assert not entry.late
    lines = StoredLine.objects.count()
    assert bring_up_to_date(AT + timedelta(days=10)).late == 0
    assert StoredLine.objects.count() == lines
    moved = bring_up_to_date(AT + timedelta(days=60))
    assert (moved.late, moved.looked_at) == (1, 1)
    line = StoredLine.objects.order_by("-number").first()
    assert (line.did, line.about, line.who) == ("entry.late", entry.about, "site/0")
    assert verify_all().faults == ()
    assert bring_up_to_date(AT + timedelta(days=61)).late == 0
    entry.refresh_from_db()
    assert (entry.late, entry.version) == (True, 1)
    Entry.unscoped.filter(pk=entry.pk).update(late=False)
    assert "被绕过系统改动过" in verify_all().faults[0].says


def test_lateness_stands_in_the_history_of_the_record(world: World, reporter, browse):
    entry = actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
    bring_up_to_date(AT + timedelta(days=60))
    assert "系统 超过期限" in text(browse(reporter).get(f"/entries/{entry.pk}/"))


def test_a_ledger_that_does_not_hold_is_told_to_the_audit_administrator(world, reporter):
    auditor = world.person("审计管理员", world.bureau, "audit_administrator")
    actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
    verification = next(job for job in jobs() if job.key == "verification")
    assert "核对通过" in running.run(verification, AT).says
    Entry.unscoped.update(title="改过")
    assert "核对不通过" in running.run(verification, AT).says
    told = Notification.objects.get(recipient=auditor)
    assert (told.kind, told.address) == ("site", "/ledger/")


def test_the_system_administrator_sees_the_runs_and_others_do_not(world, reporter, browse):
    JobRun.objects.create(job="lateness", started=AT, ended=AT, succeeded=False, says="磁盘满了")
    administrator = world.person("系统管理员", world.bureau, "system_administrator")
    page = text(browse(administrator).get("/administration/jobs/"))
    assert "更新到期日和逾期状态2026-03-02 10:00出错磁盘满了" in page
    assert browse(reporter).get("/administration/jobs/").status_code == 403


def test_the_command_runs_what_is_due_once(tmp_path):
    environment = os.environ | {"ZHUNSHENG_HOME": str(tmp_path)}
    environment.pop("ZHUNSHENG_DATABASE", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    django = [sys.executable, "-m", "django", "migrate", "-v0", "--settings=zhunsheng.web.settings"]
    subprocess.run(django, env=environment, check=True)
    tick = [sys.executable, "-m", "zhunsheng.cli", "site", "tick"]
    first = subprocess.run(tick, env=environment, check=True, capture_output=True, text=True)
    assert "更新到期日和逾期状态" in first.stdout
    second = subprocess.run(tick, env=environment, check=True, capture_output=True, text=True)
    assert "没有到时间的任务" in second.stdout
