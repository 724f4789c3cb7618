"""A report is drafted: what has something to say is in it, what went wrong is a shortcoming, and nothing twice."""

from __future__ import annotations

import pytest

from tests.web.planning.plans import at
from tests.web.reporting.conftest import DAY, YEAR, Desk, of_kind
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import keys, starting
from zhunsheng.web.reporting.composing import composed_report, composing_of

pytestmark = pytest.mark.django_db


def test_a_report_begins_with_every_statement_that_has_something_to_say(desk: Desk):
    desk.asked_for(3)
    held = desk.held(desk.started())
    statements = of_kind(held, "statement")
    assert statements
    names = {str(one.values["statement"]) for one in statements}
    assert names <= {one.name for one in catalogue().statements()}
    assert any("{openness." in str(one.values["text"]) for one in statements)
    assert {one.state for one in statements} == {keys.WRITTEN}
    made = composing_of(held)
    for one in statements:
        said = made.said(one)
        assert said.written is not None
        assert not said.written.missing
        assert not said.written.nothing


def test_what_has_no_figures_is_not_proposed_and_the_reason_is_given(desk: Desk):
    held = desk.held(desk.started())
    assert of_kind(held, "statement") == []
    left = starting.more_for(desk.coordinator(), held).left
    chapters = set(held.genre.genre.keys)
    fitting = [one for one in catalogue().statements() if one.statement.chapter in chapters]
    assert len(left) == len(fitting)
    assert all(one.why for one in left)


def test_what_is_overdue_becomes_a_shortcoming_with_its_figure(desk: Desk):
    desk.asked_for(2)
    held = desk.held(desk.started())
    (paragraph,) = [
        one for one in of_kind(held, "shortcoming") if "requests_overdue" in str(one.values["text"])
    ]
    said = composing_of(held).said(paragraph)
    assert said.written is not None
    assert "逾期未答复的申请2件" in said.written.text
    evidence = [str(one.values.get("evidence")) for one in held.shortcomings]
    assert any("逾期未答复的申请" in one for one in evidence)


def test_tasks_of_the_plan_that_are_not_done_become_arrangements(desk: Desk):
    plan = desk.plan()
    desk.duty(desk.task(plan, "一/1", "开展领导干部学法"), desk.world.office)
    held = desk.held(desk.started())
    (arrangement,) = of_kind(held, "arrangement")
    assert "开展领导干部学法" in str(arrangement.values["text"])


def test_a_government_has_one_report_for_a_year(desk: Desk):
    report = desk.started()
    lines = StoredLine.objects.count()
    with pytest.raises(InvalidError, match=report.number):
        desk.started(day="2027-01-21")
    assert StoredLine.objects.count() == lines
    assert desk.started(year=YEAR - 1).values["year"] == YEAR - 1


def test_a_year_to_come_has_no_report(desk: Desk):
    with pytest.raises(InvalidError, match="2027"):
        desk.started(year=2028)


def test_only_the_coordinator_drafts(desk: Desk):
    reporter = desk.actor("reporter", day=DAY)
    with pytest.raises(ForbiddenError):
        starting.start(reporter, desk.world.bureau, YEAR, at(DAY))
    assert not Entry.unscoped.filter(register=keys.REPORT).exists()


def test_statements_that_have_got_figures_since_are_added_later(desk: Desk):
    report = desk.started()
    assert of_kind(desk.held(report), "statement") == []
    desk.asked_for(2, "2026-06-01")
    actor, held = desk.coordinator(), desk.held(report)
    more = starting.more_for(actor, held)
    chosen = [starting.key_of(one) for one in more.paragraphs]
    assert starting.supplement(actor, held, chosen, at(DAY)) == len(chosen) > 0
    again = starting.more_for(actor, desk.held(report))
    assert again.paragraphs == ()


def test_the_report_reads_with_the_figures_of_the_moment(desk: Desk):
    desk.asked_for(3)
    report = desk.started()
    desk.paragraph(report, "收到申请{openness.request_new_all}。")
    desk.accepted(report)
    assert "收到申请3件" in composed_report(desk.held(report)).text
    desk.asked_for(1, "2026-12-30")
    assert "收到申请4件" in composed_report(desk.held(report)).text
