"""Exports honour filters and columns, stay harmless, and leave one line in the ledger."""

from __future__ import annotations

import csv
import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import policy, workbooks
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.lists.columns import chosen
from zhunsheng.web.registers import actions, export
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

REGISTER = "openness.request"
PAGE = f"/registers/{REGISTER}/"


def rows(response) -> list[list[str]]:
    content = response.getvalue()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.fixture
def two(world: World, reporter) -> None:
    actor = world.actor(reporter)
    for subject, channel in (("甲事", "mail"), ("乙事", "fax")):
        raw = REQUEST | {"subject": subject, "channel": channel}
        actions.create(actor, REGISTER, world.bureau, raw, AT)


def test_an_export_has_the_filtered_rows_and_the_chosen_columns(two, reporter, browse):
    client = browse(reporter)
    client.post(f"{PAGE}columns/", {"column": ["number", "title", "f.channel"]})
    found = rows(client.get(f"{PAGE}?as=csv&f.channel=fax"))
    assert found == [["编号", "申请事项", "提交方式"], ["2026-00002", "乙事", "传真"]]
    whole = rows(client.get(f"{PAGE}?as=csv&whole=1"))
    assert {"申请事项", "答复日期", "信息处理费"} <= set(whole[0])
    assert not {"申请人", "联系方式", "申请内容"} & set(whole[0])
    assert len(whole) == 3


def test_an_export_leaves_a_line_without_the_words_searched_for(two, reporter, browse):
    browse(reporter).get(f"{PAGE}?as=xlsx&f.channel=fax&q=乙")
    line = StoredLine.objects.order_by("-number")[0]
    assert (line.did, line.who) == ("list.export", f"user/{reporter.pk}")
    assert line.says == {
        "register": REGISTER,
        "query": "f.channel=fax",
        "searched": True,
        "kind": "xlsx",
        "count": 1,
    }
    assert verify_all().faults == ()


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "　@A"])
def test_what_begins_like_a_formula_is_text_in_every_export(world, reporter, browse, start):
    Entry.unscoped.create(
        register=REGISTER,
        government=world.county,
        unit=world.bureau,
        number="2026-00001",
        title=start,
        state="received",
        values={"subject": start},
        entered_by=reporter,
        changed_by=reporter,
        entered_at=AT,
        changed_at=AT,
    )
    client = browse(reporter)
    assert rows(client.get(f"{PAGE}?as=csv"))[1][1] == f"'{start}"
    with zipfile.ZipFile(io.BytesIO(client.get(f"{PAGE}?as=xlsx").getvalue())) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


@given(st.text(max_size=20))
def test_no_text_begins_like_a_formula_after_it_was_made_harmless(text):
    first = workbooks.harmless(text).lstrip(" \u3000")[:1]
    assert first not in workbooks.FORMULA or first == "'"


def test_a_large_export_grows_on_the_disk_not_in_memory(world, reporter):
    named, actor = catalogue().register(REGISTER), world.actor(reporter)
    raws = [REQUEST | {"subject": f"事项{number}"} for number in range(6000)]
    actions.create_many(actor, REGISTER, world.bureau, raws, AT)
    columns = chosen(named, [])

    def peak(count: int) -> int:
        entries = policy.entries_for(actor).order_by("pk")[:count]
        tracemalloc.start()
        rows = export.Rows(named, entries, columns)
        file = export.file_of("csv", named.register.label, rows)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        file.close()
        assert rows.count == count
        return most

    peak(100)
    assert peak(6000) < 1.5 * peak(3000)


def test_more_than_a_file_holds_is_refused_with_what_to_do(two, reporter, browse, monkeypatch):
    monkeypatch.setattr(export, "MOST_ROWS", 1)
    response = browse(reporter).get(f"{PAGE}?as=csv")
    assert response.status_code == 400
    assert "请加上条件，分几次导出" in html.fromstring(response.content).text_content()
    assert not StoredLine.objects.filter(did="list.export").exists()
