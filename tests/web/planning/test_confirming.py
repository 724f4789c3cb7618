"""A document becomes a plan: everything is entered, in one transaction, by whoever may."""

from __future__ import annotations

import pytest

from tests.web.conftest import AT, World
from tests.web.planning import papers
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import User
from zhunsheng.web.planning import confirming, drafting
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.registers import actions, files
from zhunsheng.web.registers.errors import (
    ChangedMeanwhileError,
    ForbiddenError,
    InvalidError,
    NotThereError,
)
from zhunsheng.web.registers.models import Entry


def _by(entry: Entry) -> tuple[str, str, str]:
    return (entry.title, entry.unit.code, str(entry.values["role"]))


def test_a_confirmed_plan_is_in_force_with_tasks_duties_targets_and_dated_steps(world: World):
    units = papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.settled(actor, papers.begun(actor, world.bureau), units["zfb"])
    plan = papers.confirmed(actor, draft)
    assert (plan.state, plan.values["year"], plan.values["document_number"]) == (
        "in_force",
        2026,
        "溪口府办发〔2026〕5号",
    )
    assert (
        plan.values["document"][0]["digest"] == draft.file["digest"] == plan.values["text_digest"]
    )
    tasks = papers.entries("plan.task")
    assert [task.values["place"] for task in tasks] == ["一/1", "一/2", "二/3", "二/4"]
    assert tasks[0].values["until"] == "2026-09-30"
    assert tasks[2].values["chapter"] == "依法行政"
    duties = [_by(duty) for duty in papers.entries("plan.duty") if duty.title == tasks[2].title]
    assert sorted(duties) == sorted(
        [
            (tasks[2].title, "sfj", "lead"),
            (tasks[2].title, "zfb", "supporting"),
            (tasks[2].title, "lt", "default"),
            (tasks[2].title, "cd", "default"),
        ]
    )
    (step,) = papers.entries("plan.measure")
    assert (step.values["until"], step.unit) == ("2026-03-31", world.bureau)
    targets = {one.values["words"]: one.values for one in papers.entries("plan.target")}
    appearance = targets["行政机关负责人出庭应诉率不低于90%"]
    assert (appearance["indicator"], appearance["comparator"], appearance["target_value"]) == (
        "litigation.appearance",
        "at_least",
        "90.0000",
    )
    study = targets["各乡镇（街道）年度会前学法不少于6次"]
    assert (study["scope"], study["group_named"]) == ("each_of_group", "各乡镇（街道）")
    assert "indicator" not in study
    assert study["not_measurable"]


def test_confirming_leaves_a_line_for_the_draft_and_for_every_entry(world: World):
    units = papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.settled(actor, papers.begun(actor, world.bureau), units["zfb"])
    plan = papers.confirmed(actor, draft)
    did = list(
        StoredLine.objects.filter(about=f"plan-draft/{draft.pk}")
        .order_by("number")
        .values_list("did", flat=True)
    )
    assert did == ["plan_draft.add", "plan_draft.decide", "plan_draft.confirm"]
    made = Entry.unscoped.filter(register__startswith="plan.").count()
    assert StoredLine.objects.filter(did="entry.create", about__startswith="plan.").count() == made
    assert StoredLine.objects.filter(did="entry.step", about=plan.about).count() == 1


def test_a_failure_on_the_way_keeps_nothing(world: World, monkeypatch: pytest.MonkeyPatch):
    units = papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.settled(actor, papers.begun(actor, world.bureau), units["zfb"])
    lines = StoredLine.objects.count()

    def fail(*_args: object, **_more: object) -> Entry:
        raise InvalidError({})

    monkeypatch.setattr(actions, "take_step", fail)
    with pytest.raises(InvalidError):
        papers.confirmed(actor, draft)
    assert not Entry.unscoped.filter(register__startswith="plan.").exists()
    assert StoredLine.objects.count() == lines
    assert PlanDraft.objects.get(pk=draft.pk).plan is None


def test_what_is_open_holds_the_plan_back_and_says_what(world: World):
    papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.begun(actor, world.bureau)
    with pytest.raises(InvalidError) as refused:
        papers.confirmed(actor, draft)
    told = str(refused.value)
    assert "县级有关部门" in told
    assert "1处没有读懂" in told


def test_a_task_of_nobody_holds_the_plan_back(world: World):
    papers.county(world)
    actor = world.actor(papers.coordinator(world))
    text = "溪口县人民政府\n2026年2月10日\n溪口县2026年法治政府建设工作要点\n一、依法决策\n1.公布目录。\n2.开展评估。\n"
    draft = papers.begun(actor, world.bureau, text)
    with pytest.raises(InvalidError, match="一/1、一/2"):
        papers.confirmed(actor, draft)


def test_a_target_of_an_indicator_that_is_not_declared_is_refused(world: World):
    units = papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.settled(actor, papers.begun(actor, world.bureau), units["zfb"])
    found = papers.prepared(draft, AT.date())
    key = found.settled.targets[0].key
    draft = papers.decide(actor, draft, targets={key: {"indicator": "no.such"}})
    with pytest.raises(InvalidError, match=r"no\.such"):
        papers.confirmed(actor, draft)


def test_what_is_no_task_and_no_target_is_not_entered_and_what_is_added_is(world: World):
    units = papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.settled(actor, papers.begun(actor, world.bureau), units["zfb"])
    found = papers.prepared(draft, AT.date())
    first = found.settled.tasks[0]
    added = {
        "key": "added-1",
        "path": "三/5",
        "title": "办好检察建议",
        "text": "",
        "units": [[units["lt"].pk, "lead", ""]],
    }
    draft = papers.decide(
        actor,
        draft,
        tasks={first.key: {"none": True}},
        targets={found.settled.targets[0].key: {"none": True}},
        added=[added],
    )
    papers.confirmed(actor, draft)
    assert [one.title for one in papers.entries("plan.task")][-1] == "办好检察建议"
    assert first.title not in {one.title for one in papers.entries("plan.task")}
    assert len(papers.entries("plan.target")) == len(found.settled.targets) - 1


@pytest.mark.parametrize("role", ["reporter", "approver", "leader", "inspector", "legal_reviewer"])
def test_only_a_coordinator_begins_a_plan(world: World, role: str):
    actor = world.actor(world.person("某人", world.bureau, role))
    with pytest.raises(ForbiddenError):
        papers.begun(actor, world.bureau)
    assert not drafting.drafts_for(actor).exists()


def test_a_draft_is_of_its_government_alone(world: World):
    papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.begun(actor, world.bureau)
    stranger = world.actor(world.person("外县统筹员", world.other_bureau, "coordinator"))
    with pytest.raises(NotThereError):
        drafting.draft_of(stranger, draft.pk)
    with pytest.raises(NotThereError):
        confirming.confirm(stranger, draft.pk, draft.version, AT)
    second = world.actor(world.person("另一位统筹员", world.office, "coordinator"))
    assert drafting.draft_of(second, draft.pk) == draft


def test_who_decides_on_what_somebody_changed_meanwhile_is_told(world: World):
    papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.begun(actor, world.bureau)
    papers.decide(actor, draft, facts={"leader": "某"})
    with pytest.raises(ChangedMeanwhileError):
        papers.decide(actor, draft, facts={"leader": "另"})


def test_a_confirmed_draft_is_not_confirmed_again(world: World):
    units = papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.settled(actor, papers.begun(actor, world.bureau), units["zfb"])
    papers.confirmed(actor, draft)
    with pytest.raises(NotThereError):
        confirming.confirm(actor, draft.pk, draft.version + 1, AT)


def test_a_plan_above_is_kept_with_its_tasks_and_nobody_owes_them(world: World):
    papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.begun(actor, world.bureau, papers.ABOVE, purpose="above")
    plan = papers.confirmed(actor, draft)
    assert (plan.values["kind"], plan.state) == ("above", "in_force")
    assert len(papers.entries("plan.task")) == 2
    assert papers.entries("plan.duty") == []


def test_a_document_that_is_gone_is_told(world: World, reporter: User):
    papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.begun(actor, world.bureau)
    draft.file = {**draft.file, "digest": "0" * 64}
    draft.save()
    with pytest.raises(files.FileError):
        papers.prepared(draft, AT.date())
