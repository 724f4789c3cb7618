"""Campaigns: hidden barriers found and removed, trading projects checked and put right."""

from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Procedure, State, Step
from zhunsheng.engine.registers.register import Register

UNTIL = Field(key="until", label="整改期限", kind="date", required=True)
RECTIFIED = Field(key="rectified", label="整改完成日期", kind="date")
RECTIFICATION = Field(key="rectification", label="整改情况", kind="long_text")
DUE = DueDate(key="rectification", label="整改", until="until", ends="rectified")
RESPONSIBLE = Field(key="responsible", label="责任单位", kind="unit", required=True)

BARRIER = Register(
    key="barrier",
    label="隐性壁垒问题",
    shape="case",
    basis="清理隐性壁垒专项行动要求",
    says="排查出的每个问题一条：不是整改中就是已整改，总数总能对上。",
    title="problem",
    happened="found",
    face=("found", "responsible", "until"),
    fields=(
        Field(
            key="problem",
            label="问题",
            required=True,
            examples=("要求重复提交证明", "备案变相成为许可", "指定检测机构"),
        ),
        Field(
            key="area",
            label="领域",
            kind="choice",
            required=True,
            choices=(
                Choice(key="access", label="市场准入"),
                Choice(key="bidding", label="招标投标"),
                Choice(key="procurement", label="政府采购"),
                Choice(key="consumption", label="消费"),
                Choice(key="other", label="其他"),
            ),
        ),
        RESPONSIBLE,
        Field(key="found", label="排查日期", kind="date", required=True),
        UNTIL,
        RECTIFIED,
        RECTIFICATION,
    ),
    procedure=Procedure(
        states=(
            State(key="in_progress", label="整改中"),
            State(key="done", label="已整改", final=True),
        ),
        steps=(
            Step(
                key="rectify",
                label="整改完成",
                comes_from=("in_progress",),
                leads_to="done",
                requires=("rectified", "rectification"),
            ),
        ),
    ),
    due_dates=(DUE,),
)

TRADING_CHECK = Register(
    key="trading_check",
    label="公共资源交易专项整治",
    shape="case",
    basis="工程招投标、公共资源交易领域专项整治要求",
    says="单位自查的交易项目一个一条：自查结果、发现的问题、整改到位日期。",
    title="project",
    happened="listed",
    face=("responsible", "listed", "finding"),
    fields=(
        Field(
            key="project",
            label="交易项目",
            required=True,
            examples=("某道路改造施工", "某设备采购", "某物业服务采购"),
        ),
        RESPONSIBLE,
        Field(key="listed", label="列入日期", kind="date", required=True),
        Field(key="check_until", label="自查期限", kind="date", required=True),
        Field(key="checked", label="自查日期", kind="date"),
        Field(key="finding", label="发现的问题", kind="long_text"),
        Field(key="until", label="整改期限", kind="date"),
        RECTIFIED,
        RECTIFICATION,
    ),
    procedure=Procedure(
        states=(
            State(key="listed", label="待自查"),
            State(key="rectifying", label="整改中"),
            State(key="clean", label="自查无问题", final=True),
            State(key="done", label="已整改", final=True),
        ),
        steps=(
            Step(
                key="find_nothing",
                label="自查无问题",
                comes_from=("listed",),
                leads_to="clean",
                requires=("checked",),
            ),
            Step(
                key="find",
                label="自查发现问题",
                comes_from=("listed",),
                leads_to="rectifying",
                requires=("checked", "finding", "until"),
            ),
            Step(
                key="rectify",
                label="整改完成",
                comes_from=("rectifying",),
                leads_to="done",
                requires=("rectified", "rectification"),
            ),
        ),
    ),
    due_dates=(
        DueDate(key="self_check", label="自查", until="check_until", ends="checked"),
        DUE,
    ),
)
