"""How long the decision may take, and what follows it."""

from zhunsheng.domains.reconsideration.clocks.grounds import (
    APPRAISAL_TIME,
    CORRECTION_TIME,
    SITE_INSPECTION_TIME,
    STAY,
)
from zhunsheng.domains.reconsideration.instruments import (
    RECONSIDERATION_LAW,
    RECONSIDERATION_REGULATIONS,
)
from zhunsheng.engine.law.clocks import Clock, Extension, Version

ORDINARY_DECISION = Clock(
    key="ordinary_decision",
    label="复议决定期限（普通程序）",
    says="普通程序的案件，受理之日起60日内作出复议决定。",
    unit="calendar_day",
    versions=(
        Version(
            60,
            RECONSIDERATION_LAW.article("第六十二条"),
            Extension(
                amount=30,
                source=RECONSIDERATION_LAW.article("第六十二条"),
                condition="情况复杂",
                approver="复议机构负责人",
                notify="当事人",
                rule="reconsideration-decision-extension",
            ),
        ),
    ),
    starts_on="accepted",
    starts_label="受理复议申请",
    ends_on="decided",
    ends_label="作出复议决定",
    suspended_by=(
        CORRECTION_TIME,
        APPRAISAL_TIME,
        SITE_INSPECTION_TIME,
        STAY,
    ),
    rule="reconsideration-decision-ordinary",
)
SIMPLIFIED_DECISION = Clock(
    key="simplified_decision",
    label="复议决定期限（简易程序）",
    says="简易程序的案件，受理之日起30日内作出复议决定。",
    unit="calendar_day",
    versions=(
        Version(
            30,
            RECONSIDERATION_LAW.article("第六十二条"),
        ),
    ),
    starts_on="accepted",
    starts_label="受理复议申请",
    ends_on="decided",
    ends_label="作出复议决定",
    suspended_by=(
        CORRECTION_TIME,
        APPRAISAL_TIME,
        SITE_INSPECTION_TIME,
        STAY,
    ),
    rule="reconsideration-decision-simplified",
)
OPINION_REPORT = Clock(
    key="opinion_report",
    label="复议意见书整改报送期限",
    says="收到复议意见书的机关，60日内把纠正情况报给复议机关。",
    unit="calendar_day",
    versions=(
        Version(
            60,
            RECONSIDERATION_LAW.article("第七十六条"),
        ),
    ),
    starts_on="received",
    starts_label="收到复议意见书",
    ends_on="reported",
    ends_label="报送纠正情况",
    rule="reconsideration-opinion-report",
)
REDO = Clock(
    key="redo",
    label="责令重作期限",
    says="责令重作而法律法规规章都没有规定期限的，60日内作出。",
    unit="calendar_day",
    versions=(
        Version(
            60,
            RECONSIDERATION_REGULATIONS.article("第四十九条"),
        ),
    ),
    starts_on="ordered",
    starts_label="收到责令重作的决定",
    ends_on="redone",
    ends_label="重新作出行政行为",
    rule="reconsideration-redo-default-limit",
)

CLOCKS = (
    ORDINARY_DECISION,
    SIMPLIFIED_DECISION,
    OPINION_REPORT,
    REDO,
)
"""All of them, as a case meets them."""
