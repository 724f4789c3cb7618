"""
A fictional prefecture with a year of entries, made from the declarations by the actions themselves.

It knows registers in general; what an entry says comes from the examples its fields declare. The same
seed gives the same entries.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime, time, timedelta

from django.db import transaction

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.demo.places import PASSWORD, PREFECTURE, Login, Prefecture
from zhunsheng.web.demo.volumes import sizes
from zhunsheng.web.demo.year import Year
from zhunsheng.web.lists.declared_indexes import refresh
from zhunsheng.web.organizations.taking_stock import take_stock
from zhunsheng.web.planning import keys
from zhunsheng.web.planning.demonstrating import issued_on, plan_of_the_year
from zhunsheng.web.registers.batch import Batch, together
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import demonstrating as reporting
from zhunsheng.web.reporting import keys as of_reports

__all__ = ["PASSWORD", "PREFECTURE", "Login", "build"]

_A_YEAR, _MORNING = timedelta(days=366), time(9)
# Most cases are written once or twice in a year, and all that are open stay at hand.
_WRITTEN_TOGETHER, _HELD = 3_000, 50_000


# What belongs to a plan is read from its document, and not made up.
_BESIDE_DUTIES = (keys.MEASURE, keys.PROGRESS)
_OF_THE_PLAN = (keys.PLAN, keys.TASK, keys.DUTY, keys.TARGET, *_BESIDE_DUTIES)
# A report is drafted from what is there, and then goes its way.
_OF_REPORTS = (
    of_reports.REPORT,
    of_reports.PARAGRAPH,
    of_reports.SHORTCOMING,
    of_reports.DOUBT,
    of_reports.PAST_FIGURE,
)
_WRITTEN_FOR = 14


def build(now: datetime, *, entries: int = 0, size: float = 1.0, seed: int = 7) -> list[Login]:
    """
    Fill an empty site: governments, units, people, a year of entries in each register, and its report.

    `size` says how large the year is: 1 is a whole one, of about 20,000 entries, in which some registers
    are large and most are small. With `entries`, each register gets so many instead. Entries up to the day
    on which reports are drafted are kept all or none; so are those after it, and then the report. Figures
    that are held are those of transactions that are over, which is why they are not one. Returns one login
    for each role, all with the same password.
    """
    registers = catalogue().registers()
    drafted = _day_of_reports(now)
    with transaction.atomic():
        prefecture = Prefecture()
        before = calendar_of().working_day_before(now.date() - _A_YEAR, 1)
        take_stock(datetime.combine(before, _MORNING, now.tzinfo))
        each = dict.fromkeys((one.name for one in registers), entries) if entries else None
        year = Year(prefecture, now, random.Random(seed))  # noqa: S311  # the same entries each time
        _up_to(year, prefecture, each or sizes(registers, size), now, drafted)
        refresh(registers)
    report = _draft(prefecture, drafted)
    with transaction.atomic(), _writing() as batch:
        year.pass_by(batch, now)
    reporting.finished(_acting(prefecture), report, now)
    return prefecture.logins


def _writing() -> AbstractContextManager[Batch]:
    return together(most_waiting=_WRITTEN_TOGETHER, most_held=_HELD)


def _up_to(
    year: Year, prefecture: Prefecture, planned: Mapping[str, int], now: datetime, last: datetime
) -> None:
    """Let the year pass up to a day: its entries, so many of each register, and the plan and what follows."""
    registers = catalogue().registers()
    for named in registers:
        if named.name not in (*_OF_THE_PLAN, *_OF_REPORTS):
            year.plan(named, planned[named.name])
    issued = _issue(now)
    with _writing() as batch:
        year.pass_by(batch, issued)
    year.carry_on(_plan(prefecture, issued), issued)
    for named in registers:
        if named.name in _BESIDE_DUTIES:
            year.plan_beside(named, 6 * planned[named.name], issued.date())
    with _writing() as batch:
        year.pass_by(batch, last)


def _issue(now: datetime) -> datetime:
    """Get when the plan of the county is put in force: when it was issued, within the year that is shown."""
    day = max(issued_on(_year_of(now)), now.date() - _A_YEAR + timedelta(days=2))
    return datetime.combine(calendar_of().next_working_day(day), _MORNING, now.tzinfo)


def _year_of(now: datetime) -> int:
    """Get the year of the plan: this one, once somebody has worked on its plan for a while."""
    return (now.date() - timedelta(days=90)).year


def _day_of_reports(now: datetime) -> datetime:
    """Get when reports are drafted: some days before, so that some figures change until they are final."""
    day = calendar_of().working_day_before(now.date() - timedelta(days=_WRITTEN_FOR), 1)
    return datetime.combine(day, _MORNING, now.tzinfo)


def _draft(prefecture: Prefecture, at: datetime) -> Entry:
    """Draft the report of the county that everybody works in, and begin that of the year beside it."""
    home, acting, year = prefecture.home, _acting(prefecture), _year_of(at)
    units = prefecture.units_of(home.government)
    beside = year + 1 if year < at.year else year - 1
    reporting.begun(acting, home, units, beside, at)
    return reporting.drafted(acting, home, units, year, at)


def _acting(prefecture: Prefecture) -> reporting.Acting:
    return lambda unit, role, at: prefecture.actors(unit, role, at.date())[0]


def _plan(prefecture: Prefecture, at: datetime) -> list[Entry]:
    coordinator, *_ = prefecture.actors(prefecture.home, "coordinator", at.date())
    return plan_of_the_year(coordinator, prefecture.home, at.year, at)
