"""Who may do what with a draw: every role, from every place, as the policy says it and as a browser finds it."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.web import golden
from tests.web.conftest import AT
from tests.web.draws.conftest import OWN, SECRET
from tests.web.test_matrix import PLACES, somebody
from zhunsheng.web import policy
from zhunsheng.web.draws import actions as drawing
from zhunsheng.web.draws import who_may
from zhunsheng.web.draws.models import Draw
from zhunsheng.web.organizations import delegating
from zhunsheng.web.organizations.models import Assignment, User
from zhunsheng.web.organizations.roles import ROLES

TODAY = AT.date()
# s sees the plan and the draw, and takes out its files    d fixes the terms and enters the result
# o carries it out, which somebody else committed to       c calls it off before
MATRIX = {
    # the role               own unit  merged into it  other unit  above  other government
    "reporter":              ("sdc",   "sdc",          "",         "",    ""),
    "approver":              ("soc",   "soc",          "",         "",    ""),
    "coordinator":           ("soc",   "soc",          "soc",      "s",   ""),
    "leader":                ("s",     "s",            "s",        "s",   ""),
    "inspector":             ("soc",   "soc",          "soc",      "s",   ""),
    "legal_reviewer":        ("s",     "s",            "s",        "",    ""),
    "system_administrator":  ("",      "",             "",         "",    ""),
    "security_administrator": ("",     "",             "",         "",    ""),
    "audit_administrator":   ("",      "",             "",         "",    ""),
}  # fmt: skip
WAYS = ("given", "standing in")


def test_the_table_has_every_role():
    assert set(MATRIX) == set(ROLES)
    assert {len(line) for line in MATRIX.values()} == {len(PLACES)}


@pytest.mark.parametrize("way", WAYS if golden.ALL else ["given"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", ROLES)
def test_the_policy_says_what_the_table_says(bureau, role, place, way):
    actor = bureau.world.actor(somebody(bureau.world, role, place, way))
    plan, unit = bureau.plan, bureau.world.bureau
    found = {
        "s": policy.entries_for(actor).filter(pk=plan.pk).exists(),
        "d": who_may.may_draw(actor, plan),
        "o": who_may.why_not_oversee(actor, unit, bureau.reporter.pk, TODAY) is None,
        "c": who_may.may_cancel_draw(actor, unit),
    }
    assert {key for key, may in found.items() if may} == set(MATRIX[role][PLACES.index(place)])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", ROLES)
def test_a_browser_finds_what_the_table_says(bureau, role, place, browse):
    client = browse(somebody(bureau.world, role, place))
    expected = set(MATRIX[role][PLACES.index(place)])
    start = reverse("draw_start", args=[bureau.plan.pk])
    posted = client.post(start, {"mode": "two", "number": "0417"}).status_code
    assert (posted == 302) == ("d" in expected)
    Draw.objects.all().delete()
    draw = bureau.commit()
    for name in ("draw", "draw_record", "draw_proof"):
        status = client.get(reverse(name, args=[draw.pk])).status_code
        assert (status == 200) == ("s" in expected), name
    drawn = client.post(reverse("draw_act", args=[draw.pk, "carry-out"]), {"number": "8848"})
    assert (drawn.status_code == 302) == ("o" in expected)
    if "o" not in expected:
        assert Draw.objects.get().state == Draw.State.COMMITTED
        bureau.carry_out(draw)
    entered = client.post(reverse("draw_act", args=[draw.pk, "enter"]))
    assert (entered.status_code == 302) == ("d" in expected)
    Draw.objects.all().delete()
    draw = bureau.commit()
    off = client.post(reverse("draw_act", args=[draw.pk, "cancel"]), {"reason": "名单有误"})
    assert (off.status_code == 302) == ("c" in expected)
    listed = client.get(reverse("draws")).content.decode()
    assert bool(re.search(rf"/draws/{draw.pk}/", listed)) == ("s" in expected)


def test_nobody_who_is_not_logged_in_gets_anywhere(bureau):
    draw, client = bureau.commit(), Client()
    addresses = [
        reverse("draws"),
        reverse("draw_verifier"),
        reverse("draw_start", args=[bureau.plan.pk]),
        *(reverse(name, args=[draw.pk]) for name in ("draw", "draw_record", "draw_proof")),
        *(
            reverse("draw_act", args=[draw.pk, do])
            for do in ("carry-out", "enter", "replace", "cancel")
        ),
    ]
    for address in addresses:
        for response in (client.get(address), client.post(address)):
            assert response.status_code == 302, address
            assert response.url.startswith("/login/"), address


def test_whoever_fixed_the_terms_does_not_draw_though_they_also_approve(bureau):
    Assignment.objects.create(user=bureau.reporter, unit=bureau.world.bureau, role="approver")
    draw = bureau.commit()
    with pytest.raises(drawing.ForbiddenError, match="不能监督同一次抽取"):
        drawing.carry_out(bureau.world.actor(bureau.reporter), draw.pk, "8848", AT)


def colleague(bureau, name: str) -> User:
    """Get somebody who works in the bureau and has no role of their own."""
    user = bureau.world.person(name, bureau.world.bureau)
    User.objects.filter(pk=user.pk).update(unit=bureau.world.bureau)
    return user


def hand_over(bureau, absent: User, role: str, stand_in: User) -> None:
    own = [one.pk for one in delegating.own_roles(absent, TODAY) if one.role == role]
    delegating.delegate(bureau.world.actor(absent), own, stand_in, (TODAY, TODAY), AT)


def test_nobody_draws_for_whom_the_terms_were_fixed_by_a_stand_in(bureau):
    world = bureau.world
    absent = world.person("外出的人", world.bureau, "reporter", "approver")
    stand_in = colleague(bureau, "代行的人")
    hand_over(bureau, absent, "reporter", stand_in)
    draw = drawing.commit(world.actor(stand_in), bureau.plan.pk, OWN, SECRET, AT)
    with pytest.raises(drawing.ForbiddenError, match="不能监督同一次抽取"):
        drawing.carry_out(world.actor(absent), draw.pk, "8848", AT)


def test_whoever_stands_in_for_the_one_who_fixed_the_terms_does_not_draw(bureau):
    Assignment.objects.create(user=bureau.reporter, unit=bureau.world.bureau, role="approver")
    stand_in = colleague(bureau, "代行的人")
    draw = bureau.commit()
    hand_over(bureau, bureau.reporter, "approver", stand_in)
    with pytest.raises(drawing.ForbiddenError, match="抽取由本单位的审核员"):
        drawing.carry_out(bureau.world.actor(stand_in), draw.pk, "8848", AT)
