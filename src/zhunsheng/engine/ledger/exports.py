"""
Checkpoints and exports of the ledger, for anyone to verify.

It knows the file that `verifier` reads, and what it means to sign; it knows no storage.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from zhunsheng.engine.ledger.lines import Line, Opening
from zhunsheng.engine.ledger.proofs import inclusions
from zhunsheng.engine.ledger.verifier import FORMAT, LedgerError, canonical


class Signer(Protocol):
    """What signs checkpoints: the key in a file, or a device that never gives it out."""

    @property
    def public(self) -> bytes:
        """The public key: 32 bytes."""

    def sign(self, message: bytes) -> bytes:
        """Get the Ed25519 signature of a message: 64 bytes."""


class Ed25519Signer:
    """A signer that holds its key: 32 bytes that must stay secret."""

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)

    @property
    def public(self) -> bytes:
        """The public key."""
        return self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, message: bytes) -> bytes:
        """Get the signature of a message."""
        return self._key.sign(message)


@dataclass(frozen=True, kw_only=True, slots=True)
class Checkpoint:
    """What the ledger was at a time, signed: its size, its root, and by whose key."""

    size: int
    root: str
    at: datetime
    key: str
    signature: str

    def plain(self) -> dict[str, Any]:
        """Get what is signed."""
        return {
            "size": self.size,
            "root": self.root,
            "at": self.at.isoformat(timespec="milliseconds"),
            "key": self.key,
        }


@dataclass(frozen=True, slots=True)
class Exported:
    """A line with what opens its personal values, as far as it may be shown."""

    line: Line
    openings: Mapping[str, Opening]


def checkpoint(root: bytes, size: int, at: datetime, key: str, signer: Signer) -> Checkpoint:
    """Sign what the ledger is. Raises LedgerError for a time without an offset."""
    if at.tzinfo is None:
        raise LedgerError("时间没有写明时区")
    bare = Checkpoint(size=size, root=root.hex(), at=at, key=key, signature="")
    signature = signer.sign(canonical(bare.plain())).hex()
    return Checkpoint(size=size, root=root.hex(), at=at, key=key, signature=signature)


def whole_export(
    lines: Iterable[Exported],
    checkpoints: Sequence[Checkpoint],
    keys: Mapping[str, bytes],
    algorithm: str,
) -> Iterator[str]:
    """Get all lines of a ledger as the texts of an export, checkpoints after the line they sign."""
    yield _header(keys, algorithm, whole=True)
    waiting = sorted(checkpoints, key=lambda point: (point.size, point.at))
    for size, exported in enumerate(lines):
        while waiting and waiting[0].size == size:
            yield _point(waiting.pop(0))
        yield _text(_line(exported, algorithm))
    for point in waiting:
        yield _point(point)


def part_export(
    chosen: Iterable[Exported],
    leaves: Sequence[bytes],
    point: Checkpoint,
    keys: Mapping[str, bytes],
    algorithm: str,
) -> Iterator[str]:
    """
    Get some lines as an export, each with the proof that it is part of what a checkpoint signed.

    `leaves` are the hashes of all lines. Raises LedgerError for a line beyond the checkpoint.
    """
    yield _header(keys, algorithm, whole=False)
    listed = list(chosen)
    numbers = [exported.line.number for exported in listed]
    proofs = inclusions(leaves[: point.size], numbers, algorithm)
    for exported in listed:
        proof = proofs[exported.line.number]
        yield _text(_line(exported, algorithm) | {"proof": [part.hex() for part in proof]})
    yield _point(point)


def _header(keys: Mapping[str, bytes], algorithm: str, *, whole: bool) -> str:
    named = {name: key.hex() for name, key in keys.items()}
    return _text({"format": FORMAT, "algorithm": algorithm, "whole": whole, "keys": named})


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


def _text(item: object) -> str:
    return json.dumps(item, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
