"""Published lists, and cases that others follow on, are named by all units of a government, and by nobody else."""

from __future__ import annotations

import pytest

from tests.web.conftest import AT, World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import policy
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions

ITEM = {
    "name": "某平台",
    "responsible": "溪口县司法局",
    "opened": "2026-03-02",
    "status": "running",
}


@pytest.fixture
def listed(world: World, reporter: User):
    """An entry of a published list that one unit keeps."""
    return actions.create(world.actor(reporter), "openness.platform", world.bureau, ITEM, AT)


def test_an_entry_of_a_published_list_is_named_by_another_unit_that_does_not_see_it(world, listed):
    other = world.actor(world.person("别的填报员", world.office, "reporter"))
    assert listed not in policy.entries_for(other)
    assert listed in policy.entries_to_refer_to(other)


def test_units_of_another_government_do_not_name_it(world, listed):
    other = world.actor(world.person("邻县填报员", world.other_bureau, "reporter"))
    assert listed not in policy.entries_to_refer_to(other)


def test_what_is_no_published_list_is_named_by_those_who_see_it_only(world, reporter):
    raw = {"name": "某通知", "drafted": "2026-03-02"}
    actor = world.actor(reporter)
    entry = actions.create(actor, "openness.document_attribute", world.bureau, raw, AT)
    other = world.actor(world.person("别的填报员", world.office, "reporter"))
    assert entry in policy.entries_to_refer_to(actor)
    assert entry not in policy.entries_to_refer_to(other)


def test_a_case_that_others_follow_on_is_named_across_units_and_seen_by_none_of_them(world, desk):
    case = {"domain": "penalty", "register": "case", "name": "跨单位", "way": []}
    entry = desk.follow(case)
    other = world.actor(world.person("别的填报员", world.office, "reporter"))
    neighbour = world.actor(world.person("邻县填报员", world.other_bureau, "reporter"))
    assert entry in policy.entries_to_refer_to(other)
    assert entry not in policy.entries_for(other)
    assert entry not in policy.entries_to_refer_to(neighbour)


def test_a_register_named_across_units_is_called_by_what_is_not_personal():
    for named in catalogue().registers():
        if named.register.named_across:
            assert named.register.title not in named.register.personal, named.name
