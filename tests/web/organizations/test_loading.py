"""Governments, units and people from a workbook, all or nothing."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from tests.web.conftest import AT
from zhunsheng.web.organizations.loading import SHEETS, load
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
from zhunsheng.web.workbooks import ImportingError

GOVERNMENTS = [["990100", "云溪市", "市级", ""], ["990121", "溪口县", "县级", "990100"]]
UNITS = [["990121", "sfj", "溪口县司法局", "县司法局、司法局"]]
PEOPLE = [
    ["clerk", "某填报员", "990121", "sfj", "填报员"],
    ["auditor", "某审计员", "990121", "sfj", "审计管理员"],
]
pytestmark = pytest.mark.django_db


def workbook(governments=GOVERNMENTS, units=UNITS, people=PEOPLE) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for (name, heads), rows in zip(SHEETS.items(), (governments, units, people), strict=True):
            sheet = book.add_worksheet(name)
            for number, row in enumerate([list(heads), *rows]):
                for column, cell in enumerate(row):
                    sheet.write(number, column, cell)
    return out.getvalue()


def test_a_workbook_brings_in_governments_units_and_people_with_first_passwords():
    loaded = load(workbook(), AT)
    assert (loaded.governments, loaded.units, loaded.people) == (2, 1, 2)
    assert Government.objects.get(code="990121").path == "990100/990121/"
    assert Unit.objects.get().aliases == ["县司法局", "司法局"]
    clerk = User.objects.get(username="clerk")
    assert clerk.check_password(loaded.passwords["clerk"])
    assert Assignment.objects.get(user=clerk).role == "reporter"


def test_a_second_time_names_are_brought_up_to_date_and_nobody_gets_a_new_password():
    load(workbook(), AT)
    loaded = load(workbook(units=[["990121", "sfj", "溪口县司法局（新）", ""]]), AT)
    assert loaded.passwords == {}
    assert Unit.objects.get().name == "溪口县司法局（新）"
    assert User.objects.count() == 2


def test_what_is_below_a_government_moves_with_it():
    load(workbook(), AT)
    top = Government.objects.create(code="990000", name="云岭省", level="province")
    prefecture = Government.objects.get(code="990100")
    prefecture.parent = top
    prefecture.save()
    assert Government.objects.get(code="990121").path == "990000/990100/990121/"


@pytest.mark.parametrize(
    ("parts", "complaint"),
    [
        ({"governments": [["990121", "溪口县", "区级", ""]]}, "“政府”表第2行.*级别"),
        ({"governments": [["990121", "溪口县", "县级", "990100"]]}, "上一级"),
        ({"units": [["990999", "sfj", "某局", ""]]}, "“单位”表第2行"),
        ({"people": [["clerk", "某", "990121", "fgj", "填报员"]]}, "“人员”表第2行"),
        ({"people": [["clerk", "某", "990121", "sfj", "局长"]]}, "没有局长这样的角色"),
        ({"people": [["a", "某", "990121", "sfj", "系统管理员、审计管理员"]]}, "三员分立"),
        ({"people": [["a", "某", "990121", "sfj", "系统管理员、填报员"]]}, "不能兼任"),
    ],
)
def test_one_mistake_and_nothing_is_brought_in(parts, complaint):
    with pytest.raises(ImportingError, match=complaint):
        load(workbook(**parts), AT)
    assert not Government.objects.exists()
    assert not User.objects.exists()


def test_a_workbook_without_the_sheets_is_refused():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("别的")
    with pytest.raises(ImportingError, match="没有“政府”这张表"):
        load(out.getvalue(), AT)
