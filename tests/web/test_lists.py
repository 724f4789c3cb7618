"""The list of any register: filtered, sorted, its columns and views kept, bounded at any size."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import policy
from zhunsheng.web.lists import paging
from zhunsheng.web.lists.columns import columns_of
from zhunsheng.web.lists.filters import filters_of
from zhunsheng.web.lists.models import SavedView
from zhunsheng.web.lists.paging import Order, page_of
from zhunsheng.web.lists.places import places_for
from zhunsheng.web.lists.saved import clean
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

REGISTER = "openness.request"
PAGE = f"/registers/{REGISTER}/"


def created(world: World, user, **values: object) -> Entry:
    return actions.create(world.actor(user), REGISTER, world.bureau, REQUEST | values, AT)


def titles(response) -> list[str]:
    return html.fromstring(response.content).xpath("//td[@class='title']/a/text()")


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def chips(response) -> list[str]:
    return html.fromstring(response.content).xpath("//ul[@class='chips']/li/text()")


@pytest.fixture
def three(world: World, reporter) -> list[Entry]:
    return [
        created(world, reporter, subject="甲", channel="mail", received="2026-02-27"),
        created(world, reporter, subject="乙", channel="fax", received="2026-01-05"),
        created(world, reporter, subject="丙", channel="online", received="2026-02-02"),
    ]


@pytest.mark.parametrize(
    ("asked", "expected", "chip"),
    [
        ("f.channel=mail&f.channel=fax", {"甲", "乙"}, "提交方式：邮寄（须签收）"),
        ("f.received.from=20260201&f.received.to=2026-02-20", {"丙"}, "收到申请日期自2026-02-01"),
        ("only=late", {"乙"}, "逾期"),
        ("only=due7", {"丙"}, "7天内到期"),
        ("only=open", {"甲", "乙", "丙"}, "未办结"),
        ("only=done", set(), "已办结"),
        ("tone=overdue", {"乙"}, "逾期未办结"),
        ("tone=soon", {"丙"}, "临期"),
        ("mine=1", {"甲", "乙", "丙"}, "我录入的"),
        ("state=received", {"甲", "乙", "丙"}, "状态：已收到"),
        ("f.outcome=-", {"甲", "乙", "丙"}, "答复类别：未填"),
        ("f.fee.from=1", set(), "信息处理费自1.00元"),
        ("f.secrecy_reviewed=1", set(), "已作保密审查：是"),
        ("due.to=20260301", {"乙"}, "到期日至2026-03-01"),
        ("q=甲", {"甲"}, "查找：甲"),
    ],
)
def test_a_list_is_filtered_and_says_by_what(three, reporter, browse, asked, expected, chip):
    response = browse(reporter).get(f"{PAGE}?{asked}")
    assert set(titles(response)) == expected
    assert chip in chips(response)


def test_taking_a_chip_away_leaves_the_other_conditions(three, reporter, browse):
    client = browse(reporter)
    page = html.fromstring(client.get(f"{PAGE}?f.channel=mail&f.channel=fax&only=late").content)
    link = page.xpath("//ul[@class='chips']/li[contains(., '传真')]/a/@href")[0]
    assert titles(client.get(f"{PAGE}{link}")) == []
    link = page.xpath("//ul[@class='chips']/li[contains(., '逾期')]/a/@href")[0]
    assert set(titles(client.get(f"{PAGE}{link}"))) == {"甲", "乙"}


def test_what_cannot_be_read_is_said_and_left_out(three, reporter, browse):
    response = browse(reporter).get(f"{PAGE}?f.received.from=明天&f.channel=pigeon&state=x&unit=y")
    assert "“明天”不是日期" in text(response)
    assert len(titles(response)) == 3


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                "q state only due.from f.received.from f.fee.to f.channel f.touches_third_party "
                "unit government sort page rows view mine tone f.x".split()
            ),
            st.text(max_size=30),
        ),
        max_size=6,
    )
)
def test_any_address_is_a_page(world, reporter, browse, pairs):
    query = QueryDict(mutable=True)
    for key, value in pairs:
        query.appendlist(key, value)
    assert browse(reporter).get(f"{PAGE}?{query.urlencode()}").status_code == 200
    assert clean(query.urlencode()) == clean(clean(query.urlencode()))


def test_a_list_sorts_by_every_head_both_ways_and_the_empty_come_last(three, world, reporter):
    handled = created(world, reporter, subject="丁", handler="某乙")
    found = policy.entries_for(world.actor(reporter))
    for key, column in columns_of(catalogue().register(REGISTER)).items():
        if not column.sorts:
            continue
        up = page_of(found, Order(column, descending=False), 1, 50, filtered=False).entries
        down = page_of(found, Order(column, descending=True), 1, 50, filtered=False).entries
        assert len({entry.pk for entry in up}) == len({entry.pk for entry in down}) == 4, key
        if key == "f.handler":
            assert up[0] == down[0] == handled


def test_pages_follow_each_other_without_a_gap_where_values_end(three, world, reporter):
    created(world, reporter, subject="丁", handler="某乙")
    created(world, reporter, subject="戊", handler="某丙")
    column = columns_of(catalogue().register(REGISTER))["f.handler"]
    found = policy.entries_for(world.actor(reporter))
    for descending in (False, True):
        order = Order(column, descending)
        pages = [page_of(found, order, number, 2, filtered=False) for number in (1, 2, 3, 4)]
        seen = [entry.pk for page in pages for entry in page.entries]
        assert len(seen) == len(set(seen)) == 5
        assert [page.has_next for page in pages] == [True, True, False, False]


def test_more_than_are_counted_is_said(three, world, reporter, monkeypatch, browse):
    monkeypatch.setattr(paging, "MOST_COUNTED_FILTERED", 2)
    monkeypatch.setattr(paging, "SIZES", (2,))
    found = policy.entries_for(world.actor(reporter))
    order = Order(columns_of(catalogue().register(REGISTER))["number"], descending=False)
    page = page_of(found, order, 1, 2, filtered=True)
    assert (page.count, page.more, page.pages) == (2, True, 0)
    assert page_of(found, order, 1, 2, filtered=False).count == 3


def test_columns_are_kept_for_the_person_and_the_register(three, world, reporter, browse):
    client = browse(reporter)
    heads = "//table[@class='list']/thead//th//text()"
    client.post(f"{PAGE}columns/", {"column": ["title", "f.channel", "nonsense"], "query": ""})
    shown = html.fromstring(client.get(PAGE).content).xpath(heads)
    assert [head.strip() for head in shown if head.strip()] == ["选择", "申请事项", "提交方式"]
    other = world.person("另一人", world.bureau, "reporter")
    assert "收到申请日期" in html.fromstring(browse(other).get(PAGE).content).text_content()
    client.post(f"{PAGE}columns/", {"usual": "1"})
    assert "到期日" in "".join(html.fromstring(client.get(PAGE).content).xpath(heads))


def test_a_list_opens_with_the_default_view_and_all_is_one_click_away(three, reporter, browse):
    client = browse(reporter)
    posted = {
        "name": "逾期的",
        "query": "only=late&page=3&view=9",
        "default": "1",
        "column": "title",
    }
    response = client.post(f"{PAGE}views/", posted, follow=True)
    assert "已保存视图“逾期的”" in text(response)
    assert SavedView.objects.get().query == "only=late"
    assert titles(client.get(PAGE, follow=True)) == ["乙"]
    assert len(titles(client.get(f"{PAGE}?view=0"))) == 3
    key = SavedView.objects.get().pk
    client.post(f"{PAGE}views/", {"remove": str(key)})
    assert not SavedView.objects.exists()


def test_only_a_coordinator_shares_a_view_and_the_unit_sees_it(three, world, reporter, browse):
    posted = {"name": "本单位看", "query": "only=late", "shared_with": str(world.bureau.pk)}
    assert browse(reporter).post(f"{PAGE}views/", posted).status_code == 403
    coordinator = world.person("统筹员", world.office, "coordinator")
    assert browse(coordinator).post(f"{PAGE}views/", posted).status_code == 302
    assert "本单位看" in text(browse(reporter).get(PAGE))
    stranger = world.person("外县", world.other_bureau, "reporter")
    assert "本单位看" not in text(browse(stranger).get(PAGE))
    key = SavedView.objects.get().pk
    assert browse(reporter).post(f"{PAGE}views/", {"remove": str(key)}).status_code == 404


@pytest.mark.parametrize("name", ["", " ", "长" * 41])
def test_a_view_needs_a_name(world, reporter, browse, name):
    assert browse(reporter).post(f"{PAGE}views/", {"name": name}).status_code == 400
    assert not SavedView.objects.exists()


def test_units_are_offered_to_whoever_sees_several(three, world, browse):
    inspector = world.person("督察员", world.office, "inspector")
    page = html.fromstring(browse(inspector).get(PAGE).content)
    assert "溪口县司法局" in page.xpath("//select[@name='unit']/option/text()")
    found = browse(inspector).get(f"{PAGE}?unit={world.office.pk}")
    assert titles(found) == []
    assert chips(found) == ["单位：溪口县发展和改革局"]


def test_a_page_of_a_list_is_bounded(world, reporter, browse, django_assert_max_num_queries):
    actor = world.actor(reporter)
    long = "溪口县农业农村和交通运输局综合行政执法大队移交的事项"
    raws = [REQUEST | {"subject": f"{long}{number}"} for number in range(120)]
    actions.create_many(actor, REGISTER, world.bureau, raws, AT)
    coordinator = world.person("统筹员", world.bureau, "coordinator")
    client = browse(coordinator)
    with django_assert_max_num_queries(12):
        response = client.get(PAGE)
    assert len(titles(response)) == 50
    assert len(response.content) < 80_000
    with django_assert_max_num_queries(12):
        client.get(f"{PAGE}?only=open&f.channel=online&page=2&rows=20")
    # Where the values of the sorted column end and the empty ones begin, both parts are asked.
    with django_assert_max_num_queries(14):
        client.get(f"{PAGE}?sort=f.replied&page=2")
    assert "共 120 条，第 51—100 条" in text(client.get(f"{PAGE}?page=2"))


def test_filters_of_an_address_are_the_same_on_every_day(world, reporter):
    named, actor = catalogue().register(REGISTER), world.actor(reporter)
    asked = QueryDict("f.received.from=20260301")
    places = places_for(actor, asked)
    first = filters_of(named, asked, actor, date(2026, 3, 2), places)
    assert first.chips == filters_of(named, asked, actor, date(2027, 3, 2), places).chips


def test_the_chart_counts_what_its_links_list(three, world, reporter, browse):
    client = browse(reporter)
    page = html.fromstring(client.get(f"{PAGE}chart/").content)
    assert "共 3 件" in page.text_content()
    for link in page.xpath("//tbody//td/a"):
        assert len(titles(client.get(link.get("href")))) == int(link.text)
    assert client.get("/registers/openness.method/chart/").status_code == 404


def test_the_calendar_shows_what_is_due_and_which_days_are_off(three, reporter, browse):
    client = browse(reporter)
    page = html.fromstring(client.get("/calendar/?month=2026-03").content)
    assert "本月到期的未办结事项共 2 件" in " ".join(page.text_content().split())
    [today] = page.xpath("//td[contains(@class,'today')]//div[@class='date']")
    assert "2 星期一 今天" in " ".join(today.text_content().split())
    february = text(client.get("/calendar/?month=2026-02"))
    assert "春节 休" in february
    assert "班" in february
    assert "还没有放假通知" in text(client.get("/calendar/?month=2031-10"))
    assert "没有到期" in text(client.get(f"{PAGE}calendar/?month=2031-10"))


def test_a_day_of_the_calendar_lists_all_that_is_due(three, reporter, browse):
    due = str(three[0].due)
    assert f"{due} 到期" in text(browse(reporter).get(f"/calendar/?day={due}"))


@given(st.text(max_size=12))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30
)
def test_any_month_is_a_calendar(world, reporter, browse, month):
    assert browse(reporter).get("/calendar/", {"month": month, "day": month}).status_code == 200


def test_the_calendar_is_bounded(world, reporter, browse, django_assert_max_num_queries):
    raws = [REQUEST | {"subject": f"事项{number}"} for number in range(60)]
    actions.create_many(world.actor(reporter), REGISTER, world.bureau, raws, AT)
    client = browse(reporter)
    with django_assert_max_num_queries(10):
        response = client.get("/calendar/?month=2026-03")
    assert "全部 60 件" in text(response)
