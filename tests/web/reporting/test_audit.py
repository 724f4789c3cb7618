"""The audit of a report draft: what it finds is kept, explained, mended, and counted for the gate."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.conftest import AT, World
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import auditing, changing, existing_documents, keys, starting
from zhunsheng.web.reporting.held import held_of

WRONG = "全年接待来访887人次，其中信访306人次、投诉90人次、咨询430人次、其他77人次。"
RIGHT = WRONG.replace("887", "903")
WHOLE = {
    "duties": "县政府主要负责人主持政府常务会议学法12次，部署年度法治政府建设工作。",
    "shortcomings": "个别执法单位案卷制作不规范，原因是业务培训不够深入。",
    "arrangements": "组织执法人员分批轮训，年底前完成案卷评查并通报结果。",
}


class Drafting:
    """A coordinator who drafts last year's report of the county."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.user = world.person("统筹员", world.bureau, "coordinator")
        self.actor = world.actor(self.user)
        self.report = starting.start(self.actor, world.bureau, 2025, AT)

    def held(self):
        return held_of(self.actor, self.report.pk, AT.date())

    def add(self, chapter: str, text: str) -> Entry:
        return changing.add(self.actor, self.held(), chapter, text, AT)

    def whole(self, **changed: str) -> Drafting:
        for chapter, text in {**WHOLE, **changed}.items():
            self.add(chapter, text)
        return self

    def rewrite(self, entry: Entry, text: str) -> None:
        now = Entry.unscoped.get(pk=entry.pk)
        changing.write(self.actor, self.held(), now, now.version, text, AT)

    def audit(self) -> auditing.Audited:
        return auditing.keep(self.actor, self.report.pk, AT)

    def doubts(self, kind: str = "sum") -> list[Entry]:
        found = Entry.unscoped.filter(register=keys.DOUBT).order_by("pk")
        return [one for one in found if one.values["finding_kind"] == kind]


@pytest.fixture
def drafting(world: World) -> Drafting:
    return Drafting(world)


@pytest.fixture
def client(browse: Any, drafting: Drafting) -> Client:
    return browse(drafting.user)


def address(drafting: Drafting) -> str:
    return reverse("report_audit", args=[drafting.report.pk])


def run(client: Client, drafting: Drafting) -> Any:
    return client.post(reverse("report_audit_run", args=[drafting.report.pk]))


def explain(client: Client, drafting: Drafting, one: Entry, words: str) -> Any:
    return client.post(
        reverse("report_audit_explain", args=[drafting.report.pk, one.pk]),
        {"version": one.version, "explanation": words},
    )


def test_an_error_in_free_text_is_shown_with_its_words_arithmetic_and_advice(
    client: Client, drafting: Drafting
) -> None:
    paragraph = drafting.whole().add("disputes", WRONG)
    words = client.get(address(drafting)).content.decode()
    assert "全年接待来访887人次" in words
    assert "306 + 90 + 430 + 77 = 903 ≠ 887" in words
    assert "请核对总数和各分项" in words
    assert f"{reverse('report', args=[drafting.report.pk])}#p{paragraph.pk}" in words


def test_looking_keeps_nothing(client: Client, drafting: Drafting) -> None:
    drafting.whole().add("disputes", WRONG)
    lines = StoredLine.objects.count()
    client.get(address(drafting))
    assert not drafting.doubts()
    assert StoredLine.objects.count() == lines


def test_what_is_found_is_kept_as_entries(client: Client, drafting: Drafting) -> None:
    drafting.whole().add("disputes", WRONG)
    answer = run(client, drafting)
    assert answer.url == address(drafting)
    (kept,) = drafting.doubts()
    assert (kept.state, kept.values["severity"]) == ("open", "error")
    assert kept.values["arithmetic"] == "306 + 90 + 430 + 77 = 903 ≠ 887"


def test_another_audit_keeps_nothing_twice(drafting: Drafting) -> None:
    drafting.whole().add("disputes", WRONG)
    drafting.audit()
    before = Entry.unscoped.filter(register=keys.DOUBT).count()
    found = drafting.audit()
    assert Entry.unscoped.filter(register=keys.DOUBT).count() == before
    assert not found.new
    assert not found.gone


def test_what_was_put_right_is_mended(drafting: Drafting) -> None:
    paragraph = drafting.whole().add("disputes", WRONG)
    drafting.audit()
    drafting.rewrite(paragraph, RIGHT)
    drafting.audit()
    assert [one.state for one in drafting.doubts()] == ["mended"]


def test_what_comes_back_is_found_anew(drafting: Drafting) -> None:
    paragraph = drafting.whole().add("disputes", WRONG)
    for text in (WRONG, RIGHT, WRONG):
        drafting.rewrite(paragraph, text)
        drafting.audit()
    assert [one.state for one in drafting.doubts()] == ["mended", "open"]


def test_an_error_counts_until_it_is_explained(client: Client, drafting: Drafting) -> None:
    drafting.whole().add("disputes", WRONG)
    assert drafting.audit().errors_unexplained == 1
    (kept,) = drafting.doubts()
    assert explain(client, drafting, kept, "来访有重复计入，分项按事项计。").status_code == 302
    assert drafting.audit().errors_unexplained == 0
    words = client.get(address(drafting)).content.decode()
    assert "来访有重复计入，分项按事项计。" in words
    assert "没有未说明的错误" in words


def test_an_explanation_stands_while_other_paragraphs_change(
    client: Client, drafting: Drafting
) -> None:
    drafting.whole().add("disputes", WRONG)
    drafting.audit()
    explain(client, drafting, drafting.doubts()[0], "分项按事项计。")
    drafting.add("functions", "全县深化“高效办成一件事”改革，优化营商环境。")
    drafting.audit()
    assert [one.state for one in drafting.doubts()] == ["explained"]


def test_an_explanation_falls_away_when_the_words_change(
    client: Client, drafting: Drafting
) -> None:
    paragraph = drafting.whole().add("disputes", WRONG)
    drafting.audit()
    explain(client, drafting, drafting.doubts()[0], "分项按事项计。")
    drafting.rewrite(paragraph, WRONG.replace("887", "888"))
    assert drafting.audit().errors_unexplained == 1
    assert [one.state for one in drafting.doubts()] == ["mended", "open"]


def test_an_explanation_without_words_is_asked_for(client: Client, drafting: Drafting) -> None:
    drafting.whole().add("disputes", WRONG)
    drafting.audit()
    answer = explain(client, drafting, drafting.doubts()[0], " ")
    assert answer.status_code == 422
    assert [one.state for one in drafting.doubts()] == ["open"]


def test_somebody_elses_report_cannot_be_explained_by_its_number(
    client: Client, drafting: Drafting
) -> None:
    drafting.whole().add("disputes", WRONG)
    drafting.audit()
    other = reverse("report_audit_explain", args=[drafting.report.pk, drafting.report.pk])
    answer = client.post(other, {"version": 1, "explanation": "无"})
    assert answer.status_code == 404


def test_missing_chapters_are_errors(client: Client, drafting: Drafting) -> None:
    drafting.add("duties", WHOLE["duties"])
    found = drafting.audit()
    sections = {one.quote: one.severity for one in found.doubts if one.kind == "section"}
    assert list(sections.values()).count("error") == 2
    words = client.get(address(drafting)).content.decode()
    assert "还有2处错误没有说明，不能定稿" in words


def test_figures_of_the_text_are_set_against_the_registers(drafting: Drafting) -> None:
    drafting.whole().add("disputes", "全年受理行政复议案件3件。")
    found = drafting.audit()
    assert [one.arithmetic for one in found.doubts if one.kind == "register"] == ["0件 ≠ 3件"]


def test_targets_of_the_years_plan_are_asked_about(drafting: Drafting) -> None:
    plan = (
        "溪口县2025年法治政府建设工作要点\n一、重点任务\n1.提升能力。政府常务会议学法不少于15次。\n"
        "2.加强应诉。新建法治文化公园3个。\n"
    )
    _plan(drafting, plan)
    drafting.whole()
    found = {one.kind: one.severity for one in drafting.audit().doubts}
    assert found["plan_missed"] == "error"
    assert found["plan_unreported"] == "warning"


def _plan(drafting: Drafting, text: str) -> None:
    """Keep the plan of the year with its document, as confirming a draft does."""
    from zhunsheng.web.registers import uploads  # noqa: PLC0415

    file = existing_documents.keep_text(text)
    raw = {
        "name": "2025年计划", "kind": "annual", "year": 2025, "issuer": "溪口县人民政府",
        "issued": "2025-03-01", "document": [uploads.signed(drafting.user, file)],
    }  # fmt: skip
    made = actions.create(drafting.actor, "plan.plan", drafting.world.bureau, raw, AT)
    actions.take_step(
        drafting.actor, made.pk, made.version, "confirm", {"confirmed": "2025-03-02"}, AT
    )


def test_what_cannot_be_compared_is_said(client: Client, drafting: Drafting) -> None:
    drafting.whole()
    words = client.get(address(drafting)).content.decode()
    assert "没有2025年的年度计划，没有对照目标。" in words
    assert "没有2024年的报告，没有与上年对照。" in words


def test_a_paragraph_of_last_years_report_is_recognised(drafting: Drafting) -> None:
    text = (
        "一是部分乡镇承接赋权事项的能力还不强，执法人员配备不足，持证人员仅有86人；"
        "二是个别部门办理行政复议案件不够规范，答复材料提交不及时。"
    )
    _last_year(drafting, f"溪口县人民政府2024年度报告\n存在的不足\n{text}\n")
    drafting.whole(shortcomings=text.replace("86人", "91人"))
    (found,) = [one for one in drafting.audit().doubts if one.kind == "copied"]
    assert found.severity == "warning"


def _last_year(drafting: Drafting, text: str) -> None:
    file = existing_documents.keep_text(text)
    raw = {
        "year": 2024, "region": "溪口县", "indicator": "reconsideration.accepted",
        "label": "受理行政复议案件", "printed": "61件", "value": "61", "measure": "件",
        "quote": "受理行政复议案件61件", "source_title": file["name"],
        "source_digest": file["digest"], "position": 1,
    }  # fmt: skip
    from zhunsheng.engine.catalogue import catalogue  # noqa: PLC0415

    register = catalogue().register(keys.PAST_FIGURE).register
    raw[register.happened] = "2026-03-02"
    actions.create(drafting.actor, keys.PAST_FIGURE, drafting.world.bureau, raw, AT)


@pytest.mark.parametrize("show", ["error", "warning", "note", "explained", "nonsense"])
def test_doubts_are_shown_by_kind(client: Client, drafting: Drafting, show: str) -> None:
    drafting.whole().add("disputes", WRONG)
    page = client.get(address(drafting), {"show": show})
    assert page.status_code == 200
    shown = {row["group"] for row in page.context["rows"]}
    # Of a draft of one wrong paragraph: its sum, chapters without a word, its missing date; nobody explained.
    assert shown == ({show} if show in {"error", "warning", "note"} else set())


PLACES = ("own unit", "other unit", "above", "other government")
# a opens the audit    k keeps what is found    e explains it
MATRIX = {
    # the role               own unit  other unit  above  other government
    "reporter":              ("a",     "",         "",    ""),
    "approver":              ("a",     "",         "",    ""),
    "coordinator":           ("ake",   "ake",      "a",   ""),
    "leader":                ("a",     "a",        "a",   ""),
    "inspector":             ("a",     "a",        "a",   ""),
    "system_administrator":  ("",      "",         "",    ""),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", MATRIX)
def test_a_browser_finds_what_the_table_says(
    browse: Any, drafting: Drafting, role: str, place: str
) -> None:
    world = drafting.world
    drafting.whole().add("disputes", WRONG)
    drafting.audit()
    unit = {
        "own unit": world.bureau,
        "other unit": world.office,
        "above": Unit.objects.create(government=world.prefecture, code="sfj", name="云溪市司法局"),
        "other government": world.other_bureau,
    }[place]
    client = browse(world.person("某人", unit, role))
    opened = client.get(address(drafting)).status_code
    assert opened in {200, 403, 404}
    (kept,) = drafting.doubts()
    ran = run(client, drafting).status_code
    told = explain(client, drafting, kept, "分项按事项计。").status_code
    found = {"a": opened == 200, "k": ran == 302, "e": told == 302}
    assert {letter for letter, may in found.items() if may} == set(
        MATRIX[role][PLACES.index(place)]
    )


def test_nobody_who_is_not_logged_in_gets_anywhere(drafting: Drafting) -> None:
    assert Client().get(address(drafting)).url.startswith("/login/")
    assert run(Client(), drafting).url.startswith("/login/")


def test_pages_take_no_other_method(client: Client, drafting: Drafting) -> None:
    assert client.post(address(drafting)).status_code == 405
    assert client.get(reverse("report_audit_run", args=[drafting.report.pk])).status_code == 405


def test_more_paragraphs_and_doubts_ask_the_database_no_more(
    client: Client, drafting: Drafting
) -> None:
    drafting.whole().add("disputes", WRONG)
    drafting.audit()
    few = questions(client, address(drafting))
    for number in range(12):
        drafting.add("disputes", WRONG.replace("887", str(800 + number)))
    drafting.audit()
    assert questions(client, address(drafting)) <= few <= 40


def questions(client: Client, where: str) -> int:
    client.get(where)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(where).status_code == 200
    return len(asked)


def test_an_error_explained_yesterday_is_explained_today(
    client: Client, drafting: Drafting
) -> None:
    drafting.whole().add("disputes", WRONG)
    drafting.audit()
    explain(client, drafting, drafting.doubts()[0], "分项按事项计。")
    later = AT + timedelta(days=1)
    found = auditing.keep(drafting.world.actor(drafting.user), drafting.report.pk, later)
    assert found.errors_unexplained == 0


def test_users_names_stand_beside_what_they_explained(client: Client, drafting: Drafting) -> None:
    drafting.whole().add("disputes", WRONG)
    drafting.audit()
    explain(client, drafting, drafting.doubts()[0], "分项按事项计。")
    words = client.get(address(drafting)).content.decode()
    assert str(User.objects.get(pk=drafting.user.pk)) in words
