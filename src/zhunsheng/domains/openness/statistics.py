"""
The statistics tables of the yearly report on disclosure: every cell an indicator.

Layout: the official format of the yearly report. A cell counts what its row and its column count, so that
it can be opened down to its entries; it may be asked for any period, not for years alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from zhunsheng.domains.openness.official_vocabulary import (
    APPLICANTS,
    OUTCOMES,
    REMEDIES,
    REMEDY_OUTCOMES,
    STATISTICS,
)
from zhunsheng.domains.openness.registers.shared import KEY_TOPICS, TOPICS, article
from zhunsheng.engine.indicators.conditions import not_by, within
from zhunsheng.engine.indicators.declarations import Count, Indicator, Predicate, Total
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable

BASIS = f"{article('第五十条')}和年度报告的统一格式"
REQUESTS_LABEL = "收到和处理政府信息公开申请情况"
REMEDIES_LABEL = "因政府信息公开工作被申请行政复议、提起行政诉讼情况"
PROACTIVE_LABEL = "主动公开政府信息情况"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row: its heading and which entries it counts; `words` are how reports speak of its total."""

    heading: Heading
    counts: Predicate
    on: str = ""
    holds: Literal["in_period", "by_end"] = "by_end"
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: its heading and which of a row's entries it counts; all of them where it says nothing."""

    heading: Heading
    holds: Predicate | None = None


def _both(row: Row, column: Column) -> Predicate:
    """Get what a cell counts: what its row and its column count."""
    narrowed = column.holds
    if narrowed is None:
        return row.counts
    return lambda entry, period: row.counts(entry, period) & narrowed(entry, period)


def _cells(
    register: str, table: str, rows: Iterable[Row], columns: Iterable[Column]
) -> Iterator[Count]:
    """Get the cells of a table of one register, row by row."""
    across = tuple(columns)
    for row in rows:
        for column in across:
            of = "" if column.holds is None else f"（{column.heading.label}）"
            yield Count(
                key=f"{register}_{row.heading.key}_{column.heading.key}",
                label=f"{row.heading.label}{of}",
                register=register,
                on=row.on,
                holds=row.holds,
                counts=_both(row, column),
                said_as=row.words if column.holds is None else (),
                source=BASIS,
                says=f"附表“{table}”的一格：{row.heading.label}，{column.heading.label}。",
                group=table,
            )


def _laid_out(
    register: str, rows: Iterable[Row], columns: Iterable[Column]
) -> Mapping[tuple[str, str], str]:
    """Get which indicator stands in which cell."""
    across = tuple(columns)
    return {
        (row.heading.key, column.heading.key): f"{register}_{row.heading.key}_{column.heading.key}"
        for row in rows
        for column in across
    }


def _concluded(request: Any) -> Any:
    """Get the day a request was answered, or let lapse by its applicant."""
    return request.replied.coalesce(request.abandoned, request.fee_lapsed)


def _carried_over(request: Any, period: Any) -> Any:
    concluded = _concluded(request)
    return (request.received < period.start) & (concluded.isnull() | (concluded >= period.start))


def _handled(request: Any, period: Any) -> Any:
    return within(_concluded(request), period)


def _handled_as(outcomes: Iterable[str]) -> Predicate:
    keys = sorted(outcomes)
    return lambda request, period: _handled(request, period) & request.outcome.isin(keys)


_DONE = "三、本年度办理结果"


def _handling() -> Iterator[Row]:
    """Get the rows of what was done with requests: each outcome, each heading, and the total."""
    for number, group in enumerate(dict.fromkeys(one.group for one in OUTCOMES), start=1):
        under = [outcome for outcome in OUTCOMES if outcome.group == group]
        if len(under) > 1:
            yield Row(
                heading=Heading(key=f"group_{number}", label=group, group=_DONE),
                counts=_handled_as(outcome.key for outcome in under),
                words=(group,),
            )
        for outcome in under:
            yield Row(
                heading=Heading(key=outcome.key, label=outcome.label, group=f"{_DONE} {group}"),
                counts=_handled_as([outcome.key]),
                words=(outcome.label,) if len(under) == 1 else (),
            )
    yield Row(
        heading=Heading(key="handled", label="总计", group=_DONE),
        counts=_handled,
        words=("办结政府信息公开申请", "答复政府信息公开申请", "办理政府信息公开申请"),
    )


REQUEST_ROWS = (
    Row(
        heading=Heading(key="new", label="一、本年新收政府信息公开申请数量"),
        counts=lambda request, _: request.received.notnull(),
        holds="in_period",
        words=(
            "收到政府信息公开申请",
            "新收政府信息公开申请",
            "受理政府信息公开申请",
            "收到依申请公开",
        ),
    ),
    Row(
        heading=Heading(key="carried_over", label="二、上年结转政府信息公开申请数量"),
        counts=_carried_over,
        words=("上年结转政府信息公开申请",),
    ),
    *_handling(),
    Row(
        heading=Heading(key="carried_on", label="四、结转下年度继续办理"),
        counts=lambda request, period: not_by(_concluded(request), period),
        words=("结转下年度继续办理", "结转下年"),
    ),
)
"""收到和处理政府信息公开申请情况的各行；不是整年的期间，“年”读作期间。"""


def _applied_as(kind: str) -> Predicate:
    return lambda request, _: request.applicant_kind == kind


REQUEST_COLUMNS = (
    *(
        Column(
            heading=Heading(key=kind.key, label=kind.label, group=kind.group),
            holds=_applied_as(kind.key),
        )
        for kind in APPLICANTS
    ),
    Column(heading=Heading(key="all", label="总计")),
)


def _ended_as(outcome: str) -> Predicate:
    return lambda remedy, period: within(remedy.concluded, period) & (remedy.outcome == outcome)


REMEDY_ROWS = (
    *(
        Row(
            heading=Heading(key=outcome.key, label=outcome.label),
            counts=_ended_as(outcome.key),
        )
        for outcome in REMEDY_OUTCOMES
    ),
    Row(
        heading=Heading(key="pending", label="尚未审结"),
        counts=lambda remedy, period: not_by(remedy.concluded, period),
    ),
    Row(
        heading=Heading(key="total", label="总计"),
        counts=lambda remedy, period: (
            remedy.concluded.isnull() | (remedy.concluded >= period.start)
        ),
    ),
)
"""因政府信息公开工作被申请行政复议、提起行政诉讼情况的各行。"""


def _taken_by(kind: str) -> Predicate:
    return lambda remedy, _: remedy.kind == kind


# 投诉、举报不列入附表。
REMEDY_COLUMNS = tuple(
    Column(
        heading=Heading(key=kind.key, label=kind.label, group=kind.group),
        holds=_taken_by(kind.key),
    )
    for kind in REMEDIES
    if kind.key != "complaint"
)

_MADE = Heading(key="made", label="本年制发件数、本年处理决定数量")
_REPEALED = Heading(key="repealed", label="本年废止件数")
_IN_FORCE = Heading(key="in_force", label="现行有效件数")
_CHARGED = Heading(key="charged", label="本年收费金额")
_RULE_MAKING = ("government_rules", "normative_documents")


def _counted_as(statistic: str) -> Predicate:
    return lambda item, _: item.statistic == statistic


def _in_force_as(statistic: str) -> Predicate:
    return lambda item, period: (item.statistic == statistic) & not_by(item.repealed, period)


def _quantity(item: Any, _: Any) -> Any:
    """Get how many pieces an entry stands for; one where it does not say."""
    return item.quantity.coalesce(1)


def _made(statistic: str, label: str, words: tuple[str, ...]) -> Total:
    return Total(
        key=f"proactive_made_{statistic}",
        label=f"{label}本年制发或者决定",
        register="proactive_item",
        of=_quantity,
        counts=_counted_as(statistic),
        said_as=words,
        source=BASIS,
        says=f"期内形成的{label}的件数之和；没有写明件数的算一件。",
        group=PROACTIVE_LABEL,
    )


def _repealed(statistic: str, label: str) -> Total:
    return Total(
        key=f"proactive_repealed_{statistic}",
        label=f"{label}本年废止",
        register="proactive_item",
        on="repealed",
        of=_quantity,
        counts=_counted_as(statistic),
        said_as=(f"废止{label}",),
        source=BASIS,
        says=f"期内废止的{label}的件数之和。",
        group=PROACTIVE_LABEL,
    )


def _in_force(statistic: str, label: str) -> Total:
    return Total(
        key=f"proactive_in_force_{statistic}",
        label=f"{label}现行有效",
        register="proactive_item",
        holds="by_end",
        of=_quantity,
        counts=_in_force_as(statistic),
        said_as=(f"现行有效{label}",),
        source=BASIS,
        says=f"期末以前形成、期末没有废止的{label}的件数之和。",
        group=PROACTIVE_LABEL,
    )


CHARGED = Total(
    key="proactive_charged_fees",
    label="行政事业性收费本年收费金额",
    register="proactive_item",
    of="charged",
    counts=_counted_as("fees"),
    said_as=("行政事业性收费",),
    source=BASIS,
    says="期内形成的行政事业性收费事项的收费金额之和。",
    group=PROACTIVE_LABEL,
    measure="元",
)
_KINDS = {kind.key: kind.label for kind in STATISTICS}
_WORDS = {
    "normative_documents": ("制发行政规范性文件", "主动公开行政规范性文件"),
    "government_rules": ("制发规章", "主动公开规章", "主动公开市政府规章"),
    "licences": ("公开行政许可",),
    "penalties": ("公开行政处罚",),
    "compulsion": ("公开行政强制",),
}
PROACTIVE_CELLS: tuple[Indicator, ...] = (
    *(_made(kind, _KINDS[kind], words) for kind, words in _WORDS.items()),
    *(_repealed(kind, _KINDS[kind]) for kind in _RULE_MAKING),
    *(_in_force(kind, _KINDS[kind]) for kind in _RULE_MAKING),
    CHARGED,
)
CELLS: tuple[Indicator, ...] = (
    *_cells("request", REQUESTS_LABEL, REQUEST_ROWS, REQUEST_COLUMNS),
    *_cells("remedy", REMEDIES_LABEL, REMEDY_ROWS, REMEDY_COLUMNS),
    *PROACTIVE_CELLS,
)
"""The indicators in the cells of the official tables."""

PROACTIVE_TABLE = StatisticsTable(
    key="proactive",
    label=PROACTIVE_LABEL,
    basis=BASIS,
    says="规章、规范性文件填制发、废止和现行有效；许可、处罚、强制填处理决定；收费填金额。",
    rows=tuple(Heading(key=kind.key, label=kind.label, group=kind.group) for kind in STATISTICS),
    columns=(_MADE, _REPEALED, _IN_FORCE, _CHARGED),
    cells={
        **{(kind, "made"): f"proactive_made_{kind}" for kind in _WORDS},
        **{(kind, "repealed"): f"proactive_repealed_{kind}" for kind in _RULE_MAKING},
        **{(kind, "in_force"): f"proactive_in_force_{kind}" for kind in _RULE_MAKING},
        ("fees", "charged"): CHARGED.key,
    },
)
REQUESTS_TABLE = StatisticsTable(
    key="requests",
    label=REQUESTS_LABEL,
    basis=BASIS,
    says="新收与上年结转之和，等于办理结果总计与结转下年度之和，各列都是如此。",
    rows=tuple(row.heading for row in REQUEST_ROWS),
    columns=tuple(column.heading for column in REQUEST_COLUMNS),
    cells=_laid_out("request", REQUEST_ROWS, REQUEST_COLUMNS),
)
REMEDIES_TABLE = StatisticsTable(
    key="remedies",
    label=REMEDIES_LABEL,
    basis=BASIS,
    says="当年审结的，和年末尚未审结的；投诉、举报不列入。",
    rows=tuple(row.heading for row in REMEDY_ROWS),
    columns=tuple(column.heading for column in REMEDY_COLUMNS),
    cells=_laid_out("remedy", REMEDY_ROWS, REMEDY_COLUMNS),
)
KEY_TOPICS_TABLE = StatisticsTable(
    key="key_topics",
    label="重点领域信息公开情况",
    basis="重点领域信息公开的要求",
    says="计划点名的重点领域：目录里有多少事项，期内公开了多少信息；为零的就是空白。",
    rows=tuple(
        Heading(key=topic.key, label=topic.label) for topic in TOPICS if topic.key in KEY_TOPICS
    ),
    columns=(
        Heading(key="listed", label="目录事项"),
        Heading(key="published", label="公开信息"),
    ),
    cells={
        (topic, what): f"topic_{topic}_{what}"
        for topic in KEY_TOPICS
        for what in ("listed", "published")
    },
)
TABLES = (PROACTIVE_TABLE, REQUESTS_TABLE, REMEDIES_TABLE, KEY_TOPICS_TABLE)
"""The official tables in the order of the yearly report, and that of the key fields."""
