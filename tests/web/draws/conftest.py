"""A bureau with two pools and an approved plan, and the people who draw for it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.domains.golden_cases import golden
from tests.web.conftest import AT, World
from zhunsheng.web.draws import actions as drawing
from zhunsheng.web.draws.models import Draw
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

SECRET = bytes(range(32))
OWN = drawing.Wishes(number="04 17 20 26")
LAWFUL = golden("inspection", "entries")
OFFICER = golden("enforcement", "entries")["entries"]["officer"]


@dataclass
class Bureau:
    """The pools of a bureau, its plan, and who enters and who approves there."""

    world: World
    reporter: User
    approver: User
    firms: list[Entry] = field(default_factory=list)
    officers: list[Entry] = field(default_factory=list)
    plan: Entry = field(default_factory=Entry)

    def enter(self, register: str, *raws: dict) -> list[Entry]:
        actor = self.world.actor(self.reporter)
        return actions.create_many(actor, register, self.world.bureau, raws, AT)

    def recuse(self, officer: Entry, subject: Entry, **more: str) -> Entry:
        values = LAWFUL["entries"]["recusal"] | {
            "officer": officer.number,
            "subject": subject.number,
        }
        return self.enter("inspection.recusal", values | more)[0]

    def commit(self, wishes: drawing.Wishes = OWN, secret: bytes = SECRET) -> Draw:
        return drawing.commit(self.world.actor(self.reporter), self.plan.pk, wishes, secret, AT)

    def carry_out(self, draw: Draw, number: str = "8848") -> Draw:
        return drawing.carry_out(self.world.actor(self.approver), draw.pk, number, AT)

    def approved_plan(self, **more: object) -> Entry:
        item = self.enter(
            "inspection.check_item",
            LAWFUL["entries"]["check_item"] | {"ratio_cap": "50", "organ": self.world.bureau.name},
        )
        values = LAWFUL["entries"]["plan"] | {"item": item[0].number} | more
        (plan,) = self.enter("inspection.plan", values)
        return actions.take_step(
            self.world.actor(self.approver),
            plan.pk,
            plan.version,
            "approve",
            {"approved": "2026-03-02"},
            AT,
        )


def filled(found: Bureau) -> Bureau:
    """Give a bureau thirty firms of three grades, four officers, and a plan that takes 1, 2 and 3 of the grades."""
    firm, home = LAWFUL["entries"]["subject"], found.world.bureau.name
    grades = ("low", "medium", "high")
    found.firms = found.enter(
        "inspection.subject",
        *(firm | {"name": f"第{n:02}家示例店（虚构）", "grade": grades[n % 3]} for n in range(30)),
    )
    found.officers = found.enter(
        "enforcement.officer",
        *(OFFICER | {"certificate": f"9901000{n}", "home": home} for n in range(4)),
    )
    found.plan = found.approved_plan(rate_low="10", rate_medium="20", rate_high="30")
    return found


@pytest.fixture
def bureau(world: World, reporter: User, approver: User) -> Bureau:
    return filled(Bureau(world, reporter, approver))
