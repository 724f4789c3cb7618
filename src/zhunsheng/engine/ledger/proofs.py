"""
Proofs over the tree of lines: that a line is part of it, that a later tree continues an earlier one.

It knows hashes only. A proof is a list of ranges of lines, each with the root over it; whoever stores
the hashes of whole parts of the tree answers for a range without reading its lines. Built as RFC 6962
(section 2.1) has it; `verifier` checks the proofs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from zhunsheng.engine.ledger.verifier import LedgerError, Tree, digest, node

Range = tuple[int, int]
# Gets the root over the lines from the first of a range up to, and without, its end.
RootOver = Callable[[int, int], bytes]
_KEPT = 1 << 16


def root(leaves: Sequence[bytes], algorithm: str) -> bytes:
    """Get the root over the hashes of leaves."""
    tree = Tree(algorithm)
    for hashed in leaves:
        tree.add(hashed)
    return tree.root()


def roots_over(leaves: Sequence[bytes], algorithm: str) -> RootOver:
    """Get what answers for ranges of leaves in memory; whole parts are hashed once only."""

    @lru_cache(maxsize=_KEPT)
    def over(start: int, end: int) -> bytes:
        if end - start == 1:
            return leaves[start]
        split = start + _split(end - start)
        return node(algorithm, over(start, split), over(split, end))

    return lambda start, end: over(start, end) if start < end else digest(algorithm)


def inclusion(over: RootOver, size: int, index: int) -> list[bytes]:
    """Get the proof that a line is one of the first `size`. Raises LedgerError for one that is not."""
    return [over(*part) for part in inclusion_ranges(size, index)]


def consistency(over: RootOver, size: int, earlier: int) -> list[bytes]:
    """Get the proof that `size` lines begin with the `earlier` ones. Raises LedgerError."""
    return [over(*part) for part in consistency_ranges(size, earlier)]


def inclusion_ranges(size: int, index: int) -> list[Range]:
    """Get the ranges whose roots prove that a line is one of the first `size`. Raises LedgerError."""
    if not 0 <= index < size:
        raise LedgerError(f"第{index}行不在{size}行之内")
    found: list[Range] = []
    start, end = 0, size
    while end - start > 1:
        split = start + _split(end - start)
        if index < split:
            found.append((split, end))
            end = split
        else:
            found.append((start, split))
            start = split
    return found[::-1]


def consistency_ranges(size: int, earlier: int) -> list[Range]:
    """Get the ranges whose roots prove that a tree begins with an earlier one. Raises LedgerError."""
    if not 0 <= earlier <= size:
        raise LedgerError(f"{earlier}行多于{size}行")
    if earlier in {0, size}:
        return []
    found: list[Range] = []
    start, end = 0, size
    # Down to the part that ends where the earlier tree did.
    while end != earlier:
        split = start + _split(end - start)
        if earlier <= split:
            found.append((split, end))
            end = split
        else:
            found.append((start, split))
            start = split
    # The earlier root itself is what the reader has, if that part is the whole earlier tree.
    return [*([] if start == 0 else [(start, end)]), *found[::-1]]


def parts_of(start: int, end: int) -> list[Range]:
    """
    Get the largest whole parts of the tree that make up a range, from left to right.

    >>> parts_of(4, 7)
    [(4, 6), (6, 7)]
    """
    found = []
    while start < end:
        width = 1 << (end - start).bit_length() - 1
        if start:
            width = min(width, start & -start)
        found.append((start, start + width))
        start += width
    return found


def joined(parts: Sequence[bytes], algorithm: str) -> bytes:
    """Get the root over the roots of whole parts that become smaller from left to right."""
    if not parts:
        return digest(algorithm)
    found = parts[-1]
    for left in reversed(parts[:-1]):
        found = node(algorithm, left, found)
    return found


class Growing:
    """
    A tree that grows line by line and tells which whole parts each line completes.

    It goes on from the roots over `parts_of(0, size)`.
    """

    def __init__(self, algorithm: str, parts: Sequence[tuple[Range, bytes]] = ()) -> None:
        self.algorithm = algorithm
        self.size = parts[-1][0][1] if parts else 0
        self._peaks = [(end - start, hashed) for (start, end), hashed in parts]

    def add(self, hashed: bytes) -> list[tuple[int, int, bytes]]:
        """Add the hash of a line; get level, position and root of the parts it completes."""
        self.size += 1
        width, completed = 1, []
        while self._peaks and self._peaks[-1][0] == width:
            _, left = self._peaks.pop()
            hashed, width = node(self.algorithm, left, hashed), width * 2
            completed.append((width.bit_length() - 1, self.size // width - 1, hashed))
        self._peaks.append((width, hashed))
        return completed

    def root(self) -> bytes:
        """Get the root over all lines so far."""
        return joined([hashed for _, hashed in self._peaks], self.algorithm)


def _split(size: int) -> int:
    """Get the largest power of two below a size."""
    return 1 << (size - 1).bit_length() - 1
