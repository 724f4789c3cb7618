"""Verifies what was signed of the stored chain: checkpoints, keys, and the lines that speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zhunsheng.engine.ledger.proofs import Growing
from zhunsheng.engine.ledger.verifier import LedgerError, canonical, verifies
from zhunsheng.web.ledger import keys, signed
from zhunsheng.web.ledger.faults import Fault, of_line
from zhunsheng.web.ledger.models import SigningKey, StoredCheckpoint, StoredLine

_POINTS, _KEYS = "检查点", "签名密钥"


class Signed:
    """The stored checkpoints and keys, compared with a chain that is followed from a line on."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.keys = {key.name: key for key in SigningKey.objects.all()}
        self.points: dict[int, list[StoredCheckpoint]] = {}
        for point in StoredCheckpoint.objects.filter(size__gte=start):
            self.points.setdefault(point.size, []).append(point)
        # What lines say there is, by size and key, or by name.
        self.said: set[tuple[int, str]] = set()
        self.said_keys: set[str] = set()

    def at(self, size: int, tree: Growing) -> Iterator[Fault]:
        """Compare the checkpoints of a size with the root there."""
        for point in self.points.get(size, ()):
            if point.root != tree.root().hex():
                yield _of(point, f"前{size}行与当时签名的根不符，账目或者检查点被改动过")

    def line(self, line: StoredLine) -> Iterator[Fault]:
        """Compare a line about a checkpoint or a key with what is stored of it."""
        if line.did == signed.SIGNED:
            yield from self._line_of_checkpoint(line)
        elif line.did == keys.NEW_KEY:
            name = str(line.says.get("key"))
            self.said_keys.add(name)
            key = self._key(name)
            if key is None:
                yield of_line(line, f"所记的签名密钥{name}不见了")
            elif keys.said_of(key) != line.says:
                yield Fault(_KEYS, name, f"签名密钥{name}与账目{line.number}不符，被改动过")

    def _line_of_checkpoint(self, line: StoredLine) -> Iterator[Fault]:
        says: dict[str, Any] = dict(line.says)
        size, name, public = says.get("size"), str(says.get("key")), says.pop("public", "")
        if not isinstance(size, int):
            yield of_line(line, "没有写明检查点的行数")
            return
        self.said.add((size, name))
        key = self._key(name)
        if key is None or key.public != public:
            yield Fault(_KEYS, name, f"签名密钥{name}与账目{line.number}不符，不见了或者被改动过")
        if size < self.start:
            return
        point = self._point(size, name)
        if point is None:
            yield of_line(line, f"所记的{size}行处的检查点不见了")
        elif signed.said_of(point) != says:
            yield _of(point, f"与账目{line.number}不符，被改动过")

    def end(self) -> Iterator[Fault]:
        """Verify all signatures, and find what no line speaks of."""
        last = max(self.points, default=0)
        for size in sorted(self.points):
            for point in self.points[size]:
                if not self._verifies(point):
                    yield _of(point, "的签名不对，被改动过")
                if (size, point.key) not in self.said and size > self.start:
                    yield _of(point, "没有账目，不是通过本系统写入的")
        if last and self.start == 0:
            yield from self._loose_keys()
        for name, key in self.keys.items():
            if key.former and not self._succeeds(key):
                yield Fault(_KEYS, name, f"签名密钥{name}接替{key.former}的签名不对，被改动过")

    def _key(self, name: str) -> SigningKey | None:
        """Get a key; what was not there at the beginning may be there by now."""
        return self.keys.get(name) or SigningKey.objects.filter(name=name).first()

    def _point(self, size: int, key: str) -> StoredCheckpoint | None:
        """Get a checkpoint; what was not there at the beginning may be there by now."""
        for point in self.points.get(size, ()):
            if point.key == key:
                return point
        return StoredCheckpoint.objects.filter(size=size, key=key).first()

    def _loose_keys(self) -> Iterator[Fault]:
        first = next(iter(self.keys), "")
        for name in self.keys:
            if name not in self.said_keys and name != first:
                yield Fault(_KEYS, name, f"签名密钥{name}没有账目，不是通过本系统写入的")

    def _verifies(self, point: StoredCheckpoint) -> bool:
        key = self.keys.get(point.key)
        if key is None:
            return False
        try:
            message = canonical(signed.plain(point).plain())
            return verifies(bytes.fromhex(key.public), message, bytes.fromhex(point.signature))
        except ValueError:
            return False

    def _succeeds(self, key: SigningKey) -> bool:
        try:
            said = keys.succession_of(key, list(self.keys.values()))
            message = canonical(said.plain())
            return all(
                verifies(bytes.fromhex(public), message, bytes.fromhex(signature))
                for public, signature in (
                    (said.public, said.signature),
                    (said.former_public, said.former_signature),
                )
            )
        except (LedgerError, ValueError):
            return False


def _of(point: StoredCheckpoint, what: str) -> Fault:
    return Fault(_POINTS, str(point.size), f"检查点（{point.size}行，{point.at[:10]}）{what}")
