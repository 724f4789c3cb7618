"""The catalogue: domains found by their folders, names that lead somewhere, contradictions refused."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from tests.law.clocks_of_many_kinds import ARTICLE, clock
from zhunsheng.engine.catalogue import Catalogue, Domain, DomainContents, catalogue, contents_of
from zhunsheng.engine.law.clocks import Extension, Version
from zhunsheng.engine.law.errors import LawError, UnknownNameError
from zhunsheng.engine.law.rules import Instrument, Rule
from zhunsheng.engine.refusals import DeclarationError

RULE = Rule(key="a-gate", says="先审后议。", kind="gate", source=ARTICLE)


def domain(key: str, *clocks, rules=()) -> DomainContents:
    return DomainContents(key=key, label="某事", clocks=clocks, rules=tuple(rules))


def test_a_clock_is_found_by_domain_and_key():
    assert catalogue().clock("openness.reply").clock.label == "依申请公开答复期限"


def test_the_key_of_an_extension_leads_to_the_clock_it_lengthens():
    assert catalogue().find("disclosure-answer-extension") is catalogue().clock("openness.reply")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("opennes.reply", "openness.reply"),
        ("reply", "openness.reply"),
        ("答复", "openness.reply"),
        ("disclosure-anser", "disclosure-answer"),
    ],
)
def test_an_unknown_clock_lists_the_near_ones(name, near):
    with pytest.raises(UnknownNameError) as refused:
        catalogue().clock(name)
    assert near in refused.value.message.zh
    assert near in refused.value.message.en


def test_an_unknown_domain_lists_the_domains():
    with pytest.raises(UnknownNameError, match="openness（政府信息公开）"):
        catalogue().clocks("openess")


def test_two_rules_of_one_key_are_refused():
    with pytest.raises(DeclarationError, match="a-gate"):
        Catalogue([domain("one", rules=[RULE]), domain("two", rules=[RULE])])


def test_two_clocks_of_one_name_are_refused():
    with pytest.raises(DeclarationError, match="reply"):
        Catalogue([domain("one", clock("month", 1), clock("month", 2))])


def test_a_rule_that_is_also_a_clock_is_refused():
    with pytest.raises(DeclarationError, match="a-gate"):
        Catalogue([domain("one", replace(clock("month", 1), rule="a-gate"), rules=[RULE])])


def test_a_folder_that_does_not_introduce_itself_is_refused():
    with pytest.raises(DeclarationError, match="DOMAIN"):
        contents_of(ModuleType("zhunsheng.domains.nameless"))


def test_a_domain_without_clocks_has_none():
    package = ModuleType("tests.law")
    package.DOMAIN = Domain(label="某事")  # type: ignore[attr-defined]
    assert contents_of(package).clocks == ()


def test_one_instrument_is_described_alike_in_every_domain():
    described: dict[tuple[str, str], set[Instrument]] = defaultdict(set)
    for named in catalogue().clocks():
        for version in named.clock.versions:
            instrument = version.source.instrument
            described[instrument.name, instrument.version].add(instrument)
    for _, rule in catalogue().rules():
        instrument = rule.source.instrument
        described[instrument.name, instrument.version].add(instrument)
    assert {name: found for name, found in described.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ({"key": "Reply!"}, "小写英文"),
        ({"unit": "week"}, "单位"),
        ({"sense": "at_random"}, "性质"),
        ({"versions": ()}, "版本"),
        ({"versions": (Version(0, ARTICLE),)}, "数量"),
        ({"versions": (Version("03-01", ARTICLE),)}, "数量"),
        ({"sense": "by_date"}, "固定日期"),
        ({"versions": (Version(1, ARTICLE), Version(2, ARTICLE))}, "施行日期"),
    ],
)
def test_a_clock_that_contradicts_itself_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        replace(clock("working_day", 20), **broken)


def test_a_fixed_day_with_an_extension_is_refused():
    extended = Version("03-01", ARTICLE, Extension(amount=1, source=ARTICLE))
    with pytest.raises(DeclarationError, match="不能延长"):
        replace(clock("date", "03-01", "by_date"), versions=(extended,))


@pytest.mark.parametrize("broken", [{"kind": "wish"}, {"amount": "3"}])
def test_a_rule_that_contradicts_itself_is_refused(broken):
    with pytest.raises(DeclarationError):
        replace(RULE, **broken)


def test_an_act_is_judged_by_the_version_in_force_on_its_day():
    reply = catalogue().clock("openness.reply").clock
    assert reply.version_on(date(2019, 5, 14)).amount == 15
    assert reply.version_on(date(2019, 5, 15)).amount == 20


def test_the_law_before_the_first_version_is_not_guessed():
    reply = catalogue().clock("openness.reply").clock
    with pytest.raises(LawError, match="2008-05-01"):
        reply.version_on(date(2008, 4, 30))
    assert not reply.held_on(date(2008, 4, 30))
    assert reply.held_on(date(2008, 5, 1))
