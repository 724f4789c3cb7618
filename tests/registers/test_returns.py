"""Returns: sheets in a prescribed form, filled from the entries of one register."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from zhunsheng.engine.catalogue import Catalogue, catalogue
from zhunsheng.engine.contents import DomainContents
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.returns import Reported, Return, ReturnColumn

VISITS = Register(
    key="visit",
    label="走访",
    shape="event",
    basis="示例",
    says="走访记录。",
    title="place",
    happened="on",
    face=("on",),
    fields=(
        Field(key="place", label="地点", required=True),
        Field(key="on", label="日期", kind="date", required=True),
        Field(key="spent", label="费用", kind="money"),
        Field(key="people", label="人数", kind="integer"),
        Field(key="way", label="方式", kind="choice", choices=(Choice(key="foot", label="步行"),)),
        Field(key="host", label="接待人", kind="person", personal=True),
    ),
)


def sheet(**more) -> Return:
    given = {
        "key": "visits",
        "label": "走访表",
        "basis": "示例",
        "register": "visit",
        "day": "on",
        "columns": (ReturnColumn("地点", "place"),),
    }
    return Return(**given | more)


def domain(one: Return) -> DomainContents:
    return DomainContents(
        key="visits", label="走访", clocks=(), rules=(), registers=(VISITS,), returns=(one,)
    )


def test_a_cell_is_what_a_spreadsheet_counts_with_and_blank_where_nothing_is():
    columns = (
        ReturnColumn("日期", "on"),
        ReturnColumn("费用", "spent"),
        ReturnColumn("人数", "people"),
        ReturnColumn("方式", "way"),
        ReturnColumn("单位", lambda one: one.unit),
        ReturnColumn("没有", lambda _: None),
        ReturnColumn("另填"),
    )
    values = {"place": "甲处", "on": "2026-03-02", "spent": 1250, "way": "foot"}
    reported = Reported(values=values, number="2026-00001", unit="某局", government="某县")
    cells = sheet(columns=columns).cells(VISITS, reported)
    assert cells == [date(2026, 3, 2), Decimal("12.5"), "", "步行", "某局", "", ""]


def test_only_what_a_return_includes_is_reported():
    walked = sheet(includes=lambda visit: visit.get("way") == "foot")
    reported = {"number": "1", "unit": "某局", "government": "某县"}
    assert walked.covers(Reported(values={"way": "foot"}, **reported))
    assert not walked.covers(Reported(values={}, **reported))


@pytest.mark.parametrize(
    ("one", "complaint"),
    [
        (sheet(register="gone"), "没有台账gone"),
        (sheet(day="place"), "应为日期"),
        (sheet(columns=(ReturnColumn("地点", "nowhere"),)), "没有这些字段"),
        (sheet(columns=(ReturnColumn("接待人", "host"),)), "个人信息"),
    ],
)
def test_a_return_that_its_register_cannot_fill_is_refused(one, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        Catalogue([domain(one)])


def test_a_return_may_hold_personal_data_where_it_says_so():
    one = sheet(columns=(ReturnColumn("接待人", "host"),), personal=True)
    assert Catalogue([domain(one)]).prescribed("visits.visits").prescribed is one


@pytest.mark.parametrize("columns", [(), (ReturnColumn("甲"), ReturnColumn("甲"))])
def test_a_return_without_columns_or_with_a_head_twice_is_refused(columns):
    with pytest.raises(DeclarationError, match="各不相同的表头"):
        sheet(columns=columns)


def test_every_return_of_the_catalogue_fills_a_row_from_next_to_nothing():
    for named in catalogue().returns():
        reported = Reported(values={}, number="2026-00001", unit="某局", government="某县")
        cells = named.prescribed.cells(named.register.register, reported)
        assert len(cells) == len(named.prescribed.columns)


def test_the_publicity_of_a_penalty_has_its_amounts_in_ten_thousands():
    named = catalogue().prescribed("penalty.publicity")
    values = {
        "party": {"kind": "organization", "name": "某甲公司（虚构）", "number": "9" * 18},
        "party_kind": "organization",
        "penalties": ["fine", "warning"],
        "fine": 5_000_00,
        "outcome": "penalty",
        "decided": "2026-03-02",
    }
    reported = Reported(values=values, number="2026-00001", unit="某局", government="某县")
    heads = [column.head for column in named.prescribed.columns]
    cells = named.prescribed.cells(named.register.register, reported)
    row = dict(zip(heads, cells, strict=True))
    assert named.prescribed.covers(reported)
    assert row["罚款金额（万元）"] == Decimal("0.5")
    assert row["处罚内容"] == "警告、罚款；罚款5,000.00元"
    assert row["行政相对人代码_1（统一社会信用代码）"] == "9" * 18
    assert row["证件号码"] == ""
