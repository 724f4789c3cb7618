"""Published lists of a government are named by all of its units, and by nobody else."""

from __future__ import annotations

import pytest

from tests.web.conftest import AT, World
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
