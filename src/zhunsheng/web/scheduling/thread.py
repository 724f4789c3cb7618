"""
The scheduler inside a serving process: a thread that looks once a minute what is due.

ZHUNSHENG_SCHEDULER=off switches it off, for sites where a timer of the system runs `zhunsheng site tick`.
"""

from __future__ import annotations

import logging
import os
import threading

from django.db import connection

from zhunsheng.web import clock
from zhunsheng.web.scheduling.running import run_due

_EVERY = 60.0
_log = logging.getLogger(__name__)
_started = threading.Event()


def start() -> None:
    """Start the thread of this process, once, unless it is switched off."""
    if os.environ.get("ZHUNSHENG_SCHEDULER", "on") == "off" or _started.is_set():
        return
    _started.set()
    threading.Thread(target=_loop, name="zhunsheng-scheduler", daemon=True).start()


def _loop() -> None:
    waits = threading.Event()
    while not waits.wait(_EVERY):
        look_once()


def look_once() -> None:
    """Run what is due; whatever goes wrong is logged, and the next minute tries again."""
    try:
        run_due(clock.now())
    except Exception:  # noqa: BLE001  # the thread must outlive whatever happens
        _log.exception("The scheduler could not look what is due.")
    finally:
        connection.close()
