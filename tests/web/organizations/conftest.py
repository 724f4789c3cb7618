"""A small fictional government made by the actions themselves, with its three administrators."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.web.conftest import AT
from zhunsheng.web import actors
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations import actions, people
from zhunsheng.web.organizations.models import Government, Unit, User

PASSWORD = "正确的密码 2026"  # noqa: S105


@dataclass
class Site:
    """Two counties under one prefecture, each with two bureaus, all of it in the ledger."""

    prefecture: Government
    county: Government
    other_county: Government
    hall: Unit
    bureau: Unit
    office: Unit
    other_bureau: Unit

    def person(self, name: str, unit: Unit, *roles: str) -> User:
        user, _ = people.add_person(None, name, name, unit, AT)
        user = people.change_password(user, PASSWORD, AT)
        for role in roles:
            people.assign(None, user, unit, role, (None, None), AT)
        return user

    def actor(self, user: User, at=AT) -> Actor:
        return actors.actor_of(user, at.date())

    def administrator(self, kind: str, unit: Unit | None = None) -> Actor:
        where = unit or self.bureau
        name = f"{kind}-{where.government.code}-{where.code}"
        found = User.objects.filter(username=name).first()
        return self.actor(found or self.person(name, where, f"{kind}_administrator"))


@pytest.fixture
def site(db: None) -> Site:
    prefecture = actions.add_government(None, "990100", "云溪市", "prefecture", None, AT)
    county = actions.add_government(None, "990121", "溪口县", "county", prefecture, AT)
    other = actions.add_government(None, "990122", "石岭县", "county", prefecture, AT)
    return Site(
        prefecture,
        county,
        other,
        actions.add_unit(None, prefecture, "sfj", "云溪市司法局", AT),
        actions.add_unit(None, county, "sfj", "溪口县司法局", AT, aliases=["县司法局"]),
        actions.add_unit(None, county, "fgj", "溪口县发展和改革局", AT, aliases=["县发改局"]),
        actions.add_unit(None, other, "sfj", "石岭县司法局", AT),
    )
