"""The plan of a random inspection: which item, in which share by credit risk, by how many officers, until when."""

from decimal import Decimal

from zhunsheng.domains.inspection.instruments import DOUBLE_RANDOM_OPINIONS, GANSU_OPINIONS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock

LEAST_OFFICERS = 2
RATES = {"low": "rate_low", "medium": "rate_medium", "high": "rate_high"}
"""The share of each grade of credit risk, by the grades of the pool of subjects."""
article = DOUBLE_RANDOM_OPINIONS.article


def _item_published(plan: Values) -> bool | None:
    if not plan.get("item"):
        return None
    published, retired = plan.get("item.published"), plan.get("item.retired")
    day = plan.get("approved") or plan.get("made") or ""
    return bool(published and published <= day and not (retired and retired <= day))


def _riskier_more_often(plan: Values) -> bool:
    rates = [Decimal(plan.get(RATES[grade]) or 0) for grade in ("low", "medium", "high")]
    return rates == sorted(rates) and rates[0] >= 0 and rates[-1] <= 100


def _rate(key: str, grade: str) -> Field:
    return Field(
        key=key,
        label=f"{grade}风险对象抽查比例",
        kind="decimal",
        places=1,
        measure="%",
        required=True,
        public=True,
        expected=(0, 100),
        examples={"低": ("3",), "中": ("5",), "高": ("10", "20")}[grade],
    )


FIELDS = (
    Field(
        key="name",
        label="计划名称",
        required=True,
        public=True,
        examples=("食品经营双随机抽查", "特种设备双随机抽查", "消防安全双随机抽查"),
    ),
    Field(
        key="item",
        label="抽查事项",
        kind="reference",
        refers_to="inspection.check_item",
        required=True,
        help="从公布的检查事项清单里选。",
        brings=("published", "retired", "ratio_cap"),
        source=article("三（二）"),
    ),
    Field(
        key="partners",
        label="参与部门",
        kind="rows",
        help="跨部门联合抽查的，写明参与的部门。",
        columns=(Field(key="partner", label="单位", kind="unit", required=True, outside=True),),
        source=article("三（四）"),
    ),
    Field(key="made", label="制定日期", kind="date", required=True, public=True),
    Field(key="begins", label="开始日期", kind="date", required=True, public=True),
    Field(key="until", label="应完成日期", kind="date", required=True, public=True),
    _rate("rate_low", "低"),
    _rate("rate_medium", "中"),
    _rate("rate_high", "高"),
    Field(
        key="team",
        label="每个对象的检查人员",
        kind="integer",
        measure="名",
        required=True,
        expected=(LEAST_OFFICERS, 5),
        examples=("2",),
    ),
    Field(
        key="reserve",
        label="各等级候补对象",
        kind="integer",
        measure="个",
        expected=(0, 20),
        examples=("1", "2"),
        help="抽中的对象停业、搬迁的，按抽出的次序由候补替上。",
    ),
    Field(
        key="cap",
        label="年度抽查比例上限",
        kind="decimal",
        places=1,
        measure="%",
        public=True,
        computed=lambda plan: plan.get("item.ratio_cap"),
        help="事项清单里写明的；重点检查事项没有上限。",
        source=article("三（二）"),
    ),
    Field(key="item_published", label="事项已公布", kind="boolean", computed=_item_published),
    Field(key="approved", label="批准日期", kind="date", public=True),
    Field(key="cancelled", label="取消日期", kind="date"),
    Field(key="cancellation", label="取消的原因", kind="long_text"),
    Field(key="completed", label="抽查任务完成日期", kind="date", public=True),
    Field(key="result", label="抽查情况", kind="long_text", public=True),
    Field(
        key="published",
        label="结果公示日期",
        kind="date",
        public=True,
        source=article("三（六）"),
    ),
    Field(
        key="published_at",
        label="公示平台",
        public=True,
        examples=("国家企业信用信息公示系统",),
        source=article("三（六）"),
    ),
)

STEPS = (
    Step(
        key="approve",
        label="批准计划",
        comes_from=("drafted",),
        leads_to="approved",
        by=("approver",),
        requires=("approved",),
        source=article("三（四）"),
        gates=(
            Gate(
                key="item_published",
                needs="抽查事项还没有公布，或者已经移出清单；请先公布，或者另选事项。",
                open_when=lambda plan: bool(plan.get("item_published")),
                source=article("三（二）"),
            ),
        ),
        approves=True,
    ),
    Step(
        key="cancel",
        label="取消计划",
        comes_from=("drafted", "approved"),
        leads_to="cancelled",
        by=("approver",),
        requires=("cancelled", "cancellation"),
    ),
    Step(
        key="complete",
        label="完成抽查",
        comes_from=("approved",),
        leads_to="completed",
        requires=("completed", "result"),
    ),
    Step(
        key="publish",
        label="公示结果",
        comes_from=("completed",),
        leads_to="published",
        requires=("published", "published_at"),
        source=article("三（六）"),
    ),
)

PLAN = Register(
    key="plan",
    label="随机抽查计划",
    shape="case",
    basis=str(article("三（四）")),
    says="年度抽查计划里的每一项：抽查哪个事项、各信用风险等级抽多少、几个人去、什么时候完成；批准后在“随机抽取”里抽对象、派人员。",
    title="name",
    happened="made",
    face=("item", "until", "published"),
    public=True,
    fields=FIELDS,
    procedure=Procedure(
        states=(
            State(key="drafted", label="已拟订"),
            State(key="cancelled", label="已取消", final=True),
            State(key="approved", label="已批准"),
            State(key="completed", label="已完成"),
            State(key="published", label="已公示", final=True),
        ),
        steps=STEPS,
    ),
    clocks=(RegisterClock(clock="random_result"),),
    due_dates=(
        DueDate(
            key="completion",
            label="抽查任务",
            until="until",
            ends="completed",
            when=lambda plan: not plan.get("cancelled"),
        ),
    ),
    checks=(
        Check(
            field="team",
            says="检查人员不得少于两名。",
            holds=lambda plan: (plan.get("team") or 0) >= LEAST_OFFICERS,
            source=GANSU_OPINIONS.article("一（一）"),
        ),
        Check(
            field="rate_high",
            says="信用风险越高，抽查比例不能越低；比例在0到100之间。",
            holds=_riskier_more_often,
        ),
        Check(
            field="until",
            says="应完成日期早于开始日期。",
            holds=lambda plan: (
                not (plan.get("begins") and plan.get("until") and plan["until"] < plan["begins"])
            ),
        ),
    ),
)
