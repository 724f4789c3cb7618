"""Official tables: laid out as printed, each cell leading to its entries, the same in a workbook."""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.web.conftest import World
from tests.web.indicators.test_pages import page, text
from tests.web.indicators.wide import visit, wide  # noqa: F401
from zhunsheng.engine.indicators.periods import PeriodError
from zhunsheng.web.indicators.pages.official import year_of
from zhunsheng.web.organizations.models import User

pytestmark = pytest.mark.django_db
TABLE = "/statistics/casework.yearly/"


@pytest.fixture
def coordinator(world: World) -> User:
    return world.person("统筹员", world.bureau, "coordinator")


def test_cells_say_the_figures_and_lead_to_their_entries(world, wide, visit, coordinator, browse):
    visit(inspected="2026-03-02", value="12.50", serious=True)
    visit(world.office)
    client = browse(coordinator)
    shown = page(client, f"{TABLE}?year=2026")
    rows = [text(one) for one in shown.xpath("//table[@class='official']/tbody/tr")]
    assert rows == ["检查 2 12.50 50.00%", "其中 严重 1", "听取陈述 0"]
    assert len(shown.xpath("//td[@class='blank']")) == 4
    (address,) = shown.xpath("//td/a[normalize-space()='2']/@href")
    assert "计入的记录 2 条" in text(page(client, address))
    assert "本年未完" in text(shown)
    assert "某市检查办法第九条" in text(shown)


def test_headings_stand_over_their_columns_and_rows(world, wide, coordinator, browse):
    shown = page(browse(coordinator), TABLE)
    heads = shown.xpath("//table[@class='official']/thead/tr")
    assert [text(one) for one in heads] == ["件数 金额", "货值 完成率"]
    assert heads[0].xpath("./th/@rowspan") == ["2"]
    assert heads[0].xpath("./th/@colspan") == ["2"]
    body = shown.xpath("//table[@class='official']/tbody")[0]
    assert body.xpath("./tr[1]/th/@colspan") == ["2"]
    assert body.xpath("./tr[2]/th[1]/@rowspan") == ["2"]


def test_the_workbook_holds_numbers_in_the_same_places(world, wide, visit, coordinator, browse):
    visit(inspected="2026-03-02", value="12.50")
    visit(world.office)
    response = browse(coordinator).get(f"{TABLE}?year=2026&as=xlsx")
    assert 'filename="casework.yearly-2026.xlsx"' in response["Content-Disposition"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[0][0] == "行政检查统计表"
    assert rows[1][0] == "溪口县 2026年（截至3月2日）"
    assert rows[4] == ["检查", "", 2, 12.5, 0.5]
    assert rows[5] == ["其中", "严重", 0, "", ""]
    assert rows[6] == ["", "听取陈述", 0, "", ""]


@pytest.mark.parametrize("typed", ["今年", "26", "-1", "99999999999", "２０２６"])
def test_a_year_that_cannot_be_read_is_said(world, wide, coordinator, browse, typed):
    shown = page(browse(coordinator), f"{TABLE}?year={typed}", 400)
    assert typed[:10] in text(shown.xpath("//p[@role='alert']")[0])
    assert not shown.xpath("//table[@class='official']")


@given(st.text(max_size=30))
def test_any_year_is_read_or_refused(typed):
    with suppress(PeriodError):
        assert 1949 < year_of(typed).start.year < 2200


def test_a_table_of_another_government_is_refused(world, wide, coordinator, browse):
    client = browse(coordinator)
    assert client.get(f"{TABLE}?place=g{world.other_county.pk}").status_code == 403
    assert client.get("/statistics/casework.nothing/").status_code == 400
