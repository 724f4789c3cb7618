"""
Records of licences and penalties made public → figures, and what is missing among them.

A record is due in the period in which its seven working days end. Row D17-08 of the mission.
"""

from typing import Any

from zhunsheng.engine.indicators.conditions import in_time, is_one_of, not_by
from zhunsheng.engine.indicators.declarations import Count, Share
from zhunsheng.engine.indicators.validation import Side, ValidationRule

_GROUP = "“双公示”"
_BASIS = "行政许可和行政处罚等信用信息“双公示”工作要求"


def _is_to_be_shown(record: Any, _: Any) -> Any:
    return record.exempted.isnull()


def _of(act: str, record: Any) -> Any:
    return is_one_of(record.act, (act,))


RECORDS = Count(
    key="records",
    label="“双公示”信用信息",
    register="record",
    said_as=("收集“双公示”信用信息", "“双公示”信用信息"),
    source=_BASIS,
    says="期内作出决定的许可、处罚信息，含还没有上传的。",
    group=_GROUP,
    measure="条",
)
LICENCES = Count(
    key="licence_records",
    label="许可信息",
    register="record",
    counts=lambda record, _: _of("licence", record),
    says="期内作出决定的许可信息。",
    group=_GROUP,
    measure="条",
)
PENALTIES = Count(
    key="penalty_records",
    label="处罚信息",
    register="record",
    counts=lambda record, _: _of("penalty", record),
    says="期内作出决定的处罚信息。",
    group=_GROUP,
    measure="条",
)
ON_TIME = Share(
    key="uploaded_on_time",
    label="“双公示”按期上传率",
    register="record",
    on="double_publicity_due",
    out_of=_is_to_be_shown,
    counts=lambda record, _: in_time(record.published, record.double_publicity_due),
    said_as=("“双公示”按期上传率",),
    source=_BASIS,
    says="期限最后一日在期内的信息中，按期上传的；没有上传的计入分母，依法不公示的不计。",
    group=_GROUP,
    better="more",
)
NOT_UPLOADED = Count(
    key="not_uploaded",
    label="逾期没有上传的“双公示”信息",
    register="record",
    on="double_publicity_due",
    holds="by_end",
    counts=lambda record, period: (
        _is_to_be_shown(record, period)
        & not_by(record.published, period)
        & (record.double_publicity_due < period.end)
    ),
    source=_BASIS,
    says="期末已过最后一日、仍没有上传的。",
    group=_GROUP,
    measure="条",
    better="fewer",
)
INDICATORS = (RECORDS, LICENCES, PENALTIES, ON_TIME, NOT_UPLOADED)
"""All of them."""


def _complete(act: str, label: str, cases: str) -> ValidationRule:
    return ValidationRule(
        key=f"{act}_complete",
        label=label,
        left=Side(adds=(f"{act}_records",)),
        operator="=",
        right=Side(adds=(cases,)),
        source=_BASIS,
    )


RULES = (
    _complete("licence", "许可信息＝准予许可的办件", "licence.granted"),
    _complete("penalty", "处罚信息＝给予处罚的案件", "penalty.punished"),
)
"""What must agree with the registers of cases: where it does not, records are missing."""
