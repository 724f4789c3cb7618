"""The demonstration: a year for every register, through the actions, something for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.db.models import Q
from django.test import override_settings

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import actors, policy
from zhunsheng.web.demo import PASSWORD, build
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import User
from zhunsheng.web.organizations.roles import ADMINISTRATORS, ROLES
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all
from zhunsheng.web.work.views import SOON

# Figures of earlier reports are read from documents, and what an audit finds depends on the report.
NOT_INVENTED = frozenset({"annual_report.past_figure", "annual_report.doubt"})
NOW = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def year(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """One year for all tests that only look at it; nothing of it is kept."""
    home = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), override_settings(HOME=home), transaction.atomic():
        build(NOW, entries=8)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def built(year: None, db: None) -> None:
    """The year, seen from within a test."""


def seen(username: str):
    actor = actors.actor_of(User.objects.get(username=username), NOW.date())
    return actor, policy.entries_for(actor)


def test_every_register_has_a_year_of_entries_and_all_of_it_verifies(built):
    for named in catalogue().registers():
        held = Entry.unscoped.filter(register=named.name)
        # A county has one plan and one report a year; what a report consists of, it proposes itself.
        once = named.name == "plan.plan" or named.name.startswith("annual_report.")
        if named.name not in NOT_INVENTED:
            assert held.count() >= (1 if once else 8), named.name
        assert held.filter(happened__gt=NOW.date()).count() == 0
    assert verify_all().faults == ()


def test_things_happen_in_the_order_of_time_and_on_working_days(built):
    moments = [
        datetime.fromisoformat(at)
        for at in StoredLine.objects.order_by("number").values_list("at", flat=True)
    ]
    assert moments == sorted(moments)
    assert moments[-1] <= NOW
    assert all(calendar_of().is_working(at.date()) for at in moments)


def test_every_role_has_a_login_and_those_who_handle_entries_see_some(built):
    for role in ROLES:
        assert User.objects.get(username=role).check_password(PASSWORD)
        if role not in ADMINISTRATORS:
            assert seen(role)[1].exists(), role


def test_something_is_late_something_is_due_and_something_waits(built):
    _, entries = seen("reporter")
    still_open = entries.filter(done=False)
    assert still_open.filter(due__lt=NOW.date()).exists()
    assert still_open.filter(due__gte=NOW.date(), due__lte=NOW.date() + SOON).exists()
    assert still_open.exclude(state="").exists()
    _, entries = seen("approver")
    assert entries.filter(register="openness.request", state="drafted").exists()


def test_most_of_what_is_done_was_done_in_time(built):
    due = Entry.unscoped.filter(Q(late=True) | Q(due__isnull=False) | Q(done=True))
    assert due.filter(late=True).count() < due.count() / 4


def test_the_plan_of_the_county_was_worked_on_through_its_year(built):
    duties = Entry.unscoped.filter(register="plan.duty")
    assert duties.count() / 4 < duties.filter(state="completed").count() < duties.count()
    assert not Entry.unscoped.filter(register="plan.task").exclude(unit__code="sfj").exists()


def test_it_is_plainly_fictional(built):
    assert all(
        "（虚构）" in name for name in Entry.unscoped.values_list("government__name", flat=True)
    )


def test_the_county_has_a_final_report_and_one_being_written(built):
    reports = Entry.unscoped.filter(register="annual_report.report").order_by("pk")
    states = sorted(reports.values_list("state", "government__name"))
    assert states == [("drafting", "溪口县（虚构）"), ("final", "溪口县（虚构）")]
    final = reports.get(state="final")
    assert final.values["as_of"] == "2026-03-01"
    assert final.values["figures_digest"]
    accepted = Entry.unscoped.filter(
        register="annual_report.paragraph", links__target=final.pk, state="accepted"
    )
    assert accepted.count() > 10
