"""What an entry counts of those that refer to it is right before every action, and nobody types it."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import connection, transaction
from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests.web.casework import registers
from tests.web.conftest import AT
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.counting import Counted
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.batch import together
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.held import Held
from zhunsheng.web.registers.import_books import template
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.recounting import recount
from zhunsheng.web.registers.verifying import verify_all

INSPECTION, FINDING = "supervision.inspection", "supervision.finding"
TOPIC = {"topic": "法治政府建设督察", "kind": "law_based", "set_up": "2026-02-26"}
FOUND = {
    "matter": "执法案卷不齐全",
    "source": "law_inspection",
    "found": "2026-02-26",
    "described": "三件案卷缺少送达回证",
}
LATER = AT + timedelta(minutes=5)


@pytest.fixture
def inspector(world):
    return world.actor(world.person("督察员", world.bureau, "inspector"))


@pytest.fixture
def coordinator(world):
    return world.actor(world.person("统筹员", world.bureau, "coordinator"))


@pytest.fixture
def inspections(world, inspector):
    return [actions.create(inspector, INSPECTION, world.bureau, TOPIC, AT) for _ in range(2)]


@pytest.fixture
def find(world, inspector):
    def made(inspection: Entry, *, of: Any = None) -> Entry:
        raw = FOUND | {"inspection": inspection.number}
        return actions.create(inspector, FINDING, of or world.bureau, raw, AT)

    return made


def counted(entry: Entry) -> tuple[int | None, int | None]:
    """Get the findings of an inspection and those that are open, as they are stored."""
    entry.refresh_from_db()
    return entry.values.get("findings_made"), entry.values.get("findings_open")


def closed(actor: Any, finding: Entry) -> Entry:
    for step, values in (
        ("notify", {"notified": "2026-02-26", "until": "2026-03-30"}),
        ("rectify", {"measures": "已补齐", "rectified": "2026-02-26T09:00"}),
        ("close", {"checked": "2026-02-26", "check_result": "属实", "closed": "2026-02-26"}),
    ):
        finding = actions.take_step(actor, finding.pk, finding.version, step, values, LATER)
    return finding


def lines_of(entry: Entry) -> list[str]:
    lines = StoredLine.objects.filter(about=entry.about).order_by("number")
    return list(lines.values_list("did", flat=True))


def test_a_new_entry_counts_none(inspections):
    assert counted(inspections[0]) == (0, 0)


def test_what_refers_to_an_entry_is_counted_with_the_same_action(inspections, find):
    find(inspections[0])
    find(inspections[0])
    assert counted(inspections[0]) == (2, 2)
    assert counted(inspections[1]) == (0, 0)
    assert lines_of(inspections[0]) == ["entry.create", "entry.count", "entry.count"]
    assert verify_all().faults == ()


def test_a_step_that_closes_what_is_counted_moves_the_number(desk, world, inspections, find):
    finding = find(inspections[0])
    person = world.person("多面手", world.bureau, "inspector", "reporter", "coordinator")
    closed(world.actor(person), finding)
    assert counted(inspections[0]) == (1, 0)
    assert verify_all().faults == ()


def test_a_line_says_why_a_number_moved_and_that_the_site_did_it(inspections, find):
    finding = find(inspections[0])
    line = StoredLine.objects.get(about=inspections[0].about, did="entry.count")
    assert (line.who, line.says["because"]) == ("site/0", finding.about)
    assert line.says["changed"] == {"findings_made": 1, "findings_open": 1}


def test_whose_hand_an_entry_is_in_and_its_version_stay_when_a_number_moves(
    inspections, find, inspector
):
    before = inspections[0]
    find(before)
    after = Entry.unscoped.get(pk=before.pk)
    assert (after.version, after.changed_by_id) == (before.version, before.changed_by_id)
    # So a form that was open meanwhile can still be saved.
    saved = actions.change(inspector, before.pk, before.version, {"topic": "专项督察"}, LATER)
    assert counted(saved) == (1, 1)


def test_a_reference_that_is_put_right_moves_both_numbers(inspections, find, inspector):
    finding = find(inspections[0])
    raw = {"inspection": inspections[1].number}
    actions.change(inspector, finding.pk, finding.version, raw, LATER)
    assert (counted(inspections[0]), counted(inspections[1])) == ((0, 0), (1, 1))


def test_entries_of_units_that_somebody_does_not_see_count_too(world, inspections, find):
    find(inspections[0], of=world.office)
    assert counted(inspections[0]) == (1, 1)


def test_nobody_types_what_is_counted(world, inspections, inspector):
    one = inspections[0]
    with pytest.raises(InvalidError, match="由系统计算") as refused:
        actions.change(inspector, one.pk, one.version, {"findings_open": 5}, LATER)
    assert set(refused.value.problems) == {"findings_open"}
    with pytest.raises(InvalidError):
        actions.create(inspector, INSPECTION, world.bureau, TOPIC | {"findings_made": 3}, AT)


def test_no_template_and_no_step_asks_for_what_is_counted():
    register = catalogue().register(INSPECTION).register
    counting = {field.key for field in register.fields if field.counts}
    assert counting == {"findings_made", "findings_open"}
    assert not counting & {field.key for field in register.entry_fields}
    labels = {register.field(key).label for key in counting}
    book = CalamineWorkbook.from_filelike(BytesIO(template(register)))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    said = {cell for row in rows for cell in row}
    assert register.entry_fields[0].label in said
    assert not labels & said


def test_a_batch_leaves_the_numbers_that_single_actions_leave(world, inspections, find):
    with together():
        findings = [find(inspections[0]) for _ in range(3)]
    assert len(findings) == 3
    assert counted(inspections[0]) == (3, 3)
    assert lines_of(inspections[0]) == ["entry.create"] + ["entry.count"] * 3
    assert verify_all().faults == ()


def test_entries_that_are_made_at_once_are_counted_with_one_line(world, inspections, inspector):
    raw = FOUND | {"inspection": inspections[0].number}
    actions.create_many(inspector, FINDING, world.bureau, [raw] * 4, AT)
    assert counted(inspections[0]) == (4, 4)
    assert lines_of(inspections[0]) == ["entry.create", "entry.count"]


def test_within_a_batch_an_action_sees_what_was_counted_before_it(inspections, find, inspector):
    with together():
        find(inspections[0])
        changed = actions.change(inspector, inspections[0].pk, 1, {"topic": "别的"}, LATER)
        assert changed.values["findings_open"] == 1


def test_a_refused_action_leaves_no_number(world, inspections, inspector):
    raw = FOUND | {"inspection": inspections[0].number, "source": "audit"}
    with pytest.raises(InvalidError):
        actions.create(inspector, FINDING, world.bureau, raw, AT)
    assert counted(inspections[0]) == (0, 0)


def test_what_is_rolled_back_was_never_counted(inspections, find):
    with transaction.atomic():
        find(inspections[0])
        transaction.set_rollback(True)
    find(inspections[0])
    assert counted(inspections[0]) == (1, 1)


def test_numbers_typed_before_a_field_counted_are_put_right_with_a_line(inspections, find):
    find(inspections[0])
    typed = {**Entry.unscoped.get(pk=inspections[0].pk).values, "findings_open": 7}
    Entry.unscoped.filter(pk=inspections[0].pk).update(values=typed)
    assert recount(LATER) == 1
    assert counted(inspections[0]) == (1, 1)
    assert StoredLine.objects.order_by("number").last().says["because"] == INSPECTION
    assert recount(LATER) == 0
    assert verify_all().faults == ()


def test_a_number_that_nobody_put_right_yet_is_right_for_the_next_action(
    inspections, find, inspector
):
    find(inspections[0])
    known = Entry.unscoped.get(pk=inspections[0].pk)
    Entry.unscoped.filter(pk=known.pk).update(values={**known.values, "findings_open": 0})
    saved = actions.change(inspector, known.pk, known.version, {"topic": "专项督察"}, LATER)
    assert saved.values["findings_open"] == 1


def test_values_decide_where_a_condition_asks_them(inspections, find):
    finding = find(inspections[0])
    held = Held()
    asked = Counted(
        register=FINDING, by="inspection", when=lambda one: one["source"] == "law_inspection"
    )
    other = Counted(register=FINDING, by="inspection", when=lambda one: one["state"] == "closed")
    assert held._counting(asked, inspections[0].pk) == {finding.pk}
    assert held._counting(other, inspections[0].pk) == set()


@pytest.fixture
def orders_are_counted(monkeypatch, request):
    """Let inspections of the tests count the orders that name them, and compute from that number."""
    fields = (
        Field(
            key="orders",
            label="责令改正数",
            kind="integer",
            counts=Counted(register="casework.order", by="plan"),
        ),
        Field(
            key="busy", label="有责令改正", kind="boolean", computed=lambda one: one["orders"] > 0
        ),
    )
    own = registers.INSPECTION
    monkeypatch.setattr(registers, "INSPECTION", replace(own, fields=(*own.fields, *fields)))
    request.getfixturevalue("casework")


@pytest.mark.usefixtures("orders_are_counted")
def test_a_step_can_be_taken_back_though_a_number_moved_since(world, reporter, browse):
    actor = world.actor(reporter)
    visit = {"place": "某食品店", "planned": "2026-03-02", "responsible": "溪口县司法局"}
    one = actions.create(actor, "casework.inspection", world.bureau, visit, AT)
    taken = {"inspected": "2026-03-02"}
    one = actions.take_step(actor, one.pk, one.version, "inspect", taken, AT)
    order = {"matter": "限期改正", "made": "2026-03-02", "plan": one.number}
    actions.create(actor, "casework.order", world.bureau, order, LATER)
    page = browse(reporter).get(reverse("record", args=[one.pk])).content.decode()
    assert "撤回“完成检查”" in page
    one = actions.withdraw(actor, one.pk, one.version, LATER)
    one.refresh_from_db()
    assert (one.state, one.values["orders"], one.changed_by) == ("planned", 1, reporter)
    assert "inspected" not in one.values
    assert verify_all().faults == ()


@pytest.mark.usefixtures("orders_are_counted")
def test_what_is_computed_from_a_number_moves_with_it(world, reporter):
    actor = world.actor(reporter)
    visit = {"place": "某食品店", "planned": "2026-03-02", "responsible": "溪口县司法局"}
    one = actions.create(actor, "casework.inspection", world.bureau, visit, AT)
    assert one.values["busy"] is False
    order = {"matter": "限期改正", "made": "2026-03-02", "plan": one.number}
    actions.create(actor, "casework.order", world.bureau, order, LATER)
    one.refresh_from_db()
    assert (one.values["orders"], one.values["busy"]) == (1, True)


@pytest.mark.skipif("ZHUNSHENG_DATABASE" not in os.environ, reason="threads share a test's SQLite")
@pytest.mark.django_db(transaction=True)
def test_many_at_once_lose_no_number(world, inspections, find):
    start, failed = threading.Barrier(6), list[BaseException]()

    def enter() -> None:
        try:
            start.wait()
            for _ in range(3):
                find(inspections[0])
        except BaseException as error:  # noqa: BLE001  # told by the test
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=enter) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    assert counted(inspections[0]) == (18, 18)
    assert verify_all().faults == ()
