"""How long service and answer, a notice of hearing and a stay may take."""

from zhunsheng.domains.reconsideration.instruments import RECONSIDERATION_LAW
from zhunsheng.engine.law.clocks import Clock, Version

ORDINARY_SERVICE = Clock(
    key="ordinary_service",
    label="申请书副本发送期限（普通程序）",
    says="普通程序受理后，7个工作日内把申请书副本或者笔录复印件发给被申请人。",
    unit="working_day",
    versions=(
        Version(
            7,
            RECONSIDERATION_LAW.article("第四十八条"),
        ),
    ),
    starts_on="accepted",
    starts_label="受理复议申请",
    ends_on="served",
    ends_label="发送申请书副本",
    days_mean=RECONSIDERATION_LAW.article("第八十八条"),
    rule="reconsideration-serve-ordinary",
)
ORDINARY_ANSWER = Clock(
    key="ordinary_answer",
    label="被申请人答复期限（普通程序）",
    says="普通程序中，被申请人收到副本10个工作日内书面答复，并交证据、依据等材料。",
    unit="working_day",
    versions=(
        Version(
            10,
            RECONSIDERATION_LAW.article("第四十八条"),
        ),
    ),
    starts_on="served",
    starts_label="收到申请书副本",
    ends_on="answered",
    ends_label="书面答复并举证",
    days_mean=RECONSIDERATION_LAW.article("第八十八条"),
    rule="reconsideration-answer-ordinary",
)
SIMPLIFIED_SERVICE = Clock(
    key="simplified_service",
    label="申请书副本发送期限（简易程序）",
    says="简易程序受理后，3个工作日内把副本发给被申请人。",
    unit="working_day",
    versions=(
        Version(
            3,
            RECONSIDERATION_LAW.article("第五十四条"),
        ),
    ),
    starts_on="accepted",
    starts_label="受理复议申请",
    ends_on="served",
    ends_label="发送申请书副本",
    days_mean=RECONSIDERATION_LAW.article("第八十八条"),
    rule="reconsideration-serve-simplified",
)
SIMPLIFIED_ANSWER = Clock(
    key="simplified_answer",
    label="被申请人答复期限（简易程序）",
    says="简易程序中，被申请人收到副本5个工作日内书面答复并举证。",
    unit="working_day",
    versions=(
        Version(
            5,
            RECONSIDERATION_LAW.article("第五十四条"),
        ),
    ),
    starts_on="served",
    starts_label="收到申请书副本",
    ends_on="answered",
    ends_label="书面答复并举证",
    days_mean=RECONSIDERATION_LAW.article("第八十八条"),
    rule="reconsideration-answer-simplified",
)
HEARING_NOTICE = Clock(
    key="hearing_notice",
    label="复议听证通知期限",
    says="复议听证须在5个工作日以前把时间、地点和事项书面通知当事人。",
    unit="working_day",
    sense="lead_time",
    versions=(
        Version(
            5,
            RECONSIDERATION_LAW.article("第五十一条"),
        ),
    ),
    starts_on="hearing",
    starts_label="举行听证",
    ends_on="hearing_notified",
    ends_label="书面通知当事人",
    days_mean=RECONSIDERATION_LAW.article("第八十八条"),
    rule="reconsideration-hearing-notice",
)
TERMINATION = Clock(
    key="termination",
    label="中止满期终止复议",
    says="因三类特定原因中止满60日，原因还没有消除的，终止复议。",
    unit="calendar_day",
    sense="wait",
    versions=(
        Version(
            60,
            RECONSIDERATION_LAW.article("第四十一条"),
        ),
    ),
    starts_on="suspended",
    starts_label="复议中止",
    ends_on="terminated",
    ends_label="终止复议",
    rule="reconsideration-terminate-after-suspension",
)

CLOCKS = (
    ORDINARY_SERVICE,
    ORDINARY_ANSWER,
    SIMPLIFIED_SERVICE,
    SIMPLIFIED_ANSWER,
    HEARING_NOTICE,
    TERMINATION,
)
"""All of them, as a case meets them."""
