"""Reports that were read in stand side by side: indicators down, reports across, with their words."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests.web.conftest import World
from tests.web.reporting.test_existing import OTHER, confirmed, questions


@pytest.fixture
def client(browse: Any, world: World) -> Client:
    return browse(world.person("统筹员", world.bureau, "coordinator"))


def test_reports_stand_side_by_side_with_a_dash_for_what_one_does_not_say(client: Client) -> None:
    confirmed(client)
    confirmed(client, OTHER)
    table = client.get(reverse("existing_beside")).context["table"]
    assert [one.label for one in table.reports] == ["溪口县 2025", "石岭县 2025"]
    said = {
        label: [one.values["printed"] if one else "—" for one in figures]
        for _indicator, label, figures in table.rows
    }
    assert said == {
        "办结行政复议案件": ["48件", "51件"],
        "行政复议纠错率": ["25%", "—"],
        "负责人出庭应诉率": ["96.3%", "96.3%"],
    }


def test_a_figure_side_by_side_shows_the_words_it_stands_in(client: Client) -> None:
    confirmed(client)
    words = client.get(reverse("existing_beside")).content.decode()
    assert '<summary title="全年办结行政复议案件48件' in words


def test_chosen_reports_alone_are_shown_and_exported(client: Client) -> None:
    confirmed(client)
    confirmed(client, OTHER)
    reports = client.get(reverse("existing_beside")).context["reports"]
    key = next(one.key for one, _ in reports if one.region == "石岭县")
    page = client.get(reverse("existing_beside"), {"report": key})
    assert [one.region for one in page.context["table"].reports] == ["石岭县"]
    answer = client.get(reverse("existing_beside_xlsx"), {"report": key})
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[0] == ["指标", "领域", "石岭县 2025"]
    assert ["办结行政复议案件", "行政复议", "51件"] in rows
    quotes = book.get_sheet_by_index(1).to_python()
    assert any("全年办结行政复议案件51件" in str(cell) for row in quotes for cell in row)


@pytest.mark.parametrize("asked", [{"report": "x"}, {"report": "999999"}, {"report": ""}])
def test_reports_that_there_are_not_are_passed_over(client: Client, asked: dict[str, str]) -> None:
    confirmed(client)
    assert client.get(reverse("existing_beside"), asked).context["table"].rows


def test_an_empty_table_says_how_it_fills(client: Client) -> None:
    assert "还没有读入过报告" in client.get(reverse("existing_beside")).content.decode()


def test_more_reports_side_by_side_ask_the_database_no_more(client: Client) -> None:
    confirmed(client)
    address = reverse("existing_beside")
    few = questions(client, address)
    for name in ("青石县", "南坪县", "北坪县"):
        confirmed(client, OTHER.replace("石岭县", name))
    assert questions(client, address) <= few <= 15
