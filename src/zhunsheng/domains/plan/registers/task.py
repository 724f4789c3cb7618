"""A task of a plan: its place and words in the document, who leads it, by when, how often."""

from zhunsheng.domains.plan.registers.shared import BASIS, brought, in_order
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register

EVERY = (
    Choice(key="none", label="不定期"),
    Choice(key="month", label="每月"),
    Choice(key="quarter", label="每季度"),
    Choice(key="half_year", label="每半年"),
    Choice(key="year", label="每年"),
)
_LEFT_EMPTY = ("",)

TASK = Register(
    key="task",
    label="计划任务",
    shape="list",
    basis=BASIS,
    says="计划里的一项任务：在文件里的位置和原话、责任领导、期限、承接和结转。",
    title="name",
    happened="since",
    face=("place", "leader", "until"),
    named_across=True,
    entered_by=("coordinator",),
    fields=(
        Field(
            key="plan",
            label="计划",
            kind="reference",
            refers_to="plan.plan",
            required=True,
            brings=("year",),
        ),
        Field(
            key="place",
            label="序号",
            required=True,
            help="照文件的层次写，例如“五/14”。",
            examples=("一/1", "二/3"),
        ),
        Field(key="chapter", label="所属部分", examples=("健全依法行政制度体系",)),
        Field(
            key="name",
            label="任务",
            required=True,
            examples=("开展领导干部学法", "做好行政规范性文件备案审查"),
        ),
        Field(key="text", label="原文", kind="long_text"),
        Field(
            key="starts",
            label="原文起点",
            kind="integer",
            help="在文件正文里的字符位置。",
            examples=_LEFT_EMPTY,
        ),
        Field(key="ends", label="原文终点", kind="integer", examples=_LEFT_EMPTY),
        Field(key="leader", label="责任领导", help="职务和姓名。", examples=("分管副县长",)),
        Field(key="since", label="开始日期", kind="date", required=True),
        Field(
            key="until",
            label="完成期限",
            kind="date",
            help="文件写明的日期；没有写明的不填，按计划年度考核。",
            examples=_LEFT_EMPTY,
        ),
        Field(key="every", label="重复", kind="choice", choices=EVERY),
        Field(key="carries", label="结转自", kind="reference", refers_to="plan.task"),
        Field(key="covers", label="承接的上级任务", kind="reference", refers_to="plan.task"),
        Field(key="dropped", label="取消日期", kind="date", examples=_LEFT_EMPTY),
        Field(key="drop_reasons", label="取消的理由", kind="long_text", examples=_LEFT_EMPTY),
        Field(key="year", label="年度", kind="integer", computed=brought("plan.year")),
    ),
    checks=(
        Check(
            field="until",
            says="完成期限不能早于开始日期。",
            holds=lambda task: in_order(task, "since", "until"),
        ),
        Check(
            field="drop_reasons",
            says="取消任务须说明理由；没有取消的不填理由。",
            holds=lambda task: bool(task.get("dropped")) == bool(task.get("drop_reasons")),
        ),
        Check(
            field="ends",
            says="原文的起点和终点须同填，起点在前。",
            holds=lambda task: (
                (task.get("starts") is None) == (task.get("ends") is None)
                and (task.get("starts") or 0) <= (task.get("ends") or 0)
            ),
        ),
    ),
)
