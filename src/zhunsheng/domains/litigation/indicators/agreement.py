"""What must agree between the figures of litigation, and between what is told in circulars and entered."""

from zhunsheng.domains.litigation.registers.lawsuit.fields import LOST, OUTCOMES
from zhunsheng.domains.litigation.statistics import COLUMNS, YEARLY
from zhunsheng.engine.indicators.validation import Side, ValidationRule

_CIRCULAR = "行政机关负责人出庭应诉情况通报制度"


def _cells(column: str, *rows: str) -> tuple[str, ...]:
    return tuple(YEARLY.cell(row, column) for row in rows)


def _sum(key: str, label: str, left: Side, right: Side) -> ValidationRule:
    return ValidationRule(
        key=key, label=label, left=left, operator="=", right=right, source=YEARLY.basis
    )


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
    *(
        _sum(
            f"balance_{one.heading.key}",
            f"上期结转＋新收＝审结＋未审结（{one.heading.label}）",
            Side(adds=_cells(one.heading.key, "carried_over", "new")),
            Side(adds=_cells(one.heading.key, "concluded", "open")),
        )
        for one in COLUMNS
    ),
    _sum(
        "outcomes",
        "各种裁判之和＝审结总计",
        Side(adds=_cells("all", *(outcome.key for outcome in OUTCOMES))),
        Side(adds=_cells("all", "concluded")),
    ),
    _sum(
        "lost_kinds",
        "各种败诉之和＝败诉",
        Side(adds=_cells("all", *sorted(LOST))),
        Side(adds=_cells("all", "lost")),
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
