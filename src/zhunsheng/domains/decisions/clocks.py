"""The statutory clocks of 重大行政决策."""

from zhunsheng.domains.decisions.instruments import (
    DECISION_REGULATIONS,
)
from zhunsheng.engine.law.clocks import Clock, Version

PUBLIC_COMMENT = Clock(
    key="public_comment",
    label="决策公开征求意见期",
    says="决策草案公开征求意见一般不少于30日；条文没有写明起算点，按公布之日。",
    unit="calendar_day",
    sense="at_least",
    versions=(
        Version(
            30,
            DECISION_REGULATIONS.article("第十五条"),
        ),
    ),
    starts_on="published",
    starts_label="公布决策草案",
    ends_on="closed",
    ends_label="结束征求意见",
    rule="decision-public-comment",
)
HEARING_MATERIALS = Clock(
    key="hearing_materials",
    label="决策听证材料送达期限",
    says="听证会材料至少在开会7日前送到参加人手里。",
    unit="calendar_day",
    sense="lead_time",
    versions=(
        Version(
            7,
            DECISION_REGULATIONS.article("第十六条"),
        ),
    ),
    starts_on="hearing",
    starts_label="召开听证会",
    ends_on="served",
    ends_label="送达听证材料",
    rule="decision-hearing-materials",
)
LEGALITY_REVIEW = Clock(
    key="legality_review",
    label="决策合法性审查时间",
    says="送请合法性审查要留够时间，一般不少于7个工作日。",
    unit="working_day",
    sense="at_least",
    versions=(
        Version(
            7,
            DECISION_REGULATIONS.article("第二十六条"),
        ),
    ),
    starts_on="submitted",
    starts_label="送请合法性审查",
    ends_on="opinion_given",
    ends_label="出具审查意见",
    rule="decision-legality-review-time",
)
