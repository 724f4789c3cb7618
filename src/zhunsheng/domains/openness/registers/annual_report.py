"""The yearly report on disclosure: who owes it, by when, and that it holds what the law lists."""

from zhunsheng.domains.openness.registers.shared import ADDRESS, article
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock

PARTS = (
    Choice(key="proactive", label="主动公开政府信息的情况"),
    Choice(key="requests", label="收到和处理政府信息公开申请的情况"),
    Choice(key="remedies", label="被申请行政复议、提起行政诉讼的情况"),
    Choice(key="problems", label="存在的主要问题及改进情况"),
    Choice(key="other", label="其他需要报告的事项"),
)

ANNUAL_REPORT = Register(
    key="annual_report",
    label="政府信息公开工作年度报告",
    shape="case",
    basis="政府信息公开条例（国务院令第711号）第四十九条、第五十条",
    says="部门和本级政府上一年度的报告：何时提交、何时公布、内容是否齐全。",
    title="name",
    happened="year_ended",
    face=("year_ended", "level", "published"),
    public=True,
    fields=(
        Field(
            key="name",
            label="报告名称",
            required=True,
            public=True,
            examples=("政府信息公开工作年度报告",),
        ),
        Field(
            key="year_ended",
            label="报告年度终了日",
            kind="date",
            required=True,
            public=True,
            help="填报告年度的12月31日。",
        ),
        Field(
            key="level",
            label="报告机关",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="department", label="县级以上人民政府部门"),
                Choice(key="government", label="政府信息公开工作主管部门（本级政府）"),
            ),
            source=article("第四十九条"),
        ),
        Field(
            key="parts",
            label="报告内容",
            kind="choice",
            several=True,
            choices=PARTS,
            source=article("第五十条"),
            examples=("、".join(part.key for part in PARTS),),
        ),
        Field(key="submitted", label="提交日期", kind="date", source=article("第四十九条")),
        Field(
            key="published",
            label="公布日期",
            kind="date",
            public=True,
            source=article("第四十九条"),
        ),
        ADDRESS,
        Field(key="report", label="报告文本", kind="attachments"),
    ),
    procedure=Procedure(
        states=(
            State(key="drafting", label="编制中"),
            State(key="drafted", label="已编制"),
            State(key="published", label="已公布", final=True),
        ),
        steps=(
            Step(
                key="complete",
                label="完成编制",
                comes_from=("drafting",),
                leads_to="drafted",
                requires=("parts",),
                asks=("report",),
                source=article("第五十条"),
                gates=(
                    Gate(
                        key="all_parts",
                        needs="年度报告应当包括五项内容，还没有写全。",
                        open_when=lambda report: len(report.get("parts") or ()) == len(PARTS),
                        source=article("第五十条"),
                    ),
                ),
            ),
            Step(
                key="publish",
                label="公布",
                comes_from=("drafted",),
                leads_to="published",
                by=("approver",),
                requires=("published",),
                asks=("submitted", "address"),
                source=article("第四十九条"),
                gates=(
                    Gate(
                        key="submitted_first",
                        needs="部门的年度报告应当提交政府信息公开工作主管部门，还没有写明提交日期。",
                        open_when=lambda report: (
                            report.get("level") != "department" or bool(report.get("submitted"))
                        ),
                        source=article("第四十九条"),
                    ),
                ),
                approves=True,
            ),
        ),
    ),
    clocks=(
        RegisterClock(
            clock="department_report",
            ends="published",
            when=lambda report: bool(report.get("level") == "department"),
        ),
        RegisterClock(
            clock="government_report",
            when=lambda report: bool(report.get("level") == "government"),
        ),
    ),
)
