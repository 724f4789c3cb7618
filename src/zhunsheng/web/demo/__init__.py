"""
A fictional prefecture with a year of entries, made from the declarations by the actions themselves.

It knows registers in general; what an entry says comes from the examples its fields declare. The same
seed gives the same entries.
"""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta

from django.db import transaction

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.demo.places import PASSWORD, PREFECTURE, Login, Prefecture
from zhunsheng.web.demo.year import Year
from zhunsheng.web.organizations.taking_stock import take_stock
from zhunsheng.web.planning.demonstrating import plan_of_the_year
from zhunsheng.web.registers.calendars import calendar_of

__all__ = ["PASSWORD", "PREFECTURE", "Login", "build"]

_A_YEAR, _MORNING = timedelta(days=366), time(9)
MOST_IN_ALL = 2_400
"""How many entries there are in all, however many registers the catalogue holds: a minute's work."""
MOST_IN_A_REGISTER = 72
LEAST_IN_A_REGISTER = 9


@transaction.atomic
def build(now: datetime, *, entries: int = 0, seed: int = 7) -> list[Login]:
    """
    Fill an empty site: governments, units, people, and a year of entries in each register.

    `entries` says how many each register gets; without it, as many as a minute allows. All of it is
    kept or nothing. Returns one login for each role, all with the same password.
    """
    registers = catalogue().registers()
    share = MOST_IN_ALL // max(1, len(registers))
    each = entries or min(MOST_IN_A_REGISTER, max(LEAST_IN_A_REGISTER, share))
    prefecture = Prefecture()
    before = calendar_of().working_day_before(now.date() - _A_YEAR, 1)
    take_stock(datetime.combine(before, _MORNING, now.tzinfo))
    year = Year(prefecture, now, random.Random(seed))  # noqa: S311  # the same entries each time
    for named in registers:
        year.plan(named, each)
    year.pass_by()
    coordinator, *_ = prefecture.actors(prefecture.home, "coordinator", now.date())
    plan_of_the_year(coordinator, prefecture.home, now)
    return prefecture.logins
