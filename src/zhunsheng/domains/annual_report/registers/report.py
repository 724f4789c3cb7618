"""A yearly report: who reports on which year, how far its approval has come, and what was frozen in it."""

from typing import Any

from zhunsheng.domains.annual_report.instruments import SUPERVISION_PROVISIONS
from zhunsheng.domains.annual_report.registers.shared import BASIS, COORDINATOR, in_order
from zhunsheng.engine.registers.counting import Counted
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import (
    Check,
    Gate,
    Predicate,
    Procedure,
    State,
    Step,
    Values,
)
from zhunsheng.engine.registers.register import Register, RegisterClock

_PUBLISHING = SUPERVISION_PROVISIONS.article("第二十四条")
_CONTENT = SUPERVISION_PROVISIONS.article("第二十五条")
_BY_THE_SYSTEM = "定稿时由系统填写。"
_LEFT_EMPTY = ("",)
REPORTERS = (
    Choice(key="government", label="政府"),
    Choice(key="department", label="政府部门"),
)


def _year_ended(one: Values) -> Any:
    return f"{one['year']}-12-31" if one.get("year") else None


def _is(reporter: str) -> Predicate:
    return lambda one: one.get("reporter") == reporter


def _unlinked(shortcoming: Values) -> bool:
    return not shortcoming.get("task") and not shortcoming.get("arrangement")


def _unexplained(doubt: Values) -> bool:
    return doubt.get("state") == "open" and doubt.get("severity") == "error"


def _none(key: str) -> Predicate:
    return lambda one: not one.get(key)


_FACTS = (
    Field(
        key="name",
        label="标题",
        required=True,
        public=True,
        examples=("关于上年法治政府建设情况的报告",),
    ),
    Field(
        key="genre",
        label="体例",
        help="报告按哪一种体例写；起草时由系统填写。",
        examples=("annual_report.law_based_government",),
    ),
    Field(
        key="year",
        label="报告的年度",
        kind="integer",
        required=True,
        public=True,
        expected=(2000, 2100),
        examples=("2025",),
    ),
    Field(key="reporter", label="谁的报告", kind="choice", choices=REPORTERS),
    Field(key="issuer", label="报告机关", public=True, examples=("某县人民政府",)),
    Field(
        key="addressee",
        label="主送",
        public=True,
        help="报告开头称呼的机关，例如本级人大常委会。",
        examples=("县人大常委会",),
    ),
    Field(key="document_number", label="发文字号", public=True, once=True),
    Field(key="begun", label="起草日期", kind="date", required=True),
    Field(key="year_ended", label="年度终了", kind="date", computed=_year_ended),
)
_APPROVAL = (
    Field(key="confirmed", label="单位确认日期", kind="date"),
    Field(key="reviewed", label="合法性审核日期", kind="date"),
    Field(key="review_opinion", label="审核意见", kind="long_text", examples=("同意提请审议",)),
    Field(key="sent_back_why", label="退回修改的理由", kind="long_text", examples=("请补齐不足",)),
    Field(key="deliberated", label="审议日期", kind="date"),
    Field(key="meeting", label="审议的会议", examples=("政府常务会议",)),
    Field(
        key="as_of",
        label="数字截止日",
        kind="date",
        public=True,
        help="报告里的数字都是这一日终了时的。",
    ),
    Field(key="figures_digest", label="数字摘要值", help=_BY_THE_SYSTEM, examples=("sm3:0",)),
    Field(key="text_digest", label="正文摘要值", help=_BY_THE_SYSTEM, examples=("sm3:0",)),
    Field(key="ledger_position", label="账本位置", kind="integer", help=_BY_THE_SYSTEM),
    Field(
        key="papers",
        label="定稿的文件",
        kind="attachments",
        help="定稿时由系统存入：文档、网页和数字的数据文件，以后原样取用。",
    ),
    Field(key="issued", label="印发日期", kind="date", public=True),
    Field(key="submitted", label="报送日期", kind="date", public=True),
    Field(
        key="submitted_to",
        label="报送的机关",
        kind="long_text",
        public=True,
        examples=("同级党委、人大常委会，上一级政府",),
    ),
    Field(key="published", label="公开日期", kind="date", public=True),
    Field(key="published_at", label="公开的网址", public=True, examples=("政府门户网站",)),
)
_COUNTED = (
    Field(
        key="paragraphs_open",
        label="没有采用的段落",
        kind="integer",
        counts=Counted(
            register="annual_report.paragraph", by="report", states=("asked", "written")
        ),
        help="由系统计数：约写未交和交来未采用的。",
    ),
    Field(
        key="shortcomings_unlinked",
        label="没有对应任务的不足",
        kind="integer",
        counts=Counted(register="annual_report.shortcoming", by="report", when=_unlinked),
        help="由系统计数：每条不足都要有下年的任务或者安排。",
    ),
    Field(
        key="errors_unexplained",
        label="没有说明的错误",
        kind="integer",
        counts=Counted(register="annual_report.doubt", by="report", when=_unexplained),
        help="由系统计数：审核查出的错误，改正了或者说明了才能定稿。",
    ),
)
_STEPS = (
    Step(
        key="ask_confirmation",
        label="送单位确认",
        comes_from=("drafting",),
        leads_to="confirming",
        by=COORDINATOR,
    ),
    Step(
        key="confirm_done",
        label="单位确认完毕",
        comes_from=("confirming",),
        leads_to="reviewing",
        by=COORDINATOR,
        requires=("confirmed",),
    ),
    Step(
        key="pass_review",
        label="审核通过",
        comes_from=("reviewing",),
        leads_to="deliberating",
        by=("legal_reviewer",),
        requires=("reviewed",),
        asks=("review_opinion",),
        document="审核意见",
    ),
    Step(
        key="send_back",
        label="退回修改",
        comes_from=("confirming", "reviewing", "deliberating"),
        leads_to="drafting",
        by=("coordinator", "legal_reviewer"),
        requires=("sent_back_why",),
    ),
    Step(
        key="finalise",
        label="定稿",
        comes_from=("deliberating",),
        leads_to="final",
        by=COORDINATOR,
        requires=(
            "deliberated",
            "as_of",
            "figures_digest",
            "text_digest",
            "ledger_position",
        ),
        asks=("meeting", "papers"),
        gates=(
            Gate(
                key="paragraphs",
                needs="还有段落没有采用：请采用、退回或者写明不用的理由。",
                open_when=_none("paragraphs_open"),
                source=_CONTENT,
            ),
            Gate(
                key="shortcomings",
                needs="有的不足没有对应下年的任务或者安排，请逐条补上。",
                open_when=_none("shortcomings_unlinked"),
                source=_CONTENT,
            ),
            Gate(
                key="errors",
                needs="审核查出的错误还没有改正或者说明。",
                open_when=_none("errors_unexplained"),
                source=_CONTENT,
            ),
        ),
        document="报告定稿",
    ),
    Step(
        key="issue",
        label="印发",
        comes_from=("final",),
        leads_to="issued",
        by=COORDINATOR,
        requires=("issued",),
        asks=("document_number",),
        document="报告",
    ),
    Step(
        key="submit",
        label="登记报送",
        comes_from=("issued",),
        leads_to="submitted",
        by=COORDINATOR,
        requires=("submitted", "submitted_to"),
        source=_PUBLISHING,
    ),
    Step(
        key="publish",
        label="公开",
        comes_from=("submitted",),
        leads_to="published",
        by=COORDINATOR,
        requires=("published",),
        asks=("published_at",),
        source=_PUBLISHING,
    ),
)

REPORT = Register(
    key="report",
    label="年度报告",
    shape="case",
    basis=BASIS,
    says="每年一份的法治政府建设情况报告：起草、单位确认、审核、审议、定稿、印发、报送、公开。",
    title="name",
    happened="begun",
    face=("year", "issued", "published"),
    named_across=True,
    entered_by=COORDINATOR,
    fields=(*_FACTS, *_APPROVAL, *_COUNTED),
    procedure=Procedure(
        states=(
            State(key="drafting", label="起草中"),
            State(key="confirming", label="单位确认中"),
            State(key="reviewing", label="审核中"),
            State(key="deliberating", label="待审议定稿"),
            State(key="final", label="已定稿"),
            State(key="issued", label="已印发"),
            State(key="submitted", label="已报送"),
            State(key="published", label="已公开", final=True),
        ),
        steps=_STEPS,
    ),
    clocks=(
        RegisterClock(clock="government_report", when=_is("government")),
        RegisterClock(clock="department_report", when=_is("department")),
        RegisterClock(clock="report_publication"),
    ),
    checks=(
        Check(
            field="published",
            says="公开的日期不能早于印发日期。",
            holds=in_order("issued", "published"),
        ),
        Check(
            field="submitted",
            says="报送的日期不能早于印发日期。",
            holds=in_order("issued", "submitted"),
        ),
        Check(
            field="issued",
            says="印发的日期不能早于审议日期。",
            holds=in_order("deliberated", "issued"),
        ),
    ),
)
