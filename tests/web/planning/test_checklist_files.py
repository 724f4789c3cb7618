"""The checklist as files: the same rows in both, text stays text, and the ledger knows who took it."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.planning.word_file import table_document

FORMULA = "=HYPERLINK(1)"


def file_of(client, plan, kind: str) -> io.BytesIO:
    response = client.get(reverse("plan_checklist", args=[plan.pk, kind]))
    assert response.status_code == 200
    return io.BytesIO(b"".join(response.streaming_content))


@pytest.fixture
def plan(office):
    made = office.plan()
    task = office.task(made, "一/1", FORMULA)
    office.duty(task, office.world.bureau, until="2026-03-31")
    office.target(
        task, "有件必备", comparator="equal", target_value="100", measure="%",
        not_measurable="没有台账",
    )  # fmt: skip
    return made


def test_the_workbook_and_the_document_have_the_same_rows(office, on, plan):
    client = on(office.person("coordinator"), "2026-04-02")
    sheet = CalamineWorkbook.from_filelike(file_of(client, plan, "xlsx")).get_sheet_by_index(0)
    in_workbook = [
        [f"{cell:g}" if isinstance(cell, float) else str(cell) for cell in row]
        for row in sheet.to_python()
    ]
    (table,) = docx.Document(file_of(client, plan, "docx")).tables
    in_document = [[cell.text for cell in row.cells] for row in table.rows]
    assert in_workbook == in_document
    assert in_document[0][:6] == ["序号", "任务或者目标", "单位", "要求", "实际", "状态"]
    assert in_document[1][1] == FORMULA
    assert in_document[1][5] == "逾期（待签收）"
    assert len(in_document) == 3


def test_nothing_in_the_workbook_is_a_formula(office, on, plan):
    client = on(office.person("coordinator"), "2026-04-02")
    with zipfile.ZipFile(file_of(client, plan, "xlsx")) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<c " in sheet
    assert "<f" not in sheet


def test_taking_the_list_leaves_a_line_in_the_ledger(office, on, plan):
    client = on(office.person("coordinator"), "2026-04-02")
    before = StoredLine.objects.count()
    file_of(client, plan, "docx")
    line = StoredLine.objects.order_by("-number").first()
    assert line is not None
    assert StoredLine.objects.count() == before + 1
    assert (line.did, line.says["kind"], line.says["count"]) == ("list.export", "docx", 2)
    assert plan.number in line.says["query"]


def test_no_other_kind_of_file_is_given(office, on, plan):
    client = on(office.person("coordinator"), "2026-04-02")
    assert client.get(reverse("plan_checklist", args=[plan.pk, "exe"])).status_code == 404


def test_a_document_holds_what_xml_cannot():
    made = table_document("甲<乙", "丙&丁", ("一", "二"), [("a\x00b\nc", "</w:t>")], (1, 2))
    (table,) = docx.Document(io.BytesIO(made)).tables
    assert [cell.text for cell in table.rows[1].cells] == ["ab\nc", "</w:t>"]
