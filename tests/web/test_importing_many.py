"""Importing many rows: memory stays, mistakes go into a workbook, a checked file is imported as it was."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import AT, World
from tests.web.test_importing import HEADS, NAMED, PAGE, ROW, rows, text, workbook
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.lists import declared_indexes
from zhunsheng.web.registers import held_books, importing
from zhunsheng.web.registers.checking import Saving
from zhunsheng.web.registers.import_books import template
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.workbooks import ImportingError

WRONG = ["明天", *ROW[1:]]


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def saving(world: World, reporter) -> Saving:
    return Saving(world.actor(reporter), NAMED, world.bureau.government, AT.date())


def sent(client, content: bytes, **more: str):
    return client.post(PAGE, {"file": SimpleUploadedFile("filled.xlsx", content), **more})


def token_of(response) -> str:
    return html.fromstring(response.content).xpath("//input[@name='token']/@value")[0]


def test_a_checked_file_is_imported_without_choosing_it_again(world: World, reporter, browse):
    client = browse(reporter)
    checked = sent(client, workbook(HEADS, ROW, ROW))
    token = token_of(checked)
    done = client.post(PAGE, {"token": token, "keep": "1"}, follow=True)
    assert "已导入2条" in text(done)
    assert Entry.unscoped.count() == 2
    again = client.post(PAGE, {"token": token, "keep": "1"})
    assert "请选择填好的工作簿" in text(again)
    assert Entry.unscoped.count() == 2


def test_only_who_sent_a_file_gets_it_back(world: World, reporter, browse):
    token = token_of(sent(browse(reporter), workbook(HEADS, ROW)))
    other = world.person("另一人", world.bureau, "reporter")
    assert "请选择填好的工作簿" in text(browse(other).post(PAGE, {"token": token, "keep": "1"}))
    assert browse(other).get(f"{PAGE}{token}/errors/").status_code == 404


@given(st.text(max_size=40))
def test_a_token_is_no_way_to_other_files(token):
    assert held_books.held(1, token) is None


def test_a_held_file_is_gone_after_a_day(tmp_path):
    token = held_books.hold(1, b"x", AT)
    assert held_books.held(1, token) == b"x"
    held_books.hold(1, b"y", AT + timedelta(days=400 * 365))
    assert held_books.held(1, token) is None


def test_every_mistake_is_in_the_workbook_and_the_first_of_them_on_the_page(
    world: World, reporter, browse
):
    client = browse(reporter)
    response = sent(client, workbook(HEADS, *[WRONG] * 250))
    page = html.fromstring(response.content)
    assert len(page.xpath("//main//tbody/tr")) == 200
    assert "另有250处需要改正" in text(response)
    link = page.xpath("//a[contains(., '下载全部问题')]/@href")[0]
    with zipfile.ZipFile(io.BytesIO(client.get(link).content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == 251
    assert "明天" in sheet


def test_after_very_many_mistakes_the_rest_is_not_read(saving, monkeypatch):
    monkeypatch.setattr(importing, "MOST_WRONG", 5)
    report = importing.check(saving, rows(workbook(HEADS, *[WRONG] * 20)))
    assert (len(report.wrong), report.cut) == (5, True)


def test_more_rows_than_the_limit_are_refused(saving, monkeypatch):
    monkeypatch.setattr(importing, "MAX_ROWS", 3)
    with pytest.raises(ImportingError, match="超过3行"):
        importing.check(saving, rows(workbook(HEADS, *[ROW] * 4)))


def test_a_column_that_is_there_twice_is_refused(saving):
    with pytest.raises(ImportingError, match="重复的列：提交方式"):
        importing.check(saving, rows(workbook([*HEADS, "提交方式"], [*ROW, "邮寄"])))


def test_all_batches_are_kept_or_none(world: World, reporter, monkeypatch):
    monkeypatch.setattr(importing, "_BATCH", 2)
    actor = world.actor(reporter)
    with pytest.raises(importing.actions.InvalidError):
        importing.keep(actor, NAMED, world.bureau, rows(workbook(HEADS, ROW, ROW, ROW, WRONG)), AT)
    assert not Entry.unscoped.exists()
    assert not StoredLine.objects.exists()
    assert importing.keep(actor, NAMED, world.bureau, rows(workbook(HEADS, *[ROW] * 5)), AT) == 5
    assert max(Entry.unscoped.values_list("number", flat=True)) == "2026-00005"


def test_a_large_import_brings_the_indexes_it_needs(world: World, reporter, monkeypatch):
    monkeypatch.setattr(importing, "_BATCH", 2)
    monkeypatch.setattr(declared_indexes, "FROM", 5)
    actor, before = world.actor(reporter), declared_indexes._existing()
    importing.keep(actor, NAMED, world.bureau, rows(workbook(HEADS, *[ROW] * 5)), AT)
    made = declared_indexes._existing() - before
    assert len(made) == len(declared_indexes.indexed(NAMED.register))


def test_checking_and_keeping_need_no_more_memory_for_more_rows(
    world: World, reporter, saving, monkeypatch
):
    monkeypatch.setattr(importing, "_BATCH", 100)
    actor = world.actor(reporter)
    contents = {count: workbook(HEADS, *[ROW] * count) for count in (50, 400, 1200)}

    def peak(count: int) -> int:
        tracemalloc.start()
        importing.check(saving, rows(contents[count]))
        importing.keep(actor, NAMED, world.bureau, rows(contents[count]), AT)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(50)
    assert peak(1200) < 1.7 * peak(400)


def test_the_template_offers_choices_and_tells_examples_and_articles():
    with zipfile.ZipFile(io.BytesIO(template(NAMED.register))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert sheet.count("<dataValidation ") == sum(
        field.kind in {"choice", "boolean"} and not field.several
        for field in NAMED.register.entry_fields
    )
    for told in (
        "老旧小区改造方案",
        "第三十一条",
        "从这些里选：当面、邮寄（须签收）",
        "互联网",
    ):
        assert told in strings
