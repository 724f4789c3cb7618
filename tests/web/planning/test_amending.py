"""An amendment changes its plan and forgets nothing; unfinished tasks are carried on; the plan above is taken up."""

from __future__ import annotations

from tests.web.conftest import AT, World
from tests.web.planning import papers
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.planning import amending
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry


def _in_force(world: World) -> tuple[Actor, dict[str, Unit], Entry]:
    units = papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.settled(actor, papers.begun(actor, world.bureau), units["zfb"])
    return actor, units, papers.confirmed(actor, draft)


def _amended(world: World) -> tuple[dict[str, Unit], Entry, Entry]:
    actor, units, plan = _in_force(world)
    draft = papers.begun(actor, world.bureau, papers.AMENDED, purpose="amendment", amends=plan)
    draft = papers.settled(actor, draft, units["zfb"])
    return units, plan, papers.confirmed(actor, draft)


def _task(title: str) -> Entry:
    return next(one for one in papers.entries("plan.task") if one.title.startswith(title))


def _duties(task: Entry) -> dict[str, str]:
    return {one.unit.code: one.state for one in amending.parts_of([task], "plan.duty")[task.pk]}


def test_the_difference_is_told_before_it_is_applied(world: World):
    actor, units, plan = _in_force(world)
    draft = papers.begun(actor, world.bureau, papers.AMENDED, purpose="amendment", amends=plan)
    draft = papers.settled(actor, draft, units["zfb"])
    found = amending.difference_of(plan, papers.prepared(draft, AT.date()).settled)
    told = {(one.after or one.before).title: one.change for one in found}
    assert told == {
        "严格执行重大行政决策程序": "kept",
        "加强行政应诉工作": "changed",
        "建设数字政府平台": "new",
        "加强执法监督": "changed",
        "强化规范性文件监督管理": "dropped",
    }
    assert len(papers.entries("plan.task")) == 4


def test_an_amendment_changes_the_plan_it_amends_and_keeps_both_documents(world: World):
    _, plan, amended = _amended(world)
    assert (amended.pk, amended.state) == (plan.pk, "in_force")
    assert len(amended.values["document"]) == 2
    assert len(papers.entries("plan.plan")) == 1


def test_a_dropped_task_is_marked_with_its_day_and_reason_and_stays(world: World):
    _amended(world)
    dropped = _task("强化规范性文件")
    assert dropped.values["dropped"] == AT.date().isoformat()
    assert "调整" in dropped.values["drop_reasons"]
    assert set(_duties(dropped).values()) == {"dropped"}
    targets = amending.parts_of([dropped], "plan.target")[dropped.pk]
    assert [bool(one.values.get("dropped")) for one in targets] == [True, True]


def test_a_changed_task_has_its_new_place_units_and_targets(world: World):
    _amended(world)
    changed = _task("加强行政应诉")
    assert changed.values["place"] == "二/2"
    assert _duties(changed) == {
        "sfj": "assigned",
        "zfb": "dropped",
        "fgj": "assigned",
        "lt": "assigned",
        "cd": "assigned",
    }
    targets = amending.parts_of([changed], "plan.target")[changed.pk]
    standing = {one.values["words"]: bool(one.values.get("dropped")) for one in targets}
    assert standing == {
        "行政机关负责人出庭应诉率不低于90%": True,
        "行政机关负责人出庭应诉率不低于95%": False,
        "各乡镇（街道）年度会前学法不少于6次": False,
    }


def test_work_on_a_task_that_stays_is_not_touched(world: World):
    actor, units, plan = _in_force(world)
    task = _task("严格执行重大")
    reporter = world.actor(world.person("填报员", world.bureau, "reporter"))
    duty = next(
        one
        for one in papers.entries("plan.duty")
        if one.title == task.title and one.unit == world.bureau
    )
    actions.take_step(
        reporter, duty.pk, duty.version, "accept", {"accepted": AT.date().isoformat()}, AT
    )
    draft = papers.begun(actor, world.bureau, papers.AMENDED, purpose="amendment", amends=plan)
    papers.confirmed(actor, papers.settled(actor, draft, units["zfb"]))
    assert _duties(_task("严格执行重大"))["sfj"] == "accepted"
    assert _task("严格执行重大").version == task.version


def test_the_same_document_again_changes_no_task(world: World):
    actor, units, plan = _in_force(world)
    before = {one.pk: one.version for one in papers.entries("plan.task")}
    again = papers.begun(actor, world.bureau, papers.PLAN, purpose="amendment", amends=plan)
    papers.confirmed(actor, papers.settled(actor, again, units["zfb"]))
    assert {one.pk: one.version for one in papers.entries("plan.task")} == before


def test_an_unfinished_task_is_carried_on_by_a_new_one(world: World):
    actor, units, plan = _in_force(world)
    old = _task("加强行政应诉")
    text = papers.PLAN.replace("2026", "2027").replace("〔2027〕5号", "〔2027〕3号")
    draft = papers.begun(
        actor, world.bureau, text.replace("2027年2月10日", "2026年3月1日"), follows=plan
    )
    assert old in amending.unfinished(plan)
    draft = papers.settled(actor, draft, units["zfb"])
    new = papers.prepared(draft, AT.date()).settled.tasks[2]
    draft = papers.decide(actor, draft, carries={new.key: old.pk})
    papers.confirmed(actor, draft)
    assert set(_duties(old).values()) == {"carried"}
    carrying = [one for one in papers.entries("plan.task") if one.values.get("carries")]
    assert [one.values["carries"] for one in carrying] == [f"plan.task/{old.number}"]


def test_a_task_takes_up_one_of_the_plan_above(world: World):
    units = papers.county(world)
    actor = world.actor(papers.coordinator(world))
    above = papers.confirmed(
        actor, papers.begun(actor, world.bureau, papers.ABOVE, purpose="above")
    )
    upper = papers.entries("plan.task")[0]
    draft = papers.settled(actor, papers.begun(actor, world.bureau, above=above), units["zfb"])
    own = papers.prepared(draft, AT.date()).settled.tasks[0]
    plan = papers.confirmed(actor, papers.decide(actor, draft, covers={own.key: upper.pk}))
    assert plan.values["implements"] == f"plan.plan/{above.number}"
    covering = [one for one in papers.entries("plan.task") if one.values.get("covers")]
    assert [one.values["covers"] for one in covering] == [f"plan.task/{upper.number}"]
