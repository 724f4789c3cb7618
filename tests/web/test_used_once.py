"""What is used once is not used again, and a new form names what suits where and when it is filled."""

from __future__ import annotations

import pytest
from lxml import html

from tests.web.conftest import AT, World
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry

pytestmark = pytest.mark.usefixtures("casework")
ORDER = {"matter": "限期改正", "made": "2026-02-26"}
PLAN = {"place": "某食品店", "responsible": "溪口县司法局"}


def ordered(world: World, user: User, *papers: str | None, unit: object = None) -> list[Entry]:
    raws = [ORDER | ({"paper": paper} if paper else {}) for paper in papers]
    where = unit or world.bureau
    return actions.create_many(world.actor(user), "casework.order", where, raws, AT)


def test_a_number_is_used_once_whoever_of_the_government_gives_it(world, reporter):
    first = ordered(world, reporter, "溪改〔2026〕1号")[0]
    other = world.person("别的填报员", world.office, "reporter")
    with pytest.raises(InvalidError) as refused:
        ordered(world, other, "溪改〔2026〕1号", unit=world.office)
    said = str(refused.value.problems["paper"].zh)
    assert "只用一次" in said
    assert first.number not in said
    with pytest.raises(InvalidError) as refused:
        ordered(world, reporter, "溪改〔2026〕1号")
    assert first.number in str(refused.value.problems["paper"].zh)
    assert Entry.unscoped.filter(register="casework.order").count() == 1


def test_a_number_is_not_used_twice_in_what_is_saved_together(world, reporter):
    with pytest.raises(InvalidError):
        ordered(world, reporter, "1号", "2号", "1号")
    assert len(ordered(world, reporter, "1号", None, None, "2号")) == 4


def test_an_entry_keeps_its_own_number_and_takes_no_other_that_is_used(world, reporter):
    first, second = ordered(world, reporter, "1号", "2号")
    actor = world.actor(reporter)
    changed = actions.change(actor, first.pk, first.version, {"paper": "1号", "matter": "改"}, AT)
    assert changed.values["matter"] == "改"
    with pytest.raises(InvalidError):
        actions.change(actor, second.pk, second.version, {"paper": "1号"}, AT)


def test_another_government_has_numbers_of_its_own(world, reporter):
    ordered(world, reporter, "1号")
    other = world.person("邻县填报员", world.other_bureau, "reporter")
    assert ordered(world, other, "1号", unit=world.other_bureau)


def named(page) -> str:
    found = html.fromstring(page.content).xpath("//input[@name='plan']/@value")
    return found[0] if found else ""


def test_a_new_form_names_the_nearest_that_suits_and_what_is_asked_for_comes_first(
    world, reporter, browse
):
    actor = world.actor(reporter)
    for region, planned in (("", "20260225"), ("990121", "20260220"), ("990122", "20260225")):
        raw = PLAN | {"region": region, "planned": planned}
        actions.create(actor, "casework.inspection", world.bureau, raw, AT)
    new = "/registers/casework.order/new/"
    assert named(browse(reporter).get(new)) == "2026-00002"
    assert named(browse(reporter).get(f"{new}?plan=casework.inspection/2026-00001")) == "2026-00001"
    entry = ordered(world, reporter, "1号")[0]
    assert named(browse(reporter).get(f"/entries/{entry.pk}/edit/")) == ""
