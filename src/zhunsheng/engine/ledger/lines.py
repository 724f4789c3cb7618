"""
Lines of the ledger: what one says, how it is joined to the one before, how personal data stay out.

It knows the form of a line; where lines are stored is for the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from zhunsheng.engine.ledger.verifier import LedgerError, canonical, commitment, leaf

SALT_BYTES = 32
Salts = Callable[[int], bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """
    One thing that was done.

    `number` counts from 0, `previous` is the digest of the line before (empty for the first). `says`
    holds what was changed, without personal data; `personal` a commitment for each personal value.
    """

    number: int
    previous: str
    at: datetime
    who: str
    did: str
    about: str
    says: Mapping[str, Any]
    personal: Mapping[str, str] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """Get the line as it is chained. Raises LedgerError for a time without an offset."""
        if self.at.tzinfo is None:
            raise LedgerError("时间没有写明时区")
        return {
            "number": self.number,
            "previous": self.previous,
            "at": self.at.isoformat(timespec="milliseconds"),
            "who": self.who,
            "did": self.did,
            "about": self.about,
            "says": dict(self.says),
            "personal": dict(self.personal),
        }

    def digest(self, algorithm: str) -> str:
        """Get the digest of the line, in hexadecimal. Raises LedgerError."""
        return leaf(algorithm, canonical(self.plain())).hex()


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a commitment: kept beside the ledger, erased when the value is."""

    salt: bytes
    value: object


def commit(
    values: Mapping[str, object], algorithm: str, salts: Salts
) -> tuple[dict[str, str], dict[str, Opening]]:
    """
    Get the commitments for personal values and what opens them.

    `salts` gives so many random bytes; each value gets its own. Raises LedgerError.
    """
    openings = {name: Opening(salts(SALT_BYTES), value) for name, value in values.items()}
    commitments = {
        name: commitment(algorithm, opening.salt, opening.value).hex()
        for name, opening in openings.items()
    }
    return commitments, openings
