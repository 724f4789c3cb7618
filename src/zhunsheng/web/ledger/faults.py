"""What is wrong with something stored, said so that one finds it: table, number, title."""

from __future__ import annotations

from dataclasses import dataclass

from zhunsheng.web.ledger.models import StoredLine


@dataclass(frozen=True, slots=True)
class Fault:
    """Something stored that is not as it was written: in which table, at which place."""

    table: str
    place: str
    says: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of going through what is stored."""

    lines: int
    root: str
    faults: tuple[Fault, ...]
    more: int = 0


def of_line(line: StoredLine, what: str) -> Fault:
    """Get the fault of a line, with the number and title of what it is about."""
    entry = line.says.get("entry") if isinstance(line.says, dict) else None
    about = ""
    if isinstance(entry, dict):
        about = f"（记录{entry.get('number')}“{entry.get('title')}”）"
    return Fault("账目", str(line.number), f"账目{line.number}{what}{about}")
