"""The table of what first responsible persons did, by duty and post."""

from zhunsheng.domains.leadership.registers.duties import DUTIES as KINDS
from zhunsheng.domains.leadership.registers.duties import POSTS
from zhunsheng.engine.indicators.crossing import Column, Crossed, Row
from zhunsheng.engine.indicators.declarations import Predicate
from zhunsheng.engine.indicators.statistics import Heading


def _is(key: str, choice: str) -> Predicate:
    return lambda entry, _: getattr(entry, key) == choice


DUTIES = Crossed(
    key="duties",
    label="第一责任人履职情况表",
    register="duty_act",
    basis="党政主要负责人履行推进法治建设第一责任人职责规定",
    says="期内履职事项，按职责类别和职务分列；一项也没有的类别一目了然。",
    rows=tuple(
        Row(
            heading=Heading(key=one.key, label=one.label),
            counts=_is("duty", one.key),
            holds="in_period",
        )
        for one in KINDS
    ),
    columns=(
        *(
            Column(heading=Heading(key=one.key, label=one.label), holds=_is("post", one.key))
            for one in POSTS
        ),
        Column(heading=Heading(key="all", label="合计")),
    ),
)
TABLES = (DUTIES.table,)
