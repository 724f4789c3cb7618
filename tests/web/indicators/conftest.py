"""Inspections and penalties of two bureaus and a county besides, and what makes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.conftest import AT, World
from zhunsheng.engine.catalogue import Catalogue, NamedRule
from zhunsheng.engine.indicators.periods import Period, month, year
from zhunsheng.web.indicators import held
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

INSPECTION, PENALTY = "casework.inspection", "casework.penalty"
YEAR, MARCH = year(2026), month(2026, 3)

Enter = Callable[..., Entry]


@pytest.fixture(autouse=True)
def _nothing_held():
    held.forget()
    yield
    held.forget()


@pytest.fixture
def own_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare by the rules of the tests' own domain alone: what the others ask is tested with them."""
    real = Catalogue.validation

    def validation(self: Catalogue, domain: str = "") -> list[NamedRule]:
        return real(self, domain or ("casework" if "casework" in self.domains else ""))

    monkeypatch.setattr(Catalogue, "validation", validation)


@pytest.fixture
def clerk(world: World, casework: None) -> User:
    """Somebody who reports for every unit of the world."""
    clerk = world.person("经办人", world.bureau, "reporter")
    for unit in (world.office, world.other_bureau):
        clerk.assignments.create(unit=unit, role="reporter")
    return clerk


@pytest.fixture
def inspect(world: World, clerk: User) -> Enter:
    """Enter an inspection of a unit."""

    def enter(unit: Unit | None = None, **values: Any) -> Entry:
        raw = {"place": "某超市", "planned": "2026-03-02", "responsible": "溪口县司法局"}
        return actions.create(
            world.actor(clerk), INSPECTION, unit or world.bureau, raw | values, AT
        )

    return enter


@pytest.fixture
def punish(world: World, clerk: User) -> Enter:
    """Enter a penalty of a unit."""

    def enter(unit: Unit | None = None, made: str = "2026-03-02") -> Entry:
        raw = {"matter": "某案", "made": made}
        return actions.create(world.actor(clerk), PENALTY, unit or world.bureau, raw, AT)

    return enter


def periods() -> list[Period]:
    return [YEAR, MARCH]
