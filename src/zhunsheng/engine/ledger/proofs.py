"""
Proofs over the tree of lines: that a line is part of it, that a later tree continues an earlier one.

It knows hashes of leaves only. Built as RFC 6962 (section 2.1) has it; `verifier` checks them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zhunsheng.engine.ledger.verifier import LedgerError, Tree, node


def root(leaves: Sequence[bytes], algorithm: str) -> bytes:
    """Get the root over the hashes of leaves."""
    tree = Tree(algorithm)
    for hashed in leaves:
        tree.add(hashed)
    return tree.root()


def inclusion(leaves: Sequence[bytes], index: int, algorithm: str) -> list[bytes]:
    """Get the proof that a leaf is part of the tree. Raises LedgerError for one that is not."""
    if not 0 <= index < len(leaves):
        raise LedgerError(f"第{index}行不在{len(leaves)}行之内")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion(leaves[:split], index, algorithm), root(leaves[split:], algorithm)]
    return [*inclusion(leaves[split:], index - split, algorithm), root(leaves[:split], algorithm)]


def inclusions(
    leaves: Sequence[bytes], indexes: Iterable[int], algorithm: str
) -> dict[int, list[bytes]]:
    """
    Get the proofs of several leaves at once: every part of the tree is hashed only once.

    Raises LedgerError for a leaf that is not there.
    """
    paths: dict[int, list[bytes]] = {index: [] for index in indexes}
    for index in paths:
        if not 0 <= index < len(leaves):
            raise LedgerError(f"第{index}行不在{len(leaves)}行之内")
    if paths:
        _collect(leaves, (0, len(leaves)), algorithm, paths)
    return paths


def _collect(
    leaves: Sequence[bytes],
    part: tuple[int, int],
    algorithm: str,
    paths: dict[int, list[bytes]],
) -> bytes:
    """Get the root over a part of the leaves, and give each wanted leaf in it what stands beside."""
    first, last = part
    wanted = [index for index in paths if first <= index < last]
    if last - first == 1 or not wanted:
        return root(leaves[first:last], algorithm)
    split = first + _split(last - first)
    left = _collect(leaves, (first, split), algorithm, paths)
    right = _collect(leaves, (split, last), algorithm, paths)
    for index in wanted:
        paths[index].append(right if index < split else left)
    return node(algorithm, left, right)


def consistency(leaves: Sequence[bytes], earlier: int, algorithm: str) -> list[bytes]:
    """Get the proof that the tree begins with its first `earlier` leaves. Raises LedgerError."""
    if not 0 <= earlier <= len(leaves):
        raise LedgerError(f"{earlier}行多于{len(leaves)}行")
    if earlier in {0, len(leaves)}:
        return []
    return _subproof(leaves, earlier, algorithm, whole=True)


def _subproof(leaves: Sequence[bytes], earlier: int, algorithm: str, *, whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if whole else [root(leaves, algorithm)]
    split = _split(len(leaves))
    if earlier <= split:
        left = _subproof(leaves[:split], earlier, algorithm, whole=whole)
        return [*left, root(leaves[split:], algorithm)]
    right = _subproof(leaves[split:], earlier - split, algorithm, whole=False)
    return [*right, root(leaves[:split], algorithm)]


def _split(size: int) -> int:
    """Get the largest power of two below a size."""
    return 1 << (size - 1).bit_length() - 1
