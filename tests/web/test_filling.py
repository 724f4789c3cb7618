"""Figures of circulars and of reviews come from the registers, with the time they were computed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.web.conftest import AT
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.batch import together
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

CIRCULAR, ORDER, REPORT = "supervision.circular", "supervision.order", "law_reports.report"
TOLD = {
    "subject": "第一季度督办落实情况",
    "kind": "orders",
    "compiled": "2026-02-26",
    "since": "2026-01-01",
    "till": "2026-02-25",
    "cut_off": f"{AT + timedelta(hours=1):%Y-%m-%dT%H:%M}",
}
LATER = AT + timedelta(days=1)


@pytest.fixture
def coordinator(world):
    return world.actor(world.person("统筹员", world.bureau, "coordinator"))


@pytest.fixture
def find(world, coordinator):
    def made(*, of=None, at=AT, source="audit"):
        raw = {
            "matter": "案卷不齐全",
            "source": source,
            "found": "2026-02-02",
            "described": "缺少送达回证",
            "report_received": "2026-02-02",
        }
        return actions.create(coordinator, "supervision.finding", of or world.bureau, raw, at)

    return made


def notified(actor, finding, at=AT):
    raw = {"notified": "2026-02-03", "until": "2026-02-20"}
    return actions.take_step(actor, finding.pk, finding.version, "notify", raw, at)


def rows(entry: Entry, field: str = "figures") -> list[dict]:
    return entry.values[field]


def tell(coordinator, unit, *chosen, at=AT, **more):
    said = TOLD | {"figures": [{"indicator": one} for one in chosen]} | more
    return actions.create(coordinator, CIRCULAR, unit, said, at)


def test_the_choices_are_called_as_the_indicators_they_mean():
    for named in catalogue().registers():
        for field in named.register.fields:
            if field.fills is None:
                continue
            (column,) = [one for one in field.columns if one.key == field.fills.choice]
            for key, name in field.fills.indicators:
                label = catalogue().indicator(name).indicator.label
                assert column.choice(key).label == label, (named.name, key)


def test_a_circular_takes_the_figures_of_its_unit_with_the_time_and_the_rank(
    world, coordinator, find
):
    finding = notified(coordinator, find())
    on_time = {"measures": "补齐", "rectified": "2026-02-10T10:00"}
    reporter = world.actor(world.person("经办人", world.bureau, "reporter"))
    actions.take_step(reporter, finding.pk, finding.version, "rectify", on_time, AT)
    notified(coordinator, find(of=world.office))
    own = tell(coordinator, world.bureau, "findings", at=LATER)
    other = tell(coordinator, world.office, "findings", at=LATER)
    assert (rows(own)[0]["figure"], rows(own)[0]["rank"]) == ("100.00%（1/1）", 1)
    assert (rows(other)[0]["figure"], rows(other)[0]["rank"]) == ("0.00%（0/1）", 2)
    assert rows(own)[0]["taken"] == f"{LATER:%Y-%m-%dT%H:%M}"
    assert verify_all().faults == ()


def test_what_is_entered_after_the_cut_off_is_not_counted(world, coordinator, find):
    notified(coordinator, find())
    cut_off = f"{AT + timedelta(minutes=1):%Y-%m-%dT%H:%M}"
    notified(coordinator, find(at=LATER), at=LATER)
    told = tell(coordinator, world.bureau, "findings", cut_off=cut_off, at=LATER)
    assert rows(told)[0]["figure"] == "0.00%（0/1）"


def test_nothing_to_count_is_a_dash_without_a_rank(world, coordinator):
    told = tell(coordinator, world.bureau, "findings", at=LATER)
    assert (rows(told)[0]["figure"], rows(told)[0].get("rank")) == ("—", None)


def test_a_figure_that_was_taken_stays_until_something_else_is_asked(world, coordinator, find):
    after = f"{LATER + timedelta(days=3):%Y-%m-%dT%H:%M}"
    told = tell(coordinator, world.bureau, "findings", cut_off=after)
    assert rows(told)[0]["figure"] == "—"
    notified(coordinator, find())
    kept = actions.change(coordinator, told.pk, told.version, {"problems": "案卷"}, LATER)
    assert rows(kept) == rows(told)
    emptied = [{"indicator": "findings"}]
    anew = actions.change(coordinator, told.pk, kept.version, {"figures": emptied}, LATER)
    assert rows(anew)[0]["figure"] == "0.00%（0/1）"
    until = {"till": "2026-01-31"}
    less = actions.change(coordinator, told.pk, anew.version, until, LATER)
    assert rows(less)[0]["figure"] == "—"


def test_nobody_types_the_figure_of_an_indicator(world, coordinator, find):
    notified(coordinator, find())
    typed = [{"indicator": "findings", "figure": "99.00%", "taken": "2026-02-01T08:00"}]
    told = tell(coordinator, world.bureau, figures=typed, at=LATER)
    assert rows(told)[0]["figure"] == "0.00%（0/1）"
    assert rows(told)[0]["taken"] == f"{LATER:%Y-%m-%dT%H:%M}"


def test_a_figure_without_an_indicator_is_typed_and_nobody_says_it_was_computed(world, coordinator):
    typed = [{"measured": "参考率", "figure": "92%", "taken": "2026-02-01T08:00"}]
    told = tell(coordinator, world.bureau, figures=typed)
    assert (rows(told)[0]["figure"], rows(told)[0]["taken"]) == ("92%", None)


def test_within_a_batch_a_figure_sees_what_was_entered_before_it(world, coordinator, find):
    with together():
        notified(coordinator, find())
        told = tell(coordinator, world.bureau, "findings")
    assert rows(told)[0]["figure"] == "0.00%（0/1）"
    assert verify_all().faults == ()


def test_a_score_rests_on_the_figures_of_the_year_that_is_reported_on(world, coordinator, find):
    notified(coordinator, find())
    leader = {"post": "局长", "level": "department", "since": "2025-01-01"}
    known = actions.create(coordinator, "law_reports.leader", world.bureau, leader, AT)
    raw = {
        "post": "局长述法",
        "leader": known.number,
        "year": "2026",
        "level": "department",
        "called": "2026-02-26",
        "until": "2026-03-20",
    }
    report = actions.create(coordinator, REPORT, world.bureau, raw, AT)
    reporter = world.actor(world.person("经办人", world.bureau, "reporter"))
    handed_in = {"submitted": "2026-02-26T09:00", "content": "履职情况"}
    report = actions.take_step(reporter, report.pk, report.version, "submit", handed_in, AT)
    scores = [
        {"item": "enforcement", "full": 20, "score": 12, "indicator": "findings"},
        {"item": "other", "full": 10, "score": 9, "ground": "民主测评"},
    ]
    reviewed = {"reviewed": "2026-02-26", "scores": scores, "scorers": 9}
    report = actions.take_step(coordinator, report.pk, report.version, "review", reviewed, LATER)
    assert [row["ground"] for row in rows(report, "scores")] == ["0.00%（0/1）", "民主测评"]
    assert report.values["score"] == 21


def test_figures_of_the_government_are_those_of_all_its_units(world, coordinator, find):
    notified(coordinator, find())
    notified(coordinator, find(of=world.office))
    fills = catalogue().register(REPORT).register.field("scores").fills
    assert fills.asked({"year": 2026, "level": "county"})[-1] is True
    leader = {"post": "县长", "level": "county", "since": "2025-01-01"}
    known = actions.create(coordinator, "law_reports.leader", world.bureau, leader, AT)
    raw = {"post": "县长述法", "leader": known.number, "year": "2026", "level": "county"}
    days = {"called": "2026-02-26", "until": "2026-03-20"}
    report = actions.create(coordinator, REPORT, world.bureau, raw | days, AT)
    reporter = world.actor(world.person("经办人", world.bureau, "reporter"))
    handed_in = {"submitted": "2026-02-26T09:00", "content": "履职情况"}
    report = actions.take_step(reporter, report.pk, report.version, "submit", handed_in, AT)
    score = {"item": "enforcement", "full": 20, "score": 12, "indicator": "findings"}
    reviewed = {"reviewed": "2026-02-26", "scores": [score], "scorers": 9}
    report = actions.take_step(coordinator, report.pk, report.version, "review", reviewed, LATER)
    (row,) = rows(report, "scores")
    assert (row["ground"], row["rank"]) == ("0.00%（0/2）", None)


def test_figures_need_a_period(world, coordinator):
    with pytest.raises(InvalidError) as refused:
        tell(coordinator, world.bureau, "findings", till="")
    assert "till" in refused.value.problems
