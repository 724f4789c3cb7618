"""Visits → figures: how many, by which form, what they found, and whether firms are visited less."""

from typing import Any

from zhunsheng.domains.inspection.instruments import (
    DOUBLE_RANDOM_OPINIONS,
    FIRM_INSPECTION_OPINIONS,
)
from zhunsheng.engine.indicators.conditions import by, not_by
from zhunsheng.engine.indicators.declarations import Count, Distinct, Predicate, Share, Total

_GROUP = "行政检查"
_FEWER = str(FIRM_INSPECTION_OPINIONS)
_JOINT = "综合执法、联合执法、协作执法和联合检查机制的要求"
_SOFT = "包容审慎监管和柔性执法的要求"
_METHODS = "创新行政执法方式的要求"


def _joint(visit: Any, _: Any) -> Any:
    return visit.form == "joint"


def _found_something(visit: Any, _: Any) -> Any:
    return visit.problems > 0


def _by_method(method: str) -> Predicate:
    return lambda visit, _: visit.method == method


VISITS = (
    Count(
        key="visits",
        label="实施行政检查",
        register="visit",
        on="visited",
        said_as=("实施行政检查", "涉企行政检查"),
        source=_FEWER,
        says="期内到场实施的检查；与上年同期对比，看检查是否减少。",
        group=_GROUP,
        measure="次",
        better="fewer",
    ),
    Distinct(
        key="subjects_visited",
        label="检查的企业和场所",
        register="visit",
        on="visited",
        each="subject",
        said_as=("检查企业和场所",),
        source=_FEWER,
        says="期内检查过的不同对象，一个对象查几次都算一家。",
        group=_GROUP,
        measure="家",
    ),
    Count(
        key="visits_over_cap",
        label="超出次数上限的检查计划",
        register="visit",
        counts=lambda visit, period: (
            (visit.kind != "triggered")
            & (visit.visits_this_year >= visit.cap)
            & not_by(visit.cancelled, period)
        ),
        source=_FEWER,
        says="计划在期内、不是投诉举报触发、没有取消的检查中，该对象本年已批准的其他检查到了上限的；应当并入或者取消。",
        group=_GROUP,
        measure="次",
        better="fewer",
    ),
    Share(
        key="results_published",
        label="检查结果公示率",
        register="visit",
        on="completed",
        counts=lambda visit, period: by(visit.published, period),
        said_as=("检查结果公示率", "抽查检查结果公示率"),
        source=str(DOUBLE_RANDOM_OPINIONS.article("三（六）")),
        says="期内完成的检查中，期末已公示结果的。",
        group=_GROUP,
        measure="次",
        better="more",
    ),
    Share(
        key="soft_visits",
        label="发现问题后采取柔性措施的比例",
        register="visit",
        on="visited",
        out_of=_found_something,
        counts=lambda visit, _: visit.soft_measure.notnull(),
        said_as=("柔性执法措施运用比例",),
        source=_SOFT,
        says="期内发现了问题的检查中，采取提醒、约谈、建议、指导等柔性措施的。",
        group=_GROUP,
        measure="次",
        better="more",
    ),
)

JOINT = (
    Count(
        key="joint_visits",
        label="联合检查",
        register="visit",
        on="visited",
        counts=_joint,
        said_as=("联合检查", "开展联合检查"),
        source=_JOINT,
        says="期内到场、由两个以上单位一起实施的检查；一次只记一条。",
        group=_GROUP,
        measure="次",
    ),
    Distinct(
        key="joint_subjects",
        label="联合检查的企业",
        register="visit",
        on="visited",
        each="subject",
        counts=_joint,
        said_as=("联合检查企业",),
        source=_JOINT,
        says="期内联合检查过的不同对象。",
        group=_GROUP,
        measure="家",
    ),
    Total(
        key="joint_problems",
        label="联合检查发现问题",
        register="visit",
        on="visited",
        of="problems",
        counts=_joint,
        said_as=("联合检查发现问题隐患",),
        source=_JOINT,
        says="期内联合检查发现的问题之和。",
        group=_GROUP,
        measure="条",
    ),
    Share(
        key="joint_share",
        label="联合检查占比",
        register="visit",
        on="visited",
        counts=_joint,
        said_as=("联合检查占比",),
        source=_JOINT,
        says="期内到场的检查中，联合检查的。",
        group=_GROUP,
        measure="次",
        better="more",
    ),
    Count(
        key="joint_due",
        label="待实施的联合检查",
        register="visit",
        holds="by_end",
        counts=lambda visit, period: (
            _joint(visit, period) & not_by(visit.visited, period) & not_by(visit.cancelled, period)
        ),
        source=_JOINT,
        says="计划日期到期末为止，没有实施也没有取消的联合检查。",
        group=_GROUP,
        measure="次",
        better="fewer",
    ),
)


def _method_share(method: str, label: str) -> Share:
    return Share(
        key=f"{method}_share",
        label=f"{label}检查占比",
        register="visit",
        on="visited",
        counts=_by_method(method),
        said_as=(f"{label}检查占比",),
        source=_METHODS,
        says=f"期内实施的检查中，以{label}方式进行的；没有写方式的也在分母里。",
        group=_GROUP,
        measure="次",
    )


METHODS = (
    _method_share("on_site", "现场"),
    _method_share("remote", "非现场"),
    _method_share("handheld", "掌上"),
)

INDICATORS = (*VISITS, *JOINT, *METHODS)
"""All of them."""
