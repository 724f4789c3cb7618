"""What is held is what the ledger says: one's own writes at once, rolled-back ones never."""

from __future__ import annotations

import os
import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tests.web.conftest import AT, World
from tests.web.indicators.conftest import PENALTY, YEAR
from zhunsheng.web.indicators import cells, following, held, results
from zhunsheng.web.indicators.following import End
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head, StoredLine, StoredOpening
from zhunsheng.web.organizations import actions as organizing
from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.registers import actions, lateness
from zhunsheng.web.registers.models import Entry, Link
from zhunsheng.web.search.models import Document

NAMES = ["casework.inspected", "casework.value", "casework.finished", "casework.penalties"]
committing = pytest.mark.django_db(transaction=True)


def values(place: Place) -> list[object]:
    found = results.figures(NAMES, [YEAR], place)
    return [found[name, "2026"].value for name in NAMES]


@committing
@pytest.mark.parametrize("within", [False, True])
def test_every_action_shows_in_the_figures_at_once(world: World, clerk, inspect, punish, within):
    county, actor = Place(world.county), world.actor(clerk)
    inspect(value="1")
    assert values(county) == [1, 100, 0, 0]
    if within:
        with transaction.atomic():
            _act_and_look(county, actor, inspect, punish)
    else:
        _act_and_look(county, actor, inspect, punish)
    assert values(county) == [2, 210, 0.5, 1]


def _act_and_look(county, actor, inspect, punish) -> None:
    entry = inspect(value="2")
    assert values(county) == [2, 300, 0, 0]
    entry = actions.change(actor, entry.pk, entry.version, {"value": "1.10"}, AT)
    assert values(county) == [2, 210, 0, 0]
    entry = actions.take_step(
        actor, entry.pk, entry.version, "inspect", {"inspected": "2026-03-02"}, AT
    )
    assert values(county) == [2, 210, 0.5, 0]
    entry = actions.withdraw(actor, entry.pk, entry.version, AT)
    assert values(county) == [2, 210, 0, 0]
    actions.take_step(actor, entry.pk, entry.version, "inspect", {"inspected": "2026-03-02"}, AT)
    punish()
    assert values(county) == [2, 210, 0.5, 1]


@committing
def test_what_is_rolled_back_was_seen_inside_only(world: World, inspect):
    inspect(value="1")
    for asked_before in (False, True):
        if asked_before:
            assert values(Place(world.county)) == [1, 100, 0, 0]
        with transaction.atomic():
            inspect(value="2")
            assert values(Place(world.county)) == [2, 300, 0, 0]
            transaction.set_rollback(True)
        assert values(Place(world.county)) == [1, 100, 0, 0]
    # A line that takes the number of one that was rolled back is another line.
    inspect(value="4")
    assert values(Place(world.county)) == [2, 500, 0, 0]


@committing
def test_nothing_new_costs_one_query_of_one_row(world: World, inspect, django_assert_num_queries):
    inspect()
    county = Place(world.county)
    values(county)
    with django_assert_num_queries(1) as asked:
        values(county)
    assert "ledger_head" in asked[0]["sql"]
    with django_assert_num_queries(1):
        results.by_unit("casework.inspected", YEAR, county)
    with django_assert_num_queries(1):
        results.entries_behind("casework.inspected", YEAR, county)


@committing
def test_a_change_is_read_by_its_entry_and_not_by_all(
    world: World, inspect, django_assert_max_num_queries
):
    for _ in range(5):
        inspect()
    values(Place(world.county))
    inspect(value="3")
    with django_assert_max_num_queries(8) as asked:
        values(Place(world.county))
    read = [one["sql"] for one in asked if "registers_entry" in one["sql"]]
    assert len(read) == 1
    assert "IN (" in read[0]


@committing
def test_another_database_is_noticed_by_its_ledger(world: World, inspect):
    inspect(value="1")
    inspect(value="2")
    assert values(Place(world.county)) == [2, 300, 0, 0]
    lines = StoredLine.objects.count()
    _empty()
    assert values(Place(world.county)) == [0, None, None, 0]
    # As many lines as before, and others.
    inspect(value="5")
    inspect(value="7")
    assert StoredLine.objects.count() == lines
    assert values(Place(world.county)) == [2, 1200, 0, 0]


def _empty() -> None:
    for model in (Document, Link, StoredOpening, StoredLine, Head):
        model.objects.all().delete()
    Entry.unscoped.all().delete()


@committing
def test_a_ledger_restored_to_a_former_state_is_read_anew(world: World, inspect):
    inspect(value="1")
    backup = Head.objects.get()
    gone = inspect(value="2")
    assert values(Place(world.county)) == [2, 300, 0, 0]
    Document.objects.all().delete()
    Link.objects.all().delete()
    StoredOpening.objects.filter(line__about=gone.about).delete()
    StoredLine.objects.filter(about=gone.about).delete()
    Entry.unscoped.filter(pk=gone.pk).delete()
    backup.save()
    assert values(Place(world.county)) == [1, 100, 0, 0]


@committing
def test_an_entry_that_is_gone_has_no_part_in_figures(world: World, inspect):
    inspect(value="1")
    gone = inspect(value="2")
    assert values(Place(world.county)) == [2, 300, 0, 0]
    Document.objects.all().delete()
    Entry.unscoped.filter(pk=gone.pk).delete()
    _line(gone.about, {"entry": {}})
    assert values(Place(world.county)) == [1, 100, 0, 0]


@committing
def test_erased_entries_keep_their_part_in_figures(world: World, clerk, inspect):
    entry = inspect(value="2")
    assert values(Place(world.county)) == [1, 200, 0, 0]
    clerk.assignments.create(unit=world.bureau, role="approver")
    actions.erase(world.actor(clerk), entry.pk, "当事人申请", AT)
    assert values(Place(world.county)) == [1, 200, 0, 0]


@committing
def test_entries_named_by_a_line_of_many_are_read_again(world: World, inspect):
    entry = inspect(value="2")
    assert values(Place(world.county)) == [1, 200, 0, 0]
    Entry.unscoped.filter(pk=entry.pk).update(values=entry.values | {"value": 900})
    assert values(Place(world.county)) == [1, 200, 0, 0]  # no action did this
    _line(lateness.RECOMPUTED, {"entries": [entry.pk]})
    assert values(Place(world.county)) == [1, 900, 0, 0]


@transaction.atomic
def _line(about: str, says: dict[str, object]) -> None:
    draft = store.Draft(about=about, says=says, personal={})
    store.append(store.lock_head(), [draft], at=AT, who="site/0", did="entry.recompute")


@committing
def test_a_government_that_moves_takes_its_figures_along(world: World, inspect):
    inspect()
    other = Government.objects.create(code="990200", name="平川市", level="prefecture")
    assert values(Place(world.prefecture, below=True))[0] == 1
    assert values(Place(other, below=True))[0] == 0
    organizing.move_government(None, world.county, other, AT)
    assert values(Place(world.prefecture, below=True))[0] == 0
    assert values(Place(other, below=True))[0] == 1
    assert values(Place(world.county))[0] == 1  # asked with the place of before


@committing
def test_a_new_unit_is_there_at_once(world: World, inspect):
    inspect()
    values(Place(world.county))
    made = organizing.add_unit(None, world.county, "sjj", "溪口县数据局", AT)
    found = results.by_unit("casework.inspected", YEAR, Place(world.county))
    assert made.name in [one.unit.name for one in found]
    # One that was made without a line is noticed with its first entry.
    aside = Unit.objects.create(government=world.county, code="aside", name="溪口县档案馆")
    clerk = Entry.unscoped.get().entered_by
    clerk.assignments.create(unit=aside, role="reporter")
    inspect(aside)
    found = results.by_unit("casework.inspected", YEAR, Place(world.county))
    assert {one.unit.name: one.figure.value for one in found}[aside.name] == 1


@committing
def test_what_was_computed_is_kept_until_its_register_changes(world, inspect, punish, monkeypatch):
    inspect()
    punish()
    values(Place(world.county))
    passes = []
    from zhunsheng.engine.indicators import computing  # noqa: PLC0415  # patched where it is looked up

    compute = computing.compute

    def counted(*given):
        passes.append(given)
        return compute(*given)

    monkeypatch.setattr(computing, "compute", counted)
    values(Place(world.county))
    assert passes == []
    punish()
    assert values(Place(world.county))[3] == 2
    assert len(passes) == 1


@committing
def test_no_more_cells_are_kept_than_allowed(world, inspect, monkeypatch):
    monkeypatch.setattr(cells, "MOST", 6)
    kept = cells._Kept()
    monkeypatch.setattr(cells, "_kept", kept)
    inspect()
    for place in (Place(world.county), Place(world.other_county), Place(world.prefecture)):
        results.figures(["casework.inspected", "casework.serious"], [YEAR], place)
        assert 0 < kept._weight <= 6
    assert len(kept._found) < 3


@committing
def test_a_reading_stands_still(world: World, inspect):
    inspect()
    with results.reading([PENALTY, "casework.inspection"]) as now:
        before = now.position
        inspect()
        assert values(Place(world.county))[0] == 1
        assert results.position() == before
    assert values(Place(world.county))[0] == 2
    assert results.position() == before + 1


def test_a_ledger_without_lines_is_never_taken_for_known(db):
    assert not following.continues(End(), End())
    assert following.end() == End()
    assert results.position() == -1


@committing
def test_the_last_days_that_moved_at_night_show_in_figures(world, reporter, monkeypatch):
    raw = {
        "received": "2026-02-27",
        "channel": "online",
        "applicant": "某甲",
        "applicant_kind": "person",
        "subject": "某事项",
        "content": "内容",
    }
    entry = actions.create(world.actor(reporter), "openness.request", world.bureau, raw, AT)
    with held.reading(["openness.request"]) as now:
        version = now.version("openness.request")
    Entry.unscoped.filter(pk=entry.pk).update(last_days={})
    lateness.bring_up_to_date(AT + timedelta(days=1))
    with held.reading(["openness.request"]) as now:
        assert now.version("openness.request") != version


@pytest.mark.skipif("ZHUNSHENG_DATABASE" not in os.environ, reason="threads share a test's SQLite")
@committing
def test_threads_read_while_another_writes(world: World, inspect):
    inspect()
    county, wrong = Place(world.county), []
    over = threading.Event()

    def read() -> None:
        seen = 0
        try:
            while not over.is_set():
                count = values(county)[0]
                if count < seen:
                    wrong.append((seen, count))
                seen = count
        finally:
            connection.close()

    threads = [threading.Thread(target=read) for _ in range(3)]
    for one in threads:
        one.start()
    for number in range(2, 30):
        inspect()
        if values(county)[0] != number:
            wrong.append(number)
    over.set()
    for one in threads:
        one.join()
    assert wrong == []


@pytest.mark.skipif("ZHUNSHENG_DATABASE" not in os.environ, reason="threads share a test's SQLite")
@committing
def test_nobody_else_sees_what_is_not_committed(world: World, inspect):
    inspect()
    county, seen = Place(world.county), []

    def read() -> None:
        try:
            seen.append(values(county)[0])
        finally:
            connection.close()

    with transaction.atomic():
        inspect()
        assert values(county)[0] == 2
        reader = threading.Thread(target=read)
        reader.start()
        reader.join()
        transaction.set_rollback(True)
    assert seen == [1]
    assert values(county)[0] == 1
