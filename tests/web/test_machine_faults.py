"""A full disk, a lost database, a lock that does not open: told in plain words, and nothing is lost."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import settings as property_settings
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import AT, REQUEST, World
from tests.web.test_pages import POSTED, created, text
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import clock, faults
from zhunsheng.web.ledger import store
from zhunsheng.web.registers import files
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

ON_SQLITE = "ZHUNSHENG_DATABASE" not in os.environ
NEW = "/registers/openness.request/new/"


def browser(user) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture(autouse=True)
def at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def full_disk(transactional_db) -> Iterator[None]:
    """The database may not grow by a single page."""
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.skipif(not ON_SQLITE, reason="limits the size of an SQLite file")
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_keeps_nothing_and_gives_the_form_back(world, reporter, request):
    client = browser(reporter)
    long = "甲" * 1500
    request.getfixturevalue("full_disk")
    before = Entry.unscoped.count()
    while (response := client.post(NEW, POSTED | {"content": long})).status_code == 302:
        before += 1
        assert before < 200
    assert response.status_code == 503
    page = text(response)
    assert "磁盘满了" in page
    assert "没有写到一半" in page
    kept = html.fromstring(response.content).xpath("//textarea[@name='content']")
    assert kept[0].text_content().strip() == long
    assert Entry.unscoped.count() == before
    assert verify_all().faults == ()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert client.post(NEW, POSTED).status_code == 302
    assert verify_all().faults == ()


def test_a_disk_that_takes_no_files_is_told(world, reporter, monkeypatch):
    entry = created(world, reporter)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "keep", full)
    client = browser(reporter)
    fields = catalogue().register("openness.request").register.fields
    field = next(one.key for one in fields if one.kind == "attachments")
    sent = {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4")}
    response = client.post(f"/entries/{entry.pk}/files/{field}/add/", sent)
    assert response.status_code == 503
    assert "重新选择文件" in text(response)
    assert b"\xe9\x87\x8d\xe6\x96\xb0\xe6\x8f\x90\xe4\xba\xa4</button>" not in response.content


class Lost(psycopg.OperationalError):
    """An error as it comes when the server says nothing any more."""


def failing(monkeypatch, cause: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OperationalError(str(cause)) from cause

    monkeypatch.setattr(store, "locked_head", fail)


def test_the_form_comes_back_with_what_was_typed_and_can_be_sent_again(
    world, reporter, monkeypatch
):
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.force_login(reporter, "django.contrib.auth.backends.ModelBackend")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(NEW).content.decode())
    assert token is not None
    typed = POSTED | {"csrfmiddlewaretoken": token[1], "subject": '"><script>alert(1)</script>'}
    with monkeypatch.context() as patched:
        failing(patched, Lost("server closed the connection"))
        response = client.post(NEW, typed)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert b"<script" not in response.content
    assert b"Traceback" not in response.content
    form = html.fromstring(response.content).xpath("//form")[0]
    again = {
        field.get("name"): field.get("value") or (field.text or "").removeprefix("\n")
        for field in form.xpath(".//input | .//textarea")
    }
    assert {key: again[key] for key in POSTED} == {key: typed[key] for key in POSTED}
    assert client.post(form.get("action"), again).status_code == 302
    assert Entry.unscoped.get().title == typed["subject"]


def test_without_a_valid_token_nothing_is_offered_to_be_sent_again(world, reporter, monkeypatch):
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.force_login(reporter, "django.contrib.auth.backends.ModelBackend")
    failing(monkeypatch, Lost("gone"))
    assert client.post(NEW, POSTED).status_code == 403


def test_a_password_is_never_given_back(world, reporter, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise OperationalError("gone") from Lost("gone")

    monkeypatch.setattr("django.contrib.auth.backends.ModelBackend.authenticate", fail)
    client = Client(raise_request_exception=False)
    response = client.post("/login/", {"username": "填报员", "password": "秘密的词"})
    assert response.status_code == 503
    assert "秘密的词" not in response.content.decode()


def test_programs_are_told_in_json(world, reporter, monkeypatch):
    failing(monkeypatch, Lost("gone"))
    response = browser(reporter).post(NEW, POSTED, headers={"Accept": "application/json"})
    assert response.status_code == 503
    assert response.json()["code"] == "lost"
    assert "数据库" in response.json()["message"]


def test_the_page_asks_neither_session_nor_database(world, reporter, monkeypatch):
    client = browser(reporter)

    def fail(*_: object, **__: object) -> None:
        raise OperationalError("gone") from Lost("gone")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "cursor", fail)
        patched.setattr(connection, "ensure_connection", fail)
        response = client.get("/registers/")
    assert response.status_code == 503
    assert "与数据库的连接断了" in text(response)


def test_a_mistake_of_the_program_is_no_fault_of_the_machine(world, reporter, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(store, "locked_head", fail)
    response = browser(reporter).post(NEW, POSTED)
    assert response.status_code == 500
    assert "出了故障" in text(response)


def sqlite(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("cause", "fault"),
    [
        (sqlite("SQLITE_FULL"), faults.FULL),
        (sqlite("SQLITE_BUSY_SNAPSHOT"), faults.BUSY),
        (sqlite("SQLITE_READONLY_DBMOVED"), faults.READ_ONLY),
        (sqlite("SQLITE_CANTOPEN"), faults.LOST),
        (sqlite("SQLITE_IOERR_WRITE"), faults.BROKEN),
        (sqlite("SQLITE_ERROR"), None),
        (psycopg.errors.DiskFull(), faults.FULL),
        (psycopg.errors.ReadOnlySqlTransaction(), faults.READ_ONLY),
        (psycopg.errors.LockNotAvailable(), faults.BUSY),
        (psycopg.errors.DeadlockDetected(), faults.BUSY),
        (psycopg.errors.TooManyConnections(), faults.BUSY),
        (psycopg.errors.AdminShutdown(), faults.LOST),
        (Lost(), faults.LOST),
        (psycopg.errors.UniqueViolation(), None),
        (OSError(errno.ENOSPC, ""), faults.FULL),
        (OSError(errno.EROFS, ""), faults.READ_ONLY),
        (BrokenPipeError(), None),
    ],
)
def test_each_fault_is_known_behind_whatever_was_raised_for_it(cause, fault):
    raised = RuntimeError()
    raised.__cause__ = cause
    assert faults.fault_of(raised) == fault


@property_settings(deadline=None)
@given(st.dictionaries(st.text(max_size=20), st.text(max_size=40), max_size=8))
def test_whatever_was_typed_comes_back_as_text(typed):
    request = RequestFactory().post("/x/", typed)
    request.csrf_processing_done = True
    page = faults._page(request, faults.LOST)
    assert "<script" not in page
    assert page.count("<form") <= 1


@pytest.mark.skipif(ON_SQLITE, reason="ends a connection of PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_a_connection_ended_in_the_middle_of_a_request_loses_nothing_and_comes_back(
    world: World, reporter, live_server, monkeypatch
):
    """The backend is ended after the lines were written and before the transaction is."""
    session = browser(reporter).cookies["sessionid"].value
    real = store.keep
    ends = [True]

    def keep_and_lose(*lines):
        real(*lines)
        if ends.pop() if ends else False:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                pid = cursor.fetchone()[0]
            where = settings.DATABASES["default"] | {"NAME": connection.settings_dict["NAME"]}
            with psycopg.connect(
                dbname=where["NAME"], user=where["USER"], host=where["HOST"], autocommit=True
            ) as other:
                other.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))

    monkeypatch.setattr(store, "keep", keep_and_lose)
    status, page = post(live_server.url, session, POSTED)
    assert status == 503
    assert "与数据库的连接断了" in page
    assert "某街道改造方案" in page
    assert not Entry.unscoped.exists()
    assert verify_all().lines == 0
    status, _ = post(live_server.url, session, POSTED)
    assert status == 200
    assert Entry.unscoped.get().title == REQUEST["subject"]
    assert verify_all().faults == ()


def post(url: str, session: str, fields: dict[str, str]) -> tuple[int, str]:
    """Send a form as a browser would, and follow where it leads."""
    token = "a" * 32
    body = urllib.parse.urlencode(fields | {"csrfmiddlewaretoken": token}).encode()
    cookies = f"sessionid={session}; csrftoken={token}"
    request = urllib.request.Request(url + NEW, body, {"Cookie": cookies})  # noqa: S310
    opener = urllib.request.build_opener(KeepCookies(cookies))
    try:
        with opener.open(request) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


class KeepCookies(urllib.request.HTTPRedirectHandler):
    def __init__(self, cookies: str) -> None:
        self.cookies = cookies

    def redirect_request(self, *args, **options):
        following = super().redirect_request(*args, **options)
        following.add_header("Cookie", self.cookies)
        return following
