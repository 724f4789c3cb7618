"""What a corrected act comes back as: a finding of the unit that made it, until it is put right."""

from zhunsheng.domains.reconsideration.registers.case.application import ACTS
from zhunsheng.domains.reconsideration.registers.shared import among, in_order, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.hints import Hint
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

CAUSES = (
    Choice(key="facts", label="事实不清、证据不足"),
    Choice(key="law", label="适用依据错误"),
    Choice(key="procedure", label="违反法定程序"),
    Choice(key="power", label="超越、滥用职权"),
    Choice(key="inaction", label="不履行、拖延履行职责"),
    Choice(key="unfair", label="明显不当"),
)

_ABOUT = (
    Field(
        key="matter",
        label="被纠正的行政行为",
        required=True,
        help="写行为的事由，不写当事人姓名。",
        examples=("占道经营处罚决定", "不予许可决定", "房屋征收补偿决定"),
    ),
    Field(
        key="corrected_by",
        label="由什么纠正",
        kind="choice",
        required=True,
        choices=(
            Choice(key="reconsideration", label="行政复议"),
            Choice(key="litigation", label="行政诉讼"),
        ),
    ),
    Field(
        key="correction_kind",
        label="纠正方式",
        kind="choice",
        required=True,
        choices=(
            Choice(key="revoke", label="撤销、部分撤销"),
            Choice(key="change", label="变更"),
            Choice(key="confirm_illegal", label="确认违法、确认无效"),
            Choice(key="perform", label="责令履行"),
        ),
    ),
    Field(key="act", label="行政行为类别", kind="choice", required=True, choices=ACTS),
    Field(key="act_number", label="行政行为文号或者案号"),
    Field(
        key="penalty_case",
        label="处罚案件",
        kind="reference",
        refers_to="penalty.case",
        help="被纠正的是行政处罚的，选择该案件；其他行为不填。",
    ),
    Field(key="case", label="复议案件", kind="reference", refers_to="reconsideration.case"),
    Field(key="lawsuit", label="应诉案件", kind="reference", refers_to="litigation.lawsuit"),
    Field(key="received", label="收到决定书、裁判日期", kind="date", required=True),
    Field(key="until", label="应整改完成日期", kind="date", required=True),
)

_CORRECTION = (
    Field(key="cause", label="原因", kind="choice", choices=CAUSES),
    Field(
        key="correction",
        label="纠正情况",
        kind="long_text",
        help="行为本身怎样处理：重新作出、退还、撤下公示等。",
    ),
    Field(key="measures", label="防止再犯的措施", kind="long_text"),
    Field(key="corrected", label="整改完成日期", kind="date"),
    Field(key="closed", label="核销日期", kind="date"),
)

FINDING = Register(
    key="finding",
    label="纠正案件整改",
    shape="case",
    basis="行政执法、行政复议、行政审判信息互通的要求",
    says="行为被复议、诉讼纠正以后，由作出行为的单位查原因、纠正、整改，到核销；处罚和其他行为都登记。",
    title="matter",
    happened="received",
    face=("received", "correction_kind", "corrected"),
    fields=(*_ABOUT, *_CORRECTION),
    procedure=Procedure(
        states=(
            State(key="open", label="整改中"),
            State(key="corrected", label="待核销"),
            State(key="closed", label="已核销", final=True),
        ),
        steps=(
            Step(
                key="correct",
                label="登记整改",
                comes_from=("open",),
                leads_to="corrected",
                requires=("cause", "correction", "measures", "corrected"),
                document="整改情况报告",
            ),
            Step(
                key="send_back",
                label="退回整改",
                comes_from=("corrected",),
                leads_to="open",
                by=("coordinator", "approver"),
            ),
            Step(
                key="close",
                label="核销",
                comes_from=("corrected",),
                leads_to="closed",
                by=("coordinator", "approver"),
                requires=("closed",),
                approves=True,
            ),
        ),
    ),
    due_dates=(DueDate(key="correction", label="问题整改", until="until", ends="corrected"),),
    checks=(
        Check(
            field="penalty_case",
            says="行政行为类别是行政处罚的，才选择处罚案件。",
            holds=where(lambda one: bool(one.get("penalty_case")), among("act", {"penalty"})),
        ),
        Check(
            field="lawsuit",
            says="由行政复议纠正的，选择复议案件，不填应诉案件。",
            holds=where(
                among("corrected_by", {"reconsideration"}), lambda one: not one.get("lawsuit")
            ),
        ),
        Check(
            field="corrected",
            says="收到、整改、核销的日期前后颠倒。",
            holds=lambda one: in_order(one, "received", "corrected", "closed"),
        ),
    ),
    hints=(
        Hint(
            key="same_cause",
            compares="cause",
            alike=lambda one, other: one == other,
            says="另有{count}件因同样的原因被纠正，请一并查找原因。",
        ),
    ),
)
