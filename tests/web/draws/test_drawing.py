"""Drawing through the actions: what is committed to, drawn, entered, called off, and written down."""

from __future__ import annotations

import json

import pytest

from tests.web.conftest import AT
from tests.web.draws.conftest import OFFICER, OWN, SECRET
from zhunsheng.engine.draws import verifier
from zhunsheng.engine.draws.making import CannotDrawError
from zhunsheng.web.draws import actions as drawing
from zhunsheng.web.draws.models import Draw
from zhunsheng.web.draws.verifying import changed_aside
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import InvalidError, NotThereError
from zhunsheng.web.registers.models import Entry


def lines(draw: Draw) -> list[StoredLine]:
    return list(StoredLine.objects.filter(about=draw.about).order_by("number"))


def test_a_draw_is_committed_to_before_the_last_number_is_known(bureau):
    draw = bureau.commit()
    (line,) = lines(draw)
    assert line.did == "draw.commit"
    assert (
        line.says["commitment"]
        == draw.commitment
        == verifier.commitment(draw.terms, SECRET, {"first": "04172026"})
    )
    assert line.says["sizes"] == {"subjects": 30, "officers": 4, "barred": 0, "left_out": 0}
    written = json.dumps([line.says, draw.record(), draw.seal()])
    assert SECRET.hex() not in written
    assert "04172026" not in written


def test_what_is_drawn_follows_and_anyone_can_repeat_it(bureau):
    draw = bureau.carry_out(bureau.commit())
    assert [(one["stratum"], one["reserve"]) for one in draw.result] == [
        *[("low", False), ("medium", False), ("medium", False)],
        *[("high", False)] * 3,
        *[("low", True), ("medium", True), ("high", True)],
    ]
    proof = [
        json.dumps(
            {
                "line": {
                    "number": line.number,
                    "did": line.did,
                    "about": line.about,
                    "says": line.says,
                }
            }
        )
        for line in lines(draw)
    ]
    record = json.loads(json.dumps(draw.record()))
    assert any("都与文件相符" in one for one in verifier.verify(record, proof))
    assert list(changed_aside()) == []


def test_a_public_number_may_decide_alone(bureau):
    draw = bureau.commit(drawing.Wishes(public="某彩票2026年3月3日第2026056期开奖号码"))
    assert draw.numbers == {}
    assert draw.terms["sources"][0]["label"] == "某彩票2026年3月3日第2026056期开奖号码"
    done = bureau.carry_out(draw, "07 11 12 20 26 33+08")
    assert done.numbers == {"public": "07111220263308"}


def test_visits_are_entered_with_the_officers_who_were_drawn(bureau):
    draw = bureau.carry_out(bureau.commit())
    actor = bureau.world.actor(bureau.reporter)
    done = drawing.enter(actor, draw.pk, AT)
    visits = {one.number: one for one in Entry.unscoped.filter(register="inspection.visit")}
    chosen = [one for one in draw.result if not one["reserve"]]
    assert len(visits) == len(chosen) == 6
    for one in chosen:
        visit = visits[done.entries[one["subject"]]]
        assert visit.values["subject"] == f"inspection.subject/{one['subject']}"
        assert visit.values["plan"] == f"inspection.plan/{bureau.plan.number}"
        assert visit.values["kind"] == "random"
        assert [row["officer"] for row in visit.values["officers"]] == [
            f"enforcement.officer/{officer}" for officer in one["officers"]
        ]
    assert visit.entered_by == bureau.reporter
    approver = bureau.world.actor(bureau.approver)
    raw = {"approved": "2026-03-02"}
    approved = actions.take_step(approver, visit.pk, visit.version, "approve", raw, AT)
    assert approved.state == "approved"
    assert [line.did for line in lines(draw)] == ["draw.commit", "draw.carry_out", "draw.enter"]
    assert list(changed_aside()) == []
    with pytest.raises(NotThereError):
        drawing.enter(actor, draw.pk, AT)


def test_whoever_is_recused_is_not_sent_there(bureau):
    first, second, *_ = bureau.officers
    for firm in bureau.firms:
        bureau.recuse(first, firm)
    bureau.recuse(second, bureau.firms[0], ended="2026-03-02")
    draw = bureau.carry_out(bureau.commit())
    assert len(draw.terms["barred"]) == 30
    assert not any(first.number in one["officers"] for one in draw.result)


def test_a_recusal_counts_whoever_declared_it(bureau, world):
    bureau.recuse(bureau.officers[0], bureau.firms[0])
    Entry.unscoped.filter(register="inspection.recusal").update(unit=world.office)
    assert bureau.commit().terms["barred"] == [[bureau.officers[0].number, bureau.firms[0].number]]


def test_too_few_officers_are_said_before_anything_is_kept(bureau):
    for officer in bureau.officers[:3]:
        bureau.recuse(officer, bureau.firms[5])
    with pytest.raises(CannotDrawError, match="第05家示例店（虚构）1个对象不足2名检查人员"):
        bureau.commit()
    assert not Draw.objects.exists()


def test_who_is_out_is_on_record_with_the_reason(bureau):
    bureau.enter(
        "enforcement.officer",
        OFFICER
        | {
            "certificate": "99010009",
            "valid_until": "2026-03-01",
            "home": bureau.world.bureau.name,
        },
    )
    bureau.enter(
        "inspection.subject",
        {
            "name": "停业店（虚构）",
            "listed": "2026-01-05",
            "grade": "low",
            "cap": 2,
            "retired": "2026-02-01",
        },
    )
    absent = {bureau.officers[0].number: "休假"}
    draw = bureau.commit(drawing.Wishes(number="1234", absent=absent))
    assert {one["label"]: one["why"] for one in draw.terms["left_out"]} == {
        "停业店（虚构）": "已移出名录库",
        "99010000": "休假",
        "99010009": "没有有效的执法证",
    }


def test_a_firm_that_has_had_its_visits_is_out(bureau):
    bureau.carry_out(draw := bureau.commit())
    drawing.enter(bureau.world.actor(bureau.reporter), draw.pk, AT)
    drawn = {one["subject"] for one in Draw.objects.get().result if not one["reserve"]}
    Entry.unscoped.filter(number__in=drawn, register="inspection.subject").update(
        values={"name": "某店", "grade": "low", "cap": 1, "listed": "2026-01-05"}
    )
    bureau.plan = bureau.approved_plan(rate_low="10", rate_medium="20", rate_high="30")
    again = bureau.commit()
    assert {one["id"] for one in again.terms["left_out"]} == drawn


def test_the_yearly_cap_counts_other_plans_for_the_same_item(bureau):
    bureau.commit()
    other = bureau.approved_plan(rate_low="100", rate_medium="100", rate_high="100")
    values = other.values | {
        "item": bureau.plan.values["item"],
        "rate_low": "40",
        "rate_medium": "40",
        "rate_high": "40",
    }
    Entry.unscoped.filter(pk=other.pk).update(values=values)
    bureau.plan = other
    with pytest.raises(CannotDrawError, match=r"本次抽取12个，同一事项本年已抽取6个.*最多15个"):
        bureau.commit()


def test_a_plan_is_drawn_for_once_unless_the_draw_was_called_off(bureau):
    draw = bureau.commit()
    with pytest.raises(InvalidError, match="已经抽取过"):
        bureau.commit()
    drawing.cancel(bureau.world.actor(bureau.approver), draw.pk, "名录库漏了三家", AT)
    again = bureau.commit()
    assert (again.turn, again.terms["draw"][-2:]) == (2, "#2")
    assert Draw.objects.get(pk=draw.pk).reason == "名录库漏了三家"
    assert list(changed_aside()) == []


def test_a_plan_that_is_not_approved_is_not_drawn_for(bureau):
    Entry.unscoped.filter(pk=bureau.plan.pk).update(state="drafted")
    with pytest.raises(InvalidError, match="计划须处于“已批准”状态"):
        bureau.commit()


def test_a_plan_that_was_called_off_meanwhile_is_not_drawn_for(bureau):
    draw = bureau.commit()
    Entry.unscoped.filter(pk=bureau.plan.pk).update(state="cancelled")
    with pytest.raises(InvalidError, match="计划须处于“已批准”状态"):
        bureau.carry_out(draw)


def test_a_draw_is_carried_out_and_called_off_once(bureau):
    draw = bureau.carry_out(bureau.commit())
    with pytest.raises(NotThereError):
        bureau.carry_out(draw)
    with pytest.raises(NotThereError):
        drawing.cancel(bureau.world.actor(bureau.approver), draw.pk, "不满意", AT)


@pytest.mark.parametrize("number", ["", "123", "一二三四", "12a4", "1" * 65])
def test_a_number_that_is_none_is_refused(bureau, number):
    with pytest.raises(InvalidError, match="4至64位数字"):
        bureau.commit(drawing.Wishes(number=number))
    draw = bureau.commit()
    with pytest.raises(InvalidError, match="4至64位数字"):
        bureau.carry_out(draw, number)
    assert Draw.objects.get().state == Draw.State.COMMITTED


@pytest.mark.parametrize(
    "changed", [{"secret": SECRET[::-1].hex()}, {"numbers": {"first": "9999"}}]
)
def test_a_row_changed_before_the_draw_stops_it(bureau, changed):
    draw = bureau.commit()
    Draw.objects.update(**changed)
    with pytest.raises(drawing.BrokenDrawError, match="与确定时写入账本的不一致"):
        bureau.carry_out(draw)
    assert [fault.place for fault in changed_aside()] == [draw.about]


@pytest.mark.parametrize(
    "changed",
    [{"result": []}, {"state": "committed"}, {"terms": {}}, {"taken": 1}, {"entries": {"a": "b"}}],
)
def test_a_row_changed_after_the_draw_is_found(bureau, changed):
    draw = bureau.carry_out(bureau.commit())
    Draw.objects.update(**changed)
    assert [fault.place for fault in changed_aside()] == [draw.about]


def test_a_draw_that_was_taken_away_or_slipped_in_is_found(bureau):
    draw = bureau.commit()
    row = Draw.objects.get()
    row.pk, row.turn, row.state = None, 9, Draw.State.CANCELLED
    row.save()
    assert [(fault.place, "没有账目" in fault.says) for fault in changed_aside()] == [
        (row.about, True)
    ]
    row.delete()
    draw.delete()
    assert ["不见了" in fault.says for fault in changed_aside()] == [True]


def test_reserves_are_called_in_the_order_drawn(bureau):
    draw = bureau.carry_out(bureau.commit())
    actor = bureau.world.actor(bureau.reporter)
    drawing.enter(actor, draw.pk, AT)
    out = next(one for one in draw.result if one["stratum"] == "high")
    reserve = next(one for one in draw.result if one["stratum"] == "high" and one["reserve"])
    done = drawing.replace(actor, draw.pk, out["subject"], "已经停业", AT)
    assert done.replaced == [{"out": out["subject"], "by": reserve["subject"], "why": "已经停业"}]
    visit = Entry.unscoped.get(register="inspection.visit", number=done.entries[reserve["subject"]])
    assert [row["officer"].rpartition("/")[2] for row in visit.values["officers"]] == reserve[
        "officers"
    ]
    with pytest.raises(InvalidError, match="抽中、还没有被替换"):
        drawing.replace(actor, draw.pk, out["subject"], "又一次", AT)
    with pytest.raises(InvalidError, match="候补已经用完"):
        drawing.replace(actor, draw.pk, reserve["subject"], "也停业了", AT)
    assert list(changed_aside()) == []


def test_pools_are_read_in_a_bounded_number_of_queries(bureau, django_assert_max_num_queries):
    for firm in bureau.firms:
        bureau.recuse(bureau.officers[0], firm)
    with django_assert_max_num_queries(18):
        bureau.commit()


def test_an_entry_that_is_no_plan_is_not_drawn_for(bureau):
    with pytest.raises(NotThereError):
        drawing.commit(bureau.world.actor(bureau.reporter), bureau.firms[0].pk, OWN, SECRET, AT)
