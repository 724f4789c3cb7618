"""
The stored tree over the lines: roots over ranges of a long ledger without reading its lines.

Whole parts of 256 lines and more are kept; what is smaller is hashed from the lines. A proof in a
ledger of a million lines reads a few hundred hashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from django.db.models import Max, Q

from zhunsheng.engine.ledger.proofs import Growing, Range, joined, parts_of, root
from zhunsheng.engine.ledger.verifier import LedgerError
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import StoredLine, TreePart

LEVEL = 8
BLOCK = 1 << LEVEL
_BATCH = 1000


class StoredTree:
    """Answers for ranges of lines out of what is stored; `grow` must have gone as far."""

    def __init__(self, algorithm: str) -> None:
        self.algorithm = algorithm
        self._parts: dict[Range, bytes] = {}
        self._leaves: dict[int, bytes] = {}
        self._blocks: set[int] = set()

    def over(self, start: int, end: int) -> bytes:
        """Get the root over a range of lines. Raises LedgerError for what is not stored."""
        parts = parts_of(start, end)
        self.fetch([(start, end)])
        return joined([self._part(part) for part in parts], self.algorithm)

    def fetch(self, ranges: Iterable[Range]) -> None:
        """Read what ranges need that was not read yet, in two queries."""
        parts = {part for one in ranges for part in parts_of(*one)}
        self._fetch_parts({p for p in parts if p[1] - p[0] >= BLOCK and p not in self._parts})
        small = {start // BLOCK for start, end in parts if end - start < BLOCK}
        self._fetch_blocks(small - self._blocks)

    def forget_lines(self) -> None:
        """Let go of the hashes of single lines, so that a long export stays small in memory."""
        self._leaves.clear()
        self._blocks.clear()

    def _fetch_parts(self, wanted: set[Range]) -> None:
        levels: dict[int, list[int]] = {}
        for start, end in wanted:
            levels.setdefault((end - start).bit_length() - 1, []).append(start // (end - start))
        if not levels:
            return
        asked = reduce(or_, (Q(level=le, position__in=at) for le, at in levels.items()))
        for part in TreePart.objects.filter(asked):
            width = 1 << part.level
            place = part.position * width
            self._parts[place, place + width] = bytes.fromhex(part.root)

    def _fetch_blocks(self, blocks: set[int]) -> None:
        if not blocks:
            return
        asked = reduce(
            or_,
            (Q(number__gte=b * BLOCK, number__lt=(b + 1) * BLOCK) for b in sorted(blocks)),
        )
        found = StoredLine.objects.filter(asked).values_list("number", "digest")
        self._leaves |= {number: bytes.fromhex(digest) for number, digest in found}
        self._blocks |= blocks

    def _part(self, part: Range) -> bytes:
        start, end = part
        if end - start >= BLOCK:
            if part not in self._parts:
                raise LedgerError(f"没有存第{start}行至第{end - 1}行的根，请先签一个检查点")
            return self._parts[part]
        try:
            leaves = [self._leaves[number] for number in range(start, end)]
        except KeyError as error:
            raise LedgerError(f"账目{error.args[0]}不见了") from error
        return root(leaves, self.algorithm)


def grow(size: int, algorithm: str) -> None:
    """Store the roots of the whole parts of so many lines, as far as they are not stored yet."""
    last = TreePart.objects.filter(level=LEVEL).aggregate(last=Max("position"))["last"]
    done = (0 if last is None else last + 1) * BLOCK
    waiting: list[TreePart] = []
    for part in _completed(done, size // BLOCK * BLOCK, algorithm):
        waiting.append(part)
        if len(waiting) >= _BATCH:
            TreePart.objects.bulk_create(waiting, ignore_conflicts=True)
            waiting = []
    TreePart.objects.bulk_create(waiting, ignore_conflicts=True)


def grown_from(start: int, algorithm: str) -> Growing:
    """Get the tree over the first lines, to go on from. Raises LedgerError for what is not stored."""
    stored = StoredTree(algorithm)
    return Growing(algorithm, [(part, stored.over(*part)) for part in parts_of(0, start)])


def _completed(start: int, end: int, algorithm: str) -> Iterator[TreePart]:
    if start >= end:
        return
    tree = grown_from(start, algorithm)
    for digest in store.digests(start, end):
        for level, position, found in tree.add(digest):
            if level >= LEVEL:
                yield TreePart(level=level, position=position, root=found.hex())
