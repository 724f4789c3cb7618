"""Compulsion, ended licences and terms of publicity: what the registers work out, and what is counted."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.domains.test_figures_of_reports import figures, said
from zhunsheng.domains.compulsion.registers.measure.computing import (
    ended,
    fit_officers,
    reported_in_time,
)
from zhunsheng.domains.credit_publicity.registers import end_by, term_ends
from zhunsheng.domains.licence.registers.bans import (
    banned_for_false_material,
    banned_for_fraud,
)


@pytest.mark.parametrize(
    ("reported", "in_time"),
    [("2026-03-03T10:00", True), ("2026-03-03T10:01", False), (None, None)],
    ids=["24 hours", "a minute later", "not yet"],
)
def test_an_urgent_measure_is_reported_within_hours_and_not_within_days(reported, in_time):
    measure = {"urgent": True, "executed": "2026-03-02T10:00", "reported": reported}
    assert reported_in_time(measure) is in_time
    assert reported_in_time(measure | {"urgent": False}) is None


def test_two_officers_are_two_people_with_certificates_valid_on_the_day_of_the_measure():
    valid = {"officer.mark": "valid", "officer.valid_until": "2026-03-02"}
    officers = [valid | {"officer": "1"}, valid | {"officer": "1"}, valid | {"officer": "2"}]
    measure = {"begun": "2026-03-01", "executed": "2026-03-02T23:00", "officers": officers}
    assert fit_officers(measure) == 2
    assert fit_officers(measure | {"executed": "2026-03-03T00:10"}) == 0
    revoked = [*officers[:1], officers[2] | {"officer.revoked": "2026-02-02"}]
    assert fit_officers(measure | {"officers": revoked}) == 1
    assert fit_officers({"begun": "2026-03-01"}) is None


def test_a_measure_ends_with_whichever_came_first():
    assert ended({"handled": "2026-04-02", "lapsed": "2026-04-01"}) == "2026-04-01"
    assert ended({}) is None


def test_measures_are_counted_by_kind_with_those_that_outlasted_their_term():
    made = {"begun": date(2026, 3, 2), "executed": datetime(2026, 3, 2, 10), "kind": "seal"}
    due = {"seizure_due": date(2026, 4, 1)}
    in_time = made | due | {"lifted": date(2026, 4, 1), "ended": date(2026, 4, 1)}
    too_late = made | due | {"handled": date(2026, 4, 2), "ended": date(2026, 4, 2)}
    frozen = made | {"kind": "freeze", "freeze_due": date(2026, 4, 1)}
    found = figures("compulsion.measure", [in_time, too_late, made | due, frozen])
    cells = {name.partition("measures_")[2]: one.value for name, one in found.items()}
    assert said("实施行政强制措施", found) == 4
    assert (cells["seal_made"], cells["seal_overdue"], cells["seal_lifted"]) == (3, 2, 1)
    assert (cells["freeze_made"], cells["freeze_overdue"], cells["all_overdue"]) == (1, 1, 3)
    assert (found["compulsion.seizures_ended_on_time"].counted, cells["seize_made"]) == (1, 0)


def test_who_performs_on_demand_is_not_who_was_forced():
    demanded = {"begun": date(2026, 3, 2), "demanded": date(2026, 3, 3)}
    performed = demanded | {"performed": date(2026, 3, 10)}
    forced = performed | {"surcharged": date(2026, 3, 9), "carried_out": date(2026, 3, 9)}
    found = figures("compulsion.execution", [demanded, performed, forced | {"kind": "surcharge"}])
    share = found["compulsion.performed_on_demand"]
    assert (share.counted, share.base) == (1, 3)
    assert said("实施行政强制执行", found) == 1


@pytest.mark.parametrize(
    ("case", "until"),
    [
        ({"declined": "2026-03-02"}, "2027-03-02"),
        ({"decided": "2026-03-02", "refusal_reasons": "材料虚假"}, "2027-03-02"),
        ({"decided": "2026-03-02"}, None),
        ({"declined": "2026-03-02", "public_safety": False}, None),
        ({"declined": "2026-03-02", "false_material": False}, None),
    ],
    ids=["declined", "refused", "granted", "no matter of safety", "true material"],
)
def test_false_material_bars_for_a_year_where_public_safety_is_at_stake(case, until):
    said_of_it = {"false_material": True, "public_safety": True}
    assert banned_for_false_material(said_of_it | case) == until


def test_fraud_bars_for_three_years_after_the_revocation():
    ending = {"fraud": True, "public_safety": True, "revoked": "2024-02-29"}
    assert banned_for_fraud(ending) == "2027-02-28"
    assert banned_for_fraud(ending | {"revoked": None}) is None
    assert banned_for_fraud(ending | {"fraud": False}) is None


@pytest.mark.parametrize(
    ("record", "ends"),
    [
        ({"term": "minor"}, "2026-06-06"),
        ({"term": "usual"}, "2029-03-06"),
        ({"term": "usual", "shown": "2026-03-10"}, "2029-03-10"),
        ({"term": "longer"}, "2036-03-06"),
        ({"term": "minor", "system": "other"}, "2036-03-06"),
        ({"term": "minor", "act": "licence"}, "2036-03-06"),
    ],
    ids=["minor", "usual", "from the day it was shown", "a longer ban", "others", "a licence"],
)
def test_publicity_of_a_market_penalty_ends_by_its_term_and_others_by_their_own_day(record, ends):
    shown = {"act": "penalty", "system": "market", "published": "2026-03-06"}
    said_of_it = shown | {"shown_until": "2036-03-06"} | record
    assert end_by(said_of_it | {"term_ends": term_ends(said_of_it)}) == ends
