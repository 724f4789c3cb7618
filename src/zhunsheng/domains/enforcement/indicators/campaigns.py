"""Figures of campaigns and problems, in all and by field, and of intellectual property."""

from typing import Any

from zhunsheng.domains.enforcement.indicators.shared import in_field, is_of
from zhunsheng.domains.enforcement.registers.shared import FIELDS_OF_WORK
from zhunsheng.engine.indicators.conditions import by, not_by
from zhunsheng.engine.indicators.declarations import Count, Share, Total
from zhunsheng.engine.indicators.narrowing import Part, laid_out, narrowed_to_each
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable

_FIELDS = "重点领域执法、专项行动和突出问题整治的要求"
_RIGHTS = "加强知识产权保护的要求"


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
    counts=is_of("campaign"),
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
    counts=is_of("problem"),
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
    out_of=is_of("problem"),
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

_PARTS = tuple(
    Part(heading=Heading(key=field.key, label=field.label), holds=in_field(field.key))
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

INDICATORS = (CAMPAIGNS, *_ACROSS_FIELDS, *RIGHTS)
