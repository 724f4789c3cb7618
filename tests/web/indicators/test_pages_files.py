"""Files of figures: numbers as numbers, shares with both their parts, and nothing a spreadsheet runs."""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

import csv
import io

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from tests.web.conftest import World
from tests.web.indicators.test_pages import page, text
from tests.web.indicators.wide import visit, wide  # noqa: F401
from zhunsheng.web.indicators.charts import fonts
from zhunsheng.web.organizations.models import Unit, User

pytestmark = pytest.mark.django_db
DOWNLOAD = "/indicators/casework.{}/download/{}/?period=2026"


@pytest.fixture
def coordinator(world: World) -> User:
    return world.person("统筹员", world.bureau, "coordinator")


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_share_comes_with_numerator_and_denominator(world, visit, coordinator, browse):
    visit(inspected="2026-03-02")
    visit(world.office)
    visit(world.office)
    client = browse(coordinator)
    told = lines(client.get(DOWNLOAD.format("finished", "csv")).content)
    assert told[0] == ["表", "范围", "期间", "比率", "分子", "分母"]
    assert ["本期", "溪口县", "2026年（截至3月2日）", "33.33%", "1", "3"] in told
    assert ["各单位", "溪口县发展和改革局", "2026年（截至3月2日）", "0.00%", "0", "2"] in told
    assert ["走势", "溪口县", "2026年4月", "", "", ""] in told
    book = sheets(client.get(DOWNLOAD.format("finished", "xlsx")).content)
    assert list(book) == ["本期", "走势", "各单位", "口径"]
    now = book["本期"][1]
    assert now[:2] == ["溪口县", "2026年（截至3月2日）"]
    assert [float(cell) for cell in now[2:]] == [0.3333, 1, 3]  # type: ignore[arg-type]
    assert ["含义", "计划的检查中已经完成的，没有完成的也在分母里。"] in book["口径"]


def test_money_is_in_yuan_and_what_is_not_there_is_empty(world, visit, coordinator, browse):
    client = browse(coordinator)
    empty = lines(client.get(DOWNLOAD.format("value", "csv")).content)
    assert ["本期", "溪口县", "2026年（截至3月2日）", "", "元"] in empty
    visit(value="1234.50")
    told = lines(client.get(DOWNLOAD.format("value", "csv")).content)
    assert ["本期", "溪口县", "2026年（截至3月2日）", "1234.5", "元"] in told
    (row,) = [
        one
        for one in sheets(client.get(DOWNLOAD.format("value", "xlsx")).content)["各单位"]
        if one[0] == "溪口县司法局"
    ]
    assert row[2] == 1234.5
    assert "1,234.50 元" in text(page(client, "/indicators/casework.value/?period=2026"))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_no_name_is_run_as_a_formula(world, wide, visit, coordinator, browse, sign):
    visit()
    Unit.objects.filter(pk=world.bureau.pk).update(name=f"{sign}cmd|' /C calc'!A0")
    client = browse(coordinator)
    told = lines(client.get(DOWNLOAD.format("heard", "csv")).content)
    assert all(cell[:1] not in set("=+-@＝") for row in told for cell in row)
    content = client.get(DOWNLOAD.format("heard", "xlsx")).content
    assert any(f"{sign}cmd|' /C calc'!A0" in row for row in sheets(content)["各单位"])
    from zipfile import ZipFile  # noqa: PLC0415

    with ZipFile(io.BytesIO(content)) as archive:
        found = "".join(
            archive.read(name).decode() for name in archive.namelist() if "sheet" in name
        )
    assert "<f>" not in found


@pytest.mark.parametrize("chart", ["trend", "units"])
def test_a_chart_is_a_picture(world, visit, coordinator, browse, chart):
    visit(inspected="2026-03-02")
    response = browse(coordinator).get(DOWNLOAD.format("finished", "png") + f"&chart={chart}")
    assert response["Content-Type"] == "image/png"
    assert 'filename="casework.finished-2026.png"' in response["Content-Disposition"]
    assert Image.open(io.BytesIO(response.content)).width > 1000


def test_every_file_of_the_page_can_be_had(world, visit, coordinator, browse):
    visit(inspected="2026-03-02")
    client = browse(coordinator)
    found = page(client, "/indicators/casework.finished/?period=2026").xpath("//a[@download]/@href")
    assert len(found) == 4
    assert [client.get(address).status_code for address in found] == [200] * 4


def test_without_a_figure_there_is_no_picture_and_it_is_said_why(world, clerk, coordinator, browse):
    response = browse(coordinator).get(DOWNLOAD.format("finished", "png"))
    assert response.status_code == 400
    assert "没有可以画的数" in response.content.decode()


def test_without_a_chinese_font_the_page_says_what_to_install(
    world, visit, coordinator, browse, monkeypatch, tmp_path
):
    monkeypatch.delenv(fonts.VARIABLE, raising=False)
    monkeypatch.setattr(fonts, "_folders", lambda: (tmp_path,))
    visit()
    response = browse(coordinator).get(DOWNLOAD.format("inspected", "png"))
    assert response.status_code == 400
    assert "fonts-noto-cjk" in response.content.decode()


def test_there_is_no_other_kind_of_file(world, clerk, coordinator, browse):
    assert browse(coordinator).get(DOWNLOAD.format("finished", "pdf")).status_code == 404
    assert browse(coordinator).get(DOWNLOAD.format("nothing", "csv")).status_code == 400
    wrong = browse(coordinator).get("/indicators/casework.finished/download/csv/?period=去年")
    assert wrong.status_code == 400
