"""The roles people may have, and which may not be in one hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

ROLES = {
    "coordinator": "统筹员",
    "reporter": "填报员",
    "approver": "审核员",
    "leader": "领导",
    "inspector": "督察员",
    "legal_reviewer": "合法性审核员",
    "system_administrator": "系统管理员",
    "security_administrator": "安全管理员",
    "audit_administrator": "审计管理员",
}
# 三员分立: the three administrators are three people, and none of them handles entries.
ADMINISTRATORS = frozenset(
    {"system_administrator", "security_administrator", "audit_administrator"}
)
# Those who look after a whole government rather than one unit.
GOVERNMENT_WIDE = frozenset({"coordinator", "leader", "inspector", "legal_reviewer"})
# Those of them who also see the governments below.
DOWNWARD = frozenset({"coordinator", "leader", "inspector"})


def conflict(roles: Collection[str]) -> str:
    """Get why some roles cannot be one person's, in Chinese; empty where they can."""
    held = ADMINISTRATORS & set(roles)
    if len(held) > 1:
        names = "、".join(ROLES[role] for role in sorted(held))
        return f"{names}不能由同一个人担任（三员分立）。"
    if held and set(roles) - ADMINISTRATORS:
        return f"{ROLES[next(iter(held))]}不能兼任业务角色。"
    return ""


@dataclass(frozen=True, slots=True)
class Held:
    """A role with the days it is held; None is open."""

    role: str
    since: date | None
    until: date | None

    def meets(self, other: Held) -> bool:
        """Whether there is a day on which both are held."""
        begins = max(self.since or date.min, other.since or date.min)
        ends = min(self.until or date.max, other.until or date.max)
        return begins <= ends

    @property
    def is_empty(self) -> bool:
        """Whether it is held on no day at all: withdrawn on the day it was given."""
        return not self.meets(self)


def conflict_with(new: Held, held: Sequence[Held]) -> str:
    """Get why a role cannot be added to those somebody has, had or will have; empty where it can."""
    meeting = {other.role for other in held if not other.is_empty and new.meets(other)}
    return conflict({new.role, *meeting})
