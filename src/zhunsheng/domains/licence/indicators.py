"""Licence cases → figures: what was accepted, granted and refused, and how much of it in time."""

from typing import Any

from zhunsheng.domains.licence.registers.fields import article
from zhunsheng.engine.indicators.conditions import in_time
from zhunsheng.engine.indicators.declarations import Count, Share

_GROUP = "行政许可"
_ENDING = "许可退出"


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


def _ended(key: str, label: str, on: str, said: tuple[str, ...], basis: str, says: str) -> Count:
    return Count(
        key=key,
        label=label,
        register="ending",
        on=on,
        said_as=said,
        source=basis,
        says=says,
        group=_ENDING,
    )


ENDINGS = (
    _ended(
        "revoked",
        "撤销的行政许可",
        "revoked",
        ("撤销行政许可",),
        str(article("第六十九条")),
        "期内决定撤销的许可。",
    ),
    _ended(
        "withdrawn",
        "撤回的行政许可",
        "taken_back",
        ("撤回行政许可",),
        "行政许可退出的统计",
        "期内决定撤回的许可。",
    ),
    _ended(
        "cancelled",
        "注销的行政许可",
        "cancelled",
        ("注销行政许可",),
        str(article("第七十条")),
        "期内办理注销手续的许可，撤销、撤回以后注销的也算。",
    ),
    Count(
        key="obtained_by_fraud",
        label="骗取以后被撤销的行政许可",
        register="ending",
        on="revoked",
        counts=lambda ending, _: ending.fraud,
        source=str(article("第六十九条")),
        says="期内撤销的许可中，以欺骗、贿赂手段取得的。",
        group=_ENDING,
        better="fewer",
    ),
    Count(
        key="barred",
        label="不得再次申请的被许可人",
        register="ending",
        on="revoked",
        holds="by_end",
        counts=lambda ending, period: (
            ending.banned_until.notnull() & (ending.banned_until >= period.end)
        ),
        source=str(article("第七十九条")),
        says="到期末因骗取许可被撤销、还在不得再次申请期限内的。",
        group=_ENDING,
        better="fewer",
    ),
)
INDICATORS = (GRANTED, DECIDED_ON_TIME, *ENDINGS)
"""All of them."""
