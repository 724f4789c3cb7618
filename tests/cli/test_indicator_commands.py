"""The commands about indicators as a user types them."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.indicators.entries import plain_entries
from zhunsheng.cli.app import app
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators.lake import LakeUnit, write, write_units
from zhunsheng.engine.indicators.tables import table_of

OWN, OTHER, TOWN = "990121/sfj", "990121/fgj", "990122/sfj"


def run(*arguments: object, language: str = "zh_CN.UTF-8") -> Result:
    environment = {"LC_ALL": language, "LANGUAGE": "", "COLUMNS": "160"}
    return CliRunner().invoke(app, [str(a) for a in arguments], env=environment)


def put(root: Path, register: str, jurisdiction: str, *entries: dict[str, object]) -> None:
    found = catalogue().register(register).register
    write(root, register, jurisdiction, 2026, table_of(found, plain_entries(found, entries)))


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    """A lake of two counties: three messages, one of them late; one policy that nobody explained."""
    day = date(2026, 2, 2)
    put(
        tmp_path,
        "openness.message",
        "990121",
        {"unit": OWN, "received": day, "until": date(2026, 2, 9), "replied": date(2026, 2, 9)},
        {"unit": OTHER, "received": day, "until": date(2026, 2, 9), "replied": date(2026, 2, 20)},
    )
    put(tmp_path, "openness.message", "990122", {"unit": TOWN, "until": date(2026, 3, 20)})
    put(
        tmp_path,
        "openness.proactive_item",
        "990121",
        {"unit": OWN, "made": day, "published": date(2026, 2, 5)},
    )
    return tmp_path


def rows_of(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_the_list_leaves_out_cells_of_tables_and_says_so():
    result = run("indicators", "list", "--domain", "openness")
    assert "openness.replied_on_time" in result.stdout
    assert "openness.request_new_all" not in result.stdout
    assert "是统计表的格子" in result.stdout
    assert "openness.request_new_all" in run("indicators", "list", "--cells").stdout


def test_an_indicator_is_shown_with_its_words_and_where_it_is_used():
    result = run("indicators", "show", "openness.replied_on_time")
    assert "按期答复率" in result.stdout
    assert "第三十三条" in result.stdout
    assert "口径与台账相符。" in result.stdout
    cell = run("indicators", "show", "openness.request_new_all", language="en_GB.UTF-8").stdout
    assert "Table: openness.requests" in cell
    assert "Rule: openness.requests_balance_all" in cell


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("show", "openness.replied_on_tme"), "openness.replied_on_time"),
        (("list", "--domain", "opennes"), "openness（政府信息公开）"),
        (("compute", "--lake", "nowhere", "--period", "2026"), "没有文件夹nowhere"),
        (("compute", "--lake", ".", "--period", "上半年"), "请写成 2026"),
        (("compute", "--lake", ".", "--period", "2026", "--by", "town"), "--by 只能写"),
        (
            ("compute", "--lake", ".", "--period", "2026", "--engine", "hadoop"),
            "没有“hadoop”这种引擎",
        ),
    ],
)
def test_what_cannot_be_done_says_why(words, complaint):
    result = run("indicators", *words)
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_an_empty_lake_says_how_to_fill_it(tmp_path):
    result = run("indicators", "compute", "--lake", tmp_path, "--period", "2026")
    assert result.exit_code == 2
    assert "zhunsheng lake export" in result.stderr


def test_a_day_that_is_none_is_refused(lake):
    result = run("indicators", "compute", "--lake", lake, "--period", "2026", "--as-of", "明天")
    assert result.exit_code == 2
    assert "“明天”不是日期" in result.stderr


def test_figures_of_all_and_what_the_lake_cannot_tell(lake):
    result = run("indicators", "compute", "--lake", lake, "--period", "2026-Q1")
    assert result.exit_code == 0
    assert "留言按期回复率" in result.stdout
    assert "33.33%" in result.stdout
    assert "1/3" in result.stdout
    assert "openness.request" in result.stderr
    assert "没有单位名录" in result.stderr


def test_figures_by_unit_and_by_government_as_csv(lake):
    asked = ("--indicator", "openness.messages_on_time", "--period", "2026-Q1", "--csv")
    by_unit = rows_of(run("indicators", "compute", "--lake", lake, *asked, "--by", "unit"))
    assert [(row["of"], row["value"], row["base"]) for row in by_unit] == [
        (OTHER, "0.00%", "1"),
        (OWN, "100.00%", "1"),
        (TOWN, "0.00%", "1"),
    ]
    by_government = rows_of(
        run("indicators", "compute", "--lake", lake, *asked, "--by", "government")
    )
    assert [(row["of"], row["counted"], row["base"]) for row in by_government] == [
        ("990121", "1", "2"),
        ("990122", "0", "1"),
    ]


def test_what_is_due_after_the_day_of_the_data_is_not_late(lake):
    asked = ("--indicator", "openness.messages_on_time", "--period", "2026", "--csv")
    (row,) = rows_of(run("indicators", "compute", "--lake", lake, *asked, "--as-of", "2026-03-01"))
    assert (row["counted"], row["base"]) == ("1", "2")
    (english,) = rows_of(
        run("indicators", "compute", "--lake", lake, *asked, language="en_GB.UTF-8")
    )
    assert (english["counted"], english["base"]) == ("1", "3")


def test_a_coverage_is_of_the_units_that_are_there_and_a_merged_one_is_its_successors(lake):
    write_units(
        lake,
        "990121",
        [
            LakeUnit(OWN, until=date(2026, 2, 28), successor=OTHER),
            LakeUnit(OTHER),
            LakeUnit("990121/new", since=date(2027, 1, 1)),
        ],
        date(2026, 3, 31),
    )
    asked = ("--indicator", "openness.units_publishing", "--csv", "--by", "unit")
    later = rows_of(run("indicators", "compute", "--lake", lake, *asked, "--period", "2026"))
    assert [(row["of"], row["counted"], row["base"]) for row in later] == [(OTHER, "1", "1")]
    then = rows_of(run("indicators", "compute", "--lake", lake, *asked, "--period", "2026-02"))
    assert [(row["of"], row["counted"]) for row in then] == [(OTHER, "0"), (OWN, "1")]
