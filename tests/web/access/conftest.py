"""People who log in with passwords, on a fixed day that a test can move on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from lxml import html

from tests.web.conftest import AT, World
from zhunsheng.web import clock
from zhunsheng.web.organizations.models import User

PASSWORD = "正确的密码 2026"  # noqa: S105


@dataclass
class Hour:
    """The time the site is told."""

    now: datetime = AT

    def pass_by(self, **how_long: int) -> None:
        self.now += timedelta(**how_long)


@pytest.fixture
def hour(monkeypatch: pytest.MonkeyPatch) -> Hour:
    moved = Hour()
    monkeypatch.setattr(clock, "now", lambda: moved.now)
    return moved


@pytest.fixture
def asked(settings) -> None:
    """The site's own settings of logging in, which other tests switch off."""
    settings.IDLE_MINUTES, settings.SESSION_HOURS, settings.PASSWORD_DAYS = 30, 8, 90
    settings.SECOND_FACTOR = "administrators"


@pytest.fixture
def clerk(world: World) -> User:
    return world.person("clerk", world.bureau, "reporter")


@pytest.fixture
def guard(world: World) -> User:
    return world.person("guard", world.bureau, "security_administrator")


Come = Callable[..., Client]


@pytest.fixture
def come(hour: Hour) -> Come:
    """Get a browser in which somebody has typed name and password."""

    def typed(user: User, password: str = PASSWORD, **more: str) -> Client:
        client = Client(**more)
        client.post("/login/", {"username": user.username, "password": password})
        return client

    return typed


def code_of(user: User, *, confirmed: bool = True) -> str:
    """Get the code that somebody's device shows now; as if the last one were long past."""
    TOTPDevice.objects.filter(user=user).update(last_t=-1, throttling_failure_count=0)
    device = TOTPDevice.objects.get(user=user, confirmed=confirmed)
    shown = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    shown.time = time.time()
    return f"{shown.token():06}"


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())
