"""Units keep their past: names with dates, successors, groups."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.conftest import AT, REQUEST
from tests.web.organizations.conftest import Site
from zhunsheng.web import policy
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations import actions
from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.organizations.units import (
    group_named,
    members_on,
    name_on,
    names_of,
    successor_on,
    unit_named,
)
from zhunsheng.web.registers import actions as entries
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError

MARCH = date(2026, 3, 1)
LATER = AT + timedelta(days=60)


def test_a_renamed_unit_is_still_called_what_it_was_on_the_days_before(site: Site):
    unit = actions.rename_unit(None, site.office, "溪口县发展改革局", MARCH, AT)
    assert name_on(unit, date(2026, 2, 28)) == "溪口县发展和改革局"
    assert name_on(unit, MARCH) == "溪口县发展改革局"
    unit = actions.rename_unit(None, unit, "溪口县发展局", date(2026, 4, 1), LATER)
    assert name_on(unit, date(2026, 3, 31)) == "溪口县发展改革局"
    assert [one["since"] for one in names_of(unit)] == [None, "2026-03-01", "2026-04-01"]


def test_a_unit_is_found_by_its_name_of_the_day_an_alias_and_a_past_name(site: Site):
    actions.rename_unit(None, site.office, "溪口县发展改革局", MARCH, AT)
    for name in ("溪口县发展改革局", "县发改局", " 溪口县发展和改革局 "):
        assert unit_named(name, site.county, AT.date()) == site.office
    assert unit_named("溪口县发展和改革局", site.county, date(2026, 2, 1)) == site.office
    assert unit_named("没有这个局", site.county, AT.date()) is None
    assert unit_named("县发改局", site.other_county, AT.date()) is None


def test_a_merged_unit_leads_to_its_successor_and_to_the_successors_successor(site: Site):
    third = actions.add_unit(None, site.county, "ggj", "溪口县改革局", AT)
    actions.merge_unit(None, site.office, site.bureau, MARCH, AT)
    actions.merge_unit(None, site.bureau, third, date(2026, 4, 1), LATER)
    office = Unit.objects.get(pk=site.office.pk)
    assert successor_on(office, date(2026, 2, 28)) == site.office
    assert successor_on(office, MARCH) == site.bureau
    assert successor_on(office, date(2026, 4, 1)) == third
    assert unit_named("县发改局", site.county, MARCH) == site.bureau
    assert unit_named("县发改局", site.county, date(2026, 2, 28)) == site.office
    assert unit_named("县发改局", site.county, date(2026, 4, 1)) == third


def test_a_name_that_two_units_would_answer_to_is_refused(site: Site):
    with pytest.raises(InvalidError, match="分不清"):
        actions.rename_unit(None, site.office, "县司法局", MARCH, AT)
    with pytest.raises(InvalidError, match="分不清"):
        actions.set_aliases(None, site.office, ["溪口县司法局"], AT)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda s: actions.rename_unit(None, s.office, "新局", date(2026, 3, 3), AT), "晚于今天"),
        (lambda s: actions.rename_unit(None, s.office, s.office.name, MARCH, AT), "相同"),
        (lambda s: actions.merge_unit(None, s.office, s.office, MARCH, AT), "另一个单位"),
        (lambda s: actions.merge_unit(None, s.office, s.other_bureau, MARCH, AT), "本政府"),
        (lambda s: actions.add_unit(None, s.county, "sfj", "某局", AT), "已有单位使用"),
        (lambda s: actions.add_unit(None, s.county, "甲/乙", "某局", AT), "字母"),
        (lambda s: actions.add_unit(None, s.county, "x", "局" * 101, AT), "不超过100字"),
        (lambda s: actions.add_group(None, s.county, "各局", [s.hall], None, AT), "本政府的单位"),
        (lambda s: actions.move_government(None, s.prefecture, s.county, AT), "自己或者下级"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(site: Site, change, complaint):
    lines = StoredLine.objects.count()
    with pytest.raises(InvalidError, match=complaint):
        change(site)
    assert StoredLine.objects.count() == lines


def test_a_unit_that_is_over_is_not_changed_any_more(site: Site):
    actions.end_unit(None, site.office, date(2026, 2, 28), AT)
    with pytest.raises(InvalidError, match="不再变更"):
        actions.rename_unit(None, site.office, "新局", MARCH, AT)


def test_what_a_merged_unit_has_begun_its_successor_finishes_and_begins_nothing_new(site: Site):
    old = site.actor(site.person("旧填报员", site.office, "reporter"))
    new = site.actor(site.person("新填报员", site.bureau, "reporter", "approver"))
    entry = entries.create(old, "openness.request", site.office, REQUEST, AT)
    assert not policy.entries_for(new).filter(pk=entry.pk).exists()
    actions.merge_unit(None, site.office, site.bureau, AT.date(), AT)
    entry.refresh_from_db()
    assert entry.unit == site.office
    old, new = site.actor(old.user), site.actor(new.user)
    assert policy.entries_for(new).filter(pk=entry.pk).exists()
    assert policy.may_change(new, entry)
    assert policy.may_see_personal(new, entry)
    assert not policy.may_take(new, entry, ("approver",), approves=True)
    entries.change(new, entry.pk, entry.version, {"subject": "由承继单位更正"}, AT)
    for actor in (old, new):
        with pytest.raises(ForbiddenError):
            entries.create(actor, "openness.request", site.office, REQUEST, AT)
    assert list(policy.units_to_enter_for(new)) == [site.bureau]
    assert list(policy.units_to_enter_for(old)) == []
    assert policy.may_change(old, entry)


def test_a_merger_to_come_changes_nothing_before_its_day(site: Site):
    clerk = site.person("填报员", site.office, "reporter")
    actions.merge_unit(None, site.office, site.bureau, LATER.date(), AT)
    assert policy.may_enter(site.actor(clerk), site.office)
    assert not policy.may_enter(site.actor(clerk, LATER), site.office)


def test_a_unit_is_not_merged_into_one_that_will_end(site: Site):
    actions.merge_unit(None, site.office, site.bureau, LATER.date(), AT)
    with pytest.raises(InvalidError, match="将要撤并"):
        actions.merge_unit(None, site.bureau, site.office, AT.date(), AT)


def test_a_group_names_its_members_of_the_day_and_successors_once(site: Site):
    third = actions.add_unit(None, site.county, "jyj", "溪口县教育局", AT)
    actions.add_group(None, site.county, "各局", [site.bureau, site.office], None, AT)
    group = group_named("各局", site.county)
    assert group is not None
    assert members_on(group, AT.date()) == [site.office, site.bureau]
    actions.set_members(None, group, [site.bureau, third], AT.date(), AT)
    assert members_on(group, date(2026, 3, 1)) == [site.office, site.bureau]
    assert members_on(group, AT.date()) == [third, site.bureau]
    actions.merge_unit(None, third, site.bureau, date(2026, 4, 1), LATER)
    assert members_on(group, date(2026, 4, 1)) == [site.bureau]


def test_what_is_below_a_government_moves_with_it_and_each_gets_its_line(site: Site):
    province = actions.add_government(None, "990000", "云岭省", "province", None, AT)
    actions.move_government(None, site.prefecture, province, AT)
    assert Government.objects.get(pk=site.county.pk).path == "990000/990100/990121/"
    assert StoredLine.objects.filter(did="government.move").count() == 3


@given(st.lists(st.text(max_size=30), max_size=5))
def test_aliases_are_kept_clean_or_refused_whatever_is_typed(texts):
    try:
        kept = actions._aliases(texts)
    except InvalidError:
        return
    assert all(alias and alias == " ".join(alias.split()) for alias in kept)
    assert len(kept) == len(set(kept))
