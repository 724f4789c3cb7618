"""Workbooks of a site's own making: their columns are matched once, then they come in like templates."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import World
from tests.web.test_importing import HEADS, NAMED, PAGE, ROW, text, workbook
from zhunsheng.web.registers import own_sheets
from zhunsheng.web.registers.models import Entry, KeptMatching
from zhunsheng.web.workbooks import ImportingError

FIELDS = NAMED.register.entry_fields
THEIRS = ["序号", "申请日期", "方式", "申请人姓名", "类别", "事项", "申请内容", "经办人电话"]
OWN = (
    ["溪口县2026年依申请公开登记表（虚构）"],
    THEIRS,
    [1, datetime(2026, 2, 27), "网上", "某甲", "自然人", "旧房改造", "请公开方案。", "0000"],
    [2, datetime(2026, 2, 26), "互联网", "某乙", "自然人", "道路改造", "请公开图纸。", "0000"],
    ["合计", "", "", 2],
)
ANSWERS = {
    "申请日期": "received",
    "方式": "channel",
    "申请人姓名": "applicant",
    "类别": "applicant_kind",
    "事项": "subject",
    "申请内容": "content",
}


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


def sent(client, *lines: list[object]):
    file = SimpleUploadedFile("own.xlsx", workbook(*lines))
    return client.post(PAGE, {"file": file})


def selects(response) -> dict[str, str]:
    """Get what is chosen for each column, by the name of its select."""
    tree = html.fromstring(response.content)
    return {
        one.get("name"): next(iter(one.xpath("option[@selected]/@value")), "")
        for one in tree.xpath("//select[starts-with(@name, 'column.')]")
    }


def answered(response, answers: dict[str, str]) -> dict[str, str]:
    """Get the form of a page with columns answered by their heads."""
    tree = html.fromstring(response.content)
    form = {
        one.get("name"): one.get("value")
        for one in tree.xpath("//form[@method='post']//input[@type='hidden']")
    }
    for one in tree.xpath("//select[starts-with(@name, 'column.')]"):
        form[one.get("name")] = answers.get(one.get("aria-label"), "")
    return form


def test_the_heads_are_found_below_a_title_and_matched_by_their_names():
    content = workbook(*OWN)
    sheet = own_sheets.looked_at(FIELDS, content)
    assert (sheet.name, sheet.head_row) == ("Sheet1", 2)
    found = {column.head: column.key for column in sheet.columns}
    assert found["申请日期"] == "received"
    assert found["申请内容"] == "content"
    assert found["经办人电话"] == ""


def test_an_own_sheet_comes_in_once_its_columns_and_words_are_matched(
    world: World, reporter, browse
):
    client = browse(reporter)
    page = client.get(sent(client, *OWN).url)
    assert page.status_code == 200
    address = page.request["PATH_INFO"]
    form = answered(page, ANSWERS)
    asked = client.post(address, form)
    assert "有些写法不在台账的选项里" in text(asked)
    form = answered(asked, ANSWERS) | {"means.channel.0": "互联网"}
    checked = client.post(address, form)
    assert "2条全部没有问题" in text(checked), text(checked)[300:900]
    tree = html.fromstring(checked.content)
    keeping = {
        one.get("name"): one.get("value")
        for one in tree.xpath("//form[.//input[@name='token']]//input[@type='hidden']")
    }
    done = client.post(PAGE, keeping, follow=True)
    assert "已导入2条" in text(done)
    first = Entry.unscoped.order_by("pk")[0]
    assert first.values["received"] == "2026-02-27"
    assert first.values["channel"] == Entry.unscoped.order_by("pk")[1].values["channel"]
    # The same sheet again, with another row: nothing is asked twice.
    again = client.get(sent(client, *OWN[:3]).url)
    assert set(selects(again).values()) - {""} == set(ANSWERS.values())
    assert "2条全部没有问题" not in text(again)
    assert "1条全部没有问题" in text(
        client.post(
            again.request["PATH_INFO"], answered(again, ANSWERS) | {"means.channel.0": "互联网"}
        )
    )


def test_what_is_missing_and_what_is_matched_twice_is_said(world: World, reporter, browse):
    client = browse(reporter)
    page = client.get(sent(client, *OWN).url)
    twice = ANSWERS | {"经办人电话": "content", "类别": ""}
    refused = client.post(page.request["PATH_INFO"], answered(page, twice))
    assert refused.status_code == 422
    assert "申请内容对应了不止一列" in text(refused)
    assert "申请人类别是必填的" in text(refused)
    assert not KeptMatching.objects.exists()
    fixed = answered(page, ANSWERS | {"类别": "", "方式": ""}) | {
        "fixed.applicant_kind": "person",
        "fixed.channel": "online",
    }
    assert "2条全部没有问题" in text(client.post(page.request["PATH_INFO"], fixed))


def test_mistakes_in_an_own_sheet_are_named_by_its_rows(world: World, reporter, browse):
    client = browse(reporter)
    wrong = [3, "明天", "互联网", "某丙", "自然人", "事项", "内容", ""]
    page = client.get(sent(client, *OWN[:2], wrong).url)
    found = client.post(page.request["PATH_INFO"], answered(page, ANSWERS))
    assert found.status_code == 422
    assert "收到申请日期“明天”不是日期" in text(found)
    address = html.fromstring(found.content).xpath("//a[contains(@href, '/errors/')]/@href")[0]
    assert client.get(address).status_code == 200


def test_a_matching_of_another_government_is_not_used(world: World, reporter, browse):
    client = browse(reporter)
    page = client.get(sent(client, *OWN).url)
    form = answered(page, ANSWERS) | {"words": "1"}
    client.post(page.request["PATH_INFO"], form)
    kept = KeptMatching.objects.get()
    KeptMatching.objects.update(government=world.other_bureau.government)
    token = page.request["PATH_INFO"].split("/")[-3]
    asked = client.post(PAGE, {"token": token, "keep": "1", "matching": str(kept.pk)})
    assert asked.status_code == 404
    assert not Entry.unscoped.exists()


def test_only_who_sent_an_own_sheet_sees_it(world: World, reporter, browse):
    address = sent(browse(reporter), *OWN).url
    other = world.person("另一人", world.bureau, "reporter")
    assert browse(other).get(address).status_code == 404


def test_an_empty_sheet_is_refused():
    with pytest.raises(ImportingError, match="空的"):
        own_sheets.looked_at(FIELDS, workbook())


def test_rows_of_a_template_need_no_matching(world: World, reporter, browse):
    assert "1条全部没有问题" in text(sent(browse(reporter), HEADS, ROW))


CELLS = st.one_of(
    st.text(max_size=12),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False, width=32, allow_infinity=False),
)


@given(
    st.lists(st.lists(CELLS, max_size=6), max_size=8),
    st.integers(0, 12),
    st.sampled_from(["", "表"]),
)
def test_any_sheet_is_read_or_refused(lines, head_row, name):
    with suppress(ImportingError):
        content = workbook(*lines)
        sheet = own_sheets.looked_at(FIELDS, content, name, head_row)
        heads = [column.head for column in sheet.columns]
        assert len(heads) == len(set(heads))
        columns = {one.head: one.key for one in sheet.columns if one.key}
        matching = own_sheets.Matching(sheet.name, sheet.head_row, columns)
        own_sheets.unknown_words(FIELDS, content, matching)
        list(own_sheets.raws(FIELDS, content, matching))
