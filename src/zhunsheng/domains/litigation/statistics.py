"""
The yearly table of litigation, the table of appearances in court, and reconsideration beside litigation.

A cell counts what its row and its column count; each may be asked for any period, government and unit.
"""

from collections.abc import Iterator
from typing import Any

from zhunsheng.domains.litigation.registers.lawsuit.fields import LOST, OUTCOMES
from zhunsheng.engine.indicators.conditions import not_by, within
from zhunsheng.engine.indicators.crossing import Column, Crossed, Row
from zhunsheng.engine.indicators.declarations import Predicate
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable


def _concluded(lawsuit: Any, period: Any) -> Any:
    return within(lawsuit.judged, period)


def _carried_over(lawsuit: Any, period: Any) -> Any:
    open_then = lawsuit.judged.isnull() | (lawsuit.judged >= period.start)
    return (lawsuit.served < period.start) & open_then


def _ended_with(*outcomes: str) -> Predicate:
    keys = sorted(outcomes)
    return lambda lawsuit, period: _concluded(lawsuit, period) & lawsuit.outcome.isin(keys)


def _outcomes() -> Iterator[Row]:
    for outcome in OUTCOMES:
        heading = Heading(key=outcome.key, label=outcome.label, group=f"审结 {outcome.group}")
        yield Row(heading=heading, counts=_ended_with(outcome.key))


ROWS = (
    Row(heading=Heading(key="carried_over", label="上期结转"), counts=_carried_over),
    Row(
        heading=Heading(key="new", label="新收"),
        counts=lambda lawsuit, _: lawsuit.served.notnull(),
        holds="in_period",
        words=("行政应诉案件", "办理行政应诉案件"),
    ),
    Row(
        heading=Heading(key="reconsidered", label="新收中经过复议的"),
        counts=lambda lawsuit, _: lawsuit.reconsidered.notnull() & (lawsuit.reconsidered != "no"),
        holds="in_period",
        words=("经复议后起诉的案件",),
    ),
    Row(
        heading=Heading(key="joint", label="新收中共同被告的"),
        counts=lambda lawsuit, _: lawsuit.joint,
        holds="in_period",
        words=("共同被告案件",),
    ),
    *_outcomes(),
    Row(
        heading=Heading(key="lost", label="其中败诉", group="审结"),
        counts=_ended_with(*LOST),
        words=("行政败诉案件", "败诉案件"),
    ),
    Row(
        heading=Heading(key="concluded", label="审结总计", group="审结"),
        counts=_concluded,
        words=("审结行政应诉案件",),
    ),
    Row(
        heading=Heading(key="open", label="未审结"),
        counts=lambda lawsuit, period: not_by(lawsuit.judged, period),
        words=("未审结行政应诉案件",),
    ),
)


def _of_instance(instance: str) -> Predicate:
    return lambda lawsuit, _: lawsuit.instance == instance


COLUMNS = (
    Column(heading=Heading(key="first", label="一审"), holds=_of_instance("first")),
    Column(heading=Heading(key="second", label="二审"), holds=_of_instance("second")),
    Column(heading=Heading(key="retrial", label="再审"), holds=_of_instance("retrial")),
    Column(heading=Heading(key="all", label="合计")),
)

YEARLY = Crossed(
    key="yearly",
    label="行政应诉案件统计表",
    register="lawsuit",
    basis="行政应诉统计年报：新收、审结、败诉，按审级和裁判种类分列",
    says="上期结转与新收之和，等于审结总计与未审结之和，各列都是如此；一个审级一件。",
    rows=ROWS,
    columns=COLUMNS,
)

CHANNELS = StatisticsTable(
    key="channels",
    label="行政复议与行政诉讼对照表",
    basis="发挥行政复议化解行政争议主渠道作用的要求",
    says="同一期间受理的行政复议案件和一审行政诉讼案件；可以按政府、按单位、按年度查看。",
    rows=(
        Heading(key="reconsideration", label="行政复议"),
        Heading(key="lawsuit", label="一审行政诉讼"),
        Heading(key="direct", label="其中未经复议直接起诉"),
    ),
    columns=(
        Heading(key="taken", label="受理、新收"),
        Heading(key="corrected", label="纠正、败诉比例"),
    ),
    cells={
        ("reconsideration", "taken"): "reconsideration.accepted",
        ("reconsideration", "corrected"): "reconsideration.corrected",
        ("lawsuit", "taken"): "lawsuits",
        ("lawsuit", "corrected"): "first_instance_lost",
        ("direct", "taken"): "direct_suits",
    },
)

APPEARANCES = StatisticsTable(
    key="appearances",
    label="负责人出庭应诉情况表",
    basis="行政机关负责人出庭应诉情况通报制度",
    says="通报的数从应诉台账直接取得；按单位查看，就是通报里各单位的一行。",
    rows=(
        Heading(key="all", label="全部案件"),
        Heading(key="concerned", label="重大关注案件"),
    ),
    columns=(
        Heading(key="due", label="应出庭"),
        Heading(key="appeared", label="实际出庭"),
        Heading(key="share", label="出庭率"),
    ),
    cells={
        ("all", "due"): "appearances_due",
        ("all", "appeared"): "heads_appeared",
        ("all", "share"): "appearance",
        ("concerned", "share"): "concerned_appearance",
    },
)
TABLES = (YEARLY.table, APPEARANCES, CHANNELS)
"""The official table first."""
