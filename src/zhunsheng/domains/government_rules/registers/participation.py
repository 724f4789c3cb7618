"""Contact points asked about drafts, and the guidance of autonomous counties."""

from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

CONTACT_POINT = Register(
    key="contact_point",
    label="基层立法联系点",
    shape="pool",
    basis="基层立法联系点工作要求",
    says="可以征求意见的联系点：在哪里、谁联系、设立和撤销日期。",
    title="name",
    happened="since",
    face=("region", "since", "until"),
    public=True,
    fields=(
        Field(
            key="name",
            label="联系点",
            required=True,
            public=True,
            examples=("某社区联系点", "某园区联系点"),
        ),
        Field(key="region", label="区划代码", kind="region", public=True),
        Field(key="contact", label="联系人", kind="person", required=True),
        Field(key="since", label="设立日期", kind="date", required=True, public=True),
        Field(key="until", label="撤销日期", kind="date", public=True),
    ),
)

CONSULTATION = Register(
    key="consultation",
    label="联系点征求意见",
    shape="case",
    basis="基层立法联系点工作要求",
    says="一件草案征求一个联系点一条：何时送出、收到几条、采纳几条、何时答复。",
    title="draft",
    happened="sent",
    face=("sent", "comments", "adopted"),
    fields=(
        Field(
            key="draft",
            label="草案名称",
            required=True,
            examples=("物业管理规定草案", "河道保护规定草案"),
        ),
        Field(
            key="point",
            label="联系点",
            kind="reference",
            refers_to="government_rules.contact_point",
            required=True,
        ),
        Field(
            key="project",
            label="立法项目",
            kind="reference",
            refers_to="government_rules.project",
        ),
        Field(key="sent", label="送出日期", kind="date", required=True),
        Field(key="answer_until", label="应回复意见日期", kind="date", required=True),
        Field(key="received", label="收到意见日期", kind="date"),
        Field(key="comments", label="收到意见", kind="integer", measure="条", expected=(0, 500)),
        Field(key="adopted", label="采纳意见", kind="integer", measure="条"),
        Field(key="reply_until", label="应答复日期", kind="date"),
        Field(key="replied", label="答复提出人日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="sent", label="已送出"),
            State(key="received", label="已收到意见"),
            State(key="replied", label="已答复", final=True),
        ),
        steps=(
            Step(
                key="receive",
                label="收到意见",
                comes_from=("sent",),
                leads_to="received",
                requires=("received", "comments", "reply_until"),
            ),
            Step(
                key="reply",
                label="答复采纳情况",
                comes_from=("received",),
                leads_to="replied",
                requires=("adopted", "replied"),
            ),
        ),
    ),
    due_dates=(
        DueDate(key="answer", label="联系点回复", until="answer_until", ends="received"),
        DueDate(key="reply", label="答复提出人", until="reply_until", ends="replied"),
    ),
    checks=(
        Check(
            field="adopted",
            says="采纳的意见不能多于收到的意见。",
            holds=lambda one: (one.get("adopted") or 0) <= (one.get("comments") or 0),
        ),
    ),
)

COUNTY_GUIDANCE = Register(
    key="county_guidance",
    label="自治县立法指导",
    shape="list",
    basis="对下立法业务指导要求",
    says="每个自治县、每年一条：应在何时以前指导，指导了没有，发现什么问题、结果如何。",
    title="name",
    happened="listed",
    face=("region", "until", "guided"),
    fields=(
        Field(
            key="name",
            label="自治县和年度",
            required=True,
            examples=("某自治县某年",),
        ),
        Field(key="region", label="区划代码", kind="region", required=True),
        Field(key="listed", label="列入日期", kind="date", required=True),
        Field(key="until", label="应指导日期", kind="date", required=True),
        Field(key="guided", label="指导日期", kind="date"),
        Field(key="problem", label="发现的问题", kind="long_text"),
        Field(key="result", label="结果", kind="long_text"),
    ),
    due_dates=(DueDate(key="guidance", label="立法指导", until="until", ends="guided"),),
)
