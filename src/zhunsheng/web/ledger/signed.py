"""Signed checkpoints of the stored ledger: made at intervals, kept, compared with those outside."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from zhunsheng.engine.ledger import exports
from zhunsheng.engine.ledger.verifier import LedgerError
from zhunsheng.web.ledger import keys, store
from zhunsheng.web.ledger.models import Head, SigningKey, StoredCheckpoint, StoredLine
from zhunsheng.web.ledger.tree import StoredTree, grow

SIGNED = "ledger.checkpoint"


def checkpoint(at: datetime) -> StoredCheckpoint:
    """
    Sign what the ledger is now, and keep that; the last checkpoint again where nothing was added.

    Raises LedgerError where the ledger no longer continues what was signed last, or there is no key.
    """
    key, signer = keys.current(at)
    head = Head.objects.get(pk=1)
    last = StoredCheckpoint.objects.last()
    if last is not None and last.key == key.name and _nothing_since(last, head):
        return last
    grow(head.size, head.algorithm)
    tree = StoredTree(head.algorithm)
    if last is not None and (last.size > head.size or tree.over(0, last.size).hex() != last.root):
        raise LedgerError(
            f"账本与{last.at[:10]}在第{last.size}行处签名的检查点不符，不能再签。请核对全部账目"
        )
    root = tree.over(0, head.size)
    made = exports.checkpoint(root, head.size, at, key.name, signer)
    return _kept(made, at)


@transaction.atomic
def _kept(made: exports.Checkpoint, at: datetime) -> StoredCheckpoint:
    head = store.lock_head()
    kept, new = StoredCheckpoint.objects.get_or_create(
        size=made.size, key=made.key, defaults={**made.plain(), "signature": made.signature}
    )
    if new:
        public = SigningKey.objects.get(name=kept.key).public
        draft = store.Draft(
            about=f"ledger/checkpoint/{kept.size}",
            says=said_of(kept) | {"public": public},
            personal={},
        )
        store.append(head, [draft], at=at, who=keys.SITE, did=SIGNED)
    return kept


def said_of(kept: StoredCheckpoint) -> dict[str, object]:
    """Get what the ledger says of a checkpoint."""
    return {
        "size": kept.size,
        "root": kept.root,
        "at": kept.at,
        "key": kept.key,
        "signature": kept.signature,
    }


def plain(kept: StoredCheckpoint) -> exports.Checkpoint:
    """Get a stored checkpoint as the engine has it."""
    return exports.Checkpoint(
        size=kept.size,
        root=kept.root,
        at=datetime.fromisoformat(kept.at),
        key=kept.key,
        signature=kept.signature,
    )


def root_at(size: int) -> str:
    """
    Get the root over the first lines as they are stored now, to compare with one kept outside.

    Raises LedgerError where there are not so many lines, or they were not signed yet.
    """
    head = Head.objects.filter(pk=1).first()
    if head is None or size > head.size:
        raise LedgerError(f"账里没有{size}行，末尾被删去")
    return StoredTree(head.algorithm).over(0, size).hex()


def _nothing_since(last: StoredCheckpoint, head: Head) -> bool:
    """Whether nothing but the line about the last checkpoint was appended since."""
    if head.size == last.size:
        return True
    said = StoredLine.objects.filter(number=last.size, did=SIGNED).exists()
    return said and head.size == last.size + 1
