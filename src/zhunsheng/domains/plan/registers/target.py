"""A target of a task: the words of the document, and the figure, the comparison and the value they mean."""

from zhunsheng.domains.plan.registers.shared import BASIS, brought
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

COMPARATORS = (
    Choice(key="at_least", label="不低于（≥）"),
    Choice(key="at_most", label="不高于（≤）"),
    Choice(key="equal", label="等于（=）"),
    Choice(key="less", label="低于（<）"),
    Choice(key="more", label="高于（>）"),
)
PERIODS = (
    Choice(key="year", label="全年"),
    Choice(key="half_year", label="每半年"),
    Choice(key="quarter", label="每季度"),
    Choice(key="month", label="每月"),
    Choice(key="meeting", label="每次会议"),
    Choice(key="by", label="到某日"),
)
SCOPES = (
    Choice(key="government", label="整个政府"),
    Choice(key="each_of_group", label="一类单位中的每一个"),
    Choice(key="each_named", label="点名的每一个单位"),
)
_LEFT_EMPTY = ("",)


def _scope_is_named(target: Values) -> bool:
    if target.get("scope") == "each_of_group":
        return bool(target.get("group_named"))
    return target.get("scope") != "each_named" or bool(target.get("units_named"))


def _bands_hold(target: Values) -> bool:
    low, high = target.get("amount_from"), target.get("amount_to")
    if low is None and high is None:
        return True
    return target.get("scope") == "each_named" and (low is None or high is None or low <= high)


TARGET = Register(
    key="target",
    label="量化目标",
    shape="list",
    basis=BASIS,
    says="任务里的量化目标：文件原话、用哪个指标衡量、怎样比较、谁来达到。",
    title="words",
    happened="since",
    face=("indicator", "comparator", "target_value"),
    named_across=True,
    entered_by=("coordinator",),
    fields=(
        Field(
            key="task",
            label="任务",
            kind="reference",
            refers_to="plan.task",
            required=True,
            brings=("year",),
        ),
        Field(
            key="words",
            label="原话",
            required=True,
            examples=("政府常务会议学法每年不少于12次", "按期办复率达100%"),
        ),
        Field(
            key="explicit",
            label="文件写明数字",
            kind="boolean",
            help="“全覆盖”“全部”一类没有写数字的，选“否”。",
            examples=("是",),
        ),
        Field(
            key="indicator",
            label="指标",
            help="指标的全名，例如 recommendations.replied_on_time；没有指标的写明为什么。",
            examples=_LEFT_EMPTY,
        ),
        Field(key="comparator", label="比较", kind="choice", required=True, choices=COMPARATORS),
        Field(
            key="target_value",
            label="目标值",
            kind="decimal",
            places=4,
            help="百分比写百分数，例如100。",
            examples=("100",),
        ),
        Field(key="measure", label="计量单位", examples=("%",)),
        Field(
            key="compared_with",
            label="与哪个指标比较",
            help="目标没有写数、与另一个率比较时填写。",
            examples=_LEFT_EMPTY,
        ),
        Field(key="period", label="期间", kind="choice", required=True, choices=PERIODS),
        Field(key="by_day", label="截止日期", kind="date", examples=_LEFT_EMPTY),
        Field(key="scope", label="范围", kind="choice", required=True, choices=SCOPES),
        Field(key="scope_words", label="范围的原话", examples=("各镇（街道）",)),
        Field(
            key="group_named",
            label="单位类别",
            help="组织机构里登记的单位类别。",
            examples=("各镇（街道）",),
        ),
        Field(
            key="units_named",
            label="点名的单位",
            kind="rows",
            columns=(
                Field(key="named", label="单位", kind="unit"),
                Field(key="amount", label="分档的数", kind="integer"),
            ),
            help="目标按编制数等分档的，写明每个单位的数。",
        ),
        Field(key="condition", label="条件的原话", examples=_LEFT_EMPTY),
        Field(
            key="amount_from",
            label="分档下限",
            kind="integer",
            help="含本数；分档的数不低于它的单位才受这个目标约束。",
            examples=_LEFT_EMPTY,
        ),
        Field(
            key="amount_to",
            label="分档上限",
            kind="integer",
            help="含本数。",
            examples=_LEFT_EMPTY,
        ),
        Field(
            key="not_measurable",
            label="不能衡量的理由",
            kind="long_text",
            help="没有指标的必填。",
            examples=("没有登记这项工作的台账",),
        ),
        Field(key="since", label="开始日期", kind="date", required=True),
        Field(key="dropped", label="取消日期", kind="date", examples=_LEFT_EMPTY),
        Field(key="year", label="年度", kind="integer", computed=brought("task.year")),
    ),
    checks=(
        Check(
            field="not_measurable",
            says="没有指标的目标，须写明为什么不能衡量。",
            holds=lambda target: (
                bool(target.get("indicator")) or bool(target.get("not_measurable"))
            ),
        ),
        Check(
            field="target_value",
            says="须写明目标值，或者与哪个指标比较，只写一样。",
            holds=lambda target: (
                (target.get("target_value") is not None) != bool(target.get("compared_with"))
            ),
        ),
        Check(
            field="by_day",
            says="期间为“到某日”的，须写明截止日期；其他的不写。",
            holds=lambda target: (target.get("period") == "by") == bool(target.get("by_day")),
        ),
        Check(
            field="scope",
            says="范围是一类单位的，写明类别；点名的，写明单位。",
            holds=_scope_is_named,
        ),
        Check(
            field="amount_to",
            says="分档的上限不能小于下限；有分档的须点名单位，写明各自的数。",
            holds=_bands_hold,
        ),
    ),
)
