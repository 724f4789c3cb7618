"""What a watcher of the site is told: that it answers, or that the database does not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.test import Client

from tests.web.conftest import AT
from zhunsheng.web import clock, health


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_answers", health._Answers())
    monkeypatch.setattr(clock, "now", lambda: AT)


def test_a_process_that_answers_says_so_without_asking_the_database():
    response = Client().get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_a_site_whose_database_answers_is_ready(db):
    assert Client().get("/readyz").status_code == 200


def test_a_site_whose_database_is_gone_is_not_ready_and_says_no_more(db, monkeypatch):
    def gone() -> None:
        raise DatabaseError("password of zhunsheng at 10.0.0.1")

    with monkeypatch.context() as patched:
        patched.setattr(health.connection, "cursor", gone)
        response = Client().get("/readyz")
    assert (response.status_code, response.content) == (503, b"database\n")


def test_the_database_is_asked_once_a_second_at_most(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        Client().get("/readyz")
        Client().get("/readyz")


def test_a_process_answers_so_many_times_a_minute_and_then_again(monkeypatch):
    monkeypatch.setattr(health, "MOST_A_MINUTE", 3)
    answers = [Client().get("/healthz").status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(minutes=2))
    assert Client().get("/healthz").status_code == 200
