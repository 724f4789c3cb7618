"""Measures and executions → figures: by kind, extended, overdue, lifted, annulled, put before courts."""

from collections.abc import Iterable
from typing import Any

from zhunsheng.domains.compulsion.registers.execution.vocabulary import KINDS as WAYS
from zhunsheng.domains.compulsion.registers.measure.vocabulary import KINDS
from zhunsheng.domains.compulsion.registers.shared import article
from zhunsheng.engine.indicators.conditions import by, in_time, not_by
from zhunsheng.engine.indicators.crossing import Column, Crossed, Row
from zhunsheng.engine.indicators.declarations import Count, Share
from zhunsheng.engine.indicators.statistics import Heading
from zhunsheng.engine.registers.fields import Choice

_MEASURES = "行政强制措施"
_EXECUTIONS = "行政强制执行"
_YEARLY = "行政执法统计年报对行政强制的分类"
_TERM = str(article("第二十五条"))
_FREEZE = str(article("第三十二条"))
_COURT = str(article("第五十三条"))


def _missed(last_day: Any, measure: Any, period: Any) -> Any:
    """Get whether a term was over before the period was, and the measure did not end within it."""
    over = last_day.notnull() & (last_day < period.end)
    return over & (measure.ended.isnull() | (measure.ended > last_day))


def _overdue(measure: Any, period: Any) -> Any:
    return _missed(measure.seizure_due, measure, period) | _missed(
        measure.freeze_due, measure, period
    )


def _rows(kinds: Iterable[Choice], day: str, words: tuple[str, ...]) -> tuple[Row, ...]:
    """Get a row for each kind, and one for all of them that were carried out in the period."""

    def of(kind: Choice) -> Row:
        return Row(
            heading=Heading(key=kind.key, label=kind.label),
            counts=lambda case, _: case.kind == kind.key,
            on=day,
            holds="in_period",
        )

    everything = Row(
        heading=Heading(key="all", label="合计"),
        counts=lambda case, _: getattr(case, day).notnull(),
        on=day,
        holds="in_period",
        words=words,
    )
    return (*(of(kind) for kind in kinds), everything)


MEASURES = Crossed(
    key="measures",
    label="行政强制措施统计表",
    register="measure",
    basis=_YEARLY,
    says="期内实施的措施，按种类；延长、逾期、解除看到期末，逾期是期限届满还没有处理或者解除。",
    rows=_rows(KINDS, "executed", ("实施行政强制措施",)),
    columns=(
        Column(heading=Heading(key="made", label="实施")),
        Column(
            heading=Heading(key="extended", label="延长期限"),
            holds=lambda measure, period: by(measure.extended_on, period),
        ),
        Column(heading=Heading(key="overdue", label="逾期"), holds=_overdue),
        Column(
            heading=Heading(key="lifted", label="解除"),
            holds=lambda measure, period: by(measure.lifted, period),
        ),
        Column(
            heading=Heading(key="handled", label="作出处理"),
            holds=lambda measure, period: by(measure.handled, period),
        ),
        Column(
            heading=Heading(key="annulled", label="被撤销或者确认违法"),
            holds=lambda measure, period: by(measure.annulled, period),
        ),
    ),
)
EXECUTIONS = Crossed(
    key="executions",
    label="行政强制执行统计表",
    register="execution",
    basis=_YEARLY,
    says="本机关期内实施的强制执行，按执行方式；加处以后又直接执行的，按后来的方式算一件。",
    rows=_rows(WAYS, "carried_out", ("实施行政强制执行",)),
    columns=(
        Column(heading=Heading(key="made", label="实施")),
        Column(
            heading=Heading(key="finished", label="执行完毕"),
            holds=lambda execution, period: by(execution.finished, period),
        ),
        Column(
            heading=Heading(key="performed", label="当事人履行"),
            holds=lambda execution, period: by(execution.performed, period),
        ),
        Column(
            heading=Heading(key="agreed", label="执行协议"),
            holds=lambda execution, period: by(execution.agreed, period),
        ),
        Column(
            heading=Heading(key="suspended", label="中止"),
            holds=lambda execution, period: by(execution.suspended, period),
        ),
        Column(
            heading=Heading(key="terminated", label="终结"),
            holds=lambda execution, period: (
                by(execution.terminated, period) | by(execution.given_up, period)
            ),
        ),
        Column(
            heading=Heading(key="annulled", label="被撤销或者确认违法"),
            holds=lambda execution, period: by(execution.annulled, period),
        ),
    ),
)

OF_MEASURES = (
    Count(
        key="urgent_measures",
        label="情况紧急当场实施的强制措施",
        register="measure",
        on="executed",
        counts=lambda measure, _: measure.urgent,
        said_as=("当场实施强制措施",),
        source=str(article("第十九条")),
        says="期内没有先批准、当场实施的措施。",
        group=_MEASURES,
    ),
    Share(
        key="urgent_reported_on_time",
        label="当场强制按时报告率",
        register="measure",
        on="executed",
        out_of=lambda measure, _: measure.urgent,
        counts=lambda measure, _: measure.reported_in_time,
        said_as=("当场强制按时报告率",),
        source=str(article("第十九条")),
        says="期内当场实施的措施中，在法定小时数内报告负责人的；没有报告的计入分母。",
        group=_MEASURES,
        better="more",
    ),
    Share(
        key="seizures_ended_on_time",
        label="查封扣押按期处理率",
        register="measure",
        on="seizure_due",
        counts=lambda measure, _: in_time(measure.ended, measure.seizure_due),
        said_as=("查封扣押按期处理率",),
        source=_TERM,
        says="期限最后一日在期内的查封、扣押中，按期处理或者解除的；没有处理的计入分母。",
        group=_MEASURES,
        better="more",
    ),
    Share(
        key="freezes_ended_on_time",
        label="冻结按期处理率",
        register="measure",
        on="freeze_due",
        counts=lambda measure, _: (
            in_time(measure.ended, measure.freeze_due) & measure.lapsed.isnull()
        ),
        said_as=("冻结按期处理率",),
        source=_FREEZE,
        says="期限最后一日在期内的冻结中，按期处理或者解除的；期满由金融机构解除的不算。",
        group=_MEASURES,
        better="more",
    ),
    Count(
        key="freezes_lapsed",
        label="期满由金融机构解除的冻结",
        register="measure",
        on="lapsed",
        said_as=("期满解除冻结",),
        source=str(article("第三十三条")),
        says="期内逾期没有处理、由金融机构自行解除的冻结。",
        group=_MEASURES,
        better="fewer",
    ),
    Count(
        key="measures_annulled",
        label="被撤销或者确认违法的强制措施",
        register="measure",
        on="annulled",
        said_as=("强制措施被撤销或者确认违法",),
        source=_YEARLY,
        says="期内在复议、诉讼或者监督中被撤销、确认违法的措施，不论何时实施。",
        group=_MEASURES,
        better="fewer",
    ),
)
OF_EXECUTIONS = (
    Count(
        key="demands",
        label="催告",
        register="execution",
        on="demanded",
        said_as=("强制执行催告",),
        source=str(article("第三十五条")),
        says="期内催告当事人履行的。",
        group=_EXECUTIONS,
    ),
    Share(
        key="performed_on_demand",
        label="催告后履行率",
        register="execution",
        on="demanded",
        counts=lambda execution, period: (
            by(execution.performed, period) & not_by(execution.carried_out, period)
        ),
        said_as=("催告后履行率",),
        source=str(article("第三十五条")),
        says="期内催告的当事人中，期末已履行、没有加处也没有强制执行的。",
        group=_EXECUTIONS,
        better="more",
    ),
    Count(
        key="court_applications",
        label="申请法院强制执行",
        register="execution",
        on="applied",
        said_as=("申请法院强制执行", "申请人民法院强制执行"),
        source=_COURT,
        says="期内没有强制执行权的机关向法院申请执行的。",
        group=_EXECUTIONS,
    ),
    Share(
        key="court_applied_on_time",
        label="按期申请法院强制执行率",
        register="execution",
        on="court_application_due",
        out_of=lambda execution, period: (
            not_by(execution.performed, period) & not_by(execution.terminated, period)
        ),
        counts=lambda execution, _: in_time(execution.applied, execution.court_application_due),
        said_as=("按期申请法院强制执行率",),
        source=_COURT,
        says="申请期限最后一日在期内、期末没有履行也没有终结的案件中，按期申请的。",
        group=_EXECUTIONS,
        better="more",
    ),
    Share(
        key="court_permitted",
        label="法院准予执行率",
        register="execution",
        on="ruled",
        counts=lambda execution, _: execution.ruling_grounds.isnull(),
        said_as=("法院准予执行率",),
        source=str(article("第五十七条")),
        says="期内法院作出裁定的案件中，准予执行的。",
        group=_EXECUTIONS,
        better="more",
    ),
    Count(
        key="executions_halted",
        label="中止执行中的案件",
        register="execution",
        on="suspended",
        holds="by_end",
        counts=lambda execution, period: (
            not_by(execution.resumed, period)
            & not_by(execution.given_up, period)
            & not_by(execution.terminated, period)
        ),
        said_as=("中止强制执行案件",),
        source=str(article("第三十九条")),
        says="到期末中止执行、没有恢复也没有结束的；满三年的可以不再执行。",
        group=_EXECUTIONS,
        better="fewer",
    ),
    Count(
        key="executions_annulled",
        label="被撤销或者确认违法的强制执行",
        register="execution",
        on="annulled",
        said_as=("强制执行被撤销或者确认违法",),
        source=_YEARLY,
        says="期内在复议、诉讼或者监督中被撤销、确认违法的执行，不论何时实施。",
        group=_EXECUTIONS,
        better="fewer",
    ),
)
INDICATORS = (*OF_MEASURES, *OF_EXECUTIONS, *MEASURES.cells, *EXECUTIONS.cells)
"""All of them, the cells of the tables last."""
