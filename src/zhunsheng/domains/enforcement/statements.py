"""Sentences of the yearly report on enforcement."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="kinds",
        chapter="enforcement",
        text=(
            "办理行政许可案件{licence_acts}[、行政处罚案件{penalty_acts}]"
            "[、行政强制案件{compulsion_acts}]。"
        ),
    ),
    Statement(
        key="confirmations",
        chapter="enforcement",
        text="办理行政确认{confirmations_decided}[，行政确认按期办结率{confirmations_on_time}]。",
    ),
    Statement(
        key="benefits",
        chapter="enforcement",
        text="办理行政给付{benefits_decided}[，行政给付按期办结率{benefits_on_time}]。",
    ),
    Statement(
        key="publicity",
        chapter="enforcement",
        text=(
            "落实行政执法公示制度，公示行政执法决定{decisions_published}"
            "[，行政执法决定公示率{publicity}，比上年{publicity:change}]。"
        ),
    ),
    Statement(
        key="officers",
        chapter="enforcement",
        text=(
            "持证行政执法人员{officers_certified}[，新取得行政执法资格{newly_qualified}]"
            "[，执法学时完成率{study_completed}]。"
        ),
    ),
    Statement(
        key="problems",
        chapter="enforcement",
        text="发现执法领域突出问题{problems}[，突出问题整治办结率{problems_closed}]。",
    ),
    Statement(
        key="soft",
        chapter="enforcement",
        text="推行柔性执法，采取柔性执法措施{soft_measures_all_all}。",
    ),
    Statement(
        key="overdue",
        chapter="shortcomings",
        text="执法领域整治还不到底，逾期未办结突出问题{problems_overdue}。",
    ),
)
