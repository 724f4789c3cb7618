"""The statutory clocks of 法律援助."""

from zhunsheng.domains.legal_aid.instruments import (
    LEGAL_AID_LAW,
)
from zhunsheng.engine.law.clocks import Clock, Version

DECISION = Clock(
    key="decision",
    label="法律援助审查期限",
    says="法律援助机构收到申请7日内审查，决定给不给予援助。",
    unit="calendar_day",
    versions=(
        Version(
            7,
            LEGAL_AID_LAW.article("第四十三条"),
        ),
    ),
    starts_on="received",
    starts_label="收到援助申请",
    ends_on="decided",
    ends_label="决定是否给予",
    rule="legal-aid-decision",
)
ASSIGNMENT = Clock(
    key="assignment",
    label="指派援助人员期限",
    says="决定给予的，3日内指派人员提供法律援助。",
    unit="calendar_day",
    versions=(
        Version(
            3,
            LEGAL_AID_LAW.article("第四十三条"),
        ),
    ),
    starts_on="decided",
    starts_label="作出给予决定",
    ends_on="assigned",
    ends_label="指派援助人员",
    rule="legal-aid-assign",
)
CRIMINAL_ASSIGNMENT = Clock(
    key="criminal_assignment",
    label="刑事援助指派期限",
    says="接到办案机关通知后，3日内指派律师并通知办案机关。",
    unit="calendar_day",
    versions=(
        Version(
            3,
            LEGAL_AID_LAW.article("第三十六条"),
        ),
    ),
    starts_on="notified",
    starts_label="收到通知",
    ends_on="assigned",
    ends_label="指派律师并通知",
    rule="legal-aid-criminal-assign",
)
CUSTODY_TRANSFER = Clock(
    key="custody_transfer",
    label="羁押人员申请转交时限",
    says="被羁押人员申请援助的，24小时内转给法律援助机构。",
    unit="hour",
    versions=(
        Version(
            24,
            LEGAL_AID_LAW.article("第三十九条"),
        ),
    ),
    starts_on="applied",
    starts_label="羁押人员提出申请",
    ends_on="transferred",
    ends_label="转交援助机构",
    rule="legal-aid-transfer-custody",
)
OBJECTION_REVIEW = Clock(
    key="objection_review",
    label="援助异议审查期限",
    says="司法行政部门收到异议5日内审查，维持决定或者责令改正。",
    unit="calendar_day",
    versions=(
        Version(
            5,
            LEGAL_AID_LAW.article("第四十九条"),
        ),
    ),
    starts_on="objection_received",
    starts_label="收到异议",
    ends_on="decided",
    ends_label="作出审查决定",
    rule="legal-aid-objection",
)
