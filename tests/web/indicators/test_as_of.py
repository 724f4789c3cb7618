"""Figures and entries of a past day are those that were shown then, whatever happened since."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection

from tests.web.conftest import AT, REQUEST, World
from tests.web.indicators.conftest import INSPECTION, PENALTY, YEAR
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.web.indicators import as_of, results
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.ledger import past
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations import actions as organizing
from zhunsheng.web.organizations.taking_stock import take_stock
from zhunsheng.web.registers import actions, lateness
from zhunsheng.web.registers.as_of import entries_then, entry_then
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.models import Entry

NAMES = ["casework.inspected", "casework.value", "casework.finished", "casework.penalties"]
DAY = timedelta(days=1)


def then(place: Place, day: date) -> list[object]:
    found = as_of.figures_as_of(NAMES, [YEAR], place, past.end_of(day))
    return [found[name, "2026"].value for name in NAMES]


def now(place: Place, day: date) -> list[object]:
    found = results.figures(NAMES, [periods.so_far(YEAR, day)], place)
    return [found[name, "2026"].value for name in NAMES]


def test_a_day_ends_with_its_last_line(world: World, clerk):
    actor, days = world.actor(clerk), [AT, AT + DAY, AT + DAY, AT + 5 * DAY]
    for at in days:
        actions.create(actor, PENALTY, world.bureau, {"matter": "某案", "made": "2026-03-02"}, at)
    ends = [past.end_of((AT + n * DAY).date()).position for n in (-1, 0, 1, 2, 5, 9)]
    assert ends == [-1, 0, 2, 2, 3, 3]
    assert past.at(2) == past.end_of((AT + DAY).date())
    with pytest.raises(past.NoSuchMomentError, match="账目4"):
        past.at(4)


def test_the_figures_of_a_day_are_those_that_were_shown(world: World, clerk, inspect, punish):
    county, actor = Place(world.county), world.actor(clerk)
    entry = inspect(value="1")
    shown = {AT.date(): now(county, AT.date())}
    entry = actions.change(actor, entry.pk, entry.version, {"value": "2.50"}, AT + DAY)
    shown[(AT + DAY).date()] = now(county, (AT + DAY).date())
    at = AT + 2 * DAY
    entry = actions.take_step(
        actor, entry.pk, entry.version, "inspect", {"inspected": "2026-03-04"}, at
    )
    shown[at.date()] = now(county, at.date())
    actions.withdraw(actor, entry.pk, entry.version, at)
    shown[at.date()] = now(county, at.date())
    assert list(shown.values()) == [[1, 100, 0, 0], [1, 250, 0, 0], [1, 250, 0, 0]]
    assert {day: then(county, day) for day in shown} == shown
    assert then(county, (AT - DAY).date()) == [0, None, None, 0]


def test_a_position_is_as_exact_as_a_day_is_coarse(world: World, inspect):
    for amount in ("1", "2", "4"):
        inspect(value=amount)
    found = [
        as_of.figures_as_of(["casework.value"], [YEAR], Place(world.county), past.at(position))
        for position in range(3)
    ]
    assert [one["casework.value", "2026"].value for one in found] == [100, 300, 700]


def test_the_entries_behind_a_figure_are_those_of_then(world: World, clerk, inspect):
    first = inspect()
    actions.create(
        world.actor(clerk),
        INSPECTION,
        world.bureau,
        {"place": "某厂", "planned": "2026-03-02", "responsible": "溪口县司法局"},
        AT + DAY,
    )
    with as_of.reading_then(past.end_of(AT.date()), world.county) as reading:
        place = Place(world.county)
        assert results.entries_behind("casework.inspected", YEAR, place) == [first.pk]
        assert results.position() == reading.position == 0
    assert results.position() == 1


def test_units_have_the_names_and_the_places_of_then(world: World, inspect):
    take_stock(AT - DAY)
    inspect(world.office)
    organizing.rename_unit(None, world.bureau, "溪口县法治局", (AT + DAY).date(), AT + DAY)
    organizing.merge_unit(None, world.office, world.bureau, (AT + DAY).date(), AT + DAY)
    later = organizing.add_unit(None, world.county, "xj", "溪口县新局", AT + DAY)

    def shown(day: date) -> dict[str, object]:
        period = periods.to_date(day)
        with as_of.reading_then(past.end_of(day), world.county):
            units = results.by_unit("casework.inspected", period, Place(world.county))
        return {str(one.unit): one.figure.value for one in units}

    assert shown(AT.date()) == {"溪口县发展和改革局": 1, "溪口县司法局": 0}
    assert shown((AT + DAY).date()) == {"溪口县新局": 0, "溪口县法治局": 1}
    with pytest.raises(NotThereError):
        then(Place(world.county, later), AT.date())


def test_a_row_changed_aside_changes_nothing_of_the_past(world: World, inspect):
    entry = inspect(value="1")
    gone = inspect(value="2")
    Entry.unscoped.filter(pk=entry.pk).update(values={}, title="改", state="closed", done=True)
    Entry.unscoped.filter(pk=gone.pk).delete()
    county = Place(world.county)
    assert then(county, AT.date()) == [2, 300, 0, 0]
    found = entry_then(INSPECTION, entry.pk, past.end_of(AT.date()))
    assert found is not None
    assert found.sealed["title"] == "某超市"
    assert found.as_entry().state == "planned"


def test_personal_values_do_not_come_back_from_the_past(world: World, clerk, inspect):
    party = {"kind": "person", "name": "某甲", "number": "X1"}
    entry = inspect(firm=party)
    found = entry_then(INSPECTION, entry.pk, past.end_of(AT.date()))
    assert found is not None
    assert "firm" not in found.sealed["values"]
    assert found.as_entry().private == {}


def test_a_register_is_read_of_the_governments_that_are_asked_for(world: World, inspect):
    here = inspect()
    inspect(world.other_bureau)
    named, moment = catalogue().register(INSPECTION), past.end_of(AT.date())
    found = entries_then(named, moment, governments=[world.county.pk])
    assert [one.key for one in found] == [here.pk]
    assert len(list(entries_then(named, moment))) == 2


def test_what_was_not_read_cannot_be_asked_for(world: World, inspect):
    inspect(world.other_bureau)
    with (
        as_of.reading_then(past.end_of(AT.date()), world.county),
        pytest.raises(KeyError),
    ):
        results.figures(NAMES, [YEAR], Place(world.other_county))


def test_reading_the_past_takes_few_queries_however_many_entries(
    world: World, inspect, django_assert_max_num_queries
):
    for _ in range(20):
        inspect()
    moment = past.end_of(AT.date())
    with django_assert_max_num_queries(15):
        as_of.figures_as_of(NAMES, [YEAR], Place(world.county), moment)


def test_last_lines_are_found_by_an_index_alone(world: World, inspect):
    if connection.vendor != "sqlite":
        pytest.skip("a server reads a small table as it likes")
    lines = past.last_lines(INSPECTION, past.end_of(AT.date()))
    plan = lines.explain()
    assert "USING COVERING INDEX lines_by_about (about>? AND about<?)" in plan
    assert "SCAN ledger_storedline" not in plan.replace("ledger_storedline USING", "")
    assert lines.count() == 0
    inspect()
    assert past.last_lines(INSPECTION, past.end_of(AT.date())).count() == 1


def test_last_days_of_some_entries_are_those_of_the_whole_register(world: World, reporter):
    actor = world.actor(reporter)
    asked = {"touches_third_party": True, "consulted": "2026-03-02"}
    for _ in range(3):
        entry = actions.create(actor, "openness.request", world.bureau, REQUEST, AT)
        entry = actions.take_step(actor, entry.pk, entry.version, "register", {}, AT)
        actions.take_step(actor, entry.pk, entry.version, "consult", asked, AT)
    for night in range(1, 4):
        lateness.bring_up_to_date(AT + night * DAY)
    assert StoredLine.objects.filter(did="entry.recompute").count() == 3
    named = catalogue().register("openness.request")
    for night in range(4):
        moment = past.end_of((AT + night * DAY).date())
        whole = {one.key: one for one in entries_then(named, moment)}
        for key, one in whole.items():
            assert entry_then(named.name, key, moment) == one
            assert list(entries_then(named, moment, keys=[key])) == [one]
    days = {row.pk: row.last_days for row in Entry.unscoped.all()}
    assert {key: one.days.last_days for key, one in whole.items()} == days


def test_a_line_that_was_changed_is_told_from_one_that_was_not(world: World, inspect):
    line = StoredLine.objects.get(about=inspect().about)
    assert past.is_intact(line)
    line.says["entry"]["title"] = "改"
    assert not past.is_intact(line)
