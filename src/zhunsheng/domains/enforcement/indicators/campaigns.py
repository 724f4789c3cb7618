"""Figures of campaigns and problems by field, of joint meetings, of standards and pilots."""

from typing import Any

from zhunsheng.domains.enforcement.registers.shared import FIELDS_OF_WORK
from zhunsheng.engine.indicators.conditions import by, in_time, not_by
from zhunsheng.engine.indicators.declarations import Count, Distinct, Predicate, Share, Total
from zhunsheng.engine.indicators.narrowing import Part, laid_out, narrowed_to_each
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable

_FIELDS = "重点领域执法、专项行动和突出问题整治的要求"
_RIGHTS = "加强知识产权保护的要求"
_MEETINGS = "毗邻地区联席会议制度"
_ACROSS = "跨部门综合监管的要求"
_STANDARDS = "行政执法标准化、规范化建设的要求"
_PROGRAMME = "提升行政执法质量三年行动计划（2023—2025年）"
_ONLINE = "执法案件网上运行的要求"


def _is(kind: str) -> Predicate:
    return lambda entry, _: entry.kind == kind


def _rights(campaign: Any, _: Any) -> Any:
    return campaign.field_of_work == "intellectual_property"


def _result(key: str, label: str, of: str, words: tuple[str, ...], measure: str = "件") -> Total:
    return Total(
        key=key,
        label=label,
        register="campaign",
        on="closed",
        of=of,
        said_as=words,
        source=_FIELDS,
        says=f"期内办结的专项行动和问题整治里，{label}的数量之和。",
        group="重点领域执法",
        measure=measure,
    )


CAMPAIGNS = Count(
    key="campaigns",
    label="专项行动",
    register="campaign",
    counts=_is("campaign"),
    said_as=("执法专项行动", "开展执法专项行动"),
    source=_FIELDS,
    says="期内开始的专项行动。",
    group="重点领域执法",
    measure="次",
)
PROBLEMS = Count(
    key="problems",
    label="要整治的突出问题",
    register="campaign",
    counts=_is("problem"),
    said_as=("重点领域突出问题", "发现执法领域突出问题"),
    source=_FIELDS,
    says="期内开始整治的问题。",
    group="重点领域执法",
    measure="个",
)
CLOSED = Share(
    key="problems_closed",
    label="突出问题办结率",
    register="campaign",
    out_of=_is("problem"),
    counts=lambda campaign, period: by(campaign.closed, period),
    said_as=("突出问题整治办结率",),
    source=_FIELDS,
    says="期内开始整治的问题中，期末已办结的。",
    group="重点领域执法",
    measure="个",
    better="more",
)
OVERDUE = Count(
    key="problems_overdue",
    label="逾期没有办结的突出问题",
    register="campaign",
    on="until",
    holds="by_end",
    counts=lambda campaign, period: (
        (campaign.kind == "problem")
        & (campaign.until < period.end)
        & not_by(campaign.closed, period)
    ),
    said_as=("逾期未办结突出问题",),
    source=_FIELDS,
    says="到期末已过应完成日期、没有办结的问题；点开逐个督办。",
    group="重点领域执法",
    measure="个",
    better="fewer",
)
HANDLED = _result("campaign_cases", "查办案件", "cases_handled", ("重点领域查办案件",))
PENALTIES = _result("campaign_penalties", "作出处罚", "penalties", ("重点领域作出处罚",))
RECTIFIED = _result(
    "campaign_rectified", "完成整改", "rectified", ("重点领域完成整改",), measure="项"
)

RIGHTS = (
    Total(
        key="rights_cases",
        label="查处侵权假冒案件",
        register="campaign",
        on="closed",
        of="cases_handled",
        counts=_rights,
        said_as=("查处侵权假冒案件", "查处知识产权案件"),
        source=_RIGHTS,
        says="期内办结的知识产权领域行动和整治里，查办案件之和。",
        group="知识产权保护",
    ),
    Total(
        key="rights_court_cases",
        label="法院受理知识产权纠纷案件",
        register="campaign",
        of="court_cases",
        counts=_rights,
        said_as=("受理知识产权纠纷案件",),
        source=_RIGHTS,
        says="期内开始的知识产权领域行动和整治里登记的法院案件之和，案号在记录上。",
        group="知识产权保护",
    ),
)

MEETINGS = (
    Distinct(
        key="joint_meetings",
        label="毗邻地区联席会议",
        register="joint_item",
        each="meeting",
        counts=_is("neighbours"),
        said_as=("召开毗邻地区联席会议", "川南渝西毗邻地区联席会议"),
        source=_MEETINGS,
        says="期内召开的会议，按会议名称和次序数，一次会议几个事项算一次。",
        group="联席会议和跨部门监管",
        measure="次",
    ),
    Count(
        key="joint_items",
        label="联席会议研讨事项",
        register="joint_item",
        counts=_is("neighbours"),
        said_as=("联席会议研讨事项",),
        source=_MEETINGS,
        says="期内毗邻地区联席会议研讨的事项。",
        group="联席会议和跨部门监管",
        measure="条",
    ),
    Total(
        key="joint_files",
        label="联席会议集中评查案卷",
        register="joint_item",
        of="files_reviewed",
        counts=_is("neighbours"),
        said_as=("集中评查各地行政执法案卷",),
        source=_MEETINGS,
        says="期内毗邻地区联席会议集中评查的案卷之和。",
        group="联席会议和跨部门监管",
        measure="卷",
    ),
    Count(
        key="matters_across",
        label="跨部门综合监管事项",
        register="joint_item",
        holds="by_end",
        counts=_is("departments"),
        said_as=("跨部门综合监管事项",),
        source=_ACROSS,
        says="到期末确定的跨部门综合监管事项；每个事项的牵头和配合单位在记录上。",
        group="联席会议和跨部门监管",
        measure="项",
    ),
    Share(
        key="joint_items_closed_on_time",
        label="议定事项按期办结率",
        register="joint_item",
        on="until",
        counts=lambda item, _: in_time(item.closed, item.until),
        said_as=("联席会议事项按期办结率",),
        source=_MEETINGS,
        says="应办结日期在期内的联席会议事项和跨部门监管事项中，按期办结的。",
        group="联席会议和跨部门监管",
        measure="条",
        better="more",
    ),
)


def _records(key: str, label: str, of: str) -> Total:
    return Total(
        key=key,
        label=label,
        register="standard",
        of=of,
        counts=_is("standard"),
        source=_STANDARDS,
        says=f"期内开始的执行检查里，{label}之和。",
        group="执法规范化",
        measure="份",
    )


STANDARDS = (
    _records("records_checked", "检查的案卷、记录", "records_checked"),
    _records("records_conforming", "按现行标准制作的案卷、记录", "records_conforming"),
    Share(
        key="programme_done",
        label="三年行动计划任务按期完成率",
        register="standard",
        on="until",
        out_of=_is("programme"),
        counts=lambda task, _: in_time(task.finished, task.until),
        said_as=("提升行政执法质量三年行动计划任务完成率",),
        source=_PROGRAMME,
        says="应完成日期在期内的任务中，按期完成的；2025年12月31日到期的任务在2025年度里看。",
        group="执法规范化",
        measure="项",
        better="more",
    ),
    Count(
        key="pilots",
        label="镇（街道）执法规范化试点",
        register="standard",
        holds="by_end",
        counts=_is("pilot"),
        said_as=("执法规范化试点",),
        source=_STANDARDS,
        says="到期末开展的试点。",
        group="执法规范化",
        measure="个",
    ),
    Count(
        key="pilots_finished",
        label="完成的镇（街道）执法规范化试点",
        register="standard",
        on="finished",
        counts=_is("pilot"),
        said_as=("完成执法规范化试点",),
        source=_STANDARDS,
        says="期内逐条达到标准、完成的试点。",
        group="执法规范化",
        measure="个",
        better="more",
    ),
    Count(
        key="cases_offline",
        label="没有网上运行的案件",
        register="standard",
        holds="by_end",
        counts=lambda one, period: (one.kind == "offline") & not_by(one.finished, period),
        said_as=("没有网上运行的执法案件",),
        source=_ONLINE,
        says="到期末登记的、还没有补到网上的案件；点开逐件补录。",
        group="执法规范化",
        better="fewer",
    ),
)


def _in_field(field: str) -> Predicate:
    return lambda campaign, _: campaign.field_of_work == field


_PARTS = tuple(
    Part(heading=Heading(key=field.key, label=field.label), holds=_in_field(field.key))
    for field in FIELDS_OF_WORK
)
_ACROSS_FIELDS = (PROBLEMS, CLOSED, OVERDUE, HANDLED, PENALTIES, RECTIFIED)
_ALL = Heading(key="all", label="合计")

BY_FIELD = narrowed_to_each(_ACROSS_FIELDS, _PARTS)

FIELDS = StatisticsTable(
    key="fields",
    label="重点领域执法情况表",
    basis=_FIELDS,
    says="突出问题和专项行动，按领域；案件、处罚、整改是办结时登记的结果。",
    rows=(*(part.heading for part in _PARTS), _ALL),
    columns=(
        Heading(key="problems", label="整治问题", group="突出问题"),
        Heading(key="closed", label="办结率", group="突出问题"),
        Heading(key="overdue", label="逾期", group="突出问题"),
        Heading(key="handled", label="查办案件", group="结果"),
        Heading(key="penalties", label="作出处罚", group="结果"),
        Heading(key="rectified", label="完成整改", group="结果"),
    ),
    cells=laid_out(
        dict(
            zip(
                ("problems", "closed", "overdue", "handled", "penalties", "rectified"),
                _ACROSS_FIELDS,
                strict=True,
            )
        ),
        _PARTS,
        _ALL,
    ),
)

INDICATORS = (CAMPAIGNS, *_ACROSS_FIELDS, *RIGHTS, *MEETINGS, *STANDARDS)
