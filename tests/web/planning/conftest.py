"""What tests of plans share."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.conftest import World
from tests.web.planning.plans import Office, at
from zhunsheng.web import clock
from zhunsheng.web.organizations.models import User


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch):
    """Get a client that is logged in as somebody on a day."""

    def logged_in(user: User, day: str) -> Client:
        monkeypatch.setattr(clock, "now", lambda: at(day))
        client = Client()
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return client

    return logged_in
