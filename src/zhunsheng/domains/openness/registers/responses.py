"""Answers to the public: messages on all platforms, and what citizens and media report."""

from zhunsheng.domains.openness.registers.shared import HANDLED_BY
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Procedure, State, Step
from zhunsheng.engine.registers.register import Register

UNTIL = Field(key="until", label="应回复日期", kind="date")
REPLIED = Field(key="replied", label="回复日期", kind="date")
REPLY = DueDate(key="reply", label="回复", until="until", ends="replied")

MESSAGE = Register(
    key="message",
    label="互动留言",
    shape="case",
    basis="回应群众关切工作要求",
    says="群众在各平台的留言、咨询：交给谁、应何时回复、何时回复、是否满意。",
    title="topic",
    happened="received",
    face=("received", "responsible", "replied"),
    fields=(
        Field(
            key="topic",
            label="留言主题",
            examples=("路灯不亮", "公交等候时间长", "小区停车难", "办证需要哪些材料"),
            required=True,
            help="不写留言人的个人信息。",
        ),
        Field(
            key="account",
            label="收到留言的网站、账号",
            kind="reference",
            refers_to="openness.account",
        ),
        Field(key="content", label="留言内容", kind="long_text", personal=True),
        Field(key="author", label="留言人", kind="party", personal=True),
        Field(key="received", label="收到日期", kind="date", required=True),
        HANDLED_BY,
        UNTIL,
        REPLIED,
        Field(key="answer", label="回复内容", kind="long_text"),
        Field(
            key="satisfaction",
            label="满意度",
            kind="choice",
            choices=(
                Choice(key="satisfied", label="满意"),
                Choice(key="fair", label="基本满意"),
                Choice(key="dissatisfied", label="不满意"),
                Choice(key="unrated", label="未评价"),
            ),
        ),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="已收到"),
            State(key="assigned", label="已交办"),
            State(key="replied", label="已回复"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="assign",
                label="交办",
                comes_from=("received",),
                leads_to="assigned",
                requires=("responsible", "until"),
            ),
            Step(
                key="reply",
                label="回复",
                comes_from=("assigned",),
                leads_to="replied",
                requires=("replied", "answer"),
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("replied",),
                leads_to="closed",
                requires=("satisfaction",),
            ),
        ),
    ),
    due_dates=(REPLY,),
)

PUBLIC_REPORT = Register(
    key="public_report",
    label="群众监督和舆论监督",
    shape="case",
    basis="主动接受群众监督、舆论监督的要求",
    says="群众、媒体反映的问题：交谁核查、结果如何、有没有按时答复。",
    title="matter",
    happened="received",
    face=("received", "source", "replied"),
    fields=(
        Field(
            key="matter",
            label="反映的问题",
            examples=("窗口办事等候久", "收费公示不清", "投诉电话无人接听"),
            required=True,
            help="不写反映人的个人信息。",
        ),
        Field(
            key="source",
            label="来源",
            kind="choice",
            required=True,
            choices=(
                Choice(key="citizen", label="群众反映"),
                Choice(key="media", label="媒体报道"),
                Choice(key="hotline", label="热线"),
                Choice(key="other", label="其他"),
            ),
        ),
        Field(key="reporter", label="反映人", kind="party", personal=True),
        Field(key="content", label="具体内容", kind="long_text", personal=True),
        Field(key="received", label="收到日期", kind="date", required=True),
        HANDLED_BY,
        UNTIL,
        Field(key="found_true", label="问题属实", kind="boolean"),
        Field(key="handling", label="核查处理情况", kind="long_text"),
        Field(key="finding", label="所列问题清单编号", help="列入督察问题清单的，写清单里的编号。"),
        Field(key="handled", label="办结日期", kind="date"),
        REPLIED,
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="已收到"),
            State(key="assigned", label="核查中"),
            State(key="handled", label="已处理"),
            State(key="closed", label="已答复", final=True),
        ),
        steps=(
            Step(
                key="assign",
                label="交办",
                comes_from=("received",),
                leads_to="assigned",
                requires=("responsible", "until"),
            ),
            Step(
                key="handle",
                label="处理",
                comes_from=("assigned",),
                leads_to="handled",
                requires=("found_true", "handling", "handled"),
                asks=("finding",),
            ),
            Step(
                key="reply",
                label="答复",
                comes_from=("handled",),
                leads_to="closed",
                requires=("replied",),
            ),
        ),
    ),
    due_dates=(REPLY,),
)
