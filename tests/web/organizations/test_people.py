"""Accounts, roles and standing in: who may, what goes together, four eyes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.web.conftest import AT, REQUEST
from tests.web.organizations.conftest import Site
from zhunsheng.web import actors, policy
from zhunsheng.web.organizations import actions, delegating, people
from zhunsheng.web.organizations.models import Assignment, User
from zhunsheng.web.organizations.roles import ADMINISTRATORS, ROLES
from zhunsheng.web.registers import actions as entries
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError

TODAY = AT.date()
IN_A_WEEK = TODAY + timedelta(days=7)


def test_a_new_person_gets_a_password_once_and_must_change_it(site: Site):
    user, password = people.add_person(None, "clerk", "某填报员", site.bureau, AT)
    assert user.check_password(password)
    assert user.must_change_password
    people.change_password(user, "另一个密码 2026", AT)
    user.refresh_from_db()
    assert not user.must_change_password
    assert len(user.past_passwords) == 1
    again = people.reset_password(None, user, AT)
    user.refresh_from_db()
    assert user.check_password(again)
    assert user.must_change_password


@pytest.mark.parametrize(
    ("name", "complaint"), [("a b", "用户名"), ("CLERK", "已有人使用"), ("", "用户名")]
)
def test_a_user_name_that_cannot_be_is_refused(site: Site, name, complaint):
    site.person("clerk", site.bureau)
    with pytest.raises(InvalidError, match=complaint):
        people.add_person(None, name, "某", site.bureau, AT)


def test_a_role_is_given_for_days_and_taken_away_and_given_again(site: Site):
    user = site.person("某", site.bureau)
    given = people.assign(None, user, site.bureau, "reporter", (None, None), AT)
    with pytest.raises(InvalidError, match="已是"):
        people.assign(None, user, site.bureau, "reporter", (TODAY, IN_A_WEEK), AT)
    people.withdraw(None, given, TODAY - timedelta(days=1), AT)
    assert not actors.actor_of(user, TODAY).grants
    people.assign(None, user, site.bureau, "reporter", (TODAY, None), AT)
    assert actors.actor_of(user, TODAY).has("reporter")


@pytest.mark.parametrize("one", sorted(ADMINISTRATORS))
@pytest.mark.parametrize("other", ROLES)
def test_no_administrator_has_another_role_at_the_same_time(site: Site, one, other):
    if one == other:
        return
    user = site.person("某", site.bureau)
    people.assign(None, user, site.bureau, one, (TODAY, IN_A_WEEK), AT)
    with pytest.raises(InvalidError, match=r"三员分立|不能兼任"):
        people.assign(None, user, site.office, other, (IN_A_WEEK, None), AT)
    after = IN_A_WEEK + timedelta(days=1)
    people.assign(None, user, site.office, other, (after, None), AT)


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_separation_holds_through_standing_in(site: Site, role):
    chief = site.actor(site.person("管理员", site.bureau, role))
    (own,) = delegating.own_roles(chief.user, TODAY)
    for other in sorted(set(ROLES) - {role}):
        colleague = site.person(f"同事{other}", site.bureau, other)
        with pytest.raises(InvalidError, match=r"三员分立|不能兼任"):
            delegating.delegate(chief, [own.pk], colleague, (TODAY, IN_A_WEEK), AT)
    free = site.person("无角色", site.bureau)
    delegating.delegate(chief, [own.pk], free, (TODAY, IN_A_WEEK), AT)
    with pytest.raises(InvalidError, match=r"三员分立|不能兼任"):
        people.assign(None, free, site.bureau, "reporter", (IN_A_WEEK, None), AT)
    assert not Assignment.objects.filter(user=free, role="reporter").exists()


def test_a_stand_in_acts_within_the_days_and_hands_nothing_on(site: Site):
    absent = site.actor(site.person("某甲", site.bureau, "reporter"))
    stand_in = site.person("某乙", site.office, "reporter")
    (own,) = delegating.own_roles(absent.user, TODAY)
    delegating.delegate(absent, [own.pk], stand_in, (TODAY, IN_A_WEEK), AT)
    assert policy.may_enter(site.actor(stand_in), site.bureau)
    after = actors.actor_of(stand_in, IN_A_WEEK + timedelta(days=1))
    assert not policy.may_enter(after, site.bureau)
    handed = stand_in.assignments.exclude(stands_in_for=None).get()
    third = site.person("某丙", site.bureau)
    with pytest.raises(InvalidError, match="请选择要交由"):
        delegating.delegate(site.actor(stand_in), [handed.pk], third, (TODAY, TODAY), AT)
    with pytest.raises(ForbiddenError):
        delegating.recall(site.actor(third), handed.pk, AT)
    delegating.recall(absent, handed.pk, AT)
    assert not policy.may_enter(site.actor(stand_in), site.bureau)


@pytest.mark.parametrize(
    ("since", "until", "complaint"),
    [
        (TODAY - timedelta(days=1), IN_A_WEEK, "早于今天"),
        (IN_A_WEEK, TODAY, "止日不能早于起日"),
        (TODAY, date(2027, 1, 1), "不在这段时间"),
    ],
)
def test_standing_in_has_days_within_the_role(site: Site, since, until, complaint):
    user = site.person("某甲", site.bureau)
    people.assign(None, user, site.bureau, "reporter", (None, date(2026, 12, 31)), AT)
    (own,) = delegating.own_roles(user, TODAY)
    with pytest.raises(InvalidError, match=complaint):
        delegating.delegate(
            site.actor(user), [own.pk], site.person("某乙", site.bureau), (since, until), AT
        )


def test_nobody_elsewhere_or_inactive_or_oneself_stands_in(site: Site):
    absent = site.actor(site.person("某甲", site.bureau, "reporter"))
    (own,) = delegating.own_roles(absent.user, TODAY)
    gone = people.deactivate(None, site.person("离职", site.bureau), AT)
    for stand_in in (site.person("外县", site.other_bureau), gone, absent.user):
        with pytest.raises(InvalidError, match="在职人员"):
            delegating.delegate(absent, [own.pk], stand_in, (TODAY, TODAY), AT)


def test_standing_in_ends_with_the_role_and_with_the_account(site: Site):
    for number, end in enumerate(
        (
            lambda user: people.withdraw(
                None, user.assignments.get(), TODAY - timedelta(days=1), AT
            ),
            lambda user: people.deactivate(None, user, AT),
        )
    ):
        absent = site.actor(site.person(f"某甲{number}", site.bureau, "reporter"))
        stand_in = site.person(f"某乙{number}", site.bureau)
        (own,) = delegating.own_roles(absent.user, TODAY)
        delegating.delegate(absent, [own.pk], stand_in, (TODAY, IN_A_WEEK), AT)
        end(absent.user)
        assert not actors.actor_of(stand_in, TODAY).grants


def delegated(site: Site, user: User, role: str, to: User) -> None:
    own = delegating.own_roles(user, TODAY).get(role=role)
    delegating.delegate(site.actor(user), [own.pk], to, (TODAY, IN_A_WEEK), AT)


def why_not(site: Site, user: User, entry) -> str:
    return str(policy.may_take(site.actor(user), entry, ("approver",), approves=True) or "")


def test_a_stand_in_does_not_approve_in_the_name_of_whoever_entered(site: Site):
    both = site.person("某甲", site.bureau, "reporter", "approver")
    stand_in = site.person("某乙", site.bureau)
    entry = entries.create(site.actor(both), "openness.request", site.bureau, REQUEST, AT)
    delegated(site, both, "approver", stand_in)
    assert "代行填报人的角色" in why_not(site, stand_in, entry)
    people.assign(None, stand_in, site.office, "approver", (None, None), AT)
    assert "代行填报人的角色" in why_not(site, stand_in, entry)
    other = site.person("某丙", site.bureau, "approver")
    assert why_not(site, other, entry) == ""


def test_an_approver_of_ones_own_may_approve_what_the_absent_one_entered(site: Site):
    both = site.person("某甲", site.bureau, "reporter", "approver")
    colleague = site.person("某乙", site.bureau, "approver")
    entry = entries.create(site.actor(both), "openness.request", site.bureau, REQUEST, AT)
    assert why_not(site, colleague, entry) == ""


def test_who_was_absent_does_not_approve_what_was_entered_in_ones_name(site: Site):
    both = site.person("某甲", site.bureau, "reporter", "approver")
    stand_in = site.person("某乙", site.bureau)
    delegated(site, both, "reporter", stand_in)
    entry = entries.create(site.actor(stand_in), "openness.request", site.bureau, REQUEST, AT)
    assert "代您" in why_not(site, both, entry)
    third = site.person("某丙", site.bureau)
    delegated(site, both, "approver", third)
    assert "所代的人" in why_not(site, third, entry)


def test_four_eyes_hold_through_standing_in_and_a_merger(site: Site):
    clerk = site.actor(site.person("旧填报员", site.office, "reporter"))
    entry = entries.create(clerk, "openness.request", site.office, REQUEST, AT)
    actions.merge_unit(None, site.office, site.bureau, TODAY, AT)
    both = site.person("某甲", site.bureau, "reporter", "approver")
    stand_in = site.person("某乙", site.bureau)
    delegated(site, both, "reporter", stand_in)
    assert why_not(site, both, entry) == ""
    entry = entries.change(
        site.actor(stand_in), entry.pk, entry.version, {"subject": "由代行人更正"}, AT
    )
    assert "代您" in why_not(site, both, entry)


def test_a_stand_in_who_entered_does_not_approve(site: Site):
    chief = site.person("某审核员", site.bureau, "approver")
    clerk = site.person("某填报员", site.bureau, "reporter")
    delegated(site, chief, "approver", clerk)
    entry = entries.create(site.actor(clerk), "openness.request", site.bureau, REQUEST, AT)
    assert "填报的人不能审批" in why_not(site, clerk, entry)
