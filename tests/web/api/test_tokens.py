"""Tokens: shown once, narrowed, expired, revoked, counted; never more than their owner may."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from tests.web.api.conftest import API, ENTRIES, VALUES, Program
from tests.web.conftest import AT, REQUEST
from zhunsheng.web import clock
from zhunsheng.web.api import tokens
from zhunsheng.web.api.models import ApiToken
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import Assignment
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import InvalidError, NotThereError
from zhunsheng.web.registers.verifying import verify_all

MADE = {"name": "政务服务平台", "expires": "2026-12-31", "scope": "write"}


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def secret_of(response) -> str:
    (found,) = html.fromstring(response.content).xpath("//input[@id='secret']/@value")
    return str(found)


def test_the_secret_is_shown_once_and_only_its_digest_is_kept(world, reporter, browse):
    client = browse(reporter)
    made = client.post("/tokens/", MADE)
    secret = secret_of(made)
    assert "no-store" in made["Cache-Control"]
    token = ApiToken.objects.get()
    assert secret.startswith(token.prefix)
    assert secret not in str(vars(token))
    again = client.get("/tokens/")
    assert secret not in again.content.decode()
    assert token.prefix in text(again)
    assert Program(secret).get(f"{API}/me").json()["name"] == "填报员"


def test_making_and_revoking_leave_lines_in_the_ledger_without_the_secret(world, reporter, browse):
    client = browse(reporter)
    secret = secret_of(client.post("/tokens/", MADE))
    token = ApiToken.objects.get()
    client.post(f"/tokens/{token.pk}/revoke/")
    client.post(f"/tokens/{token.pk}/revoke/")
    lines = list(StoredLine.objects.filter(about=f"token/{token.pk}"))
    assert [(line.did, line.who) for line in lines] == [
        ("token.make", f"user/{reporter.pk}"),
        ("token.revoke", f"user/{reporter.pk}"),
    ]
    assert secret not in str([line.says for line in lines])
    assert verify_all().faults == ()


def test_a_revoked_token_no_longer_lets_in(world, reporter, browse):
    client = browse(reporter)
    secret = secret_of(client.post("/tokens/", MADE))
    client.post(f"/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert Program(secret).get(f"{API}/me").status_code == 401
    assert "作废" in text(client.get("/tokens/"))


def test_a_token_lets_in_through_its_last_day_only(reporter, program, monkeypatch):
    clerk = program(reporter, expires="2026-03-05")
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=3))
    assert clerk.get(f"{API}/me").status_code == 200
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=4))
    assert clerk.get(f"{API}/me").status_code == 401


def test_a_token_of_somebody_who_left_lets_nobody_in(reporter, program):
    clerk = program(reporter)
    reporter.is_active = False
    reporter.save()
    assert clerk.get(f"{API}/me").status_code == 401


def test_a_token_grants_what_its_owner_may_today(world, reporter, program, entry):
    clerk = program(reporter)
    Assignment.objects.filter(user=reporter).update(until=date(2026, 3, 1))
    assert clerk.get(f"{ENTRIES}/{entry.pk}").status_code == 404
    said = clerk.post(ENTRIES, {"unit": world.bureau.pk, "values": VALUES})
    assert said.status_code == 403


def test_a_token_that_only_reads_changes_nothing(world, reporter, program, entry):
    clerk = program(reporter, writes=False)
    assert clerk.get(f"{ENTRIES}/{entry.pk}").status_code == 200
    change = {"version": 1, "values": {"subject": "改"}}
    refused = [
        clerk.post(ENTRIES, {"unit": world.bureau.pk, "values": VALUES}),
        clerk.patch(f"{ENTRIES}/{entry.pk}", change),
        clerk.post(f"{ENTRIES}/{entry.pk}/steps/register", {"version": 1}),
        clerk.upload(
            f"{ENTRIES}/{entry.pk}/attachments/reply", SimpleUploadedFile("答复书.pdf", b"%PDF-")
        ),
    ]
    assert [said.status_code for said in refused] == [403] * 4
    assert {said.json()["message"] for said in refused} == {"这个令牌只能读取。"}


def test_a_token_for_some_registers_touches_no_other(reporter, program):
    clerk = program(reporter, registers=["openness.proactive_item"])
    assert clerk.get(f"{API}/registers/openness.proactive_item/entries").status_code == 200
    assert clerk.get(ENTRIES).status_code == 403
    assert clerk.get(f"{API}/registers/openness.request").status_code == 403
    (only,) = clerk.get(f"{API}/registers").json()
    assert only["name"] == "openness.proactive_item"


def test_a_token_for_one_unit_touches_no_other(world, reporter, program, entry):
    Assignment.objects.create(user=reporter, unit=world.office, role="reporter")
    clerk = program(reporter, unit=world.office.pk)
    assert clerk.get(ENTRIES).json()["total"] == 0
    assert clerk.get(f"{ENTRIES}/{entry.pk}").status_code == 404
    assert clerk.post(f"{ENTRIES}/{entry.pk}/steps/register", {"version": 1}).status_code == 404
    other = clerk.post(ENTRIES, {"unit": world.bureau.pk, "values": VALUES})
    assert other.status_code == 403
    own = clerk.post(ENTRIES, {"unit": world.office.pk, "values": VALUES})
    assert own.status_code == 201
    assert [unit["id"] for unit in clerk.get(f"{API}/units").json()["units"]] == [world.office.pk]


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "长" * 61}, "name"),
        ({"name": "零\x00"}, "name"),
        ({"expires": ""}, "expires"),
        ({"expires": "soon"}, "expires"),
        ({"expires": "2026-03-01"}, "expires"),
        ({"expires": "2027-03-03"}, "expires"),
        ({"registers": ["nowhere.nothing"]}, "registers"),
        ({"unit": 0}, "unit"),
    ],
)
def test_what_a_token_cannot_be_is_told(world, reporter, wanted, field):
    asked = {"name": "甲", "expires": "2026-12-31"} | wanted
    with pytest.raises(InvalidError) as refused:
        tokens.make(world.actor(reporter), tokens.Wanted(**asked), AT)
    assert set(refused.value.problems) == {field}
    assert not ApiToken.objects.exists()


def test_a_wrong_form_keeps_what_was_typed(reporter, browse):
    client = browse(reporter)
    refused = client.post("/tokens/", MADE | {"expires": "2030-01-01", "unit": "９x"})
    assert refused.status_code == 422
    page = html.fromstring(refused.content)
    assert page.xpath("//input[@id='name']/@value") == ["政务服务平台"]
    assert "最长一年" in text(refused)
    assert "没有角色" in text(refused)


def test_nobody_has_tokens_without_end(world, reporter):
    actor = world.actor(reporter)
    wanted = tokens.Wanted(name="甲", expires="2026-12-31")
    for _ in range(tokens.MOST):
        tokens.make(actor, wanted, AT)
    with pytest.raises(InvalidError, match="最多"):
        tokens.make(actor, wanted, AT)


def test_nobody_sees_or_revokes_the_tokens_of_others(world, reporter, approver, browse):
    token, _ = tokens.make(
        world.actor(reporter), tokens.Wanted(name="我的", expires="2026-12-31"), AT
    )
    assert "我的…" not in text(browse(approver).get("/tokens/"))
    assert token.prefix not in text(browse(approver).get("/tokens/"))
    assert browse(approver).post(f"/tokens/{token.pk}/revoke/").status_code == 404
    with pytest.raises(NotThereError):
        tokens.revoke(world.actor(approver), token.pk, AT)


def test_last_use_is_known_to_the_hour(reporter, program, monkeypatch):
    clerk = program(reporter)
    clerk.get(f"{API}/me")
    assert ApiToken.objects.get().used_at == AT
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(minutes=59))
    clerk.get(f"{API}/me")
    assert ApiToken.objects.get().used_at == AT
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(minutes=61))
    clerk.get(f"{API}/me")
    assert ApiToken.objects.get().used_at == AT + timedelta(minutes=61)


def test_a_token_is_answered_so_often_a_minute(reporter, approver, program, settings, monkeypatch):
    settings.API_RATES = {"token": 3, "address": 100}
    clerk, other = program(reporter), program(approver)
    assert [clerk.get(f"{API}/me").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = clerk.get(f"{API}/me")
    assert (refused.json()["code"], refused["Retry-After"]) == ("too_many_requests", "60")
    assert other.get(f"{API}/me").status_code == 200
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(minutes=1))
    assert clerk.get(f"{API}/me").status_code == 200


def test_an_address_is_answered_so_often_a_minute_with_or_without_a_token(
    reporter, program, settings
):
    settings.API_RATES = {"token": 100, "address": 3}
    stranger = Program("zs_guess")
    assert [stranger.get(f"{API}/me").status_code for _ in range(4)] == [401, 401, 401, 429]
    assert int(stranger.get(f"{API}/me")["Retry-After"]) == 60
    assert program(reporter).get(f"{API}/me").status_code == 429


def test_an_address_cannot_be_made_up(db, settings):
    settings.API_RATES = {"token": 100, "address": 1}
    stranger = Program("zs_guess")
    stranger.get(f"{API}/me")
    assert stranger.get(f"{API}/me", **{"x-forwarded-for": "192.0.2.7"}).status_code == 429


def test_a_login_alone_does_not_open_the_interface(reporter, browse, entry):
    assert browse(reporter).get(f"{ENTRIES}/{entry.pk}").status_code == 401


def test_an_entry_made_by_a_token_may_not_be_approved_by_its_owner(world, program):
    both = world.person("一肩挑", world.bureau, "reporter", "approver")
    clerk = program(both)
    made = actions.create(world.actor(both), "openness.request", world.bureau, REQUEST, AT)
    steps = f"{ENTRIES}/{made.pk}/steps"
    clerk.post(f"{steps}/register", {"version": 1})
    draft = {"outcome": "granted", "basis": "条例", "secrecy_reviewed": True}
    clerk.post(f"{steps}/draft_reply", {"version": 2, "values": draft})
    (reply,) = [s for s in clerk.get(steps).json()["steps"] if s["key"] == "reply"]
    assert (reply["may"], "填报的人不能审批" in reply["why_not"]) == (False, True)
    body = {"version": 3, "values": {"replied": "2026-03-02"}}
    said = clerk.post(f"{steps}/reply", body)
    assert said.status_code == 403
    assert "填报的人不能审批" in said.json()["message"]
