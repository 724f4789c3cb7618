"""
What must agree between the figures of reconsideration, and with those of litigation.

Each of these fails where an entry lacks what the table needs, or where two registers tell different stories.
"""

from zhunsheng.domains.reconsideration.registers.case.decision import OUTCOMES
from zhunsheng.domains.reconsideration.statistics import COLUMNS, YEARLY
from zhunsheng.engine.indicators.validation import Side, ValidationRule


def _cells(column: str, *rows: str) -> tuple[str, ...]:
    return tuple(YEARLY.cell(row, column) for row in rows)


def _balance(column: str, label: str) -> ValidationRule:
    return ValidationRule(
        key=f"balance_{column}",
        label=f"上期结转＋收到＝不予受理＋视为放弃＋审结＋未审结（{label}）",
        left=Side(adds=_cells(column, "carried_over", "received")),
        operator="=",
        right=Side(adds=_cells(column, "refused", "abandoned", "concluded", "open")),
        source=YEARLY.basis,
    )


AGREEMENT = (
    *(_balance(one.heading.key, one.heading.label) for one in COLUMNS),
    ValidationRule(
        key="outcomes",
        label="各种结果之和＝审结总计",
        left=Side(adds=_cells("all", *(outcome.key for outcome in OUTCOMES))),
        operator="=",
        right=Side(adds=_cells("all", "concluded")),
        source=YEARLY.basis,
    ),
    ValidationRule(
        key="corrected_before_court",
        label="行政复议纠错率高于同期行政诉讼一审纠错率",
        left=Side(adds=("corrected",)),
        operator=">",
        right=Side(adds=("litigation.first_instance_lost",)),
        scope="government",
        source="行政复议案件纠错率高于本地区同期行政诉讼一审纠错率的要求",
    ),
    ValidationRule(
        key="suits_entered",
        label="复议案件登记的被诉不多于应诉台账里经过复议的一审案件",
        left=Side(adds=("suits_noted",)),
        operator="<=",
        right=Side(adds=("litigation.after_reconsideration",)),
        scope="government",
        source="行政复议和行政诉讼工作衔接的要求",
    ),
    ValidationRule(
        key="main_channel",
        label="受理行政复议案件不少于一审行政诉讼案件",
        left=Side(adds=("accepted",)),
        operator=">=",
        right=Side(adds=("litigation.lawsuits",)),
        scope="government",
        source="发挥行政复议化解行政争议主渠道作用的要求",
    ),
)
"""Rules between the figures of reconsideration."""
