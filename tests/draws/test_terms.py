"""Terms made from pools: who is in, who is out and why, how many, and when there are too few."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.engine.draws import making, verifier
from zhunsheng.engine.draws.declarations import Candidate, Draw, Out, Pool, Recusals
from zhunsheng.engine.refusals import DeclarationError

DAY = date(2026, 3, 2)
DECLARED = {
    "key": "random_visits",
    "label": "抽取",
    "says": "某种抽取。",
    "basis": "某办法第一条",
    "plan": "plan",
    "ready": ("approved",),
    "subjects": Pool(
        register="x.subject",
        out=(
            Out(says="已移出", when=lambda one, _: bool(one.values.get("retired"))),
            Out(says="本年已查过", when=lambda one, day: any(
                visit["day"] >= f"{day.year}" for visit in one.results
            )),
        ),
    ),
    "stratum": "grade",
    "rates": (("low", "rate_low"), ("high", "rate_high")),
    "result": "visit",
    "subject": "subject",
    "entry": lambda _: {},
    "officers": Pool(register="y.officer"),
    "team": "team",
    "reserve": "reserve",
    "recusals": Recusals(register="x.recusal", officer="officer", subject="subject", when=lambda *_: True),
    "cap": "cap",
    "counted_by": "item",
}  # fmt: skip
DRAW = Draw(**DECLARED)
LABELS = {"low": "低", "high": "高"}
PLAN = {"rate_low": "5", "rate_high": "20.0", "team": 2, "reserve": 1}


def firm(number: str, grade: str = "low", **more) -> Candidate:
    results = more.pop("results", ())
    return Candidate(
        id=number, label=f"甲{number}", values={"grade": grade} | more, results=results
    )


FIRMS = [firm(f"{n:03}", "high" if n % 4 == 0 else "low") for n in range(80)]
OFFICERS = [Candidate(id=f"p{n}", label=f"证{n}", values={}) for n in range(4)]


def made(firms=FIRMS, officers=OFFICERS, plan=PLAN, **more) -> making.Made:
    return making.made(
        DRAW,
        plan,
        LABELS,
        making.sorted_pool(DRAW.subjects, firms, DAY),
        making.sorted_pool(DRAW.officers, officers, DAY, more.pop("absent", {})),
        **more,
    )


def terms(found: making.Made) -> dict:
    return making.terms_of(
        found, DRAW.stratum, algorithm="sm3", name="某次", about={}, sources=[("first", "数")]
    )


def test_the_riskier_are_drawn_more_often():
    strata = {one.key: one for one in made().strata}
    assert (strata["low"].members, strata["low"].take) == (60, 3)
    assert (strata["high"].members, strata["high"].take) == (20, 4)


@given(st.integers(0, 5000), st.decimals(0, 100, places=1))
def test_no_more_are_taken_than_the_rate_allows_but_one_at_least(members, rate):
    take = making.to_take(members, rate)
    assert 0 <= take <= members
    assert take <= max(1, members * rate / 100)
    assert bool(take) == bool(members and rate)


@given(st.integers(0, 2**32))
def test_the_order_in_which_pools_come_does_not_matter(start):
    shuffled, officers = FIRMS[:], OFFICERS[:]
    random.Random(start).shuffle(shuffled)  # noqa: S311  # any order will do
    officers.reverse()
    recused = [("p1", "004"), ("p0", "003")]
    one = terms(made(shuffled, officers, recused=recused))
    other = terms(made(recused=recused[::-1]))
    assert verifier.canonical(one) == verifier.canonical(other)
    verifier.check_terms(one)


def test_who_is_out_is_named_with_the_reason():
    firms = [
        *FIRMS,
        firm("900", retired="2026-01-01"),
        firm("901", results=[{"day": "2026-01-09"}]),
    ]
    found = made([*firms, firm("902", results=[{"day": "2025-12-31"}])], absent={"p3": "休假"})
    assert [(one.candidate.id, one.why) for one in found.subjects.outside] == [
        ("900", "已移出"),
        ("901", "本年已查过"),
    ]
    assert found.subjects.inside[-1].id == "902"
    assert {one["id"]: one["why"] for one in terms(found)["left_out"]} == {
        "900": "已移出",
        "901": "本年已查过",
        "p3": "休假",
    }


def test_pairs_of_whom_one_is_out_are_left_out_and_none_stands_twice():
    found = made(recused=[("p0", "003"), ("p0", "003"), ("p9", "003"), ("p0", "999")])
    assert found.barred == (("p0", "003"),)


def test_a_subject_that_recusals_leave_without_a_team_is_named():
    found = made(recused=[("p0", "003"), ("p1", "003"), ("p2", "003")])
    with pytest.raises(making.CannotDrawError, match=r"甲0031个对象不足2名检查人员.*共4名"):
        terms(found)


def test_a_pool_without_anybody_is_said():
    assert "没有可以抽取的对象" in str(made([]).problems[0])
    assert "没有可以抽取的对象" in str(
        made(plan=PLAN | {"rate_low": "0", "rate_high": None}).problems[0]
    )


@pytest.mark.parametrize(("limit", "most"), [("MOST_SUBJECTS", 79), ("MOST_DRAWN", 6)])
def test_a_draw_that_is_too_large_is_said(monkeypatch, limit, most):
    monkeypatch.setattr(making, limit, most)
    assert "请按领域分几个计划" in str(made().problems[0])
    monkeypatch.setattr(making, limit, most + 1)
    assert not made().problems


def test_a_subject_in_no_stratum_is_said():
    assert "甲900等1个对象没有分层" in str(made([*FIRMS, firm("900", "unknown")]).problems[0])


@pytest.mark.parametrize(
    ("cap", "before", "refused"), [("10", 1, False), ("10", 2, True), ("8.7", 0, True)]
)
def test_the_yearly_cap_counts_what_was_drawn_before(cap, before, refused):
    found = made(plan=PLAN | {"cap": cap}, drawn_before=before)
    assert found.taken == 7
    assert bool(found.problems) == refused
    if refused:
        assert f"上限{cap}%" in str(found.problems[0])


def test_a_pool_too_small_for_its_cap_gives_one():
    assert not made(FIRMS[1:4], plan=PLAN | {"cap": "1"}).problems


def test_reserves_are_no_more_than_are_left():
    strata = made(FIRMS[:4], plan=PLAN | {"rate_low": "50", "reserve": 9}).strata
    assert [(one.members, one.take, one.reserve) for one in strata] == [(3, 1, 2), (1, 1, 0)]


def test_a_draw_may_do_without_officers():
    bare = DECLARED | {"officers": None, "team": "", "recusals": None}
    nobody = making.Sorted((), ())
    firms = making.sorted_pool(DRAW.subjects, FIRMS, DAY)
    found = making.made(Draw(**bare), PLAN, LABELS, firms, nobody)
    assert (found.each, found.problems) == (0, ())


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "Not a key"},
        {"label": ""},
        {"ready": ()},
        {"rates": ()},
        {"team": ""},
        {"officers": None, "team": ""},
        {"counted_by": ""},
    ],
)
def test_a_draw_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(DeclarationError):
        Draw(**DECLARED | wrong)


def test_rates_are_exact():
    assert making.to_take(1000, Decimal("0.7")) == 7
