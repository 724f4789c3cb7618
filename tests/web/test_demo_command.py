"""Building the demonstration: the same each time, once only, never into a real site."""

from __future__ import annotations

import socket

import pytest
from django.db import transaction

from tests.web.test_demo import NOW
from zhunsheng.cli import site
from zhunsheng.cli.places import UsageError
from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web import demo
from zhunsheng.web.demo import build, volumes
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.models import Entry


@pytest.fixture
def without_reports(monkeypatch):
    """Leave out the reports, which test_demo has: they compute every figure there is."""
    monkeypatch.setattr(demo, "_draft", lambda *_: None)
    monkeypatch.setattr(demo.reporting, "finished", lambda *_: None)


class Part:
    """A part of the catalogue: enough to see whether chance alone decides."""

    def registers(self) -> list[NamedRegister]:
        return [*catalogue().registers("openness"), *catalogue().registers("penalty")]


def test_the_same_seed_gives_the_same_year(db, settings, tmp_path, monkeypatch, without_reports):
    settings.HOME = tmp_path
    monkeypatch.setattr(demo, "catalogue", Part)
    years = []
    for _ in range(2):
        with transaction.atomic():
            build(NOW, entries=2)
            rows = Entry.unscoped.order_by("register", "government__code", "number")
            years.append(list(rows.values_list("register", "number", "title", "state", "values")))
            transaction.set_rollback(True)
    assert years[0] == years[1]


def test_what_is_large_in_life_is_large_and_nothing_is_missing():
    registers = catalogue().registers()
    planned = volumes.sizes(registers, 1)
    assert volumes.LARGE.keys() <= planned.keys()
    assert min(planned.values()) >= volumes.LEAST_IN_A_REGISTER
    assert 18_000 <= sum(planned.values()) <= 22_000
    assert sum(volumes.sizes(registers, 0.1).values()) < 4_000


def test_a_port_in_use_is_said_before_anything_is_built():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="PORT="):
            site._check_free(taken.getsockname()[1])


def test_a_real_site_is_not_filled_with_fiction_and_a_second_run_builds_nothing(
    db, capsys, monkeypatch, settings, tmp_path, without_reports
):
    settings.HOME = tmp_path
    User.objects.create_user("某人")
    with pytest.raises(UsageError, match="真实网站"):
        site._build()
    User.objects.all().delete()
    monkeypatch.setattr(volumes, "LARGE", {})
    monkeypatch.setattr(volumes, "USUAL", 1)
    monkeypatch.setattr(volumes, "LEAST_IN_A_REGISTER", 1)
    site._build()
    entries = Entry.unscoped.count()
    site._build()
    assert "早先已建好" in capsys.readouterr().out
    assert Entry.unscoped.count() == entries
