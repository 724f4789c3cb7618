"""
Runs the jobs that are due, one after another, by one process at a time.

A job that fails is logged and written down, and keeps no other from running.
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.db.models import Max

from zhunsheng.web import clock
from zhunsheng.web.registers.calendars import calendar_of, look_again
from zhunsheng.web.scheduling import leases
from zhunsheng.web.scheduling.models import JobRun
from zhunsheng.web.scheduling.registry import Job, jobs

LEASE = "scheduler"
_LONGEST = 500
_log = logging.getLogger(__name__)


def run_due(now: datetime) -> list[JobRun]:
    """Run what is due; nothing where another process is at it."""
    look_again()
    if not due(now):
        return []
    who = leases.holder()
    if not leases.take(LEASE, who, now):
        return []
    try:
        with leases.kept(LEASE, who):
            # Asked again under the lease: another process may just have run them.
            return [run(job, now) for job in due(now)]
    finally:
        leases.give_back(LEASE, who)


def due(now: datetime) -> list[Job]:
    """Get the jobs whose time has come."""
    lasts = dict(JobRun.objects.values_list("job").annotate(last=Max("started")))
    works = calendar_of().is_working
    return [job for job in jobs() if job.when.is_due(_local(lasts.get(job.key), now), now, works)]


def run(job: Job, now: datetime) -> JobRun:
    """Run one job and write down how it went; a failure is kept, not raised."""
    look_again()
    kept = JobRun.objects.create(job=job.key, started=now)
    try:
        kept.says, kept.succeeded = job.run(now)[:_LONGEST], True
    except Exception as error:  # noqa: BLE001  # one job's fault keeps no other from running
        _log.exception("Job %s failed.", job.key)
        kept.says, kept.succeeded = f"{type(error).__name__}: {error}"[:_LONGEST], False
    kept.ended = clock.now()
    kept.save()
    return kept


def _local(moment: datetime | None, now: datetime) -> datetime | None:
    return moment.astimezone(now.tzinfo) if moment else None
