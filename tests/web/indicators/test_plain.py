"""Entries of the site as indicators see them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.web.conftest import AT, REQUEST
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators.tables import table_of
from zhunsheng.web.indicators.plain import plain_entries
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

pytestmark = pytest.mark.django_db


def test_an_entry_is_seen_with_codes_and_without_personal_fields(world, reporter):
    register = catalogue().register("openness.request").register
    saved = actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
    (plain,) = plain_entries(Entry.unscoped.all())
    assert (plain.id, plain.number) == (saved.pk, saved.number)
    assert (plain.government, plain.path, plain.unit) == (
        "990121",
        "990100/990121/",
        "990121/sfj",
    )
    assert plain.happened == date(2026, 2, 27)
    assert "applicant" not in plain.values
    (row,) = table_of(register, [plain]).to_pylist()
    assert (row["received"], row["subject"]) == (date(2026, 2, 27), "某街道改造方案")


def test_many_entries_are_read_in_one_query(world, reporter, django_assert_num_queries):
    for _ in range(3):
        actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
    with django_assert_num_queries(1):
        assert len(list(plain_entries(Entry.unscoped.all()))) == 3
