"""Licence cases → figures: what was accepted, granted and refused, and how much of it in time."""

from typing import Any

from zhunsheng.domains.licence.registers.fields import article
from zhunsheng.engine.indicators.conditions import in_time
from zhunsheng.engine.indicators.declarations import Count, Share

_GROUP = "行政许可"


def _was_withdrawn(case: Any) -> Any:
    return case.withdrawn.notnull()


GRANTED = Count(
    key="granted",
    label="准予行政许可",
    register="case",
    on="decided",
    counts=lambda case, _: case.content.notnull(),
    said_as=("准予行政许可", "行政许可办件"),
    source=str(article("第三十八条")),
    says="期内决定准予的许可。",
    group=_GROUP,
)
DECIDED_ON_TIME = Share(
    key="decided_on_time",
    label="许可法定时限内办结率",
    register="case",
    on="decision_due",
    out_of=lambda case, _: ~_was_withdrawn(case),
    counts=lambda case, _: in_time(case.decided, case.decision_due),
    said_as=("许可按期办结率",),
    source=str(article("第四十二条")),
    says="本机关单独办理、期限最后一日在期内的许可中，按期决定的；没有决定的计入分母，申请人撤回的不计。",
    group=_GROUP,
    better="more",
)
INDICATORS = (GRANTED, DECIDED_ON_TIME)
"""All of them."""
