"""
The figures that a report gives: of its year and the year before, all names in one go.

Once a report is final they are those at the end of the day it was frozen at. What the registers do not
know of last year is taken from the figures of an earlier report that were kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from zhunsheng.engine.catalogue import NamedIndicator, catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.declarations import Mean, Total
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.reporting.templates import TemplateError, parsed
from zhunsheng.engine.reporting.writing import Known
from zhunsheng.web.indicators import as_of, results
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import keys

_SCALES = {"元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}


@dataclass(frozen=True, slots=True)
class Basis:
    """Whose figures are asked for, of which year, and up to which day or moment of the ledger."""

    place: Place
    year: int
    today: date
    moment: Moment | None = None

    @property
    def period(self) -> Period:
        """The year as far as it has come."""
        return periods.so_far(periods.year(self.year), self._day)

    @property
    def before(self) -> Period:
        """The year before, as far as this one has come."""
        a_year_ago = periods.a_year_before(periods.to_date(self._day)).end
        return periods.so_far(periods.year(self.year - 1), a_year_ago)

    @property
    def _day(self) -> date:
        return self.moment.day if self.moment else self.today


def known(names: Iterable[str], basis: Basis) -> dict[str, Known]:
    """Get what is known of some indicators; those that are not declared are left out."""
    named = {one.name: one for name in dict.fromkeys(names) if (one := _named(name)) is not None}
    if not named:
        return {}
    now, last = basis.period, basis.before
    if basis.moment is not None:
        found = as_of.figures_as_of(list(named), [now, last], basis.place, basis.moment)
    else:
        found = results.figures(list(named), [now, last], basis.place)
    kept = _kept(named, basis)
    return {
        name: Known(one, found[name, now.key], _last(found[name, last.key], kept.get(name)))
        for name, one in named.items()
    }


def names_in(texts: Iterable[str]) -> list[str]:
    """Get the names in the places of some templates, each once; those that cannot be read have none."""
    found: dict[str, None] = {}
    for text in texts:
        try:
            found |= dict.fromkeys(slot.name for slot in parsed(text).slots)
        except TemplateError:
            continue
    return list(found)


def _named(name: str) -> NamedIndicator | None:
    try:
        return catalogue().indicator(name)
    except UnknownNameError:
        return None


def _last(figure: Figure, kept: Figure | None) -> Figure:
    """Get last year's figure: that of the registers, or the one that was kept where they have nothing."""
    empty = not figure.counted and (not figure.base or not figure.is_ratio) and not figure.total
    return kept if kept is not None and empty else figure


def _kept(named: Mapping[str, NamedIndicator], basis: Basis) -> dict[str, Figure]:
    """Get the figures of the year before that were kept from an earlier report of the government."""
    rows = Entry.unscoped.filter(
        register=keys.PAST_FIGURE,
        government=basis.place.government,
        values__year=basis.year - 1,
        # Reports of other governments are kept as well, to be set beside one's own.
        values__region=basis.place.government.name,
    ).order_by("pk")
    found: dict[str, Figure] = {}
    for values in rows.values_list("values", flat=True):
        one = named.get(str(values.get("indicator") or ""))
        if one is not None and (figure := _figure_of(one, values)) is not None:
            found.setdefault(one.name, figure)
    return found


def _figure_of(named: NamedIndicator, values: Mapping[str, object]) -> Figure | None:
    indicator = named.indicator
    if Figure(indicator, 0, 0).is_ratio:
        over, under = _whole(values.get("numerator")), _whole(values.get("denominator"))
        return None if over is None or under is None else Figure(indicator, over, under)
    if isinstance(indicator, Total):
        value = _number(values.get("value"))
        scale = _SCALES.get(str(values.get("measure") or ""), 1) if named.is_money else 1
        return None if value is None else Figure(indicator, 1, 1, value * scale)
    if isinstance(indicator, Mean):
        return None
    many = _whole(values.get("value"))
    return None if many is None else Figure(indicator, many, many)


def _number(value: object) -> Decimal | None:
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _whole(value: object) -> int | None:
    found = _number(value)
    return int(found) if found is not None and found == int(found) else None
