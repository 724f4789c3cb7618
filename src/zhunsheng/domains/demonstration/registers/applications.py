"""Applications of a batch: each indicator with its evidence, review, naming, and the look back."""

from typing import Any

from zhunsheng.domains.demonstration.shared import filled, in_order, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

_BASIS = "法治政府建设示范创建活动"
LEVELS = (
    Choice(key="state", label="全国"),
    Choice(key="province", label="省级"),
    Choice(key="prefecture", label="市级"),
)


def _own_score(one: Values) -> Any:
    scores = [row.get("own") for row in one.get("criteria") or ()]
    known = [score for score in scores if score is not None]
    return sum(known) if known else None


def _without_evidence(one: Values) -> Any:
    rows = one.get("criteria")
    return None if rows is None else sum(not row.get("evidence") for row in rows)


def _scored_within(one: Values) -> bool:
    return all((row.get("own") or 0) <= row["full"] for row in one.get("criteria") or ())


APPLICATION = Register(
    key="application",
    label="示范创建申报",
    shape="case",
    basis=_BASIS,
    says="一批示范创建的申报：逐项指标自评和佐证、上报、评审、命名，命名以后“回头看”条件是否仍然具备。",
    title="name",
    happened="begun",
    face=("level", "outcome", "looked_back"),
    fields=(
        Field(
            key="name",
            label="申报名称",
            required=True,
            examples=("法治政府建设示范县申报", "单项示范项目申报"),
        ),
        Field(key="batch", label="批次", required=True, examples=("第三批", "第二批")),
        Field(key="level", label="级别", kind="choice", required=True, choices=LEVELS),
        Field(
            key="scope",
            label="类型",
            kind="choice",
            required=True,
            choices=(Choice(key="whole", label="综合示范"), Choice(key="single", label="单项示范")),
        ),
        Field(key="begun", label="启动日期", kind="date", required=True),
        Field(key="report_until", label="应上报日期", kind="date", required=True),
        Field(
            key="criteria",
            label="指标自评",
            kind="rows",
            help="按本批指标体系逐项填写；指标由上级印发，不由本系统规定。",
            columns=(
                Field(key="criterion", label="指标", required=True),
                Field(key="full", label="分值", kind="integer", required=True, expected=(1, 100)),
                Field(key="own", label="自评得分", kind="integer", expected=(0, 100)),
                Field(key="evidence", label="佐证"),
                Field(key="lost", label="扣分原因"),
            ),
        ),
        Field(key="papers", label="佐证材料", kind="attachments"),
        Field(key="assessed", label="自评日期", kind="date"),
        Field(key="reported", label="上报日期", kind="date"),
        Field(key="reviewed", label="评审日期", kind="date"),
        Field(key="review", label="评审意见", kind="long_text"),
        Field(key="review_score", label="评审得分", kind="integer", expected=(0, 1000)),
        Field(
            key="outcome",
            label="结果",
            kind="choice",
            choices=(Choice(key="named", label="命名"), Choice(key="not_named", label="未命名")),
        ),
        Field(key="decided", label="公布结果日期", kind="date"),
        Field(key="look_back_until", label="应“回头看”日期", kind="date"),
        Field(key="looked_back", label="“回头看”日期", kind="date"),
        Field(key="still_holds", label="条件仍然具备", kind="boolean"),
        Field(key="look_back_found", label="“回头看”发现的问题", kind="long_text"),
        Field(key="ended", label="结束日期", kind="date"),
        Field(key="own_score", label="自评总分", kind="integer", computed=_own_score),
        Field(
            key="without_evidence",
            label="没有佐证的指标数",
            kind="integer",
            measure="项",
            computed=_without_evidence,
        ),
    ),
    procedure=Procedure(
        states=(
            State(key="begun", label="创建中"),
            State(key="assessed", label="已自评"),
            State(key="reported", label="已上报"),
            State(key="reviewed", label="已评审"),
            State(key="named", label="已命名"),
            State(key="not_named", label="未命名", final=True),
            State(key="kept", label="“回头看”合格", final=True),
            State(key="withdrawn", label="“回头看”不合格", final=True),
        ),
        steps=(
            Step(
                key="assess",
                label="自评",
                comes_from=("begun",),
                leads_to="assessed",
                requires=("criteria", "assessed"),
                asks=("papers",),
                document="自评报告",
            ),
            Step(
                key="report",
                label="上报",
                comes_from=("assessed",),
                leads_to="reported",
                by=("coordinator", "approver"),
                requires=("reported",),
                document="申报书",
            ),
            Step(
                key="review",
                label="登记评审",
                comes_from=("reported",),
                leads_to="reviewed",
                by=("coordinator",),
                requires=("reviewed", "review"),
                asks=("review_score",),
            ),
            Step(
                key="name",
                label="登记命名",
                comes_from=("reviewed",),
                leads_to="named",
                by=("coordinator",),
                requires=("outcome", "decided", "look_back_until"),
            ),
            Step(
                key="refuse",
                label="登记未命名",
                comes_from=("reviewed",),
                leads_to="not_named",
                by=("coordinator",),
                requires=("outcome", "decided"),
            ),
            Step(
                key="keep",
                label="“回头看”合格",
                comes_from=("named",),
                leads_to="kept",
                by=("coordinator",),
                requires=("looked_back", "still_holds"),
            ),
            Step(
                key="withdraw_name",
                label="“回头看”不合格",
                comes_from=("named",),
                leads_to="withdrawn",
                by=("coordinator",),
                requires=("looked_back", "still_holds", "look_back_found"),
            ),
        ),
    ),
    named_across=True,
    due_dates=(
        DueDate(key="reporting", label="示范创建上报", until="report_until", ends="reported"),
        DueDate(key="look_back", label="示范“回头看”", until="look_back_until", ends="looked_back"),
    ),
    checks=(
        Check(field="criteria", says="自评得分不能超过分值。", holds=_scored_within),
        Check(
            field="reported",
            says="每项指标都有佐证才能上报。",
            holds=where(filled("reported"), lambda one: one.get("without_evidence") == 0),
        ),
        Check(
            field="decided",
            says="自评、上报、评审、公布结果、“回头看”的日期前后颠倒。",
            holds=in_order("begun", "assessed", "reported", "reviewed", "decided", "looked_back"),
        ),
        Check(
            field="look_back_found",
            says="条件仍然具备的登记合格；不再具备的写明发现的问题。",
            holds=lambda one: (
                not one.get("looked_back")
                or bool(one.get("still_holds")) != bool(one.get("look_back_found"))
            ),
        ),
    ),
)
