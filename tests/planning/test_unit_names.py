"""What the names in a plan mean among the units of a government."""

import pytest

from tests.planning.places import COUNTY, GROUPS, UNITS
from zhunsheng.engine.planning.directory import Directory, KnownUnit
from zhunsheng.engine.planning.unit_names import group_frame, match_name


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("溪口县司法局", "sfj"),
        ("县司法局", "sfj"),
        ("司法局", "sfj"),
        ("县法治办", "sfj"),
        ("县发改局", "fgj"),
        ("县发展改革局", "fgj"),
        ("县市场监管局", "scj"),
        ("市场监管局", "scj"),
        ("溪口县工商行政管理局", "scj"),
        ("县政府办", "zfb"),
        ("县政府办公室", "zfb"),
        ("县委编办", "wbb"),
        ("县委政法委", "zfw"),
        ("县检察院", "jcy"),
        ("溪口生态环境局", "sthj"),
        ("县生态环境局", "sthj"),
        ("市自然资源和规划局溪口分局", "zrzy"),
        ("柳塘镇政府", "lt"),
        ("柳塘镇", "lt"),
        ("城东街道", "cd"),
        ("县 司法局", "sfj"),
        ("县司法局（县法治办公室）", "sfj"),
    ],
)
def test_a_name_means_a_unit_by_rule(name: str, unit: str) -> None:
    found = match_name(name, COUNTY)
    assert (found.certainty, found.units) == ("sure", (unit,))


def test_a_short_form_that_fits_one_unit_only_is_taken_and_to_be_looked_at() -> None:
    found = match_name("溪口经开区", COUNTY)
    assert (found.certainty, found.units) == ("likely", ("jkq",))


def test_a_name_that_nobody_has_is_open_with_the_likest_units_to_choose_from() -> None:
    found = match_name("县司法行政局", COUNTY)
    assert found.certainty == "open"
    assert not found.units
    assert found.candidates[0].key == "sfj"


def test_a_name_like_nothing_has_nothing_to_choose_from() -> None:
    found = match_name("甲乙丙丁", Directory(units=UNITS[:1]))
    assert (found.certainty, found.candidates) == ("open", ())


def test_a_short_form_that_fits_two_units_is_open() -> None:
    directory = Directory(
        place="溪口县",
        units=(
            KnownUnit(key="one", name="溪口县文化和旅游局"),
            KnownUnit(key="two", name="溪口县文化旅游局"),
        ),
    )
    found = match_name("县文旅局", directory)
    assert found.certainty == "open"
    assert {one.key for one in found.candidates} == {"one", "two"}


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("各乡镇（街道）", "towns"),
        ("各镇(街道)", "towns"),
        ("县级各部门", "bureaus"),
        ("各行政执法部门", "enforcers"),
        ("行政执法部门", "enforcers"),
    ],
)
def test_a_collective_name_means_the_members_of_its_group(name: str, group: str) -> None:
    found = match_name(name, COUNTY)
    members = next(one.members for one in GROUPS if one.key == group)
    assert (found.certainty, found.group, found.units) == ("sure", group, members)


@pytest.mark.parametrize("name", ["县级有关部门（单位）", "县级相关部门"])
def test_which_units_are_concerned_is_to_be_looked_at(name: str) -> None:
    found = match_name(name, COUNTY)
    assert (found.certainty, found.group) == ("likely", "bureaus")


def test_a_collective_name_without_a_group_offers_the_units_of_its_kind() -> None:
    alone = Directory(place="溪口县", above=("云溪市",), units=UNITS)
    towns = match_name("各镇（街道）", alone)
    assert towns.certainty == "open"
    assert [one.key for one in towns.candidates] == ["lt", "qs", "cd"]
    assert [one.key for one in match_name("各街道办事处", alone).candidates] == ["cd"]


def test_an_empty_group_resolves_nothing() -> None:
    empty = Directory(groups=(type(GROUPS[0])(key="none", name="各镇（街道）"),))
    assert match_name("各镇（街道）", empty).certainty == "open"


def test_words_that_name_no_one_in_particular_do_not_part_a_group_from_itself() -> None:
    assert group_frame("区级有关部门（单位）") == group_frame("区级各部门") == "区级部门"
    assert group_frame("县级部门") != group_frame("县政府部门")
