"""Major matters, appointments, projects and funds: decided by all, with a record of how."""

from zhunsheng.domains.decisions.registers.shared import in_order
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register


def _has_its_decision(matter: Values) -> bool:
    return matter.get("kind") != "major_decision" or bool(matter.get("decision"))


MAJOR_MATTER = Register(
    key="major_matter",
    label="“三重一大”事项",
    shape="case",
    basis="“三重一大”事项决策制度要求",
    says="重大事项决策、重要人事任免、重大项目安排、大额资金使用：分类登记，都须集体决定。",
    title="matter",
    happened="proposed",
    face=("kind", "amount", "met", "result"),
    fields=(
        Field(
            key="matter",
            label="事项",
            required=True,
            examples=("年度信息化项目安排", "大额维修资金使用", "内设机构负责人任免"),
        ),
        Field(
            key="kind",
            label="类别",
            kind="choice",
            required=True,
            choices=(
                Choice(key="major_decision", label="重大事项决策"),
                Choice(key="appointment", label="重要人事任免"),
                Choice(key="project", label="重大项目安排"),
                Choice(key="funds", label="大额资金使用"),
            ),
        ),
        Field(key="amount", label="金额", kind="money"),
        Field(
            key="rule_set",
            label="所依的决策程序规定",
            kind="reference",
            refers_to="decisions.rule_set",
        ),
        Field(
            key="decision",
            label="所属重大行政决策",
            kind="reference",
            refers_to="decisions.decision",
            help="重大事项决策另按重大行政决策程序办理，填其编号。",
        ),
        Field(key="proposed", label="提出日期", kind="date", required=True),
        Field(key="responsible", label="提出单位", kind="unit", required=True),
        Field(key="consulted", label="会前沟通、论证情况", kind="long_text"),
        Field(key="meeting", label="集体决策会议"),
        Field(key="met", label="集体决策日期", kind="date"),
        Field(
            key="members",
            label="参加人员的意见",
            kind="rows",
            columns=(
                Field(key="post", label="职务", required=True),
                Field(key="agrees", label="同意", kind="boolean", required=True),
                Field(key="opinion", label="意见"),
            ),
        ),
        Field(key="minutes", label="会议记录、纪要编号", kind="instrument"),
        Field(
            key="result",
            label="决定",
            kind="choice",
            choices=(
                Choice(key="agreed", label="同意"),
                Choice(key="refused", label="不同意"),
            ),
        ),
        Field(key="carried_out", label="落实完成日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="proposed", label="已提出"),
            State(key="agreed", label="已集体决定"),
            State(key="closed", label="已落实", final=True),
            State(key="refused", label="未同意", final=True),
        ),
        steps=(
            Step(
                key="decide",
                label="集体决策",
                comes_from=("proposed",),
                leads_to="agreed",
                by=("approver", "leader"),
                requires=("meeting", "met", "members", "minutes", "result"),
                asks=("consulted",),
            ),
            Step(
                key="refuse",
                label="未获同意",
                comes_from=("proposed",),
                leads_to="refused",
                by=("approver", "leader"),
                requires=("meeting", "met", "members", "minutes", "result"),
            ),
            Step(
                key="carry_out",
                label="落实",
                comes_from=("agreed",),
                leads_to="closed",
                requires=("carried_out",),
            ),
        ),
    ),
    checks=(
        Check(
            field="amount",
            says="重大项目安排、大额资金使用须写明金额。",
            holds=lambda matter: (
                matter.get("kind") not in {"project", "funds"} or matter.get("amount") is not None
            ),
        ),
        Check(
            field="decision",
            says="重大事项决策须按重大行政决策程序办理，填写其编号。",
            holds=_has_its_decision,
        ),
        Check(
            field="carried_out",
            says="提出、集体决策、落实的日期前后颠倒。",
            holds=in_order("proposed", "met", "carried_out"),
        ),
    ),
)
