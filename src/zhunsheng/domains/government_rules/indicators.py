"""
Government legislation → figures: the projects of the plan by field, who was asked, who was guided.

Rows of the mission: D05-15 to D05-19.
"""

from typing import Any

from zhunsheng.domains.government_rules.registers.project import FIELD_CHOICES
from zhunsheng.engine.indicators.conditions import by, in_time, not_by
from zhunsheng.engine.indicators.declarations import Count, Share, Total
from zhunsheng.engine.indicators.narrowing import Part, laid_out, narrowed_to_each
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable
from zhunsheng.engine.indicators.validation import Side, ValidationRule

_PLAN = "立法工作计划"
_POINTS = "基层立法联系点"
_FIELDS = "推进重点领域立法的要求"
_BASIS = "编制和组织实施年度立法工作计划的要求"


def _stays(project: Any, period: Any) -> Any:
    return not_by(project.withdrawn, period)


PLANNED = Count(
    key="planned",
    label="立法计划项目",
    register="project",
    said_as=("立法计划项目", "立法项目"),
    source=_BASIS,
    says="期内列入年度立法工作计划的项目，后来调整出计划的也算。",
    group=_PLAN,
    measure="个",
)
UNDER_WAY = Count(
    key="under_way",
    label="在办立法项目",
    register="project",
    holds="by_end",
    counts=lambda project, period: _stays(project, period) & not_by(project.decided, period),
    source=_BASIS,
    says="期末列在计划里、没有审议的项目，不论哪一年列入。",
    group=_PLAN,
    measure="个",
)
DECIDED = Count(
    key="decided",
    label="审议立法项目",
    register="project",
    on="decided",
    said_as=("审议立法项目", "完成立法项目"),
    source=_BASIS,
    says="期内经政府审议的项目，规章和地方性法规草案都算。",
    group=_PLAN,
    measure="个",
)
BY_FIELD = {"planned": PLANNED, "under_way": UNDER_WAY, "decided": DECIDED}
"""What the table of fields tells of each, by its columns."""

PROJECTS = (
    *BY_FIELD.values(),
    Share(
        key="on_plan",
        label="立法计划按期完成率",
        register="project",
        on="until",
        out_of=_stays,
        counts=lambda project, _: in_time(project.decided, project.until),
        said_as=("立法计划按期完成率", "立法计划完成率"),
        source=_BASIS,
        says="应报送审议日期在期内、没有调整出计划的项目中，按期审议的；没有审议的计入分母。",
        group=_PLAN,
        measure="个",
        better="more",
    ),
    Count(
        key="rules_published",
        label="公布政府规章",
        register="project",
        on="published",
        said_as=("公布政府规章", "出台政府规章"),
        source=_BASIS,
        says="期内公布的政府规章。",
        group=_PLAN,
    ),
    Count(
        key="reforms_without_project",
        label="没有立法项目的改革事项",
        register="reform",
        holds="by_end",
        counts=lambda reform, period: reform.needs_law & not_by(reform.arranged, period),
        source="立法和改革衔接要求",
        says="期末以前决定、需要立法修法而没有列入立法项目的改革事项。",
        group=_PLAN,
        measure="项",
        better="fewer",
    ),
    Share(
        key="counties_guided",
        label="自治县立法指导率",
        register="county_guidance",
        on="until",
        counts=lambda county, period: by(county.guided, period),
        said_as=("自治县立法指导率", "指导自治县立法"),
        source="对下立法业务指导要求",
        says="应指导日期在期内的自治县中，期末已指导的；没有指导的计入分母，逐个列出。",
        group=_PLAN,
        measure="个",
        better="more",
    ),
)
"""立法计划、改革和自治县。"""

CONSULTATIONS = (
    Count(
        key="drafts_sent",
        label="草案征求联系点意见",
        register="consultation",
        said_as=("征求基层立法联系点意见",),
        source="基层立法联系点工作要求",
        says="期内送出的征求意见；一件草案送几个联系点算几件。",
        group=_POINTS,
    ),
    Total(
        key="comments_received",
        label="联系点提出意见",
        register="consultation",
        on="received",
        of="comments",
        said_as=("基层立法联系点提出意见", "收到基层立法联系点意见"),
        source="基层立法联系点工作要求",
        says="期内收到的联系点意见条数之和。",
        group=_POINTS,
        measure="条",
    ),
    Total(
        key="comments_adopted",
        label="采纳联系点意见",
        register="consultation",
        on="received",
        of="adopted",
        said_as=("采纳基层立法联系点意见",),
        source="基层立法联系点工作要求",
        says="期内收到的联系点意见中，采纳的条数之和。",
        group=_POINTS,
        measure="条",
    ),
    Share(
        key="commenters_answered",
        label="联系点意见答复率",
        register="consultation",
        on="received",
        counts=lambda one, period: by(one.replied, period),
        said_as=("联系点意见答复率",),
        source="基层立法联系点工作要求",
        says="期内收到意见的，期末已答复提出人；没有答复的计入分母。",
        group=_POINTS,
        better="more",
    ),
)
"""基层立法联系点。"""


def _of_field(key: str) -> Any:
    return lambda project, _: project.field == key


_PARTS = tuple(
    Part(heading=Heading(key=one.key, label=one.label), holds=_of_field(one.key))
    for one in FIELD_CHOICES
)
_ALL = Heading(key="all", label="合计")

INDICATORS = (*PROJECTS, *CONSULTATIONS, *narrowed_to_each(BY_FIELD.values(), _PARTS))
"""All of them, the cells of the table of fields last."""

FIELDS = StatisticsTable(
    key="fields",
    label="重点领域立法情况",
    basis=_FIELDS,
    says="按领域列出列入计划、在办和审议的立法项目；为零的就是没有项目。",
    rows=(*(part.heading for part in _PARTS), _ALL),
    columns=(
        Heading(key="planned", label="列入计划（个）"),
        Heading(key="under_way", label="期末在办（个）"),
        Heading(key="decided", label="审议（个）"),
    ),
    cells=laid_out(BY_FIELD, _PARTS, _ALL),
)

RULES = (
    ValidationRule(
        key="comments",
        label="采纳的联系点意见不多于收到的",
        left=Side(adds=("comments_adopted",), missing="zero"),
        operator="<=",
        right=Side(adds=("comments_received",)),
        source="基层立法联系点工作要求",
    ),
)
"""What must agree between them."""
