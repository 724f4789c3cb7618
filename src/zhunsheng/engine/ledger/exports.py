"""
Checkpoints and exports of the ledger, for anyone to verify.

It knows the file that `verifier` reads, and what it means to sign; it knows no storage.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from zhunsheng.engine.ledger.lines import Line, Opening
from zhunsheng.engine.ledger.proofs import RootOver, consistency, inclusion
from zhunsheng.engine.ledger.signing import Signer
from zhunsheng.engine.ledger.verifier import FORMAT, LedgerError, canonical


@dataclass(frozen=True, kw_only=True, slots=True)
class Checkpoint:
    """What the ledger was at a time, signed: its size, its root, and by whose key."""

    size: int
    root: str
    at: datetime
    key: str
    signature: str

    def plain(self) -> dict[str, Any]:
        """Get what is signed. Raises LedgerError for a time without an offset."""
        return {"size": self.size, "root": self.root, "at": _time(self.at), "key": self.key}


@dataclass(frozen=True, kw_only=True, slots=True)
class Succession:
    """A key that took over from a former one when the ledger had a size; both signed it."""

    key: str
    public: str
    former: str
    former_public: str
    size: int
    at: datetime
    signature: str = ""
    former_signature: str = ""

    def plain(self) -> dict[str, Any]:
        """Get what is signed. Raises LedgerError for a time without an offset."""
        return {
            "key": self.key,
            "public": self.public,
            "former": self.former,
            "former_public": self.former_public,
            "size": self.size,
            "at": _time(self.at),
        }


@dataclass(frozen=True, slots=True)
class Exported:
    """A line with what opens its personal values, as far as it may be shown."""

    line: Line
    openings: Mapping[str, Opening]


@dataclass(frozen=True, kw_only=True, slots=True)
class Keyring:
    """The algorithm of a ledger, the public keys that signed it, and how one followed another."""

    algorithm: str
    keys: Mapping[str, bytes]
    successions: Sequence[Succession] = ()


def checkpoint(root: bytes, size: int, at: datetime, key: str, signer: Signer) -> Checkpoint:
    """Sign what the ledger is. Raises LedgerError for a time without an offset."""
    bare = Checkpoint(size=size, root=root.hex(), at=at, key=key, signature="")
    return replace(bare, signature=signer.sign(canonical(bare.plain())).hex())


def succession(bare: Succession, former: Signer, signer: Signer) -> Succession:
    """Sign that one key takes over from another, by both. Raises LedgerError."""
    message = canonical(bare.plain())
    return replace(
        bare,
        signature=signer.sign(message).hex(),
        former_signature=former.sign(message).hex(),
    )


def whole_export(
    lines: Iterable[Exported], checkpoints: Sequence[Checkpoint], ring: Keyring
) -> Iterator[str]:
    """Get all lines of a ledger as the texts of an export, checkpoints after the line they sign."""
    yield from _head(ring, whole=True)
    waiting = sorted(checkpoints, key=lambda point: (point.size, point.at))[::-1]
    for size, exported in enumerate(lines):
        while waiting and waiting[-1].size == size:
            yield _point(waiting.pop())
        yield _text(_line(exported, ring.algorithm))
    for point in reversed(waiting):
        yield _point(point)


def part_export(
    chosen: Iterable[Exported], over: RootOver, checkpoints: Sequence[Checkpoint], ring: Keyring
) -> Iterator[str]:
    """
    Get some lines as an export, each with the proof that it is part of what the last checkpoint signed.

    Of several checkpoints each is proved to continue the one before; without lines the export is what
    one keeps to find a ledger written anew. `over` answers for ranges of lines. Raises LedgerError for
    a line beyond the last checkpoint.
    """
    points = sorted(checkpoints, key=lambda point: (point.size, point.at))
    if not points:
        raise LedgerError("没有检查点，无从证明")
    yield from _head(ring, whole=False)
    before = 0
    for number, point in enumerate(points):
        yield _point(point)
        if number and before < point.size:
            proof = consistency(over, point.size, before)
            yield _text({"continues": [before, point.size], "proof": _hex(proof)})
        before = point.size
    for exported in chosen:
        proof = inclusion(over, before, exported.line.number)
        yield _text(_line(exported, ring.algorithm) | {"proof": _hex(proof)})


def _head(ring: Keyring, *, whole: bool) -> Iterator[str]:
    named = {name: key.hex() for name, key in ring.keys.items()}
    yield _text({"format": FORMAT, "algorithm": ring.algorithm, "whole": whole, "keys": named})
    for one in ring.successions:
        signatures = {"signature": one.signature, "former_signature": one.former_signature}
        yield _text({"succession": one.plain(), **signatures})


def _line(exported: Exported, algorithm: str) -> dict[str, Any]:
    return {
        "line": exported.line.plain(),
        "digest": exported.line.digest(algorithm),
        "personal": {
            name: {"salt": opening.salt.hex(), "value": opening.value}
            for name, opening in exported.openings.items()
        },
    }


def _point(point: Checkpoint) -> str:
    return _text({"checkpoint": point.plain(), "signature": point.signature})


def _hex(proof: Iterable[bytes]) -> list[str]:
    return [part.hex() for part in proof]


def _time(at: datetime) -> str:
    if at.tzinfo is None:
        raise LedgerError("时间没有写明时区")
    return at.isoformat(timespec="milliseconds")


def _text(item: object) -> str:
    return json.dumps(item, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
