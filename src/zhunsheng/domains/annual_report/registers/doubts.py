"""What the audit of a draft found: open, explained, or mended."""

from zhunsheng.domains.annual_report.registers.shared import BASIS, COORDINATOR, OF_REPORT
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Procedure, State, Step
from zhunsheng.engine.registers.register import Register

SEVERITIES = (
    Choice(key="error", label="错误"),
    Choice(key="warning", label="存疑"),
    Choice(key="note", label="提示"),
)

DOUBT = Register(
    key="doubt",
    label="报告审核发现",
    shape="case",
    basis=BASIS,
    says="审核年度报告草稿时查出的问题：算术、前后矛盾、与台账和计划不符、缺章；改正或者说明。",
    title="says",
    happened="found",
    face=("severity", "finding_kind"),
    entered_by=COORDINATOR,
    fields=(
        OF_REPORT,
        Field(
            key="key",
            label="标识",
            required=True,
            help="由系统填写：同一处问题再次审核时认得出来。",
            examples=("8f2d1c",),
        ),
        Field(key="found", label="查出日期", kind="date", required=True),
        Field(key="severity", label="程度", kind="choice", required=True, choices=SEVERITIES),
        Field(key="finding_kind", label="种类", examples=("sum",)),
        Field(
            key="says",
            label="问题",
            kind="long_text",
            required=True,
            examples=("分项之和与总数不符",),
        ),
        Field(key="arithmetic", label="算式", kind="long_text", examples=("3 + 4 = 7 ≠ 8",)),
        Field(
            key="suggestion",
            label="建议",
            kind="long_text",
            examples=("请核对总数和各分项。",),
        ),
        Field(key="quote", label="原文", kind="long_text", examples=("共8件",)),
        Field(
            key="explanation",
            label="说明",
            kind="long_text",
            help="不改正的，写明为什么报告这样写是对的。",
            examples=("分项有交叉，已在文中注明。",),
        ),
    ),
    procedure=Procedure(
        states=(
            State(key="open", label="待处理"),
            State(key="explained", label="已说明"),
            State(key="mended", label="已改正", final=True),
        ),
        steps=(
            Step(
                key="explain",
                label="说明",
                comes_from=("open", "explained"),
                leads_to="explained",
                by=("coordinator", "legal_reviewer"),
                requires=("explanation",),
            ),
            Step(
                key="mend",
                label="登记改正",
                comes_from=("open", "explained"),
                leads_to="mended",
                by=("coordinator", "legal_reviewer"),
            ),
        ),
    ),
)
