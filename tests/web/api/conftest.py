"""Programs that call the interface with tokens of people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.web import actors, clock
from zhunsheng.web.api import tokens
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

API = "/api/v1"
ENTRIES = f"{API}/registers/openness.request/entries"
VALUES = {key: value for key, value in REQUEST.items() if key != "unit"}


class Program:
    """A program with a token, or without one."""

    def __init__(self, secret: str = "") -> None:
        self.headers = {"authorization": f"Bearer {secret}"} if secret else {}
        self.client = Client()

    def get(self, address: str, asked: dict[str, Any] | None = None, **more: Any) -> HttpResponse:
        return self.client.get(address, asked, headers=self.headers | more)

    def post(self, address: str, body: Any, **more: Any) -> HttpResponse:
        return self._sent("post", address, body, **more)

    def patch(self, address: str, body: Any, **more: Any) -> HttpResponse:
        return self._sent("patch", address, body, **more)

    def upload(self, address: str, file: Any) -> HttpResponse:
        return self.client.post(address, {"file": file}, headers=self.headers)

    def _sent(self, method: str, address: str, body: Any, **more: Any) -> HttpResponse:
        send = getattr(self.client, method)
        kind = "application/json"
        return send(address, body, content_type=kind, headers=self.headers | more)


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)
    cache.clear()


@pytest.fixture
def program(db: None) -> Callable[..., Program]:
    """Get a program with a token of somebody."""

    def made(user: User, **wanted: Any) -> Program:
        asked = {"name": "测试", "expires": "2026-12-31", "writes": True} | wanted
        actor = actors.actor_of(user, AT.date())
        _, secret = tokens.make(actor, tokens.Wanted(**asked), AT - timedelta(days=1))
        return Program(secret)

    return made


@pytest.fixture
def entry(world: World, reporter: User) -> Entry:
    return actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
