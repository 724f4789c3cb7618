"""The page of one entry: state, history, what may be done, links, comments, papers, proof."""

from __future__ import annotations

from datetime import timedelta

import pytest
from lxml import html

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.engine.ledger.verifier import verify
from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions, commenting
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.models import Comment, Entry
from zhunsheng.web.registers.verifying import verify_all

pytestmark = pytest.mark.usefixtures("casework")
FINE = {"place": "某食品店", "planned": "20260227", "responsible": "溪口县司法局"}


def tree(response) -> html.HtmlElement:
    return html.fromstring(response.content)


def text(response) -> str:
    return " ".join(tree(response).text_content().split())


def inspection(world: World, user: User, **more: object) -> Entry:
    return actions.create(world.actor(user), "casework.inspection", world.bureau, FINE | more, AT)


def followed(world: World, user: User, register: str, before: Entry, **more: object) -> Entry:
    raw = {"matter": "某案", "made": "2026-02-28", "before": before.number} | more
    return actions.create(world.actor(user), f"casework.{register}", world.bureau, raw, AT)


def stepped(world: World, user: User, entry: Entry, key: str, **values: object) -> Entry:
    entry.refresh_from_db()
    return actions.take_step(world.actor(user), entry.pk, entry.version, key, values, AT)


# --- state, history, steps -----------------------------------------------------------------------


def test_the_state_bar_says_what_is_done_by_whom_and_what_comes(world, reporter, browse):
    entry = stepped(world, reporter, inspection(world, reporter), "inspect", inspected="2026-03-01")
    page = tree(browse(reporter).get(f"/entries/{entry.pk}/"))
    stages = page.xpath("//ol[@class='stages']/li")
    assert [one.get("class") for one in stages] == ["done", "now", "ahead"]
    assert "2026-03-02 填报员" in stages[0].text_content()
    assert page.xpath("//li[@aria-current='step']//span[@class='name']/text()") == ["已检查"]


def test_history_tells_the_old_and_the_new_value(world, reporter, browse):
    entry = inspection(world, reporter, officers="3", firm="某甲")
    actor = world.actor(reporter)
    actions.change(actor, entry.pk, 1, {"officers": "4", "firm": "某乙", "place": "新店"}, AT)
    page = text(browse(reporter).get(f"/entries/{entry.pk}/"))
    assert "检查人数：3人 → 4人" in page
    assert "检查对象：某食品店 → 新店" in page
    assert "当事人：某甲，自然人 → 某乙，自然人" in page
    leader = world.person("领导", world.office, "leader")
    seen = text(browse(leader).get(f"/entries/{entry.pk}/"))
    assert "检查人数：3人 → 4人" in seen
    assert "某甲" not in seen
    assert "某乙" not in seen


def test_steps_of_others_are_there_with_who_may_take_them_and_ways_to_open_gates(
    world, reporter, approver, browse
):
    entry = stepped(world, reporter, inspection(world, reporter), "inspect", inspected="2026-03-01")
    page = text(browse(reporter).get(f"/entries/{entry.pk}/"))
    assert "由审核员（审核员）办理" in page
    assert "须先听取陈述申辩。（某市检查办法（2020）第六条）" in page
    mine = text(browse(approver).get(f"/entries/{entry.pk}/"))
    assert "先修改登记内容" not in mine
    assert "先办理" not in mine
    assert "确须跳过的，办理时写明理由" in mine
    request = actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
    request = stepped(world, reporter, request, "register")
    assert "要填：答复类别、法律依据" in text(browse(reporter).get(f"/entries/{request.pk}/"))


def test_a_gate_the_law_lets_one_skip_is_skipped_with_a_reason_that_is_kept(
    world, reporter, approver, browse
):
    entry = stepped(world, reporter, inspection(world, reporter), "inspect", inspected="2026-03-01")
    client = browse(approver)
    address = f"/entries/{entry.pk}/steps/close/"
    assert "依法可以跳过的前置条件" in text(client.get(address))
    refused = client.post(address, {"version": 2, "result": "无问题", "skip.heard": " "})
    assert refused.status_code == 422
    assert "须先听取陈述申辩" in text(refused)
    bad = client.post(address, {"version": 2, "result": "无", "skip.heard": "x\x07y"})
    assert tree(bad).xpath("//div[@id='problems']//a/@href") == ["#skip.heard"]
    told = client.post(
        address, {"version": 2, "result": "无问题", "skip.heard": "当事人书面放弃"}, follow=True
    )
    assert "跳过：须先听取陈述申辩。 理由：当事人书面放弃" in text(told)
    line = StoredLine.objects.filter(about=entry.about).last()
    assert line.says["skipped"] == {"heard": "当事人书面放弃"}


def test_a_reason_for_a_gate_that_was_open_is_not_kept(world, reporter, approver):
    entry = inspection(world, reporter)
    entry = stepped(world, reporter, entry, "inspect", inspected="2026-03-01", heard="是")
    actor = world.actor(approver)
    actions.take_step(
        actor, entry.pk, 2, "close", {"result": "无"}, AT, skips={"heard": "不必", "other": "x"}
    )
    assert "skipped" not in StoredLine.objects.filter(about=entry.about).last().says


def test_after_saving_one_is_told_what_happened_and_what_is_due(world, reporter, browse):
    posted = {key: value for key, value in REQUEST.items() if key != "applicant"}
    response = browse(reporter).post(
        "/registers/openness.request/new/", posted | {"applicant.name": "某甲"}, follow=True
    )
    (told,) = tree(response).xpath("//p[@class='notice']/text()")
    assert "已登记，编号2026-00001" in told
    assert "接下来：登记" in told
    assert "依申请公开答复期限最后一日2026-03-26" in told


# --- taking back ---------------------------------------------------------------------------------


def test_the_last_step_is_taken_back_the_same_day_by_whoever_took_it(world, reporter, browse):
    entry = inspection(world, reporter, firm="某甲")
    before = (entry.values, entry.private)
    entry = stepped(world, reporter, entry, "inspect", inspected="2026-03-01", heard="是")
    client = browse(reporter)
    assert "撤回“完成检查”" in text(client.get(f"/entries/{entry.pk}/"))
    told = client.post(f"/entries/{entry.pk}/undo/", {"version": entry.version}, follow=True)
    assert "已撤回，恢复到办理之前" in text(told)
    assert "本文书作废" in text(client.get(f"/entries/{entry.pk}/documents/1/"))
    entry.refresh_from_db()
    assert (entry.state, entry.values, entry.private) == ("planned", *before)
    line = StoredLine.objects.filter(about=entry.about).last()
    assert (line.did, line.says["withdrew"]) == ("entry.withdraw", 1)
    assert verify_all().faults == ()
    entry = stepped(world, reporter, entry, "inspect", inspected="2026-03-01")
    assert entry.state == "inspected"


def test_a_step_is_not_taken_back_by_others_later_or_after_something_else(
    world, reporter, approver
):
    entry = stepped(world, reporter, inspection(world, reporter), "inspect", inspected="2026-03-01")
    other = world.person("同事", world.bureau, "reporter")
    actor = world.actor(reporter)
    with pytest.raises(ForbiddenError, match="只有办理这一环节的人"):
        actions.withdraw(world.actor(other), entry.pk, 2, AT)
    with pytest.raises(ForbiddenError, match="当日"):
        actions.withdraw(actor, entry.pk, 2, AT + timedelta(days=1))
    entry = stepped(world, approver, entry, "reopen")
    with pytest.raises(ForbiddenError, match="“退回”办理后不能撤回"):
        actions.withdraw(world.actor(approver), entry.pk, 3, AT)
    with pytest.raises(ForbiddenError):
        actions.withdraw(actor, entry.pk, 3, AT)
    assert not StoredLine.objects.filter(did="entry.withdraw").exists()


def test_taking_back_gives_the_values_back_to_the_hand_that_wrote_them(world, reporter, approver):
    other = world.person("同事", world.bureau, "reporter")
    entry = stepped(world, other, inspection(world, reporter), "inspect", inspected="2026-03-01")
    assert entry.changed_by == other
    entry = actions.withdraw(world.actor(other), entry.pk, 2, AT)
    assert entry.changed_by == reporter
    entry = stepped(world, other, entry, "inspect", inspected="2026-03-01")
    assert actions.withdraw(world.actor(other), entry.pk, 4, AT).changed_by == reporter


# --- links ---------------------------------------------------------------------------------------


def test_the_whole_chain_is_one_story_on_every_entry_of_it(world, reporter, browse):
    first = inspection(world, reporter)
    penalty = followed(world, reporter, "penalty", first, made="2026-02-28", matter="处罚案")
    review = followed(
        world, reporter, "reconsideration", penalty, made="2026-03-01", matter="复议案"
    )
    case = followed(world, reporter, "litigation", review, made="2026-03-02", matter="诉讼案")
    for entry in (first, penalty, review, case):
        page = tree(browse(reporter).get(f"/entries/{entry.pk}/"))
        told = [
            " ".join(one.text_content().split())
            for one in page.xpath("//ol[@class='plain story']/li")
        ]
        assert [one.split()[1] for one in told] == ["行政检查", "行政处罚", "行政复议", "行政应诉"]
        assert sum("本件" in one for one in told) == 1
    page = text(browse(reporter).get(f"/entries/{first.pk}/"))
    assert "2026-00001 处罚案 来源检查" in page
    facts = tree(browse(reporter).get(f"/entries/{penalty.pk}/")).xpath("//dd/a")
    assert [one.get("href") for one in facts] == [f"/entries/{first.pk}/"]


def test_what_one_may_not_see_is_counted_and_nothing_beyond_is_told(world, reporter, browse):
    city_unit = world.bureau.__class__.objects.create(
        government=world.prefecture, code="fzb", name="云溪市司法局"
    )
    head = world.person("市统筹", city_unit, "coordinator", "reporter")
    first = inspection(world, reporter)
    raw = {"matter": "市案", "made": "2026-02-28", "before": f"990121:{first.number}"}
    penalty = actions.create(world.actor(head), "casework.penalty", city_unit, raw, AT)
    review = actions.create(
        world.actor(head),
        "casework.reconsideration",
        city_unit,
        {"matter": "市复议", "made": "2026-03-01", "before": penalty.number},
        AT,
    )
    page = text(browse(reporter).get(f"/entries/{first.pk}/"))
    assert "另有1件，您没有查看的权限。" in page
    assert "市案" not in page
    assert "市复议" not in page
    assert "市复议" in text(browse(head).get(f"/entries/{first.pk}/"))
    assert review.links.get().target_id == penalty.pk


def test_from_an_entry_one_makes_the_next_with_the_reference_filled(world, reporter, browse):
    entry = inspection(world, reporter)
    client = browse(reporter)
    page = tree(client.get(f"/entries/{entry.pk}/"))
    address = page.xpath("//p[@class='onward']/a[contains(@href, 'penalty')]/@href")[0]
    form = tree(client.get(address))
    assert form.xpath("//input[@name='before']/@value") == [entry.number]
    assert "某食品店" in form.text_content()


# --- comments ------------------------------------------------------------------------------------


def test_a_comment_is_there_for_those_who_see_the_entry_and_in_the_ledger(
    world, reporter, approver, browse
):
    entry = inspection(world, reporter)
    told = browse(reporter).post(
        f"/entries/{entry.pk}/comments/", {"comment": "请@审核员 核对", "mention": ""}, follow=True
    )
    assert "请@审核员 核对" in text(told)
    made = Comment.objects.get()
    assert list(made.mentions.all()) == [approver]
    line = StoredLine.objects.get(about=made.about)
    assert (line.did, line.says["entry"]) == ("comment.make", entry.about)
    assert "核对" not in str(line.says)
    assert verify_all().faults == ()
    Comment.objects.update(text="改过")
    assert "被绕过系统改动过" in verify_all().faults[0].says
    Comment.objects.all().delete()
    assert "留言不见了" in verify_all().faults[0].says


def test_a_comment_is_withdrawn_by_its_author_only_and_its_text_is_gone(
    world, reporter, approver, browse
):
    entry = inspection(world, reporter)
    made = commenting.comment(world.actor(reporter), entry.pk, "说错了", (), AT)
    with pytest.raises(ForbiddenError):
        commenting.withdraw_comment(world.actor(approver), made.pk, AT)
    page = browse(reporter).post(f"/entries/{entry.pk}/comments/{made.pk}/withdraw/", follow=True)
    assert "（已由本人撤回）" in text(page)
    assert "说错了" not in text(page)
    assert not StoredOpening.objects.filter(line__about=made.about).exists()
    assert verify_all().faults == ()


def test_who_does_not_see_the_entry_neither_comments_nor_is_mentioned(world, reporter, browse):
    entry = inspection(world, reporter)
    stranger = world.person("外县", world.other_bureau, "reporter")
    with pytest.raises(NotThereError):
        commenting.comment(world.actor(stranger), entry.pk, "某", (), AT)
    with pytest.raises(InvalidError):
        commenting.comment(world.actor(reporter), entry.pk, "某", (stranger.pk,), AT)
    made = commenting.comment(world.actor(reporter), entry.pk, "@外县 看看", (), AT)
    assert not made.mentions.exists()
    assert (
        browse(stranger).post(f"/entries/{entry.pk}/comments/", {"comment": "x"}).status_code == 404
    )


def test_an_empty_or_overlong_comment_is_refused_and_kept_in_the_form(world, reporter, browse):
    entry = inspection(world, reporter)
    client = browse(reporter)
    assert client.post(f"/entries/{entry.pk}/comments/", {"comment": " "}).status_code == 422
    long = "字" * 2001
    refused = client.post(f"/entries/{entry.pk}/comments/", {"comment": long})
    assert refused.status_code == 422
    assert long in refused.content.decode()
    assert not Comment.objects.exists()


def test_those_above_and_in_the_unit_are_who_sees_an_entry(world, reporter, approver):
    entry = inspection(world, reporter)
    city = world.bureau.__class__.objects.create(
        government=world.prefecture, code="fzb", name="云溪市司法局"
    )
    above = world.person("市督察", city, "inspector")
    leader = world.person("领导", world.office, "leader")
    for hidden in (world.office, world.other_bureau, city):
        world.person(f"无权{hidden.pk}", hidden, "reporter")
    seen = set(commenting.people_who_see(entry, AT.date()))
    assert seen == {reporter, approver, above, leader}


# --- papers, sheet, proof ------------------------------------------------------------------------


def test_a_step_produces_a_paper_with_what_stood_there_then(world, reporter, browse):
    entry = inspection(world, reporter, firm="某甲")
    entry = stepped(world, reporter, entry, "inspect", inspected="2026-03-01")
    actions.change(world.actor(reporter), entry.pk, entry.version, {"place": "新店"}, AT)
    client = browse(reporter)
    assert "检查记录表" in text(client.get(f"/entries/{entry.pk}/"))
    paper = text(client.get(f"/entries/{entry.pk}/documents/1/"))
    assert "溪口县司法局检查记录表 编号：2026-00001-01 某甲： 行政检查“某食品店”" in paper
    assert "检查完成日期：2026-03-01" in paper
    assert "2026年3月2日" in paper
    assert "依据：某市检查办法（2020）第五条" in paper
    leader = world.person("领导", world.office, "leader")
    assert "某甲" not in text(browse(leader).get(f"/entries/{entry.pk}/documents/1/"))
    for number in (0, 2, 99):
        assert client.get(f"/entries/{entry.pk}/documents/{number}/").status_code == 404


def test_the_sheet_of_an_entry_says_who_printed_it_and_its_place_in_the_ledger(
    world, reporter, browse
):
    rows = [{"matter": "无证", "amount": "12"}]
    entry = inspection(world, reporter, findings=rows, firm="某甲")
    page = text(browse(reporter).get(f"/entries/{entry.pk}/print/"))
    assert "行政检查登记表" in page
    assert "12.00元" in page
    assert "填报员于2026年3月2日 10:00打印" in page
    assert f"账目0，摘要{StoredLine.objects.get().digest[:16]}" in page
    leader = world.person("领导", world.office, "leader")
    assert "某甲" not in text(browse(leader).get(f"/entries/{entry.pk}/print/"))


def test_the_proof_of_one_entry_verifies_without_the_rest_and_without_personal_data(
    world, reporter, browse
):
    for _ in range(6):
        inspection(world, reporter, place="别的")
    entry = inspection(world, reporter, firm="某甲")
    stepped(world, reporter, entry, "inspect", inspected="2026-03-01")
    commenting.comment(world.actor(reporter), entry.pk, "留言", (), AT)
    response = browse(reporter).get(f"/entries/{entry.pk}/proof/")
    lines = b"".join(response.streaming_content).decode()
    assert response["Content-Disposition"].startswith("attachment")
    assert "别的" not in lines
    assert "某甲" not in lines
    report = verify(lines.splitlines(keepends=True))
    assert (report.lines, report.proofs, report.checkpoints) == (3, 3, 1)
    with pytest.raises(ValueError, match="被改动过"):
        verify(lines.replace("某食品店", "某药店").splitlines(keepends=True))
    stranger = world.person("外县", world.other_bureau, "reporter")
    assert browse(stranger).get(f"/entries/{entry.pk}/proof/").status_code == 404


# --- bounds --------------------------------------------------------------------------------------


@pytest.mark.parametrize("many", [1, 12])
def test_the_page_makes_no_more_queries_with_more_of_everything(
    *, world, reporter, approver, browse, many, django_assert_max_num_queries
):
    both = world.person("都有", world.bureau, "reporter", "approver", "coordinator", "leader")
    entry = inspection(world, reporter, firm="某甲")
    before = entry
    for number in range(many):
        actions.change(
            world.actor(reporter), entry.pk, number + 1, {"officers": str(number + 1)}, AT
        )
        commenting.comment(world.actor(reporter), entry.pk, f"@审核员 {number}", (), AT)
        followed(world, reporter, "penalty", entry)
    for register in ("penalty", "reconsideration", "litigation"):
        before = followed(world, reporter, register, before)
    client = browse(both)
    with django_assert_max_num_queries(20):
        assert client.get(f"/entries/{entry.pk}/").status_code == 200
