"""Sentences of the yearly report on administrative litigation."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="new",
        chapter="disputes",
        text="办理行政应诉案件{yearly_new_all}[，比上年{yearly_new_all:change}]。",
    ),
    Statement(
        key="appearance",
        chapter="disputes",
        text=(
            "负责人应出庭应诉案件{appearance:base}，行政机关负责人实际出庭{appearance:counted}，行政机关负责人出庭应诉率{appearance}"
            "[，比上年{appearance:change}]。"
        ),
    ),
    Statement(
        key="resolved",
        chapter="disputes",
        text="府院联动实质化解案件{disputes_resolved}[，法院生效裁判履行率{judgments_performed}]。",
    ),
    Statement(
        key="lost",
        chapter="shortcomings",
        text=(
            "依法行政水平仍需提升，行政诉讼一审纠错率{first_instance_lost}"
            "[，上年为{first_instance_lost:last}]。"
        ),
    ),
)
