"""The first page: counted right however many entries there are, and by role."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.web.conftest import AT, REQUEST, World
from tests.web.test_pages import created, text
from zhunsheng.web import policy
from zhunsheng.web.organizations.models import Assignment
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.work import waiting
from zhunsheng.web.work.waiting import waiting_for


def many(world: World, reporter, count: int, **columns: object) -> None:
    """Make many entries past the actions: only their columns matter here."""
    first = Entry.unscoped.count()
    Entry.unscoped.bulk_create(
        Entry(
            **{
                "register": "openness.request",
                "government": world.county,
                "unit": world.bureau,
                "number": f"2025-{first + number:06}",
                "title": f"事项{first + number}",
                "state": "reviewing",
                "due": date(2026, 3, 20),
                "values": {},
                "entered_by": reporter,
                "changed_by": reporter,
                "entered_at": AT,
                "changed_at": AT,
            }
            | columns
        )
        for number in range(count)
    )


def drafted(world: World, user) -> Entry:
    """An entry that waits for its approval, prepared by somebody."""
    actor = world.actor(user)
    entry = actions.create(actor, "openness.request", world.bureau, REQUEST, AT)
    entry = actions.take_step(actor, entry.pk, entry.version, "register", {}, AT)
    filled = {"outcome": "granted", "basis": "条例", "secrecy_reviewed": "是"}
    return actions.take_step(actor, entry.pk, entry.version, "draft_reply", filled, AT)


def test_everything_that_waits_is_counted_beyond_the_first_hundreds(world, reporter):
    many(world, reporter, 1500, state="received")
    many(world, reporter, 40, state="closed", done=True)
    many(world, reporter, 30, state="received", unit=world.office)
    found = waiting_for(world.actor(reporter), 5)
    assert (found.count, found.at_least, len(found.entries)) == (1500, False, 5)


def test_what_a_step_after_a_gate_waits_for_is_looked_into_and_told_as_at_least(
    world, reporter, monkeypatch
):
    monkeypatch.setattr(waiting, "MOST_LOOKED_INTO", 10)
    many(world, reporter, 5, state="received")
    many(world, reporter, 11, state="reviewing")
    found = waiting_for(world.actor(reporter), 50)
    assert (found.count, found.at_least) == (15, True)
    Entry.unscoped.filter(state="reviewing").first().delete()
    found = waiting_for(world.actor(reporter), 50)
    assert (found.count, found.at_least) == (15, False)


def test_what_somebody_prepared_does_not_wait_for_their_own_approval(world, reporter, approver):
    both = world.person("兼任", world.bureau, "reporter", "approver")
    entry = drafted(world, both)
    assert entry.pk not in {one.pk for one in waiting_for(world.actor(both), 9).entries}
    assert entry.pk in {one.pk for one in waiting_for(world.actor(approver), 9).entries}


def test_what_waits_is_what_the_policy_and_the_gates_allow(world, reporter, approver):
    """The quick answer of the database is the slow one that asks every entry."""
    both = world.person("兼任", world.bureau, "reporter", "approver")
    for user in (reporter, both):
        drafted(world, user)
        actions.create(world.actor(user), "openness.request", world.bureau, REQUEST, AT)
    for user in (reporter, approver, both):
        actor = world.actor(user)
        slow = {
            entry.pk
            for entry in policy.entries_for(actor).filter(done=False)
            if waiting._is_open(entry, actor)
        }
        found = waiting_for(actor, 100)
        assert {entry.pk for entry in found.entries} == slow
        assert found.count == len(slow)


def test_those_who_oversee_see_which_units_are_late(world, reporter, browse):
    many(world, reporter, 7, due=date(2026, 2, 1))
    many(world, reporter, 2, unit=world.office, due=date(2026, 2, 1))
    many(world, reporter, 3, due=date(2026, 3, 5))
    many(world, reporter, 4, unit=world.other_bureau, government=world.other_county)
    leader = world.person("领导", world.bureau, "leader")
    client = browse(leader)
    page = text(client.get("/"))
    assert "哪些单位逾期了" in page
    assert "溪口县司法局 溪口县73" in page
    assert "石岭县" not in page
    listed = client.get(reverse("work_list", args=["overdue"]), {"unit": world.office.pk})
    assert "共 2 件" in text(listed)
    above = world.person(
        "市领导",
        world.bureau.__class__.objects.create(
            government=world.prefecture, code="fzb", name="云溪市司法局"
        ),
        "leader",
    )
    assert "石岭县司法局" not in text(browse(above).get("/"))
    many(world, reporter, 1, unit=world.other_bureau, government=world.other_county, due=AT.date())
    assert "石岭县司法局" in text(browse(above).get("/"))


def test_the_page_shows_what_i_did_last_and_the_registers_i_used(world, reporter, browse):
    created(world, reporter, subject="供水管网图")
    page = text(browse(reporter).get("/"))
    assert "最近用过的台账 依申请公开" in page
    assert "供水管网图新增 · 2026-03-02 10:00" in page


def test_administrators_handle_nothing_and_are_led_to_their_pages(world, reporter, browse):
    created(world, reporter)
    page = browse(world.person("系统管理员", world.bureau, "system_administrator")).get("/")
    assert "不办理台账里的事项" in text(page)
    assert reverse("jobs").encode() in page.content


@pytest.mark.parametrize("role", ["reporter", "approver", "leader", "coordinator", "inspector"])
@pytest.mark.parametrize("count", [3, 400])
def test_the_page_makes_no_more_queries_with_more_entries(
    world, reporter, browse, role, count, django_assert_max_num_queries
):
    many(world, reporter, count)
    many(world, reporter, count, due=date(2026, 1, 5), state="drafted")
    client = browse(world.person("某人", world.bureau, role))
    # One more for whoever takes steps behind gates: those entries are looked into, two hundred at most.
    with django_assert_max_num_queries(17):
        assert client.get("/").status_code == 200
    with django_assert_max_num_queries(12):
        assert client.get("/work/overdue/").status_code == 200


@pytest.mark.parametrize("address", ["/work/x/", "/work/overdue/?unit=9%27&page=z", "/work/soon/"])
def test_odd_addresses_are_no_fault(world, reporter, browse, address):
    assert browse(reporter).get(address).status_code in {200, 404}


def test_a_role_that_has_ended_waits_for_nothing(world, reporter):
    many(world, reporter, 3)
    user = world.person("离任", world.bureau)
    Assignment.objects.create(
        user=user, unit=world.bureau, role="reporter", until=AT.date() - timedelta(days=1)
    )
    assert waiting_for(world.actor(user), 5).count == 0
