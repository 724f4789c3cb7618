"""Draws in the catalogue: what domains declare fits, and what names nothing is refused by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from zhunsheng.engine.catalogue import Catalogue, catalogue
from zhunsheng.engine.draws.declarations import Candidate, Chosen, Pool
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.register import Register

NAME = "inspection.random_inspection"
DRAW = catalogue().draw(NAME).draw
DAY = date(2026, 3, 2)


def with_draw(**more: object) -> Catalogue:
    """Get a catalogue whose random inspection says something else."""
    changed = replace(DRAW, **more)
    return Catalogue(
        replace(domain, draws=(changed,)) if domain.key == "inspection" else domain
        for domain in catalogue().domains.values()
    )


def test_draws_are_found_by_name_and_by_domain():
    assert [named.name for named in catalogue().draws("inspection")] == [NAME]
    assert catalogue().draws("openness") == []
    with pytest.raises(UnknownNameError, match=NAME):
        catalogue().draw("inspection.random_inspections")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"plan": "plans"}, "没有台账plans"),
        ({"result": "visits"}, "没有台账visits"),
        ({"subjects": replace(DRAW.subjects, register="inspection.firm")}, "没有这些台账：inspection.firm"),
        ({"officers": Pool(register="inspection.check_item")}, "只能从名录库（pool）中抽取：inspection.check_item"),
        ({"ready": ("agreed",)}, "计划没有这些状态：agreed"),
        ({"reserve": "until"}, "计划没有这些数字字段：until"),
        ({"rates": DRAW.rates[1:]}, "各层与比例对不上：low"),
        ({"stratum": "name"}, "各层与比例对不上"),
        ({"subject": "item"}, "结果里没有所抽的对象：item"),
        ({"fills": ("team",)}, "结果没有这些字段：team"),
        ({"counted_by": "items"}, "计划没有这些字段：items"),
        ({"recusals": replace(DRAW.recusals, officer="who")}, "回避没有这些字段：who"),
    ],
)  # fmt: skip
def test_a_draw_that_names_what_there_is_not_is_refused(wrong, says):
    with pytest.raises(DeclarationError, match=says):
        with_draw(**wrong)


def outs(pool: Pool, values: dict, results: tuple = ()) -> list[str]:
    one = Candidate(id="1", label="某", values=values, results=results)
    return [out.says for out in pool.out if out.when(one, DAY)]


@pytest.mark.parametrize(
    ("values", "visits", "why"),
    [
        ({"cap": 2}, [], []),
        ({"cap": 2, "retired": "2026-03-03"}, [], []),
        ({"cap": 2, "retired": "2026-03-02"}, [], ["已移出名录库"]),
        ({"cap": 0}, [], ["本年的检查已到年度次数上限"]),
        ({"cap": 1}, [{"planned": "2026-01-05"}], ["本年的检查已到年度次数上限"]),
        ({"cap": 1}, [{"planned": "2026-01-05", "kind": "triggered"}], []),
        ({"cap": 1}, [{"planned": "2026-01-05", "state": "cancelled"}], []),
        ({"cap": 1}, [{"planned": "2025-12-31"}], []),
    ],
)
def test_subjects_are_out_that_left_or_had_their_visits(values, visits, why):
    listed = tuple({"state": "planned", "kind": "daily"} | visit for visit in visits)
    assert outs(DRAW.subjects, values, listed) == why


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"mark": "valid", "valid_until": "2026-03-02"}, []),
        ({"mark": "valid", "valid_until": "2026-03-01"}, ["没有有效的执法证"]),
        ({"mark": "left_post", "valid_until": "2027-01-01"}, ["没有有效的执法证"]),
        ({"mark": "valid", "valid_until": "2027-01-01", "revoked": "2026-02-01"}, ["执法证已收回"]),
    ],
)
def test_officers_are_out_whose_certificate_is_not_valid(values, why):
    assert outs(DRAW.officers, values) == why


@pytest.mark.parametrize(
    ("ended", "counts"), [(None, True), ("2026-03-03", True), ("2026-03-02", False)]
)
def test_a_recusal_counts_until_it_ends(ended, counts):
    assert DRAW.recusals.when({"ended": ended}, DAY) is counts


@pytest.mark.parametrize(("partners", "form"), [([], "alone"), ([{"partner": "某局"}], "joint")])
def test_a_visit_follows_from_what_was_drawn(partners, form):
    plan = {
        "name": "抽查",
        "item": "inspection.check_item/1",
        "until": "2026-03-31",
        "partners": partners,
    }
    visit = DRAW.entry(
        Chosen(
            plan="inspection.plan/1",
            plan_values=plan,
            subject="inspection.subject/7",
            subject_label="某店",
            officers=("enforcement.officer/1", "enforcement.officer/2"),
        )
    )
    assert visit["form"] == form
    assert visit["matter"] == "抽查：某店"
    assert visit["planned"] == "2026-03-31"
    assert [row["officer"] for row in visit["officers"]] == [
        "enforcement.officer/1",
        "enforcement.officer/2",
    ]
    register: Register = catalogue().draw(NAME).result.register
    assert set(visit) <= {field.key for field in register.fields}
