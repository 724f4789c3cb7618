"""Who opens which page of a plan: every role, from every place, in one table."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.organizations.roles import ROLES

PAGES = ("plan", "plan_board", "plan_targets", "plan_leader", "plan_check", "plan_scores")
PLACES = ("own unit", "other unit", "above", "other government")
# p reads the plan    d finds the duty of the bureau on it    u opens what the bureau owes this month
MATRIX = {
    # the role               own unit  other unit  above  other government
    "reporter":              ("pdu",   "p",        "",    ""),
    "approver":              ("pdu",   "p",        "",    ""),
    "coordinator":           ("pdu",   "pdu",      "pdu", ""),
    "leader":                ("pdu",   "pdu",      "pdu", ""),
    "inspector":             ("pdu",   "pdu",      "pdu", ""),
    "legal_reviewer":        ("pdu",   "pdu",      "",    ""),
    "system_administrator":  ("",      "",         "",    ""),
    "security_administrator": ("",     "",         "",    ""),
    "audit_administrator":   ("",      "",         "",    ""),
}  # fmt: skip


def test_the_table_has_every_role():
    assert set(MATRIX) == set(ROLES)


@pytest.fixture
def plan(office):
    made = office.plan()
    task = office.task(made, "一/1", "健全府院联动机制")
    return made, office.duty(task, office.world.bureau, until="2026-03-31")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", ROLES)
def test_a_browser_finds_what_the_table_says(office, on, plan, role, place):
    world, (made, duty) = office.world, plan
    unit = {
        "own unit": world.bureau,
        "other unit": world.office,
        "above": Unit.objects.create(government=world.prefecture, code="sfj", name="云溪市司法局"),
        "other government": world.other_bureau,
    }[place]
    client = on(world.person("某人", unit, role), "2026-04-02")
    answers = {name: client.get(reverse(name, args=[made.pk])) for name in PAGES}
    answers |= {
        kind: client.get(reverse("plan_checklist", args=[made.pk, kind]))
        for kind in ("xlsx", "docx")
    }
    assert {answer.status_code for answer in answers.values()} in ({200}, {404})
    board = answers["plan_board"].content.decode()
    owed = client.get(reverse("plan_unit", args=[world.bureau.pk]))
    found = {
        "p": answers["plan"].status_code == 200,
        "d": reverse("record", args=[duty.pk]) in board,
        "u": owed.status_code == 200,
    }
    expected = set(MATRIX[role][PLACES.index(place)])
    assert {letter for letter, may in found.items() if may} == expected


def test_nobody_who_is_not_logged_in_gets_anywhere(office, plan):
    made, _ = plan
    client = Client()
    addresses = [
        *(reverse(name, args=[made.pk]) for name in PAGES),
        reverse("plan_checklist", args=[made.pk, "xlsx"]),
        reverse("plan_unit", args=[office.world.bureau.pk]),
    ]
    for address in addresses:
        assert client.get(address).url.startswith("/login/"), address
