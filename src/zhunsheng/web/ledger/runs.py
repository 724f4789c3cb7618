"""
Verifications of the stored ledger: begun by somebody, carried out beside the pages, and kept.

A verification goes on in a thread of its own; how far it is, and what it found, stands in its row.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection

from zhunsheng.web import clock
from zhunsheng.web.ledger.models import Head, StoredCheckpoint, Verification
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

# A process that was ended says nothing more; after this time nobody waits for it.
SILENT = timedelta(minutes=2)
_SHOWN = 200
_TELL_EVERY = 1.0
_State = Verification.State


def running(at: datetime) -> Verification | None:
    """Get the verification that is going on."""
    Verification.objects.filter(state=_State.RUNNING, seen_at__lt=at - SILENT).update(
        state=_State.FAILED
    )
    return Verification.objects.filter(state=_State.RUNNING).first()


def begin(by: str, at: datetime, *, full: bool) -> Verification | None:
    """
    Begin a verification: of everything, or of what came after what was last found to be whole.

    Gets None while another one is going on.
    """
    if running(at):
        return None
    head = Head.objects.filter(pk=1).first()
    size, start = head.size if head else 0, 0 if full else _verified_to()
    entries = Entry.unscoped.count() if start == 0 else 0
    return Verification.objects.create(
        by=by[:60], began_at=at, seen_at=at, start=start, total=size - start + entries
    )


def carry_out(verification: Verification) -> Verification:
    """Carry out a verification that was begun, and keep what it found."""
    told = _teller(verification)
    verification.state = _State.FAILED
    try:
        found = verify_all(verification.start, told)
        verification.state = _State.BAD if found.faults else _State.GOOD
        verification.size, verification.root = found.lines, found.root
        verification.fault_count = len(found.faults)
        verification.faults = [fault.says for fault in found.faults[:_SHOWN]]
    finally:
        verification.seen_at = clock.now()
        verification.save()
    return verification


def carry_out_beside(verification: Verification) -> None:
    """Carry out a verification in a thread of its own."""

    def in_thread() -> None:
        try:
            carry_out(verification)
        finally:
            connection.close()

    threading.Thread(target=in_thread, name="verification", daemon=True).start()


def _teller(verification: Verification) -> Callable[[int], None]:
    """Get what writes down how far a verification is, once a second at most."""
    told_at = time.monotonic()

    def told(more: int) -> None:
        nonlocal told_at
        verification.done = min(verification.done + more, verification.total)
        if time.monotonic() - told_at >= _TELL_EVERY:
            told_at = time.monotonic()
            verification.seen_at = clock.now()
            verification.save(update_fields=["done", "seen_at"])

    return told


def _verified_to() -> int:
    """Get the size of the last checkpoint within what the last verification found to be whole."""
    last = Verification.objects.exclude(state__in=(_State.RUNNING, _State.FAILED)).first()
    if last is None or last.state != _State.GOOD:
        return 0
    point = StoredCheckpoint.objects.filter(size__lte=last.size).last()
    return point.size if point else 0
