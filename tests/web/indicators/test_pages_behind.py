"""The entries behind a figure: as many as it says, shown to those who may see them."""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.conftest import World
from tests.web.indicators.test_pages import FINISHED, many, page, text
from tests.web.indicators.wide import visit  # noqa: F401
from zhunsheng.web import actors, policy
from zhunsheng.web.indicators.pages.behind import among, page_of
from zhunsheng.web.organizations.models import Unit, User

pytestmark = pytest.mark.django_db
BEHIND = f"{FINISHED}entries/?period=2026"


@pytest.fixture
def coordinator(world: World) -> User:
    return world.person("统筹员", world.bureau, "coordinator")


def test_the_entries_are_as_many_as_the_figure_says(world, visit, coordinator, browse):
    visit(inspected="2026-03-02", place="甲店")
    visit(place="乙店")
    client = browse(coordinator)
    counted = page(client, BEHIND)
    assert "计入的记录 1 条" in text(counted)
    assert "50.00% 1/2" in text(counted)
    assert "甲店" in text(counted)
    assert "乙店" not in text(counted)
    base = page(client, f"{BEHIND}&part=base")
    assert "分母里的记录 2 条" in text(base)
    rows = {text(one) for one in base.xpath("//main//table/tbody/tr")}
    assert {one.split()[-1] for one in rows if "甲店" in one} == {"计入"}
    assert {one.split()[-1] for one in rows if "乙店" in one} == {"未计入"}


def test_a_figure_may_be_seen_where_its_entries_may_not(world, visit, browse):
    visit(inspected="2026-03-02", place="甲店")
    visit(world.office, inspected="2026-03-02", place="乙店")
    reporter = world.person("填报员", world.bureau, "reporter")
    client = browse(reporter)
    assert "100.00% 2/2" in text(page(client, f"{FINISHED}?period=2026"))
    shown = text(page(client, BEHIND))
    assert "计入的记录 2 条" in shown
    assert "另有 1 条计入这个数，您没有查看的权限" in shown
    assert "甲店" in shown
    assert "乙店" not in shown
    hidden = text(page(client, f"{BEHIND}&place=u{world.office.pk}"))
    assert "计入的记录 1 条" in hidden
    assert "它的记录由有权限的人看" in hidden


@pytest.mark.parametrize(
    "address", [FINISHED, BEHIND.partition("?")[0], f"{FINISHED}download/csv/"]
)
def test_figures_of_another_county_are_refused(world, visit, coordinator, browse, address):
    client = browse(coordinator)
    for place in (f"g{world.other_county.pk}", f"u{world.other_bureau.pk}"):
        response = client.get(f"{address}?place={place}")
        assert response.status_code == 403
        assert "另选一个" in response.content.decode()
    for place in ("g0", "u99999", "x1", "g1-above", "u1-below", "g" * 50):
        assert client.get(f"{address}?place={place}").status_code == 404


@pytest.mark.parametrize("address", ["/indicators/", FINISHED, "/dashboard/"])
def test_who_has_no_role_is_told_whom_to_ask(world, casework, browse, address):
    response = browse(world.person("新人", world.bureau)).get(address)
    assert response.status_code == 403
    assert "安全管理员" in response.content.decode()


def test_pages_of_figures_are_for_those_who_have_logged_in(world, casework, client):
    for address in ("/indicators/", FINISHED, BEHIND, "/dashboard/"):
        assert client.get(address).headers["Location"].startswith("/login/")


def test_ten_thousand_entries_are_paged_and_counted(
    world, clerk, browse, coordinator, django_assert_max_num_queries
):
    many(clerk, world.bureau, 9_000, finished=7_000)
    many(clerk, world.office, 1_000, finished=1_000)
    client = browse(coordinator)
    with django_assert_max_num_queries(30):
        shown = page(client, f"{BEHIND}&part=base")
    assert "分母里的记录 10000 条" in text(shown).replace(",", "")
    assert len(shown.xpath("//main//table/tbody/tr")) == 50
    assert "第 1 页，共 200 页" in text(shown)
    last = page(client, f"{BEHIND}&page=9999999")
    assert "第 160 页，共 160 页" in text(last)
    assert "80.00%" in text(last)
    reporter = world.person("填报员", world.office, "reporter")
    shown = text(page(browse(reporter), f"{BEHIND}&part=base"))
    assert "另有 9000 条" in shown.replace(",", "")
    assert "第 1 页，共 20 页" in shown


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(-(2**62), 2**62), max_size=50))
def test_any_keys_narrow_and_none_is_a_fault(keys):
    actor = actors.Actor(User(pk=1), ())
    assert list(among(policy.entries_for(actor), keys)) == []
    assert page_of(actor, keys, 3).hidden == len(keys)


def test_the_keys_go_to_the_database_at_once(world, clerk, django_assert_num_queries):
    made = many(clerk, world.bureau, 1_200)
    actor = world.actor(clerk)
    keys = [entry.pk for entry in made]
    with django_assert_num_queries(1):
        assert among(policy.entries_for(actor), keys * 50).count() == 1_200


def test_units_are_named_in_the_address_by_what_never_changes(world, visit, coordinator, browse):
    visit(inspected="2026-03-02")
    client = browse(coordinator)
    address = f"{FINISHED}?period=2026&place=u{world.bureau.pk}"
    Unit.objects.filter(pk=world.bureau.pk).update(name="溪口县司法局（新名）")
    assert "溪口县司法局（新名） · 2026年" in text(page(client, address))
