"""The pages of any register, as a browser asks for them."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from tests.web import golden
from tests.web.conftest import AT, REQUEST, World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.ledger import runs
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

POSTED = {key: value for key, value in REQUEST.items() if key != "applicant"} | {
    "applicant.kind": "person",
    "applicant.name": "某甲",
    "applicant.number": "X1",
}


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def created(world: World, user: User, **values: object) -> Entry:
    actor = world.actor(user)
    return actions.create(actor, "openness.request", world.bureau, REQUEST | values, AT)


def test_without_login_every_page_leads_to_the_login(db):
    for address in ("/", "/registers/", "/registers/openness.request/", "/entries/1/", "/ledger/"):
        response = Client().get(address)
        assert response.status_code == 302
        assert response.url.startswith("/login/")


def test_a_name_is_locked_after_five_wrong_passwords(world, reporter):
    client = Client()
    for _ in range(5):
        client.post("/login/", {"username": "填报员", "password": "错"})
    good = {"username": "填报员", "password": "正确的密码 2026"}
    assert client.post("/login/", good).status_code == 429
    assert "锁定" in text(client.post("/login/", good))


def test_login_leads_to_ones_work(world, reporter):
    client = Client()
    response = client.post(
        "/login/", {"username": "填报员", "password": "正确的密码 2026"}, follow=True
    )
    assert "今天要办什么" in text(response)


def test_pages_run_no_script_and_no_style_of_others(world, reporter, browse):
    response = browse(reporter).get("/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    scripts = html.fromstring(response.content).xpath("//script")
    assert all(script.get("src", "").startswith("/static/") for script in scripts)
    assert not any(script.text for script in scripts)
    assert b"style=" not in response.content


@pytest.mark.parametrize("name", golden.register_names())
def test_every_register_has_a_list_a_form_and_an_export(world, browse, name):
    register = catalogue().register(name).register
    client, label = browse(world.person("甲", world.bureau, *register.entered_by)), register.label
    assert label in text(client.get(reverse("list", args=[name])))
    form = client.get(reverse("new", args=[name]))
    assert f"新增{label}" in text(form)
    for labelled in html.fromstring(form.content).xpath("//label/@for"):
        assert html.fromstring(form.content).xpath(f"//*[@id='{labelled}']"), labelled
    export = client.get(reverse("list", args=[name]), {"as": "xlsx"})
    assert export.getvalue().startswith(b"PK")


def test_a_request_goes_from_receipt_to_reply_through_its_pages(world, reporter, approver, browse):
    clerk, head = browse(reporter), browse(approver)
    response = clerk.post(
        "/registers/openness.request/new/", POSTED | {"unit": world.bureau.pk}, follow=True
    )
    entry = Entry.unscoped.get()
    page = text(response)
    assert "某街道改造方案" in page
    assert "依申请公开答复期限 办理中（还有18个工作日）" in page
    clerk.post(f"/entries/{entry.pk}/steps/register/", {"version": 1})
    refused = clerk.post(
        f"/entries/{entry.pk}/steps/draft_reply/",
        {"version": 2, "outcome": "granted", "basis": "条例"},
    )
    assert refused.status_code == 422
    assert (
        "公开之前须作保密审查。（中华人民共和国政府信息公开条例（国务院令第711号）第十七条）"
        in text(refused)
    )
    fine = {"version": 2, "outcome": "granted", "basis": "条例", "secrecy_reviewed": "是"}
    assert clerk.post(f"/entries/{entry.pk}/steps/draft_reply/", fine).status_code == 302
    assert "没有办理这一环节的角色" in text(clerk.get(f"/entries/{entry.pk}/steps/reply/"))
    assert (
        head.post(
            f"/entries/{entry.pk}/steps/reply/", {"version": 3, "replied": "2026-03-02"}
        ).status_code
        == 302
    )
    entry.refresh_from_db()
    assert (entry.state, entry.late) == ("replied", False)
    assert "按期办结" in text(head.get(f"/entries/{entry.pk}/"))


def test_whoever_comes_too_late_for_a_step_is_led_to_the_entry_as_it_is_now(
    world, reporter, browse
):
    clerk = browse(reporter)
    clerk.post("/registers/openness.request/new/", POSTED | {"unit": world.bureau.pk})
    address = f"/entries/{Entry.unscoped.get().pk}/steps/register/"
    clerk.post(address, {"version": 1})
    for late in (clerk.get(address, follow=True), clerk.post(address, {"version": 1}, follow=True)):
        assert late.redirect_chain[-1][0] == f"/entries/{Entry.unscoped.get().pk}/"
        assert "可能已由他人办理" in text(late)
    assert clerk.get(address.replace("register/", "unheard_of/")).status_code == 404


def test_a_form_with_mistakes_keeps_what_was_typed_and_says_what_is_wrong(world, reporter, browse):
    response = browse(reporter).post(
        "/registers/openness.request/new/", POSTED | {"received": "明天", "channel": ""}
    )
    assert response.status_code == 422
    page = text(response)
    assert "收到申请日期“明天”不是日期" in page
    assert "请填写提交方式" in page
    assert b'value="\xe6\x98\x8e\xe5\xa4\xa9"' in response.content
    assert not Entry.unscoped.exists()


def test_personal_data_are_masked_outside_the_unit(world, reporter, browse):
    entry = created(world, reporter)
    assert "某甲" in text(browse(reporter).get(f"/entries/{entry.pk}/"))
    inspector = world.person("督察员", world.office, "inspector")
    page = text(browse(inspector).get(f"/entries/{entry.pk}/"))
    assert "某甲" not in page
    assert "个人信息，本单位以外不显示" in page
    export = browse(reporter).get("/registers/openness.request/", {"as": "xlsx"})
    with ZipFile(io.BytesIO(export.getvalue())) as book:
        assert all("某甲".encode() not in book.read(name) for name in book.namelist())


def test_what_one_may_not_see_is_not_found(world, reporter, browse):
    entry = created(world, reporter)
    stranger = world.person("外县", world.other_bureau, "reporter")
    for page in ("", "edit/", "steps/register/", "clocks/reply/"):
        assert browse(stranger).get(f"/entries/{entry.pk}/{page}").status_code == 404
    assert "某街道" not in text(browse(stranger).get("/registers/openness.request/"))


def test_the_second_of_two_editors_is_told_and_keeps_what_was_typed(world, reporter, browse):
    entry = created(world, reporter)
    client = browse(reporter)
    changed = {key: value for key, value in POSTED.items() if key != "unit"}
    assert (
        client.post(
            f"/entries/{entry.pk}/edit/", changed | {"version": 1, "subject": "甲"}
        ).status_code
        == 302
    )
    second = client.post(f"/entries/{entry.pk}/edit/", changed | {"version": 1, "subject": "乙"})
    assert second.status_code == 409
    assert "填报员在2026-03-02 10:00已改为：甲" in text(second)
    assert 'value="乙"'.encode() in second.content


def test_a_list_is_searched_filtered_and_sorted(world, reporter, browse):
    created(world, reporter, subject="供水管网图")
    created(world, reporter, subject="公交线路表", received="2026-01-05")
    client = browse(reporter)
    page = "/registers/openness.request/"
    assert "共 2 条" in text(client.get(page))
    assert "供水管网图" not in text(client.get(page, {"q": "公交"}))
    assert "共 1 条" in text(client.get(page, {"only": "late"}))
    assert "共 0 条" in text(client.get(page, {"state": "closed"}))
    assert text(client.get(page, {"sort": "due"})).index("公交") < text(
        client.get(page, {"sort": "due"})
    ).index("供水")
    assert client.get(page, {"page": "9999", "sort": "x", "q": "%_' OR 1=1"}).status_code == 200


def test_html_in_any_field_is_shown_as_text(world, reporter, browse):
    entry = created(world, reporter, subject="<script>alert(1)</script>", content="<b>粗</b>")
    client = browse(reporter)
    for page in (
        f"/entries/{entry.pk}/",
        "/registers/openness.request/",
        "/",
        f"/entries/{entry.pk}/edit/",
    ):
        assert b"<script>alert" not in client.get(page).content
        assert b"<b>" not in client.get(page).content


def test_a_formula_in_an_export_stays_text(world, reporter, browse):
    created(world, reporter, subject="=HYPERLINK(1)")
    export = browse(reporter).get("/registers/openness.request/", {"as": "xlsx"})
    with ZipFile(io.BytesIO(export.getvalue())) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "=HYPERLINK(1)" in sheet


def test_the_last_day_can_be_checked_day_by_day(world, reporter, browse):
    entry = created(world, reporter)
    response = browse(reporter).get(f"/entries/{entry.pk}/clocks/reply/")
    assert "2026-03-26" in text(response)
    assert "sha256-" in response["Content-Security-Policy"]
    assert browse(reporter).get(f"/entries/{entry.pk}/clocks/other/").status_code == 404


def test_my_work_shows_what_is_late_due_and_waiting(world, reporter, browse):
    created(world, reporter, subject="早就该答复", received="2026-01-05")
    created(world, reporter, subject="刚收到")
    page = text(browse(reporter).get("/"))
    assert "逾期 1 件" in page
    assert page.count("早就该答复") == 3  # late, waiting, and done by me
    assert "刚收到" in page


def test_the_ledger_is_verified_and_exported_by_those_who_may(world, reporter, browse, monkeypatch):
    created(world, reporter)
    auditor = world.person("审计管理员", world.bureau, "audit_administrator")
    monkeypatch.setattr(runs, "carry_out_beside", runs.carry_out)
    client = browse(auditor)
    assert "核对通过：1行账目" in text(client.post("/ledger/", follow=True))
    Entry.unscoped.update(title="改过")
    assert "核对不通过" in text(client.post("/ledger/", follow=True))
    assert b"".join(client.get("/ledger/export/").streaming_content).startswith(b'{"algorithm"')
    assert b"def verify" in client.get("/ledger/verifier/").content
    assert browse(reporter).get("/ledger/").status_code == 403


def test_changes_are_posted_with_a_token_only(world, reporter):
    entry = created(world, reporter)
    client = Client(enforce_csrf_checks=True)
    client.force_login(reporter, "django.contrib.auth.backends.ModelBackend")
    assert client.post(f"/entries/{entry.pk}/steps/register/", {"version": 1}).status_code == 403
    assert client.get(f"/entries/{entry.pk}/erase/").status_code == 405


@pytest.mark.parametrize("count", [1, 60])
def test_a_list_makes_no_more_queries_with_more_entries(
    world, reporter, browse, count, django_assert_max_num_queries
):
    for number in range(count):
        created(world, reporter, subject=f"事项{number}")
    client = browse(reporter)
    with django_assert_max_num_queries(12):
        assert client.get("/registers/openness.request/").status_code == 200
    entry = Entry.unscoped.first()
    with django_assert_max_num_queries(14):
        assert client.get(f"/entries/{entry.pk}/").status_code == 200
