"""
Records of licences and penalties made public → figures, and what is missing among them.

A record is due in the period in which its seven working days end. Row D17-08 of the mission.
"""

from typing import Any

from zhunsheng.domains.credit_publicity.instruments import MARKET_PENALTY_PUBLICITY
from zhunsheng.engine.indicators.conditions import in_time, is_one_of, not_by
from zhunsheng.engine.indicators.declarations import Count, Share
from zhunsheng.engine.indicators.validation import Side, ValidationRule

_GROUP = "“双公示”"
_MARKET = str(MARKET_PENALTY_PUBLICITY)
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
MARKET_ON_TIME = Share(
    key="market_penalties_shown_on_time",
    label="市场监管处罚按期公示率",
    register="record",
    on="market_penalty_due",
    out_of=_is_to_be_shown,
    counts=lambda record, _: in_time(record.shown, record.market_penalty_due),
    said_as=("市场监管处罚按期公示率",),
    source=_MARKET,
    says="在省内登记的当事人，公示期限最后一日在期内的市场监管处罚中，按期在企业信用系统公示的；没有公示的计入分母。",
    group=_GROUP,
    measure="条",
    better="more",
)
WITHDRAWN_ON_TIME = Share(
    key="withdrawn_on_time",
    label="处罚公示按期撤回率",
    register="record",
    on="market_penalty_withdrawal_due",
    counts=lambda record, _: in_time(record.withdrawn, record.market_penalty_withdrawal_due),
    said_as=("处罚公示按期撤回率",),
    source=_MARKET,
    says="决定被变更、撤销等，撤回期限最后一日在期内的处罚信息中，按期撤回的。",
    group=_GROUP,
    measure="条",
    better="more",
)
REPAIR_APPLICATIONS = Count(
    key="repair_applications",
    label="信用修复申请",
    register="record",
    on="repair_applied",
    said_as=("信用修复申请",),
    source=_MARKET,
    says="期内收到的提前停止公示的申请；同一条信息再次申请的，算最近一次。",
    group=_GROUP,
)
REPAIRED = Count(
    key="repaired",
    label="信用修复",
    register="record",
    on="ended",
    counts=lambda record, _: record.repair_applied.notnull() & record.all_conditions,
    said_as=("办理信用修复",),
    source=_MARKET,
    says="期内经申请核实、停止公示的信息。",
    group=_GROUP,
    measure="条",
)
SHOWN_TOO_LONG = Count(
    key="shown_too_long",
    label="期满没有停止公示的信息",
    register="record",
    on="end_by",
    holds="by_end",
    counts=lambda record, period: (
        (record.end_by < period.end)
        & record.published.notnull()
        & not_by(record.ended, period)
        & not_by(record.withdrawn, period)
    ),
    said_as=("期满没有停止公示的信息",),
    source=_MARKET,
    says="到期末公示期已满、没有停止也没有撤回的。",
    group=_GROUP,
    measure="条",
    better="fewer",
)
INDICATORS = (
    RECORDS,
    LICENCES,
    PENALTIES,
    ON_TIME,
    NOT_UPLOADED,
    MARKET_ON_TIME,
    WITHDRAWN_ON_TIME,
    REPAIR_APPLICATIONS,
    REPAIRED,
    SHOWN_TOO_LONG,
)
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
