"""The demonstration has a plan that was read from a document and is in force."""

from __future__ import annotations

from tests.web.conftest import AT, World
from tests.web.planning import papers
from zhunsheng.web.planning import demonstrating


def test_the_example_document_becomes_a_plan_in_force(world: World):
    papers.county(world)
    actor = world.actor(papers.coordinator(world))
    parts = demonstrating.plan_of_the_year(actor, world.bureau, 2026, AT)
    plan = papers.entries("plan.plan")[0]
    assert (plan.state, plan.title) == (
        "in_force",
        "溪口县人民政府2026年法治政府建设重点工作安排（虚构）",
    )
    tasks = papers.entries("plan.task")
    assert len(tasks) == 27
    assert {one.register for one in parts} == {"plan.task", "plan.duty"}
    assert plan.values["issued"][:7] == str(demonstrating.issued_on(2026))[:7]
    owed = {duty.values["task"] for duty in papers.entries("plan.duty")}
    assert owed == {f"plan.task/{task.number}" for task in tasks}
    measured = [one for one in papers.entries("plan.target") if one.values.get("indicator")]
    assert measured
    assert "澄溪" not in "".join(str(task.values["text"]) for task in tasks)
