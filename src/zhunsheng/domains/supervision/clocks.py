"""The statutory clocks of 法治政府建设与督察."""

from zhunsheng.domains.supervision.instruments import (
    AUDIT_LAW,
    DEPUTIES_LAW,
    GOVERNMENT_INSPECTION,
    OUTLINE_2021_2025,
)
from zhunsheng.engine.law.clocks import Clock, Version

OUTLINE_PERIOD = Clock(
    key="outline_period",
    label="实施纲要期限",
    says="法治政府建设实施纲要（2021—2025年）到2025年底为止，后续纲要另行导入。",
    unit="date",
    sense="by_date",
    versions=(
        Version(
            "2025-12-31",
            OUTLINE_2021_2025.article(""),
            verified=False,
        ),
    ),
    starts_on="issued",
    starts_label="纲要印发",
    rule="lawgov-outline-2025",
)
REVIEW_REQUEST = Clock(
    key="review_request",
    label="督查结论复核申请期限",
    says="督查对象不服督查结论的，收到结论30日内可申请复核。",
    unit="calendar_day",
    versions=(
        Version(
            30,
            GOVERNMENT_INSPECTION.article("第十七条"),
        ),
    ),
    starts_on="conclusion_received",
    starts_label="收到督查结论",
    ends_on="requested",
    ends_label="申请复核",
    rule="gov-supervision-review-request",
)
REVIEW_DECISION = Clock(
    key="review_decision",
    label="督查复核期限",
    says="政府收到复核申请30日内作出复核决定。",
    unit="calendar_day",
    versions=(
        Version(
            30,
            GOVERNMENT_INSPECTION.article("第十七条"),
        ),
    ),
    starts_on="received",
    starts_label="收到复核申请",
    ends_on="decided",
    ends_label="作出复核决定",
    rule="gov-supervision-review-decision",
)
SUGGESTION_REPLY = Clock(
    key="suggestion_reply",
    label="代表建议答复期限",
    says="人大代表的建议、批评和意见，交办后3个月内答复。",
    unit="month",
    versions=(
        Version(
            3,
            DEPUTIES_LAW.article("第五十一条"),
        ),
    ),
    starts_on="assigned",
    starts_label="交办",
    ends_on="replied",
    ends_label="答复代表",
    rule="npc-suggestion-reply",
)
COMPLEX_SUGGESTION_REPLY = Clock(
    key="complex_suggestion_reply",
    label="疑难代表建议答复期限",
    says="代表建议涉及面广、处理难度大的，交办后6个月内答复。",
    unit="month",
    versions=(
        Version(
            6,
            DEPUTIES_LAW.article("第五十一条"),
        ),
    ),
    starts_on="assigned",
    starts_label="交办",
    ends_on="replied",
    ends_label="答复代表",
    rule="npc-suggestion-reply-complex",
)
AUDIT_OPINION = Clock(
    key="audit_opinion",
    label="审计意见反馈期限",
    says="被审计单位接到审计组的报告，10日内送交书面意见。",
    unit="calendar_day",
    versions=(
        Version(
            10,
            AUDIT_LAW.article("第四十四条"),
        ),
    ),
    starts_on="report_received",
    starts_label="接到审计报告",
    ends_on="replied",
    ends_label="送交书面意见",
    rule="audit-opinion-reply",
)
