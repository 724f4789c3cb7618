"""Pages of a plan in force: what they show, to whom, in how many queries, on which day."""

from __future__ import annotations

from django.urls import reverse
from django.utils.html import escape

from tests.web.planning.plans import Office
from zhunsheng.web.organizations.models import Membership, UnitGroup

PAGES = ("plan", "plan_board", "plan_targets", "plan_leader", "plan_check", "plan_scores")
MEETINGS = "recommendations.court_meetings"


def small_plan(office: Office):
    """A plan with two tasks: one of two units with a last day, one with a target of the whole county."""
    world = office.world
    plan = office.plan()
    study = office.task(
        plan, "一/1", "健全府院联动机制", leader="县长某甲", until="2026-06-30", chapter="一、职能"
    )
    filing = office.task(plan, "二/2", "做好备案审查", every="quarter")
    duties = {
        "bureau": office.duty(study, world.bureau, until="2026-06-30", level="county"),
        "office": office.duty(study, world.office, until="2026-03-31", role="supporting"),
        "filing": office.duty(filing, world.office, level="county"),
    }
    targets = {
        "meetings": office.target(
            study, "全年召开联席会议不少于4次", indicator=MEETINGS, target_value="4", measure="次"
        ),
        "unmeasured": office.target(
            filing,
            "有件必备",
            comparator="equal",
            target_value="100",
            measure="%",
            not_measurable="没有登记报备的台账",
        ),
    }
    return plan, duties, targets


def meeting(office: Office, day: str):
    return office.report(
        "recommendations.meeting",
        office.world.bureau,
        day,
        name="府院联席会议",
        mechanism="court",
        field_of_work="disputes",
        held=day,
        members="法院、司法局",
        agenda="行政争议化解",
    )


def page(client, name: str, plan, query: str = "") -> str:
    response = client.get(reverse(name, args=[plan.pk]) + query)
    assert response.status_code == 200, (name, response.content.decode()[:400])
    return response.content.decode()


def test_the_tree_shows_tasks_with_lights_units_and_targets(office, on):
    plan, duties, _ = small_plan(office)
    meeting(office, "2026-02-10")
    shown = page(on(office.person("coordinator"), "2026-04-02"), "plan", plan)
    assert "一、职能" in shown
    assert "健全府院联动机制" in shown
    assert office.world.office.name in shown
    assert "没有责任领导" in shown
    # One of four was due by the end of March; the office's duty is late.
    assert "进度正常" in shown
    assert "不能衡量" in shown
    assert "没有登记报备的台账" in shown
    assert f'href="{reverse("indicator", args=[MEETINGS])}?period=2026-04-02' in shown
    assert reverse("record", args=[duties["office"].pk]) in shown
    assert "state overdue" in shown


def test_the_board_has_a_light_for_each_duty_of_each_unit(office, on):
    plan, duties, _ = small_plan(office)
    shown = page(on(office.person("leader"), "2026-04-02"), "plan_board", plan)
    for duty in duties.values():
        assert reverse("record", args=[duty.pk]) in shown
    assert '<a class="light overdue"' in shown
    assert reverse("plan_unit", args=[office.world.office.pk]) in shown


def test_the_leader_reads_what_is_late_whose_why_and_what_is_at_risk(office, on):
    plan, _, _ = small_plan(office)
    user = office.person("leader")
    user.full_name = "县长某甲"
    user.save()
    shown = page(on(user, "2026-04-02"), "plan_leader", plan)
    late = shown[shown.index("逾期的") : shown.index("有风险的目标")]
    assert office.world.office.name in late
    assert "待签收" in late
    assert ">2</td>" in late
    assert "您负责的任务" in shown
    # No meeting was held by the end of March, when the first of four was due.
    risky = shown[shown.index("有风险的目标") : shown.index("一周内到期")]
    assert "全年召开联席会议不少于4次" in risky
    assert "落后" in risky
    assert "县级任务完成率" in shown
    assert "没有责任领导的任务" in shown


def test_a_target_leads_to_the_entries_behind_its_figure(office, on):
    plan, _, _ = small_plan(office)
    held = meeting(office, "2026-02-10")
    client = on(office.person("coordinator"), "2026-04-02")
    shown = page(client, "plan_targets", plan)
    address = (
        shown[shown.index(f"/indicators/{MEETINGS}/") :].partition('"')[0].replace("&amp;", "&")
    )
    indicator = client.get(address).content.decode()
    entries = indicator[indicator.index(f"/indicators/{MEETINGS}/entries/") :].partition('"')[0]
    assert held.number in client.get(entries.replace("&amp;", "&")).content.decode()


def test_a_claim_that_the_data_do_not_show_is_marked(office, on):
    plan, duties, targets = small_plan(office)
    meeting(office, "2026-02-10")
    office.report(
        "plan.progress", office.world.bureau, "2026-03-31",
        duty=duties["bureau"].number, name="已召开联席会议", effective="2026-03-31",
        target=targets["meetings"].number, claimed_value="3",
    )  # fmt: skip
    shown = page(on(office.person("coordinator"), "2026-04-02"), "plan_targets", plan)
    assert "台账的数是1，与自报的不一致。" in shown
    assert "台账的数是1" in page(on(office.person("coordinator"), "2026-04-02"), "plan_check", plan)


def test_a_conditional_target_binds_the_units_of_its_band_only(office, on):
    plan, _, _ = small_plan(office)
    world = office.world
    town = office.unit("tianba", "田坝镇")
    small = office.task(plan, "三/7", "壮大执法力量")
    rows = [
        {"named": world.office.name, "amount": 71},
        {"named": town.name, "amount": 70},
        {"named": world.bureau.name},
    ]
    office.target(
        small, "年内至少召开1次", indicator=MEETINGS, target_value="1", measure="次",
        period="by", by_day="2026-12-31", scope="each_named", units_named=rows, amount_to=70,
    )  # fmt: skip
    shown = page(on(office.person("coordinator"), "2026-04-02"), "plan_targets", plan)
    assert "不受此目标约束" in shown
    assert "0/2" in shown
    owed = (
        on(office.person("coordinator"), "2026-12-02")
        .get(reverse("plan_unit", args=[town.pk]))
        .content.decode()
    )
    assert "年内至少召开1次" in owed
    owed = (
        on(office.person("coordinator"), "2026-12-02")
        .get(reverse("plan_unit", args=[world.office.pk]))
        .content.decode()
    )
    assert "年内至少召开1次" not in owed


def test_a_target_of_a_group_is_asked_of_each_member(office, on):
    plan, _, _ = small_plan(office)
    group = UnitGroup.objects.create(government=office.world.county, name="各镇（街道）")
    for code in ("a", "b"):
        unit = office.unit(code, f"{code}镇")
        Membership.objects.create(group=group, unit=unit)
    task = office.task(plan, "四/8", "召开会议")
    office.target(
        task, "每季度至少1次", indicator=MEETINGS, target_value="1", measure="次",
        period="quarter", scope="each_of_group", group_named="各镇（街道）",
    )  # fmt: skip
    shown = page(on(office.person("coordinator"), "2026-04-02"), "plan_targets", plan)
    assert "a镇" in shown
    assert "已不能达到" in shown


def test_a_unit_sees_all_it_owes_this_month_and_nothing_of_others(office, on):
    _plan, duties, _ = small_plan(office)
    world = office.world
    client = on(office.person("reporter", world.bureau), "2026-03-20")
    shown = client.get(reverse("plan_unit", args=[world.bureau.pk])).content.decode()
    assert "全年召开联席会议不少于4次" in shown
    assert "2026-03-31" in shown
    assert "待完成" in shown
    assert reverse("record", args=[duties["bureau"].pk]) in shown
    assert client.get(reverse("plan_unit", args=[world.office.pk])).status_code == 404
    # A recurring task is owed once a quarter, and ticked off by progress that took effect in it.
    office_client = on(office.person("reporter", world.office), "2026-03-20")
    address = reverse("plan_unit", args=[world.office.pk])
    assert "做好备案审查" in office_client.get(address).content.decode()
    office.report(
        "plan.progress", world.office, "2026-03-20",
        duty=duties["filing"].number, name="一季度已审查", effective="2026-03-18",
    )  # fmt: skip
    assert "按期完成" in office_client.get(address).content.decode()


def test_my_work_says_what_the_plan_asks_this_month(office, on):
    small_plan(office)
    world = office.world
    shown = on(office.person("reporter", world.bureau), "2026-03-20").get("/").content.decode()
    asked = shown[shown.index("计划本月要求的") :]
    assert "全年召开联席会议不少于4次" in asked
    assert reverse("plan_unit", args=[world.bureau.pk]) in asked
    shown = on(office.person("reporter", world.bureau), "2026-04-20").get("/").content.decode()
    assert "计划本月要求的" not in shown


def test_a_unit_sees_the_plan_and_its_own_duties_only(office, on):
    plan, duties, _ = small_plan(office)
    client = on(office.person("reporter", office.world.bureau), "2026-04-02")
    for name in PAGES:
        shown = page(client, name, plan)
        assert reverse("record", args=[duties["office"].pk]) not in shown, name
    assert reverse("record", args=[duties["bureau"].pk]) in page(client, "plan_board", plan)


def test_nobody_of_another_government_finds_the_plan(office, on):
    plan, _, _ = small_plan(office)
    client = on(office.person("coordinator", office.world.other_bureau), "2026-04-02")
    for name in PAGES:
        assert client.get(reverse(name, args=[plan.pk])).status_code == 404
    for kind in ("xlsx", "docx"):
        assert client.get(reverse("plan_checklist", args=[plan.pk, kind])).status_code == 404


def test_the_day_stands_in_the_address_and_is_never_to_come(office, on):
    plan, _, _ = small_plan(office)
    client = on(office.person("coordinator"), "2026-04-02")
    before = page(client, "plan", plan, "?as_of=2026-03-31")
    assert "state overdue" not in before
    assert "?as_of=2026-03-31" in before
    for wrong in ("2026-04-03", "不是日期"):
        response = client.get(reverse("plan", args=[plan.pk]), {"as_of": wrong})
        assert response.status_code == 400, wrong


def test_self_check_finds_the_gaps_of_the_plan(office, on):
    plan, duties, _ = small_plan(office)
    office.step(
        duties["bureau"], "report", "reporter", "2026-03-31",
        reported="2026-03-31", finished="2026-03-30", account="已建立机制。",
    )  # fmt: skip
    client = on(office.person("inspector"), "2026-04-02")
    shown = page(client, "plan_check", plan)
    assert "缺佐证" in shown
    assert "没有细化举措的任务" in shown
    assert "没有责任领导的任务" in shown
    assert "没有责任单位的任务" not in shown
    office.report(
        "plan.measure", office.world.bureau, "2026-04-01",
        task=duties["bureau"].values["task"].rpartition("/")[2], name="印发<方案>", owner="法规科",
        planned="2026-04-01", until="2026-05-01",
    )  # fmt: skip
    gap = page(client, "plan_check", plan)
    gap = gap[gap.index("没有细化举措的任务") : gap.index("会被指出的")]
    assert "健全府院联动机制" not in gap


def test_a_score_is_explained_down_to_the_entries(office, on):
    plan, duties, _ = small_plan(office)
    shown = page(on(office.person("leader"), "2026-04-02"), "plan_scores", plan)
    assert "任务逾期没有完成" in shown
    assert f'href="{reverse("record", args=[duties["office"].pk])}"' in shown
    assert "95" in shown


def test_the_words_of_people_stay_words(office, on):
    plan = office.plan()
    name = "<script>alert(1)</script>"
    task = office.task(plan, "一/1", name)
    office.duty(task, office.world.bureau)
    client = on(office.person("coordinator"), "2026-04-02")
    for at_page in PAGES:
        shown = page(client, at_page, plan)
        assert name not in shown
    assert escape(name) in page(client, "plan_board", plan)
