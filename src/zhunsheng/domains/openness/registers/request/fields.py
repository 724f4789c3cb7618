"""What is recorded of a request for information, in the order of the paper on the desk."""

from zhunsheng.domains.openness.official_vocabulary import APPLICANTS, OUTCOMES
from zhunsheng.domains.openness.registers.documents import GROUNDS
from zhunsheng.domains.openness.registers.shared import SECRECY_REVIEWED, article
from zhunsheng.engine.registers.fields import Choice, Field

_LEFT_EMPTY = ("",)
"""In demonstrations: a date that must agree with another is not made up."""

RECEIPT = (
    Field(
        key="received",
        label="收到申请日期",
        kind="date",
        required=True,
        public=True,
        source=article("第三十一条"),
        help="当面提交的为提交之日；邮寄的为签收之日；平常信函和网上、传真提交的为双方确认之日。",
    ),
    Field(
        key="channel",
        label="提交方式",
        kind="choice",
        required=True,
        source=article("第三十一条"),
        choices=(
            Choice(key="in_person", label="当面"),
            Choice(key="mail", label="邮寄（须签收）"),
            Choice(key="plain_mail", label="平常信函（无需签收）"),
            Choice(key="online", label="互联网"),
            Choice(key="fax", label="传真"),
        ),
    ),
    Field(
        key="arrived",
        label="提交或者签收日期",
        kind="date",
        source=article("第三十一条"),
        help="当面提交的填提交之日，邮寄的填签收之日，其他的填送达本机关之日。",
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="confirmed",
        label="与申请人确认日期",
        kind="date",
        source=article("第三十一条"),
        help="平常信函应在收到的当日确认；互联网、传真以双方确认之日为收到之日。",
        examples=_LEFT_EMPTY,
    ),
    Field(key="applicant", label="申请人", kind="party", required=True, personal=True),
    Field(key="contact", label="联系方式", personal=True),
    Field(
        key="applicant_kind",
        label="申请人类别",
        kind="choice",
        required=True,
        choices=APPLICANTS,
    ),
    Field(
        key="subject",
        label="申请事项",
        required=True,
        examples=(
            "老旧小区改造方案",
            "公交线路调整依据",
            "供水管网改造预算",
            "学校划片范围",
            "征地补偿标准",
            "停车位规划图",
            "河道整治招标文件",
            "特困人员救助名额",
        ),
        help="不写申请人的姓名等个人信息。",
    ),
    Field(key="content", label="申请内容", kind="long_text", required=True, personal=True),
    Field(
        key="wanted_form",
        label="要求的提供形式",
        kind="choice",
        choices=(
            Choice(key="electronic", label="电子文件"),
            Choice(key="paper", label="纸质文件"),
            Choice(key="inspection", label="当面查阅"),
            Choice(key="other", label="其他"),
        ),
    ),
    Field(key="handler", label="经办人", kind="person"),
    Field(
        key="unclear",
        label="申请内容不明确",
        kind="boolean",
        source=article("第三十条"),
        help="填“是”的，7个工作日的补正告知期限开始提醒。",
        examples=("否",),
    ),
)

CORRECTION = (
    Field(key="correction_asked", label="补正告知日期", kind="date", source=article("第三十条")),
    Field(key="correction_items", label="需要补正的事项", kind="long_text"),
    Field(key="correction_until", label="补正截止日期", kind="date", source=article("第三十条")),
    Field(key="corrected", label="收到补正日期", kind="date", source=article("第三十条")),
    Field(
        key="without_cause",
        label="申请人没有正当理由",
        kind="boolean",
        source=article("第三十条"),
        examples=("是",),
    ),
    Field(key="abandoned", label="视为放弃日期", kind="date", source=article("第三十条")),
)

CONSULTATION = (
    Field(
        key="touches_third_party",
        label="涉及第三方权益",
        kind="boolean",
        source=article("第三十二条"),
        examples=("否", "否", "是"),
    ),
    Field(
        key="consulted",
        label="第三方收到征求意见书日期",
        kind="date",
        source=article("第三十二条"),
        help="有几个第三方的，填最先收到的日期。",
    ),
    Field(
        key="consultation_ended",
        label="第三方意见收到日期",
        kind="date",
        source=article("第三十二条"),
        help="有几个第三方的，填最后收到的日期；逾期未提出的，填期限届满以后的日期。",
    ),
    Field(
        key="opinion",
        label="第三方意见",
        kind="choice",
        choices=(
            Choice(key="agrees", label="同意公开"),
            Choice(key="objects", label="不同意公开"),
            Choice(key="silent", label="逾期未提出"),
        ),
    ),
    Field(
        key="public_interest",
        label="不公开将重大影响公共利益的理由",
        kind="long_text",
        source=article("第三十二条"),
        help="第三方不同意而仍决定公开的，须写明并书面告知第三方。",
    ),
    Field(
        key="third_party_told",
        label="书面告知第三方日期",
        kind="date",
        source=article("第三十二条"),
    ),
    Field(key="organ", label="被征求意见的机关", source=article("第三十四条")),
    Field(
        key="organ_consulted",
        label="机关收到征求意见书日期",
        kind="date",
        source=article("第三十四条"),
    ),
    Field(
        key="organ_answered",
        label="机关意见收到日期",
        kind="date",
        source=article("第三十四条"),
    ),
    Field(
        key="organ_opinion",
        label="机关意见",
        kind="choice",
        choices=(
            Choice(key="agrees", label="同意公开"),
            Choice(key="objects", label="不同意公开"),
            Choice(key="silent", label="逾期未提出，视为同意公开"),
        ),
        source=article("第三十四条"),
    ),
)

TERM = (
    Field(
        key="excessive",
        label="申请数量、频次明显超过合理范围",
        kind="boolean",
        source=article("第三十五条"),
        examples=("否",),
    ),
    Field(key="reasons_asked", label="要求说明理由日期", kind="date", source=article("第三十五条")),
    Field(key="reasons_given", label="收到理由日期", kind="date"),
    Field(
        key="reasons_accepted",
        label="申请理由合理",
        kind="boolean",
        source=article("第三十五条"),
    ),
    Field(key="postponed_to", label="延迟答复截止日期", kind="date", source=article("第三十五条")),
    Field(key="postponed_on", label="延迟答复告知日期", kind="date", source=article("第三十五条")),
    Field(
        key="extended_by",
        label="延长工作日",
        kind="integer",
        measure="个工作日",
        expected=(1, 20),
        source=article("第三十三条"),
    ),
    Field(
        key="extension_approved_by",
        label="同意延期的负责人",
        kind="person",
        source=article("第三十三条"),
    ),
    Field(
        key="extension_notified", label="延期告知日期", kind="date", source=article("第三十三条")
    ),
    Field(key="fee", label="信息处理费", kind="money", source=article("第四十二条")),
    Field(key="fee_notified", label="收费通知日期", kind="date"),
    Field(key="fee_until", label="缴费截止日期", kind="date"),
    Field(key="fee_paid", label="缴费日期", kind="date"),
    Field(key="fee_lapsed", label="逾期未缴费、不再处理日期", kind="date"),
)

REPLY = (
    SECRECY_REVIEWED,
    Field(
        key="findings",
        label="公开审查发现",
        kind="choice",
        several=True,
        choices=(Choice(key="none", label="没有不公开的情形"), *GROUNDS),
        source=article("第十四条至第十七条"),
    ),
    Field(
        key="separable",
        label="能够区分处理",
        kind="boolean",
        source=article("第三十七条"),
        examples=("否",),
    ),
    Field(
        key="published_by_law",
        label="法律、法规、规章规定应当公开",
        kind="boolean",
        source=article("第十六条"),
        examples=("否",),
    ),
    Field(key="search", label="检索情况", kind="long_text", source=article("第三十六条")),
    Field(
        key="outcome",
        label="答复类别",
        kind="choice",
        choices=OUTCOMES,
        public=True,
        source=article("第三十六条"),
    ),
    Field(key="reasons", label="理由", kind="long_text", source=article("第三十六条")),
    Field(key="basis", label="法律依据", kind="instrument"),
    Field(
        key="other_organ",
        label="负责公开的机关",
        help="不属本机关负责公开而能够确定由谁负责的，告知申请人。",
    ),
    Field(key="reply_number", label="答复书文号"),
    Field(key="replied", label="答复日期", kind="date", public=True, source=article("第三十三条")),
    Field(
        key="remedies_told",
        label="答复书写明救济途径和期限",
        kind="boolean",
        examples=("是",),
    ),
    Field(
        key="delivery",
        label="送达方式",
        kind="choice",
        choices=(
            Choice(key="in_person", label="当面送达"),
            Choice(key="mail", label="邮寄"),
            Choice(key="online", label="网上送达"),
            Choice(key="fax", label="传真"),
        ),
    ),
    Field(key="reply", label="答复书", kind="attachments"),
)

AFTERWARDS = (
    Field(
        key="widely_needed",
        label="需要社会广泛知晓",
        kind="boolean",
        help="多人申请同一信息而该信息可以公开的，及时转为主动公开。",
        examples=("否",),
    ),
    Field(key="converted", label="转为主动公开日期", kind="date", public=True),
    Field(
        key="converted_item",
        label="所转的主动公开事项",
        kind="reference",
        refers_to="openness.proactive_item",
    ),
)

FIELDS = (*RECEIPT, *CORRECTION, *CONSULTATION, *TERM, *REPLY, *AFTERWARDS)
