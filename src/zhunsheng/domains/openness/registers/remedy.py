"""Complaints, reconsiderations and lawsuits over disclosure, as the official table counts them."""

from zhunsheng.domains.openness.official_vocabulary import REMEDIES, REMEDY_OUTCOMES
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

REMEDY = Register(
    key="remedy",
    label="信息公开投诉、复议和诉讼",
    shape="case",
    basis="政府信息公开条例（国务院令第711号）第五十条",
    says="因政府信息公开工作引起的投诉举报、行政复议、行政诉讼；一案一条，年报附表由此计算。",
    title="matter",
    happened="filed",
    face=("kind", "filed", "outcome"),
    fields=(
        Field(
            key="matter",
            label="事由",
            required=True,
            examples=("不服不予公开答复", "不服信息不存在答复", "认为逾期未答复"),
            help="不写当事人的姓名等个人信息。",
        ),
        Field(key="kind", label="途径", kind="choice", choices=REMEDIES, required=True),
        Field(
            key="request",
            label="所涉公开申请",
            kind="reference",
            refers_to="openness.request",
        ),
        Field(key="party", label="申请人或者原告", kind="party", personal=True),
        Field(key="filed", label="收到日期", kind="date", required=True),
        Field(key="handled_by", label="受理机关或者法院"),
        Field(key="case_number", label="案号", kind="instrument"),
        Field(key="outcome", label="结果", kind="choice", choices=REMEDY_OUTCOMES),
        Field(key="concluded", label="审结日期", kind="date"),
        Field(key="correction", label="纠正情况", kind="long_text"),
        Field(key="decision", label="决定书、裁判文书", kind="attachments"),
    ),
    procedure=Procedure(
        states=(
            State(key="filed", label="尚未审结"),
            State(key="concluded", label="已审结", final=True),
        ),
        steps=(
            Step(
                key="conclude",
                label="登记结果",
                comes_from=("filed",),
                leads_to="concluded",
                requires=("outcome", "concluded"),
                asks=("correction", "decision"),
            ),
        ),
    ),
    checks=(
        Check(
            field="concluded",
            says="审结日期不能早于收到日期。",
            holds=lambda remedy: (
                not remedy.get("concluded") or remedy["concluded"] >= remedy["filed"]
            ),
        ),
        Check(
            field="correction",
            says="结果纠正的，须写明怎样纠正。",
            holds=lambda remedy: (
                remedy.get("outcome") != "corrected" or bool(remedy.get("correction"))
            ),
        ),
    ),
)
