"""Lights of duties and targets, and claims beside what the data show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from zhunsheng.engine.planning.claims import claim
from zhunsheng.engine.planning.lights import (
    DutyOnDay,
    Light,
    light_of_duty,
    light_of_target,
    together,
)
from zhunsheng.engine.planning.states import TargetState

UNTIL = date(2024, 6, 30)


def light(state: str, day: date, met: date | None = None, until: date | None = UNTIL) -> Light:
    return light_of_duty(DutyOnDay(state=state, until=until, met=met), day)


def test_a_duty_is_late_on_the_day_after_its_last_and_due_soon_a_week_before():
    assert light("accepted", date(2024, 6, 22)) is Light.RUNNING
    assert light("accepted", date(2024, 6, 23)) is Light.SOON
    assert light("accepted", UNTIL) is Light.SOON
    assert light("accepted", date(2024, 7, 1)) is Light.LATE


def test_a_duty_nobody_accepted_has_not_begun_and_without_a_last_day_is_never_late():
    assert light("assigned", date(2024, 3, 1)) is Light.NOT_BEGUN
    assert light("accepted", date(2025, 3, 1), until=None) is Light.RUNNING


def test_what_was_reported_is_in_progress_until_it_is_reviewed_whatever_the_day():
    assert light("reported", date(2024, 7, 9), met=UNTIL) is Light.RUNNING
    assert light("completed", date(2024, 7, 9), met=UNTIL) is Light.DONE
    assert light("completed", date(2024, 7, 9), met=date(2024, 7, 1)) is Light.DONE_LATE


def test_what_is_returned_is_late_again_and_what_is_dropped_is_out():
    assert light("returned", date(2024, 7, 1)) is Light.LATE
    assert light("dropped", date(2024, 7, 1)) is Light.OUT
    assert light("carried", date(2024, 7, 1)) is Light.OUT


def test_a_task_shines_as_its_most_worrying_duty():
    assert together([Light.DONE, Light.LATE, Light.RUNNING]) is Light.LATE
    assert together([Light.DONE, Light.NOT_BEGUN]) is Light.RUNNING
    assert together([Light.DONE, Light.OUT]) is Light.DONE
    assert together([]) is Light.NOT_BEGUN


def test_a_target_that_is_behind_warns_and_one_out_of_reach_is_red():
    assert light_of_target(TargetState.BEHIND) is Light.SOON
    assert light_of_target(TargetState.OUT_OF_REACH) is Light.LATE
    assert light_of_target(TargetState.NOT_MEASURABLE) is Light.OUT


@pytest.mark.parametrize(
    ("claimed", "found", "is_share", "shown"),
    [
        ("97.3", Fraction(36, 37), True, True),
        ("97.4", Fraction(36, 37), True, False),
        ("100.0000", Fraction(36, 37), True, False),
        ("100.0000", Fraction(1), True, True),
        ("12", Fraction(12), False, True),
        ("12", Fraction(11), False, False),
        ("12", None, False, False),
    ],
)
def test_a_claim_is_shown_where_the_data_round_to_it(claimed, found, is_share, shown):
    assert claim(Decimal(claimed), found, is_share=is_share).is_shown is shown


def test_a_claim_that_is_not_shown_says_what_the_data_show():
    assert (
        claim(Decimal(12), Fraction(11), is_share=False).says.zh == "台账的数是11，与自报的不一致。"
    )
    assert "97.30%" in claim(Decimal(100), Fraction(36, 37), is_share=True).says.zh
