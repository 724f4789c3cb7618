"""
Jobs as apps declare them, and when each is due.

An app contributes jobs by a module `jobs` with a tuple `JOBS`; no other file names it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

Works = Callable[[date], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Every:
    """Again after so many minutes."""

    minutes: int

    def is_due(self, last: datetime | None, now: datetime, _works: Works) -> bool:
        """Whether it is time, given when it last began."""
        return last is None or now - last >= timedelta(minutes=self.minutes)


@dataclass(frozen=True, kw_only=True, slots=True)
class Daily:
    """
    Once a day from an hour on; `weekday` (0 is Monday) makes it once a week.

    With `working_days`, days on which the offices are closed are passed over. What was missed while
    nothing ran is made up for once.
    """

    at: time
    weekday: int | None = None
    working_days: bool = False

    def is_due(self, last: datetime | None, now: datetime, works: Works) -> bool:
        """Whether it is time, given when it last began."""
        if self.working_days and not works(now.date()):
            return False
        moment = now.replace(
            hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0
        ) - timedelta(days=self._days_since(now))
        if moment > now:
            moment -= timedelta(days=7 if self.weekday is not None else 1)
        return last is None or last < moment

    def _days_since(self, now: datetime) -> int:
        return (now.weekday() - self.weekday) % 7 if self.weekday is not None else 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """Something the site does by itself; `run` is told the time and says in Chinese what it did."""

    key: str
    label: str
    when: Every | Daily
    run: Callable[[datetime], str]


@cache
def jobs() -> tuple[Job, ...]:
    """Get the jobs of all apps, in the order of the apps. Raises ValueError for a key used twice."""
    found: dict[str, Job] = {}
    for app in apps.get_app_configs():
        name = f"{app.name}.jobs"
        if not app.name.startswith("zhunsheng.") or find_spec(name) is None:
            continue
        for job in import_module(name).JOBS:
            if job.key in found:
                raise ValueError(f"Two jobs are called {job.key}.")
            found[job.key] = job
    return tuple(found.values())
