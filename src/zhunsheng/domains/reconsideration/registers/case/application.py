"""What is recorded when an application comes: who objects to what, since when, and before whom."""

from zhunsheng.domains.reconsideration.registers.shared import CONCERNS, article, regulation
from zhunsheng.engine.registers.fields import Choice, Field

_LEFT_EMPTY = ("",)
"""In demonstrations: what must agree with other values is not made up."""

ACTS = (
    Choice(key="penalty", label="行政处罚"),
    Choice(key="compulsion", label="行政强制"),
    Choice(key="licence", label="行政许可"),
    Choice(key="expropriation", label="征收征用及补偿"),
    Choice(key="confirmation", label="行政确认、登记"),
    Choice(key="work_injury", label="工伤认定"),
    Choice(key="disclosure", label="政府信息公开"),
    Choice(key="agreement", label="行政协议"),
    Choice(key="inaction", label="不履行法定职责"),
    Choice(key="other", label="其他行政行为"),
)

PARTIES = (
    Field(
        key="matter",
        label="事由",
        required=True,
        help="不写申请人的姓名等个人信息。",
        examples=(
            "不服占道经营行政处罚决定",
            "不服工伤认定决定",
            "不服不予公开政府信息答复",
            "认为未履行消防监管职责",
            "不服房屋征收补偿决定",
            "不服不予许可决定",
        ),
    ),
    Field(key="applicant", label="申请人", kind="party", required=True, personal=True),
    Field(
        key="applicants",
        label="申请人人数",
        kind="integer",
        measure="人",
        expected=(1, 200),
        source=regulation("第八条"),
        examples=("1",),
    ),
    Field(
        key="representatives",
        label="推选代表人数",
        kind="integer",
        measure="人",
        source=regulation("第八条"),
        help="申请人超过5人的，推选1至5名代表。",
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="respondent",
        label="被申请人",
        kind="unit",
        outside=True,
        required=True,
    ),
    Field(
        key="respondent_kind",
        label="被申请人类别",
        kind="choice",
        required=True,
        source=article("第二十四条"),
        choices=(
            Choice(key="department", label="本级政府工作部门"),
            Choice(key="lower_government", label="下一级人民政府"),
            Choice(key="dispatched", label="本级政府设立的派出机关"),
            Choice(key="authorized", label="本级政府或者其部门管理的授权组织"),
            Choice(key="elsewhere", label="不属于本机关管辖"),
        ),
    ),
)

CONTESTED_ACT = (
    Field(key="act", label="行政行为类别", kind="choice", required=True, choices=ACTS),
    Field(
        key="act_number",
        label="行政行为文号或者案号",
        help="按决定书填写。",
    ),
    Field(
        key="penalty_case",
        label="处罚案件",
        kind="reference",
        refers_to="penalty.case",
        help="行政处罚在处罚台账里有案件的，选择该案件；由此可以从处罚看到复议，也可以从复议看到处罚。",
    ),
    Field(
        key="acted",
        label="行政行为作出日期",
        kind="date",
        source=article("第二十一条"),
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="known",
        label="知道或者应当知道日期",
        kind="date",
        source=article("第二十条"),
        help="不履行职责的，填履职期限届满之日。",
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="told",
        label="已告知复议权利、机关和期限",
        kind="boolean",
        source=article("第二十条"),
        examples=("是",),
    ),
    Field(
        key="longer_term",
        label="法律规定的申请期限超过60日",
        kind="boolean",
        source=article("第二十条"),
        examples=("否",),
    ),
    Field(
        key="real_estate",
        label="因不动产提出",
        kind="boolean",
        source=article("第二十一条"),
        examples=("否",),
    ),
    Field(
        key="duty_applied",
        label="行政机关收到履职申请日期",
        kind="date",
        source=regulation("第十六条"),
        help="申请履行职责而没有规定履行期限的才填。",
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="hindered",
        label="耽误申请期限起日",
        kind="date",
        source=article("第二十条"),
        help="因不可抗力或者其他正当理由耽误的，填起止日期，申请期限在障碍消除以后接着算。",
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="hindrance_ended",
        label="耽误申请期限止日",
        kind="date",
        source=article("第二十条"),
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="precondition",
        label="属于复议前置",
        kind="boolean",
        source=article("第二十三条"),
        help="当场处罚、侵犯已取得的自然资源权属、不履行法定职责、不予公开政府信息等，先复议后诉讼。",
    ),
)

REQUEST = (
    Field(
        key="applied",
        label="申请日期",
        kind="date",
        required=True,
        source=article("第二十条"),
        help="递交、交邮或者网上提交之日。",
    ),
    Field(
        key="received",
        label="收到申请日期",
        kind="date",
        required=True,
        source=article("第三十条"),
    ),
    Field(
        key="channel",
        label="申请方式",
        kind="choice",
        required=True,
        choices=(
            Choice(key="in_person", label="当面递交"),
            Choice(key="oral", label="口头申请"),
            Choice(key="mail", label="邮寄"),
            Choice(key="online", label="互联网"),
            Choice(key="by_organ", label="经作出处罚决定的机关转送"),
            Choice(key="service_point", label="基层咨询点、园区服务点转送"),
        ),
    ),
    Field(
        key="settled_before",
        label="曾就同一事实和理由和解撤回",
        kind="boolean",
        source=article("第七十四条"),
        examples=("否",),
    ),
    Field(
        key="asks_document_review",
        label="一并请求审查规范性文件",
        kind="boolean",
        source=article("第五十六条"),
        examples=("否",),
    ),
    Field(
        key="asks_compensation",
        label="一并请求赔偿",
        kind="boolean",
        source=article("第七十二条"),
        examples=("否",),
    ),
    Field(key="business", label="涉企案件", kind="boolean"),
    Field(
        key="intake_until",
        label="绿色通道办结日",
        kind="date",
        help="涉企申请按本级“绿色通道”的规定填写应当作出受理决定的日期，早于法定期限。",
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="concerns",
        label="重大关注案件",
        kind="choice",
        several=True,
        choices=CONCERNS,
        help="属于的，被申请人的负责人参加听证不得缺席。",
        examples=("none",),
    ),
)

FIELDS = (*PARTIES, *CONTESTED_ACT, *REQUEST)
