"""Who may see and do what: roles by own and other units and governments."""

from __future__ import annotations

from datetime import date

import pytest

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.web import policy
from zhunsheng.web.organizations.models import Assignment
from zhunsheng.web.organizations.roles import ADMINISTRATORS, ROLES, conflict
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry, UnscopedError

PLACES = ("own unit", "other unit", "government above", "other government")
# role → what it may do with an entry of the bureau, from each place: s sees, p sees personal data,
# e enters and changes, a takes the approving step, v looks into the ledger.
MATRIX = {
    "reporter": ("spe", "", "", ""),
    "approver": ("spa", "", "", ""),
    "coordinator": ("sv", "sv", "sv", "v"),
    "leader": ("s", "s", "s", ""),
    "inspector": ("sv", "sv", "sv", "v"),
    "legal_reviewer": ("s", "s", "", ""),
    "system_administrator": ("", "", "", ""),
    "security_administrator": ("", "", "", ""),
    "audit_administrator": ("v", "v", "v", "v"),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("place", range(len(PLACES)), ids=PLACES)
def test_a_role_may_do_from_its_place_what_the_matrix_says(world: World, reporter, role, place):
    entry = actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
    above = world.bureau.__class__.objects.create(
        government=world.prefecture, code="sfj", name="云溪市司法局"
    )
    unit = (world.bureau, world.office, above, world.other_bureau)[place]
    actor = world.actor(world.person("某人", unit, role))
    found = ""
    if policy.entries_for(actor).filter(pk=entry.pk).exists():
        found += "s"
    if policy.may_see_personal(actor, entry):
        found += "p"
    if policy.may_enter(actor, world.bureau) and policy.may_change(actor, entry):
        found += "e"
    if not policy.may_take(actor, entry, ("approver",), approves=True):
        found += "a"
    if policy.may_verify(actor):
        found += "v"
    assert found == MATRIX[role][place]


def test_a_role_holds_from_its_first_to_its_last_day(world: World):
    user = world.person("临时", world.bureau)
    Assignment.objects.create(
        user=user,
        unit=world.bureau,
        role="reporter",
        since=date(2026, 3, 1),
        until=date(2026, 3, 31),
    )
    assert not policy.actor_of(user, date(2026, 2, 28)).grants
    assert policy.actor_of(user, date(2026, 3, 1)).has("reporter")
    assert policy.actor_of(user, date(2026, 3, 31)).has("reporter")
    assert not policy.actor_of(user, date(2026, 4, 1)).grants


def test_a_query_for_nobody_in_particular_is_refused(db: None):
    with pytest.raises(UnscopedError):
        Entry.objects.count()
    with pytest.raises(UnscopedError):
        Entry.objects.filter(pk=1)


def test_the_three_administrators_are_never_in_one_hand():
    for one in ADMINISTRATORS:
        for other in ADMINISTRATORS - {one}:
            assert "三员分立" in conflict({one, other})
        assert "不能兼任" in conflict({one, "reporter"})
        assert conflict({one}) == ""
    assert conflict({"reporter", "approver"}) == ""
