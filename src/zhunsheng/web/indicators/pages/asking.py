"""
What somebody asks to see: which period, and whose figures; both stand in the address.

A period that cannot be read is said beside its field, and nothing else is shown in its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, QueryDict
from django.utils.http import urlencode

from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.periods import Period, PeriodError
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.registers.errors import ForbiddenError, NotThereError
from zhunsheng.web.registers.pages import actor_of
from zhunsheng.web.shell import acting_for

FIRST_YEAR, LAST_YEAR = 1949, 2199
_BELOW = "-below"
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A period and a place that somebody asked for and may see.

    A period that still runs is looked at as far as it has come: what is due later is not late. With a
    `moment` all is asked as it was then, and `today` is the day it was.
    """

    actor: Actor
    period: Period
    place: Place
    today: date
    moment: Moment | None = None

    @property
    def before(self) -> Period:
        """The same period of the year before, as far as this one has come."""
        a_year_ago = periods.a_year_before(periods.to_date(self.today)).end
        return periods.so_far(periods.a_year_before(self.period), a_year_ago)

    @property
    def place_key(self) -> str:
        """How addresses name the place."""
        return key_of(self.place)

    @property
    def query(self) -> str:
        """How addresses say it."""
        return self.query_of(self.period, self.place)

    def query_of(self, period: Period, place: Place, **further: str) -> str:
        """Get how addresses say another period and place."""
        day = {"as_of": self.moment.day.isoformat()} if self.moment else {}
        return urlencode({"period": period.key, "place": key_of(place), **day, **further})

    @property
    def query_now(self) -> str:
        """How addresses say the same as it is now."""
        return replace(self, moment=None).query

    def query_at(self, place: Place) -> str:
        """Get how addresses say another place in the same period."""
        return self.query_of(self.period, place)


def asked_of(request: HttpRequest) -> Asked:
    """
    Get what the address of a request asks for; today's year so far and the own government without.

    Raises PeriodError, NotThereError for an unknown place and ForbiddenError for one not to be seen.
    """
    actor = actor_of(request)
    place = place_of(request, actor)
    today = clock.now().date()
    return Asked(actor, periods.so_far(period_of(request.GET, today), today), place, today)


def period_of(asked: QueryDict, today: date) -> Period:
    """Get the period of an address: the one typed before the one chosen. Raises PeriodError."""
    text = (asked.get("other") or asked.get("period") or "").strip()
    if not text:
        return periods.to_date(today)
    period = periods.parsed(text[: _LONGEST + 1])
    # The year before is shown beside it, so that there must be one.
    if not FIRST_YEAR < period.start.year <= LAST_YEAR:
        raise PeriodError(
            f"期间的年份应在{FIRST_YEAR + 1}至{LAST_YEAR}之间，“{text[:_LONGEST]}”不在其中。",
            f"The year of a period lies between {FIRST_YEAR + 1} and {LAST_YEAR}.",
        )
    return period


def place_of(request: HttpRequest, actor: Actor) -> Place:
    """
    Get whose figures an address asks for; those of the own government where it names none.

    Raises NotThereError for what is no place and ForbiddenError for one that is not for this reader.
    """
    text = request.GET.get("place", "")[:_LONGEST]
    place = _named(text) if text else own_place(request, actor)
    if place is None:
        raise NotThereError("没有这个政府或者单位。", "There is no such government or unit.")
    if not policy.may_see_figures(actor, place):
        raise ForbiddenError(
            "您不能查看这个政府或者单位的指标。请在“范围”里另选一个。",
            "You may not see the figures of this government or unit. Choose another one.",
        )
    return place


def own_place(request: HttpRequest, actor: Actor) -> Place:
    """Get the government that somebody acts for. Raises ForbiddenError for who has no role anywhere."""
    unit = own_unit(request, actor)
    if unit is None:
        raise ForbiddenError(
            "您在各单位都没有角色，没有可以查看的指标。请联系安全管理员。",
            "You have no role anywhere, so there are no figures for you to see.",
        )
    return Place(unit.government)


def own_unit(request: HttpRequest, actor: Actor) -> Unit | None:
    """Get the unit that somebody acts for: the one chosen in the frame, or their first."""
    held = list(dict.fromkeys(grant.unit for grant in actor.grants))
    known = Unit.objects.select_related("government").in_bulk(held)
    return acting_for(request, [known[key] for key in held if key in known])


def key_of(place: Place) -> str:
    """Get how addresses name a place."""
    if place.unit is not None:
        return f"u{place.unit.pk}"
    return f"g{place.government.pk}{_BELOW if place.below else ''}"


def _named(text: str) -> Place | None:
    kind, number = text[:1], text[1:].removesuffix(_BELOW)
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    if kind == "u" and not text.endswith(_BELOW):
        unit = Unit.objects.select_related("government").filter(pk=number).first()
        return Place(unit.government, unit) if unit else None
    if kind == "g":
        government = Government.objects.filter(pk=number).first()
        return Place(government, below=text.endswith(_BELOW)) if government else None
    return None
