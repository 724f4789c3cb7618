"""A plan: the document, when it was adopted and issued, to whom; draft, in force, replaced or closed."""

from zhunsheng.domains.plan.registers.shared import BASIS, in_order
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

KINDS = (
    Choice(key="annual", label="年度计划"),
    Choice(key="programme", label="多年方案"),
    Choice(key="above", label="上级计划"),
)
DISCLOSURE = (
    Choice(key="open", label="宜公开"),
    Choice(key="on_request", label="依申请公开"),
    Choice(key="closed", label="不予公开"),
)
_COORDINATOR = ("coordinator",)
_LEFT_EMPTY = ("",)

_DOCUMENT = (
    Field(
        key="name",
        label="标题",
        required=True,
        public=True,
        examples=("年度法治政府建设重点工作安排",),
    ),
    Field(
        key="also_called",
        label="别称",
        help="同一份文件在其他材料里的叫法，用顿号隔开。",
        examples=_LEFT_EMPTY,
    ),
    Field(
        key="year",
        label="年度",
        kind="integer",
        required=True,
        public=True,
        expected=(2000, 2100),
        examples=("2026",),
    ),
    Field(key="kind", label="种类", kind="choice", required=True, choices=KINDS, public=True),
    Field(
        key="period_until",
        label="方案截止日期",
        kind="date",
        help="多年方案填写最后一日；年度计划到当年年底为止。",
        examples=_LEFT_EMPTY,
    ),
    Field(key="issuer", label="发文机关", required=True, public=True, examples=("某县人民政府",)),
    Field(key="document_number", label="发文字号", public=True, once=True),
    Field(key="adopted", label="审议通过日期", kind="date", public=True),
    Field(key="adopted_at", label="审议的会议", examples=("政府常务会议",)),
    Field(key="issued", label="印发日期", kind="date", required=True, public=True),
    Field(key="addressees", label="主送", kind="long_text", examples=("各镇街、各部门",)),
    Field(key="copies", label="抄送", kind="long_text", examples=_LEFT_EMPTY),
    Field(key="disclosure", label="公开选项", kind="choice", choices=DISCLOSURE),
    Field(
        key="default_units",
        label="默认责任单位",
        kind="long_text",
        help="文件里“以下均由……落实，不再列出”一类的原话。",
        examples=_LEFT_EMPTY,
    ),
    Field(key="document", label="文件", kind="attachments"),
    Field(
        key="text_digest",
        label="正文摘要值",
        help="从文件生成计划时由系统填写，用来核对原文。",
        examples=_LEFT_EMPTY,
    ),
    Field(key="replaces", label="替代的计划", kind="reference", refers_to="plan.plan"),
    Field(
        key="implements",
        label="承接的计划",
        kind="reference",
        refers_to="plan.plan",
        help="上级计划，或者多年方案。",
    ),
)

PLAN = Register(
    key="plan",
    label="工作计划",
    shape="case",
    basis=BASIS,
    says="年度重点工作安排、多年方案和上级计划：文件本身、审议、印发、执行到哪一步。",
    title="name",
    happened="issued",
    face=("year", "kind", "issued"),
    named_across=True,
    entered_by=_COORDINATOR,
    fields=(
        *_DOCUMENT,
        Field(key="confirmed", label="确认执行日期", kind="date"),
        Field(key="replaced", label="被替代日期", kind="date"),
        Field(key="closed", label="结束日期", kind="date"),
        Field(key="summary", label="完成情况小结", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="draft", label="草稿"),
            State(key="in_force", label="执行中"),
            State(key="amended", label="已被替代", final=True),
            State(key="closed", label="已结束", final=True),
        ),
        steps=(
            Step(
                key="confirm",
                label="确认执行",
                comes_from=("draft",),
                leads_to="in_force",
                by=_COORDINATOR,
                requires=("confirmed",),
            ),
            Step(
                key="amend",
                label="登记替代",
                comes_from=("in_force",),
                leads_to="amended",
                by=_COORDINATOR,
                requires=("replaced",),
            ),
            Step(
                key="close",
                label="结束",
                comes_from=("in_force",),
                leads_to="closed",
                by=_COORDINATOR,
                requires=("closed",),
                asks=("summary",),
            ),
        ),
    ),
    checks=(
        Check(
            field="adopted",
            says="审议通过的日期不能晚于印发日期。",
            holds=lambda plan: in_order(plan, "adopted", "issued"),
        ),
        Check(
            field="period_until",
            says="多年方案须写明截止日期，且不早于印发日期。",
            holds=lambda plan: (
                in_order(plan, "issued", "period_until")
                and (plan.get("kind") != "programme" or bool(plan.get("period_until")))
            ),
        ),
    ),
)
