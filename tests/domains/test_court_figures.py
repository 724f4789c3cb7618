"""The figures of reconsideration and litigation: those of reports found again, tables that balance, rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from tests.indicators.entries import UNITS, entries_of, plain_entries
from zhunsheng.domains.reconsideration.registers.case import load
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.computing import compute
from zhunsheng.engine.indicators.embedded import EmbeddedEngine
from zhunsheng.engine.indicators.figures import Figure, figure
from zhunsheng.engine.indicators.tables import table_of
from zhunsheng.engine.indicators.validation import ValidationRule, violation

YEAR = periods.year(2024)
DAY = date(2024, 5, 6)
APPEARANCES = ("appearances_due", "heads_appeared", "appearance")
WORDS = {
    "行政复议案件纠错率": "reconsideration.corrected",
    "经行政复议后被提起行政诉讼的案件比例": "reconsideration.sued",
    "行政机关负责人参加行政复议听证率": "reconsideration.hearing_attendance",
    "行政复议典型案例发布次数": "reconsideration.releases",
    "复议意见书按期办复率": "reconsideration.opinions_reported",
    "复议调解率": "reconsideration.mediated",
    "办理行政复议案件": "reconsideration.accepted",
    "行政机关负责人出庭应诉率": "litigation.appearance",
    "被诉讼行政机关负责人出庭率": "litigation.concerned_appearance",
    "行政诉讼一审纠错率": "litigation.first_instance_lost",
    "败诉率": "litigation.first_instance_lost",
    "经行政复议后被提起的行政诉讼案件中行政机关败诉率": "litigation.lost_after_reconsideration",
    "府院联动实质化解案件": "litigation.disputes_resolved",
    "参加行政执法与行政诉讼专题培训的县级部门、乡镇（街道）": "litigation.units_trained",
    "司法建议、检察建议回复率": "recommendations.replied",
    "府院联动联席会议": "recommendations.court_meetings",
    "移送案件线索": "recommendations.clues",
    "移送线索立案": "recommendations.clues_filed",
    "报送发布典型案例": "recommendations.examples_typical_submitted_all",
    "报送发布参考性案例": "recommendations.examples_reference_submitted_all",
}


def figures_of(register: str, entries: list[dict[str, Any]], *keys: str) -> Mapping[str, Figure]:
    """Get the figures of indicators of a register, for the year, of all units; of all where none is named."""
    named = catalogue().register(register)
    own = [
        one.indicator
        for one in catalogue().indicators()
        if one.register == named and (not keys or one.indicator.key in keys)
    ]
    engine = EmbeddedEngine()
    engine.load(register, table_of(named.register, plain_entries(named.register, entries)))
    cells = compute(engine.table(register), "happened", own, [YEAR])
    return {one.key: figure(one, cells[one.key, YEAR.key], UNITS) for one in own}


def rule_of(key: str) -> ValidationRule:
    return next(
        one.rule for one in catalogue().validation("reconsideration") if one.rule.key == key
    )


def case(**said: Any) -> dict[str, Any]:
    return {"received": DAY, "accepted": DAY, "act": "penalty", "unit": UNITS[0]} | said


@pytest.mark.parametrize(("words", "name"), WORDS.items())
def test_what_plans_and_reports_say_leads_to_one_figure(words: str, name: str) -> None:
    found = [one.name for one in catalogue().indicators() if words in one.indicator.said_as]
    assert found == [name]


def test_the_cases_of_a_yearly_report_give_its_figures_and_its_correction_rate() -> None:
    ends = ["confirm_illegal"] * 4 + ["revoke"] * 4 + ["partly_revoke"] + ["perform"] * 2
    ends += ["uphold"] * 20 + ["mediated"] * 9
    entries = [case(outcome=one, decided=date(2024, 7, 1)) for one in ends]
    told = ("accepted", "concluded", "confirmed_illegal", "revoked", "ordered_to_perform")
    entries += [case()] * 12
    found = figures_of("reconsideration.case", entries, *told, "corrected", "pending")
    assert [found[key].value for key in told] == [52, 40, 4, 5, 2]
    assert found["corrected"].percent() == Decimal("27.50")
    assert found["pending"].value == 12


def test_heads_who_all_came_make_a_whole_share_and_an_explained_absence_does_not() -> None:
    came = [{"served": DAY, "hearing": DAY, "head_attended": True, "unit": UNITS[0]}] * 13
    found = figures_of("litigation.lawsuit", came, *APPEARANCES)
    assert (found["appearances_due"].value, found["heads_appeared"].value) == (13, 13)
    assert found["appearance"].percent() == 100
    absent = {"served": DAY, "hearing": DAY, "absence_ground": "duty", "unit": UNITS[0]}
    assert (
        figures_of("litigation.lawsuit", [*came, absent], "appearance")["appearance"].percent()
        != 100
    )


def test_of_six_clues_five_were_filed() -> None:
    clue = {"kind": "clue", "exchanged": DAY, "unit": UNITS[0]}
    filed = clue | {"answered": DAY, "answer": "filed"}
    found = figures_of("recommendations.exchange", [filed] * 5 + [clue])
    assert (found["clues"].value, found["clues_filed"].value) == (6, 5)
    assert found["clues_filed_share"].percent() == Decimal("83.33")


@pytest.mark.parametrize(
    ("register", "rows"),
    [
        (
            "reconsideration.case",
            (("carried_over", "received"), ("refused", "abandoned", "concluded", "open")),
        ),
        ("litigation.lawsuit", (("carried_over", "new"), ("concluded", "open"))),
    ],
)
def test_what_came_in_is_dealt_with_or_still_open_whatever_was_entered(register, rows) -> None:
    named = catalogue().register(register)
    (table,) = [
        one.table for one in catalogue().statistics(named.domain.key) if one.table.key == "yearly"
    ]
    columns = [column.key for column in table.columns]
    keys = [table.cells[row, column] for side in rows for row in side for column in columns]

    @settings(max_examples=4, deadline=None)
    @given(entries_of(named.register))
    def balances(entries: list[dict[str, Any]]) -> None:
        found = figures_of(register, entries, *keys)
        for column in columns:
            came, went = (
                sum(found[table.cells[row, column]].counted for row in side) for side in rows
            )
            assert came == went

    balances()


@pytest.mark.parametrize(("lost", "is_broken"), [(0, False), (1, True), (2, True)])
def test_reconsideration_is_to_correct_more_than_the_courts(lost: int, is_broken: bool) -> None:
    cases = [case(outcome="revoke", decided=DAY), case(outcome="uphold", decided=DAY)]
    suit = {"served": DAY, "judged": DAY, "instance": "first", "unit": UNITS[0]}
    suits = [suit | {"outcome": "revoke" if n < lost else "dismiss_claim"} for n in range(2)]
    found = {
        **figures_of("reconsideration.case", cases, "corrected"),
        "litigation.first_instance_lost": figures_of(
            "litigation.lawsuit", suits, "first_instance_lost"
        )["first_instance_lost"],
    }
    assert (violation(rule_of("corrected_before_court"), found) is not None) == is_broken


def test_where_a_court_judged_nothing_there_is_nothing_to_compare() -> None:
    found = {
        **figures_of("reconsideration.case", [case(outcome="revoke", decided=DAY)], "corrected"),
        "litigation.first_instance_lost": figures_of(
            "litigation.lawsuit", [], "first_instance_lost"
        )["first_instance_lost"],
    }
    assert violation(rule_of("corrected_before_court"), found) is None


def test_what_a_circular_tells_is_held_against_what_was_entered() -> None:
    told = figures_of("litigation.circular", [
        {"to_day": DAY, "issued": DAY, "due_total": 13, "attended_total": 12, "unit": UNITS[0]}
    ])  # fmt: skip
    came = [{"served": DAY, "hearing": DAY, "head_attended": True, "unit": UNITS[0]}] * 13
    found = {**told, **figures_of("litigation.lawsuit", came, *APPEARANCES)}
    broken = {
        one.rule.key
        for one in catalogue().validation("litigation")
        if one.rule.keys <= found.keys() and violation(one.rule, found) is not None
    }
    assert broken == {"circulated_attended"}


def test_an_officer_is_over_the_limit_with_one_case_more_than_it() -> None:
    others: list[dict[str, Any]] = [{"accepted": "2026-03-02"}, {"decided": "2026-03-02"}, {}]
    held = {"handler": "2026-00001", "handler.fellows": others, "handler.capacity": 3}
    assert load.others_open(held) == 2
    assert load.is_over(held | {"handler_open": 2}) is False
    assert load.is_over(held | {"handler_open": 3}) is True
    assert load.others_open({}) is None
    assert load.is_over({"handler_open": 3}) is None
