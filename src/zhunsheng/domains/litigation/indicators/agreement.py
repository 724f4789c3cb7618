"""What must agree between the figures of litigation, and between what is told in circulars and entered."""

from zhunsheng.domains.litigation.registers.lawsuit.fields import OUTCOMES
from zhunsheng.domains.litigation.statistics import YEARLY
from zhunsheng.engine.indicators.validation import Side, ValidationRule

_CIRCULAR = "行政机关负责人出庭应诉情况通报制度"


def _circulated(key: str, label: str, told: str, entered: str) -> ValidationRule:
    return ValidationRule(
        key=key,
        label=label,
        left=Side(adds=(told,)),
        operator="=",
        right=Side(adds=(entered,)),
        scope="government",
        source=_CIRCULAR,
    )


AGREEMENT = (
    ValidationRule(
        key="outcomes",
        label="各种裁判之和＝审结总计",
        left=Side(adds=tuple(YEARLY.cell(outcome.key, "all") for outcome in OUTCOMES)),
        operator="=",
        right=Side(adds=(YEARLY.cell("concluded", "all"),)),
        source=YEARLY.basis,
    ),
    _circulated(
        "circulated_due", "通报的应出庭＝台账的应出庭", "circulated_due", "appearances_due"
    ),
    _circulated(
        "circulated_attended",
        "通报的实际出庭＝台账的实际出庭",
        "circulated_attended",
        "heads_appeared",
    ),
)
"""Rules between the figures of litigation; without a circular in the period, nothing is compared."""
