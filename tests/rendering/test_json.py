"""Results as plain values for other programs."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.rendering import samples
from zhunsheng.engine.auditing.model import Audit
from zhunsheng.engine.reading.model import Deadline, Heading, Instrument
from zhunsheng.rendering.as_json import answer_of, coverage_of

NOTHING = Audit(relations=(), findings=())


def test_every_key_is_there_even_where_nothing_was_found() -> None:
    bare = replace(samples.reading(), figures=())
    answer = answer_of(bare, NOTHING)
    lists = "outline points tasks targets deadlines instruments instrument_places document_numbers"
    for key in (*lists.split(), "figures", "relations", "findings", "warnings"):
        assert answer[key] == []
    meta = "title body_title issuer doc_number issue_date publish_date year jurisdiction addressees"
    assert set(answer["meta"]) == set(meta.split())
    assert answer["meta"]["issuer"] is None


def test_every_answer_is_json() -> None:
    answer = answer_of(samples.reading(kind="plan"), samples.AUDIT)
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer


@pytest.mark.parametrize(
    ("value", "written"),
    [("27000", "27000"), ("2.7E+4", "27000"), ("10.50", "10.5"), ("0.1", "0.1"), ("99.90", "99.9")],
)
def test_a_decimal_becomes_the_number_it_is(value: str, written: str) -> None:
    figure = replace(samples.TOTAL, value=Decimal(value))
    answer = answer_of(samples.reading(figures=(figure,)), NOTHING)
    assert json.dumps(answer["figures"][0]["value"]) == written


def test_places_reproduce_the_words_of_the_text() -> None:
    answer = answer_of(samples.reading(kind="plan"), samples.AUDIT)
    task = answer["tasks"][0]
    items = [task, *task["units"], *answer["targets"], *answer["figures"]]
    items += [place for finding in answer["findings"] for place in finding["places"]]
    items += [answer["relations"][0]["total"], *answer["relations"][0]["parts"]]
    for item in items:
        assert samples.TEXT[item["start"] : item["end"]] == item["quote"]


def test_units_of_a_task_are_verbatim_and_in_order() -> None:
    (task,) = answer_of(samples.reading(kind="plan"), NOTHING)["tasks"]
    assert task["lead_units"] == ["云溪县档案局", "云溪县各镇"]
    assert [(unit["role"], unit["collective"]) for unit in task["units"]] == [
        ("lead", False),
        ("supporting", True),
    ]
    assert (task["default_units"], task["default_units_apply"]) == ([], False)


def test_a_unit_that_every_task_has_is_told_apart() -> None:
    plan = samples.reading(kind="plan")
    own, shared = plan.tasks[0].units
    task = replace(plan.tasks[0], units=(own,), defaults=(shared,))
    answer = answer_of(replace(plan, tasks=(task,)), NOTHING)["tasks"][0]
    assert answer["lead_units"] == ["云溪县档案局"]
    assert (answer["default_units"], answer["default_units_apply"]) == (["云溪县各镇"], True)


def test_relations_say_whether_they_hold() -> None:
    total, rate, conflict = answer_of(samples.reading(), samples.AUDIT)["relations"]
    assert (total["kind"], total["total"]["value"], total["holds"]) == ("sum", 30, False)
    assert ([part["value"] for part in total["parts"]], total["difference"]) == ([20, 12], 2)
    assert (rate["kind"], rate["holds"], rate["computed"]) == ("rate", False, 66.6667)
    assert rate["truncated"] is False
    assert (conflict["kind"], conflict["a"]["value"], conflict["b"]["value"]) == (
        "conflict",
        30,
        31,
    )


def test_a_title_named_twice_is_listed_once_with_both_places() -> None:
    place = samples.place_of("受理申请")
    twice = (Instrument(title="学法办法", place=place), Instrument(title="学法办法", place=place))
    answer = answer_of(replace(samples.reading(), instruments=twice), NOTHING)
    assert answer["instruments"] == ["学法办法"]
    assert len(answer["instrument_places"]) == 2


def test_a_deadline_is_an_iso_date_or_recurs() -> None:
    place = samples.place_of("全年")
    deadlines = (
        Deadline(date=date(2031, 6, 30), task="一/1", place=place),
        Deadline(date=None, task=None, place=place, every="quarter"),
    )
    answer = answer_of(replace(samples.reading(), deadlines=deadlines), NOTHING)
    assert [(d["date"], d["every"]) for d in answer["deadlines"]] == [
        ("2031-06-30", None),
        (None, "quarter"),
    ]


def test_headings_nest_and_keep_a_missing_number_missing() -> None:
    place = samples.place_of("受理申请")
    child = Heading(number=None, title="小标题", level=2, path="一/", place=place, start=0, end=4)
    parent = replace(child, number="一", title="大标题", level=1, path="一", children=(child,))
    (heading,) = answer_of(replace(samples.reading(), outline=(parent,)), NOTHING)["outline"]
    assert (heading["no"], heading["children"][0]["no"]) == ("一", None)
    assert (heading["start"], heading["end"]) == (place.start, place.end)


def test_a_target_nothing_was_reported_on_has_no_figure() -> None:
    silent, answered = coverage_of(
        (samples.coverage("unreported"), samples.coverage("met", samples.TOTAL))
    )
    assert (silent["state"], silent["figure"]) == ("unreported", None)
    assert answered["figure"]["value"] == 30
    assert silent["target"]["quote"] == "会前学法不少于12次"
