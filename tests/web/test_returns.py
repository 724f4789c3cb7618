"""Returns as pages and files: what a period holds, whose entries they are, and who took them."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse
from lxml import html

from tests.web.conftest import AT, World
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers import actions, export

VISIT = {
    "place": "=甲店",
    "planned": "2026-03-02",
    "responsible": "溪口县司法局",
    "value": "12.50",
    "firm": {"kind": "organization", "name": "某公司（虚构）"},
}


@pytest.fixture
def visits(casework, world: World, reporter):
    actor = world.actor(reporter)
    for more in ({}, {"planned": "2026-02-27"}, {"origin": "report"}):
        actions.create(actor, "casework.inspection", world.bureau, VISIT | more, AT)


def page(client, name: str, **asked: str):
    return client.get(reverse("return", args=[name]), asked)


def table(response) -> list[list[str]]:
    rows = html.fromstring(response.content).xpath("//main//div[@class='scroll']//tbody/tr")
    return [[cell.text_content() for cell in row.xpath("td")] for row in rows]


def lines(response) -> list[list[str]]:
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


def test_a_return_shows_what_its_period_holds_and_what_it_includes(visits, reporter, browse):
    client = browse(reporter)
    assert len(table(page(client, "casework.visits"))) == 1
    wider = page(client, "casework.visits", **{"from": "2026-02-01"})
    assert [row[1] for row in table(wider)] == ["2026-02-27", "2026-03-02"]
    assert "备注" in wider.content.decode()
    none = page(client, "casework.visits", **{"from": "20260303", "to": "20260304"})
    assert "没有须报送的记录" in none.content.decode()


def test_a_file_of_a_return_is_harmless_and_its_taking_is_written_down(visits, reporter, browse):
    taken = page(browse(reporter), "casework.visits", **{"from": "2026-02-01", "as": "csv"})
    found = lines(taken)
    assert found[0] == ["检查对象", "日期", "货值", "单位", "备注"]
    assert found[1] == ["'=甲店", "2026-02-27", "12.5", "溪口县司法局", ""]
    line = StoredLine.objects.order_by("-number")[0]
    assert (line.did, line.about) == ("return.export", "return/casework.visits")
    assert line.says == {"from": "2026-02-01", "to": "2026-03-02", "kind": "csv", "count": 2}
    workbook = page(browse(reporter), "casework.visits", **{"as": "xlsx"})
    assert b"".join(workbook.streaming_content).startswith(b"PK")


def test_personal_data_in_a_return_stays_within_the_unit(visits, world: World, reporter, browse):
    assert "某公司" in page(browse(reporter), "casework.firms").content.decode()
    leader = world.person("领导", world.bureau, "leader")
    assert len(table(page(browse(leader), "casework.visits"))) == 1
    seen = page(browse(leader), "casework.firms")
    assert "某公司" not in seen.content.decode()
    assert "没有须报送的记录" in seen.content.decode()


@pytest.mark.parametrize("asked", [{"from": "明天"}, {"from": "20260303", "to": "20260301"}])
def test_a_period_that_is_none_is_said_and_gives_no_file(visits, reporter, browse, asked):
    response = page(browse(reporter), "casework.visits", **asked, **{"as": "xlsx"})
    assert response.status_code == 422
    assert html.fromstring(response.content).xpath("//*[@role='alert']")


def test_a_return_that_is_not_there_is_said(reporter, browse):
    response = page(browse(reporter), "openness.gone")
    assert response.status_code == 400
    assert "没有“openness.gone”这个报送表" in response.content.decode()


def test_more_entries_than_a_file_holds_are_refused(visits, reporter, browse, monkeypatch):
    monkeypatch.setattr(export, "MOST_ROWS", 1)
    asked = {"from": "2026-02-01", "as": "csv"}
    assert "分几次导出" in page(browse(reporter), "casework.visits", **asked).content.decode()


def test_returns_are_found_from_their_register_and_from_the_index(
    visits, reporter, browse, django_assert_max_num_queries
):
    client = browse(reporter)
    assert "检查情况表" in client.get("/registers/casework.inspection/").content.decode()
    assert "检查情况表" in client.get("/returns/").content.decode()
    with django_assert_max_num_queries(12):
        page(client, "casework.visits")
