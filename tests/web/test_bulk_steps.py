"""One step for many entries: tried first, refused row by row, all or those that can be."""

from __future__ import annotations

import pytest
from lxml import html

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

REGISTER = "openness.request"
PAGE = f"/registers/{REGISTER}/steps/"


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


@pytest.fixture
def drafts(world: World, reporter) -> list[Entry]:
    """Get two entries under review, and one that is not registered yet."""
    actor = world.actor(reporter)
    made = [
        actions.create(actor, REGISTER, world.bureau, REQUEST | {"subject": subject}, AT)
        for subject in ("甲事", "乙事", "丙事")
    ]
    return [
        *(actions.take_step(actor, one.pk, one.version, "register", {}, AT) for one in made[:2]),
        made[2],
    ]


def posted(entries: list[Entry], **more: str) -> dict[str, object]:
    versions = {f"version.{entry.pk}": str(entry.version) for entry in entries}
    return {"pk": [str(entry.pk) for entry in entries], **versions, **more}


FINE = {"step": "draft_reply", "outcome": "granted", "basis": "条例", "secrecy_reviewed": "是"}


def test_the_steps_ahead_of_the_chosen_are_offered(drafts, reporter, browse):
    keys = ",".join(str(entry.pk) for entry in drafts)
    page = text(browse(reporter).get(PAGE, {"pk": keys}))
    assert "已选 3 件" in page
    assert "登记 1 件走到这一步" in page


def test_trying_says_row_by_row_what_would_be_refused_and_keeps_nothing(drafts, reporter, browse):
    lines = StoredLine.objects.count()
    raw = posted(drafts, do="try", step="draft_reply", outcome="granted", basis="条例")
    page = text(browse(reporter).post(PAGE, raw))
    assert "0 件可以办理，3 件不能办理" in page
    assert (
        "公开之前须作保密审查。（中华人民共和国政府信息公开条例（国务院令第711号）第十七条）"
        in page
    )
    assert "当前状态下没有这一环节" in page
    assert StoredLine.objects.count() == lines


def test_those_that_can_are_taken_and_the_refused_are_named(drafts, reporter, browse):
    page = text(browse(reporter).post(PAGE, posted(drafts, do="take", **FINE)))
    assert "已办理 2 件。另有 1 件没有办理" in page
    states = dict(Entry.unscoped.values_list("title", "state"))
    assert states["丙事"] == "received"
    assert states["甲事"] == states["乙事"] != "reviewing"
    assert verify_all().faults == ()


def test_with_all_or_nothing_one_refusal_stops_all(drafts, reporter, browse):
    page = text(browse(reporter).post(PAGE, posted(drafts, do="take", whole="1", **FINE)))
    assert "一件也没有办理" in page
    assert set(Entry.unscoped.values_list("state", flat=True)) == {"reviewing", "received"}


def test_an_entry_changed_meanwhile_is_not_stepped(drafts, world, reporter, browse):
    raw = posted(drafts[:2], do="take", **FINE)
    actions.change(world.actor(reporter), drafts[0].pk, drafts[0].version, {"handler": "某乙"}, AT)
    page = text(browse(reporter).post(PAGE, raw))
    assert "已办理 1 件" in page
    assert "已经修改了这条记录" in page


def test_blanks_leave_what_each_entry_has(drafts, world, reporter, browse):
    entry = actions.change(
        world.actor(reporter), drafts[0].pk, drafts[0].version, {"handler": "某乙"}, AT
    )
    browse(reporter).post(PAGE, posted([entry], do="take", handler="", **FINE))
    entry.refresh_from_db()
    assert entry.values["handler"] == "某乙"


def test_who_may_not_take_a_step_is_offered_none_and_refused(drafts, world, browse):
    inspector = world.person("督察员", world.office, "inspector")
    client = browse(inspector)
    keys = [str(entry.pk) for entry in drafts]
    assert "没有您能办理的环节" in text(client.get(PAGE, {"pk": keys}))
    assert "没有办理这一环节的角色" in text(client.post(PAGE, posted(drafts, do="take", **FINE)))
    stranger = world.person("外县", world.other_bureau, "reporter")
    assert browse(stranger).get(PAGE, {"pk": keys}).status_code == 404


@pytest.mark.parametrize("keys", [[], ["x"], ["9" * 30], ["1,2;3"], ["-1"]])
def test_nothing_chosen_is_said(world, reporter, browse, keys):
    response = browse(reporter).get(PAGE, {"pk": keys})
    assert response.status_code == 404
    assert "勾选要办理的记录" in text(response)


def test_a_register_without_a_procedure_has_no_steps(world, reporter, browse):
    address = "/registers/openness.method/steps/"
    assert browse(reporter).get(address, {"pk": "1"}).status_code == 404
