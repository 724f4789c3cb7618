"""Pages of draws: who is in and who is out, the draw before two people, and the files to repeat it with."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from django.urls import reverse
from lxml import html

from tests.web.conftest import AT
from tests.web.test_language import english, left_in_chinese
from zhunsheng.engine.ledger import verifier as of_ledger
from zhunsheng.web.draws import actions as drawing
from zhunsheng.web.draws.models import Draw
from zhunsheng.web.registers.models import Entry

TWO = {"mode": "two", "number": "0417"}


def text(response) -> str:
    (main,) = html.fromstring(response.content).xpath("//main")
    return " ".join(main.text_content().split())


def download(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.fixture
def pages(bureau, browse):
    """Get the bureau with a browser for who enters and one for who approves."""
    bureau.clerk, bureau.overseer = browse(bureau.reporter), browse(bureau.approver)
    return bureau


def test_two_people_draw_and_the_visits_are_entered(pages):
    clerk, overseer = pages.clerk, pages.overseer
    start = reverse("draw_start", args=[pages.plan.pk])
    assert start in clerk.get(reverse("draws")).content.decode()
    assert start in clerk.get(reverse("record", args=[pages.plan.pk])).content.decode()
    seen = text(clerk.get(start))
    assert "从30个对象中抽取6个，每个对象从4名检查人员中选派2名" in seen
    done = clerk.post(start, TWO, follow=True)
    assert "名单和规则已经确定" in text(done)
    draw = Draw.objects.get()
    address = reverse("draw", args=[draw.pk])
    assert done.redirect_chain[-1][0] == clerk.get(start).url == address
    assert "确定名单的人（或者代行其角色的人）" not in text(overseer.get(address))
    assert "抽取由本单位的审核员" in text(done)
    drawn = overseer.post(
        reverse("draw_act", args=[draw.pk, "carry-out"]), {"number": "8848"}, follow=True
    )
    assert "已抽取6个对象，结果已经写入账本" in text(drawn)
    assert "结果由计划所属单位的填报员登记" in text(drawn)
    entered = clerk.post(reverse("draw_act", args=[draw.pk, "enter"]), follow=True)
    assert "已登记6条行政检查" in text(entered)
    visit = Entry.unscoped.filter(register="inspection.visit").first()
    assert reverse("record", args=[visit.pk]) in entered.content.decode()
    assert "人员与抽中的不同" not in text(entered)


def test_other_officers_than_those_drawn_are_marked(pages):
    draw = pages.carry_out(pages.commit())
    drawing.enter(pages.world.actor(pages.reporter), draw.pk, AT)
    visit = Entry.unscoped.filter(register="inspection.visit").first()
    visit.values["officers"] = visit.values["officers"][::-1][:1]
    visit.save()
    assert text(pages.clerk.get(reverse("draw", args=[draw.pk]))).count("人员与抽中的不同") == 1


def test_a_reserve_is_called_from_the_page(pages):
    draw = pages.carry_out(pages.commit())
    drawing.enter(pages.world.actor(pages.reporter), draw.pk, AT)
    address = reverse("draw_act", args=[draw.pk, "replace"])
    subject = draw.result[0]["subject"]
    done = pages.clerk.post(address, {"subject": subject, "reason": "已经停业"}, follow=True)
    assert "已由候补替换：已经停业" in text(done)
    again = pages.clerk.post(address, {"subject": subject, "reason": "已经停业"})
    assert again.status_code == 422
    assert "抽中、还没有被替换" in text(again)


def test_what_is_secret_is_on_no_page_and_in_no_file_before_the_draw(pages):
    pages.clerk.post(
        reverse("draw_start", args=[pages.plan.pk]), {"mode": "two", "number": "0417993311"}
    )
    draw = Draw.objects.get()
    for client in (pages.clerk, pages.overseer):
        for name in ("draw", "draw_record", "draw_proof"):
            found = download(client.get(reverse(name, args=[draw.pk]))).decode()
            assert draw.secret not in found
            assert "0417993311" not in found


def test_the_files_repeat_the_draw_on_another_machine(pages, tmp_path):
    draw = pages.carry_out(pages.commit())
    for name, file in (("draw_record", "draw.json"), ("draw_proof", "proof.jsonl")):
        (tmp_path / file).write_bytes(download(pages.clerk.get(reverse(name, args=[draw.pk]))))
    program = download(pages.clerk.get(reverse("draw_verifier")))
    (tmp_path / "draw_verifier.py").write_bytes(program)
    command = [sys.executable, "-I", "draw_verifier.py", "draw.json", "proof.jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "9个结果逐一相符" in done.stdout
    assert "都与文件相符" in done.stdout
    lines = (tmp_path / "proof.jsonl").read_text("utf-8").splitlines(keepends=True)
    assert of_ledger.verify(iter(lines), [], ()).proofs == 2


def test_who_is_out_and_who_is_kept_apart_is_shown(pages):
    pages.recuse(pages.officers[0], pages.firms[3])
    pages.enter(
        "inspection.subject",
        {
            "name": "停业店（虚构）",
            "listed": "2026-01-05",
            "grade": "low",
            "cap": 2,
            "retired": "2026-02-01",
        },
    )
    seen = text(pages.clerk.get(reverse("draw_start", args=[pages.plan.pk])))
    assert "停业店（虚构）2026-00031已移出名录库" in seen
    assert "99010000 × 第03家示例店（虚构）" in seen
    assert "曾在该单位任职" not in seen


def test_officers_stay_away_with_a_reason_only(pages):
    address = reverse("draw_start", args=[pages.plan.pk])
    away = TWO | {"absent": pages.officers[0].number}
    refused = pages.clerk.post(address, away)
    assert refused.status_code == 422
    assert html.fromstring(refused.content).xpath("//input[@name='absent' and @checked]")
    pages.clerk.post(address, away | {"absence": "休假"})
    assert [one["why"] for one in Draw.objects.get().terms["left_out"]] == ["休假"]


@pytest.mark.parametrize(
    "typed", [{}, {"mode": "two", "number": "1"}, {"mode": "public", "public": " "}]
)
def test_nothing_is_committed_to_without_saying_which_number_decides(pages, typed):
    response = pages.clerk.post(reverse("draw_start", args=[pages.plan.pk]), typed)
    assert response.status_code == 422
    assert html.fromstring(response.content).xpath("//*[@role='alert']")
    assert not Draw.objects.exists()


def test_too_few_officers_are_said_on_the_page(pages):
    for officer in pages.officers[:3]:
        pages.recuse(officer, pages.firms[5])
    address = reverse("draw_start", args=[pages.plan.pk])
    page = pages.clerk.get(address)
    assert "第05家示例店（虚构）1个对象不足2名检查人员" in text(page)
    assert html.fromstring(page.content).xpath("//button[@class='main' and @disabled]")
    assert pages.clerk.post(address, TWO).status_code == 422


def test_a_draw_is_called_off_with_a_reason_that_stays(pages):
    draw = pages.commit()
    address = reverse("draw_act", args=[draw.pk, "cancel"])
    assert pages.clerk.post(address, {"reason": ""}).status_code == 422
    assert "这次抽取已经作废" in text(
        pages.clerk.post(address, {"reason": "漏了一名人员"}, follow=True)
    )
    start = pages.clerk.get(reverse("draw_start", args=[pages.plan.pk]))
    assert "第1次抽取已作废：漏了一名人员" in text(start)


def test_a_number_that_is_none_is_said_beside_the_form(pages):
    draw = pages.commit()
    response = pages.overseer.post(
        reverse("draw_act", args=[draw.pk, "carry-out"]), {"number": "x"}
    )
    assert response.status_code == 422
    assert "4至64位数字" in text(response)


def test_what_is_not_there_is_said(pages, browse):
    assert pages.clerk.get(reverse("draw", args=[999])).status_code == 404
    assert pages.clerk.get(reverse("draw_start", args=[pages.firms[0].pk])).status_code == 404
    draw = pages.commit()
    assert pages.clerk.post(reverse("draw_act", args=[draw.pk, "again"])).status_code == 404
    assert pages.clerk.get(reverse("draw_act", args=[draw.pk, "cancel"])).status_code == 405


def test_a_form_from_elsewhere_is_refused(pages):
    draw = pages.commit()
    pages.overseer.handler.enforce_csrf_checks = True
    address = reverse("draw_act", args=[draw.pk, "carry-out"])
    assert pages.overseer.post(address, {"number": "8848"}).status_code == 403
    assert Draw.objects.get().state == Draw.State.COMMITTED


def test_pages_ask_a_bounded_number_of_times(pages, django_assert_max_num_queries):
    for firm in pages.firms:
        pages.recuse(pages.officers[0], firm)
    draw = pages.carry_out(pages.commit())
    drawing.enter(pages.world.actor(pages.reporter), draw.pk, AT)
    with django_assert_max_num_queries(16):
        pages.clerk.get(reverse("draw", args=[draw.pk]))
    pages.plan = pages.approved_plan(rate_low="10", rate_medium="20", rate_high="30")
    with django_assert_max_num_queries(20):
        pages.clerk.get(reverse("draw_start", args=[pages.plan.pk]))
    with django_assert_max_num_queries(14):
        pages.clerk.get(reverse("draws"))


def test_pages_speak_english_to_whoever_chose_it(pages):
    pages.recuse(pages.officers[0], pages.firms[3])
    start = reverse("draw_start", args=[pages.plan.pk])
    client = english(pages.clerk)
    before = client.get(start)
    draw = pages.commit()
    between = client.get(reverse("draw", args=[draw.pk]))
    pages.carry_out(draw)
    after = client.get(reverse("draw", args=[draw.pk]))
    names = re.compile("第|家示例店|食品经营双随机抽查")
    for page in (before, between, after, client.get(reverse("draws"))):
        assert not [one for one in left_in_chinese(page) if not names.fullmatch(one)]
    assert "Repeat it yourself" in after.content.decode()
