"""Indicators of the tests: one of each kind, over two registers, and rules between them."""

from zhunsheng.engine.indicators.declarations import Count, Coverage, Share, Total
from zhunsheng.engine.indicators.validation import Side, ValidationRule

INSPECTED = Count(key="inspected", label="检查数", register="inspection", says="计划的检查。")
SERIOUS = Count(
    key="serious",
    label="情节严重数",
    register="inspection",
    says="情节严重的检查。",
    counts=lambda inspection, _: inspection.serious,
)
VALUE = Total(
    key="value", label="货值", register="inspection", of="value", measure="元", says="货值合计。"
)
FINISHED = Share(
    key="finished",
    label="检查完成率",
    register="inspection",
    says="计划的检查中已经完成的，没有完成的也在分母里。",
    counts=lambda inspection, period: inspection.inspected <= period.end,
)
COVERED = Coverage(
    key="covered", label="检查覆盖率", register="inspection", measure="个", says="做过检查的单位。"
)
PENALTIES = Count(key="penalties", label="处罚数", register="penalty", says="作出的处罚。")

WITHIN = ValidationRule(
    key="penalties_within_inspections",
    label="处罚数不多于检查数",
    left=Side(adds=("penalties",)),
    operator="<=",
    right=Side(adds=("casework.inspected",)),
    source="某市检查办法",
)
SERIOUS_WITHIN = ValidationRule(
    key="serious_punished",
    label="情节严重的都有处罚",
    left=Side(adds=("serious",)),
    operator="<=",
    right=Side(adds=("penalties",)),
    scope="government",
)
