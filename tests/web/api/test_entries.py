"""Entries over the interface: made, read, changed, stepped, as on the pages."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web import golden
from tests.web.api.conftest import API, ENTRIES, VALUES, Program
from tests.web.conftest import AT, REQUEST
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers import actions, files
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

DRAFT = {"outcome": "granted", "basis": "政府信息公开条例", "secrecy_reviewed": True}


def making(world, **values: object) -> dict[str, object]:
    return {"unit": world.bureau.pk, "values": VALUES | values}


def test_an_entry_made_is_numbered_dated_and_chained(world, reporter, program):
    made = program(reporter).post(ENTRIES, making(world))
    assert made.status_code == 201
    said = made.json()
    assert (said["number"], said["state"], said["state_label"]) == (
        "2026-00001",
        "received",
        "已收到",
    )
    assert (said["register"], said["due"], said["version"]) == ("openness.request", "2026-03-26", 1)
    assert said["values"]["applicant"] == {"kind": "person", "name": "某甲", "number": "X1"}
    line = StoredLine.objects.get(about=f"openness.request/{said['id']}")
    assert (line.did, line.who) == ("entry.create", f"user/{reporter.pk}")
    assert verify_all().faults == ()


def test_an_entry_read_is_the_entry_made(world, reporter, program):
    clerk = program(reporter)
    made = clerk.post(ENTRIES, making(world)).json()
    assert clerk.get(f"{ENTRIES}/{made['id']}").json() == made


def test_all_that_is_wrong_is_told_by_field_and_nothing_is_kept(world, reporter, program):
    wrong = making(world, received="2026-02-30", channel="pigeon", colour="red")
    del wrong["values"]["subject"]
    said = program(reporter).post(ENTRIES, wrong)
    assert said.status_code == 422
    assert said.json()["code"] == "invalid"
    problems = said.json()["problems"]
    assert problems["subject"] == "请填写申请事项。"
    assert problems["colour"] == "没有“colour”这个字段。"
    assert problems["channel"].startswith("提交方式可以填：'in_person'")
    assert not Entry.unscoped.exists()


def test_a_day_that_is_not_is_refused_by_the_engine(world, reporter, program):
    said = program(reporter).post(ENTRIES, making(world, received="2026-02-30"))
    assert said.status_code == 422
    assert "不是日期" in said.json()["problems"]["received"]


@pytest.mark.parametrize("day", ["20260301", "1772000000", "0000-00-00", "+26-03-01", "2026-3-1"])
def test_a_day_is_written_in_one_way(world, reporter, program, day):
    assert program(reporter).post(ENTRIES, making(world, received=day)).status_code == 422
    assert program(reporter).get(ENTRIES, {"happened_from": day}).status_code == 422


def test_what_only_a_step_fills_is_refused_elsewhere(world, reporter, program, entry):
    clerk = program(reporter)
    early = clerk.post(ENTRIES, making(world, replied="2026-03-02"))
    assert early.json()["problems"] == {"replied": "答复日期只能在相应的办理环节中填写。"}
    changed = clerk.patch(f"{ENTRIES}/{entry.pk}", {"version": 1, "values": {"outcome": "granted"}})
    assert changed.status_code == 422


def test_files_are_uploaded_and_not_claimed_by_their_digest(world, reporter, program):
    claimed = [{"digest": "0" * 64, "name": "别人的.pdf", "size": 1}]
    said = program(reporter).post(ENTRIES, making(world, reply=claimed))
    assert said.json()["problems"] == {"reply": "答复书用上传的地址添加。"}


def test_a_change_keeps_the_rest_and_null_empties_a_field(world, reporter, program, entry):
    clerk = program(reporter)
    body = {"version": 1, "values": {"subject": "改了的事项", "contact": None}}
    said = clerk.patch(f"{ENTRIES}/{entry.pk}", body).json()
    assert (said["title"], said["version"]) == ("改了的事项", 2)
    assert "contact" not in said["values"]
    assert said["values"]["content"] == REQUEST["content"]


def test_of_two_who_change_the_second_is_told_what_changed(world, reporter, program, entry):
    clerk = program(reporter)
    clerk.patch(f"{ENTRIES}/{entry.pk}", {"version": 1, "values": {"subject": "甲的改法"}})
    second = clerk.patch(f"{ENTRIES}/{entry.pk}", {"version": 1, "values": {"subject": "乙的改法"}})
    assert second.status_code == 409
    assert second.json()["code"] == "changed_meanwhile"
    assert second.json()["changes"] == [
        {"field": "申请事项", "yours": "乙的改法", "theirs": "甲的改法"}
    ]


def test_a_step_against_the_law_is_refused_with_its_article(world, reporter, program, entry):
    clerk = program(reporter)
    steps = f"{ENTRIES}/{entry.pk}/steps"
    assert clerk.post(f"{steps}/register", {"version": 1}).json()["state"] == "reviewing"
    wrong = {"version": 2, "values": DRAFT | {"secrecy_reviewed": False}}
    said = clerk.post(f"{steps}/draft_reply", wrong)
    assert (said.status_code, said.json()["code"]) == (422, "gate_closed")
    assert said.json()["reasons"] == [
        "公开之前须作保密审查。（中华人民共和国政府信息公开条例（国务院令第711号）第十七条）"
    ]
    fine = clerk.post(f"{steps}/draft_reply", {"version": 2, "values": DRAFT})
    assert fine.json()["state"] == "drafted"


def test_steps_tell_what_is_missing_and_what_stands_against_them(world, reporter, program, entry):
    actions.take_step(world.actor(reporter), entry.pk, 1, "register", {}, AT)
    said = program(reporter).get(f"{ENTRIES}/{entry.pk}/steps").json()
    assert (said["state"], said["version"]) == ("reviewing", 2)
    steps = {step["key"]: step for step in said["steps"]}
    assert "extend" not in steps  # an approver's step
    draft = steps["draft_reply"]
    assert draft["may"]
    assert [one["fields"] for one in draft["obstacles"] if not one["gate"]] == [
        ["outcome"],
        ["basis"],
    ]
    correction = steps["ask_correction"]
    assert "第三十条" in correction["source"]


def test_a_step_of_another_state_or_none_is_not_there(world, reporter, program, entry):
    steps = f"{ENTRIES}/{entry.pk}/steps"
    clerk = program(reporter)
    assert clerk.post(f"{steps}/close", {"version": 1}).status_code == 404
    assert clerk.post(f"{steps}/dance", {"version": 1}).status_code == 404


def test_a_gate_the_law_does_not_let_one_skip_is_not_skipped(world, reporter, program, entry):
    actions.take_step(world.actor(reporter), entry.pk, 1, "register", {}, AT)
    body = {"version": 2, "values": DRAFT, "skips": {"reviewed_for_secrecy": "赶时间"}}
    said = program(reporter).post(f"{ENTRIES}/{entry.pk}/steps/draft_reply", body)
    assert said.json()["problems"] == {"skips.reviewed_for_secrecy": "不能跳过。"}


def test_clocks_tell_their_last_day_and_their_article(world, reporter, program, entry):
    said = program(reporter).get(f"{ENTRIES}/{entry.pk}/clocks").json()
    assert (said["as_of"], said["due"], said["late"]) == ("2026-03-02", "2026-03-26", False)
    (reply,) = said["clocks"]
    assert (reply["key"], reply["last_day"], reply["status"]) == ("reply", "2026-03-26", "running")
    assert reply["says"] == "办理中（还有18个工作日）"
    assert "第三十三条" in reply["source"]


def test_history_tells_who_did_what_without_personal_values(world, reporter, program, entry):
    actions.take_step(world.actor(reporter), entry.pk, 1, "register", {}, AT)
    said = program(reporter).get(f"{ENTRIES}/{entry.pk}/history")
    newest, first = said.json()["lines"]
    assert (newest["says"], newest["came_from"], newest["led_to"]) == (
        "登记",
        "received",
        "reviewing",
    )
    assert (first["says"], first["who"]) == ("新增", "填报员")
    assert "某甲" not in said.content.decode()
    older = (
        program(reporter).get(f"{ENTRIES}/{entry.pk}/history", {"before": newest["number"]}).json()
    )
    assert [line["number"] for line in older["lines"]] == [first["number"]]


def test_a_file_is_added_and_fetched(world, reporter, program, entry):
    clerk = program(reporter)
    file = SimpleUploadedFile("答复书.pdf", b"%PDF-1.7 answer")
    said = clerk.upload(f"{ENTRIES}/{entry.pk}/attachments/reply", file)
    assert said.status_code == 201
    (held,) = said.json()["values"]["reply"]
    fetched = clerk.get(f"{ENTRIES}/{entry.pk}/files/{held['digest']}")
    assert b"".join(fetched.streaming_content) == b"%PDF-1.7 answer"
    assert clerk.get(f"{ENTRIES}/{entry.pk}/files/{'0' * 64}").status_code == 404


def test_a_file_that_is_not_what_it_says_is_refused(world, reporter, program, entry):
    address = f"{ENTRIES}/{entry.pk}/attachments/reply"
    clerk = program(reporter)
    said = clerk.upload(address, SimpleUploadedFile("假.pdf", b"<script>"))
    assert (said.status_code, said.json()["code"]) == (422, "file_refused")
    large = SimpleUploadedFile("大.pdf", b"%PDF-" + b"0" * files.MAX_BYTES)
    assert clerk.upload(address, large).status_code == 413
    other = SimpleUploadedFile("答复书.pdf", b"%PDF-1.7")
    assert clerk.upload(address.replace("reply", "nowhere"), other).status_code == 404


def test_a_list_is_filtered_sorted_and_paged(world, reporter, program):
    actor = world.actor(reporter)
    for day in (1, 2, 3):
        raw = REQUEST | {"received": f"2026-02-0{day}", "subject": f"第{day}件"}
        actions.create(actor, "openness.request", world.bureau, raw, AT)
    clerk = program(reporter)

    def titles(**asked: object) -> list[str]:
        return [entry["title"] for entry in clerk.get(ENTRIES, asked).json()["entries"]]

    assert titles() == ["第3件", "第2件", "第1件"]
    assert titles(sort="number") == ["第3件", "第2件", "第1件"]
    assert titles(happened_from="2026-02-02") == ["第3件", "第2件"]
    assert titles(happened_to="2026-02-01") == ["第1件"]
    assert titles(q="第2") == ["第2件"]
    assert titles(state="reviewing") == []
    assert titles(unit=world.office.pk) == []
    assert titles(only="open", size=1, page=2) == ["第2件"]
    said = clerk.get(ENTRIES, {"size": 2}).json()
    assert (said["total"], said["page"], said["size"], len(said["entries"])) == (3, 1, 2, 2)
    assert titles(due_before="2000-01-01") == []


def test_late_entries_are_those_past_their_last_day(world, reporter, program):
    actor = world.actor(reporter)
    raw = REQUEST | {"received": "2025-12-01"}
    actions.create(actor, "openness.request", world.bureau, raw, AT)
    actions.create(actor, "openness.request", world.bureau, REQUEST, AT)
    said = program(reporter).get(ENTRIES, {"only": "late"}).json()
    assert [entry["late"] for entry in said["entries"]] == [True]


@pytest.mark.parametrize(
    "asked",
    [
        {"colour": "red"},
        {"sort": "weight"},
        {"size": 1000},
        {"page": 0},
        {"page": "9" * 30},
        {"unit": "9" * 30},
        {"unit": "x"},
        {"only": "mine"},
        {"happened_from": "soon"},
        {"q": "长" * 101},
    ],
)
def test_a_filter_there_is_not_is_refused_rather_than_left_out(reporter, program, asked):
    said = program(reporter).get(ENTRIES, asked)
    assert said.status_code == 422
    assert set(said.json()["problems"]) == set(asked)


@pytest.mark.parametrize("name", golden.register_names())
def test_every_register_is_listed(reporter, program, name):
    said = program(reporter).get(f"{API}/registers/{name}/entries")
    assert said.json()["total"] == 0


def test_a_page_of_entries_takes_few_queries(
    world, reporter, program, django_assert_max_num_queries
):
    actions.create_many(world.actor(reporter), "openness.request", world.bureau, [REQUEST] * 30, AT)
    clerk = program(reporter)
    clerk.get(ENTRIES)
    with django_assert_max_num_queries(5):
        assert len(clerk.get(ENTRIES).json()["entries"]) == 30


def test_an_entry_of_another_register_is_not_there(world, reporter, program, entry):
    other = f"{API}/registers/openness.proactive_item/entries/{entry.pk}"
    assert program(reporter).get(other).status_code == 404


def test_without_a_token_nothing_is_answered(entry):
    for address in (ENTRIES, f"{ENTRIES}/{entry.pk}", f"{API}/me", f"{API}/openapi.json"):
        said = Program().get(address)
        assert (said.status_code, said.json()["code"]) == (401, "no_token")
        assert said["WWW-Authenticate"] == "Bearer"
