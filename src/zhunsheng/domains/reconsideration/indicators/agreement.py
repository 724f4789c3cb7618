"""
What must agree between the figures of reconsideration, and with those of litigation.

Sums that hold by the way they are counted are not repeated here; each of these fails where a case lacks its
outcome, or where two registers tell different stories.
"""

from zhunsheng.domains.reconsideration.registers.case.decision import OUTCOMES
from zhunsheng.domains.reconsideration.statistics import YEARLY
from zhunsheng.engine.indicators.validation import Side, ValidationRule

AGREEMENT = (
    ValidationRule(
        key="outcomes",
        label="各种结果之和＝审结总计",
        left=Side(adds=tuple(YEARLY.cell(outcome.key, "all") for outcome in OUTCOMES)),
        operator="=",
        right=Side(adds=(YEARLY.cell("concluded", "all"),)),
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
