"""Results as a workbook."""

import io
import zipfile
from decimal import Decimal

import pytest
from lxml import etree

from tests.rendering import samples
from zhunsheng.engine.auditing.model import Audit
from zhunsheng.rendering.as_xlsx import Entry, workbook_of

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FINDINGS, FIGURES, RELATIONS, TASKS, COVERED = range(1, 6)


def _workbook(*, audit: Audit = samples.AUDIT, language: str = "zh") -> zipfile.ZipFile:
    entry = Entry(
        name="样本.txt",
        reading=samples.reading(kind="plan"),
        audit=audit,
        coverage=(samples.coverage("met", samples.TOTAL), samples.coverage("missed")),
    )
    return zipfile.ZipFile(io.BytesIO(workbook_of([entry], language)))


def _rows(book: zipfile.ZipFile, number: int) -> list[list[str]]:
    strings = [
        "".join(item.itertext()) for item in etree.fromstring(book.read("xl/sharedStrings.xml"))
    ]
    sheet = etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    return [[_value(cell, strings) for cell in row] for row in sheet.iter(f"{MAIN}row")]


def _value(cell: etree._Element, strings: list[str]) -> str:
    value = cell.findtext(f"{MAIN}v") or ""
    return strings[int(value)] if cell.get("t") == "s" else value


def test_there_is_a_sheet_for_each_question() -> None:
    book = etree.fromstring(_workbook().read("xl/workbook.xml"))
    names = [sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")]
    assert names == ["疑点", "数字", "关系", "任务", "目标对照"]


def test_sheets_and_heads_are_english_for_english_readers() -> None:
    assert _rows(_workbook(language="en"), FINDINGS)[0] == [
        "File",
        "Severity",
        "What the text says",
        "Arithmetic",
        "What to do",
    ]


def test_every_row_names_its_file_and_has_a_value_for_every_head() -> None:
    book = _workbook()
    for number in (FINDINGS, FIGURES, RELATIONS, TASKS, COVERED):
        head, *rows = _rows(book, number)
        assert rows
        assert all(len(row) == len(head) for row in rows)
        assert {row[0] for row in rows} == {"样本.txt"}


def test_what_was_missed_stands_before_what_was_met() -> None:
    assert [row[1] for row in _rows(_workbook(), COVERED)[1:]] == ["未达到", "已完成"]


def test_a_task_has_its_units_and_its_targets() -> None:
    assert _rows(_workbook(), TASKS)[1][2:] == [
        "会前学法",
        "云溪县档案局、云溪县各镇",
        "会前学法 ≥12次",
    ]


@pytest.mark.parametrize("words", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "{=1}"])
def test_words_that_look_like_a_formula_stay_words(words: str) -> None:
    book = _workbook(audit=Audit(relations=(), findings=(samples.finding("error", words),)))
    assert _rows(book, FINDINGS)[1][2] == words
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_an_address_in_the_words_becomes_no_link() -> None:
    finding = samples.finding("error", "https://example.invalid/")
    book = _workbook(audit=Audit(relations=(), findings=(finding,)))
    assert b"hyperlink" not in book.read("xl/worksheets/sheet1.xml")


def test_a_number_too_long_for_a_workbook_stays_exact_as_words() -> None:
    long = samples.figure("受理申请30件", "12345678901234567")
    reading = samples.reading(figures=(long, samples.RATE))
    entry = Entry(name="样本.txt", reading=reading, audit=samples.AUDIT)
    book = zipfile.ZipFile(io.BytesIO(workbook_of([entry], "zh")))
    assert [row[2] for row in _rows(book, FIGURES)[1:]] == ["12345678901234567", "70"]
    assert Decimal(_rows(book, FIGURES)[1][2]) == long.value


def test_the_head_stays_in_sight() -> None:
    sheet = etree.fromstring(_workbook().read("xl/worksheets/sheet2.xml"))
    assert sheet.find(f".//{MAIN}pane").get("state") == "frozen"


def test_nothing_found_gives_sheets_with_heads_alone() -> None:
    entry = Entry(
        name="样本.txt", reading=samples.reading(), audit=Audit(relations=(), findings=())
    )
    book = zipfile.ZipFile(io.BytesIO(workbook_of([entry], "zh")))
    assert len(_rows(book, FINDINGS)) == 1
