"""The pages for managing: what each shows and does, and to whom."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
import xlsxwriter
from lxml import html

from tests.web.conftest import AT
from tests.web.organizations.conftest import Site
from zhunsheng.web.organizations import actions, people
from zhunsheng.web.organizations.loading import SHEETS
from zhunsheng.web.organizations.models import Assignment, Government, Unit, UnitGroup, User
from zhunsheng.web.registers.verifying import verify_all


def text(response) -> str:
    return " ".join(" ".join(html.fromstring(response.content).itertext()).split())


@pytest.fixture
def system(site: Site, browse):
    return browse(site.administrator("system").user)


@pytest.fixture
def security(site: Site, browse):
    return browse(site.administrator("security").user)


@pytest.fixture
def audit(site: Site, browse):
    return browse(site.administrator("audit").user)


def test_the_hub_shows_to_each_what_there_is_to_manage(site: Site, system, security, audit, browse):
    clerk = browse(site.person("填报员", site.bureau, "reporter"))
    hubs = [text(client.get("/manage/")) for client in (system, security, audit, clerk)]
    for way, whose in {
        "政府和单位": (1, 1, 1, 1),
        "人员和角色": (1, 1, 1, 0),
        "从工作簿导入": (1, 1, 0, 0),
        "登录日志": (0, 0, 1, 0),
        "外出代行": (1, 1, 1, 1),
    }.items():
        assert [way in hub for hub in hubs] == [bool(one) for one in whose], way


def test_a_unit_is_renamed_merged_and_keeps_its_past_on_its_page(site: Site, system):
    page = f"/manage/units/{site.office.pk}/"
    assert system.post(f"{page}rename/", {"name": "溪口县发展改革局", "on": "20260301"}).url == page
    shown = text(system.get(page))
    assert "溪口县发展和改革局 — 2026-02-28" in shown
    system.post(f"{page}aliases/", {"aliases": "县发改局、发改局，发改"})
    assert Unit.objects.get(pk=site.office.pk).aliases == ["县发改局", "发改局", "发改"]
    system.post(f"{page}merge/", {"into": site.bureau.pk, "on": "2026-03-02"})
    assert "由溪口县司法局承继" in text(system.get(page))
    assert "溪口县发展改革局" in text(system.get(f"/manage/units/{site.bureau.pk}/"))
    assert "已撤并的单位（1个）" in text(system.get(f"/manage/governments/{site.county.pk}/"))
    assert verify_all().faults == ()


@pytest.mark.parametrize(
    ("do", "typed", "complaint"),
    [
        ("rename", {"name": "", "on": "2026-03-01"}, "请填写名称"),
        ("rename", {"name": "新局", "on": "明天"}, "不是日期"),
        ("rename", {"name": "新局"}, "请填写启用日期"),
        ("merge", {"into": "x", "on": "2026-03-01"}, "请选择并入哪个单位"),
        ("merge", {"into": "9" * 400, "on": "2026-03-01"}, "请选择并入哪个单位"),
        ("end", {"on": "3000-01-01"}, "2099"),
        ("aliases", {"aliases": "、".join(f"别称{n}" for n in range(30))}, "不超过20个"),
    ],
)
def test_a_form_of_a_unit_says_what_is_wrong_and_changes_nothing(
    site: Site, system, do, typed, complaint
):
    response = system.post(f"/manage/units/{site.office.pk}/{do}/", typed)
    assert response.status_code == 422
    assert complaint in text(response)
    unit = Unit.objects.get(pk=site.office.pk)
    assert (unit.name, unit.until) == ("溪口县发展和改革局", None)


def test_a_government_gets_units_groups_and_governments_below(site: Site, system):
    page = f"/manage/governments/{site.county.pk}/"
    system.post(f"{page}add-unit/", {"code": "jyj", "name": "溪口县教育局", "aliases": "县教育局"})
    made = Unit.objects.get(code="jyj")
    system.post(f"{page}add-group/", {"name": "各局", "members": [site.bureau.pk, made.pk]})
    assert "2个单位" in text(system.get(page))
    group = UnitGroup.objects.get()
    system.post(f"{page}set-members/", {"group": group.pk, "members": [made.pk]})
    assert "1个单位" in text(system.get(page))
    system.post(f"{page}add-government/", {"code": "990121001", "name": "石桥镇", "level": "town"})
    assert Government.objects.get(code="990121001").parent == site.county
    system.post(f"{page}rename/", {"name": "溪口区", "on": "2026-03-01"})
    assert "2026-02-28以前称溪口县" in text(system.get(page))
    assert "已有单位使用" in text(system.post(f"{page}add-unit/", {"code": "jyj", "name": "某局"}))
    assert system.post(f"{page}burn/").status_code == 404
    assert verify_all().faults == ()


def test_a_person_is_added_given_a_role_and_it_is_withdrawn(site: Site, system, security):
    made = system.post(
        "/manage/people/new/",
        {"full_name": "某填报员", "username": "clerk", "unit": site.office.pk},
    )
    (password,) = html.fromstring(made.content).xpath("//*[@id='password']/text()")
    user = User.objects.get(username="clerk")
    assert user.check_password(password)
    page = f"/manage/people/{user.pk}/"
    assert "授予角色" not in text(system.get(page))
    given = {"role": "reporter", "unit": site.office.pk, "since": "", "until": "2026-12-31"}
    assert system.post(f"{page}assign/", given).status_code == 403
    security.post(f"{page}assign/", given)
    assert "填报员 溪口县发展和改革局" in text(security.get(page))
    refused = security.post(f"{page}assign/", given | {"role": "audit_administrator"})
    assert refused.status_code == 422
    assert "不能兼任" in text(refused)
    security.post(f"{page}withdraw/", {"assignment": user.assignments.get().pk})
    assert "以前的角色（1项）" in text(security.get(page))
    system.post(f"{page}close/")
    assert "已停用" in text(system.get(page))
    system.post(f"{page}open/")
    system.post(f"{page}change/", {"full_name": "改了名", "unit": site.bureau.pk})
    assert "改了名" in text(system.get(page))
    assert verify_all().faults == ()


def test_people_are_found_by_name_role_and_state(site: Site, audit):
    site.person("虚构张三", site.office, "reporter")
    people.deactivate(None, site.person("虚构李四", site.bureau), AT)
    assert "张三" in text(audit.get("/manage/people/", {"q": "张三"}))
    assert "李四" not in text(audit.get("/manage/people/", {"q": "张三"}))
    assert "李四" not in text(audit.get("/manage/people/", {"role": "reporter"}))
    assert "张三" not in text(audit.get("/manage/people/", {"only": "closed"}))
    assert audit.get("/manage/people/", {"q": "\x00%_'", "page": "x"}).status_code == 200


def test_what_is_elsewhere_is_not_found(site: Site, system):
    stranger = site.person("外县的人", site.other_bureau)
    for page in (
        f"/manage/people/{stranger.pk}/",
        f"/manage/units/{site.other_bureau.pk}/",
        f"/manage/governments/{site.other_county.pk}/",
        "/manage/units/999999/",
    ):
        assert system.get(page).status_code == 404
    assert system.post(f"/manage/people/{stranger.pk}/close/").status_code == 404


def test_one_arranges_who_stands_in_and_takes_it_back(site: Site, browse):
    absent = site.person("某甲", site.bureau, "reporter")
    stand_in = site.person("某乙", site.office)
    client, other = browse(absent), browse(stand_in)
    typed = {
        "roles": [absent.assignments.get().pk],
        "stand_in": stand_in.pk,
        "since": "20260302",
        "until": "20260309",
    }
    wrong = client.post("/manage/absence/", typed | {"until": "2026-03-01"})
    assert wrong.status_code == 422
    assert "止日不能早于起日" in text(wrong)
    assert "请选择代行的同事" in text(client.post("/manage/absence/", typed | {"stand_in": ""}))
    assert client.post("/manage/absence/", typed).status_code == 302
    assert "某乙 溪口县司法局 填报员 2026-03-02 / 2026-03-09" in text(
        client.get("/manage/absence/")
    )
    assert "代某甲：溪口县司法局 填报员" in text(other.get("/manage/absence/"))
    made = Assignment.objects.exclude(stands_in_for=None).get()
    assert other.post(f"/manage/absence/{made.pk}/recall/").status_code == 403
    client.post(f"/manage/absence/{made.pk}/recall/")
    assert "代某甲" not in text(other.get("/manage/absence/"))
    assert verify_all().faults == ()


def workbook(people_rows: list[list[str]], units: list[list[str]] | None = None) -> io.BytesIO:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for (name, heads), rows in zip(SHEETS.items(), ([], units or [], people_rows), strict=True):
            sheet = book.add_worksheet(name)
            for number, row in enumerate([list(heads), *rows]):
                sheet.write_row(number, 0, row)
    out.seek(0)
    out.name = "people.xlsx"
    return out


def test_a_workbook_is_checked_first_and_kept_when_asked(site: Site, system, security):
    rows = [["clerk", "某填报员", "990121", "fgj", ""]]
    units = [["990121", "jyj", "溪口县教育局", ""]]
    checked = system.post("/manage/import/", {"file": workbook(rows, units)})
    assert "没有问题，还没有导入" in text(checked)
    assert not User.objects.filter(username="clerk").exists()
    kept = system.post("/manage/import/", {"file": workbook(rows, units), "keep": "1"})
    assert "已导入0个政府、1个单位、1名人员" in text(kept)
    (password,) = html.fromstring(kept.content).xpath("//td/code/text()")
    assert User.objects.get(username="clerk").check_password(password)
    with_role = [["clerk", "某填报员", "990121", "fgj", "填报员"]]
    assert "安全管理员" in text(system.post("/manage/import/", {"file": workbook(with_role)}))
    security.post("/manage/import/", {"file": workbook(with_role), "keep": "1"})
    assert Assignment.objects.get(user__username="clerk").role == "reporter"
    assert verify_all().faults == ()


def test_all_wrong_rows_are_named_and_nothing_is_kept(site: Site, system):
    rows = [
        ["a", "某", "990121", "none", ""],
        ["good", "某", "990121", "fgj", ""],
        ["b c", "某", "990121", "fgj", ""],
        ["d", "某", "990122", "sfj", ""],
    ]
    response = system.post("/manage/import/", {"file": workbook(rows), "keep": "1"})
    assert response.status_code == 422
    cells = html.fromstring(response.content).xpath("//td[@class='number']/text()")
    assert cells == ["2", "4", "5"]
    assert not User.objects.filter(username="good").exists()


def test_a_file_that_is_no_workbook_is_refused_and_the_template_is_one(site: Site, system, audit):
    broken = io.BytesIO(b"PK nothing")
    broken.name = "x.xlsx"
    assert system.post("/manage/import/", {"file": broken}).status_code == 422
    assert "请选择" in text(system.post("/manage/import/"))
    content = system.get("/manage/import/template/").content
    assert ZipFile(io.BytesIO(content)).testzip() is None
    assert audit.get("/manage/import/template/").status_code == 403


def test_the_log_of_logins_is_the_audit_administrators(site: Site, system, security, audit, browse):
    for client in (system, security):
        assert client.get("/manage/logins/").status_code == 403
    browse(site.person("外县的人", site.other_bureau))
    shown = text(audit.get("/manage/logins/"))
    assert "system-990121-sfj" in shown
    assert "外县的人" not in shown
    assert audit.get("/manage/logins/", {"q": "\x00", "outcome": "x"}).status_code == 200


def test_html_in_any_name_is_shown_as_text(site: Site, system):
    bad = "<script>alert(1)</script>"
    unit = actions.add_unit(None, site.county, "x", bad, AT, aliases=["<b>粗</b>"])
    user = site.person("某人", unit)
    people.change_person(None, user, "<i>斜</i>", unit, AT)
    for page in (
        f"/manage/governments/{site.county.pk}/",
        f"/manage/units/{unit.pk}/",
        f"/manage/people/{user.pk}/",
        "/manage/people/",
        "/manage/absence/",
    ):
        content = system.get(page).content
        assert b"<script>alert" not in content
        assert b"<b>" not in content
        assert b"<i>" not in content


def test_pages_ask_for_little_however_many_there_are(
    site: Site, system, django_assert_max_num_queries
):
    for number in range(30):
        unit = actions.add_unit(None, site.county, f"u{number}", f"第{number}局", AT)
        site.person(f"人{number}", unit, "reporter")
    for page in (
        "/manage/",
        "/manage/people/",
        f"/manage/governments/{site.county.pk}/",
        f"/manage/units/{site.bureau.pk}/",
        "/manage/absence/",
    ):
        with django_assert_max_num_queries(14):
            assert system.get(page).status_code == 200


def test_every_label_belongs_to_something(site: Site, system, security):
    user = site.person("某人", site.bureau, "reporter")
    for client in (system, security):
        for page in (
            f"/manage/governments/{site.county.pk}/",
            f"/manage/units/{site.bureau.pk}/",
            f"/manage/people/{user.pk}/",
            "/manage/people/",
            "/manage/absence/",
            "/manage/import/",
        ):
            tree = html.fromstring(client.get(page).content)
            ids = tree.xpath("//@id")
            assert len(ids) == len(set(ids)), page
            for labelled in tree.xpath("//label/@for"):
                assert labelled in ids, (page, labelled)
            assert not tree.xpath("//@style")
