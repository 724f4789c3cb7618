"""The interface and the pages let the same people see and do the same things."""

from __future__ import annotations

import pytest

from tests.web.api.conftest import API, ENTRIES, VALUES
from tests.web.conftest import AT
from tests.web.test_matrix import MATRIX
from tests.web.test_matrix import PLACES as ALL_PLACES
from tests.web.test_pages import POSTED
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.organizations.roles import ROLES
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

DRAFT = {"outcome": "granted", "basis": "条例", "secrecy_reviewed": True}
REPLY = {"replied": "2026-03-02"}
# A unit merged into another is told by the matrix of the pages; both ask the same policy.
PLACES = [place for place in ALL_PLACES if place != "merged into it"]


@pytest.fixture
def drafted(world, reporter, entry) -> Entry:
    """An entry that waits for approval, by somebody who did not enter it."""
    actor = world.actor(reporter)
    actions.take_step(actor, entry.pk, 1, "register", {}, AT)
    return actions.take_step(actor, entry.pk, 2, "draft_reply", DRAFT, AT)


def placed(world, role: str, place: int):
    above = Unit.objects.create(government=world.prefecture, code="sfj", name="云溪市司法局")
    unit = (world.bureau, world.office, above, world.other_bureau)[place]
    return world.person("某人", unit, role)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("place", range(len(PLACES)), ids=PLACES)
def test_a_role_may_do_over_the_interface_what_the_matrix_says(
    world, drafted, program, role, place
):
    caller = program(placed(world, role, place))
    address = f"{ENTRIES}/{drafted.pk}"
    may = MATRIX[role][ALL_PLACES.index(PLACES[place])]
    read = caller.get(address)
    assert read.status_code == (200 if "s" in may else 404)
    assert caller.get(ENTRIES).json()["total"] == ("s" in may)
    for part in ("steps", "clocks", "history"):
        assert caller.get(f"{address}/{part}").status_code == read.status_code
    if "s" in may:
        assert ("某甲" in read.content.decode()) == ("p" in may)
        assert read.json()["masked"] == ([] if "p" in may else ["applicant", "contact", "content"])
    made = caller.post(ENTRIES, {"unit": world.bureau.pk, "values": VALUES})
    assert made.status_code == (201 if "n" in may else 403)
    change = {"version": drafted.version, "values": {"handler": "某乙"}}
    changed = caller.patch(address, change)
    assert changed.status_code == (200 if "e" in may else 403 if "s" in may else 404)
    version = changed.json().get("version", drafted.version)
    approved = caller.post(f"{address}/steps/reply", {"version": version, "values": REPLY})
    approves = role == "approver" and "t" in may
    assert approved.status_code == (200 if approves else 403 if "s" in may else 404)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("place", range(len(PLACES)), ids=PLACES)
def test_pages_and_interface_answer_alike(world, drafted, program, browse, role, place):
    user = placed(world, role, place)
    caller, page = program(user), browse(user)
    address = f"{ENTRIES}/{drafted.pk}"
    read, record = caller.get(address), page.get(f"/entries/{drafted.pk}/")
    assert read.status_code == record.status_code
    assert ("某甲" in read.content.decode()) == ("某甲" in record.content.decode())
    change = {"version": drafted.version, "values": {"handler": "某乙"}}
    shown = page.get(f"/entries/{drafted.pk}/edit/")
    assert shown.status_code == caller.patch(address, change).status_code
    drafted.refresh_from_db()
    form = page.get(f"/entries/{drafted.pk}/steps/reply/")
    body = {"version": drafted.version, "values": REPLY}
    assert form.status_code == caller.post(f"{address}/steps/reply", body).status_code
    entered = page.post("/registers/openness.request/new/", {**POSTED, "unit": world.bureau.pk})
    body = {"unit": world.bureau.pk, "values": VALUES}
    made = caller.post(ENTRIES, body)
    if (entered.status_code, made.status_code) != (302, 403):
        assert (entered.status_code, made.status_code) in {(302, 201), (403, 403)}
    else:
        # The page took the one unit this person enters for; the interface takes no other word for it.
        assert not Entry.unscoped.filter(unit=world.bureau, entered_by=user).exists()


def test_personal_values_are_masked_for_who_looks_from_above(world, program, entry):
    leader = program(world.person("领导", world.office, "leader"))
    said = leader.get(ENTRIES).json()["entries"][0]
    assert said["masked"] == ["applicant", "contact", "content"]
    assert not {"applicant", "contact", "content"} & set(said["values"])


def test_units_are_those_of_ones_governments_and_who_enters_is_told(world, reporter, program):
    said = program(reporter).get(f"{API}/units").json()
    assert {unit["name"]: unit["may_enter"] for unit in said["units"]} == {
        "溪口县司法局": True,
        "溪口县发展和改革局": False,
    }
    above = Unit.objects.create(government=world.prefecture, code="sfj", name="云溪市司法局")
    coordinator = program(world.person("统筹", above, "coordinator"))
    assert coordinator.get(f"{API}/units", {"size": 1, "page": 2}).json()["total"] == 4


def test_me_tells_roles_and_scope(world, reporter, program):
    said = program(reporter, registers=["openness.request"]).get(f"{API}/me").json()
    assert (said["username"], said["roles"][0]["label"]) == ("填报员", "填报员")
    assert said["roles"][0]["unit"]["government"] == "990121"
    assert (said["token"]["registers"], said["token"]["writes"]) == (["openness.request"], True)
