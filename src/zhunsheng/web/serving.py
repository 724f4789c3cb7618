"""
What gunicorn asks the site: `-c python:zhunsheng.web.serving`.

Each serving process brings a scheduler with it; the lease in the database lets one of them run. What
computes figures takes seconds to import, and is imported while the first pages are served.
"""

from __future__ import annotations

import threading


def post_worker_init(_worker: object) -> None:
    """Start the scheduler in a process that is ready to serve, and get ready for figures."""
    from zhunsheng.web.indicators import loading  # noqa: PLC0415  # the site is set up by now
    from zhunsheng.web.scheduling import thread  # noqa: PLC0415

    thread.start()
    threading.Thread(target=loading.prepare, name="zhunsheng-figures", daemon=True).start()
