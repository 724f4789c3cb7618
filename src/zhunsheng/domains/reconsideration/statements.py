"""Sentences of the yearly report on administrative reconsideration."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="accepted",
        chapter="disputes",
        text="受理行政复议案件{accepted}[，比上年{accepted:change}][，行政复议纠错率{corrected}]。",
    ),
    Statement(
        key="concluded",
        chapter="disputes",
        text=(
            "审结行政复议案件{yearly_concluded_all}[，行政复议调解率{mediated}]"
            "[，简易程序适用率{summary_share}]。"
        ),
    ),
    Statement(
        key="business",
        chapter="disputes",
        text="受理涉企行政复议案件{business_cases}[，绿色通道按期受理率{green_lane_on_time}]。",
    ),
    Statement(
        key="hearings",
        chapter="disputes",
        text="举行行政复议听证{hearings}[，负责人参加复议听证率{hearing_attendance}]。",
    ),
)
