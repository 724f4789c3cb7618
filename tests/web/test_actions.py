"""The one door: what is kept, what is refused, and what the ledger says of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.engine.ledger.verifier import verify
from zhunsheng.web.ledger.exporting import export_texts
from zhunsheng.web.ledger.models import Head, StoredLine, StoredOpening
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import (
    ChangedMeanwhileError,
    ClosedError,
    ForbiddenError,
    InvalidError,
    NotThereError,
)
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

DRAFT = {"outcome": "granted", "basis": "政府信息公开条例", "secrecy_reviewed": "是"}


def created(world: World, user: User, **values: object) -> Entry:
    raw = REQUEST | values
    return actions.create(world.actor(user), "openness.request", world.bureau, raw, AT)


def stepped(world: World, user: User, entry: Entry, step: str, **values: object) -> Entry:
    entry.refresh_from_db()
    return actions.take_step(world.actor(user), entry.pk, entry.version, step, values, AT)


def test_a_new_entry_has_a_number_a_state_and_its_last_day(world, reporter):
    entry = created(world, reporter)
    assert (entry.number, entry.state, entry.title) == ("2026-00001", "received", "某街道改造方案")
    assert entry.due == date(2026, 3, 26)
    assert created(world, reporter).number == "2026-00002"


def test_personal_values_are_kept_apart_and_enter_the_ledger_as_commitments_only(world, reporter):
    entry = created(world, reporter)
    assert set(entry.private) == {"applicant", "contact", "content"}
    assert "applicant" not in entry.values
    line = StoredLine.objects.get(about=entry.about)
    assert set(line.personal) == {"applicant", "contact", "content"}
    assert "某甲" not in str(line.says)
    assert "某甲" not in "".join(export_texts(AT))


def test_every_action_leaves_one_line(world, reporter):
    entry = created(world, reporter)
    stepped(world, reporter, entry, "register")
    lines = list(StoredLine.objects.filter(about=entry.about))
    assert [line.did for line in lines] == ["entry.create", "entry.step"]
    assert lines[1].says["to"] == "reviewing"
    assert Head.objects.get().size == 2


def test_wrong_values_leave_nothing(world, reporter):
    with pytest.raises(InvalidError) as refused:
        created(world, reporter, received="soon", channel="")
    assert set(refused.value.problems) == {"received", "channel"}
    assert not Entry.unscoped.exists()
    assert not StoredLine.objects.exists()


def test_dates_against_the_law_are_refused(world, reporter):
    raw = {
        "name": "某规划",
        "topic": "other",
        "responsible": "某局",
        "made": "2026-02-27",
        "secrecy_reviewed": "是",
        "published": "2026-02-01",
    }
    with pytest.raises(InvalidError, match="早于起算时间"):
        actions.create(world.actor(reporter), "openness.proactive_item", world.bureau, raw, AT)


def test_nobody_gets_round_a_gate_by_entering_or_changing_what_a_step_fills(world, reporter):
    with pytest.raises(InvalidError, match="只能在办理环节中填写"):
        created(world, reporter, replied="2026-03-02")
    entry = stepped(world, reporter, created(world, reporter), "register")
    entry = stepped(world, reporter, entry, "draft_reply", **DRAFT)
    with pytest.raises(InvalidError, match="答复类别只能在办理环节中填写"):
        actions.change(world.actor(reporter), entry.pk, entry.version, {"outcome": "partly"}, AT)


def test_only_a_reporter_of_the_unit_may_enter(world, approver):
    with pytest.raises(ForbiddenError):
        created(world, approver)
    elsewhere = world.person("他局", world.office, "reporter")
    with pytest.raises(ForbiddenError):
        created(world, elsewhere)


def test_an_unchanged_entry_is_not_written_again(world, reporter):
    entry = created(world, reporter)
    actions.change(world.actor(reporter), entry.pk, 1, {"subject": entry.title}, AT)
    assert StoredLine.objects.count() == 1


def test_of_two_who_change_the_same_entry_the_second_is_told_what_changed(world, reporter):
    entry = created(world, reporter)
    actor = world.actor(reporter)
    actions.change(actor, entry.pk, 1, {"subject": "改了的事项"}, AT)
    with pytest.raises(ChangedMeanwhileError) as refused:
        actions.change(actor, entry.pk, 1, {"subject": "另一种改法"}, AT)
    assert "申请事项：另一种改法 → 改了的事项" in refused.value.message.zh
    entry.refresh_from_db()
    assert entry.title == "改了的事项"


def test_of_two_who_take_the_same_step_one_wins_and_the_other_is_told(world, reporter):
    entry = created(world, reporter)
    actor = world.actor(reporter)
    actions.take_step(actor, entry.pk, 1, "register", {}, AT)
    with pytest.raises(NotThereError, match="可能已由他人办理"):
        actions.take_step(actor, entry.pk, 1, "register", {}, AT)


def test_a_step_against_the_law_is_refused_with_its_article_and_changes_nothing(world, reporter):
    entry = stepped(world, reporter, created(world, reporter), "register")
    with pytest.raises(ClosedError) as refused:
        stepped(world, reporter, entry, "draft_reply", **DRAFT | {"secrecy_reviewed": "否"})
    assert "第十七条" in refused.value.message.zh
    entry.refresh_from_db()
    assert (entry.state, StoredLine.objects.count()) == ("reviewing", 2)


def test_who_entered_may_not_approve(world, reporter, approver):
    both = world.person("一肩挑", world.bureau, "reporter", "approver")
    entry = stepped(world, both, created(world, both), "register")
    entry = stepped(world, both, entry, "draft_reply", **DRAFT)
    with pytest.raises(ForbiddenError, match="填报的人不能审批"):
        stepped(world, both, entry, "reply", replied="2026-03-02")
    assert stepped(world, approver, entry, "reply", replied="2026-03-02").state == "replied"


def test_a_late_reply_is_late_for_good(world, reporter, approver):
    entry = stepped(world, reporter, created(world, reporter), "register")
    entry = stepped(world, reporter, entry, "draft_reply", **DRAFT)
    later = AT + timedelta(days=60)
    entry.refresh_from_db()
    actor = world.actor(approver)
    entry = actions.take_step(
        actor, entry.pk, entry.version, "reply", {"replied": "2026-04-20"}, later
    )
    assert entry.late
    entry = actions.take_step(world.actor(reporter), entry.pk, entry.version, "close", {}, later)
    assert (entry.late, entry.done, entry.due) == (True, True, None)


def test_a_closed_entry_is_not_changed_any_more(world, reporter, approver):
    entry = stepped(world, reporter, created(world, reporter), "register")
    entry = stepped(world, reporter, entry, "draft_reply", **DRAFT)
    entry = stepped(world, approver, entry, "reply", replied="2026-03-02")
    entry = stepped(world, reporter, entry, "close")
    with pytest.raises(ForbiddenError):
        actions.change(world.actor(reporter), entry.pk, entry.version, {"subject": "改"}, AT)


def test_what_one_may_not_see_is_not_there(world, reporter):
    entry = created(world, reporter)
    stranger = world.person("外县", world.other_bureau, "reporter", "approver")
    with pytest.raises(NotThereError):
        actions.change(world.actor(stranger), entry.pk, 1, {"subject": "改"}, AT)


def test_erasing_personal_data_leaves_the_ledger_whole(world, reporter, approver):
    entry = created(world, reporter)
    with pytest.raises(InvalidError):
        actions.erase(world.actor(approver), entry.pk, " ", AT)
    with pytest.raises(ForbiddenError):
        actions.erase(world.actor(reporter), entry.pk, "本人要求", AT)
    actions.erase(world.actor(approver), entry.pk, "本人要求", AT)
    entry.refresh_from_db()
    assert entry.private == {}
    assert not StoredOpening.objects.exists()
    assert verify_all().faults == ()
    assert verify(export_texts(AT)).erased == 3


def test_a_reason_no_database_could_keep_is_refused(world, reporter, approver):
    entry = created(world, reporter)
    with pytest.raises(InvalidError, match="控制字符"):
        actions.erase(world.actor(approver), entry.pk, "本人要求\x00", AT)
    entry.refresh_from_db()
    assert entry.private


def test_a_ledger_nobody_touched_verifies_and_its_export_too(world, reporter):
    stepped(world, reporter, created(world, reporter), "register")
    found = verify_all()
    assert (found.lines, found.faults) == (2, ())
    report = verify(export_texts(AT))
    assert (report.lines, report.checkpoints) == (2, 1)


@pytest.mark.parametrize(
    ("tamper", "complaint"),
    [
        (lambda e: Entry.unscoped.filter(pk=e.pk).update(state="closed"), "与账目1不符"),
        (
            lambda e: Entry.unscoped.filter(pk=e.pk).update(values={"subject": "别的"}),
            "与账目1不符",
        ),
        (lambda e: Entry.unscoped.filter(pk=e.pk).update(private={}), "个人信息与账目不符"),
        (lambda e: Entry.unscoped.filter(pk=e.pk).delete(), "不见了"),
        (lambda _: StoredLine.objects.filter(number=0).update(who="user/0"), "账目0的内容被改动过"),
        (lambda _: StoredLine.objects.filter(number=0).delete(), "被删去或者换位"),
        (lambda _: StoredLine.objects.filter(number=1).delete(), "末尾应有2行"),
        (lambda _: StoredOpening.objects.filter(name="contact").update(value="别的"), "被改动过"),
    ],
)
def test_a_row_changed_aside_is_found_and_named(world, reporter, tamper, complaint):
    entry = stepped(world, reporter, created(world, reporter), "register")
    tamper(entry)
    said = "；".join(fault.says for fault in verify_all().faults)
    assert complaint in said


def test_an_entry_written_past_the_door_is_found(world, reporter):
    entry = created(world, reporter)
    entry.pk, entry.number = None, "2026-00099"
    entry.save()
    (fault,) = verify_all().faults
    assert "没有账目" in fault.says


def test_after_number_99999_comes_100000(world, reporter):
    entry = created(world, reporter)
    Entry.unscoped.filter(pk=entry.pk).update(number="2026-99999")
    assert created(world, reporter).number == "2026-100000"
    assert created(world, reporter).number == "2026-100001"
