"""Findings of every kind of supervision: one register, rectified by the unit, verified, closed or merged."""

from zhunsheng.domains.supervision.instruments import AUDIT_LAW, GOVERNMENT_INSPECTION
from zhunsheng.domains.supervision.registers.shared import (
    filled,
    in_order,
    is_of,
    standing,
    where,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock

SOURCES = (
    Choice(key="law_inspection", label="法治督察", group="行政监督"),
    Choice(key="government_inspection", label="政府督查", group="行政监督"),
    Choice(key="petition_inspection", label="信访工作督查检查", group="行政监督"),
    Choice(key="finance", label="财会监督", group="行政监督"),
    Choice(key="statistics", label="统计监督", group="行政监督"),
    Choice(key="party_inspection", label="巡察监督", group="党内监督"),
    Choice(key="party", label="党内监督（巡察以外）", group="党内监督"),
    Choice(key="congress", label="人大监督", group="其他监督"),
    Choice(key="democratic", label="民主监督", group="其他监督"),
    Choice(key="judicial", label="司法监督", group="其他监督"),
    Choice(key="audit", label="审计监督", group="其他监督"),
    Choice(key="public", label="群众监督", group="其他监督"),
    Choice(key="media", label="舆论监督", group="其他监督"),
)
_AUDIT = is_of("source", "audit")


_FOUND = (
    Field(
        key="matter",
        label="问题",
        required=True,
        help="写问题本身，不写个人姓名。",
        examples=("执法案卷不齐全", "年度报告未按期公开", "涉企检查未备案"),
    ),
    Field(key="source", label="监督来源", kind="choice", required=True, choices=SOURCES),
    Field(key="found", label="发现日期", kind="date", required=True),
    Field(key="described", label="具体情况", kind="long_text", required=True),
    Field(key="paper_number", label="来源文书编号"),
    Field(
        key="inspection",
        label="法治督察",
        kind="reference",
        refers_to="supervision.inspection",
    ),
    Field(
        key="government_inspection",
        label="政府督查",
        kind="reference",
        refers_to="supervision.government_inspection",
    ),
    Field(
        key="public_report",
        label="群众、舆论监督线索",
        kind="reference",
        refers_to="openness.public_report",
    ),
    Field(
        key="report_received",
        label="接到审计报告日期",
        kind="date",
        source=AUDIT_LAW.article("第四十四条"),
    ),
)
_RECTIFIED = (
    Field(
        key="opinion_sent",
        label="送交书面意见日期",
        kind="date",
        source=AUDIT_LAW.article("第四十四条"),
    ),
    Field(key="notified", label="通知整改日期", kind="date"),
    Field(key="until", label="应整改完成日期", kind="date"),
    Field(key="measures", label="整改措施和结果", kind="long_text"),
    Field(key="rectified", label="整改完成时间", kind="datetime"),
    Field(key="evidence", label="整改佐证材料", kind="attachments"),
    Field(key="sent_back", label="退回时间", kind="datetime"),
    Field(key="sent_back_because", label="退回理由", kind="long_text"),
    Field(
        key="told_audit",
        label="报告审计机关和本级政府日期",
        kind="date",
        source=AUDIT_LAW.article("第五十二条"),
    ),
    Field(
        key="published",
        label="公布整改情况日期",
        kind="date",
        source=AUDIT_LAW.article("第五十二条"),
    ),
    Field(
        key="checked",
        label="核查日期",
        kind="date",
        source=GOVERNMENT_INSPECTION.article("第十八条"),
    ),
    Field(key="check_result", label="核查结果", kind="long_text"),
    Field(key="closed", label="销号日期", kind="date"),
    Field(
        key="merged_into",
        label="并入的问题",
        kind="reference",
        refers_to="supervision.finding",
    ),
    Field(key="merged", label="合并日期", kind="date"),
    Field(
        key="settled",
        label="有效整改日期",
        kind="date",
        computed=standing("rectified", "sent_back"),
        help="核查退回的不算；重新整改的日期才算。",
    ),
)

_STEPS = (
    Step(
        key="notify",
        label="通知整改",
        comes_from=("found",),
        leads_to="notified",
        by=("inspector", "coordinator"),
        requires=("notified", "until"),
        document="整改通知书",
    ),
    Step(
        key="merge",
        label="并入同一问题",
        comes_from=("found", "notified"),
        leads_to="merged",
        by=("inspector", "coordinator"),
        requires=("merged_into", "merged"),
    ),
    Step(
        key="answer",
        label="送交书面意见",
        comes_from=("notified",),
        leads_to="notified",
        requires=("opinion_sent",),
        document="对审计报告的书面意见",
        source=AUDIT_LAW.article("第四十四条"),
        gates=(
            Gate(
                key="of_audit",
                needs="书面意见是对审计组的审计报告提出的，这个问题不是审计发现的。",
                open_when=_AUDIT,
                source=AUDIT_LAW.article("第四十四条"),
            ),
        ),
    ),
    Step(
        key="rectify",
        label="报告整改情况",
        comes_from=("notified",),
        leads_to="rectified",
        requires=("measures", "rectified"),
        asks=("evidence", "told_audit", "published"),
        document="整改情况报告",
        source=GOVERNMENT_INSPECTION.article("第十八条"),
    ),
    Step(
        key="send_back",
        label="退回整改",
        comes_from=("rectified",),
        leads_to="notified",
        by=("inspector", "coordinator"),
        requires=("sent_back", "sent_back_because"),
    ),
    Step(
        key="close",
        label="核查销号",
        comes_from=("rectified",),
        leads_to="closed",
        by=("inspector", "coordinator"),
        requires=("checked", "check_result", "closed"),
        asks=("told_audit", "published"),
        gates=(
            Gate(
                key="audit_told",
                needs="审计查出的问题，整改情况须报告审计机关和本级政府。",
                open_when=where(_AUDIT, filled("told_audit")),
                source=AUDIT_LAW.article("第五十二条"),
            ),
            Gate(
                key="audit_published",
                needs="审计查出的问题，整改情况须按照规定向社会公布；规定不公布的，写明理由。",
                open_when=where(_AUDIT, filled("published")),
                source=AUDIT_LAW.article("第五十二条"),
                skippable=True,
            ),
        ),
    ),
)

FINDING = Register(
    key="finding",
    label="监督发现问题整改",
    shape="case",
    basis="贯通协同监督体系",
    says="各类监督发现的问题，由责任单位整改、监督方核查、销号；同一问题由几方发现的并到一处，各方来源都留着。",
    title="matter",
    happened="found",
    face=("source", "until", "settled"),
    fields=(*_FOUND, *_RECTIFIED),
    entered_by=("coordinator", "inspector"),
    named_across=True,
    procedure=Procedure(
        states=(
            State(key="found", label="已登记"),
            State(key="notified", label="整改中"),
            State(key="rectified", label="待核查"),
            State(key="merged", label="已并入", final=True),
            State(key="closed", label="已销号", final=True),
        ),
        steps=_STEPS,
    ),
    clocks=(
        RegisterClock(
            clock="audit_opinion",
            ends="opinion_sent",
            when=lambda one: _AUDIT(one) and not one.get("merged"),
        ),
    ),
    due_dates=(
        DueDate(
            key="rectification",
            label="问题整改",
            until="until",
            ends="settled",
            when=lambda one: not one.get("merged"),
        ),
    ),
    checks=(
        Check(
            field="inspection",
            says="法治督察发现的问题，选择该次督察。",
            holds=where(is_of("source", "law_inspection"), filled("inspection")),
        ),
        Check(
            field="government_inspection",
            says="政府督查发现的问题，选择该次督查。",
            holds=where(is_of("source", "government_inspection"), filled("government_inspection")),
        ),
        Check(
            field="report_received",
            says="审计发现的问题，填写接到审计报告的日期；其他来源不填。",
            holds=lambda one: _AUDIT(one) == bool(one.get("report_received")),
            source=AUDIT_LAW.article("第四十四条"),
        ),
        Check(
            field="until",
            says="发现、通知、应整改完成的日期前后颠倒。",
            holds=in_order("found", "notified", "until"),
        ),
        Check(
            field="checked",
            says="整改、核查、销号的日期前后颠倒。",
            holds=in_order("rectified", "checked", "closed"),
        ),
    ),
    hints=(
        Hint(
            key="alike",
            compares="matter",
            alike=reads_alike,
            says="另有{count}件相似的问题；是同一问题的，办理“并入同一问题”，各方来源都留着。",
        ),
    ),
)
