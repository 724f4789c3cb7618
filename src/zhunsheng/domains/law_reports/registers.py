"""The roster of who reports, each year's reports with their review, sessions, and what was commented."""

from typing import Any

from zhunsheng.domains.law_reports.instruments import FIRST_RESPONSIBLE_PERSON
from zhunsheng.domains.law_reports.shared import filled, in_order, standing, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.filling import FromIndicators
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

_BASIS = "党政主要负责人履行推进法治建设第一责任人职责规定"
LEVELS = (
    Choice(key="county", label="市、县级"),
    Choice(key="department", label="部门"),
    Choice(key="town", label="乡镇、街道"),
)
SCORED = (
    Choice(key="study", label="学法用法"),
    Choice(key="decisions", label="依法决策"),
    Choice(key="enforcement", label="严格执法"),
    Choice(key="litigation", label="复议应诉"),
    Choice(key="leading", label="组织领导"),
    Choice(key="other", label="其他"),
)

GROUNDS = (
    ("study", "带头学法、主持学法", "leadership.duties_study_all"),
    ("duties", "第一责任人履职事项", "leadership.duty_acts"),
    ("decisions", "决策程序齐全率", "decisions.with_all_steps"),
    ("decisions_reviewed", "决策合法性审查率", "decisions.reviewed"),
    ("documents", "规范性文件事后发现有错率", "normative_documents.problem_rate"),
    ("appearance", "负责人出庭应诉率", "litigation.appearance"),
    ("lost", "行政诉讼一审纠错率", "litigation.first_instance_lost"),
    ("performed", "裁判履行率", "litigation.judgments_performed"),
    ("corrected", "行政复议纠错率", "reconsideration.corrected"),
    ("tasks", "任务按期完成率", "plan.duties_on_time"),
    ("findings", "问题按期整改率", "supervision.findings_on_time"),
)
"""Indicators on which a score may rest: how they are chosen, called, and their full names."""

LEADER = Register(
    key="leader",
    label="述法人员名册",
    shape="pool",
    basis=_BASIS,
    says="每年应述法的领导干部：职务、级别、任期；姓名只有本单位看得到。",
    title="post",
    happened="since",
    face=("level", "since", "until"),
    fields=(
        Field(key="post", label="职务", required=True, examples=("局长", "镇长")),
        Field(key="person", label="姓名", kind="person", personal=True),
        Field(key="level", label="级别", kind="choice", required=True, choices=LEVELS),
        Field(
            key="first",
            label="第一责任人",
            kind="boolean",
            source=FIRST_RESPONSIBLE_PERSON.article(""),
        ),
        Field(key="since", label="列入日期", kind="date", required=True),
        Field(key="until", label="不再列入日期", kind="date", examples=("",)),
    ),
    entered_by=("coordinator",),
    named_across=True,
    checks=(Check(field="until", says="不再列入不能早于列入。", holds=in_order("since", "until")),),
)


def _total(one: Values) -> Any:
    scores = [row["score"] for row in one.get("scores") or () if row.get("score") is not None]
    return sum(scores) if scores else None


def _year(one: Values) -> tuple[str, str] | None:
    """Get the first and the last day of the year that is reported on."""
    year = one.get("year")
    return (f"{year}-01-01", f"{year}-12-31") if year else None


def _within_full(one: Values) -> bool:
    return all(row["score"] <= row["full"] for row in one.get("scores") or ())


REPORT = Register(
    key="report",
    label="年度述法",
    shape="case",
    basis=_BASIS,
    says="名册上的领导干部一年一份述法报告：布置、提交、评议打分、点评；没有提交的单列出来。",
    title="post",
    happened="called",
    face=("year", "accepted", "score"),
    fields=(
        Field(key="post", label="述法人职务", required=True, examples=("局长述法", "镇长述法")),
        Field(
            key="leader",
            label="名册",
            kind="reference",
            refers_to="law_reports.leader",
            required=True,
        ),
        Field(
            key="year",
            label="述法年度",
            kind="integer",
            required=True,
            expected=(2016, 2100),
            examples=("2025",),
        ),
        Field(key="level", label="级别", kind="choice", required=True, choices=LEVELS),
        Field(key="called", label="布置日期", kind="date", required=True),
        Field(key="until", label="应提交日期", kind="date", required=True),
        Field(key="submitted", label="提交时间", kind="datetime"),
        Field(key="content", label="述法内容", kind="long_text"),
        Field(key="paper", label="述法报告", kind="attachments"),
        Field(key="sent_back", label="退回时间", kind="datetime"),
        Field(key="sent_back_because", label="退回理由", kind="long_text"),
        Field(key="reviewed", label="评议日期", kind="date"),
        Field(
            key="scores",
            label="分项得分",
            kind="rows",
            columns=(
                Field(key="item", label="评议项目", kind="choice", required=True, choices=SCORED),
                Field(key="full", label="分值", kind="integer", required=True, expected=(1, 100)),
                Field(key="score", label="得分", kind="integer", required=True, expected=(0, 100)),
                Field(
                    key="indicator",
                    label="打分依据的指标",
                    kind="choice",
                    choices=tuple(Choice(key=key, label=label) for key, label, _ in GROUNDS),
                ),
                Field(
                    key="ground",
                    label="打分依据的数字",
                    help="选了指标的，由系统取述法年度的数字；没有对应指标的，写明数字。",
                ),
                Field(key="rank", label="指标名次", kind="integer", expected=(1, 200)),
                Field(key="taken", label="取数时间", kind="datetime"),
            ),
            fills=FromIndicators(
                choice="indicator",
                figure="ground",
                taken="taken",
                rank="rank",
                indicators=tuple((key, name) for key, _, name in GROUNDS),
                span=_year,
                whole=lambda report: report.get("level") == "county",
            ),
        ),
        Field(key="scorers", label="评议人数", kind="integer", measure="人", expected=(3, 200)),
        Field(key="remarks", label="评议意见", kind="long_text"),
        Field(key="secretary", label="书记点评", kind="long_text"),
        Field(key="rank", label="名次", kind="integer", expected=(1, 200)),
        Field(
            key="accepted",
            label="有效提交日期",
            kind="date",
            computed=standing("submitted", "sent_back"),
        ),
        Field(key="score", label="总分", kind="integer", computed=_total),
    ),
    entered_by=("coordinator",),
    named_across=True,
    procedure=Procedure(
        states=(
            State(key="called", label="待提交"),
            State(key="submitted", label="已提交"),
            State(key="reviewed", label="已评议", final=True),
        ),
        steps=(
            Step(
                key="submit",
                label="提交述法报告",
                comes_from=("called",),
                leads_to="submitted",
                requires=("submitted", "content"),
                asks=("paper",),
                document="述法报告",
            ),
            Step(
                key="send_back",
                label="退回修改",
                comes_from=("submitted",),
                leads_to="called",
                by=("coordinator",),
                requires=("sent_back", "sent_back_because"),
            ),
            Step(
                key="review",
                label="评议打分",
                comes_from=("submitted",),
                leads_to="reviewed",
                by=("coordinator", "inspector"),
                requires=("reviewed", "scores", "scorers"),
                asks=("remarks", "secretary", "rank"),
                document="述法评议表",
            ),
        ),
    ),
    due_dates=(DueDate(key="submission", label="述法报告提交", until="until", ends="accepted"),),
    checks=(
        Check(
            field="until", says="应提交日期不能早于布置日期。", holds=in_order("called", "until")
        ),
        Check(field="scores", says="得分不能超过分值。", holds=_within_full),
        Check(field="reviewed", says="评议不能早于提交。", holds=in_order("submitted", "reviewed")),
    ),
)

SESSION = Register(
    key="session",
    label="述法评议会",
    shape="case",
    basis="“专题述法+书记点评”模式",
    says="一个单位、一个乡镇一年的现场述法评议会：应开、开了没有、谁述法、书记点评了什么。",
    title="name",
    happened="planned_on",
    face=("level", "until", "held"),
    fields=(
        Field(
            key="name",
            label="会议名称",
            required=True,
            examples=("年度现场述法评议会", "专题述法会"),
        ),
        Field(key="level", label="级别", kind="choice", required=True, choices=LEVELS),
        Field(key="planned_on", label="布置日期", kind="date", required=True),
        Field(key="until", label="应召开日期", kind="date", required=True),
        Field(key="held", label="召开日期", kind="date"),
        Field(
            key="reporters",
            label="现场述法",
            kind="rows",
            columns=(
                Field(key="post", label="述法人职务", required=True),
                Field(key="comment", label="书记点评", kind="long_text"),
                Field(key="score", label="现场得分", kind="integer", expected=(0, 100)),
            ),
        ),
        Field(key="scorers", label="评议人数", kind="integer", measure="人", expected=(3, 200)),
        Field(key="secretary_commented", label="书记逐一点评", kind="boolean"),
        Field(key="minutes", label="会议记录", kind="attachments"),
    ),
    entered_by=("coordinator",),
    named_across=True,
    procedure=Procedure(
        states=(
            State(key="planned", label="待召开"),
            State(key="held", label="已召开", final=True),
        ),
        steps=(
            Step(
                key="hold",
                label="登记召开",
                comes_from=("planned",),
                leads_to="held",
                requires=("held", "reporters", "scorers"),
                asks=("secretary_commented", "minutes"),
                document="述法评议会议记录",
            ),
        ),
    ),
    due_dates=(DueDate(key="session", label="述法评议会召开", until="until", ends="held"),),
    checks=(
        Check(
            field="until",
            says="应召开日期不能早于布置日期。",
            holds=in_order("planned_on", "until"),
        ),
        Check(
            field="reporters",
            says="书记逐一点评的，每个述法人都有点评。",
            holds=where(
                filled("secretary_commented"),
                lambda one: all(row.get("comment") for row in one.get("reporters") or ()),
            ),
        ),
    ),
)

COMMENT_ITEM = Register(
    key="comment_item",
    label="点评意见整改",
    shape="case",
    basis="“专题述法+书记点评”模式",
    says="述法评议会上点评的每个问题：由被点评的单位整改，统筹部门销号。",
    title="item",
    happened="commented",
    face=("session", "until", "settled"),
    fields=(
        Field(
            key="item",
            label="点评的问题",
            required=True,
            examples=("学法不经常", "负责人出庭少", "案卷不规范"),
        ),
        Field(
            key="session",
            label="述法评议会",
            kind="reference",
            refers_to="law_reports.session",
            required=True,
        ),
        Field(key="commented", label="点评日期", kind="date", required=True),
        Field(key="until", label="应整改完成日期", kind="date", required=True),
        Field(key="measures", label="整改情况", kind="long_text"),
        Field(key="corrected", label="整改完成时间", kind="datetime"),
        Field(key="sent_back", label="退回时间", kind="datetime"),
        Field(key="sent_back_because", label="退回理由", kind="long_text"),
        Field(key="closed", label="销号日期", kind="date"),
        Field(
            key="settled",
            label="有效整改日期",
            kind="date",
            computed=standing("corrected", "sent_back"),
        ),
    ),
    entered_by=("coordinator",),
    procedure=Procedure(
        states=(
            State(key="open", label="整改中"),
            State(key="corrected", label="待核查"),
            State(key="closed", label="已销号", final=True),
        ),
        steps=(
            Step(
                key="correct",
                label="报告整改情况",
                comes_from=("open",),
                leads_to="corrected",
                requires=("measures", "corrected"),
            ),
            Step(
                key="send_back",
                label="退回整改",
                comes_from=("corrected",),
                leads_to="open",
                by=("coordinator",),
                requires=("sent_back", "sent_back_because"),
            ),
            Step(
                key="close",
                label="销号",
                comes_from=("corrected",),
                leads_to="closed",
                by=("coordinator",),
                requires=("closed",),
            ),
        ),
    ),
    due_dates=(DueDate(key="correction", label="点评意见整改", until="until", ends="settled"),),
    checks=(
        Check(
            field="until",
            says="应整改完成日期不能早于点评日期。",
            holds=in_order("commented", "until"),
        ),
        Check(field="closed", says="销号不能早于整改。", holds=in_order("corrected", "closed")),
    ),
)

REGISTERS = (LEADER, REPORT, SESSION, COMMENT_ITEM)
"""All of them, in the order people meet them."""
