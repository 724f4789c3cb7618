"""Forms that are left, filled by two people, or filled with hostile text: nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.conftest import AT
from tests.web.test_forms import FINE, NEW, PDF, made, text, tree
from zhunsheng.web import clock
from zhunsheng.web.registers import actions, drafts
from zhunsheng.web.registers.models import Draft, Entry

pytestmark = pytest.mark.usefixtures("casework")


def test_what_is_typed_is_kept_as_a_draft_until_it_is_saved(world, reporter, browse):
    client = browse(reporter)
    half = {"place": "只填了一半", "firm.name": "某甲", "keep_draft": "1"}
    told = client.post(NEW, half, headers={"Accept": "application/json"})
    assert told.json() == {"says": "草稿已保存 10:00"}
    page = client.get(NEW)
    assert "有未保存的草稿（2026-03-02 10:00）" in text(page)
    assert "只填了一半" not in text(page)
    back = client.get(f"{NEW}?draft=1")
    assert tree(back).xpath("//input[@name='place']/@value") == ["只填了一半"]
    assert tree(back).xpath("//input[@name='firm.name']/@value") == ["某甲"]
    other = world.person("同事", world.bureau, "reporter")
    assert "草稿（" not in text(browse(other).get(NEW))
    assert client.post(NEW, FINE).status_code == 302
    assert not Draft.objects.exists()


def test_a_draft_without_script_keeps_files_too_and_can_be_discarded(world, reporter, browse):
    client = browse(reporter)
    file = SimpleUploadedFile("照片.pdf", PDF)
    response = client.post(
        NEW,
        {"place": "某", "evidence.asked": "1", "evidence": file, "keep_draft": "1"},
        follow=True,
    )
    assert "照片.pdf" in text(response)
    client.post(NEW, {"drop_draft": "1"})
    assert not Draft.objects.exists()


def test_a_draft_of_a_step_and_of_a_change_belong_to_the_entry_and_go_with_what_is_erased(
    world, reporter, approver, browse
):
    entry = made(world, reporter, firm="某甲")
    client = browse(reporter)
    client.post(f"/entries/{entry.pk}/edit/", {"firm.name": "某乙", "keep_draft": "1"})
    client.post(f"/entries/{entry.pk}/steps/inspect/", {"inspected": "2", "keep_draft": "1"})
    assert Draft.objects.filter(entry=entry).count() == 2
    assert "有未保存的草稿" in text(client.get(f"/entries/{entry.pk}/steps/inspect/"))
    actions.erase(world.actor(approver), entry.pk, "本人要求", AT)
    assert not Draft.objects.exists()


def test_drafts_go_after_thirty_days_and_are_never_too_large(world, reporter, browse, monkeypatch):
    client = browse(reporter)
    client.post(NEW, {"place": "旧", "keep_draft": "1"})
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=31))
    assert "草稿（" not in text(client.get(NEW))
    other = world.person("同事", world.bureau, "reporter")
    browse(other)
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=31))
    drafts.keep(other, "new/x", None, [("a", "b")], clock.now())
    assert Draft.objects.count() == 1
    assert client.post(NEW, {"notes": "字" * 500_000, "keep_draft": "1"}).status_code == 400


def test_of_two_editors_the_second_sees_both_and_takes_over_field_by_field(world, reporter, browse):
    entry = made(world, reporter, notes="原文")
    other = world.person("同事", world.bureau, "reporter")
    address = f"/entries/{entry.pk}/edit/"
    first = FINE | {"version": 1, "place": "同事改的", "notes": "同事的情况"}
    assert browse(other).post(address, first).status_code == 302
    client = browse(reporter)
    mine = FINE | {"version": 1, "place": "我改的", "notes": "原文"}
    second = client.post(address, mine)
    assert second.status_code == 409
    page = tree(second)
    assert page.xpath("//input[@name='place']/@value") == ["我改的"]
    assert page.xpath("//input[@name='take.place']")
    # What only the other one touched is taken over, and said.
    assert page.xpath("string(//textarea[@name='notes'])").strip() == "同事的情况"
    assert not page.xpath("//input[@name='take.notes']")
    assert "同事在2026-03-02 10:00已改为：同事改的" in text(second)
    assert page.xpath("//input[@name='version']/@value") == ["2"]
    again = mine | {"version": 2, "notes": "同事的情况", "take.place": "1", "region": "990121"}
    assert client.post(address, again).status_code == 302
    entry.refresh_from_db()
    assert (entry.title, entry.values["notes"]) == ("同事改的", "同事的情况")
    assert entry.values["region"] == "990121"


def test_files_that_both_editors_added_are_all_kept(world, reporter, browse):
    entry = made(world, reporter)
    client = browse(reporter)
    client.post(
        f"/entries/{entry.pk}/files/evidence/add/",
        {"file": SimpleUploadedFile("同事的.pdf", b"%PDF-1")},
    )
    mine = SimpleUploadedFile("我的.pdf", b"%PDF-2")
    told = client.post(
        f"/entries/{entry.pk}/edit/",
        FINE | {"version": 1, "evidence.asked": "1", "evidence": mine},
    )
    assert told.status_code == 409
    words = tree(told).xpath("//input[@name='evidence' and @type='checkbox']/@value")
    client.post(
        f"/entries/{entry.pk}/edit/",
        FINE | {"version": 2, "evidence.asked": "1", "evidence": words},
    )
    entry.refresh_from_db()
    assert {file["name"] for file in entry.values["evidence"]} == {"同事的.pdf", "我的.pdf"}


def test_a_step_that_somebody_changed_under_keeps_what_was_typed(world, reporter, browse):
    entry = made(world, reporter)
    actions.change(world.actor(reporter), entry.pk, 1, {"place": "改了"}, AT)
    address = f"/entries/{entry.pk}/steps/inspect/"
    told = browse(reporter).post(address, {"version": 1, "inspected": "2026-03-01"})
    assert told.status_code == 409
    assert tree(told).xpath("//input[@name='inspected']/@value") == ["2026-03-01"]
    again = {"version": 2, "inspected": "2026-03-01"}
    assert browse(reporter).post(address, again).status_code == 302


HOSTILE = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% debug %}",
    "</textarea></template><b>",
    '张“三”\'s "公司"',
]


@pytest.mark.parametrize("said", HOSTILE)
def test_markup_in_any_field_is_text_everywhere(world, reporter, browse, said):
    rows = [{"matter": said}]
    entry = made(
        world, reporter, place=said, notes=said, findings=rows, firm=said, court=said, officer=said
    )
    client = browse(reporter)
    actions.take_step(
        world.actor(reporter), entry.pk, 1, "inspect", {"inspected": "2026-03-01"}, AT
    )
    penalty = made(
        world, reporter, "casework.penalty", matter=said, made="2026-03-01", before=entry.number
    )
    client.post(f"/entries/{entry.pk}/comments/", {"comment": said})
    for page in (
        f"/entries/{entry.pk}/",
        f"/entries/{entry.pk}/edit/",
        f"/entries/{entry.pk}/print/",
        f"/entries/{entry.pk}/documents/1/",
        f"/entries/{penalty.pk}/",
        f"/entries/{penalty.pk}/edit/",
    ):
        response = client.get(page)
        assert response.status_code == 200
        found = tree(response)
        sources = {one.get("src") for one in found.xpath("//script")}
        assert sources <= {"/static/site.js", "/static/records.js"}
        assert not found.xpath("//*[@onerror]|//b|//img")
        assert said.split("\n")[0][:12] in response.content.decode().replace("&#x27;", "'").replace(
            "&quot;", '"'
        ).replace("&lt;", "<").replace("&gt;", ">")


def test_long_text_and_control_characters(world, reporter, browse):
    client = browse(reporter)
    long = "一二三四五六七八九十" * 2000
    assert client.post(NEW, FINE | {"notes": long}).status_code == 302
    entry = Entry.unscoped.get()
    assert client.get(f"/entries/{entry.pk}/").status_code == 200
    assert client.get(f"/entries/{entry.pk}/print/").status_code == 200
    assert client.post(NEW, FINE | {"notes": long + "一"}).status_code == 422
    for bad in ("\x00", "\x1b[31m", "\u0085", "\ud7ff\x07"):
        response = client.post(NEW, FINE | {"notes": f"某{bad}某"})
        assert response.status_code == 422
        assert "看不见的控制字符" in text(response)
    text_with_break = client.post(NEW, FINE | {"notes": "\n第一行空着\n第三行"})
    assert text_with_break.status_code == 302
