"""The site's entries in a lake: what goes in, what stays out, and what leaves it again."""

from __future__ import annotations

from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from tests.web.conftest import AT, REQUEST
from zhunsheng.cli import lake as lake_commands
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators.lake import Lake
from zhunsheng.web import clock
from zhunsheng.web.indicators.lake_export import export
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

pytestmark = pytest.mark.django_db
REGISTER = "openness.request"
DAY = AT.date()


@pytest.fixture
def entered(world, reporter):
    """Get what enters a request that was received on a day."""

    def enter(received: str) -> Entry:
        values = REQUEST | {"received": received}
        return actions.create(world.actor(reporter), REGISTER, world.bureau, values, AT)

    return enter


def exported(root, *years):
    found = export(root, [catalogue().register(REGISTER)], DAY, years)
    return [(one.register, one.government, one.entries) for one in found]


def numbers(root):
    lake = Lake(root)
    try:
        return sorted(lake.table(REGISTER).number.to_pyarrow().to_pylist())
    finally:
        lake.close()


def test_entries_stand_in_the_lake_by_government_and_year_without_personal_fields(
    entered, tmp_path
):
    made = [entered("2025-12-29"), entered("2026-02-27")]
    assert exported(tmp_path) == [(REGISTER, "990121", 2)]
    files = sorted(
        str(file.relative_to(tmp_path / REGISTER)) for file in tmp_path.rglob("part-0.*")
    )
    assert files == [
        "jurisdiction=990121/year=2025/part-0.parquet",
        "jurisdiction=990121/year=2026/part-0.parquet",
    ]
    lake = Lake(tmp_path)
    table = lake.table(REGISTER)
    assert "applicant" not in table.columns
    assert sorted(table.entry.to_pyarrow().to_pylist()) == sorted(entry.pk for entry in made)
    lake.close()


def test_one_year_alone_leaves_the_others_as_they_were(entered, tmp_path):
    entered("2025-12-29")
    exported(tmp_path)
    entered("2025-12-30")
    entered("2026-02-27")
    assert exported(tmp_path, 2026) == [(REGISTER, "990121", 1)]
    assert len(numbers(tmp_path)) == 2


def test_what_is_gone_from_the_site_leaves_the_lake(entered, tmp_path):
    entered("2025-12-29")
    entered("2026-02-27")
    exported(tmp_path)
    Entry.unscoped.filter(happened__year=2025).delete()
    exported(tmp_path, 2026)
    assert len(numbers(tmp_path)) == 2
    exported(tmp_path)
    assert len(numbers(tmp_path)) == 1


def test_the_lake_lists_the_units_and_the_day_of_the_export(world, entered, tmp_path):
    world.office.until = date(2026, 2, 28)
    world.office.successor = world.bureau
    world.office.save()
    entered("2026-02-27")
    exported(tmp_path)
    lake = Lake(tmp_path)
    units = lake.units()
    lake.close()
    assert units.exported == DAY
    assert units.there(DAY) == ["990121/sfj", "990122/sfj"]
    assert units.shown_under("990121/fgj", DAY) == "990121/sfj"
    assert units.shown_under("990121/fgj", date(2026, 2, 1)) == "990121/fgj"


def test_the_command_exports_and_says_how_much(entered, tmp_path, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    entered("2026-02-27")
    app = typer.Typer()
    lake_commands.add_to(app, lambda: None)
    words = ["lake", "export", "--to", str(tmp_path / "lake"), "--register"]
    done = CliRunner().invoke(app, [*words, REGISTER, "--year", "2026"])
    assert done.exit_code == 0, done.stderr
    assert f"{REGISTER}：1条记录，1个政府" in done.stdout
    unknown = CliRunner().invoke(app, [*words, "openness.requst"])
    assert unknown.exit_code == 2
    assert REGISTER in unknown.stderr
    (tmp_path / "file").write_text("", "utf-8")
    blocked = ["lake", "export", "--to", str(tmp_path / "file")]
    refused = CliRunner().invoke(app, blocked)
    assert refused.exit_code == 2
    assert "无法写入" in refused.stderr
