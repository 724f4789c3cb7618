"""Entries from a workbook: the template comes back filled; one mistake and nothing is kept."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.cases import checked
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers import importing
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all
from zhunsheng.web.workbooks import MAX_BYTES, ImportingError

NAMED = catalogue().register("openness.request")
PAGE = "/registers/openness.request/import/"
HEADS = ["收到申请日期*", "提交方式*", "申请人*", "申请人类别*", "申请事项*", "申请内容*"]
ROW = ["2026-02-27", "互联网", "某甲", "自然人", "老旧小区改造方案", "请公开方案全文。"]


def workbook(*rows: list[object]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    return out.getvalue()


def rows(content: bytes):
    return importing.raws_of(NAMED.register.entry_fields, content)


def uploaded(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("filled.xlsx", content)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def test_the_template_names_every_field_asked_at_entry(world: World, reporter, browse):
    content = browse(reporter).get("/registers/openness.request/template/").content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        strings = book.read("xl/sharedStrings.xml").decode()
    for head in HEADS:
        assert head in strings
    assert "答复类别" not in strings


def test_a_good_file_is_first_checked_and_kept_only_when_told(world: World, reporter, browse):
    client = browse(reporter)
    content = workbook(HEADS, *([*ROW[:4], f"事项{n}", ROW[5]] for n in range(30)))
    looked = client.post(PAGE, {"file": uploaded(content)})
    assert "30条全部没有问题，还没有导入" in text(looked)
    assert not Entry.unscoped.exists()
    kept = client.post(PAGE, {"file": uploaded(content), "keep": "1"}, follow=True)
    assert "已导入30条" in text(kept)
    assert Entry.unscoped.count() == StoredLine.objects.count() == 30
    assert Entry.unscoped.order_by("-number")[0].number == "2026-00030"
    assert verify_all().faults == ()


def test_a_number_in_a_money_column_is_yuan():
    named = catalogue().register("openness.request")
    fields = [*named.register.entry_fields, named.register.field("fee")]
    content = workbook([*HEADS, "信息处理费"], [*ROW, 12], [*ROW, 12.5])
    raws = [raw for _, raw in importing.raws_of(fields, content)]
    assert [checked(named.register, raw).values["fee"] for raw in raws] == [1200, 1250]


def test_one_mistake_and_nothing_is_kept_and_every_mistake_is_named(world: World, reporter, browse):
    wrong = ["明天", "飞鸽", "", "自然人", "事项", "内容"]
    content = workbook(HEADS, ROW, wrong, ROW)
    response = browse(reporter).post(PAGE, {"file": uploaded(content), "keep": "1"})
    assert response.status_code == 422
    page = text(response)
    for said in ("收到申请日期“明天”不是日期", "没有“飞鸽”这一项", "请填写申请人"):
        assert said in page
    assert not Entry.unscoped.exists()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"no workbook", "上传的文件"),
        (b"x" * (MAX_BYTES + 1), "20MB"),
    ],
)
def test_a_file_that_is_no_filled_template_is_refused(world, reporter, browse, content, complaint):
    response = browse(reporter).post(PAGE, {"file": uploaded(content)})
    assert response.status_code == 422
    assert complaint in text(response)


def test_a_bomb_is_refused_before_it_is_unpacked(world: World, reporter, browse):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (80 * 1024 * 1024))
    response = browse(reporter).post(PAGE, {"file": uploaded(out.getvalue())})
    assert response.status_code == 422


def test_who_may_not_enter_may_not_import(world: World, approver, browse):
    assert browse(approver).get(PAGE).status_code == 403


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content):
    with suppress(ImportingError):
        list(rows(content))
