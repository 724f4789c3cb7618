"""
Response to public sentiment: whether it came in time, and what came of it.

It holds events, never people: no field of this register can say who wrote what.
"""

from zhunsheng.domains.openness.registers.shared import ADDRESS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register


def _in_order(event: Values) -> bool:
    moments = [event.get(key) for key in ("found", "judged", "assigned", "responded", "reviewed")]
    known = [moment for moment in moments if moment]
    return known == sorted(known)


FIELDS = (
    Field(
        key="event",
        label="舆情事件",
        examples=("停水时间过长的反映", "道路施工扰民的反映", "校园周边交通的反映"),
        required=True,
        help="只写事件，不写网民的姓名或者账号。",
    ),
    Field(key="found", label="发现时间", kind="datetime", required=True),
    Field(
        key="source",
        label="来源",
        kind="choice",
        choices=(
            Choice(key="platform", label="网络平台"),
            Choice(key="hotline", label="热线、信箱"),
            Choice(key="media", label="新闻媒体"),
            Choice(key="superior", label="上级交办"),
        ),
    ),
    Field(
        key="level",
        label="级别",
        kind="choice",
        choices=(
            Choice(key="general", label="一般"),
            Choice(key="larger", label="较大"),
            Choice(key="major", label="重大"),
            Choice(key="extraordinary", label="特别重大"),
        ),
    ),
    Field(key="judged", label="研判时间", kind="datetime"),
    Field(key="responsible", label="回应单位", kind="unit"),
    Field(key="assigned", label="交办时间", kind="datetime"),
    Field(
        key="until",
        label="应回应时间",
        kind="datetime",
        help="按本级政府舆情回应规定的时限填写。",
    ),
    Field(key="responded", label="首次回应时间", kind="datetime"),
    Field(key="response", label="回应内容", kind="long_text"),
    ADDRESS,
    Field(
        key="result",
        label="处置结果",
        kind="choice",
        choices=(
            Choice(key="settled", label="已平息"),
            Choice(key="followed", label="继续跟进"),
            Choice(key="unfounded", label="经核查不实，已澄清"),
        ),
    ),
    Field(key="reviewed", label="复盘时间", kind="datetime"),
    Field(key="lessons", label="复盘结论", kind="long_text"),
)

STATES = (
    State(key="found", label="已发现"),
    State(key="judged", label="已研判"),
    State(key="assigned", label="已交办"),
    State(key="responded", label="已回应"),
    State(key="reviewed", label="已复盘", final=True),
)

STEPS = (
    Step(
        key="judge",
        label="研判",
        comes_from=("found",),
        leads_to="judged",
        requires=("level", "judged"),
    ),
    Step(
        key="assign",
        label="交办",
        comes_from=("judged",),
        leads_to="assigned",
        by=("coordinator", "approver"),
        requires=("responsible", "assigned", "until"),
    ),
    Step(
        key="respond",
        label="回应",
        comes_from=("assigned",),
        leads_to="responded",
        requires=("responded", "response"),
        asks=("address",),
    ),
    Step(
        key="review",
        label="复盘",
        comes_from=("responded",),
        leads_to="reviewed",
        requires=("result", "reviewed", "lessons"),
    ),
)

SENTIMENT = Register(
    key="sentiment",
    label="政务舆情回应",
    shape="case",
    basis="政务舆情回应工作要求",
    says="舆情事件的发现、研判、交办、回应、复盘，回应是否及时、结果如何；只记事件，不记个人。",
    title="event",
    happened="found",
    face=("found", "level", "responded"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    due_dates=(DueDate(key="response", label="舆情回应", until="until", ends="responded"),),
    checks=(
        Check(
            field="found",
            says="发现、研判、交办、回应、复盘的时间前后颠倒。",
            holds=_in_order,
        ),
    ),
)
