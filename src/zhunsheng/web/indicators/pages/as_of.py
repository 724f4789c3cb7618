"""
Pages of figures as of a past day: the day stands in the address as `as_of`, and all links keep it.

Who may see what is decided as for the present.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from django.http import HttpRequest

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.indicators import periods
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators import as_of, results
from zhunsheng.web.indicators.held import Reading
from zhunsheng.web.indicators.organization import Organization
from zhunsheng.web.indicators.pages.asking import Asked, asked_of, period_of
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.registers.as_of import entries_then
from zhunsheng.web.registers.as_of_asking import moment_asked
from zhunsheng.web.registers.models import Entry


def asked_then(request: HttpRequest) -> Asked:
    """
    Get what the address of a request asks for, as of the past day it names, if it names one.

    A period that still ran on the day is looked at as far as it had come. It may raise what `asked_of` does,
    and PastDayError.
    """
    asked = asked_of(request)
    moment = moment_asked(request.GET.get("as_of", ""), asked.today)
    if moment is None:
        return asked
    period = periods.so_far(period_of(request.GET, moment.day), moment.day)
    return replace(asked, period=period, today=moment.day, moment=moment)


@contextmanager
def reading_of(asked: Asked, register: str) -> Iterator[tuple[Reading, Asked]]:
    """
    Let all figures within the block be those of what is asked, of the past where it is of the past.

    The place comes back with the names it had. Raises NotThereError where it was not there yet.
    """
    if asked.moment is None:
        with results.reading([register]) as now:
            yield now, asked
        return
    place = asked.place
    with as_of.reading_then(asked.moment, place.government, _seen_by(asked.actor)) as then:
        yield then, replace(asked, place=as_of.place_then(then.organization, place))


def as_they_were(
    entries: Sequence[Entry], named: NamedRegister, moment: Moment, then: Organization
) -> list[Entry]:
    """Get some entries as they were at a moment, in the same order; those that were not there are left out."""
    keys = [entry.pk for entry in entries]
    found = (
        {one.key: one.as_entry() for one in entries_then(named, moment, keys=keys)} if keys else {}
    )
    units = {unit.pk: unit for unit in then.units.values()}
    for entry in found.values():
        entry.unit = units[entry.unit_id]
        entry.government = then.governments[entry.government_id]
    return [found[key] for key in keys if key in found]


def _seen_by(actor: Actor) -> as_of.MaySee:
    """Get whether somebody may see the figures of a government of the past, by where it is now."""

    def sees(government: Government) -> bool:
        now = Government.objects.filter(pk=government.pk).first()
        return now is not None and policy.may_see_figures(actor, Place(now))

    return sees
