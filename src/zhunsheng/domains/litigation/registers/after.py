"""Around lawsuits: letters and circulars on appearance, disputes resolved, enforcement by the court."""

from zhunsheng.domains.litigation.registers.shared import in_order, interpretation
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock

_LAWSUIT = Field(key="lawsuit", label="应诉案件", kind="reference", refers_to="litigation.lawsuit")

LETTER = Register(
    key="letter",
    label="应诉提示函、督办函",
    shape="case",
    basis="应诉提示函、督办函制发的要求",
    says="发给应诉单位的提示函和督办函：为哪件案件、要求什么、什么时候回复。",
    title="name",
    happened="issued",
    face=("kind", "addressee", "until"),
    fields=(
        Field(
            key="name",
            label="函件名称",
            required=True,
            examples=("负责人出庭应诉提示函", "按期举证提示函", "履行判决督办函"),
        ),
        Field(
            key="kind",
            label="种类",
            kind="choice",
            required=True,
            choices=(
                Choice(key="reminder", label="应诉提示函"),
                Choice(key="urging", label="督办函"),
            ),
        ),
        Field(
            key="lawsuit",
            label="应诉案件",
            kind="reference",
            refers_to="litigation.lawsuit",
            required=True,
        ),
        Field(key="addressee", label="收函单位", kind="unit", required=True),
        Field(key="issued", label="发函日期", kind="date", required=True),
        Field(
            key="asks", label="要求", kind="long_text", required=True, examples=("由负责人出庭。",)
        ),
        Field(key="until", label="回复期限", kind="date", required=True),
        Field(key="replied", label="回复日期", kind="date"),
        Field(key="reply", label="回复内容", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="issued", label="待回复"),
            State(key="replied", label="已回复", final=True),
        ),
        steps=(
            Step(
                key="reply",
                label="登记回复",
                comes_from=("issued",),
                leads_to="replied",
                requires=("replied", "reply"),
            ),
        ),
    ),
    due_dates=(DueDate(key="reply", label="函件回复", until="until", ends="replied"),),
    checks=(
        Check(
            field="replied",
            says="回复日期不能早于发函日期。",
            holds=lambda one: in_order(one, "issued", "replied"),
        ),
    ),
)

DISPUTE = Register(
    key="dispute",
    label="行政争议实质性化解",
    shape="case",
    basis="行政争议实质性化解的要求",
    says="复议、诉讼中的争议怎样化解：调解、和解、撤回，化解了没有。",
    title="matter",
    happened="begun",
    face=("begun", "method", "ended"),
    fields=(
        Field(
            key="matter",
            label="争议事项",
            required=True,
            help="不写当事人的姓名。",
            examples=("物业管理争议", "劳动保障争议", "征收补偿争议", "知识产权处罚争议"),
        ),
        _LAWSUIT,
        Field(
            key="reconsideration",
            label="复议案件",
            kind="reference",
            refers_to="reconsideration.case",
        ),
        Field(key="begun", label="开始化解日期", kind="date", required=True),
        Field(
            key="method",
            label="化解方式",
            kind="choice",
            choices=(
                Choice(key="mediation", label="调解"),
                Choice(key="settlement", label="和解"),
                Choice(key="withdrawal", label="撤回申请、撤诉"),
            ),
        ),
        Field(key="ended", label="结束日期", kind="date"),
        Field(key="result", label="结果说明", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="open", label="化解中"),
            State(key="resolved", label="已化解", final=True),
            State(key="unresolved", label="未化解", final=True),
        ),
        steps=(
            Step(
                key="resolve",
                label="登记化解",
                comes_from=("open",),
                leads_to="resolved",
                requires=("method", "ended", "result"),
            ),
            Step(
                key="give_up",
                label="登记未化解",
                comes_from=("open",),
                leads_to="unresolved",
                requires=("ended", "result"),
            ),
        ),
    ),
    checks=(
        Check(
            field="ended",
            says="结束日期不能早于开始日期。",
            holds=lambda one: in_order(one, "begun", "ended"),
        ),
    ),
)

ENFORCEMENT = Register(
    key="enforcement",
    label="行政非诉执行",
    shape="case",
    basis="最高人民法院关于适用《中华人民共和国行政诉讼法》的解释（法释〔2018〕1号）第一百五十六条",
    says="当事人不起诉又不履行的，行政机关申请法院强制执行：申请、裁定、执行各用了多少日。",
    title="matter",
    happened="suit_expired",
    face=("suit_expired", "applied", "executed"),
    fields=(
        Field(
            key="matter",
            label="所涉行政决定",
            required=True,
            help="写决定的事由，不写当事人姓名。",
            examples=("违法占地处罚决定", "欠缴费用处罚决定"),
        ),
        Field(key="act_number", label="行政决定文号或者案号"),
        Field(key="penalty_case", label="处罚案件", kind="reference", refers_to="penalty.case"),
        Field(
            key="suit_expired",
            label="起诉期限届满日期",
            kind="date",
            required=True,
            source=interpretation("第一百五十六条"),
        ),
        Field(
            key="applied",
            label="申请法院执行日期",
            kind="date",
            source=interpretation("第一百五十六条"),
        ),
        Field(key="court", label="法院"),
        Field(key="ruled", label="裁定日期", kind="date"),
        Field(
            key="ruling",
            label="裁定结果",
            kind="choice",
            choices=(
                Choice(key="allowed", label="准予执行"),
                Choice(key="refused", label="不准予执行"),
            ),
        ),
        Field(key="execute_until", label="应执行完毕日期", kind="date"),
        Field(key="executed", label="执行完毕日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="waiting", label="待申请"),
            State(key="applied", label="等待裁定"),
            State(key="executing", label="执行中"),
            State(key="executed", label="已执行", final=True),
            State(key="refused", label="不准予执行", final=True),
        ),
        steps=(
            Step(
                key="apply",
                label="申请法院执行",
                comes_from=("waiting",),
                leads_to="applied",
                by=("approver",),
                requires=("applied", "court"),
                document="强制执行申请书",
                source=interpretation("第一百五十六条"),
            ),
            Step(
                key="note_leave",
                label="登记准予执行",
                comes_from=("applied",),
                leads_to="executing",
                requires=("ruled", "ruling", "execute_until"),
            ),
            Step(
                key="note_refusal",
                label="登记不准予执行",
                comes_from=("applied",),
                leads_to="refused",
                requires=("ruled", "ruling"),
            ),
            Step(
                key="execute",
                label="登记执行完毕",
                comes_from=("executing",),
                leads_to="executed",
                requires=("executed",),
            ),
        ),
    ),
    clocks=(RegisterClock(clock="enforcement_application"),),
    due_dates=(DueDate(key="execution", label="执行", until="execute_until", ends="executed"),),
    checks=(
        Check(
            field="executed",
            says="申请、裁定、执行的日期前后颠倒。",
            holds=lambda one: in_order(one, "applied", "ruled", "executed"),
        ),
        Check(
            field="ruling",
            says="裁定结果与办理的环节不符。",
            holds=lambda one: (
                one.get("execute_until") is None or one.get("ruling") in {None, "allowed"}
            ),
        ),
    ),
)
