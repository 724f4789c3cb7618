"""Each register is a typed view whose values are those of its entries; what nobody declares goes away."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.schema import columns
from zhunsheng.web.lists import declared_indexes
from zhunsheng.web.lists.stored import Declared, Said
from zhunsheng.web.registers import actions, sql_views
from zhunsheng.web.registers.models import Entry

VISITS = Register(
    key="visit",
    label="走访",
    shape="event",
    basis="某办法",
    title="name",
    happened="day",
    fields=(
        Field(key="name", label="名称", required=True),
        Field(key="day", label="日期", kind="date", required=True),
        Field(key="at", label="时间", kind="datetime"),
        Field(key="people", label="人数", kind="integer"),
        Field(key="cost", label="费用", kind="money"),
        Field(key="share", label="比例", kind="decimal", places=1),
        Field(key="fine", label="合格", kind="boolean"),
        Field(
            key="ways",
            label="方式",
            kind="choice",
            several=True,
            choices=(Choice(key="a", label="甲"), Choice(key="b", label="乙")),
        ),
        Field(key="firm", label="企业", kind="party"),
        Field(key="contact", label="联系人", personal=True),
    ),
)
VALUES = {
    "name": "某企业",
    "day": "2026-03-01",
    "at": "2026-03-01T09:30",
    "people": 12,
    "cost": 120050,
    "share": "97.5",
    "fine": True,
    "ways": ["a", "b"],
    "firm": {"kind": "organization", "name": "某企业", "number": ""},
}


def rows(name: str) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{name}" ORDER BY id')  # noqa: S608
        heads = [column[0] for column in cursor.description]
        return [dict(zip(heads, row, strict=True)) for row in cursor.fetchall()]


def names() -> set[str]:
    with connection.cursor() as cursor:
        tables = connection.introspection.get_table_list(cursor)
    return {table.name for table in tables if table.type == "v"}


@pytest.fixture
def visits(world: World, reporter) -> NamedRegister:
    domain = SimpleNamespace(key="dogs", label="")
    named = NamedRegister("dogs.visit", domain, VISITS)  # type: ignore[arg-type]
    sql_views.refresh([*catalogue().registers(), named])
    Entry.unscoped.create(
        register=named.name,
        government=world.county,
        unit=world.bureau,
        number="2026-00001",
        title="某企业",
        happened=date(2026, 3, 1),
        values=VALUES,
        private={"contact": "某甲"},
        entered_by=reporter,
        changed_by=reporter,
        entered_at=AT,
        changed_at=AT,
    )
    return named


def test_a_view_has_the_values_of_the_entry_in_their_types(visits):
    [row] = rows("v_dogs_visit")
    assert (row["government"], row["government_name"]) == ("990121", "溪口县")
    assert (row["unit"], row["unit_name"]) == ("sfj", "溪口县司法局")
    assert (row["people"], row["cost"]) == (12, 120050)
    assert Decimal(str(row["share"])) == Decimal("97.5")
    assert bool(row["fine"]) is True
    if connection.vendor == "postgresql":
        types = {key: type(row[key]).__name__ for key in ("day", "at", "share", "fine", "late")}
        assert types == {
            "day": "date",
            "at": "datetime",
            "share": "Decimal",
            "fine": "bool",
            "late": "bool",
        }
    else:
        assert (row["day"], row["at"]) == ("2026-03-01", "2026-03-01T09:30")
    assert json.loads(row["ways"]) == ["a", "b"]
    assert json.loads(row["firm"])["name"] == "某企业"


def test_nothing_personal_is_in_a_view(visits):
    [row] = rows("v_dogs_visit")
    assert "contact" not in row
    assert "某甲" not in map(str, row.values())


def test_migrating_makes_the_view_of_every_register_and_drops_that_of_one_there_is_no_more(visits):
    assert "v_dogs_visit" in names()
    call_command("migrate", verbosity=0)
    expected = {sql_views.name_of(named) for named in catalogue().registers()}
    assert names() & {name for name in names() if name.startswith("v_")} == expected


def test_a_view_of_every_register_has_the_columns_of_its_schema(world, reporter):
    actor = world.actor(reporter)
    actions.create(actor, "openness.request", world.bureau, REQUEST, AT)
    for named in catalogue().registers():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{sql_views.name_of(named)}"')  # noqa: S608
            heads = {column[0] for column in cursor.description}
        assert {c.key for c in columns(named.register) if not c.personal} <= heads
    [row] = rows("v_openness_request")
    assert str(row["received"]) == "2026-02-27"


def explained(queryset) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Few rows are read faster as they lie; what is asked here is whether the index fits.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    return queryset.explain()


@pytest.mark.parametrize("way", ["", "-"])
@pytest.mark.parametrize("key", ["outcome", "replied", "applicant_kind"])
def test_lists_sorted_by_a_declared_field_are_read_by_its_index(world, monkeypatch, key, way):
    named = catalogue().register("openness.request")
    monkeypatch.setattr(declared_indexes, "_large", lambda: {named.name})
    declared_indexes.refresh([named])
    field = named.register.field(key)
    value = Declared(field)
    found = Entry.unscoped.filter(register=Said(named.name), government=world.county)
    ordered = found.order_by(value.desc() if way else value.asc(), f"{way}pk")
    plan = explained(ordered.values("pk")[:50])
    assert declared_indexes.name_of(named, field) in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_no_register_has_more_indexes_than_it_should():
    for named in catalogue().registers():
        assert len(declared_indexes.indexed(named.register)) <= declared_indexes.MOST
        assert not any(field.personal for field in declared_indexes.indexed(named.register))


def test_a_register_is_indexed_once_it_has_many_entries_and_as_long_as_it_is_declared(
    world, reporter, monkeypatch
):
    monkeypatch.setattr(declared_indexes, "FROM", 2)
    named = catalogue().register("openness.request")
    wanted = {
        declared_indexes.name_of(named, one) for one in declared_indexes.indexed(named.register)
    }
    common = declared_indexes._existing()
    assert all(name.startswith("declared_common") for name in common)
    actions.create(world.actor(reporter), named.name, world.bureau, REQUEST, AT)
    assert declared_indexes.refresh(catalogue().registers()) == (0, 0)
    actions.create(world.actor(reporter), named.name, world.bureau, REQUEST, AT)
    assert declared_indexes.refresh(catalogue().registers()) == (len(wanted), 0)
    assert declared_indexes._existing() == common | wanted
    assert declared_indexes.refresh([]) == (0, len(wanted))
    assert declared_indexes._existing() == common
