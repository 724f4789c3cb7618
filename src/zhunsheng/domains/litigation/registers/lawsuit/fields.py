"""What is recorded of a lawsuit, in the order in which its papers come."""

from zhunsheng.domains.litigation.registers.shared import (
    CONCERNS,
    appearance,
    article,
    interpretation,
)
from zhunsheng.engine.registers.fields import Choice, Field

_LEFT_EMPTY = ("",)
"""In demonstrations: what must agree with other values is not made up."""

OUTCOMES = (
    Choice(key="dismiss_claim", label="判决驳回诉讼请求", group="胜诉"),
    Choice(key="dismiss_suit", label="裁定驳回起诉", group="胜诉"),
    Choice(key="revoke", label="判决撤销、部分撤销", group="败诉"),
    Choice(key="perform", label="判决履行", group="败诉"),
    Choice(key="pay", label="判决给付", group="败诉"),
    Choice(key="confirm_illegal", label="判决确认违法", group="败诉"),
    Choice(key="invalid", label="判决确认无效", group="败诉"),
    Choice(key="change", label="判决变更", group="败诉"),
    Choice(key="agreement", label="判决承担行政协议责任", group="败诉"),
    Choice(key="withdrawn", label="裁定准许撤诉", group="其他"),
    Choice(key="mediated", label="调解", group="其他"),
)
LOST = frozenset({"revoke", "perform", "pay", "confirm_illegal", "invalid", "change", "agreement"})
"""Outcomes in which the defendant has lost."""

SETTLED = frozenset({"withdrawn", "mediated"})
"""Outcomes without a judgment on the act."""

CLAIM = (
    Field(
        key="matter",
        label="案由",
        required=True,
        help="不写原告的姓名等个人信息。",
        examples=("诉行政处罚决定", "诉不履行法定职责", "诉房屋征收补偿决定", "诉工伤认定决定"),
    ),
    Field(key="plaintiff", label="原告", kind="party", required=True, personal=True),
    Field(key="court", label="法院", required=True, examples=("某县人民法院",)),
    Field(key="case_number", label="案号"),
    Field(
        key="instance",
        label="审级",
        kind="choice",
        required=True,
        choices=(
            Choice(key="first", label="一审"),
            Choice(key="second", label="二审"),
            Choice(key="retrial", label="再审"),
        ),
    ),
    Field(
        key="earlier",
        label="前一审级的案件",
        kind="reference",
        refers_to="litigation.lawsuit",
    ),
    Field(key="defendant", label="被告", kind="unit", required=True),
    Field(
        key="reconsidered",
        label="复议情况",
        kind="choice",
        required=True,
        source=article("第二十六条"),
        choices=(
            Choice(key="no", label="未经复议"),
            Choice(key="upheld", label="复议维持"),
            Choice(key="changed", label="复议改变"),
            Choice(key="silent", label="复议逾期未决定"),
        ),
    ),
    Field(
        key="reconsideration",
        label="复议案件",
        kind="reference",
        refers_to="reconsideration.case",
    ),
    Field(
        key="role",
        label="本单位的地位",
        kind="choice",
        required=True,
        source=article("第二十六条"),
        choices=(
            Choice(key="maker", label="作出原行政行为的机关"),
            Choice(key="reconsideration", label="复议机关"),
        ),
    ),
    Field(
        key="joint",
        label="与另一机关为共同被告",
        kind="boolean",
        source=article("第二十六条"),
        examples=_LEFT_EMPTY,
    ),
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
        help="被诉的是行政处罚、在处罚台账里有案件的，选择该案件。",
    ),
    Field(
        key="concerns",
        label="重大关注案件",
        kind="choice",
        several=True,
        choices=CONCERNS,
        source=appearance("第四条"),
        examples=("none",),
    ),
)

TERMS = (
    Field(
        key="acted",
        label="行政行为作出日期",
        kind="date",
        source=article("第四十六条"),
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="known",
        label="知道或者应当知道日期",
        kind="date",
        source=article("第四十六条"),
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="told",
        label="已告知起诉期限",
        kind="boolean",
        source=interpretation("第六十四条"),
        examples=("是",),
    ),
    Field(
        key="real_estate",
        label="因不动产提起",
        kind="boolean",
        source=article("第四十六条"),
        examples=("否",),
    ),
    Field(
        key="decision_received",
        label="原告收到复议决定书日期",
        kind="date",
        source=article("第四十五条"),
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="reconsideration_expired",
        label="复议期满日期",
        kind="date",
        source=article("第四十五条"),
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="duty_expired",
        label="履行职责期限届满日期",
        kind="date",
        source=interpretation("第六十六条"),
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="sued",
        label="起诉日期",
        kind="date",
        source=article("第四十六条"),
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="filed",
        label="立案日期",
        kind="date",
        source=article("第八十一条"),
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="appeal_received",
        label="法院收到上诉状日期",
        kind="date",
        source=article("第八十八条"),
        help="二审案件填写。",
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="track",
        label="审理程序",
        kind="choice",
        source=article("第八十二条"),
        choices=(
            Choice(key="ordinary", label="普通程序"),
            Choice(key="summary", label="简易程序"),
        ),
    ),
    Field(
        key="served",
        label="收到起诉状（上诉状）副本日期",
        kind="date",
        required=True,
        source=article("第六十七条"),
    ),
)

ANSWER = (
    Field(key="handler", label="承办人", kind="person"),
    Field(
        key="objected",
        label="提出管辖异议日期",
        kind="date",
        source=interpretation("第十条"),
    ),
    Field(
        key="extension_asked",
        label="申请延期举证日期",
        kind="date",
        source=interpretation("第三十四条"),
    ),
    Field(
        key="evidence_until",
        label="法院准许的举证期限",
        kind="date",
        source=interpretation("第三十四条"),
    ),
    Field(
        key="evidence_submitted",
        label="提交延期证据日期",
        kind="date",
        source=interpretation("第三十四条"),
    ),
    Field(key="answered", label="提交答辩状日期", kind="date", source=article("第六十七条")),
    Field(
        key="evidence",
        label="证据和依据目录",
        kind="long_text",
        source=article("第六十七条"),
    ),
    Field(
        key="self_collected",
        label="有诉讼期间自行收集的证据",
        kind="boolean",
        source=article("第三十五条"),
    ),
    Field(key="answer", label="答辩状", kind="attachments"),
)

HEARING = (
    Field(
        key="head_notified",
        label="收到出庭通知书日期",
        kind="date",
        source=appearance("第五条"),
    ),
    Field(key="hearing", label="开庭日期", kind="date"),
    Field(
        key="head_attended",
        label="负责人出庭",
        kind="boolean",
        source=article("第三条"),
        help="同一审级多次开庭的，出庭过一次填“是”。",
    ),
    Field(key="head_name", label="出庭负责人", kind="person"),
    Field(
        key="head_post",
        label="出庭负责人职务类别",
        kind="choice",
        source=appearance("第二条"),
        choices=(
            Choice(key="principal", label="正职负责人"),
            Choice(key="deputy", label="副职负责人"),
            Choice(key="in_charge_deputy", label="参与分管的副职级别负责人"),
            Choice(key="in_charge", label="其他参与分管的负责人"),
        ),
    ),
    Field(
        key="not_principal_reasons",
        label="不由正职出庭的理由",
        help="生态环境保护、重大安全生产事故、社会高度关注的案件，原则上由正职出庭。",
    ),
    Field(
        key="spoke",
        label="就实质化解争议发表意见",
        kind="boolean",
        source=appearance("第十一条"),
    ),
    Field(
        key="absence_ground",
        label="负责人不能出庭的事由",
        kind="choice",
        source=appearance("第八条"),
        choices=(
            Choice(key="force_majeure", label="不可抗力"),
            Choice(key="accident", label="意外事件"),
            Choice(key="duty", label="他人不能代替的公务"),
            Choice(key="other", label="无法出庭的其他正当事由"),
            Choice(key="none", label="没有正当理由"),
        ),
    ),
    Field(
        key="absence_proof",
        label="已提交盖章或者主要负责人签字的证明",
        kind="boolean",
        source=appearance("第九条"),
    ),
    Field(
        key="staff_sent",
        label="委托出庭的工作人员",
        kind="person",
        source=interpretation("第一百二十八条"),
    ),
    Field(key="lawyer", label="委托的律师", kind="person"),
    Field(
        key="absence_handling",
        label="缺席的处理",
        kind="long_text",
        help="重大关注案件负责人缺席，或者没有正当理由缺席的，写明怎样处理。",
    ),
    Field(key="stayed", label="诉讼中止日期", kind="date", source=interpretation("第八十七条")),
    Field(key="resumed", label="恢复审理日期", kind="date", source=interpretation("第八十七条")),
    Field(key="stay_reasons", label="诉讼中止的情形", kind="long_text"),
)

JUDGMENT = (
    Field(key="outcome", label="结果", kind="choice", choices=OUTCOMES),
    Field(
        key="paper",
        label="文书种类",
        kind="choice",
        choices=(
            Choice(key="judgment", label="判决书"),
            Choice(key="ruling", label="裁定书"),
            Choice(key="mediation", label="调解书"),
        ),
    ),
    Field(
        key="mediable",
        label="属于可以调解的案件",
        kind="choice",
        source=article("第六十条"),
        choices=(
            Choice(key="compensation", label="行政赔偿、补偿"),
            Choice(key="discretion", label="行使自由裁量权"),
            Choice(key="no", label="不属于"),
        ),
    ),
    Field(key="judged", label="裁判日期", kind="date", source=article("第八十一条")),
    Field(key="judgment_number", label="裁判文书号"),
    Field(
        key="judgment_served", label="裁判文书送达日期", kind="date", source=article("第八十五条")
    ),
    Field(key="appealed", label="上诉日期", kind="date", source=article("第八十五条")),
    Field(
        key="appellant",
        label="上诉人",
        kind="choice",
        choices=(
            Choice(key="plaintiff", label="原告"),
            Choice(key="defendant", label="被告"),
            Choice(key="both", label="双方"),
        ),
    ),
    Field(key="effective", label="生效日期", kind="date"),
    Field(key="judgment", label="裁判文书", kind="attachments"),
)

AFTERWARDS = (
    Field(key="performance_until", label="判决确定的履行期限", kind="date"),
    Field(key="performed", label="履行日期", kind="date", source=article("第九十六条")),
    Field(key="performance", label="履行情况", kind="long_text"),
    Field(
        key="same_act",
        label="以同一事实和理由作出基本相同的行为",
        kind="boolean",
        source=article("第七十一条"),
    ),
    Field(key="urged", label="督促履行日期", kind="date"),
    Field(key="accountability", label="不履行的处理结果", kind="long_text"),
    Field(
        key="loss_cause",
        label="败诉原因",
        kind="choice",
        choices=(
            Choice(key="facts", label="事实不清、证据不足"),
            Choice(key="law", label="适用法律错误"),
            Choice(key="procedure", label="违反法定程序"),
            Choice(key="power", label="超越、滥用职权"),
            Choice(key="inaction", label="不履行、拖延履行职责"),
            Choice(key="unfair", label="明显不当"),
            Choice(key="evidence_late", label="逾期举证"),
        ),
    ),
    Field(key="loss_measures", label="以案促改措施", kind="long_text"),
    Field(key="loss_report", label="整改报告", kind="attachments"),
    Field(key="closed", label="归档日期", kind="date"),
)

FIELDS = (*CLAIM, *TERMS, *ANSWER, *HEARING, *JUDGMENT, *AFTERWARDS)
