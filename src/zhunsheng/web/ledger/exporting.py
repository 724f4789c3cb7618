"""The stored ledger as exports that the verifier reads: all of it, some lines, or a checkpoint alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice, pairwise

from zhunsheng.engine.ledger.exports import Exported, part_export, whole_export
from zhunsheng.engine.ledger.lines import Line
from zhunsheng.engine.ledger.proofs import consistency_ranges, inclusion_ranges
from zhunsheng.web.ledger import keys, signed, store
from zhunsheng.web.ledger.models import StoredCheckpoint, StoredLine
from zhunsheng.web.ledger.tree import StoredTree

_TOGETHER = 128


def export_texts(at: datetime) -> Iterator[str]:
    """
    Get the whole ledger up to now as the texts of an export, without personal values.

    Everything is signed first, and all earlier checkpoints stand in it. Raises LedgerError.
    """
    last = signed.checkpoint(at)
    points = [signed.plain(one) for one in StoredCheckpoint.objects.filter(size__lte=last.size)]
    lines = (Exported(_line(one), {}) for some in store.chunks(0, last.size) for one in some)
    return whole_export(lines, points, keys.ring())


def proof_of(abouts: Iterable[str], at: datetime) -> Iterator[str]:
    """
    Get all lines about some things as the texts of an export, each with its proof.

    `abouts` are as `Entry.about` has them. Everything is signed first. Raises LedgerError.
    """
    last = signed.checkpoint(at)
    lines = StoredLine.objects.filter(about__in=list(abouts), number__lt=last.size)
    return proofs_of(lines.order_by("number"), last)


def proofs_of(lines: Iterable[StoredLine], last: StoredCheckpoint) -> Iterator[str]:
    """Get some lines as the texts of an export, each with the proof that a checkpoint covers it."""
    ring = keys.ring()
    tree = StoredTree(ring.algorithm)
    chosen = (Exported(_line(one), {}) for one in _fetched(lines, tree, last.size))
    return part_export(chosen, tree.over, [signed.plain(last)], ring)


def checkpoint_texts(points: Iterable[StoredCheckpoint]) -> Iterator[str]:
    """
    Get checkpoints as the texts of a small export, for keeping outside.

    Of several each is proved to continue the one before. Raises LedgerError.
    """
    ring, chosen = keys.ring(), sorted(points, key=lambda point: (point.size, point.pk))
    tree = StoredTree(ring.algorithm)
    sizes = [point.size for point in chosen]
    pairs = pairwise(sizes)
    tree.fetch(chain.from_iterable(consistency_ranges(new, old) for old, new in pairs))
    return part_export((), tree.over, [signed.plain(point) for point in chosen], ring)


def _fetched(lines: Iterable[StoredLine], tree: StoredTree, size: int) -> Iterator[StoredLine]:
    """Get lines again, with what their proofs need read for many of them at once."""
    coming = iter(lines)
    while some := list(islice(coming, _TOGETHER)):
        tree.forget_lines()
        tree.fetch(part for one in some for part in inclusion_ranges(size, one.number))
        yield from some


def _line(stored: StoredLine) -> Line:
    return Line(
        number=stored.number,
        previous=stored.previous,
        at=datetime.fromisoformat(stored.at),
        who=stored.who,
        did=stored.did,
        about=stored.about,
        says=stored.says,
        personal=stored.personal,
    )
