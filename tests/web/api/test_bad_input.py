"""What a program may send wrongly: always a refusal in JSON, never a fault, never HTML."""

from __future__ import annotations

import json

import pytest
from django.db import OperationalError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.web.api.conftest import API, ENTRIES, VALUES, Program
from zhunsheng.web.api import entries
from zhunsheng.web.api.parsing import MAX_BODY, MalformedError, strict_json
from zhunsheng.web.registers.models import Entry


def raw(clerk: Program, content: bytes, kind: str = "application/json"):
    return clerk.client.post(ENTRIES, content, content_type=kind, headers=clerk.headers)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"\xff\xfe",
        b'{"unit": NaN}',
        b'{"unit": Infinity}',
        b'{"unit": 1e999}',
        b'{"unit": ' + b"9" * 5000 + b"}",
        b'{"unit": 1, "unit": 2}',
        b'{"unit": 1, "values": {"subject": "\\u0000"}}',
        b'{"unit": 1, "values": {"\\u0000": 1}}',
        b'{"unit": 1, "values": {"\\ud800": 1}}',
        b'{"unit": 1, "values": {"subject": "\\udfff"}}',
        b"[" * 100_000,
        b'{"values": ' * 30 + b"1" + b"}" * 30,
    ],
)
def test_what_cannot_be_read_or_kept_is_malformed(reporter, program, content):
    said = raw(program(reporter), content)
    assert (said.status_code, said.json()["code"]) == (400, "malformed")


@pytest.mark.parametrize(
    "body", [[], "text", 1, None, {}, {"unit": "1"}, {"unit": 1, "values": []}, {"values": {}}]
)
def test_a_body_of_another_form_is_invalid(reporter, program, body):
    said = raw(program(reporter), json.dumps(body).encode())
    assert (said.status_code, said.json()["code"]) == (422, "invalid")
    assert said.json()["problems"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("received", "9999-12-31"),
        ("received", "1948-12-31"),
        ("received", 20260301),
        ("received", None),
        ("subject", "长" * 501),
        ("subject", "响\u0007铃"),
        ("subject", 5),
        ("subject", ["甲"]),
        ("content", "长" * 20_001),
        ("applicant", "某甲"),
        ("applicant", {"kind": "robot", "name": "某甲"}),
        ("applicant", {"kind": "person", "name": ""}),
        ("applicant", {"kind": "person", "name": "某甲", "age": 3}),
        ("channel", {"in_person": True}),
        ("channel", 10**30),
    ],
)
def test_a_value_of_another_form_is_told_by_its_field(world, reporter, program, field, value):
    body = {"unit": world.bureau.pk, "values": VALUES | {field: value}}
    said = program(reporter).post(ENTRIES, body)
    assert said.status_code == 422
    assert [key.partition(".")[0] for key in said.json()["problems"]] == [field]
    assert not Entry.unscoped.exists()


def test_a_body_too_large_is_not_read(reporter, program):
    clerk = program(reporter)
    large = b'{"values": "' + b"0" * MAX_BODY + b'"}'
    for kind in ("application/json", "text/plain", "application/x-www-form-urlencoded"):
        said = raw(clerk, large, kind)
        assert (said.status_code, said.json()["code"]) == (413, "too_large")
    parts = b"--x\r\nContent-Disposition: form-data; name=a\r\n\r\n" + b"0" * 6 * 2**20
    said = raw(clerk, parts, "multipart/form-data; boundary=x")
    assert said.status_code == 413


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "multipart/form-data"),
        (b"--x", "multipart/form-data; boundary=x"),
        (b"\xff" * 50, "multipart/form-data; boundary=" + "x" * 300),
        (b"a=b", "application/x-www-form-urlencoded"),
    ],
)
def test_an_upload_that_is_none_is_refused(reporter, program, entry, content, kind):
    clerk = program(reporter)
    address = f"{ENTRIES}/{entry.pk}/attachments/reply"
    said = clerk.client.post(address, content, content_type=kind, headers=clerk.headers)
    assert said.status_code in {400, 422}
    assert said["Content-Type"].startswith("application/json")


@pytest.mark.parametrize("word", ["\x00", "a\x00b", "%", "_", "'", "\\", "😀", "\ufffe"])
def test_any_word_may_be_looked_for(reporter, program, word):
    assert program(reporter).get(ENTRIES, {"q": word}).status_code in {200, 400}


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/api/", 404),
        ("get", "/api/v2/me", 404),
        ("get", f"{API}/", 404),
        ("get", f"{API}/nothing", 404),
        ("delete", f"{API}/me", 405),
        ("post", f"{API}/me", 405),
        ("put", ENTRIES, 405),
        ("get", f"{API}/registers/nowhere.nothing", 404),
        ("get", f"{API}/registers/%00/entries", 404),
        ("get", f"{API}/registers/%ED%A0%80/entries", 404),
        ("get", f"{ENTRIES}/0", 422),
        ("get", f"{ENTRIES}/x", 422),
        ("get", f"{ENTRIES}/99999999999999999999999", 422),
        ("get", f"{ENTRIES}/9007199254740991", 404),
        ("get", f"{API}/registers?domain=nowhere", 404),
    ],
)
def test_an_address_that_is_not_answers_in_json(reporter, program, method, address, status):
    clerk = program(reporter)
    said = getattr(clerk.client, method)(address, headers=clerk.headers)
    assert said.status_code == status
    assert set(said.json()) >= {"code", "message"}
    assert "no-store" in said["Cache-Control"]


@pytest.mark.parametrize(
    "shown", ["", "Bearer", "Bearer ", "Basic eDp5", "Bearer \xff", "bearer x y"]
)
def test_a_token_of_any_form_is_just_not_known(db, shown):
    said = Client().get(f"{API}/me", headers={"authorization": shown})
    assert said.status_code == 401


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        ("", "没有这个地址。"),
        ("en", "There is nothing at this address."),
        ("en-GB,zh;q=0.5", "There is nothing at this address."),
        ("zh-CN,en;q=0.9", "没有这个地址。"),
        ("fr", "没有这个地址。"),
        ("\xff;q=x,,,", "没有这个地址。"),
    ],
)
def test_refusals_are_said_in_the_language_asked_for(db, languages, message):
    said = Client().get(f"{API}/nothing", headers={"accept-language": languages})
    assert said.json()["message"] == message


def test_problems_are_said_in_english_too(world, reporter, program):
    body = {"unit": world.bureau.pk, "values": VALUES | {"received": "2026-02-30", "subject": 5}}
    said = program(reporter).post(ENTRIES, body, **{"accept-language": "en"})
    assert said.json()["problems"] == {"subject": "申请事项: This should be text."}


def test_a_fault_and_a_lost_database_are_said_in_json_too(reporter, program, monkeypatch):
    clerk = program(reporter)

    def failing(error: Exception):
        def fail(*_: object) -> None:
            raise error

        return fail

    monkeypatch.setattr(entries, "answer_of", failing(RuntimeError("secret detail")))
    monkeypatch.setattr(entries, "_filtered", failing(RuntimeError("secret detail")))
    said = clerk.get(ENTRIES)
    assert (said.status_code, said.json()["code"]) == (500, "fault")
    assert "secret" not in said.content.decode()
    monkeypatch.setattr(entries, "_filtered", failing(OperationalError("gone")))
    assert clerk.get(ENTRIES).status_code == 503


@given(
    st.one_of(
        st.binary(max_size=200),
        st.recursive(
            st.one_of(
                st.none(), st.booleans(), st.integers(), st.floats(), st.text(st.characters())
            ),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=30,
        ).map(lambda value: json.dumps(value).encode()),
    )
)
def test_any_bytes_are_json_that_can_be_kept_or_malformed(content):
    try:
        value = strict_json(content)
    except MalformedError:
        return
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    assert "\x00" not in text.encode("utf-8").decode()
    assert "\\u0000" not in text
