"""What figures need done without being asked: they are compared by the rules every night."""

from __future__ import annotations

from datetime import datetime, time

from django.utils.translation import gettext_noop

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators.periods import year
from zhunsheng.web.indicators import validating
from zhunsheng.web.indicators.models import Violation
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.scheduling.registry import Daily, Job


def _validate(now: datetime) -> str:
    """Compare the figures of this year and the last one, for every government that has entries."""
    if not catalogue().validation():
        return "没有核对规则。"
    entered = Entry.unscoped.order_by().values_list("government", flat=True).distinct()
    governments = list(Government.objects.filter(pk__in=list(entered)))
    periods = [year(now.year), year(now.year - 1)]
    for government in governments:
        for period in periods:
            validating.run(None, government, period, now)
    waiting = Violation.objects.filter(
        state=Violation.State.OPEN, period__in=[one.key for one in periods]
    ).count()
    return f"核对{len(governments)}个政府两年的数字，{waiting}项待答复。"


JOBS = (
    Job(
        key="validation",
        label=gettext_noop("核对各项指标的数字"),
        when=Daily(at=time(1, 10)),
        run=_validate,
    ),
)
