"""The stored ledger as an export, signed with the site's key."""

from __future__ import annotations

import os
import secrets
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from zhunsheng.engine.ledger.exports import (
    Checkpoint,
    Ed25519Signer,
    Exported,
    checkpoint,
    part_export,
    whole_export,
)
from zhunsheng.engine.ledger.lines import Line
from zhunsheng.engine.ledger.verifier import Tree
from zhunsheng.web.ledger.models import Head, StoredLine

KEY = "site"


def signer() -> Ed25519Signer:
    """Get the site's signer; its key is made once, and only its owner reads the file."""
    file = Path(settings.HOME) / "ledger_key"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_hex(32))
    return Ed25519Signer(bytes.fromhex(file.read_text("ascii")))


def sign_now(at: datetime) -> Checkpoint:
    """Sign what the stored ledger is now."""
    head = Head.objects.filter(pk=1).first()
    tree = Tree(head.algorithm if head else settings.LEDGER_ALGORITHM)
    digests = StoredLine.objects.order_by("number").values_list("digest", flat=True)
    for digest in digests.iterator(chunk_size=5000):
        tree.add(bytes.fromhex(digest))
    return checkpoint(tree.root(), tree.size, at, KEY, signer())


def export_texts(at: datetime) -> Iterator[str]:
    """Get the whole ledger up to now as the texts of an export, without personal values."""
    point = sign_now(at)
    head = Head.objects.filter(pk=1).first()
    algorithm = head.algorithm if head else settings.LEDGER_ALGORITHM
    stored = StoredLine.objects.filter(number__lt=point.size).order_by("number")
    lines = (Exported(_line(one), {}) for one in stored.iterator(chunk_size=2000))
    yield from whole_export(lines, [point], {KEY: signer().public}, algorithm)


def part_texts(abouts: Collection[str], at: datetime) -> Iterator[str]:
    """Get the lines about some things as the texts of an export with proofs, without personal values."""
    point = sign_now(at)
    head = Head.objects.filter(pk=1).first()
    algorithm = head.algorithm if head else settings.LEDGER_ALGORITHM
    ordered = StoredLine.objects.filter(number__lt=point.size).order_by("number")
    digests = ordered.values_list("digest", flat=True).iterator(chunk_size=5000)
    leaves = [bytes.fromhex(digest) for digest in digests]
    chosen = (Exported(_line(one), {}) for one in ordered.filter(about__in=abouts))
    yield from part_export(chosen, leaves, point, {KEY: signer().public}, algorithm)


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
