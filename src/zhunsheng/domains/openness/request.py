"""Disclosure on request: from receipt to reply, under the twenty working days."""

from zhunsheng.domains.openness.instruments import OPENNESS_2019
from zhunsheng.domains.openness.outcomes import (
    APPLICANTS,
    GRANTED,
    OUTCOMES,
    REFUSED,
    REVIEW_OUTCOMES,
)
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock, Stop

article = OPENNESS_2019.article

FIELDS = (
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
            Choice(key="mail", label="邮寄"),
            Choice(key="online", label="互联网"),
            Choice(key="fax", label="传真"),
        ),
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
    Field(key="handler", label="经办人", kind="person"),
    # 补正
    Field(key="correction_asked", label="补正告知日期", kind="date", source=article("第三十条")),
    Field(key="correction_items", label="需要补正的事项", kind="long_text"),
    Field(key="correction_until", label="补正截止日期", kind="date"),
    Field(key="corrected", label="收到补正日期", kind="date", source=article("第三十条")),
    Field(key="abandoned", label="视为放弃日期", kind="date", source=article("第三十条")),
    # 征求意见
    Field(
        key="touches_third_party",
        label="涉及第三方权益",
        kind="boolean",
        source=article("第三十二条"),
    ),
    Field(key="consulted", label="征求意见日期", kind="date", source=article("第三十二条")),
    Field(key="consultation_ended", label="征求意见结束日期", kind="date"),
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
    # 延期
    Field(
        key="extended_by",
        label="延长工作日",
        kind="integer",
        measure="个工作日",
        expected=(1, 20),
        source=article("第三十三条"),
    ),
    Field(key="extension_approved_by", label="同意延期的负责人", kind="person"),
    Field(key="extension_notified", label="延期告知日期", kind="date"),
    # 收费
    Field(key="fee", label="信息处理费", kind="money", source=article("第四十二条")),
    Field(key="fee_notified", label="收费通知日期", kind="date"),
    Field(key="fee_paid", label="缴费日期", kind="date"),
    # 答复
    Field(
        key="secrecy_reviewed",
        label="已作保密审查",
        kind="boolean",
        source=article("第十七条"),
    ),
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
    Field(key="reply_number", label="答复书文号"),
    Field(key="replied", label="答复日期", kind="date", public=True, source=article("第三十三条")),
    Field(key="reply", label="答复书", kind="attachments"),
    # 答复以后
    Field(key="reconsideration", label="行政复议结果", kind="choice", choices=REVIEW_OUTCOMES),
    Field(key="litigation", label="行政诉讼结果", kind="choice", choices=REVIEW_OUTCOMES),
    Field(key="complaint", label="投诉举报情况", kind="long_text"),
    Field(
        key="widely_needed",
        label="需要社会广泛知晓",
        kind="boolean",
        help="多人申请同一信息而该信息可以公开的，及时转为主动公开。",
    ),
    Field(key="converted", label="转为主动公开日期", kind="date", public=True),
)

STATES = (
    State(key="received", label="已收到"),
    State(key="reviewing", label="检索审查"),
    State(key="correcting", label="等待补正"),
    State(key="consulting", label="征求意见"),
    State(key="drafted", label="待审批"),
    State(key="replied", label="已答复"),
    State(key="closed", label="已归档", final=True),
)

STEPS = (
    Step(
        key="register",
        label="登记",
        comes_from=("received",),
        leads_to="reviewing",
        requires=("received", "channel", "applicant"),
        document="登记回执",
        source=article("第三十一条"),
    ),
    Step(
        key="ask_correction",
        label="告知补正",
        comes_from=("reviewing",),
        leads_to="correcting",
        requires=("correction_asked", "correction_items", "correction_until"),
        document="补正告知书",
        source=article("第三十条"),
        gates=(
            Gate(
                key="asked_once",
                needs="补正只能一次性告知，本件已经告知过补正。",
                open_when=lambda request: not request.get("corrected"),
                source=article("第三十条"),
            ),
        ),
    ),
    Step(
        key="receive_correction",
        label="收到补正",
        comes_from=("correcting",),
        leads_to="reviewing",
        requires=("corrected",),
        source=article("第三十条"),
    ),
    Step(
        key="treat_as_abandoned",
        label="视为放弃",
        comes_from=("correcting",),
        leads_to="closed",
        requires=("abandoned", "outcome"),
        source=article("第三十条"),
        gates=(
            Gate(
                key="correction_expired",
                needs="补正期限还没有届满，不能视为放弃。",
                open_when=lambda request: bool(
                    request.get("abandoned")
                    and request["abandoned"] > request.get("correction_until", "9999")
                ),
                source=article("第三十条"),
            ),
            Gate(
                key="outcome_not_corrected",
                needs="答复类别应为“无正当理由逾期不补正”。",
                open_when=lambda request: request.get("outcome") == "not_corrected",
                source=article("第三十条"),
            ),
        ),
    ),
    Step(
        key="consult",
        label="征求意见",
        comes_from=("reviewing",),
        leads_to="consulting",
        requires=("consulted",),
        asks=("touches_third_party",),
        document="征求意见函",
        source=article("第三十二条"),
    ),
    Step(
        key="end_consultation",
        label="收到意见",
        comes_from=("consulting",),
        leads_to="reviewing",
        requires=("consultation_ended", "opinion"),
        source=article("第三十二条"),
    ),
    Step(
        key="extend",
        label="延长期限",
        comes_from=("reviewing", "drafted"),
        leads_to="reviewing",
        by=("approver",),
        requires=("extended_by", "extension_approved_by", "extension_notified"),
        document="延期告知书",
        source=article("第三十三条"),
        gates=(
            Gate(
                key="extension_within_limit",
                needs="延长期限最长20个工作日。",
                open_when=lambda request: 1 <= (request.get("extended_by") or 0) <= 20,
                source=article("第三十三条"),
            ),
        ),
    ),
    Step(
        key="charge",
        label="通知收费",
        comes_from=("reviewing",),
        leads_to="reviewing",
        requires=("fee", "fee_notified"),
        asks=("fee_paid",),
        document="收费通知书",
        source=article("第四十二条"),
    ),
    Step(
        key="draft_reply",
        label="拟出答复",
        comes_from=("reviewing",),
        leads_to="drafted",
        requires=("outcome", "basis"),
        asks=("secrecy_reviewed", "reasons", "public_interest", "touches_third_party"),
        document="答复书（稿）",
        source=article("第三十六条"),
        gates=(
            Gate(
                key="reviewed_for_secrecy",
                needs="公开之前须作保密审查。",
                open_when=lambda request: (
                    request.get("outcome") not in GRANTED or bool(request.get("secrecy_reviewed"))
                ),
                source=article("第十七条"),
            ),
            Gate(
                key="third_party_heard",
                needs="涉及第三方权益的，须先书面征求第三方意见。",
                open_when=lambda request: (
                    not request.get("touches_third_party") or bool(request.get("opinion"))
                ),
                source=article("第三十二条"),
            ),
            Gate(
                key="objection_weighed",
                needs="第三方不同意而仍予公开的，须写明不公开将重大影响公共利益的理由。",
                open_when=lambda request: (
                    request.get("opinion") != "objects"
                    or request.get("outcome") not in GRANTED
                    or bool(request.get("public_interest"))
                ),
                source=article("第三十二条"),
            ),
            Gate(
                key="refusal_reasoned",
                needs="不予公开的须说明理由；部分公开的须对不予公开的部分说明理由。",
                open_when=lambda request: (
                    request.get("outcome") not in REFUSED | {"partly"}
                    or bool(request.get("reasons"))
                ),
                source=article("第三十六条"),
            ),
            Gate(
                key="unclear_after_correction",
                needs="以“补正后仍不明确”答复的，须先告知补正并收到补正。",
                open_when=lambda request: (
                    request.get("outcome") != "still_unclear" or bool(request.get("corrected"))
                ),
                source=article("第三十条"),
            ),
        ),
    ),
    Step(
        key="send_back",
        label="退回修改",
        comes_from=("drafted",),
        leads_to="reviewing",
        by=("approver",),
    ),
    Step(
        key="reply",
        label="审批并答复",
        comes_from=("drafted",),
        leads_to="replied",
        by=("approver",),
        requires=("replied",),
        asks=("reply_number", "reply"),
        document="答复书",
        source=article("第三十三条"),
        approves=True,
    ),
    Step(
        key="close",
        label="归档",
        comes_from=("replied",),
        leads_to="closed",
        asks=("widely_needed", "converted", "reconsideration", "litigation", "complaint"),
    ),
)

CONSULTATION = Stop(first="consulted", last="consultation_ended", ground="征求第三方和其他机关意见")

REQUEST = Register(
    key="request",
    label="依申请公开",
    shape="case",
    basis="政府信息公开条例（国务院令第711号）第四章",
    says="公民、法人和其他组织申请公开政府信息的登记、办理和答复。",
    title="subject",
    happened="received",
    face=("received", "applicant_kind", "outcome"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    public=False,
    clocks=(
        RegisterClock(
            clock="reply",
            ends="replied",
            # 第三十条：答复期限自收到补正的申请之日起计算。
            restarts="corrected",
            stops=(CONSULTATION,),
            extended="extended_by",
            extended_on="extension_notified",
            when=lambda request: not request.get("abandoned"),
        ),
        RegisterClock(
            clock="correction_notice",
            ends="correction_asked",
            when=lambda request: bool(request.get("correction_asked")),
        ),
        RegisterClock(
            clock="third_party_reply",
            starts="consulted",
            ends="consultation_ended",
            when=lambda request: bool(request.get("consulted")),
        ),
    ),
)
