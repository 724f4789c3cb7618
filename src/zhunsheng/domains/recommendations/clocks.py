"""The statutory clocks of 司法建议与检察建议."""

from zhunsheng.domains.recommendations.instruments import (
    JUDICIAL_RECOMMENDATIONS,
    LITIGATION_INTERPRETATION,
    PROCURATORIAL_RECOMMENDATIONS,
    PUBLIC_INTEREST_LITIGATION,
)
from zhunsheng.engine.law.clocks import Clock, Version

JUDICIAL_REPLY = Clock(
    key="judicial_reply",
    label="司法建议答复期限",
    says="综合治理类司法建议一般2个月内答复，另有规定的从其规定；起算点条文没有写明。",
    unit="month",
    versions=(
        Version(
            2,
            JUDICIAL_RECOMMENDATIONS.article("第八条"),
        ),
    ),
    starts_on="received",
    starts_label="收到司法建议书",
    ends_on="replied",
    ends_label="答复法院",
    rule="judicial-suggestion-reply",
)
NORMATIVE_DOCUMENT_REPLY = Clock(
    key="normative_document_reply",
    label="规范性文件司法建议答复期限",
    says="接到修改、废止规范性文件的司法建议，60日内书面答复。",
    unit="calendar_day",
    versions=(
        Version(
            60,
            LITIGATION_INTERPRETATION.article("第一百四十九条"),
        ),
    ),
    starts_on="received",
    starts_label="收到司法建议",
    ends_on="replied",
    ends_label="书面答复法院",
    rule="judicial-suggestion-normdoc-reply",
)
NORMATIVE_DOCUMENT_SUGGESTION = Clock(
    key="normative_document_suggestion",
    label="规范性文件司法建议提出期限",
    says="规范性文件不合法的，法院在裁判生效后3个月内可以向制定机关提出司法建议。",
    unit="month",
    versions=(
        Version(
            3,
            LITIGATION_INTERPRETATION.article("第一百四十九条"),
        ),
    ),
    starts_on="effective",
    starts_label="裁判生效",
    ends_on="sent",
    ends_label="提出司法建议",
    rule="judicial-suggestion-normdoc-send",
)
PUBLIC_INTEREST_REPLY = Clock(
    key="public_interest_reply",
    label="公益诉讼检察建议回复期限",
    says="公益诉讼诉前检察建议，收到后2个月内依法履职并书面回复。",
    unit="month",
    versions=(
        Version(
            2,
            PUBLIC_INTEREST_LITIGATION.article("第二十一条"),
        ),
    ),
    starts_on="received",
    starts_label="收到检察建议书",
    ends_on="replied",
    ends_label="书面回复检察院",
    rule="procuratorial-suggestion-public-interest",
)
URGENT_REPLY = Clock(
    key="urgent_reply",
    label="紧急检察建议回复期限",
    says="损害继续扩大等紧急情形的检察建议，15日内书面回复。",
    unit="calendar_day",
    versions=(
        Version(
            15,
            PUBLIC_INTEREST_LITIGATION.article("第二十一条"),
        ),
    ),
    starts_on="received",
    starts_label="收到检察建议书",
    ends_on="replied",
    ends_label="书面回复检察院",
    rule="procuratorial-suggestion-urgent",
)
PROCURATORIAL_REPLY = Clock(
    key="procuratorial_reply",
    label="检察建议回复期限",
    says="一般检察建议，收到后2个月内作出处理并书面回复；情况紧急的按建议书定的期限。",
    unit="month",
    versions=(
        Version(
            2,
            PROCURATORIAL_RECOMMENDATIONS.article("第十九条"),
        ),
    ),
    starts_on="received",
    starts_label="收到检察建议书",
    ends_on="replied",
    ends_label="书面回复检察院",
    rule="procuratorial-suggestion-reply",
)
