"""What a report admits to be short of, why, and which task of the next year answers it."""

from zhunsheng.domains.annual_report.registers.shared import BASIS, COORDINATOR, OF_REPORT
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register

SHORTCOMING = Register(
    key="shortcoming",
    label="不足清单",
    shape="list",
    basis=BASIS,
    says="报告写到的每条不足：原因、依据、涉及单位，以及下年用哪项任务或者安排来解决。",
    title="text",
    happened="found",
    face=("cause", "task"),
    entered_by=COORDINATOR,
    fields=(
        OF_REPORT,
        Field(
            key="text",
            label="不足",
            required=True,
            examples=("个别单位办理行政复议答复不及时",),
        ),
        Field(key="cause", label="原因", kind="long_text", examples=("法制力量不足",)),
        Field(key="found", label="登记日期", kind="date", required=True),
        Field(key="concerned", label="涉及单位", kind="unit"),
        Field(
            key="evidence",
            label="依据",
            kind="long_text",
            help="台账里看得出这条不足的数字或者记录。",
            examples=("逾期未办结的案件",),
        ),
        Field(
            key="task",
            label="下年的任务",
            kind="reference",
            refers_to="plan.task",
            help="下年计划里解决这条不足的任务。",
        ),
        Field(
            key="arrangement",
            label="下年的安排",
            kind="long_text",
            help="下年计划还没有定的，先写怎样解决。",
            examples=("开展专项检查，逐案整改",),
        ),
    ),
)
