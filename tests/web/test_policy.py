"""Roles in time, scoped queries, and the separation of duties; the table of who may what is in test_matrix."""

from __future__ import annotations

from datetime import date

import pytest

from tests.web.conftest import World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import actors, policy
from zhunsheng.web.organizations.models import Assignment
from zhunsheng.web.organizations.roles import ADMINISTRATORS, ROLES, conflict
from zhunsheng.web.registers.models import Entry, UnscopedError


def test_a_role_holds_from_its_first_to_its_last_day(world: World):
    user = world.person("临时", world.bureau)
    Assignment.objects.create(
        user=user,
        unit=world.bureau,
        role="reporter",
        since=date(2026, 3, 1),
        until=date(2026, 3, 31),
    )
    assert not actors.actor_of(user, date(2026, 2, 28)).grants
    assert actors.actor_of(user, date(2026, 3, 1)).has("reporter")
    assert actors.actor_of(user, date(2026, 3, 31)).has("reporter")
    assert not actors.actor_of(user, date(2026, 4, 1)).grants


def test_a_query_for_nobody_in_particular_is_refused(db: None):
    with pytest.raises(UnscopedError):
        Entry.objects.count()
    with pytest.raises(UnscopedError):
        Entry.objects.filter(pk=1)


def test_the_three_administrators_are_never_in_one_hand():
    for one in ADMINISTRATORS:
        for other in ADMINISTRATORS - {one}:
            assert "三员分立" in str(conflict({one, other}))
        assert "不能兼任" in str(conflict({one, "reporter"}))
        assert conflict({one}) is None
    assert conflict({"reporter", "approver"}) is None


def test_where_coordinators_enter_they_do_so_for_any_unit_of_their_government(world: World):
    coordinator = world.actor(world.person("统筹", world.office, "coordinator"))
    reporter = world.actor(world.person("填报", world.bureau, "reporter"))
    by = ("coordinator",)
    assert policy.may_enter(coordinator, world.bureau, by)
    assert not policy.may_enter(coordinator, world.bureau)
    assert not policy.may_enter(coordinator, world.other_bureau, by)
    assert not policy.may_enter(reporter, world.bureau, by)
    assert set(policy.units_to_enter_for(coordinator, by)) == {world.office, world.bureau}
    assert not policy.units_to_enter_for(reporter, by)
    assert policy.enters(coordinator, by)
    assert not policy.enters(reporter, by)


def test_nothing_new_is_entered_for_a_unit_that_is_over(world: World):
    coordinator = world.actor(world.person("统筹", world.office, "coordinator"))
    world.bureau.until = date(2026, 3, 1)
    world.bureau.save()
    assert not policy.may_enter(coordinator, world.bureau, ("coordinator",))
    assert set(policy.units_to_enter_for(coordinator, ("coordinator",))) == {world.office}


def test_every_role_that_a_declaration_names_exists():
    for named in catalogue().registers():
        steps = named.register.procedure.steps if named.register.procedure else ()
        roles = {*named.register.entered_by, *(role for step in steps for role in step.by)}
        assert roles <= set(ROLES), named.name
