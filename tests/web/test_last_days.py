"""Entries hold the last day of each clock, whatever brings it about that a day moves."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from tests.web.conftest import AT, World
from tests.web.test_holidays import NOTICE
from tests.web.test_pages import created
from zhunsheng.web import clock
from zhunsheng.web.holidays import adopting
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers import actions, calendars, lateness
from zhunsheng.web.registers.calendars import look_again
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

REPLY = {"reply": "2026-03-26"}
MOVED = {"reply": "2026-03-28"}


@pytest.fixture(autouse=True)
def own_calendar(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    look_again()
    yield
    calendars._held.calendar = None
    look_again()


@pytest.fixture
def administrator(world: World):
    return world.actor(world.person("系统管理员", world.bureau, "system_administrator"))


def test_an_action_keeps_the_last_day_of_each_clock(world, reporter):
    entry = created(world, reporter)
    assert entry.last_days == REPLY
    changed = actions.change(
        world.actor(reporter), entry.pk, entry.version, {"received": "2026-02-26"}, AT
    )
    assert changed.last_days == {"reply": "2026-03-25"}


def test_a_notice_moves_the_last_days_of_closed_entries_too(world, reporter, administrator):
    still_open = created(world, reporter)
    closed = created(world, reporter)
    Entry.unscoped.filter(pk=closed.pk).update(done=True)
    before = created(world, reporter, received="2026-02-02")
    adopting.adopt(administrator, NOTICE.encode(), AT)
    days = dict(Entry.unscoped.values_list("pk", "last_days"))
    assert days[still_open.pk] == days[closed.pk] == MOVED
    assert days[before.pk] == before.last_days
    line = StoredLine.objects.get(did="entry.recompute")
    assert line.says == {"entries": [still_open.pk, closed.pk]}


def test_a_closed_entry_whose_notice_came_with_the_program_is_brought_up_to_date(world, reporter):
    entry = created(world, reporter)
    Entry.unscoped.update(
        done=True, changed_at=AT.replace(year=2025, month=12, day=20), last_days=MOVED
    )
    lateness.bring_up_to_date(AT)
    entry.refresh_from_db()
    assert entry.last_days == REPLY


def test_what_did_not_move_is_given_no_line(world, reporter):
    created(world, reporter)
    lines = StoredLine.objects.count()
    lateness.bring_up_to_date(AT + timedelta(days=1))
    assert StoredLine.objects.count() == lines


def test_entries_of_before_get_their_last_days_from_their_values(world, reporter):
    entry = created(world, reporter)
    Entry.unscoped.update(last_days={})
    assert "到期日与各栏不符" in verify_all().faults[0].says
    import_module("zhunsheng.web.registers.migrations.0005_last_days_of_clocks").fill(apps, None)
    entry.refresh_from_db()
    assert entry.last_days == REPLY
    assert verify_all().faults == ()
