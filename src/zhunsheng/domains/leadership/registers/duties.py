"""What the first responsible persons did, which major problems were decided, what the committee was told."""

from typing import Any

from zhunsheng.domains.leadership.instruments import (
    FIRST_RESPONSIBLE_PERSON,
    LOCAL_GOVERNMENTS_LAW,
)
from zhunsheng.domains.leadership.shared import filled, in_order, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

POSTS = (
    Choice(key="government", label="政府主要负责人"),
    Choice(key="party", label="党委主要负责人"),
    Choice(key="department", label="部门主要负责人"),
)
DUTIES = (
    Choice(key="plan", label="审定年度计划、部署工作"),
    Choice(key="study", label="带头学法、主持学法"),
    Choice(key="problem", label="研究解决重大问题"),
    Choice(key="hearing", label="听取工作汇报"),
    Choice(key="report", label="向党委、人大报告"),
    Choice(key="law_report", label="述法"),
    Choice(key="appearance", label="出庭应诉、推动化解争议"),
    Choice(key="other", label="其他"),
)
_YEAR_OF_DAYS = 365

DUTY_ACT = Register(
    key="duty_act",
    label="第一责任人履职",
    shape="event",
    basis="党政主要负责人履行推进法治建设第一责任人职责规定",
    says="党政主要负责人履行推进法治建设第一责任人职责的每件事：什么职务、哪一类、什么时候、怎样做的。",
    title="matter",
    happened="done_on",
    face=("post", "duty", "done_on"),
    fields=(
        Field(
            key="matter",
            label="履职事项",
            required=True,
            help="不写姓名，写职务和做了什么。",
            examples=("主持研究年度重点工作安排", "主持常务会议集体学法", "听取行政复议工作汇报"),
        ),
        Field(
            key="post",
            label="职务",
            kind="choice",
            required=True,
            choices=POSTS,
            source=FIRST_RESPONSIBLE_PERSON.article(""),
        ),
        Field(key="person", label="姓名", kind="person", personal=True),
        Field(key="duty", label="职责类别", kind="choice", required=True, choices=DUTIES),
        Field(key="done_on", label="日期", kind="date", required=True),
        Field(
            key="problem",
            label="所解决的重大问题",
            kind="reference",
            refers_to="leadership.problem",
        ),
        Field(key="content", label="内容", kind="long_text"),
        Field(key="evidence", label="佐证材料", kind="attachments"),
    ),
    checks=(
        Check(
            field="problem",
            says="研究解决重大问题的，选择该问题。",
            holds=where(lambda one: one.get("duty") == "problem", filled("problem")),
        ),
    ),
)

PROBLEM = Register(
    key="problem",
    label="法治政府建设重大问题",
    shape="case",
    basis="中华人民共和国地方各级人民代表大会和地方各级人民政府组织法",
    says="影响法治政府建设的重大问题：提出、会议研究决定、落实到解决。",
    title="matter",
    happened="raised",
    face=("raised", "decided", "solved"),
    fields=(
        Field(
            key="matter",
            label="问题",
            required=True,
            examples=("行政复议人员力量不足", "乡镇执法力量下沉不到位"),
        ),
        Field(key="raised", label="提出日期", kind="date", required=True),
        Field(key="raised_by", label="提出单位", kind="unit"),
        Field(key="described", label="具体情况", kind="long_text", required=True),
        Field(
            key="meeting",
            label="研究会议",
            kind="choice",
            choices=(
                Choice(key="executive", label="政府常务会议"),
                Choice(key="plenary", label="政府全体会议"),
                Choice(key="party", label="党委会议"),
                Choice(key="other", label="专题会议"),
            ),
            source=LOCAL_GOVERNMENTS_LAW.article("第七十八条"),
        ),
        Field(key="of_government", label="属于政府工作的重大问题", kind="boolean"),
        Field(key="decided", label="研究决定日期", kind="date"),
        Field(key="decision", label="决定事项", kind="long_text"),
        Field(key="until", label="应解决日期", kind="date"),
        Field(key="solved", label="解决日期", kind="date"),
        Field(key="result", label="解决情况", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="raised", label="已提出"),
            State(key="decided", label="已决定，落实中"),
            State(key="solved", label="已解决", final=True),
        ),
        steps=(
            Step(
                key="decide",
                label="研究决定",
                comes_from=("raised",),
                leads_to="decided",
                by=("coordinator", "reporter"),
                requires=("meeting", "decided", "decision", "until"),
                asks=("of_government",),
                document="会议纪要",
                gates=(
                    Gate(
                        key="met",
                        needs="政府工作中的重大问题，须经政府常务会议或者全体会议讨论决定。",
                        open_when=lambda one: (
                            not one.get("of_government")
                            or one.get("meeting") in {"executive", "plenary"}
                        ),
                        source=LOCAL_GOVERNMENTS_LAW.article("第七十八条"),
                    ),
                ),
            ),
            Step(
                key="solve",
                label="登记解决",
                comes_from=("decided",),
                leads_to="solved",
                by=("reporter", "coordinator"),
                requires=("solved", "result"),
            ),
        ),
    ),
    named_across=True,
    due_dates=(DueDate(key="solution", label="重大问题解决", until="until", ends="solved"),),
    checks=(
        Check(
            field="until",
            says="提出、决定、应解决的日期前后颠倒。",
            holds=in_order("raised", "decided", "until"),
        ),
        Check(
            field="solved",
            says="解决不能早于决定。",
            holds=in_order("decided", "solved"),
        ),
    ),
)


def _last_reported(one: Values) -> Any:
    """Get the day of the last report to the committee."""
    return max((row["reported"] for row in one.get("reports") or ()), default=None)


PARTY_REPORT = Register(
    key="party_report",
    label="向党委报告法治政府建设",
    shape="list",
    basis="加强党对法治政府建设的集中统一领导",
    says="本级政府、本部门向同级党委报告法治政府建设：每次报告记一行，满一年没有报告的提醒。",
    title="receiver",
    happened="begun",
    face=("last_reported", "times"),
    fields=(
        Field(key="receiver", label="接受报告的党委", required=True, examples=("中共某县委员会",)),
        Field(
            key="begun",
            label="起算日期",
            kind="date",
            required=True,
            help="没有报告过的，从这天起算一年。",
        ),
        Field(
            key="reports",
            label="历次报告",
            kind="rows",
            columns=(
                Field(key="reported", label="报告日期", kind="date", required=True),
                Field(key="subject", label="报告事项", required=True),
                Field(key="reply", label="党委意见"),
            ),
        ),
        Field(key="last_reported", label="最近报告日期", kind="date", computed=_last_reported),
        Field(
            key="times",
            label="报告次数",
            kind="integer",
            measure="次",
            computed=lambda one: len(one.get("reports") or ()),
        ),
        Field(
            key="within",
            label="提醒间隔",
            kind="integer",
            measure="日",
            computed=lambda _: _YEAR_OF_DAYS,
        ),
    ),
    due_dates=(
        DueDate(
            key="next_report",
            label="向党委报告",
            after=("last_reported", "begun"),
            every="within",
        ),
    ),
)
