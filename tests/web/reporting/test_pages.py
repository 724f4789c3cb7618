"""The pages of a report: what each shows and to whom, what it does, and in how many queries."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.reporting.conftest import DAY, Desk, at, of_kind
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import annex, changing, finalising, keys, starting

pytestmark = pytest.mark.django_db
MOST_QUERIES = 80


@pytest.fixture(autouse=True)
def one_table_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one table stand at the end of reports: the cells of all of them are not what pages are about."""
    monkeypatch.setattr(annex, "TABLES", ("openness.requests",))


@pytest.fixture
def report(desk: Desk) -> Entry:
    desk.asked_for(3)
    return desk.started()


@pytest.fixture
def coordinator(desk: Desk, on):
    return on(desk.person("coordinator"), DAY)


def _again(desk: Desk, entry: Entry) -> Entry:
    return Entry.unscoped.get(pk=entry.pk)


def _act(client, report: Entry, entry: Entry, do: str, **more: str):
    now = Entry.unscoped.get(pk=entry.pk)
    sent = {"do": do, "version": str(now.version), **more}
    return client.post(f"/reports/{report.pk}/paragraphs/{entry.pk}/", sent, follow=True)


def test_a_coordinator_drafts_from_the_page(desk: Desk, coordinator):
    desk.asked_for(3)
    assert "起草报告" in coordinator.get("/reports/").content.decode()
    answer = coordinator.post("/reports/start/", {"year": "2026"}, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "收到政府信息公开申请" in page or "申请" in page
    assert 'class="figure' in page
    again = coordinator.post("/reports/start/", {"year": "2026"})
    assert again.status_code == 422
    assert "已经有了" in again.content.decode()


@pytest.mark.parametrize("text", ["", "今年", "20261", "１２３４"])
def test_a_year_that_is_none_is_refused_with_a_reason(desk: Desk, coordinator, text: str):
    answer = coordinator.post("/reports/start/", {"year": text})
    assert answer.status_code == 422
    assert "请改年份" in answer.content.decode()


def test_only_coordinators_are_offered_to_draft(desk: Desk, report: Entry, on):
    client = on(desk.person("reporter"), DAY)
    assert "起草报告" not in client.get("/reports/").content.decode()
    assert client.post("/reports/start/", {"year": "2025"}).status_code == 403
    assert client.get(f"/reports/{report.pk}/add/").status_code == 403
    assert client.get(f"/reports/{report.pk}/more/").status_code == 403


def test_figures_lead_to_their_indicator_with_the_period(desk: Desk, report: Entry, coordinator):
    page = coordinator.get(f"/reports/{report.pk}/").content.decode()
    assert f'?period=2026&amp;place=g{desk.world.county.pk}"' in page


def test_a_unit_is_asked_writes_is_returned_writes_again_and_is_accepted(
    desk: Desk, report: Entry, coordinator, on
):
    office = desk.world.office
    asked = coordinator.post(
        f"/reports/{report.pk}/add/",
        {"chapter": "functions", "unit": str(office.pk), "request": "写营商环境。", "ask": "1"},
        follow=True,
    )
    assert "欠 1 段" in asked.content.decode()
    (one,) = [p for p in desk.held(report).paragraphs if p.unit_id == office.pk]
    writer = on(desk.person("reporter", office), DAY)
    assert f"/entries/{one.pk}/" in writer.get("/work/waiting/").content.decode()
    own = writer.get(f"/reports/{report.pk}/").content.decode()
    assert "写营商环境。" in own
    assert "只显示要您单位写的段落" in own
    address = f"/reports/{report.pk}/paragraphs/{one.pk}/write/"
    kept = writer.post(address, {"version": str(one.version), "text": "减少证明。", "keep": "1"})
    assert kept.status_code == 302
    back = _act(on(desk.person("coordinator"), DAY), report, one, "return", reason="请写数字。")
    assert "已退回" in back.content.decode()
    writer = on(desk.person("reporter", office), DAY)
    assert "请写数字。" in writer.get(address).content.decode()
    now = _again(desk, one)
    writer.post(address, {"version": str(now.version), "text": "减少证明12项。", "keep": "1"})
    done = _act(on(desk.person("coordinator"), DAY), report, one, "accept")
    assert "已采用" in done.content.decode()
    assert _again(desk, one).state == keys.ACCEPTED


def test_a_wrong_template_says_what_is_wrong_and_keeps_the_text(
    desk: Desk, report: Entry, coordinator
):
    one = desk.held(report).paragraphs[0]
    address = f"/reports/{report.pk}/paragraphs/{one.pk}/write/"
    sent = {"version": str(one.version), "text": "收到{申请}件，<b>", "keep": "1"}
    answer = coordinator.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "不成对" in page
    assert "收到{申请}件，&lt;b&gt;" in page
    assert _again(desk, one).version == one.version


def test_the_preview_shows_the_figures_and_keeps_nothing(desk: Desk, report: Entry, coordinator):
    one = desk.held(report).paragraphs[0]
    address = f"/reports/{report.pk}/paragraphs/{one.pk}/write/"
    text = "共收到{openness.request_new_all}，没有的{nothing.here}。"
    page = coordinator.post(address, {"text": text, "preview": "1"}).content.decode()
    assert ">3件</a>" in page
    assert "没有数：nothing.here" in page
    assert _again(desk, one).version == one.version


def test_places_are_found_by_the_words_of_their_indicator(desk: Desk, report: Entry, coordinator):
    one = desk.held(report).paragraphs[0]
    page = coordinator.get(
        f"/reports/{report.pk}/paragraphs/{one.pk}/write/?find=负责人出庭应诉率"
    ).content.decode()
    assert "{litigation.appearance}" in page


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(
    desk: Desk, report: Entry, coordinator
):
    one = desk.held(report).paragraphs[0]
    held = desk.held(report)
    changing.write(desk.coordinator(), held, one, one.version, "先写的。", at(DAY))
    address = f"/reports/{report.pk}/paragraphs/{one.pk}/write/"
    answer = coordinator.post(
        address, {"version": str(one.version), "text": "后写的。", "keep": "1"}
    )
    assert answer.status_code == 422
    assert "后写的。" in answer.content.decode()
    assert _again(desk, one).values["text"] == "先写的。"


def test_leaving_out_needs_a_reason_and_can_be_undone(desk: Desk, report: Entry, coordinator):
    one = desk.held(report).paragraphs[0]
    _act(coordinator, report, one, "leave_out", reason="")
    assert _again(desk, one).state == keys.WRITTEN
    _act(coordinator, report, one, "leave_out", reason="与另一段重复。")
    assert _again(desk, one).state == keys.LEFT_OUT
    assert "与另一段重复。" in coordinator.get(f"/reports/{report.pk}/").content.decode()
    _act(coordinator, report, one, "reopen")
    assert _again(desk, one).state == keys.WRITTEN


def test_several_are_accepted_at_once_and_moved(desk: Desk, report: Entry, coordinator):
    first = desk.paragraph(report, "第一段。", "digital")
    second = desk.paragraph(report, "第二段。", "digital")
    _act(coordinator, report, second, "up")
    assert [one.pk for one in desk.held(report).of_chapter("digital")] == [second.pk, first.pk]
    answer = coordinator.post(
        f"/reports/{report.pk}/accept/", {"one": [str(first.pk), str(second.pk)]}, follow=True
    )
    assert "已采用2段" in answer.content.decode()
    nothing = coordinator.post(f"/reports/{report.pk}/accept/", {"one": ["x", "0"]}, follow=True)
    assert "没有勾选" in nothing.content.decode()


def test_gates_say_what_is_still_to_do(desk: Desk, report: Entry, coordinator):
    page = coordinator.get(f"/reports/{report.pk}/final/").content.decode()
    held = desk.held(report)
    assert f"差{len(held.open)}" in page
    assert f"差{len(held.shortcomings)}" in page
    assert "请在“办理”里走到那一步" in page


def test_a_report_is_made_final_from_the_page(desk: Desk, report: Entry, coordinator):
    desk.accepted(report)
    desk.arranged(report)
    ready = desk.walked(report, keys.FINALISE)
    address = f"/reports/{report.pk}/final/"
    sent = {"version": str(ready.version), "as_of": "2027-01-20"}
    assert "还没有过完" in coordinator.post(address, sent).content.decode()
    refused = coordinator.post(address, sent | {"as_of": "2027-01-19"})
    assert refused.status_code == 422
    assert "审核查出的错误" in refused.content.decode()
    desk.explained(report)
    version = str(_again(desk, report).version)
    answer = coordinator.post(address, {"version": version, "as_of": "2027-01-19"}, follow=True)
    page = answer.content.decode()
    assert "已定稿" in page
    assert "report.docx" in page


def test_a_final_report_tells_which_figures_changed_since(desk: Desk, on):
    # Written on the day after its last figures came in: what comes in later changes nothing of it.
    desk.asked_for(3)
    report = desk.started("2027-01-18")
    desk.paragraph(report, "收到申请{openness.request_new_all}。", day="2027-01-18")
    desk.accepted(report, "2027-01-18")
    desk.arranged(report, "2027-01-18")
    ready = desk.walked(report, keys.FINALISE, DAY)
    held = desk.held(ready, DAY)
    finalising.finalise(desk.coordinator(), held, ready.version, finalising.last_day(held), at(DAY))
    client = on(desk.person("coordinator"), "2027-01-25")
    same = client.get(f"/reports/{report.pk}/").content.decode()
    assert "和台账里现在的数一致" in same
    desk.asked_for(2, "2026-12-30")
    page = client.get(f"/reports/{report.pk}/").content.decode()
    assert "收到申请<a" in page
    assert "（现在5件）" in page
    read = client.get(f"/reports/{report.pk}/read/").content.decode()
    assert ">3件</a>" in read
    assert 'id="fact-f1"' in read


def test_a_draft_tells_which_figures_changed_since_a_paragraph_was_accepted(desk: Desk, on):
    desk.asked_for(3)
    report = desk.started("2027-01-18")
    desk.paragraph(report, "收到申请{openness.request_new_all}。", day="2027-01-18")
    desk.accepted(report, "2027-01-18")
    desk.asked_for(2, "2026-12-30")
    client = on(desk.person("coordinator"), "2027-01-25")
    page = client.get(f"/reports/{report.pk}/?changes=1").content.decode()
    assert "（采用时3件）" in page or "采用以后没有数变化" in page


def test_two_days_stand_side_by_side_with_what_differs(desk: Desk, on):
    report = desk.started("2027-01-18")
    one = desk.paragraph(report, "办理案件多。", "disputes", day="2027-01-18")
    held = desk.held(report, "2027-01-20")
    changing.write(
        desk.coordinator("2027-01-20"), held, one, one.version, "办理案件少。", at("2027-01-20")
    )
    client = on(desk.person("coordinator"), "2027-01-21")
    page = client.get(
        f"/reports/{report.pk}/versions/?first=2027-01-18&second=2027-01-20"
    ).content.decode()
    assert "<del>多</del>" in page
    assert "<ins>少</ins>" in page
    wrong = client.get(f"/reports/{report.pk}/versions/?first=昨天")
    assert wrong.status_code == 400


def test_statements_not_proposed_are_listed_with_the_reason(desk: Desk, report: Entry, coordinator):
    page = coordinator.get(f"/reports/{report.pk}/more/").content.decode()
    more = starting.more_for(desk.coordinator(), desk.held(report))
    assert more.left
    assert more.left[0].why in page


@pytest.mark.parametrize("page", ["", "read/", "final/", "versions/", "more/", "add/"])
def test_pages_ask_a_fixed_number_of_questions(desk: Desk, report: Entry, coordinator, page: str):
    address = f"/reports/{report.pk}/{page}"
    coordinator.get(address)
    with CaptureQueriesContext(connection) as few:
        assert coordinator.get(address).status_code == 200
    for number in range(12):
        desk.paragraph(report, f"第{number}段，收到{{openness.request_new_all}}。", "digital")
    coordinator.get(address)
    with CaptureQueriesContext(connection) as many:
        assert coordinator.get(address).status_code == 200
    assert len(many) <= len(few) + 2
    assert len(many) <= MOST_QUERIES


def test_another_government_does_not_see_the_report(desk: Desk, report: Entry, on):
    stranger = desk.world.person("外人", desk.world.other_bureau, "coordinator")
    client = on(stranger, DAY)
    for page in ("", "read/", "final/", "versions/", "files/report.docx"):
        assert client.get(f"/reports/{report.pk}/{page}").status_code == 404


def test_a_unit_reads_the_whole_only_once_it_is_issued(desk: Desk, report: Entry, on):
    client = on(desk.person("reporter", desk.world.office), DAY)
    assert client.get(f"/reports/{report.pk}/").status_code == 200
    assert client.get(f"/reports/{report.pk}/read/").status_code == 404
    assert of_kind(desk.held(report), "statement")
    page = client.get(f"/reports/{report.pk}/").content.decode()
    assert 'class="paragraph' not in page
