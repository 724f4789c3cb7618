"""The derivation in words: every step a citizen needs to check the last day."""

from __future__ import annotations

from datetime import date, datetime

from tests.law.clocks_of_many_kinds import clock
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.deadlines import Suspension, due
from zhunsheng.engine.law.explanation import Role, explain
from zhunsheng.engine.law.wording import in_words
from zhunsheng.rendering.deadline_page import deadline_page

CALENDAR = Calendar()
CONSULTED = Suspension(first=date(2025, 10, 14), last=date(2025, 10, 20), ground="征求第三方意见")


def derived(name: str, start: date, **options):
    deadline = due(catalogue().clock(name).clock, start, CALENDAR, **options)
    return in_words(explain(deadline, CALENDAR))


def text(words) -> str:
    return "\n".join(step.zh for step in words.steps) + words.outcome.zh


def test_the_derivation_names_rule_first_day_days_off_suspension_extension_and_last_day():
    words = derived("openness.reply", date(2025, 9, 25), extend=True, suspensions=[CONSULTED])
    for said in (
        "2025-09-25（周四）收到申请",
        "第三十三条（2019修订，自2019-05-15起施行）",
        "起算当日不计入，自次日开始计算（民法典第二百零一条）",
        "国庆节、中秋节放假不计入：10-01至10-08（国办发明电〔2024〕12号）",
        "调休上班，计入工作日：09-28、10-11（国办发明电〔2024〕12号）",
        "2025-10-14至2025-10-20征求第三方意见，共7日，不计入期限",
        "延长20个工作日",
        "经政府信息公开工作机构负责人批准或同意",
        "不延长的最后一日是2025-11-05（周三）",
        "最后一日是2025-12-03（周三）",
    ):
        assert said in text(words)


def test_every_day_of_a_period_in_working_days_is_shown_with_its_reason():
    words = derived("openness.reply", date(2025, 9, 25))
    shown = {str(day.date): (day.weekday.zh, day.counts.zh, day.why.zh) for day in words.days}
    assert shown["2025-09-25"] == ("周四", "不计入", "起算当日")
    assert shown["2025-09-27"] == ("周六", "不计入", "周末")
    assert shown["2025-09-28"] == ("周日", "第2个工作日", "调休上班（国办发明电〔2024〕12号）")
    assert shown["2025-10-01"] == ("周三", "不计入", "国庆节、中秋节放假（国办发明电〔2024〕12号）")
    assert shown["2025-10-29"] == ("周三", "第20个工作日", "")
    assert len(shown) == 35


def test_an_act_whose_days_are_working_days_cites_the_article_that_says_so():
    words = derived("reconsideration.acceptance_review", date(2025, 7, 1))
    assert "“日”是工作日（中华人民共和国行政复议法（2023修订）第八十八条）" in text(words)


def test_a_roll_over_is_told_with_its_article():
    words = derived("penalty.payment", date(2025, 9, 20))
    assert "2025-10-05（周日）是休息日，顺延至2025-10-09（周四）（民法典第二百零三条）" in text(
        words
    )
    assert words.days[-1].role is Role.ROLLED_OVER


def test_a_month_without_the_corresponding_day_is_told_with_its_article():
    words = derived("recommendations.procuratorial_reply", date(2025, 12, 31))
    assert "没有对应日，以月末日为最后一日：2026-02-28（民法典第二百零二条）" in text(words)


def test_a_provisional_day_and_an_unconfirmed_rule_say_so():
    assert "暂定日期" in text(derived("openness.reply", date(2026, 12, 20)))
    unconfirmed = derived("mediation.mediation", date(2025, 7, 1))
    assert "条文未核实" in text(unconfirmed)
    assert "尚未核对条文原文" in unconfirmed.outcome.zh


def test_hours_and_days_of_the_year_are_told_without_days():
    hours = due(clock("hour", 2), datetime(2025, 7, 1, 23, 30), CALENDAR)
    words = in_words(explain(hours, CALENDAR))
    assert words.days == ()
    assert words.outcome.zh == "最后一日是2025-07-02 01:30（周三）。"
    assert "每年1月31日前" in text(derived("openness.department_report", date(2025, 12, 31)))


def test_a_minimum_period_tells_when_one_may_go_on():
    words = derived("decisions.public_comment", date(2025, 7, 1))
    assert (
        words.outcome.zh == "期间最后一日是2025-07-31（周四），2025-08-01（周五）起方可进行下一步。"
    )


def test_a_lead_time_tells_the_latest_day():
    words = derived("decisions.hearing_materials", date(2025, 10, 12))
    assert "最晚是2025-10-05（周日）" in words.outcome.zh
    assert "不向后顺延" in words.outcome.zh


def test_a_suspension_that_goes_on_is_told():
    going_on = Suspension(first=date(2025, 10, 14))
    words = derived(
        "openness.reply", date(2025, 9, 25), suspensions=[going_on], as_of=date(2025, 10, 20)
    )
    assert "中止还没有结束" in words.outcome.zh


def test_the_english_derivation_says_as_much():
    words = derived("openness.reply", date(2025, 9, 25), extend=True, suspensions=[CONSULTED])
    said = " ".join(step.en for step in words.steps)
    assert "Make-up working days, counted: 09-28、10-11" in said
    assert words.outcome.en == "The last day is 2025-12-03 (Wed)."


def test_the_page_stands_alone_and_escapes_what_it_shows():
    ground = Suspension(first=date(2025, 7, 3), last=date(2025, 7, 4), ground="<script>")
    deadline = due(
        catalogue().clock("openness.reply").clock, date(2025, 7, 1), CALENDAR, suspensions=[ground]
    )
    page = deadline_page(explain(deadline, CALENDAR))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "http" not in page.replace("http-equiv", "")
