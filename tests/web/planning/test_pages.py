"""The pages on which a plan document is uploaded, looked over, put right and confirmed."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.web.conftest import AT, World
from tests.web.planning import papers
from zhunsheng.web.organizations.models import Unit, UnitGroup
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.planning.preparing import Prepared


@pytest.fixture
def page(world: World, browse: Any) -> Client:
    papers.county(world)
    return browse(papers.coordinator(world))


def _draft() -> PlanDraft:
    return PlanDraft.objects.get()


def _found() -> Prepared:
    return papers.prepared(_draft(), AT.date())


def _post(page: Client, address: str, /, *args: object, **sent: object) -> Any:
    sent = {"version": _draft().version, **sent}
    return page.post(reverse(address, args=(_draft().pk, *args)), sent)


def _pasted(page: Client, text: str = papers.PLAN, **more: object) -> Any:
    return page.post(reverse("plan_new"), {"text": text, "purpose": "new", **more}, follow=True)


def test_a_pasted_plan_is_shown_beside_what_was_understood(page: Client):
    shown = _pasted(page).content.decode()
    assert 'class="m task" href="#u-task-' in shown
    assert 'class="m target" href="#u-target-' in shown
    assert "县级有关部门" in shown
    assert "看原文" in shown
    task = _found().settled.tasks[0]
    assert f'id="d-{task.key}"' in shown
    assert f'id="u-{task.key}"' in shown


def test_every_link_of_the_page_of_a_draft_leads_somewhere(page: Client):
    shown = _pasted(page).content.decode()
    ids = set(re.findall(r'id="([^"]+)"', shown))
    targets = set(re.findall(r'href="(?:\?[^"#]*)?#([^"]+)"', shown))
    assert targets - ids == set()


def test_an_uploaded_file_is_read_and_kept_as_the_document(page: Client):
    file = SimpleUploadedFile("计划.txt", papers.PLAN.encode())
    page.post(reverse("plan_new"), {"file": file, "purpose": "new"})
    assert _draft().file["name"] == "计划.txt"
    assert _draft().title == "溪口县2026年法治政府建设重点工作安排"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("计划.docx", b"not a zip"),
        ("计划.exe", b"MZ"),
        ("计划.pdf", b"%PDF-1.7 nothing"),
        ("计划.txt", b"\x00" * 40),
        ("计划.txt", b""),
        ("计划.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 20),
        ("计划.html", b"\x89PNG\r\n\x1a\n" + b"\x00" * 20),
    ],
)
def test_what_cannot_be_read_is_told_and_makes_no_draft(page: Client, name: str, content: bytes):
    sent = {"file": SimpleUploadedFile(name, content), "purpose": "new"}
    answer = page.post(reverse("plan_new"), sent)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not PlanDraft.objects.exists()


def test_an_archive_that_swells_is_refused(page: Client):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 600_000_000)
    file = SimpleUploadedFile("计划.docx", packed.getvalue())
    assert page.post(reverse("plan_new"), {"file": file}).status_code == 422
    assert not PlanDraft.objects.exists()


def test_markup_in_a_document_is_text(page: Client):
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    shown = _pasted(page, papers.PLAN.replace("公布目录", f"公布目录{evil}")).content.decode()
    assert "<script>alert" not in shown
    assert "<img" not in shown
    assert "&lt;script&gt;" in shown


def test_a_text_that_is_no_plan_is_told_as_such(page: Client):
    shown = _pasted(page, "今天的天气很好。\n我们去公园。").content.decode()
    assert "不像计划" in shown


def test_nothing_sent_is_told(page: Client):
    assert page.post(reverse("plan_new"), {"purpose": "new"}).status_code == 422


def test_a_name_is_chosen_and_remembered_as_a_group(page: Client, world: World):
    _pasted(page)
    number = next(
        at for at, one in enumerate(_found().proposal.names) if one.name == "县级有关部门"
    )
    sent = {f"name.{number}": "1", f"more.{number}": "县政府办、县发改局", f"learn.{number}": "1"}
    _post(page, "plan_draft_names", **sent)
    group = UnitGroup.objects.get(name="县级有关部门")
    assert {one.unit.code for one in group.memberships.all()} == {"zfb", "fgj"}
    assert _found().settled.task(_found().settled.tasks[1].key).open_names == ()


def test_a_name_of_one_unit_is_remembered_as_its_alias(page: Client, world: World):
    _pasted(page, papers.PLAN.replace("县政府办〕", "县府办秘书科〕"))
    number = next(
        at for at, one in enumerate(_found().proposal.names) if one.name == "县府办秘书科"
    )
    office = Unit.objects.get(code="zfb")
    sent = {f"name.{number}": "1", f"unit.{number}": str(office.pk), f"learn.{number}": "1"}
    _post(page, "plan_draft_names", **sent)
    office.refresh_from_db()
    assert office.aliases == ["县府办秘书科"]


def test_a_name_that_nobody_has_is_told_and_nothing_is_kept(page: Client):
    _pasted(page)
    number = next(
        at for at, one in enumerate(_found().proposal.names) if one.name == "县级有关部门"
    )
    answer = page.post(
        reverse("plan_draft_names", args=(_draft().pk,)),
        {"version": "1", f"name.{number}": "1", f"more.{number}": "甲乙丙局"},
        follow=True,
    )
    assert "没有这些单位：甲乙丙局" in answer.content.decode()
    assert _draft().decisions == {}


def test_what_was_not_understood_is_set_aside_and_taken_back(page: Client):
    _pasted(page)
    key = next(one.key for one in _found().proposal.left_over if not one.minor)
    _post(page, "plan_draft_left", left=[key])
    assert _draft().decisions["left"] == {key: "aside"}
    _post(page, "plan_draft_left", left=[key], back="1")
    assert _draft().decisions["left"] == {}


def test_a_task_is_put_right_left_out_and_brought_back(page: Client):
    _pasted(page)
    task = _found().settled.tasks[0]
    office = Unit.objects.get(code="zfb")
    assert page.get(reverse("plan_draft_task", args=(_draft().pk, task.key))).status_code == 200
    sent = {
        "path": "一/1",
        "title": "决策程序",
        "due": "20261130",
        "leader": "分管副县长",
        "every": "quarter",
        "more": "县政府办",
        "more_role": "lead",
    }
    _post(page, "plan_draft_task", task.key, **sent)
    changed = _found().settled.task(task.key)
    assert (changed.title, str(changed.due), changed.leader, changed.every) == (
        "决策程序",
        "2026-11-30",
        "分管副县长",
        "quarter",
    )
    assert [(one.unit, one.role) for one in changed.duties] == [(office.pk, "lead")]
    _post(page, "plan_draft_task", task.key, none="1")
    assert _found().settled.task(task.key) is None
    _post(page, "plan_draft_task", task.key, back="1")
    assert _found().settled.task(task.key).title == "决策程序"


def test_a_wrong_date_of_a_task_is_told_and_not_kept(page: Client):
    _pasted(page)
    task = _found().settled.tasks[0]
    answer = _post(page, "plan_draft_task", task.key, title="甲", due="2026-02-30")
    assert answer.status_code == 200
    assert _draft().decisions == {}


def test_a_task_is_added_with_its_place_in_the_document(page: Client):
    _pasted(page)
    left = next(one for one in _found().proposal.left_over if not one.minor)
    asked = reverse("plan_draft_new_task", args=(_draft().pk,)) + f"?left={left.key}"
    assert left.place.quote in page.get(asked).content.decode()
    _post(page, "plan_draft_new_task", title="开展检查", text=left.place.quote, more="县司法局")
    added = _found().settled.tasks[-1]
    assert (added.title, added.start, added.end) == ("开展检查", left.place.start, left.place.end)
    assert [one.unit for one in added.duties] == [
        Unit.objects.get(code="sfj", government__code="990121").pk
    ]


def test_a_target_is_put_right(page: Client):
    _pasted(page)
    target = next(one for one in _found().settled.targets if "学法" in one.words)
    assert page.get(reverse("plan_draft_target", args=(_draft().pk, target.key))).status_code == 200
    sent = {
        "indicator": "litigation.lawsuits",
        "comparator": "at_least",
        "value": "8",
        "period": "by",
        "by": "20261031",
        "scope": "each_named",
        "units": "县司法局、柳塘镇",
    }
    _post(page, "plan_draft_target", target.key, **sent)
    changed = next(one for one in _found().settled.targets if one.key == target.key)
    assert (changed.indicator, str(changed.value), changed.period, str(changed.by)) == (
        "litigation.lawsuits",
        "8.0000",
        "by",
        "2026-10-31",
    )
    assert len(changed.units) == 2
    before = _draft().decisions
    _post(page, "plan_draft_target", target.key, **{**sent, "indicator": "no.such"})
    assert _draft().decisions == before


def test_tasks_without_units_are_given_some_together(page: Client):
    text = "溪口县人民政府\n2026年2月10日\n溪口县2026年法治政府建设工作要点\n一、依法决策\n1.公布目录。\n2.开展评估。\n"
    _pasted(page, text)
    keys = [one.key for one in _found().settled.tasks]
    _post(page, "plan_draft_assign", task=keys, lead="县司法局", units="县发改局、柳塘镇")
    assert [[one.role for one in task.duties] for task in _found().settled.tasks] == [
        ["lead", "supporting", "supporting"]
    ] * 2


def test_the_facts_of_the_document_are_put_right(page: Client):
    _pasted(page)
    assert page.get(reverse("plan_draft_facts", args=(_draft().pk,))).status_code == 200
    sent = {
        "name": "另一个名称",
        "year": "2026",
        "kind": "annual",
        "issuer": "溪口县人民政府",
        "issued": "20260211",
        "adopted": "20260210",
    }
    _post(page, "plan_draft_facts", **sent)
    assert (_found().settled.facts["name"], _found().settled.facts["issued"]) == (
        "另一个名称",
        "2026-02-11",
    )


def test_a_plan_goes_all_the_way_through_the_pages(page: Client, world: World):
    _pasted(page)
    actor = world.actor(world.bureau.assignments.get().user)
    papers.settled(actor, _draft(), world.office)
    shown = page.get(reverse("plan_draft_confirm", args=(_draft().pk,))).content.decode()
    assert "确认执行" in shown
    answer = page.post(
        reverse("plan_draft_confirm", args=(_draft().pk,)),
        {"version": _draft().version},
        follow=True,
    )
    assert "溪口县2026年法治政府建设重点工作安排" in answer.content.decode()
    assert "溪口县2026年法治政府建设重点工作安排" in page.get(reverse("plans")).content.decode()
    assert page.get(reverse("plan_draft", args=(_draft().pk,))).status_code == 404


def test_what_is_not_settled_is_told_and_cannot_be_confirmed(page: Client):
    _pasted(page)
    shown = page.get(reverse("plan_draft_confirm", args=(_draft().pk,))).content.decode()
    assert "还不能确认" in shown
    answer = _post(page, "plan_draft_confirm")
    assert answer.status_code == 422
    assert _draft().plan is None


def test_a_draft_is_discarded(page: Client):
    _pasted(page)
    _post(page, "plan_draft_discard")
    assert not PlanDraft.objects.exists()


def test_last_year_and_the_plan_above_are_set_against_a_new_plan(page: Client, world: World):
    actor = world.actor(world.bureau.assignments.get().user)
    above = papers.confirmed(
        actor, papers.begun(actor, world.bureau, papers.ABOVE, purpose="above")
    )
    last = papers.confirmed(
        actor, papers.settled(actor, papers.begun(actor, world.bureau), world.office)
    )
    text = papers.PLAN.replace("〔2026〕5号", "〔2026〕8号")
    _pasted(page, text, follows=str(last.pk), above=str(above.pk))
    draft = PlanDraft.objects.get(plan=None)
    asked = reverse("plan_draft_relate", args=(draft.pk,))
    shown = page.get(asked).content.decode()
    assert "做好信访法治化工作" in shown
    assert "按文字相近选的" in shown
    new = papers.prepared(draft, AT.date()).settled.tasks[0]
    old = papers.entries("plan.task")[2]
    page.post(asked, {"version": draft.version, f"carry.{old.pk}": new.key})
    draft.refresh_from_db()
    assert draft.decisions["carries"] == {new.key: old.pk}


@pytest.mark.parametrize(
    "role",
    ["reporter", "approver", "leader", "inspector", "legal_reviewer", "system_administrator"],
)
def test_who_coordinates_nothing_finds_no_draft(world: World, browse: Any, role: str):
    papers.county(world)
    actor = world.actor(papers.coordinator(world))
    draft = papers.begun(actor, world.bureau)
    other = browse(world.person("别人", world.bureau, role))
    assert other.get(reverse("plan_new")).status_code == 403
    for name in ("plan_draft", "plan_draft_facts", "plan_draft_confirm", "plan_draft_relate"):
        assert other.get(reverse(name, args=(draft.pk,))).status_code == 404
    for name in ("plan_draft_names", "plan_draft_left", "plan_draft_assign", "plan_draft_discard"):
        assert other.post(reverse(name, args=(draft.pk,)), {"version": 1}).status_code == 404
    assert draft.title not in other.get(reverse("plans")).content.decode()


def test_the_page_of_a_draft_asks_no_more_of_the_database_for_more_units(
    page: Client, world: World, django_assert_max_num_queries: Any
):
    _pasted(page)
    for number in range(30):
        Unit.objects.create(government=world.county, code=f"u{number}", name=f"第{number}局")
    address = reverse("plan_draft", args=(_draft().pk,))
    with django_assert_max_num_queries(24):
        page.get(address)
    with django_assert_max_num_queries(20):
        page.get(reverse("plans"))
