"""Who may do what as an administrator: roles × administrative actions × places, in one table."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from tests.web.conftest import AT
from tests.web.organizations.conftest import Site
from zhunsheng.web import actors, policy
from zhunsheng.web.organizations import actions, people
from zhunsheng.web.organizations.roles import ROLES
from zhunsheng.web.registers.errors import ForbiddenError

YESTERDAY = AT.date() - timedelta(days=1)
# The action → whose it is, among those who look after the county or what is above it.
WHOSE = {
    "add a government": "system_administrator",
    "rename a government": "system_administrator",
    "move a government": "system_administrator",
    "add a unit": "system_administrator",
    "rename a unit": "system_administrator",
    "set aliases": "system_administrator",
    "merge a unit": "system_administrator",
    "end a unit": "system_administrator",
    "add a group": "system_administrator",
    "set members": "system_administrator",
    "add a person": "system_administrator",
    "change a person": "system_administrator",
    "close an account": "system_administrator",
    "open an account": "system_administrator",
    "give a role": "security_administrator",
    "withdraw a role": "security_administrator",
    "reset a password": "security_administrator",
    "see logins": "audit_administrator",
}
# What the coordinator of the government does as well: say how documents speak of its units.
NAMING = frozenset({"set aliases", "add a group", "set members"})
# Where somebody has the role → whether it reaches the county.
REACHES = {
    "own government": True,
    "government above": True,
    "government beside": False,
    "government below": False,
}
# Each does its action to (site, as an actor, with the parts).
DOERS = {
    "add a government": lambda s, a, p: actions.add_government(
        a, "990121001", "溪口镇", "town", s.county, AT
    ),
    "rename a government": lambda s, a, p: actions.rename_government(
        a, s.county, "新溪口县", AT.date(), AT
    ),
    "move a government": lambda s, a, p: actions.move_government(a, p["town"], s.county, AT),
    "add a unit": lambda s, a, p: actions.add_unit(a, s.county, "new", "新局", AT),
    "rename a unit": lambda s, a, p: actions.rename_unit(a, s.office, "新局", AT.date(), AT),
    "set aliases": lambda s, a, p: actions.set_aliases(a, s.office, ["某局"], AT),
    "merge a unit": lambda s, a, p: actions.merge_unit(a, s.office, s.bureau, AT.date(), AT),
    "end a unit": lambda s, a, p: actions.end_unit(a, s.office, AT.date(), AT),
    "add a group": lambda s, a, p: actions.add_group(a, s.county, "各局", [s.office], None, AT),
    "set members": lambda s, a, p: actions.set_members(a, p["group"], [], AT.date(), AT),
    "add a person": lambda s, a, p: people.add_person(a, "new", "新人", s.office, AT),
    "change a person": lambda s, a, p: people.change_person(a, p["user"], "改名", s.office, AT),
    "close an account": lambda s, a, p: people.deactivate(a, p["user"], AT),
    "open an account": lambda s, a, p: people.reactivate(a, p["user"], AT),
    "give a role": lambda s, a, p: people.assign(
        a, p["user"], s.office, "approver", (None, None), AT
    ),
    "withdraw a role": lambda s, a, p: people.withdraw(a, p["role"], YESTERDAY, AT),
    "reset a password": lambda s, a, p: people.reset_password(a, p["user"], AT),
}


def done(site: Site, action: str, actor: actors.Actor, parts: dict) -> bool:
    if action == "see logins":
        reached = policy.governments_to_manage(actor).filter(pk=site.county.pk).exists()
        return policy.may_see_logins(actor) and reached
    try:
        DOERS[action](site, actor, parts)
    except ForbiddenError:
        return False
    return True


@pytest.mark.parametrize("place", REACHES)
@pytest.mark.parametrize("role", ROLES)
def test_an_administrator_acts_in_the_own_government_and_below_and_nobody_else(
    site: Site, role, place
):
    town = actions.add_government(None, "990121002", "石桥镇", "town", site.county, AT)
    below = actions.add_unit(None, town, "dzb", "石桥镇党政办", AT)
    user = site.person("被管理者", site.office, "reporter")
    parts = {
        "town": town,
        "user": user,
        "role": user.assignments.get(),
        "group": actions.add_group(None, site.county, "部分局", [], None, AT),
    }
    where = dict(zip(REACHES, (site.bureau, site.hall, site.other_bureau, below), strict=True))[
        place
    ]
    actor = site.actor(site.person("某人", where, role))
    found = {}
    for action in WHOSE:
        with transaction.atomic():
            found[action] = done(site, action, actor, parts)
            transaction.set_rollback(True)
    names = role == "coordinator" and place == "own government"
    assert found == {
        action: (whose == role and REACHES[place]) or (names and action in NAMING)
        for action, whose in WHOSE.items()
    }


@pytest.mark.parametrize("role", ["system_administrator", "security_administrator"])
def test_nobody_does_it_to_oneself(site: Site, role):
    user = site.person("某人", site.bureau, role)
    actor = site.actor(user)
    parts = {"user": user, "role": user.assignments.get(), "group": None}
    for action in (
        "change a person",
        "close an account",
        "give a role",
        "withdraw a role",
        "reset a password",
    ):
        assert not done(site, action, actor, parts), action


def test_a_county_does_not_reset_passwords_of_the_prefecture(site: Site):
    user = site.person("市里的人", site.hall)
    people.assign(None, user, site.bureau, "inspector", (None, None), AT)
    with pytest.raises(ForbiddenError):
        people.reset_password(site.administrator("security"), user, AT)
    people.withdraw(site.administrator("security"), user.assignments.get(), YESTERDAY, AT)


def test_the_first_government_is_the_command_lines(site: Site):
    with pytest.raises(ForbiddenError):
        actions.add_government(
            site.administrator("system", site.hall), "980000", "别的省", "province", None, AT
        )


def test_people_are_shown_to_whoever_looks_after_them(site: Site):
    site.person("县里的人", site.office)
    site.person("外县的人", site.other_bureau)
    for kind in ("system", "security", "audit"):
        seen = {user.full_name for user in policy.people_for(site.administrator(kind))}
        assert "县里的人" in seen
        assert "外县的人" not in seen
    above = policy.people_for(site.administrator("audit", site.hall))
    assert {"县里的人", "外县的人"} <= {user.full_name for user in above}
    coordinator = site.actor(site.person("统筹", site.bureau, "coordinator"))
    assert not policy.people_for(coordinator).exists()
