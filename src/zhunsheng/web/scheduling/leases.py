"""
The lease that lets one process at a time run the jobs.

A row of the database is the lock: it holds between processes and machines, and a process that dies
loses it when its time is over.
"""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Q

from zhunsheng.web import clock
from zhunsheng.web.scheduling.models import Lease

LASTS = timedelta(minutes=3)
_RENEWED_AFTER = 60.0
_log = logging.getLogger(__name__)


def holder() -> str:
    """Get how this process and thread are told from others."""
    return f"{socket.gethostname()[:60]}/{os.getpid()}/{threading.get_ident()}"


def take(name: str, who: str, now: datetime) -> bool:
    """Take or renew a lease; False where somebody else holds it."""
    free = Q(until__lt=now) | Q(holder=who) | Q(holder="")
    until = now + LASTS
    if Lease.objects.filter(free, name=name).update(holder=who, until=until):
        return True
    try:
        with transaction.atomic():
            Lease.objects.create(name=name, holder=who, until=until)
    except IntegrityError:
        return False  # somebody holds it
    return True


def give_back(name: str, who: str) -> None:
    """Let go of a lease, if it is still held."""
    Lease.objects.filter(name=name, holder=who).update(holder="")


@contextmanager
def kept(name: str, who: str) -> Iterator[None]:
    """Renew a lease from a thread of its own for as long as the block lasts."""
    over = threading.Event()

    def renew() -> None:
        while not over.wait(_RENEWED_AFTER):
            try:
                take(name, who, clock.now())
            except DatabaseError:
                _log.exception("The scheduler's lease could not be renewed.")
            finally:
                connection.close()

    thread = threading.Thread(target=renew, name="zhunsheng-lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
