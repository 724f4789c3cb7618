"""A small fictional government with one person for each role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from zhunsheng.engine import contents
from zhunsheng.engine.catalogue import OWN_DOMAINS, catalogue
from zhunsheng.web import actors, clock
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User

if TYPE_CHECKING:
    from tests.web.desk import Desk

AT = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
REQUEST = {
    "received": "2026-02-27",
    "channel": "online",
    "applicant": {"kind": "person", "name": "某甲", "number": "X1"},
    "contact": "无",
    "applicant_kind": "person",
    "subject": "某街道改造方案",
    "content": "请公开方案全文。",
}


@dataclass
class World:
    """Two counties under one prefecture, each with a bureau; one office more in the first."""

    prefecture: Government
    county: Government
    other_county: Government
    bureau: Unit
    office: Unit
    other_bureau: Unit

    def person(self, name: str, unit: Unit, *roles: str) -> User:
        user = User.objects.create_user(name, password="正确的密码 2026", full_name=name)  # noqa: S106
        for role in roles:
            Assignment.objects.create(user=user, unit=unit, role=role)
        return user

    def actor(self, user: User) -> Actor:
        return actors.actor_of(user, AT.date())


@pytest.fixture
def world(db: None) -> World:
    prefecture = Government.objects.create(code="990100", name="云溪市", level="prefecture")
    county = Government.objects.create(
        code="990121", name="溪口县", level="county", parent=prefecture
    )
    other = Government.objects.create(
        code="990122", name="石岭县", level="county", parent=prefecture
    )
    return World(
        prefecture,
        county,
        other,
        Unit.objects.create(government=county, code="sfj", name="溪口县司法局"),
        Unit.objects.create(government=county, code="fgj", name="溪口县发展和改革局"),
        Unit.objects.create(government=other, code="sfj", name="石岭县司法局"),
    )


@pytest.fixture
def reporter(world: World) -> User:
    return world.person("填报员", world.bureau, "reporter")


@pytest.fixture
def approver(world: World) -> User:
    return world.person("审核员", world.bureau, "approver")


@pytest.fixture
def desk(world: World, reporter: User, approver: User) -> Desk:
    """Get a desk whose people follow golden cases."""
    from tests.web.desk import Desk  # noqa: PLC0415  # it builds on this module

    return Desk(world, reporter, approver)


@pytest.fixture
def browse(monkeypatch: pytest.MonkeyPatch):
    """Get a client that is logged in as somebody, on a fixed day."""
    monkeypatch.setattr(clock, "now", lambda: AT)

    def logged_in(user: User) -> Client:
        client = Client()
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return client

    return logged_in


@pytest.fixture
def casework(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install the domain of the tests beside the real ones."""

    class Point:
        def load(self) -> ModuleType:
            return import_module("tests.web.casework")

    # The engines of figures find their own parts in the same way.
    others = contents.metadata.entry_points
    monkeypatch.setattr(
        contents.metadata,
        "entry_points",
        lambda **asked: [Point()] if asked == {"group": OWN_DOMAINS} else others(**asked),
    )
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()
