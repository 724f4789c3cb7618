"""What makes enforcement uniform: standards in use, a programme's tasks, pilots, cases not run online."""

from zhunsheng.domains.enforcement.registers.shared import (
    filled,
    in_order,
    is_of,
    no_more,
    where,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

KINDS = (
    Choice(key="standard", label="文书和标准执行检查"),
    Choice(key="programme", label="三年行动计划任务"),
    Choice(key="pilot", label="镇（街道）规范化试点"),
    Choice(key="offline", label="没有网上运行的案件"),
)


def criteria_open(one: Values) -> int:
    """Get how many criteria are not met."""
    return sum(not row.get("met") for row in one.get("criteria") or ())


def _all_met(one: Values) -> bool:
    return bool(one.get("criteria")) and not criteria_open(one)


STANDARD = Register(
    key="standard",
    label="行政执法规范化建设",
    shape="case",
    basis="行政执法标准化、规范化建设和案件网上运行的要求",
    says="现行文书标准的执行检查、三年行动计划的任务、镇（街道）规范化试点、没有网上运行的案件。",
    title="name",
    happened="begun",
    face=("kind", "unit_in_charge", "until"),
    fields=(
        Field(
            key="name",
            label="名称",
            required=True,
            examples=("现行文书使用检查", "规范化试点验收", "案卷上网补录"),
        ),
        Field(key="kind", label="种类", kind="choice", required=True, choices=KINDS),
        Field(key="begun", label="开始日期", kind="date", required=True),
        Field(key="unit_in_charge", label="责任单位", kind="unit", required=True),
        Field(
            key="edition",
            label="文书、标准的名称和版本",
            examples=("行政执法文书格式（2025年版）",),
            help="检查执行情况的须写；换了新版的，按新版另立一条。",
        ),
        Field(
            key="records_checked",
            label="检查的案卷、记录",
            kind="integer",
            measure="份",
            expected=(1, 500),
        ),
        Field(
            key="records_conforming",
            label="其中按现行标准制作",
            kind="integer",
            measure="份",
            expected=(0, 500),
        ),
        Field(
            key="criteria",
            label="试点标准",
            kind="rows",
            columns=(
                Field(key="criterion", label="标准", required=True),
                Field(key="met", label="已达到", kind="boolean"),
            ),
        ),
        Field(
            key="criteria_open",
            label="没有达到的标准",
            kind="integer",
            measure="条",
            computed=criteria_open,
        ),
        Field(
            key="penalty_case", label="涉及的处罚案件", kind="reference", refers_to="penalty.case"
        ),
        Field(
            key="reason",
            label="没有网上运行的原因",
            kind="long_text",
            help="没有网上运行的案件须写，到期前补到网上。",
        ),
        Field(key="until", label="应完成日期", kind="date", required=True),
        Field(key="finished", label="完成日期", kind="date"),
        Field(key="result", label="完成情况", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="open", label="进行中"),
            State(key="done", label="已完成", final=True),
        ),
        steps=(
            Step(
                key="finish",
                label="完成",
                comes_from=("open",),
                leads_to="done",
                requires=("finished", "result"),
            ),
        ),
    ),
    due_dates=(DueDate(key="completion", label="规范化事项", until="until", ends="finished"),),
    checks=(
        Check(
            field="edition",
            says="检查文书和标准执行情况的，请写明名称和版本。",
            holds=where(is_of("standard"), filled("edition")),
        ),
        Check(
            field="records_conforming",
            says="按现行标准制作的多于检查的。",
            holds=no_more("records_conforming", "records_checked"),
        ),
        Check(
            field="reason",
            says="没有网上运行的案件，请写明原因。",
            holds=where(is_of("offline"), filled("reason")),
        ),
        Check(
            field="criteria",
            says="试点完成以前，请逐条写明试点标准并全部达到。",
            holds=where(lambda one: is_of("pilot")(one) and bool(one.get("finished")), _all_met),
        ),
        Check(
            field="finished",
            says="完成日期早于开始日期。",
            holds=in_order("begun", "finished"),
        ),
    ),
)
