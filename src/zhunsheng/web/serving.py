"""
What gunicorn asks the site: `-c python:zhunsheng.web.serving`.

Each serving process brings a scheduler with it; the lease in the database lets one of them run.
"""

from __future__ import annotations


def post_worker_init(_worker: object) -> None:
    """Start the scheduler in a process that is ready to serve."""
    from zhunsheng.web.scheduling import thread  # noqa: PLC0415  # the site is set up by now

    thread.start()
