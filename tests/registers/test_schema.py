"""The typed table of every register: a column for what every entry has, and one for each field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.registers.test_values import FIELDS as ONE_OF_EACH_KIND
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.fields import RESERVED
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.schema import ENTRY_COLUMNS, columns

EVERY_KIND = Register(
    key="everything",
    label="各种字段",
    shape="event",
    basis="某法",
    title="a_text",
    happened="a_date",
    fields=tuple(
        replace(field, key=f"a_{key}", label=key) for key, field in ONE_OF_EACH_KIND.items()
    ),
)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("a_text", "text"),
        ("a_long_text", "text"),
        ("a_instrument", "text"),
        ("a_person", "text"),
        ("a_unit", "text"),
        ("a_region", "text"),
        ("a_reference", "text"),
        ("a_choice", "text"),
        ("a_several", "json"),
        ("a_boolean", "boolean"),
        ("a_integer", "integer"),
        ("a_money", "integer"),
        ("a_decimal", "decimal"),
        ("a_date", "date"),
        ("a_datetime", "timestamp"),
        ("a_party", "json"),
        ("a_attachments", "json"),
        ("a_rows", "json"),
        ("government", "text"),
        ("happened", "date"),
        ("late", "boolean"),
    ],
)
def test_each_kind_has_its_type_of_column(key, kind):
    assert {column.key: column.type for column in columns(EVERY_KIND)}[key] == kind


def test_decimals_keep_their_places_and_personal_columns_are_marked():
    found = {column.key: column for column in columns(EVERY_KIND)}
    assert (found["a_decimal"].places, found["a_integer"].places) == (2, 0)
    assert [key for key, column in found.items() if column.personal] == ["a_party"]


def test_no_field_takes_the_name_of_a_column_every_entry_has():
    assert {column.key for column in ENTRY_COLUMNS} <= RESERVED


def test_no_register_has_two_columns_of_one_name():
    for named in catalogue().registers():
        keys = [column.key for column in columns(named.register)]
        assert len(keys) == len(set(keys)), named.name
