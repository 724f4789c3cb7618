"""The roles people may have, and which may not be in one hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, gettext_noop

from zhunsheng.engine.messages import Message

# In Chinese, as workbooks and the ledger write them; `name_of` gets them for a page.
ROLES = {
    "coordinator": gettext_noop("统筹员"),
    "reporter": gettext_noop("填报员"),
    "approver": gettext_noop("审核员"),
    "leader": gettext_noop("领导"),
    "inspector": gettext_noop("督察员"),
    "legal_reviewer": gettext_noop("合法性审核员"),
    "system_administrator": gettext_noop("系统管理员"),
    "security_administrator": gettext_noop("安全管理员"),
    "audit_administrator": gettext_noop("审计管理员"),
}
# 三员分立: the three administrators are three people, and none of them handles entries.
ADMINISTRATORS = frozenset(
    {"system_administrator", "security_administrator", "audit_administrator"}
)
# Those who look after a whole government rather than one unit.
GOVERNMENT_WIDE = frozenset({"coordinator", "leader", "inspector", "legal_reviewer"})
# Those of them who also see the governments below.
DOWNWARD = frozenset({"coordinator", "leader", "inspector"})


def name_of(role: str) -> str:
    """Get the name of a role in the language of the page."""
    return gettext(ROLES[role])


def names() -> dict[str, str]:
    """Get the names of all roles in the language of the page."""
    return {role: name_of(role) for role in ROLES}


def conflict(roles: Collection[str]) -> Message | None:
    """Get why some roles cannot be one person's; None where they can."""
    held = sorted(ADMINISTRATORS & set(roles))
    if len(held) > 1:
        return Message(
            f"{'、'.join(ROLES[role] for role in held)}不能由同一个人担任（三员分立）。",
            f"One person cannot be {' and '.join(in_english(role) for role in held)}"
            " (separation of administrators).",
        )
    if held and set(roles) - ADMINISTRATORS:
        return Message(
            f"{ROLES[held[0]]}不能兼任业务角色。",
            f"The {in_english(held[0])} cannot hold a role that handles entries.",
        )
    return None


def in_english(role: str) -> str:
    """Get the name of a role in English, for a message in both languages."""
    return role.replace("_", " ")


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


def conflict_with(new: Held, held: Sequence[Held]) -> Message | None:
    """Get why a role cannot be added to those somebody has, had or will have; None where it can."""
    meeting = {other.role for other in held if not other.is_empty and new.meets(other)}
    return conflict({new.role, *meeting})
