"""Tables of meetings by field and mechanism, and of example cases by kind and level."""

from collections.abc import Iterator

from zhunsheng.domains.recommendations.registers.meetings import (
    EXAMPLE_KINDS,
    EXAMPLE_LEVELS,
    FIELDS_OF_WORK,
    MECHANISMS,
)
from zhunsheng.engine.indicators.crossing import Column, Crossed, Row
from zhunsheng.engine.indicators.declarations import Predicate
from zhunsheng.engine.indicators.statistics import Heading


def _is(key: str, choice: str) -> Predicate:
    """Get what counts entries in which a field holds a choice."""
    return lambda entry, _: getattr(entry, key) == choice


MEETINGS = Crossed(
    key="meetings",
    label="府院、府检联席会议统计表",
    register="meeting",
    basis="府院联动、府检联动机制",
    says="期内召开的会议，按领域和机制。",
    rows=tuple(
        Row(
            heading=Heading(key=field.key, label=field.label),
            counts=_is("field_of_work", field.key),
            holds="in_period",
        )
        for field in FIELDS_OF_WORK
    ),
    columns=(
        *(
            Column(heading=Heading(key=one.key, label=one.label), holds=_is("mechanism", one.key))
            for one in MECHANISMS
        ),
        Column(heading=Heading(key="all", label="合计")),
    ),
)


_SUBMITTED = {
    "typical": ("报送发布典型案例", "报送典型案例"),
    "reference": ("报送发布参考性案例", "报送参考性案例", "参考性案例"),
    "article": ("报送发布调研文章", "调研文章"),
}
_ALL = Column(heading=Heading(key="all", label="合计"))
_LEVELS = tuple(
    Column(heading=Heading(key=one.key, label=one.label), holds=_is("level", one.key))
    for one in EXAMPLE_LEVELS
)


def _rows() -> Iterator[Row]:
    for kind in EXAMPLE_KINDS:
        yield Row(
            heading=Heading(key=f"{kind.key}_submitted", label=f"{kind.label}报送"),
            counts=_is("kind", kind.key),
            holds="in_period",
            words=_SUBMITTED[kind.key],
        )
        yield Row(
            heading=Heading(key=f"{kind.key}_selected", label=f"{kind.label}入选"),
            counts=_is("kind", kind.key),
            on="selected",
            holds="in_period",
            words=(f"入选{kind.label}", f"{kind.label}入选"),
        )


EXAMPLES = Crossed(
    key="examples",
    label="典型案例、参考性案例统计表",
    register="court_example",
    basis="法院、检察院典型案例和参考性案例的报送",
    says="报送按报送日期、入选按入选日期归入期间；按报送到哪一级分列。",
    rows=tuple(_rows()),
    columns=(*_LEVELS, _ALL),
)
TABLES = (MEETINGS.table, EXAMPLES.table)
