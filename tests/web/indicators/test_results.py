"""Figures of governments and units: by unit, rolled up, down to the entries behind them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.web.conftest import AT
from tests.web.indicators.conftest import MARCH, YEAR
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators.periods import month
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.organizations import actions as organizing
from zhunsheng.web.organizations.models import Unit

pytestmark = pytest.mark.django_db
EVERY = [f"casework.{key}" for key in ("inspected", "serious", "value", "finished", "covered")]


def value(name: str, place: Place, period=YEAR):
    return results.figures([name], [period], place)[name, period.key].value


def test_entries_show_in_figures_of_their_unit_government_and_those_above(world, inspect):
    inspect(value="12.50", serious=True)
    inspect(world.office, planned="2026-04-01")
    inspect(world.other_bureau)
    county = Place(world.county)
    found = results.figures(EVERY, [YEAR, MARCH], county)
    assert [found[name, "2026"].value for name in EVERY] == [2, 1, 1250, 0, 1]
    assert [found[name, "2026-03"].value for name in EVERY] == [1, 1, 1250, 0, Fraction(1, 2)]
    assert value("casework.inspected", Place(world.county, world.office)) == 1
    assert value("casework.inspected", Place(world.prefecture)) == 0
    assert value("casework.inspected", Place(world.prefecture, below=True)) == 3


def test_nothing_gives_no_share_and_a_coverage_of_nobody(world, casework):
    assert value("casework.finished", Place(world.county)) is None
    assert value("casework.value", Place(world.county)) is None
    assert value("casework.inspected", Place(world.county)) == 0
    assert value("casework.covered", Place(world.county)) == 0
    assert value("casework.covered", Place(world.prefecture)) is None


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("below", [False, True])
def test_units_add_up_to_their_government(world, inspect, name, below):
    for unit in (world.bureau, world.office, world.bureau, world.other_bureau):
        inspect(unit, value="3", serious=unit == world.office)
    place = Place(world.prefecture if below else world.county, below=below)
    whole = results.figures([name], [YEAR], place)[name, "2026"]
    units = [one.figure for one in results.by_unit(name, YEAR, place)]
    assert len(units) == (3 if below else 2)
    assert sum(one.counted for one in units) == whole.counted
    assert sum(one.base for one in units) == whole.base
    totals = [one.total for one in units if one.total is not None]
    assert (sum(totals) if totals else None) == whole.total


@pytest.mark.parametrize("name", [one for one in EVERY if one != "casework.covered"])
def test_as_many_entries_are_behind_a_figure_as_it_says(world, inspect, name):
    made = [inspect(value="3", serious=True), inspect(world.office), inspect(world.other_bureau)]
    for place in (
        Place(world.county),
        Place(world.county, world.office),
        Place(world.prefecture, below=True),
    ):
        figure = results.figures([name], [YEAR], place)[name, "2026"]
        counted = results.entries_behind(name, YEAR, place)
        base = results.entries_behind(name, YEAR, place, "base")
        assert (len(counted), len(base)) == (figure.counted, figure.base)
        assert set(counted) <= set(base) <= {one.pk for one in made}


def test_governments_below_stand_with_all_that_is_below_them(world, inspect):
    inspect()
    inspect(world.office)
    inspect(world.other_bureau)
    found = results.by_government("casework.inspected", YEAR, world.prefecture)
    assert [(one.government.name, one.figure.value) for one in found] == [
        ("溪口县", 2),
        ("石岭县", 1),
    ]
    covered = results.by_government("casework.covered", YEAR, world.prefecture)
    assert [one.figure.value for one in covered] == [1, 1]
    assert results.by_government("casework.covered", YEAR, world.county) == []


def test_what_a_merged_unit_entered_is_shown_under_the_unit_that_took_over(world, inspect):
    of_office = inspect(world.office)
    inspect()
    organizing.merge_unit(None, world.office, world.bureau, date(2026, 4, 1), AT)
    county, took_over = Place(world.county), Place(world.county, world.bureau)
    whole = results.by_unit("casework.inspected", YEAR, county)
    assert [(one.unit.name, one.figure.value) for one in whole] == [("溪口县司法局", 2)]
    assert value("casework.inspected", took_over) == 2
    assert of_office.pk in results.entries_behind("casework.inspected", YEAR, took_over)
    # In March both were there, and each stands for itself.
    march = results.by_unit("casework.inspected", MARCH, county)
    assert [one.figure.value for one in march] == [1, 1]
    assert value("casework.inspected", took_over, MARCH) == 1
    # Asked for itself, it has what it entered.
    assert value("casework.inspected", Place(world.county, world.office)) == 1
    assert results.entries_behind(
        "casework.inspected", YEAR, Place(world.county, world.office)
    ) == [of_office.pk]


def test_a_coverage_asks_the_units_that_are_there_at_the_end_of_the_period(world, inspect):
    inspect(world.office)
    Unit.objects.create(
        government=world.county, code="new", name="溪口县数据局", since=date(2026, 7, 1)
    )
    gone = Unit.objects.create(
        government=world.county, code="old", name="溪口县旅游局", until=date(2026, 2, 28)
    )
    covered = [
        results.figures(["casework.covered"], [period], Place(world.county))[
            "casework.covered", period.key
        ]
        for period in (month(2026, 2), MARCH, YEAR)
    ]
    assert [(one.counted, one.base) for one in covered] == [(0, 3), (1, 2), (1, 3)]
    assert gone.name not in [
        one.unit.name for one in results.by_unit("casework.covered", YEAR, Place(world.county))
    ]


def test_a_unit_that_ended_without_a_successor_is_shown_while_it_has_something(world, inspect):
    inspect(world.office)
    organizing.end_unit(None, world.office, date(2026, 5, 1), AT)
    found = results.by_unit("casework.inspected", YEAR, Place(world.county))
    assert [(one.unit.name, one.figure.value) for one in found] == [
        ("溪口县发展和改革局", 1),
        ("溪口县司法局", 0),
    ]
    assert value("casework.inspected", Place(world.county)) == 1


def test_an_unknown_name_is_refused_with_near_ones(world, casework):
    with pytest.raises(UnknownNameError, match=r"casework\.inspected"):
        results.figures(["casework.inspection"], [YEAR], Place(world.county))


def test_every_indicator_of_every_domain_can_be_computed(world, casework):
    names = [named.name for named in catalogue().indicators()]
    found = results.figures(names, [YEAR], Place(world.county))
    assert len(found) == len(names)
