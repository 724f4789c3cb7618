"""
What must agree between the figures of openness, whatever was entered.

Sums that hold by the way they are counted are not repeated here; each of these fails when an entry lacks
what the table needs, or when two registers tell different stories.
"""

from zhunsheng.domains.openness.official_vocabulary import OUTCOMES
from zhunsheng.domains.openness.statistics import BASIS, REMEDY_COLUMNS, REQUEST_COLUMNS
from zhunsheng.engine.indicators.validation import Side, ValidationRule

_PERSONS = tuple(column.heading.key for column in REQUEST_COLUMNS if column.holds is not None)


def _balance(column: str, label: str) -> ValidationRule:
    return ValidationRule(
        key=f"requests_balance_{column}",
        label=f"新收＋上年结转＝办理总计＋结转下年（{label}）",
        left=Side(adds=(f"request_new_{column}", f"request_carried_over_{column}")),
        operator="=",
        right=Side(adds=(f"request_handled_{column}", f"request_carried_on_{column}")),
        source=BASIS,
    )


def _across(row: str, label: str) -> ValidationRule:
    return ValidationRule(
        key=f"requests_applicants_{row}",
        label=f"各类申请人之和＝总计（{label}）",
        left=Side(adds=tuple(f"request_{row}_{kind}" for kind in _PERSONS)),
        operator="=",
        right=Side(adds=(f"request_{row}_all",)),
        source=BASIS,
    )


def _remedies(column: str, label: str) -> ValidationRule:
    parts = ("upheld", "corrected", "other", "pending")
    return ValidationRule(
        key=f"results_{column}",
        label=f"各类结果与尚未审结之和＝总计（{label}）",
        left=Side(adds=tuple(f"remedy_{part}_{column}" for part in parts)),
        operator="=",
        right=Side(adds=(f"remedy_total_{column}",)),
        source=BASIS,
    )


AGREEMENT = (
    *(_balance(one.heading.key, one.heading.label) for one in REQUEST_COLUMNS),
    *(
        _across(row, label)
        for row, label in (
            ("new", "新收"),
            ("carried_over", "上年结转"),
            ("handled", "办理总计"),
            ("carried_on", "结转下年"),
        )
    ),
    ValidationRule(
        key="requests_outcomes",
        label="各类办理结果之和＝办理总计",
        left=Side(adds=tuple(f"request_{outcome.key}_all" for outcome in OUTCOMES)),
        operator="=",
        right=Side(adds=("request_handled_all",)),
        source=BASIS,
    ),
    *(_remedies(one.heading.key, one.heading.label) for one in REMEDY_COLUMNS),
    ValidationRule(
        key="converted_items",
        label="转为主动公开的申请不多于主动公开的信息",
        left=Side(adds=("requests_converted",)),
        operator="<=",
        right=Side(adds=("items_published",)),
        scope="government",
        source="转为主动公开的信息也须登记在主动公开事项里",
    ),
    ValidationRule(
        key="account_replies",
        label="账号回复的留言不多于收到的留言",
        left=Side(adds=("account_replies",), missing="zero"),
        operator="<=",
        right=Side(adds=("account_messages",), missing="skip"),
        source="政府网站和政务新媒体清单化管理的要求",
    ),
)
"""Rules between the figures of openness."""
