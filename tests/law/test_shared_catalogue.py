"""Every declaration against the catalogue of statutory rules, where it is at hand beside the project."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from zhunsheng.engine.catalogue import NamedClock, catalogue

RULES = Path(__file__).parents[3] / "shared" / "law" / "rules.csv"
pytestmark = pytest.mark.skipif(not RULES.exists(), reason="the catalogue of rules is not at hand")
# The days of these acts are working days by an article of their own; the catalogue names it.
DAYS_MEAN = {
    "中华人民共和国行政复议法": "counting-reconsideration-working-days",
    "中华人民共和国行政处罚法": "counting-penalty-working-days",
    "中华人民共和国行政许可法": "counting-license-working-days",
    "中华人民共和国行政强制法": "counting-coercion-working-days",
}


def rows() -> dict[str, dict[str, str]]:
    with RULES.open(encoding="utf-8-sig", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


def clocks() -> list[NamedClock]:
    return catalogue().clocks()


def test_every_rule_of_the_catalogue_has_a_home_and_no_rule_is_invented():
    assert catalogue().rule_keys() == set(rows())


def test_every_clock_has_the_amount_unit_sense_and_article_of_the_catalogue():
    known = rows()
    for named in clocks():
        clock, row = named.clock, known[named.clock.rule]
        version = clock.current
        source = version.source
        assert (str(version.amount), clock.unit, clock.sense) == (
            row["amount"],
            row["unit"],
            row["sense"],
        ), named.name
        assert (source.instrument.name, source.article) == (row["instrument"], row["article"])
        assert version.verified == (row["verified"] == "yes"), named.name


def test_every_extension_has_the_amount_and_article_of_the_catalogue():
    known = rows()
    for named in clocks():
        given = named.clock.current.extension
        if given is None or not given.rule:
            continue
        row = known[given.rule]
        expected = int(row["amount"])
        if given.rule == "sme-complaint-result-max":  # the most in all: 90 days from receipt
            expected -= int(str(named.clock.current.amount))
        assert given.amount == expected, named.name
        assert (given.source.instrument.name, given.source.article) == (
            row["instrument"],
            row["article"],
        )


def test_every_suspension_cites_the_article_of_the_catalogue():
    known = rows()
    for named in clocks():
        for ground in named.clock.suspended_by:
            row = known[ground.rule]
            assert row["kind"] == "suspension"
            assert (ground.source.instrument.name, ground.source.article) == (
                row["instrument"],
                row["article"],
            )


def test_what_counts_as_a_day_is_what_each_act_says():
    known = rows()
    for named in clocks():
        source, meant = named.clock.current.source, named.clock.days_mean
        rule = DAYS_MEAN.get(source.instrument.name)
        if named.clock.unit != "working_day" or rule is None:
            assert meant is None, named.name
        else:
            assert meant is not None, named.name
            assert (meant.instrument.name, meant.article) == (
                known[rule]["instrument"],
                known[rule]["article"],
            )


def test_every_other_rule_has_the_kind_amount_and_article_of_the_catalogue():
    known = rows()
    for _, rule in catalogue().rules():
        row = known[rule.key]
        unit = row["unit"] if row["amount"] else ""
        assert (rule.kind, rule.amount, rule.unit) == (row["kind"], row["amount"], unit)
        assert (rule.source.instrument.name, rule.source.article) == (
            row["instrument"],
            row["article"],
        )
        assert rule.verified == (row["verified"] == "yes"), rule.key


def test_no_sentence_is_taken_over_from_the_catalogue_or_the_law():
    known = rows()
    for key, says in [
        *((named.clock.rule, named.clock.says) for named in clocks()),
        *((rule.key, rule.says) for _, rule in catalogue().rules()),
    ]:
        row = known[key]
        bare = says.rstrip("。")
        assert bare != row["rule_zh"].rstrip("。"), key
        assert len(bare) < 12 or bare not in row["quote"], key


def test_what_the_catalogue_has_not_verified_is_told_as_unconfirmed():
    unverified = {key for key, row in rows().items() if row["verified"] == "no"}
    told = {named.clock.rule for named in clocks() if not named.clock.current.verified}
    told |= {rule.key for _, rule in catalogue().rules() if not rule.verified}
    assert told == unverified
