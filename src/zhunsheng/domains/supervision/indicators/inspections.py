"""Figures of inspections and of what they and all other supervision find."""

from zhunsheng.domains.supervision.registers.findings import SOURCES
from zhunsheng.engine.indicators.conditions import by, in_time, is_one_of, not_by
from zhunsheng.engine.indicators.declarations import Count, Predicate, Share
from zhunsheng.engine.indicators.narrowing import Part, laid_out, narrowed_to_each
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable

_INSPECTIONS, _FINDINGS = "督察、督查", "监督发现问题"
_PROVISIONS = "法治政府建设与责任落实督察工作规定"
_REGULATION = "政府督查工作条例（国务院令第733号）"
_JOINED = "贯通协同监督体系"


def _kind(key: str) -> Predicate:
    return lambda one, _: one.kind == key


INSPECTIONS = (
    Count(
        key="law_inspections",
        label="法治政府建设督察",
        register="inspection",
        on="begun",
        counts=_kind("law_based"),
        said_as=("法治政府建设与责任落实督察", "开展法治督察"),
        source=_PROVISIONS,
        says="期内开始的法治政府建设与责任落实督察，迎接上级的不算。",
        group=_INSPECTIONS,
        measure="次",
    ),
    Count(
        key="yearly_inspections",
        label="年度专项督查",
        register="inspection",
        on="begun",
        counts=_kind("yearly"),
        said_as=("年度专项督查",),
        source=_PROVISIONS,
        says="期内开始的年度专项督查。",
        group=_INSPECTIONS,
        measure="次",
    ),
    Count(
        key="government_inspections",
        label="政府督查",
        register="government_inspection",
        on="begun",
        said_as=("开展政府督查",),
        source=_REGULATION,
        says="期内开始的政府督查。",
        group=_INSPECTIONS,
        measure="次",
    ),
    Share(
        key="conclusions_fed_back",
        label="督查结论反馈率",
        register="government_inspection",
        on="concluded",
        counts=lambda one, period: by(one.fed_back, period),
        said_as=("督查结论反馈率",),
        source=_REGULATION,
        says="期内作出的督查结论中，期末已向督查对象反馈的。",
        group=_INSPECTIONS,
        measure="次",
        better="more",
    ),
    Share(
        key="inspections_as_planned",
        label="督察计划完成率",
        register="inspection_plan",
        on="until",
        out_of=lambda one, period: not_by(one.dropped, period),
        counts=lambda one, period: by(one.held, period),
        said_as=("督察计划完成率", "年度专项督查计划完成率"),
        source=_REGULATION,
        says="应开展日期在期内的计划中，期末已开展的；不再开展的不算，没有开展的计入分母。",
        group=_INSPECTIONS,
        measure="项",
        better="more",
    ),
    Share(
        key="reviews_decided_on_time",
        label="督查复核按期决定率",
        register="inspection_review",
        on="review_decision_due",
        counts=lambda one, _: in_time(one.decided, one.review_decision_due),
        said_as=("督查复核按期决定率",),
        source=_REGULATION + "第十七条",
        says="决定期限在期内的复核中，按期决定的；没有决定的计入分母。",
        group=_INSPECTIONS,
        better="more",
    ),
)

FOUND = Count(
    key="findings",
    label="监督发现问题",
    register="finding",
    counts=lambda finding, period: not_by(finding.merged, period),
    said_as=("监督发现问题", "督察发现问题"),
    source=_JOINED,
    says="期内发现的问题；并入同一问题的不重复计。",
    group=_FINDINGS,
    measure="个",
)
RECTIFIED = Share(
    key="findings_rectified",
    label="问题整改率",
    register="finding",
    out_of=lambda finding, period: not_by(finding.merged, period),
    counts=lambda finding, period: by(finding.settled, period),
    said_as=("问题整改率", "督察发现问题整改率"),
    source=_JOINED,
    says="期内发现的问题中，期末已报告整改、没有被退回的；并入的不算。",
    group=_FINDINGS,
    measure="个",
    better="more",
)
CLOSED = Share(
    key="findings_closed",
    label="问题销号率",
    register="finding",
    out_of=lambda finding, period: not_by(finding.merged, period),
    counts=lambda finding, period: by(finding.closed, period),
    said_as=("问题销号率", "整改销号率"),
    source=_JOINED,
    says="期内发现的问题中，期末已核查销号的；并入的不算。",
    group=_FINDINGS,
    measure="个",
    better="more",
)
ON_TIME = Share(
    key="findings_on_time",
    label="问题按期整改率",
    register="finding",
    on="until",
    out_of=lambda finding, period: not_by(finding.merged, period),
    counts=lambda finding, _: in_time(finding.settled, finding.until),
    said_as=("问题按期整改率",),
    source=_JOINED,
    says="应整改完成日期在期内的问题中，按期整改、没有被退回的；没有整改的计入分母。",
    group=_FINDINGS,
    measure="个",
    better="more",
)
OVERDUE = Count(
    key="findings_overdue",
    label="逾期未整改的问题",
    register="finding",
    holds="by_end",
    counts=lambda finding, period: (
        (finding.until < period.end)
        & not_by(finding.settled, period)
        & not_by(finding.merged, period)
    ),
    said_as=("逾期未整改问题",),
    source=_JOINED,
    says="期末以前应整改完成，期末还没有整改的问题，以前各年的也算。",
    group=_FINDINGS,
    measure="个",
    better="fewer",
)
FINDINGS = (
    FOUND,
    RECTIFIED,
    CLOSED,
    ON_TIME,
    OVERDUE,
    Count(
        key="findings_of_four",
        label="巡察、审计、财会、统计监督发现问题",
        register="finding",
        counts=lambda finding, period: (
            is_one_of(finding.source, ("party_inspection", "audit", "finance", "statistics"))
            & not_by(finding.merged, period)
        ),
        said_as=("巡察审计财会统计监督发现问题",),
        source=_JOINED,
        says="期内巡察、审计、财会、统计四类监督发现的问题；并入的不重复计。",
        group=_FINDINGS,
        measure="个",
    ),
)


def _from(source: str) -> Predicate:
    return lambda finding, _: finding.source == source


_PARTS = tuple(
    Part(heading=Heading(key=one.key, label=one.label), holds=_from(one.key)) for one in SOURCES
)
_ACROSS = {"found": FOUND, "rectified": RECTIFIED, "closed": CLOSED, "on_time": ON_TIME}
_WHOLE = Heading(key="all", label="合计")
BY_SOURCE = narrowed_to_each(_ACROSS.values(), _PARTS)
FINDINGS_BY_SOURCE = StatisticsTable(
    key="findings_by_source",
    label="监督发现问题整改情况表",
    basis=_JOINED,
    says="按监督来源分列：发现、整改率、销号率、按期整改率；并入同一问题的不重复计。",
    rows=(*(part.heading for part in _PARTS), _WHOLE),
    columns=(
        Heading(key="found", label="发现问题（个）"),
        Heading(key="rectified", label="整改率"),
        Heading(key="closed", label="销号率"),
        Heading(key="on_time", label="按期整改率"),
    ),
    cells=laid_out(_ACROSS, _PARTS, _WHOLE),
)
