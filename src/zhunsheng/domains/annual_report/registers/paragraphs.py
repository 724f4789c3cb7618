"""The paragraphs of a report: asked of a unit or proposed, written, accepted or left out."""

from typing import Any

from zhunsheng.domains.annual_report.genre import LAW_BASED_GOVERNMENT, THEMES
from zhunsheng.domains.annual_report.registers.shared import BASIS, COORDINATOR, OF_REPORT
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

_LEFT_EMPTY = ("",)
_LABELS = {theme.key: theme.title for theme in THEMES} | {
    "duties": "第一责任人履职情况",
    "shortcomings": "存在的不足和原因",
    "arrangements": "下年的主要安排",
}
CHAPTERS = tuple(Choice(key=key, label=_LABELS[key]) for key in LAW_BASED_GOVERNMENT.keys)
KINDS = (
    Choice(key="statement", label="数字语句"),
    Choice(key="free", label="单位撰写"),
    Choice(key="shortcoming", label="不足"),
    Choice(key="arrangement", label="下年安排"),
)


def _title(one: Values) -> Any:
    return _LABELS.get(str(one.get("chapter")))


PARAGRAPH = Register(
    key="paragraph",
    label="报告段落",
    shape="case",
    basis=BASIS,
    says="年度报告里的每一段：约哪个单位写、写了什么、采用还是不用；数字的位置写指标，不写数。",
    title="chapter_title",
    happened="asked",
    face=("chapter", "kind", "place"),
    entered_by=COORDINATOR,
    fields=(
        OF_REPORT,
        Field(key="chapter_title", label="章和主题", computed=_title),
        Field(key="chapter", label="写在哪里", kind="choice", required=True, choices=CHAPTERS),
        Field(key="place", label="次序", kind="integer", expected=(0, 100_000)),
        Field(key="kind", label="种类", kind="choice", choices=KINDS),
        Field(
            key="statement",
            label="取自语句",
            help="由系统填写：这一段取自哪个领域的哪条语句。",
            examples=_LEFT_EMPTY,
        ),
        Field(
            key="request",
            label="写作要求",
            kind="long_text",
            help="请单位写什么、写多长、何时交。",
            examples=("写明开展的工作和成效，三百字以内。",),
        ),
        Field(key="asked", label="约写日期", kind="date", required=True),
        Field(
            key="text",
            label="正文",
            kind="long_text",
            help="数字的位置写成花括号里的指标名称，显示时换成当时的数字。",
            examples=("全年组织开展法治宣传活动，取得明显成效。",),
        ),
        Field(
            key="returned_why",
            label="退回的理由",
            kind="long_text",
            examples=("请补充成效",),
        ),
        Field(
            key="left_out_why",
            label="不用的理由",
            kind="long_text",
            examples=("与其他段落重复",),
        ),
    ),
    procedure=Procedure(
        states=(
            State(key="asked", label="待撰写"),
            State(key="written", label="待采用"),
            State(key="accepted", label="已采用"),
            State(key="left_out", label="不用"),
        ),
        steps=(
            Step(
                key="write",
                label="提交文字",
                comes_from=("asked", "written"),
                leads_to="written",
                by=("reporter", "coordinator"),
                requires=("text",),
            ),
            Step(
                key="return",
                label="退回重写",
                comes_from=("written",),
                leads_to="asked",
                by=COORDINATOR,
                requires=("returned_why",),
            ),
            Step(
                key="accept",
                label="采用",
                comes_from=("written",),
                leads_to="accepted",
                by=COORDINATOR,
            ),
            Step(
                key="leave_out",
                label="不用",
                comes_from=("asked", "written", "accepted"),
                leads_to="left_out",
                by=COORDINATOR,
                requires=("left_out_why",),
            ),
            Step(
                key="reopen",
                label="重新打开",
                comes_from=("accepted", "left_out"),
                leads_to="written",
                by=COORDINATOR,
            ),
        ),
    ),
)
