"""
Who may do what with an entry: every role, from every place, for every register, in one table.

Each line is checked twice: as the policy says it, and as a browser finds it.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.web import golden
from tests.web.conftest import AT, World
from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web import actors, policy
from zhunsheng.web.indicators.models import Violation
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.organizations import actions as organizing
from zhunsheng.web.organizations import delegating
from zhunsheng.web.organizations.models import Assignment, Unit, User
from zhunsheng.web.organizations.roles import GOVERNMENT_WIDE, ROLES
from zhunsheng.web.planning import documents
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.registers.models import Entry

TODAY = AT.date()
# s finds and opens it          p sees its personal data     n enters something new for its unit
# e changes it                  f adds a file                x erases its personal data
# t takes the steps that name the role                       v looks into the ledger
# m reads plan documents of its government and puts them in force
# g sees the figures of its government    c has them compared    a explains why those of its unit disagree
MATRIX = {
    # the role               own unit     merged into it  other unit  above    other government
    "reporter":              ("spneftga", "speftga",      "g",        "g",     ""),
    "approver":              ("spfxtga",  "spfxtga",      "g",        "g",     ""),
    "coordinator":           ("stvgcam",  "stvgcam",      "stvgcam",  "svgc",  "v"),
    "leader":                ("stgc",     "stgc",         "stgc",     "sgc",   ""),
    "inspector":             ("stvgc",    "stvgc",        "stvgc",    "svgc",  "v"),
    "legal_reviewer":        ("stg",      "stg",          "stg",      "g",     ""),
    "system_administrator":  ("g",        "g",            "g",        "g",     ""),
    "security_administrator": ("g",       "g",            "g",        "g",     ""),
    "audit_administrator":   ("vg",       "vg",           "vg",       "vg",    "v"),
}  # fmt: skip
# What is not about one entry is looked at once for each role and place.
ELSEWHERE = frozenset("vgcam")
PLACES = ("own unit", "merged into it", "other unit", "above", "other government")
# How somebody comes by the role, and whether it is in force.
WAYS = {"given": True, "standing in": True, "withdrawn": False, "to come": False}
PRIVATE = "不可外泄的内容"
REGISTERS = tuple(catalogue().registers())
# Each role takes every so many makes; the roles together take all of them, on PostgreSQL each make once.
TURNS_AT_HOME, TURNS = (3, 6) if golden.ALL else (9, 9)


def test_the_table_has_every_role():
    assert set(MATRIX) == set(ROLES)
    assert {len(line) for line in MATRIX.values()} == {len(PLACES)}


@pytest.fixture
def entries(world: World, reporter: User) -> dict[str, Entry]:
    """An entry of the bureau in every register, entered by somebody else."""
    return {
        named.name: Entry.unscoped.create(
            register=named.name,
            government=world.county,
            unit=world.bureau,
            number="2026-98765",
            title="某事项",
            state=named.register.procedure.start.key if named.register.procedure else "",
            private=dict.fromkeys(_written(named), PRIVATE),
            entered_by=reporter,
            changed_by=reporter,
            entered_at=AT,
            changed_at=AT,
        )
        for named in REGISTERS
    }


def somebody(world: World, role: str, place: str, way: str = "given") -> User:
    """Get a person with a role at a place, who came by it in a way."""
    above = Unit.objects.create(government=world.prefecture, code="sfj", name="云溪市司法局")
    unit = {
        "own unit": world.bureau,
        "merged into it": world.office,
        "other unit": world.office,
        "above": above,
        "other government": world.other_bureau,
    }[place]
    if place == "merged into it":
        organizing.merge_unit(None, world.bureau, world.office, TODAY, AT)
        world.bureau.refresh_from_db()
    user = world.person("某人", unit)
    User.objects.filter(pk=user.pk).update(unit=unit)
    if way == "standing in":
        absent = world.person("外出的人", unit, role)
        own = delegating.own_roles(absent, TODAY).get()
        delegating.delegate(world.actor(absent), [own.pk], user, (TODAY, TODAY), AT)
    else:
        day = timedelta(days=1)
        until = TODAY - day if way == "withdrawn" else None
        since = TODAY + day if way == "to come" else None
        Assignment.objects.create(user=user, unit=unit, role=role, since=since, until=until)
    return user


@pytest.mark.parametrize("way", WAYS if golden.ALL else ["given"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", ROLES)
def test_the_policy_says_what_the_table_says(world: World, entries, role, place, way):
    actor = world.actor(somebody(world, role, place, way))
    # How a role was come by has nothing to do with registers: those of each make will do.
    for named in REGISTERS if way == "given" else _makes():
        expected = _told(named, role, place) if WAYS[way] else set()
        assert _as_policy(actor, role, named, entries[named.name]) == expected, named.name


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", ROLES)
def test_a_browser_finds_what_the_table_says(world: World, entries, role, place, browse):
    client = browse(somebody(world, role, place))
    expected = set(MATRIX[role][PLACES.index(place)])
    assert ("v" in expected) == (client.get("/ledger/").status_code == 200)
    assert expected & set("gca") == _as_browser_of_figures(client, world)
    assert ("m" in expected) == _opens_a_draft(client, world)
    turns = TURNS_AT_HOME if place == "own unit" else TURNS
    for named in _makes()[list(ROLES).index(role) % turns :: turns]:
        can = _told(named, role, place) - ELSEWHERE
        if not _written(named):
            can -= {"p"}
        if not _attached(named):
            can -= {"f"}
        if not any(role in step.by for step in _steps(named)):
            can -= {"t"}
        assert _as_browser(client, role, named, entries[named.name]) == can, named.name


def test_nobody_who_is_not_logged_in_gets_anywhere(world: World, entries):
    client = Client()
    for named in REGISTERS:
        entry = entries[named.name]
        addresses = [
            *(reverse(name, args=[named.name]) for name in ("list", "new", "import", "template")),
            *(reverse(name, args=[entry.pk]) for name in ("record", "edit", "erase")),
            *(reverse("step", args=[entry.pk, step.key]) for step in _steps(named)),
            *(reverse("attach", args=[entry.pk, key]) for key in _attached(named)),
        ]
        for address in addresses:
            for response in (client.get(address), client.post(address)):
                assert response.status_code == 302, address
                assert response.url.startswith("/login/"), address
    for page in ("manage", "organizations", "people", "absence", "bring_in", "logins", "account"):
        assert client.get(reverse(page)).url.startswith("/login/")


def _told(named: NamedRegister, role: str, place: str) -> set[str]:
    """Get what the table says of a register; what is entered for a unit is entered by other roles."""
    told, by = set(MATRIX[role][PLACES.index(place)]), named.register.entered_by
    if "reporter" not in by:
        told -= {"n", "e"}
    if role in by and role in GOVERNMENT_WIDE and "t" in told:
        told |= {"e", "f"} if place == "merged into it" else {"n", "e", "f"}
    return told


def _as_policy(actor: actors.Actor, role: str, named: NamedRegister, entry: Entry) -> set[str]:
    naming = {step.key for step in _steps(named) if role in step.by}
    taken = {
        step.key
        for step in _steps(named)
        if not policy.may_take(actor, entry, step.by, approves=step.approves)
    }
    assert taken in (set(), naming)
    found = {
        "s": policy.entries_for(actor).filter(pk=entry.pk).exists(),
        "p": policy.may_see_personal(actor, entry),
        "n": policy.may_enter(actor, entry.unit, named.register.entered_by),
        "e": policy.may_change(actor, entry),
        "f": policy.may_attach(actor, entry),
        "x": policy.may_erase(actor, entry),
        "t": role in policy.roles_in(actor, entry.unit),
        "v": policy.may_verify(actor),
        "g": policy.may_see_figures(actor, Place(entry.government)),
        "c": policy.may_check_figures(actor, entry.government),
        "a": policy.may_explain(actor, entry.government, entry.unit),
        "m": policy.may_plan(actor, entry.government),
    }
    return {letter for letter, may in found.items() if may}


def _as_browser_of_figures(client: Client, world: World) -> set[str]:
    """Get what a browser finds of the figures of the county, and of those of the bureau that disagree."""
    found = Violation.objects.create(
        rule="some.rule",
        government=world.county,
        unit=world.bureau,
        period="2026",
        stated={
            "label": "两边相符",
            "operator": "=",
            "source": "",
            "left": {"value": "1", "missing": "skip", "figures": []},
            "right": {"value": "2", "missing": "skip", "figures": []},
        },
        position=0,
        found_at=AT,
    )
    listed = client.get(reverse("validation"), {"place": f"g{world.county.pk}"})
    opened = client.get(reverse("violation", args=[found.pk]))
    assert listed.status_code in {200, 403}
    assert (listed.status_code == 200) == (opened.status_code == 200)
    can = {
        "g": listed.status_code == 200,
        "c": reverse("validation_run") in listed.content.decode(),
        "a": 'name="words"' in opened.content.decode(),
    }
    return {letter for letter, may in can.items() if may}


def _opens_a_draft(client: Client, world: World) -> bool:
    """Whether a browser opens a plan of the county that is being read, and what leads on from there."""
    hand = User.objects.exclude(pk=client.session["_auth_user_id"]).first()
    draft = PlanDraft.objects.create(
        government=world.county,
        unit=world.bureau,
        title="某计划",
        file=documents.keep_text("某计划", "某县2026年工作要点"),
        made_by=hand,
        changed_by=hand,
        made_at=AT,
        changed_at=AT,
    )
    names = ("plan_draft", "plan_draft_facts", "plan_draft_confirm", "plan_draft_new_task")
    opened = {client.get(reverse(name, args=[draft.pk])).status_code for name in names}
    assert opened in ({200}, {404})
    return opened == {200}


def _as_browser(client: Client, role: str, named: NamedRegister, entry: Entry) -> set[str]:
    record = client.get(reverse("record", args=[entry.pk]))
    listed = client.get(reverse("list", args=[named.name])).content.decode()
    assert record.status_code in {200, 404}
    assert (record.status_code == 200) == (entry.number in listed)
    assert PRIVATE not in listed
    new = client.get(reverse("new", args=[named.name]))
    found = {
        "s": record.status_code == 200,
        "p": PRIVATE in record.content.decode(),
        "n": f'<option value="{entry.unit_id}"' in new.content.decode(),
        "e": client.get(reverse("edit", args=[entry.pk])).status_code == 200,
        # Without a reason, and with a file that is none: whoever may is told that.
        "x": client.post(reverse("erase", args=[entry.pk])).status_code == 400,
        "f": any(
            client.post(
                reverse("attach", args=[entry.pk, key]), {"file": SimpleUploadedFile("a.exe", b"x")}
            ).status_code
            == 400
            for key in _attached(named)
        ),
        "t": _steps_open(client, role, named, entry),
    }
    return {letter for letter, may in found.items() if may}


def _steps_open(client: Client, role: str, named: NamedRegister, entry: Entry) -> bool:
    """Whether the forms of the steps that name a role open, and those of no others."""
    opened, naming = set(), set()
    for step in _steps(named):
        Entry.unscoped.filter(pk=entry.pk).update(state=step.comes_from[0])
        if client.get(reverse("step", args=[entry.pk, step.key])).status_code == 200:
            opened.add(step.key)
        if role in step.by:
            naming.add(step.key)
    assert opened in (set(), naming)
    return bool(opened)


def _makes() -> list[NamedRegister]:
    """
    Get one register of each make, the one with the fewest steps.

    Pages are made of the declaration alone; registers that the same roles enter and take on, with the same
    kinds of fields to guard, differ in nothing that permission knows.
    """
    found: dict[object, NamedRegister] = {}
    for named in sorted(REGISTERS, key=lambda named: len(_steps(named))):
        roles = frozenset(role for step in _steps(named) for role in step.by)
        approving = any(step.approves for step in _steps(named))
        make = (
            named.register.shape,
            named.register.entered_by,
            roles,
            approving,
            bool(_attached(named)),
            bool(_written(named)),
        )
        found.setdefault(make, named)
    return list(found.values())


def _steps(named: NamedRegister):
    return named.register.procedure.steps if named.register.procedure else ()


def _attached(named: NamedRegister) -> list[str]:
    return [field.key for field in named.register.fields if field.kind == "attachments"]


def _written(named: NamedRegister) -> list[str]:
    """Get the personal fields of a register that hold plain text."""
    return [
        field.key
        for field in named.register.fields
        if field.personal and field.kind in {"text", "long_text"}
    ]
