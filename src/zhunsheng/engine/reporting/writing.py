"""
Sentences with their figures filled in: what a template says once its indicators have been computed.

It knows templates and figures; how a report is put together from sentences is for `composing`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.engine.indicators.declarations import Mean, Total
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.reporting.model import BoundFigure, FigureKind, Span
from zhunsheng.engine.reporting.printing import is_nothing, printed
from zhunsheng.engine.reporting.templates import Part, Segment, Slot, Template


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an indicator: its figure of the year, and that of the year before if there is one."""

    named: NamedIndicator
    now: Figure
    last: Figure | None = None


Figures = Callable[[str], Known | None]
"""Gets what is known of an indicator by its name as the template writes it; None for an unknown one."""


@dataclass(frozen=True, slots=True)
class Written:
    """
    A sentence as it is printed, and the figures in it.

    `missing` are the places that could not be filled; `nothing` says that all its figures outside
    brackets are nothing. Spans name figures by their place in `figures` ("0", "1" …).
    """

    spans: tuple[Span, ...]
    figures: tuple[BoundFigure, ...]
    missing: tuple[Slot, ...] = ()
    nothing: bool = False

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return "".join(span.text for span in self.spans)


def written(template: Template, figures: Figures, *, period: str, place: str) -> Written:
    """
    Get a template with its figures filled in.

    Segments in brackets are left out where one of their figures has no value or is nothing. What cannot
    be filled elsewhere is printed as “—” and named in `missing`.
    """
    spans: list[Span] = []
    bound: list[BoundFigure] = []
    missing: list[Slot] = []
    nothing: list[bool] = []
    for segment in template.segments:
        if segment.optional and not _worth_saying(segment, figures):
            continue
        for piece in segment.pieces:
            if isinstance(piece, str):
                spans.append(Span(piece))
                continue
            known = figures(piece.name)
            said = known and printed(known.named, known.now, known.last, piece.part)
            if known is None or not said:
                missing.append(piece)
                spans.append(Span("—"))
                continue
            if not segment.optional:
                nothing.append(_is_nothing(known, piece.part))
            spans.append(Span(said, str(len(bound))))
            bound.append(bound_figure(str(len(bound)), piece, known, said, period, place))
    return Written(tuple(spans), tuple(bound), tuple(missing), bool(nothing) and all(nothing))


def _worth_saying(segment: Segment, figures: Figures) -> bool:
    for slot in segment.slots:
        known = figures(slot.name)
        if known is None or _is_nothing(known, slot.part):
            return False
        if not printed(known.named, known.now, known.last, slot.part):
            return False
    return True


def _is_nothing(known: Known, part: Part) -> bool:
    """Whether a side of a figure is nothing; a change between nothing and nothing is nothing, too."""
    if part in {"last", "change"}:
        return is_nothing(known.now) and (known.last is None or is_nothing(known.last))
    return is_nothing(known.now, part)


def bound_figure(
    identity: str, slot: Slot, known: Known, said: str, period: str, place: str
) -> BoundFigure:
    """Get a figure as it is printed, with all it takes to find out where it comes from."""
    indicator, last = known.named.indicator, known.last
    of_last = last if slot.part in {"last", "change"} else None
    return BoundFigure(
        id=identity,
        indicator=known.named.name,
        label=indicator.label,
        part=slot.part,
        printed=said,
        measure=indicator.measure,
        period=period,
        place=place,
        counted=known.now.counted,
        base=known.now.base,
        total=known.now.total,
        last_counted=of_last.counted if of_last else None,
        last_base=of_last.base if of_last else None,
        last_total=of_last.total if of_last else None,
        says=indicator.says,
        source=indicator.source,
        kind=_kind(known.now),
        is_money=known.named.is_money,
        per=indicator.per if isinstance(indicator, Mean) else 1,
    )


def _kind(figure: Figure) -> FigureKind:
    if figure.is_ratio:
        return "share"
    if isinstance(figure.indicator, Total):
        return "total"
    return "mean" if isinstance(figure.indicator, Mean) else "count"
