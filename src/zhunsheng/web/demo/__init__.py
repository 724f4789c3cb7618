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
from zhunsheng.web.demo.volumes import sizes
from zhunsheng.web.demo.year import Year
from zhunsheng.web.lists.declared_indexes import refresh
from zhunsheng.web.organizations.taking_stock import take_stock
from zhunsheng.web.planning.demonstrating import plan_of_the_year
from zhunsheng.web.registers.batch import together
from zhunsheng.web.registers.calendars import calendar_of

__all__ = ["PASSWORD", "PREFECTURE", "Login", "build"]

_A_YEAR, _MORNING = timedelta(days=366), time(9)
# Most cases are written once or twice in a year, and all that are open stay at hand.
_WRITTEN_TOGETHER, _HELD = 3_000, 50_000


@transaction.atomic
def build(now: datetime, *, entries: int = 0, size: float = 1.0, seed: int = 7) -> list[Login]:
    """
    Fill an empty site: governments, units, people, and a year of entries in each register.

    `size` says how large the year is: 1 is a whole one, of about 20,000 entries, in which some registers
    are large and most are small. With `entries`, each register gets so many instead. All of it is kept or
    nothing. Returns one login for each role, all with the same password.
    """
    registers = catalogue().registers()
    each = dict.fromkeys((one.name for one in registers), entries) if entries else None
    prefecture = Prefecture()
    before = calendar_of().working_day_before(now.date() - _A_YEAR, 1)
    take_stock(datetime.combine(before, _MORNING, now.tzinfo))
    planned = each or sizes(registers, size)
    with together(most_waiting=_WRITTEN_TOGETHER, most_held=_HELD) as batch:
        chance = random.Random(seed)  # noqa: S311  # the same entries each time
        year = Year(prefecture, now, chance, batch)
        for named in registers:
            year.plan(named, planned[named.name])
        year.pass_by()
    coordinator, *_ = prefecture.actors(prefecture.home, "coordinator", now.date())
    plan_of_the_year(coordinator, prefecture.home, now)
    refresh(registers)
    return prefecture.logins
