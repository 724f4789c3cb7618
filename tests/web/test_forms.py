"""Forms: a widget for every kind, what was typed is kept, drafts, two editors, hostile text."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import AT, World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.values import MAX_ROWS
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers import actions, uploads
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry, Link
from zhunsheng.web.registers.posted import raw_of, row_count, sent_again

pytestmark = pytest.mark.usefixtures("casework")
NEW = "/registers/casework.inspection/new/"
FINE = {"place": "某食品店", "planned": "20260227", "responsible": "溪口县司法局"}
ROWS = {
    "findings.rows": "2",
    "findings.0.matter": "无证经营",
    "findings.0.amount": "1,200.50元",
    "findings.0.found": "2026年2月27日",
    "findings.0.grade": "light",
    "findings.1.matter": "账目不清",
}
PDF = b"%PDF-1.7 record"


def tree(response) -> html.HtmlElement:
    return html.fromstring(response.content)


def text(response) -> str:
    return " ".join(tree(response).text_content().split())


def made(world: World, user: User, register: str = "casework.inspection", **more: object) -> Entry:
    raw = FINE | more if register.endswith("inspection") else more
    return actions.create(world.actor(user), register, world.bureau, raw, AT)


def test_every_kind_of_field_has_its_widget(world, reporter, browse):
    page = tree(browse(reporter).get(NEW))
    assert {one.get("type") for one in page.xpath("//input[@name='origin']")} == {"radio"}
    groups = page.xpath("//select[@name='area']/optgroup/@label")
    assert groups == ["市场", "安全"]
    assert page.xpath("//input[@name='responsible']/@list") == ["list-unit"]
    assert "溪口县司法局" in page.xpath("//datalist[@id='list-unit']/option/@value")
    assert "990121" in page.xpath("//datalist[@id='list-region']/option/@value")
    assert "填报员" in page.xpath("//datalist[@id='list-person']/option/@value")
    assert page.xpath("//input[@name='evidence' and @type='file' and @multiple]")
    assert page.xpath("//input[@name='findings.0.matter']")
    assert "某市检查办法（2020）第三条" in page.text_content()
    assert "通常 2人—10人" in " ".join(page.text_content().split())


def test_what_one_types_is_stored_in_its_one_form(world, reporter, browse):
    response = browse(reporter).post(
        NEW,
        FINE
        | ROWS
        | {"value": "1,000元", "officers": "3", "ways.asked": "1", "ways": ["papers", "site"]}
        | {"serious": "是", "origin": "plan", "region": "990121", "court": "某市中级人民法院"},
    )
    assert response.status_code == 302
    values = Entry.unscoped.get().values
    assert values["planned"] == "2026-02-27"
    assert values["value"] == 100_000
    assert values["ways"] == ["papers", "site"]
    assert values["court"] == "某市中级人民法院"
    assert values["findings"][0] | {"by": None, "earlier": None} == {
        "matter": "无证经营",
        "amount": 120_050,
        "found": "2026-02-27",
        "grade": "light",
        "by": None,
        "earlier": None,
    }


def test_one_more_row_is_added_without_script_and_nothing_is_lost(world, reporter, browse):
    response = browse(reporter).post(NEW, FINE | ROWS | {"add_row": "findings"})
    page = tree(response)
    assert response.status_code == 200
    assert page.xpath("//input[@name='findings.rows']/@value") == ["3"]
    assert page.xpath("//input[@name='findings.1.matter']/@value") == ["账目不清"]
    assert page.xpath("//input[@name='place']/@value") == ["某食品店"]
    assert not Entry.unscoped.exists()
    fewer = tree(browse(reporter).post(NEW, FINE | ROWS | {"drop_row": "findings.0"}))
    assert fewer.xpath("//input[@name='findings.0.matter']/@value") == ["账目不清"]


@pytest.mark.parametrize(
    "button",
    [
        {"add_row": "officers"},
        {"add_row": "nothing"},
        {"drop_row": "officers.0"},
        {"drop_row": "findings.²"},
        {"drop_row": "findings"},
        {"pick": "a.b"},
        {"pick": "findings.².earlier=1"},
        {"pick": "findings.0.matter=1"},
        {"pick": "officers=x"},
        {"pick": ""},
        {"drop_draft": "1"},
        {"keep_draft": "1", "place": "某\x00"},
        {"findings.rows": "²"},
    ],
)
def test_a_made_up_button_breaks_nothing(world, reporter, browse, button):
    entry = made(world, reporter, officers="3", findings=[{"matter": "某"}])
    response = browse(reporter).post(f"/entries/{entry.pk}/edit/", {"version": 1} | button)
    assert response.status_code in {200, 302, 422}
    assert browse(reporter).get(f"/entries/{entry.pk}/edit/?draft=1").status_code == 200
    assert browse(reporter).get(f"{NEW}?before=%00&place=x").status_code == 200
    hostile = "/registers/casework.inspection/suggest/?for=%00&q=%00%25_'"
    assert browse(reporter).get(hostile).status_code == 200
    bad = {"matter": "某", "made": "2026-02-28", "before": "2026\x00:1"}
    assert browse(reporter).post("/registers/casework.penalty/new/", bad).status_code == 422


def test_many_rows_with_units_of_many_days_ask_for_each_unit_once(
    world, reporter, django_assert_max_num_queries
):
    raws = [
        FINE
        | {"planned": f"2026-02-{day:02}", "findings": [{"matter": "某", "by": "溪口县司法局"}]}
        for day in range(1, 28)
    ]
    with django_assert_max_num_queries(20):
        actions.create_many(world.actor(reporter), "casework.inspection", world.bureau, raws, AT)


def test_what_is_wrong_in_a_table_is_said_for_each_row_and_column(world, reporter, browse):
    wrong = ROWS | {
        "findings.0.amount": "很多",
        "findings.1.matter": "",
        "findings.1.found": "昨天",
    }
    response = browse(reporter).post(NEW, FINE | wrong)
    assert response.status_code == 422
    page = tree(response)
    links = page.xpath("//div[@id='problems']//a/@href")
    assert links == ["#findings.0.amount", "#findings.1.matter", "#findings.1.found"]
    for link in links:
        assert page.xpath(f"//*[@id='{link[1:]}']"), link
    said = text(response)
    assert "发现的问题第1行：涉及金额“很多”不是数字" in said
    assert "发现的问题第2行缺少问题" in said
    assert page.xpath("//input[@name='findings.0.amount']/@value") == ["很多"]


def test_more_rows_than_an_entry_holds_are_refused_and_not_built(world, reporter, browse):
    many = {f"findings.{n}.matter": "某" for n in range(MAX_ROWS + 1)}
    response = browse(reporter).post(NEW, FINE | many | {"findings.rows": "99999"})
    assert response.status_code == 422
    assert f"应为1至{MAX_ROWS}行" in text(response)


def test_a_unit_is_known_by_its_other_name_and_an_unknown_one_refused_with_near_ones(
    world, reporter, browse
):
    Unit.objects.filter(pk=world.office.pk).update(aliases=["县发改局"])
    entry = made(world, reporter, responsible="县发改局")
    assert entry.values["responsible"] == "溪口县发展和改革局"
    response = browse(reporter).post(NEW, FINE | {"responsible": "溪口县司法厅"})
    assert response.status_code == 422
    assert "没有“溪口县司法厅”这个单位。相近的有：溪口县司法局" in text(response)
    rows = [{"matter": "某", "by": "没有的局"}]
    with pytest.raises(InvalidError) as refused:
        made(world, reporter, findings=rows)
    assert set(refused.value.problems) == {"findings.0.by"}


def test_a_merged_unit_leads_to_the_one_that_goes_on_and_stays_in_old_entries(world, reporter):
    entry = made(world, reporter, responsible="溪口县发展和改革局")
    Unit.objects.filter(pk=world.office.pk).update(until=date(2026, 1, 1), successor=world.bureau)
    with pytest.raises(InvalidError, match="已经撤并，现为“溪口县司法局”"):
        made(world, reporter, responsible="溪口县发展和改革局")
    actor = world.actor(reporter)
    changed = actions.change(actor, entry.pk, entry.version, {"place": "改了"}, AT)
    assert changed.values["responsible"] == "溪口县发展和改革局"


def test_an_unlikely_number_is_asked_about_once_and_then_saved(world, reporter, browse):
    client = browse(reporter)
    first = client.post(NEW, FINE | {"officers": "40"})
    assert first.status_code == 200
    assert "超出通常范围" in text(first)
    assert not Entry.unscoped.exists()
    confirmed = tree(first).xpath("//input[@name='confirmed']/@value")
    assert client.post(NEW, FINE | {"officers": "50", "confirmed": confirmed}).status_code == 200
    assert client.post(NEW, FINE | {"officers": "40", "confirmed": confirmed}).status_code == 302
    entry = Entry.unscoped.get()
    again = FINE | {"officers": "40", "version": entry.version}
    assert client.post(f"/entries/{entry.pk}/edit/", again).status_code == 302


def test_all_that_is_wrong_and_all_that_is_unlikely_is_said_at_once(world, reporter, browse):
    file = SimpleUploadedFile("假.pdf", b"<script>")
    response = browse(reporter).post(
        NEW,
        {"place": "", "planned": "明天", "responsible": "没有的局", "officers": "40"}
        | {"findings.rows": "1", "findings.0.matter": "某", "findings.0.earlier": "2020-1"}
        | {"evidence.asked": "1", "evidence": file},
    )
    links = set(tree(response).xpath("//div[@role='alert']//a/@href"))
    assert links == {
        "#place",
        "#planned",
        "#responsible",
        "#findings.0.earlier",
        "#officers",
        "#evidence",
    }


def test_a_file_in_a_failing_form_is_kept_and_saved_with_the_next_try(world, reporter, browse):
    client = browse(reporter)
    file = SimpleUploadedFile("现场照片.pdf", PDF)
    failed = client.post(NEW, FINE | {"planned": "明天", "evidence.asked": "1", "evidence": file})
    assert failed.status_code == 422
    words = tree(failed).xpath("//input[@name='evidence' and @type='checkbox']/@value")
    assert len(words) == 1
    assert client.post(NEW, FINE | {"evidence.asked": "1", "evidence": words}).status_code == 302
    (held,) = Entry.unscoped.get().values["evidence"]
    assert held["name"] == "现场照片.pdf"


def test_a_file_that_is_not_what_it_says_is_told_beside_its_field(world, reporter, browse):
    file = SimpleUploadedFile("假.pdf", b"<script>")
    response = browse(reporter).post(NEW, FINE | {"evidence.asked": "1", "evidence": file})
    assert response.status_code == 422
    assert tree(response).xpath("//div[@id='problems']//a/@href") == ["#evidence"]
    assert not Entry.unscoped.exists()


def test_a_file_is_claimed_only_by_whoever_uploaded_it(world, reporter, approver):
    from zhunsheng.web.registers import files  # noqa: PLC0415

    held = files.keep("内部.pdf", PDF)
    foreign = uploads.signed(approver, held)
    for claim in ([held], [foreign], ["x.y.z"]):
        with pytest.raises(InvalidError, match="不是您上传的"):
            made(world, reporter, evidence=claim)
    assert made(world, reporter, evidence=[uploads.signed(reporter, held)]).values["evidence"] == [
        held
    ]


def test_a_reference_must_exist_and_be_visible_and_near_ones_are_offered(world, reporter, browse):
    inspection = made(world, reporter)
    client = browse(reporter)
    address = "/registers/casework.penalty/new/"
    posted = {"matter": "某案", "made": "2026-02-28"}
    refused = client.post(address, posted | {"before": "食品店"})
    assert refused.status_code == 422
    assert f"{inspection.number} 某食品店" in text(refused)
    (pick,) = tree(refused).xpath("//button[@name='pick']/@value")
    picked = client.post(address, posted | {"before": "食品店", "pick": pick})
    assert tree(picked).xpath("//input[@name='before']/@value") == [inspection.number]
    assert "某食品店" in text(picked)
    assert client.post(address, posted | {"before": inspection.number}).status_code == 302
    penalty = Entry.unscoped.get(register="casework.penalty")
    assert penalty.values["before"] == f"casework.inspection/{inspection.number}"
    assert Link.objects.get().target_id == inspection.pk
    elsewhere = world.person("外县", world.other_bureau, "reporter")
    with pytest.raises(InvalidError, match="没有编号为"):
        actions.create(
            world.actor(elsewhere),
            "casework.penalty",
            world.other_bureau,
            posted | {"before": f"990121:{inspection.number}"},
            AT,
        )


def test_an_entry_of_another_government_is_named_with_its_code(world, reporter):
    inspection = made(world, reporter)
    city = Unit.objects.create(government=world.prefecture, code="fzb", name="云溪市司法局")
    head = world.person("市统筹", city, "coordinator", "reporter")
    raw = {"matter": "市案", "made": "2026-02-28", "before": f"990121:{inspection.number}"}
    penalty = actions.create(world.actor(head), "casework.penalty", city, raw, AT)
    assert penalty.values["before"] == f"casework.inspection/990121:{inspection.number}"
    assert penalty.links.get().target_id == inspection.pk


def test_suggestions_hold_only_what_may_be_seen(world, reporter, browse):
    made(world, reporter)
    address = "/registers/casework.inspection/suggest/?for=990121&q=食品"
    (found,) = browse(reporter).get(address).json()["matches"]
    assert (found["number"], found["title"]) == ("2026-00001", "某食品店")
    stranger = world.person("外县", world.other_bureau, "reporter")
    assert browse(stranger).get(address).json()["matches"] == []


def test_links_follow_what_an_entry_refers_to(world, reporter):
    one, other = made(world, reporter), made(world, reporter)
    actor = world.actor(reporter)
    rows = [{"matter": "旧账", "earlier": one.number}]
    entry = made(world, reporter, findings=rows)
    assert list(entry.links.values_list("field", "target")) == [("findings.0.earlier", one.pk)]
    rows[0]["earlier"] = other.number
    entry = actions.change(actor, entry.pk, entry.version, {"findings": rows}, AT)
    assert list(entry.links.values_list("target", flat=True)) == [other.pk]
    entry = actions.change(actor, entry.pk, entry.version, {"findings": []}, AT)
    assert not entry.links.exists()
    rows[0]["earlier"] = entry.number
    with pytest.raises(InvalidError, match="本件自己"):
        actions.change(actor, entry.pk, entry.version, {"findings": rows}, AT)


NAMES = st.sampled_from(
    [
        "place",
        "firm.name",
        "findings.rows",
        "findings.0.matter",
        "findings.1.earlier",
        "ways",
        "ways.asked",
        "evidence",
        "evidence.asked",
        "add_row",
        "pick",
        "drop_row",
        "officers",
        "x",
    ]
)


@given(st.lists(st.tuples(NAMES, st.text(max_size=40)), max_size=20))
def test_whatever_a_browser_sends_becomes_raw_values_or_nothing(pairs):
    catalogue()
    sent = sent_again(pairs)
    register = catalogue().register("openness.request").register
    from tests.web.casework.registers import INSPECTION  # noqa: PLC0415

    raw = raw_of(INSPECTION.fields, sent)
    assert raw.keys() <= {field.key for field in INSPECTION.fields}
    assert 0 <= row_count("findings", sent) <= MAX_ROWS + 1
    raw_of(register.fields, sent)


@given(text=st.text(max_size=80))
def test_no_word_but_a_signed_one_claims_a_file(text):
    assert uploads.file_of(User(pk=1), text) is None


@pytest.mark.parametrize("sent", ["0", "-1", "９", "1e9", "99999999999", "٣"])
def test_a_wrong_number_of_rows_is_none_or_bounded(sent):
    assert row_count("t", sent_again([("t.rows", sent)])) <= MAX_ROWS + 1
