"""Discretion benchmarks: tiers and circumstances of one item, edition by edition, made public."""

from decimal import Decimal

from zhunsheng.domains.penalty.discretion import Tier, rises
from zhunsheng.domains.penalty.registers.shared import article
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

TIERS = Field(
    key="tiers",
    label="裁量阶次",
    kind="rows",
    required=True,
    public=True,
    help="从轻到重各写一行；分值达到起点的，适用这一阶次。",
    columns=(
        Field(key="label", label="阶次", required=True, examples=("从轻", "一般", "从重")),
        Field(key="begins_at", label="起点分值", kind="integer", required=True),
        Field(key="low", label="下限", kind="decimal", required=True),
        Field(key="high", label="上限", kind="decimal", required=True),
    ),
)
CIRCUMSTANCES = Field(
    key="circumstances",
    label="裁量情节",
    kind="rows",
    required=True,
    public=True,
    help="从轻的情节写负分，从重的写正分；办案时写的情节须与此一字不差。",
    columns=(
        Field(key="circumstance", label="情节", required=True),
        Field(key="points", label="分值", kind="integer", required=True),
    ),
)


def _tiers_rise(benchmark: Values) -> bool:
    read = [
        Tier(
            label=row["label"],
            begins_at=row["begins_at"],
            low=Decimal(row["low"]),
            high=Decimal(row["high"]),
        )
        for row in benchmark.get("tiers") or ()
    ]
    return rises(sorted(read, key=lambda tier: tier.begins_at))


def _named_once(benchmark: Values) -> bool:
    names = [row["circumstance"] for row in benchmark.get("circumstances") or ()]
    return len(names) == len(set(names))


BENCHMARK = Register(
    key="benchmark",
    label="行政裁量权基准",
    shape="list",
    basis=str(article("第三十四条")),
    says="每个违法行为的裁量阶次和情节分值；案件据此算出罚款的合法幅度。",
    title="violation",
    happened="adopted",
    face=("item", "edition", "published"),
    public=True,
    fields=(
        Field(
            key="violation",
            label="违法行为",
            required=True,
            public=True,
            examples=("占道经营", "未按规定处置垃圾"),
        ),
        Field(
            key="item",
            label="执法事项",
            kind="reference",
            refers_to="enforcement.item",
            required=True,
        ),
        Field(key="edition", label="版本", required=True, public=True, examples=("2026年版",)),
        Field(
            key="measure",
            label="罚款计算方式",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="amount", label="按金额（元）"),
                Choice(key="times", label="按货值或者违法所得的倍数"),
            ),
        ),
        TIERS,
        CIRCUMSTANCES,
        Field(
            key="large_for_person",
            label="对公民“较大数额”起点",
            kind="money",
            required=True,
            public=True,
            help="达到的，要告知可以要求听证；数额按本地、本系统的规定填写。",
            expected=(1, 100_000_000),
            source=article("第六十三条"),
        ),
        Field(
            key="large_for_organization",
            label="对单位“较大数额”起点",
            kind="money",
            required=True,
            public=True,
            expected=(1, 1_000_000_000),
            source=article("第六十三条"),
        ),
        Field(key="adopted", label="制定日期", kind="date", required=True, public=True),
        Field(key="publish_until", label="应公布日期", kind="date"),
        Field(
            key="published",
            label="公布日期",
            kind="date",
            public=True,
            source=article("第三十四条"),
        ),
        Field(key="retired", label="废止日期", kind="date", public=True),
    ),
    due_dates=(
        DueDate(
            key="publication",
            label="裁量基准公布",
            until="publish_until",
            ends="published",
            source=article("第三十四条"),
        ),
    ),
    checks=(
        Check(
            field="tiers",
            says="阶次应当从轻到重：起点分值不重复，罚款上限、下限都不随情节加重而降低。",
            holds=_tiers_rise,
            source=article("第三十四条"),
        ),
        Check(field="circumstances", says="同一情节写了两次。", holds=_named_once),
    ),
)
