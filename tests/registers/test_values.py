"""What people type, spreadsheets hold and programs send becomes one stored form, or is refused."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhunsheng.engine.ledger.verifier import canonical
from zhunsheng.engine.registers.fields import Choice, Field, FieldKind
from zhunsheng.engine.registers.values import WrongValueError, parsed, shown, unlikely

LEVELS = (Choice(key="low", label="一般"), Choice(key="high", label="重大"))
ROWS = Field(
    key="rows",
    label="明细",
    kind="rows",
    columns=(
        Field(key="name", label="名称", required=True),
        Field(key="n", label="数量", kind="integer"),
    ),
)
FIELDS = {
    "text": Field(key="a", label="名称"),
    "long_text": Field(key="a", label="内容", kind="long_text"),
    "integer": Field(key="a", label="件数", kind="integer", measure="件", expected=(0, 100)),
    "decimal": Field(key="a", label="比率", kind="decimal", places=2),
    "money": Field(key="a", label="金额", kind="money"),
    "date": Field(key="a", label="日期", kind="date"),
    "datetime": Field(key="a", label="时间", kind="datetime"),
    "choice": Field(key="a", label="级别", kind="choice", choices=LEVELS),
    "several": Field(key="a", label="形式", kind="choice", choices=LEVELS, several=True),
    "boolean": Field(key="a", label="属实", kind="boolean"),
    "unit": Field(key="a", label="单位", kind="unit"),
    "person": Field(key="a", label="经办人", kind="person"),
    "party": Field(key="a", label="申请人", kind="party", personal=True),
    "region": Field(key="a", label="地区", kind="region"),
    "reference": Field(key="a", label="关联", kind="reference", refers_to="openness.request"),
    "instrument": Field(key="a", label="文件", kind="instrument"),
    "attachments": Field(key="a", label="附件", kind="attachments"),
    "rows": ROWS,
}
FILE = {"digest": "0" * 64, "name": "答复书.pdf", "size": 10}


@pytest.mark.parametrize(
    ("kind", "raw", "stored"),
    [
        ("text", "  溪口县 ", "溪口县"),
        ("text", 12.0, "12"),
        ("text", "", None),
        ("text", None, None),
        ("integer", "1,234", 1234),
        ("integer", "12件", 12),
        ("integer", "１２", 12),
        ("integer", 45123.0, 45123),
        ("decimal", "97.3", "97.30"),
        ("decimal", 5, "5.00"),
        ("decimal", "-0", "0.00"),
        ("money", "1,234.56元", 123456),
        ("money", "1234", 123400),
        ("money", 123456, 123456),
        ("money", 0.1, 10),
        ("date", "20260301", "2026-03-01"),
        ("date", "2026年3月1日", "2026-03-01"),
        ("date", "2026/3/1", "2026-03-01"),
        ("date", datetime(2026, 3, 1, 8, 0), "2026-03-01"),
        ("date", date(2026, 3, 1), "2026-03-01"),
        ("datetime", "2026-03-01 9:05", "2026-03-01T09:05"),
        ("datetime", "2026-03-01T09:05", "2026-03-01T09:05"),
        ("datetime", datetime(2026, 3, 1, 9, 5), "2026-03-01T09:05"),
        ("choice", "重大", "high"),
        ("choice", "high", "high"),
        ("several", "重大、一般", ["high", "low"]),
        ("several", ["high"], ["high"]),
        ("several", ["", " "], None),
        ("several", "、", None),
        ("boolean", "是", True),
        ("boolean", "否", False),
        ("boolean", 1.0, True),
        ("boolean", False, False),
        ("party", "张三", {"kind": "person", "name": "张三", "number": ""}),
        (
            "party",
            {"kind": "自然人", "name": "张三"},
            {"kind": "person", "name": "张三", "number": ""},
        ),
        ("region", "510411", "510411"),
        ("region", 510411.0, "510411"),
        ("reference", "2026-0001", "openness.request/2026-0001"),
        ("reference", "openness.request/2026-0001", "openness.request/2026-0001"),
        ("attachments", [FILE], [FILE]),
        ("rows", [{"name": "甲", "n": "3"}], [{"name": "甲", "n": 3}]),
    ],
)
def test_a_value_is_stored_in_one_form(kind, raw, stored):
    assert parsed(FIELDS[kind], raw) == stored


@pytest.mark.parametrize(
    ("kind", "raw", "complaint"),
    [
        ("text", "a\x00b", "控制字符"),
        ("text", "两\n行", "控制字符"),
        ("text", "长" * 501, "最多500字"),
        ("text", ["a"], "应为文字"),
        ("integer", "十二", "不是数字"),
        ("integer", "1.5", "整数"),
        ("integer", "9" * 30, "16位"),
        ("integer", "9" * 300, "不是数字"),
        ("integer", True, "不是数字"),
        ("integer", float("nan"), "不是数字"),
        ("integer", float("inf"), "不是数字"),
        ("decimal", "1.234", "2位小数"),
        ("money", "1.234", "精确到分"),
        ("money", "=1+1", "不是数字"),
        ("date", "2026-02-30", "不是日期"),
        ("date", "20261301", "不是日期"),
        ("date", "1900-01-01", "1949年至2099年"),
        ("date", "soon", "不是日期"),
        ("datetime", "2026-03-01", "不是时间"),
        ("datetime", "2026-03-01 25:00", "不是时间"),
        ("choice", "特大", "可以填：一般、重大"),
        ("boolean", "也许", "是"),
        ("party", {"name": ""}, "姓名"),
        ("party", {"name": " "}, "姓名"),
        ("integer", Decimal("NaN"), "不是数字"),
        ("decimal", Decimal("Infinity"), "不是数字"),
        ("attachments", [FILE | {"size": True}], "已上传"),
        ("attachments", [FILE | {"size": -1}], "已上传"),
        ("attachments", [FILE | {"name": "../答复书.pdf"}], "已上传"),
        ("attachments", [FILE | {"name": "答复\x00.pdf"}], "已上传"),
        ("party", {"name": "张三", "age": 1}, "姓名"),
        ("region", "51041", "6、9或者12位"),
        ("reference", "petitions.case/1", "不是所指台账"),
        ("attachments", [{"digest": "x", "name": "a", "size": 1}], "已上传"),
        ("attachments", "a.pdf", "已上传"),
        ("rows", [{"n": 1}], "第1行缺少名称"),
        ("rows", [{"name": "甲", "n": "多"}], "第1行：数量“多”不是数字"),
        ("rows", [{"name": "甲"}] * 501, "1至500行"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_in_words(kind, raw, complaint):
    with pytest.raises(WrongValueError) as refused:
        parsed(FIELDS[kind], raw)
    assert complaint in refused.value.message.zh
    assert refused.value.message.en


def test_every_wrong_cell_of_a_table_is_named_by_row_and_column():
    rows = [{"name": "甲", "n": "很多"}, {"n": "2"}, {"name": "丙", "more": "x"}]
    with pytest.raises(WrongValueError) as refused:
        parsed(ROWS, rows)
    assert set(refused.value.cells) == {(0, "n"), (1, "name"), (2, "more")}
    assert refused.value.cells[1, "name"].zh == "明细第2行缺少名称。"


def test_a_number_outside_the_usual_range_is_warned_about_and_taken():
    field = FIELDS["integer"]
    assert parsed(field, "120") == 120
    warning = unlikely(field, 120)
    assert warning is not None
    assert "120件超出通常范围（0件至100件）" in warning.zh
    assert unlikely(field, 50) is None


@pytest.mark.parametrize(
    ("kind", "stored", "read"),
    [
        ("money", 123456, "1,234.56元"),
        ("integer", 1234, "1,234件"),
        ("choice", "high", "重大"),
        ("several", ["high", "low"], "重大、一般"),
        ("boolean", True, "是"),
        ("party", {"name": "张三"}, "张三"),
        ("datetime", "2026-03-01T09:05", "2026-03-01 09:05"),
        ("rows", [{}, {}], "2项"),
        ("date", None, "—"),
    ],
)
def test_a_stored_value_is_shown_as_people_read_it(kind, stored, read):
    assert shown(FIELDS[kind], stored) == read


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.text(max_size=30)
    | st.dates()
    | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(deadline=None)  # the machine may be busy
@given(st.sampled_from(sorted(FIELDS)), ANYTHING)
def test_anything_is_stored_in_a_form_that_can_be_chained_and_read_again_or_is_refused(kind, raw):
    field = FIELDS[kind]
    try:
        stored = parsed(field, raw)
    except WrongValueError:
        return
    canonical(stored)
    assert parsed(field, stored) == stored
    assert isinstance(shown(field, stored), str)


LIKELY = {
    "text": st.text(max_size=20),
    "integer": st.integers() | st.from_regex(r"[+-]?\d{1,3}(,\d{3})*(\.\d+)?件?", fullmatch=True),
    "decimal": st.decimals(allow_nan=True) | st.from_regex(r"-?\d{1,20}\.\d{0,3}", fullmatch=True),
    "money": st.integers() | st.from_regex(r"-?\d{1,18}(\.\d{1,3})?元?", fullmatch=True),
    "date": st.from_regex(r"\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?", fullmatch=True),
    "datetime": st.from_regex(r"\d{4}-\d{1,2}-\d{1,2}[ T]\d{1,2}:\d{2}(:\d{2})?", fullmatch=True),
    "several": st.lists(st.sampled_from(["low", "一般", "重大", "中"]), max_size=4),
    "region": st.from_regex(r"\d{5,13}(\.0)?", fullmatch=True),
    "reference": st.from_regex(r"(openness\.request/)?[\w-]{1,70}", fullmatch=True),
    "party": st.fixed_dictionaries(
        {"name": st.text(max_size=5)},
        optional={
            "kind": st.sampled_from(["person", "自然人", "dog"]),
            "number": st.text(max_size=5),
        },
    ),
    "attachments": st.lists(
        st.fixed_dictionaries(
            {
                "digest": st.from_regex(r"[0-9a-f]{63,65}", fullmatch=True),
                "name": st.text(max_size=9),
                "size": st.integers() | st.booleans(),
            }
        ),
        max_size=2,
    ),
    "rows": st.lists(
        st.fixed_dictionaries(
            {"name": st.text(max_size=4)}, optional={"n": st.integers() | st.text(max_size=4)}
        ),
        max_size=3,
    ),
}


@settings(deadline=None)  # the machine may be busy
@given(st.data(), st.sampled_from(sorted(LIKELY)))
def test_what_looks_like_a_value_is_stored_in_a_fixed_form_or_refused(data, kind):
    field, raw = FIELDS[kind], data.draw(LIKELY[kind])
    try:
        stored = parsed(field, raw)
    except WrongValueError:
        return
    canonical(stored)
    assert parsed(field, stored) == stored
    assert isinstance(shown(field, stored), str)


def test_every_kind_of_field_is_tried():
    assert {field.kind for field in FIELDS.values()} == set(get_args(FieldKind))
