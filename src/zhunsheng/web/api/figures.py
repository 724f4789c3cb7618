"""Operations on figures: the indicators there are, the figures of one, and the entries behind them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ninja import Query, Router

from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.messages import Message
from zhunsheng.web import policy
from zhunsheng.web.api.access import Called, Caller
from zhunsheng.web.api.answers import Within, refusals
from zhunsheng.web.api.entries import unit_of
from zhunsheng.web.api.figure_answers import (
    AskedBehind,
    AskedFigures,
    BehindAnswer,
    BehindPage,
    DefinitionAnswer,
    FigureAnswer,
    FiguresAnswer,
    IndicatorAnswer,
    PeriodFigureAnswer,
    UnitFigureAnswer,
    Whose,
)
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.as_of import as_they_were, reading_of
from zhunsheng.web.indicators.pages.asking import Asked
from zhunsheng.web.indicators.pages.behind import among
from zhunsheng.web.indicators.results import Place, UnitFigure
from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.registers.as_of_asking import moment_of
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError

router = Router(tags=["figures"])
MOST_PERIODS = 24


@router.get(
    "/indicators",
    response={200: list[IndicatorAnswer], **refusals()},
    by_alias=True,
    summary="指标",
)
def list_indicators(request: Called, asked: Query[Within]) -> list[IndicatorAnswer]:
    """Get all indicators of the registers the token may touch, or of one domain's."""
    within = request.auth.token.registers
    return [
        _declared(named)
        for named in catalogue().indicators(asked.domain)
        if not within or named.register.name in within
    ]


@router.get(
    "/indicators/{indicator}/figures",
    response={200: FiguresAnswer, **refusals()},
    by_alias=True,
    summary="一个指标的数字",
)
def read_figures(request: Called, indicator: str, asked: Query[AskedFigures]) -> FiguresAnswer:
    """Get the figures of an indicator for some periods, of a government or a unit, and by unit."""
    caller = request.auth
    named = _named(caller, indicator)
    whose = _asked(caller, asked)
    spans = _periods(asked.periods, whose.today)
    with reading_of(whose, named.register.name) as (now, whose):
        place = whose.place
        figures = results.figures([named.name], spans, place)
        units = {
            span.key: results.by_unit(named.name, span, place) if asked.by_unit else []
            for span in spans
        }
    return FiguresAnswer(
        indicator=named.name,
        government=place.government.code,
        unit=place.unit.pk if place.unit else None,
        below=place.below,
        as_of=asked.as_of,
        position=now.position,
        periods=[
            _of_period(named, span, figures[named.name, span.key], units[span.key])
            for span in spans
        ],
    )


@router.get(
    "/indicators/{indicator}/entries",
    response={200: BehindPage, **refusals()},
    by_alias=True,
    summary="数字背后的记录",
)
def read_behind(request: Called, indicator: str, asked: Query[AskedBehind]) -> BehindPage:
    """Get a page of the entries behind a figure, as far as the caller may see them."""
    caller = request.auth
    named = _named(caller, indicator)
    whose = _asked(caller, asked)
    (span,) = _periods(asked.period, whose.today, most=1)
    with reading_of(whose, named.register.name) as (now, whose):
        keys = results.entries_behind(named.name, span, whose.place, asked.part)
    seen = among(caller.entries(named.register), keys).defer("private", "values")
    start = (asked.page - 1) * asked.size
    shown = list(seen.order_by("-happened", "-pk")[start : start + asked.size])
    if whose.moment is not None:
        shown = as_they_were(shown, named.register, whose.moment, now.organization)
    return BehindPage(
        total=len(keys),
        visible=seen.order_by().count() if keys else 0,
        page=asked.page,
        size=asked.size,
        as_of=asked.as_of,
        position=now.position,
        entries=[
            BehindAnswer(
                id=entry.pk,
                register_name=entry.register,
                number=entry.number,
                title=entry.title,
                state=entry.state,
                unit=unit_of(entry.unit),
                happened=entry.happened,
            )
            for entry in shown
        ],
    )


def _named(caller: Caller, name: str) -> NamedIndicator:
    """Get an indicator of a register that the token may touch."""
    named = catalogue().indicator(name)
    caller.register(named.register.name)
    return named


def _of_period(
    named: NamedIndicator, span: Period, whole: Figure, units: Iterable[UnitFigure]
) -> PeriodFigureAnswer:
    return PeriodFigureAnswer(
        period=span.key,
        label=span.label,
        start=span.start,
        end=span.end,
        figure=_figure(whole, named),
        units=[
            UnitFigureAnswer(unit=unit_of(one.unit), figure=_figure(one.figure, named))
            for one in units
        ],
    )


def _asked(caller: Caller, asked: Whose) -> Asked:
    """Get what is asked for, as of the past day that is named; it may raise what `_place` does."""
    today = caller.at.date()
    moment = None if asked.as_of is None else moment_of(asked.as_of, today)
    place, day = _place(caller, asked), moment.day if moment else today
    return Asked(caller.actor, periods.to_date(day), place, day, moment)


def _place(caller: Caller, asked: Whose) -> Place:
    """
    Get whose figures are asked for; a token of one unit has those of that unit.

    Raises NotThereError for what there is not, ForbiddenError for what is not to be seen.
    """
    unit = None
    if (wanted := asked.unit or caller.token.unit_id) is not None:
        unit = Unit.objects.select_related("government").filter(pk=wanted).first()
        if unit is None:
            raise _not_there()
    government = _government(caller, asked.government, unit)
    place = Place(government, unit, below=asked.below and unit is None)
    narrower = caller.token.unit_id is not None and (
        unit is None or unit.pk != caller.token.unit_id
    )
    if narrower or not policy.may_see_figures(caller.actor, place):
        raise ForbiddenError(
            "您不能查看这个政府或者单位的数字，或者超出令牌的范围。",
            "You may not see these figures, or the scope of the token leaves them out.",
        )
    return place


def _government(caller: Caller, code: str, unit: Unit | None) -> Government:
    if unit is not None:
        if code and unit.government.code != code:
            raise _not_there()
        return unit.government
    if code:
        found = Government.objects.filter(code=code).first()
    else:
        own = next((grant.government for grant in caller.actor.grants), 0)
        found = Government.objects.filter(pk=own).first()
    if found is None:
        raise _not_there()
    return found


def _not_there() -> NotThereError:
    return NotThereError(
        "没有这个政府或者单位。", "There is no such government, or no such unit of it."
    )


def _periods(text: str, today: date, most: int = MOST_PERIODS) -> list[Period]:
    """Get the periods that are written, each as far as it has come. Raises PeriodError."""
    written = list(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))
    if len(written) > most:
        says = Message(f"最多{most}个期间。", f"At most {most} periods.")
        raise InvalidError({"periods": says})
    found = [periods.so_far(periods.parsed(one), today) for one in written]
    return found or [periods.to_date(today)]


def _declared(named: NamedIndicator) -> IndicatorAnswer:
    indicator = named.indicator
    return IndicatorAnswer(
        name=named.name,
        label=indicator.label,
        domain=named.domain.key,
        domain_label=named.domain.label,
        register_name=named.register.name,
        kind=type(indicator).__name__.lower(),
        measure="" if words.is_ratio(named) else words.measure(named),
        better=indicator.better,
        says=indicator.says,
        said_as=list(indicator.said_as),
        source=indicator.source,
        definitions=[
            DefinitionAnswer(since=one.since if one.since > date.min else None, note=one.note)
            for one in indicator.definitions
        ],
    )


def _figure(figure: Figure, named: NamedIndicator) -> FigureAnswer:
    percent = figure.percent()
    return FigureAnswer(
        counted=figure.counted,
        base=figure.base,
        total=None if figure.total is None else str(figure.total),
        percent=None if percent is None else f"{percent:.2f}",
        said=words.said(figure, named),
    )
