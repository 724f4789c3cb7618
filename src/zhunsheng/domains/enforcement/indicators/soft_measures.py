"""Figures of soft measures: by field and measure, followed up in time, and where they did not help."""

from dataclasses import replace

from zhunsheng.domains.enforcement.indicators.shared import in_field
from zhunsheng.domains.enforcement.registers.shared import FIELDS_OF_WORK
from zhunsheng.domains.enforcement.registers.soft_measures import MEASURES
from zhunsheng.engine.indicators.conditions import in_time
from zhunsheng.engine.indicators.crossing import Column, Crossed, Row
from zhunsheng.engine.indicators.declarations import Predicate, Share
from zhunsheng.engine.indicators.statistics import Heading
from zhunsheng.engine.registers.fields import Choice

_SOFT = "包容审慎监管和柔性执法的要求"

SOFT = (
    Share(
        key="soft_repeated",
        label="柔性执法后再次违法比例",
        register="soft_measure",
        counts=lambda measure, _: measure.repeated,
        said_as=("柔性执法后再次违法比例",),
        source=_SOFT,
        says="期内采取的措施中，对象此前已采取过措施，或者回访时又有违法的。",
        group="柔性执法",
        better="fewer",
    ),
    Share(
        key="soft_followed_on_time",
        label="柔性执法按期回访率",
        register="soft_measure",
        on="follow_until",
        counts=lambda measure, _: in_time(measure.followed, measure.follow_until),
        said_as=("柔性执法按期回访率",),
        source=_SOFT,
        says="应回访日期在期内的措施中，按期回访的。",
        group="柔性执法",
        better="more",
    ),
)


def _of_kind(kind: str) -> Predicate:
    return lambda measure, _: measure.measure == kind


SOFT_MEASURES = Crossed(
    key="soft_measures",
    label="柔性执法措施统计表",
    register="soft_measure",
    basis=_SOFT,
    says="期内采取的措施，按领域和措施种类；占比是各领域占全部措施的比例。",
    rows=(
        *(
            Row(
                heading=Heading(key=field.key, label=field.label),
                counts=in_field(field.key),
                holds="in_period",
            )
            for field in FIELDS_OF_WORK
        ),
        Row(
            heading=Heading(key="all", label="合计"),
            counts=lambda measure, _: measure.given.notnull(),
            holds="in_period",
            words=("采取柔性执法措施",),
        ),
    ),
    columns=(
        *(
            Column(heading=Heading(key=one.key, label=one.label), holds=_of_kind(one.key))
            for one in MEASURES
        ),
        Column(heading=Heading(key="all", label="合计")),
    ),
)


def _share_of(field: Choice) -> Share:
    return Share(
        key=f"soft_share_{field.key}",
        label=f"柔性执法措施占比（{field.label}）",
        register="soft_measure",
        counts=in_field(field.key),
        source=_SOFT,
        says=f"期内采取的柔性执法措施中，{field.label}领域的。",
        group=SOFT_MEASURES.label,
    )


SHARES = tuple(_share_of(field) for field in FIELDS_OF_WORK)

SOFT_TABLE = replace(
    SOFT_MEASURES.table,
    columns=(*SOFT_MEASURES.table.columns, Heading(key="share", label="占比")),
    cells={
        **SOFT_MEASURES.table.cells,
        **{(field.key, "share"): f"soft_share_{field.key}" for field in FIELDS_OF_WORK},
    },
)
