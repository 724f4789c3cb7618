"""
The yearly table of reconsideration: what came in, how it was dealt with and how it ended, by kind of act.

A cell counts what its row and its column count; it may be asked for any period, not for years alone.
"""

from collections.abc import Iterator
from typing import Any

from zhunsheng.domains.reconsideration.endings import disposed, ended
from zhunsheng.domains.reconsideration.registers.case.decision import OUTCOMES
from zhunsheng.engine.indicators.conditions import not_by, within
from zhunsheng.engine.indicators.crossing import Column, Crossed, Row
from zhunsheng.engine.indicators.declarations import Predicate
from zhunsheng.engine.indicators.statistics import Heading

_NAMED = ("penalty", "inaction")


def _concluded(case: Any, period: Any) -> Any:
    return within(ended(case), period)


def _refused(case: Any, period: Any) -> Any:
    return ended(case).isnull() & within(case.refused, period)


def _abandoned(case: Any, period: Any) -> Any:
    return ended(case).isnull() & case.refused.isnull() & within(case.abandoned, period)


def _carried_over(case: Any, period: Any) -> Any:
    day = disposed(case)
    return (case.received < period.start) & (day.isnull() | (day >= period.start))


def _ended_with(outcome: str) -> Predicate:
    return lambda case, period: _concluded(case, period) & (case.outcome == outcome)


def _outcomes() -> Iterator[Row]:
    for outcome in OUTCOMES:
        heading = Heading(key=outcome.key, label=outcome.label, group=f"审结 {outcome.group}")
        yield Row(heading=heading, counts=_ended_with(outcome.key))


ROWS = (
    Row(heading=Heading(key="carried_over", label="上期结转"), counts=_carried_over),
    Row(
        heading=Heading(key="received", label="收到申请"),
        counts=lambda case, _: case.received.notnull(),
        holds="in_period",
        words=("收到行政复议申请", "新收行政复议申请", "行政复议申请"),
    ),
    Row(
        heading=Heading(key="accepted", label="受理"),
        counts=lambda case, _: case.accepted.notnull(),
        on="accepted",
        holds="in_period",
    ),
    Row(
        heading=Heading(key="refused", label="不予受理"),
        counts=_refused,
        words=("行政复议不予受理",),
    ),
    Row(heading=Heading(key="abandoned", label="视为放弃"), counts=_abandoned),
    *_outcomes(),
    Row(
        heading=Heading(key="concluded", label="审结总计", group="审结"),
        counts=_concluded,
        words=("审结行政复议案件", "审结复议案件"),
    ),
    Row(
        heading=Heading(key="open", label="未审结（含尚未受理）"),
        counts=lambda case, period: not_by(disposed(case), period),
        words=("未审结行政复议案件",),
    ),
)
"""The rows; of a period that is no year, “期” is the period."""

COLUMNS = (
    Column(
        heading=Heading(key="penalty", label="行政处罚"),
        holds=lambda case, _: case.act == "penalty",
    ),
    Column(
        heading=Heading(key="inaction", label="不履行法定职责"),
        holds=lambda case, _: case.act == "inaction",
    ),
    Column(
        heading=Heading(key="other", label="其他行政行为"),
        holds=lambda case, _: case.act.notnull() & ~case.act.isin(_NAMED),
    ),
    Column(heading=Heading(key="all", label="合计")),
)

YEARLY = Crossed(
    key="yearly",
    label="行政复议案件统计表",
    register="case",
    basis="行政复议统计年报：收到、受理、不予受理、审结，按决定种类和事项分列",
    says="上期结转与收到申请之和，等于不予受理、视为放弃、审结总计与未审结之和，各列都是如此。",
    rows=ROWS,
    columns=COLUMNS,
)
TABLES = (YEARLY.table,)
