"""Why a change of governments, units, people or roles was not carried out."""

from __future__ import annotations

from zhunsheng.engine.messages import Message
from zhunsheng.web.organizations.roles import ROLES, in_english
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError


def not_yours(role: str) -> ForbiddenError:
    """Get the refusal for somebody who does not look after what is to be changed."""
    return ForbiddenError(
        f"没有办理：这由管理该政府的{ROLES[role]}办理，且不能对本人办理。",
        f"Nothing was done: this is for the {in_english(role)} of that government, never for oneself.",
    )


def wrong(field: str, zh: str, en: str) -> InvalidError:
    """Get the refusal for one value that cannot be."""
    return InvalidError({field: Message(zh, en)})
