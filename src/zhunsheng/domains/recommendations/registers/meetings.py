"""Government with court and procuratorate: meetings, what they decide, cases held up as examples."""

from zhunsheng.domains.recommendations.registers.shared import in_order
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

FIELDS_OF_WORK = (
    Choice(key="traffic", label="交通执法"),
    Choice(key="health", label="卫生执法"),
    Choice(key="other_enforcement", label="其他领域执法"),
    Choice(key="disputes", label="行政争议预防化解"),
    Choice(key="lawsuits", label="行政诉讼案件办理"),
    Choice(key="business", label="法治化营商环境"),
    Choice(key="other", label="其他"),
)
MECHANISMS = (
    Choice(key="court", label="府院联动"),
    Choice(key="procuratorate", label="府检联动（府检互动）"),
    Choice(key="both", label="府院检三方"),
)
EXAMPLE_KINDS = (
    Choice(key="typical", label="典型案例"),
    Choice(key="reference", label="参考性案例"),
    Choice(key="article", label="调研文章"),
)
EXAMPLE_LEVELS = (
    Choice(key="prefecture", label="市级"),
    Choice(key="province", label="省级"),
    Choice(key="nation", label="国家级"),
)

MEETING = Register(
    key="meeting",
    label="府院、府检联席会议",
    shape="event",
    basis="府院联动、府检联动机制",
    says="政府与法院、检察院的联席会议：时间、参加单位、领域、议题和议定事项。",
    title="name",
    happened="held",
    face=("held", "mechanism", "field_of_work"),
    fields=(
        Field(
            key="name",
            label="会议名称",
            required=True,
            examples=("年度府院联席会议", "交通领域府院联席会议", "府检联席会议"),
        ),
        Field(
            key="mechanism",
            label="机制",
            kind="choice",
            required=True,
            choices=MECHANISMS,
        ),
        Field(
            key="field_of_work",
            label="领域",
            kind="choice",
            required=True,
            choices=FIELDS_OF_WORK,
        ),
        Field(key="held", label="召开日期", kind="date", required=True),
        Field(key="members", label="参加单位", kind="long_text", required=True),
        Field(key="agenda", label="议题", kind="long_text", required=True),
        Field(key="minutes", label="会议纪要", kind="attachments"),
    ),
)

MEETING_ITEM = Register(
    key="meeting_item",
    label="联席会议议定事项",
    shape="case",
    basis="府院联动、府检联动机制",
    says="联席会议议定的事项：由谁办、什么时候办完、办到哪一步。",
    title="item",
    happened="decided",
    face=("meeting", "responsible", "until"),
    fields=(
        Field(
            key="item",
            label="议定事项",
            required=True,
            examples=("统一处罚告知文书", "建立案件信息互通台账", "共同开展庭审观摩"),
        ),
        Field(
            key="meeting",
            label="会议",
            kind="reference",
            refers_to="recommendations.meeting",
            required=True,
        ),
        Field(key="decided", label="议定日期", kind="date", required=True),
        Field(key="responsible", label="牵头单位", kind="unit", outside=True, required=True),
        Field(key="until", label="完成期限", kind="date", required=True),
        Field(key="finished", label="完成日期", kind="date"),
        Field(key="result", label="完成情况", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="open", label="办理中"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="close",
                label="办结",
                comes_from=("open",),
                leads_to="closed",
                requires=("finished", "result"),
            ),
        ),
    ),
    due_dates=(DueDate(key="item", label="议定事项", until="until", ends="finished"),),
    checks=(
        Check(
            field="finished",
            says="完成日期不能早于议定日期。",
            holds=lambda one: in_order(one, "decided", "finished"),
        ),
    ),
)

EXAMPLE = Register(
    key="court_example",
    label="典型案例、参考性案例",
    shape="list",
    basis="法院、检察院典型案例和参考性案例的报送",
    says="报送和入选的典型案例、参考性案例和调研文章：种类、报送到哪一级、入选没有。",
    title="name",
    happened="submitted",
    face=("kind", "level", "selected"),
    fields=(
        Field(
            key="name",
            label="案例名称",
            required=True,
            help="不写当事人的姓名。",
            examples=("撤销程序违法处罚案", "公益诉讼督促治理河道案"),
        ),
        Field(
            key="kind",
            label="种类",
            kind="choice",
            required=True,
            choices=EXAMPLE_KINDS,
        ),
        Field(key="submitted", label="报送日期", kind="date", required=True),
        Field(
            key="level",
            label="报送到",
            kind="choice",
            required=True,
            choices=EXAMPLE_LEVELS,
        ),
        Field(key="selected", label="入选日期", kind="date", examples=("",)),
        Field(
            key="lawsuit",
            label="所涉诉讼",
            kind="reference",
            refers_to="litigation.lawsuit",
        ),
    ),
    checks=(
        Check(
            field="selected",
            says="入选日期不能早于报送日期。",
            holds=lambda one: in_order(one, "submitted", "selected"),
        ),
    ),
)
