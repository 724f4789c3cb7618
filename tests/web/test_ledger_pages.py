"""The pages of the ledger: verify, sign, compare, take out what one may."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from tests.web.conftest import AT, REQUEST
from zhunsheng.engine.ledger.verifier import verify
from zhunsheng.web.ledger import runs
from zhunsheng.web.ledger.models import StoredLine, Verification
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry


@pytest.fixture
def auditor(world, browse, monkeypatch):
    monkeypatch.setattr(runs, "carry_out_beside", runs.carry_out)
    return browse(world.person("审计管理员", world.bureau, "audit_administrator"))


@pytest.fixture
def entry(world, reporter) -> Entry:
    return actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)


def texts(response) -> list[str]:
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode().splitlines(keepends=True)


def page(response) -> str:
    return response.content.decode()


def test_a_verification_is_begun_by_a_button_and_its_outcome_stays(auditor, entry):
    assert "核对通过：1行账目" in page(auditor.post("/ledger/", {"scope": "all"}, follow=True))
    shown = page(auditor.get("/ledger/"))
    assert "最近的核对" in shown
    assert "审计管理员" in shown


def test_a_fault_is_named_on_the_page_with_number_and_title(auditor, entry):
    Entry.unscoped.update(state="closed")
    shown = page(auditor.post("/ledger/", follow=True))
    assert "核对不通过，有1处不符" in shown
    assert "记录2026-00001“某街道改造方案”与账目0不符（状态）" in shown


def test_lines_lead_to_the_entries_one_may_see_and_no_others(auditor, browse, world, entry):
    link = f'<a href="/entries/{entry.pk}/">'
    assert link not in page(auditor.get("/ledger/"))
    coordinator = browse(world.person("统筹员", world.bureau, "coordinator"))
    assert link in page(coordinator.get("/ledger/"))


def test_while_it_goes_on_the_page_says_how_far_and_comes_again(auditor, entry, monkeypatch):
    monkeypatch.setattr(runs, "carry_out_beside", lambda _: None)
    shown = page(auditor.post("/ledger/", follow=True))
    assert "ledger.js" in shown
    assert "已核对 0/2" in shown
    auditor.post("/ledger/")
    assert Verification.objects.count() == 1


def test_the_pages_ask_few_queries(auditor, entry, django_assert_max_num_queries):
    auditor.post("/ledger/checkpoints/sign/")
    auditor.post("/ledger/")
    for address in ("/ledger/", "/ledger/checkpoints/"):
        with django_assert_max_num_queries(15):
            assert auditor.get(address).status_code == 200


def test_a_checkpoint_is_signed_downloaded_and_compared(auditor, entry, world, reporter):
    shown = page(auditor.post("/ledger/checkpoints/sign/", follow=True))
    assert "已签名：前1行" in shown
    kept = texts(auditor.get("/ledger/checkpoints/file/", {"size": 1}))
    assert verify(kept).checkpoints == 1
    actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
    assert "对照相符" in page(compared(auditor, "".join(kept)))
    auditor.post("/ledger/checkpoints/sign/")
    both = texts(auditor.get("/ledger/checkpoints/file/", {"size": ["1", "3"]}))
    assert verify(both).continued == 1
    StoredLine.objects.filter(number=0).update(digest="00" * 32)
    shown = compared(auditor, "".join(kept))
    assert shown.status_code == 422
    assert "被改写过" in page(shown)


def compared(client, content: str | bytes):
    content = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("kept.jsonl", content)
    return client.post("/ledger/checkpoints/compare/", {"file": file}, follow=True)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"{",
        b"x" * 300_000,
        b"[" * 100_000,
        b'{"checkpoint":{"size":1e9}}',
        b'{"checkpoint":{"size":-1,"root":""}}',
        b'{"checkpoint":{"size":9999999999999999999999999,"root":""}}',
        b'{"checkpoint":{"size":1,"root":"zz"}}',
        b'{"checkpoint":{"size":true,"root":"zz"}}',
        b"",
    ],
)
def test_what_is_no_kept_checkpoint_is_said_to_be_none(auditor, entry, content):
    assert compared(auditor, content).status_code == 422


@how(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers() | st.text(max_size=9) | st.none(), st.text(max_size=9))
def test_any_checkpoint_file_is_compared_or_refused(auditor, size, root):
    line = json.dumps({"checkpoint": {"size": size, "root": root}}) + "\n"
    assert compared(auditor, line).status_code in {200, 422}


def test_without_a_file_nothing_is_compared(auditor):
    assert auditor.post("/ledger/checkpoints/compare/").status_code == 422


@pytest.mark.parametrize("size", ["7", "x", "", "9" * 30, "-1"])
def test_a_checkpoint_that_is_not_there_is_said_not_to_be(auditor, size):
    assert auditor.get("/ledger/checkpoints/file/", {"size": size}).status_code == 404


def test_a_part_by_register_or_days_verifies_alone(auditor, entry, world, reporter):
    later = AT + timedelta(days=3)
    actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, later)
    for asked, lines in (
        ({"register": "openness.request"}, 2),
        ({"from": "2026-03-03"}, 1),
        ({"to": "2026-03-02"}, 1),
        ({"from": "2026-03-02", "to": "2026-03-05"}, 2),
        ({"from": " 20260303 ", "to": "9999-12-31"}, 1),
        ({"register": "openness.request", "to": "2026-03-01"}, 0),
    ):
        report = verify(texts(auditor.get("/ledger/part/", asked)))
        assert (report.lines, report.proofs, report.checkpoints) == (lines, lines, 1)


@how(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=12), st.text("0123456789-", max_size=12))
def test_any_text_for_a_day_is_a_day_or_refused(auditor, first, last):
    response = auditor.get("/ledger/part/", {"from": first, "to": last})
    assert response.status_code in {200, 400, 404}


@pytest.mark.parametrize("asked", [{}, {"from": "2026-13-01"}, {"register": "no.such"}])
def test_a_part_of_nothing_is_refused(auditor, asked):
    assert auditor.get("/ledger/part/", asked).status_code in {400, 404}


def test_a_coordinator_takes_out_the_own_government_only(world, browse, entry, reporter):
    other = Unit.objects.get(pk=world.other_bureau.pk)
    foreign = world.person("外县填报员", other, "reporter")
    actions.create(world.actor(foreign), "openness.request", other, REQUEST, AT)
    coordinator = browse(world.person("统筹员", world.bureau, "coordinator"))
    assert coordinator.get("/ledger/export/").status_code == 403
    assert "由审计管理员导出" in page(coordinator.get("/ledger/"))
    found = texts(coordinator.get("/ledger/part/", {"register": "openness.request"}))
    assert verify(found).lines == 1
    assert f'"about":"{entry.about}"' in "".join(found)


def test_whoever_sees_an_entry_takes_out_its_proof_and_nobody_else(world, browse, reporter, entry):
    report = verify(texts(browse(reporter).get(f"/entries/{entry.pk}/proof/")))
    assert (report.lines, report.proofs) == (1, 1)
    stranger = world.person("别处的", world.other_bureau, "reporter")
    assert browse(stranger).get(f"/entries/{entry.pk}/proof/").status_code == 404


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("get", "/ledger/"),
        ("post", "/ledger/"),
        ("get", "/ledger/checkpoints/"),
        ("post", "/ledger/checkpoints/sign/"),
        ("post", "/ledger/checkpoints/compare/"),
        ("get", "/ledger/checkpoints/file/?size=1"),
        ("get", "/ledger/export/"),
        ("get", "/ledger/part/?register=openness.request"),
    ],
)
def test_who_may_not_look_into_the_ledger_gets_none_of_it(browse, reporter, method, address):
    assert getattr(browse(reporter), method)(address).status_code == 403


def test_a_key_that_is_gone_is_said_on_the_page(auditor, entry, settings, tmp_path):
    settings.HOME = tmp_path
    auditor.post("/ledger/checkpoints/sign/")
    for file in (tmp_path / "ledger_keys").iterdir():
        file.unlink()
    Entry.unscoped.update(version=1)
    StoredLine.objects.filter(number=1).update(did="x")
    signed = auditor.post("/ledger/checkpoints/sign/")
    assert signed.status_code == 422
    assert "rotate-key" in page(signed)
    assert "不能导出" in page(auditor.get("/ledger/export/"))
