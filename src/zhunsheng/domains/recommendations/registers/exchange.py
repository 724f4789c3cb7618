"""
What government, court, procuratorate and police hand to each other, and what becomes of it.

Their own systems stand outside: what goes there or comes from there is brought in by a workbook or entered
with the number it has on the other side.
"""

from zhunsheng.domains.recommendations.registers.shared import filled, in_order, is_of, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

_LEFT_EMPTY = ("",)
KINDS = (
    Choice(key="notice", label="案件信息互通"),
    Choice(key="clue", label="行政机关移送线索"),
    Choice(key="back", label="司法机关移送行政处理"),
)

_HANDED_OVER = (
    Field(
        key="matter",
        label="事由",
        required=True,
        help="不写个人姓名。",
        examples=("拒不支付劳动报酬线索", "不起诉后移送行政处罚", "处罚案件的复议、诉讼结果"),
    ),
    Field(key="kind", label="种类", kind="choice", required=True, choices=KINDS),
    Field(
        key="party",
        label="对方机关",
        kind="choice",
        required=True,
        choices=(
            Choice(key="procuratorate", label="检察院"),
            Choice(key="court", label="法院"),
            Choice(key="police", label="公安机关"),
        ),
    ),
    Field(
        key="party_number",
        label="对方的案号或者编号",
        help="按对方系统里的编号填写；整批的可以用模板导入。",
    ),
    Field(key="exchanged", label="发出或者收到日期", kind="date", required=True),
    Field(
        key="given",
        label="提供的内容",
        kind="choice",
        several=True,
        required=True,
        choices=(
            Choice(key="progress", label="案由和进度"),
            Choice(key="result", label="结果和文书"),
            Choice(key="evidence", label="证据材料"),
            Choice(key="personal", label="个人信息"),
        ),
        examples=("progress", "result"),
    ),
    Field(
        key="ground",
        label="提供个人信息的依据",
        help="提供的内容里有个人信息的填写。",
    ),
    Field(key="content", label="内容", kind="long_text", personal=True),
    Field(key="penalty_case", label="处罚案件", kind="reference", refers_to="penalty.case"),
    Field(
        key="transfer",
        label="涉嫌犯罪案件移送",
        kind="reference",
        refers_to="penalty.crime_transfer",
    ),
    Field(
        key="reconsideration", label="复议案件", kind="reference", refers_to="reconsideration.case"
    ),
    Field(key="lawsuit", label="应诉案件", kind="reference", refers_to="litigation.lawsuit"),
    Field(key="until", label="应答复日期", kind="date", examples=_LEFT_EMPTY),
)

_ANSWERED = (
    Field(key="answered", label="答复日期", kind="date"),
    Field(
        key="answer",
        label="答复",
        kind="choice",
        choices=(
            Choice(key="filed", label="立案"),
            Choice(key="refused", label="不予立案"),
            Choice(key="noted", label="已收悉"),
        ),
    ),
    Field(key="reasons", label="不予立案的理由", kind="long_text"),
    Field(key="handling", label="处理结果", kind="long_text"),
    Field(key="closed", label="办结日期", kind="date"),
)

EXCHANGE = Register(
    key="exchange",
    label="府院检信息互通和双向移送",
    shape="case",
    basis="府院检三方联动、行政执法和刑事司法双向衔接机制",
    says="政府与法院、检察院、公安机关之间互通的案件信息、移送的线索和移回的案件：给了什么、对方怎样答复。",
    title="matter",
    happened="exchanged",
    face=("kind", "party", "answer"),
    fields=(*_HANDED_OVER, *_ANSWERED),
    procedure=Procedure(
        states=(
            State(key="open", label="待答复"),
            State(key="answered", label="已答复"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="answer",
                label="登记答复",
                comes_from=("open",),
                leads_to="answered",
                requires=("answered", "answer"),
                asks=("reasons",),
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("answered",),
                leads_to="closed",
                requires=("closed",),
                asks=("handling", "penalty_case"),
            ),
        ),
    ),
    due_dates=(DueDate(key="answer", label="移送答复", until="until", ends="answered"),),
    checks=(
        Check(
            field="ground",
            says="提供个人信息的，须写明依据。",
            holds=where(lambda one: "personal" in (one.get("given") or ()), filled("ground")),
        ),
        Check(
            field="reasons",
            says="不予立案的，须写明理由。",
            holds=where(lambda one: one.get("answer") == "refused", filled("reasons")),
        ),
        Check(
            field="handling",
            says="司法机关移送行政处理的，办结前须写明处理结果。",
            holds=where(
                lambda one: bool(one.get("closed")) and is_of("back")(one), filled("handling")
            ),
        ),
        Check(
            field="answered",
            says="发出、答复、办结的日期前后颠倒。",
            holds=lambda one: in_order(one, "exchanged", "answered", "closed"),
        ),
    ),
)
