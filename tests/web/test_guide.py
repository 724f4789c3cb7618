"""The guide to adding a register, followed word for word: one new folder, and nothing else changes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from lxml import html

from tests.web.conftest import AT, World
from zhunsheng.engine import contents
from zhunsheng.engine.catalogue import OWN_DOMAINS, catalogue
from zhunsheng.engine.indicators.checking import check_fits
from zhunsheng.engine.indicators.computing import compute
from zhunsheng.engine.indicators.embedded import EmbeddedEngine
from zhunsheng.engine.indicators.figures import figure
from zhunsheng.engine.indicators.periods import quarter
from zhunsheng.engine.indicators.tables import table_of
from zhunsheng.engine.ledger.verifier import verify
from zhunsheng.web.indicators.plain import plain_entries
from zhunsheng.web.ledger.exporting import export_texts
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

GUIDE = Path(__file__).parents[2] / "docs" / "adding-a-register.md"
STEP = re.compile(r"`(?P<file>dogs/\w+\.py)`:\n\n```python\n(?P<code>.*?)```", re.DOTALL)
ENTRY_POINT = re.compile(
    r'\[project\.entry-points\."(?P<group>[\w.]+)"\]\n(?P<name>\w+) = "(?P<value>\w+)"'
)


@pytest.fixture
def dogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Write the files of the guide and make them known as it says."""
    text = GUIDE.read_text("utf-8")
    written = list(STEP.finditer(text))
    assert [step["file"] for step in written] == [
        "dogs/__init__.py",
        "dogs/clocks.py",
        "dogs/registers.py",
        "dogs/indicators.py",
    ]
    for step in written:
        file = tmp_path / step["file"]
        file.parent.mkdir(exist_ok=True)
        file.write_text(step["code"], "utf-8")
    found = ENTRY_POINT.search(text)
    assert found is not None
    point = metadata.EntryPoint(name=found["name"], value=found["value"], group=found["group"])
    monkeypatch.syspath_prepend(tmp_path)
    # The engines of figures find their own parts in the same way.
    others = contents.metadata.entry_points
    monkeypatch.setattr(
        contents.metadata,
        "entry_points",
        lambda **asked: [point] if asked == {"group": OWN_DOMAINS} else others(**asked),
    )
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "dogs"]:
        del sys.modules[name]


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def test_the_register_of_the_guide_is_in_menu_list_form_step_export_and_ledger(
    dogs, world: World, reporter, browse
):
    clerk = browse(reporter)
    assert "养犬登记" in text(clerk.get("/registers/"))
    assert "新增养犬登记" in text(clerk.get("/registers/dogs.dog/new/"))
    posted = {"name": "阿黄", "owner.name": "某甲", "owner.kind": "person", "applied": "2026-02-27"}
    clerk.post("/registers/dogs.dog/new/", posted)
    entry = Entry.unscoped.get(register="dogs.dog")
    assert "阿黄" in text(clerk.get("/registers/dogs.dog/"))
    page = text(clerk.get(f"/entries/{entry.pk}/"))
    assert "养犬登记办理期限" in page
    assert "没有免疫的犬不予登记。" in page
    refused = clerk.post(
        f"/entries/{entry.pk}/steps/register/", {"version": 1, "registered": "2026-03-02"}
    )
    assert "没有免疫的犬不予登记。（某县养犬管理办法（2020）第七条）" in text(refused)
    fine = {"version": 1, "registered": "2026-03-02", "vaccinated": "是"}
    assert clerk.post(f"/entries/{entry.pk}/steps/register/", fine).status_code == 302
    assert "2026-03-05" in text(clerk.get(f"/entries/{entry.pk}/clocks/registration/"))
    assert clerk.get("/registers/dogs.dog/", {"as": "xlsx"}).getvalue().startswith(b"PK")
    assert StoredLine.objects.filter(about=entry.about).count() == 2
    assert verify_all().faults == ()
    assert verify(export_texts(AT)).lines == 3  # the export left a line too


def test_the_clock_of_the_guide_is_known_by_name(dogs):
    assert catalogue().clock("dogs.registration").clock.label == "养犬登记办理期限"


def test_the_indicators_of_the_guide_count_what_is_entered(dogs, world: World, reporter):
    register = catalogue().register("dogs.dog")
    dog = {"name": "阿黄", "owner": {"kind": "person", "name": "某甲"}, "applied": "2026-02-24"}
    for _ in range(2):
        actions.create(world.actor(reporter), "dogs.dog", world.bureau, dog, AT)
    named = [catalogue().indicator(f"dogs.{key}") for key in ("applications", "registered_on_time")]
    engine = EmbeddedEngine()
    entries = plain_entries(Entry.unscoped.all())
    engine.load(register.name, table_of(register.register, entries))
    period = quarter(2026, 1)
    found = compute(
        engine.table(register.name), "happened", [one.indicator for one in named], [period]
    )
    values = [
        figure(one.indicator, found[one.indicator.key, period.key], ["990121/sfj"]).value
        for one in named
    ]
    assert values == [2, 0]
    for one in named:
        check_fits(one.indicator, register.register)
