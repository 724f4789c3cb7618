"""How long the review of documents that come with a case may take."""

from zhunsheng.domains.reconsideration.instruments import RECONSIDERATION_LAW
from zhunsheng.engine.law.clocks import Clock, Version

NORMATIVE_DOCUMENT_REVIEW = Clock(
    key="normative_document_review",
    label="附带审查处理期限",
    says="附带审查的规范性文件，复议机关自己有权处理的，30日内处理完。",
    unit="calendar_day",
    versions=(
        Version(
            30,
            RECONSIDERATION_LAW.article("第五十六条"),
        ),
    ),
    starts_on="received",
    starts_label="收到附带审查申请",
    ends_on="handled",
    ends_label="处理完毕",
    rule="reconsideration-normdoc-handle",
)
NORMATIVE_DOCUMENT_TRANSFER = Clock(
    key="normative_document_transfer",
    label="附带审查转送期限",
    says="附带审查的规范性文件，复议机关无权处理的，7个工作日内转给有权机关。",
    unit="working_day",
    versions=(
        Version(
            7,
            RECONSIDERATION_LAW.article("第五十六条"),
        ),
    ),
    starts_on="received",
    starts_label="收到附带审查申请",
    ends_on="transferred",
    ends_label="转送有权机关",
    days_mean=RECONSIDERATION_LAW.article("第八十八条"),
    rule="reconsideration-normdoc-transfer",
)
BASIS_REVIEW = Clock(
    key="basis_review",
    label="依职权审查依据处理期限",
    says="复议机关自己发现依据不合法并有权处理的，30日内处理；无权的7个工作日内转送。",
    unit="calendar_day",
    versions=(
        Version(
            30,
            RECONSIDERATION_LAW.article("第五十七条"),
        ),
    ),
    starts_on="found",
    starts_label="发现依据不合法",
    ends_on="handled",
    ends_label="处理完毕",
    rule="reconsideration-basis-ex-officio",
)
MAKER_NOTICE = Clock(
    key="maker_notice",
    label="通知制定机关期限",
    says="因附带审查中止的，3个工作日内书面通知制定机关就合法性作出答复。",
    unit="working_day",
    versions=(
        Version(
            3,
            RECONSIDERATION_LAW.article("第五十八条"),
        ),
    ),
    starts_on="suspended",
    starts_label="复议中止",
    ends_on="maker_notified",
    ends_label="书面通知制定机关",
    days_mean=RECONSIDERATION_LAW.article("第八十八条"),
    rule="reconsideration-normdoc-notify-maker",
)
MAKER_REPLY = Clock(
    key="maker_reply",
    label="制定机关答复期限",
    says="制定机关接到通知后10个工作日内书面答复并交材料。",
    unit="working_day",
    versions=(
        Version(
            10,
            RECONSIDERATION_LAW.article("第五十八条"),
        ),
    ),
    starts_on="maker_notified",
    starts_label="收到书面通知",
    ends_on="replied",
    ends_label="书面答复",
    days_mean=RECONSIDERATION_LAW.article("第八十八条"),
    rule="reconsideration-normdoc-maker-reply",
)
TRANSFEREE_REPLY = Clock(
    key="transferee_reply",
    label="受转送机关回复期限",
    says="接受转送的机关60日内把处理意见回复复议机关。",
    unit="calendar_day",
    versions=(
        Version(
            60,
            RECONSIDERATION_LAW.article("第六十条"),
        ),
    ),
    starts_on="transferred",
    starts_label="收到转送",
    ends_on="replied",
    ends_label="回复处理意见",
    rule="reconsideration-normdoc-transferee-reply",
)

CLOCKS = (
    NORMATIVE_DOCUMENT_REVIEW,
    NORMATIVE_DOCUMENT_TRANSFER,
    BASIS_REVIEW,
    MAKER_NOTICE,
    MAKER_REPLY,
    TRANSFEREE_REPLY,
)
"""All of them, as a case meets them."""
