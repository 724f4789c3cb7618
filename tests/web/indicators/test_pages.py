"""Pages of figures: what they say is what is computed, for those who may see it, in any period."""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import AT, World
from tests.web.indicators.conftest import INSPECTION
from tests.web.indicators.wide import fifty, visit, wide  # noqa: F401
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators import periods
from zhunsheng.web.indicators import results
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers.models import Entry

pytestmark = pytest.mark.django_db
LIST = "/indicators/"
FINISHED = "/indicators/casework.finished/"


@pytest.fixture
def coordinator(world: World) -> User:
    return world.person("统筹员", world.bureau, "coordinator")


def page(client: Client, address: str, status: int = 200) -> Any:
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[-2000:]
    return html.fromstring(response.content)


def text(node: Any) -> str:
    return " ".join(" ".join(node.itertext()).split())


def row(node: Any, label: str) -> str:
    (found,) = node.xpath(f"//tbody/tr[.//a[normalize-space()='{label}']]")
    return text(found)


def many(user: User, unit: Unit, count: int, *, finished: int = 0) -> list[Entry]:
    """Store entries past the actions, as a site has them after years."""
    first = date(2026, 1, 1)
    made = [
        Entry(
            register=INSPECTION,
            government=unit.government,
            unit=unit,
            number=f"{unit.code}-{number:05}",
            title=f"检查{number}",
            state="planned",
            happened=first + timedelta(days=number % 60),
            values={
                "place": f"检查{number}",
                "planned": (first + timedelta(days=number % 60)).isoformat(),
                **({"inspected": "2026-03-01"} if number < finished else {}),
            },
            entered_by=user,
            changed_by=user,
            entered_at=AT,
            changed_at=AT,
        )
        for number in range(count)
    ]
    return Entry.unscoped.bulk_create(made)


def test_the_list_says_what_is_computed(world, wide, visit, coordinator, browse):
    visit(inspected="2026-03-02", value="12.50")
    visit(world.office, planned="2026-02-01", value="3")
    shown = page(browse(coordinator), f"{LIST}?period=2026-03-02")
    today = periods.to_date(AT.date())
    names = [named.name for named in catalogue().indicators()]
    figures = results.figures(names, [today], Place(world.county))
    cells = {"inspected", "value", "finished", "serious", "heard"}
    ordinary = [one for one in catalogue().indicators() if one.indicator.key not in cells]
    assert len(shown.xpath("//td[@class='name']")) == len(ordinary)
    for named in ordinary:
        said = words.with_measure(figures[named.name, today.key], named)
        assert said in row(shown, named.indicator.label), named.name
    assert "50.00% 1/2" in row(shown, "检查完成率之1")


def test_the_cells_of_an_official_table_are_found_by_words(world, wide, coordinator, browse):
    client = browse(coordinator)
    assert "听取陈述的检查" not in text(page(client, LIST))
    shown = page(client, f"{LIST}?q=听取意见")
    assert "也称“听取意见的检查”" in row(shown, "听取陈述的检查")
    assert len(shown.xpath("//td[@class='name']")) == 1
    assert "没有名称或者说法里有“没有这样的”的指标" in text(page(client, f"{LIST}?q=没有这样的"))


def test_nothing_to_count_is_a_dash_and_neither_nought_nor_everything(
    world, wide, coordinator, browse
):
    client = browse(coordinator)
    shown = row(page(client, LIST), "检查完成率之1")
    assert "—" in shown
    assert "%" not in shown
    one = page(client, FINISHED)
    assert text(one.xpath("//p[@class='figure']")[0]) == "—"
    assert "还没有可计入的记录" in text(one)
    assert "各单位在这个期间都没有可计入的记录" in text(one)
    assert not one.xpath("//*[local-name()='svg'][contains(@class, 'chart')]")


def test_a_site_without_indicators_says_where_they_come_from(
    world, coordinator, browse, monkeypatch
):
    monkeypatch.setattr("zhunsheng.engine.catalogue.installed", list)
    catalogue.cache_clear()
    try:
        client = browse(coordinator)
        assert "各领域都还没有指标" in text(page(client, LIST))
        assert "还没有可以放上看板的指标" in text(page(client, "/dashboard/"))
    finally:
        catalogue.cache_clear()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        *[(typed, LIST) for typed in ("去年", "2026-13", "2026-Q5", "0001", "9999", "2026-02-30")],
        *[("去年", address) for address in (FINISHED, f"{FINISHED}entries/", "/dashboard/")],
    ],
)
def test_a_period_that_cannot_be_read_is_said_beside_its_field(
    world, casework, coordinator, browse, typed, address
):
    shown = page(browse(coordinator), f"{address}?period={typed}", 400)
    assert shown.xpath("//input[@id='other']/@value") == [typed]
    (problem,) = shown.xpath("//p[@role='alert']")
    assert typed in text(problem)
    assert "aria-describedby" in shown.xpath("//input[@id='other']")[0].attrib


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026", "2026年（截至3月2日）"),
        ("2025-Q4", "2025年第4季度"),
        ("2026-03", "2026年3月（截至3月2日）"),
        ("2026-02-10", "2026年截至2月10日"),
        ("", "2026年截至3月2日"),
    ],
)
def test_every_kind_of_period_is_shown(world, casework, coordinator, browse, typed, said):
    assert said in text(page(browse(coordinator), f"{FINISHED}?other={typed}"))


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(
        st.sampled_from("period other place part page q by".split()), st.text(max_size=60)
    )
)
def test_no_address_is_a_fault(world, casework, coordinator, browse, asked):
    client = browse(coordinator)
    for address in (LIST, f"{FINISHED}entries/"):
        assert client.get(address, asked).status_code in {200, 400, 404}


def test_a_figure_has_its_numerator_its_denominator_and_last_year_beside_it(
    world, visit, coordinator, browse
):
    for day, inspected in (("2025-02-01", "2025-02-03"), ("2025-02-02", None)):
        visit(planned=day, **({"inspected": inspected} if inspected else {}))
    for number in range(4):
        done = {"inspected": "2026-02-05"} if number else {}
        visit(planned="2026-02-01", **done)
    visit(planned="2025-11-01")  # beyond the same days of last year
    shown = page(browse(coordinator), f"{FINISHED}?period=2026")
    headline = text(shown.xpath("//div[@class='headline']")[0])
    assert "75.00% 3/4" in headline
    assert "上年同期 1/2 50.00%" in headline
    assert "＋25.00个百分点" in headline


def test_months_to_come_have_no_figure(world, visit, coordinator, browse):
    visit(planned="2026-01-05")
    visit(planned="2026-12-05")
    shown = page(browse(coordinator), "/indicators/casework.inspected/?period=2026")
    rows = [text(one) for one in shown.xpath("//table[@class='trend']/tbody/tr")]
    assert rows[0].startswith("1月 1 0")
    assert rows[1].startswith("2月 0 0")
    assert "未满期" in rows[2]
    assert rows[3].startswith("4月 — 0")
    assert rows[11].startswith("12月 — 0")


@pytest.mark.parametrize("period", ["2030", "2030-Q2", "2026-12", "2199-12-31", "1950"])
def test_a_period_far_off_has_pages_all_the_same(world, visit, coordinator, browse, period):
    visit()
    client = browse(coordinator)
    for address in (LIST, FINISHED, f"{FINISHED}entries/", "/dashboard/"):
        page(client, f"{address}?period={period}")
    assert client.get(f"{FINISHED}download/csv/?period={period}").status_code == 200


def test_a_leap_day_is_compared_with_the_day_before(world, visit, coordinator, browse):
    visit(planned="2023-02-28")
    visit(planned="2024-02-29")
    shown = page(browse(coordinator), "/indicators/casework.inspected/?period=2024-02-29")
    assert "上年同期 1 同比 ＝ 持平" in text(shown.xpath("//div[@class='headline']")[0])


def test_quarters_are_shown_when_asked_for(world, visit, coordinator, browse):
    visit()
    client = browse(coordinator)
    for query in ("period=2026-Q1", "period=2026&by=quarter"):
        rows = page(client, f"{FINISHED}?{query}").xpath("//table[@class='trend']/tbody/tr")
        assert [text(one)[:3] for one in rows] == ["1季度", "2季度", "3季度", "4季度"]


def test_equal_units_share_a_rank_and_small_bases_are_marked(world, visit, coordinator, browse):
    third = Unit.objects.create(government=world.county, code="jyj", name="溪口县教育局")
    fourth = Unit.objects.create(government=world.county, code="scj", name="溪口县市场监督管理局")
    idle = Unit.objects.create(government=world.county, code="zjj", name="溪口县住建局")
    user = User.objects.get(username="经办人")
    for unit, finished in ((world.bureau, 6), (world.office, 6), (third, 3)):
        many(user, unit, 6, finished=finished)
    many(user, fourth, 1)
    shown = page(browse(coordinator), f"{FINISHED}?period=2026")
    rows = [text(one) for one in shown.xpath("//table[contains(@class, 'ranking')]/tbody/tr")]
    assert [one.split()[0] for one in rows] == ["1", "1", "3", "4", "—"]
    assert "6/6" in rows[0]
    assert "3/6 50.00%" in rows[2]
    assert "0/1 基数小" in rows[3]
    assert str(idle) in rows[4]


def test_a_unit_stands_beside_the_others_and_a_government_beside_its_neighbours(
    world, visit, browse, coordinator
):
    visit(inspected="2026-03-02")
    visit(world.office)
    visit(world.other_bureau)
    unit = page(browse(coordinator), f"{FINISHED}?period=2026&place=u{world.bureau.pk}")
    assert "各单位中位数 50.00% 2 个有数，排第 1" in text(unit)
    assert unit.xpath("//tr[@class='own']")
    above = world.person("市督察员", world.bureau, "inspector")
    above.assignments.create(
        unit=Unit.objects.create(government=world.prefecture, code="sfj", name="云溪市司法局"),
        role="inspector",
    )
    county = page(browse(above), f"{FINISHED}?period=2026&place=g{world.county.pk}")
    assert "同级政府（含下级）中位数 25.00% 2 个有数" in text(county)


def test_the_definition_is_told_in_words(world, wide, coordinator, browse):
    shown = text(page(browse(coordinator), "/indicators/casework.heard/"))
    for said in (
        "检查前听取了陈述申辩的",
        "“行政检查”里符合条件的记录的件数",
        "看“检查日期”在期间内的记录",
        "某市检查办法第五条",
        "听取意见的检查",
    ):
        assert said in shown


def test_the_effect_of_a_changed_definition_is_shown_on_past_figures(
    world, wide, visit, coordinator, browse
):
    for origin in ("plan", "report", ""):
        visit(planned="2025-05-01", origin=origin)
    shown = page(browse(coordinator), "/indicators/casework.arranged/?period=2025")
    assert "2026-01-01 起：由举报而来的改为计入 现行" in text(shown)
    rows = [text(one) for one in shown.xpath("//table[@class='effects']/tbody/tr")]
    assert rows[0] == "2025年 1/3 33.33% 2/3 66.67% ＋33.33个百分点 原口径"
    assert rows[1].startswith("2026年（截至3月2日） — — — 新口径")
    assert "1/3" in text(shown.xpath("//p[@class='figure']")[0])


def test_what_stands_out_leads_to_its_entries(world, visit, coordinator, browse):
    user = User.objects.get(username="经办人")
    made = many(user, world.bureau, 60)
    for number, entry in enumerate(made):
        month = (*range(1, 11), 12)[number % 11] if number < 22 else 11
        entry.happened = date(2025, month, 5)
        entry.values = entry.values | {"planned": entry.happened.isoformat()}
    Entry.unscoped.bulk_update(made, ["happened", "values"])
    client = browse(coordinator)
    shown = page(client, "/indicators/casework.inspected/?period=2025")
    (note,) = shown.xpath("//div[contains(@class, 'remarks')]//li")
    assert "2025年11月为38 件，平时约2，明显偏高" in text(note)
    (address,) = note.xpath("./a/@href")
    assert "计入的记录 38 条" in text(page(client, address))


def test_a_changed_entry_shows_at_once(world, visit, coordinator, browse):
    client = browse(coordinator)
    visit()
    assert "0.00% 0/1" in text(page(client, FINISHED))
    visit(inspected="2026-03-02")
    assert "50.00% 1/2" in text(page(client, FINISHED))


@pytest.mark.parametrize("address", [LIST, FINISHED, "/dashboard/", "/statistics/casework.yearly/"])
def test_pages_of_sixty_indicators_and_fifty_units_ask_the_database_little(
    wide, fifty, coordinator, browse, django_assert_max_num_queries, address
):
    for unit in fifty:
        many(coordinator, unit, 3, finished=1)
    client = browse(coordinator)
    with django_assert_max_num_queries(60):
        response = client.get(f"{address}?period=2026")
    assert response.status_code == 200


def test_the_number_of_queries_does_not_grow_with_what_is_shown(
    world, wide, coordinator, browse, django_assert_max_num_queries
):
    client = browse(coordinator)
    many(coordinator, world.bureau, 2)
    counts = {}
    for address in (LIST, FINISHED, "/dashboard/"):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(f"{address}?period=2026")
        counts[address] = len(asked)
    for number in range(40):
        unit = Unit.objects.create(government=world.county, code=f"v{number}", name=f"单位{number}")
        many(coordinator, unit, 2)
    for address, count in counts.items():
        with django_assert_max_num_queries(count):
            client.get(f"{address}?period=2026")
