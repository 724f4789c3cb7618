"""Pages of figures that disagree: found, compared, opened and answered by who may."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.web.conftest import AT, World
from tests.web.indicators.conftest import YEAR
from tests.web.test_pages import text
from zhunsheng.web.indicators import results, validating
from zhunsheng.web.indicators.models import Violation
from zhunsheng.web.organizations.models import Unit

LIST = "/validation/"
pytestmark = pytest.mark.usefixtures("own_rules")


@pytest.fixture
def coordinator(world: World):
    return world.person("统筹员", world.bureau, "coordinator")


def run_address(world: World) -> str:
    return f"{reverse('validation_run')}?period=2026&place=g{world.county.pk}"


def test_before_the_first_comparison_the_page_says_so(world, coordinator, casework, browse):
    page = text(browse(coordinator).get(LIST))
    assert "这一期间还没有核对过" in page
    assert "立即核对" in page


def test_somebody_compares_opens_explains_and_it_is_answered(world, coordinator, punish, browse):
    punish()
    client = browse(coordinator)
    page = text(client.post(run_address(world), follow=True))
    assert "1项待答复" in page
    assert "处罚数不多于检查数溪口县司法局1，应≤0待答复" in page
    found = Violation.objects.get()
    opened = client.get(f"{LIST}{found.pk}/")
    assert "处罚数 1" in text(opened)
    assert f"/indicators/casework.penalties/?period=2026&amp;place=u{world.bureau.pk}" in (
        opened.content.decode()
    )
    nothing = client.post(f"{LIST}{found.pk}/", {"words": " ", "version": found.version})
    assert nothing.status_code == 422
    assert "请写明原因" in text(nothing)
    done = client.post(
        f"{LIST}{found.pk}/", {"words": "移送的案件。", "version": found.version}, follow=True
    )
    assert "移送的案件。统筹员，2026-03-02 10:00" in text(done)
    assert "已说明" in text(client.get(f"{LIST}?state=explained"))
    assert "没有这种状态的" in text(client.get(f"{LIST}?state=open"))


def test_figures_lead_on_and_what_is_behind_the_link_opens(world, coordinator, punish, browse):
    punish()
    validating.run(None, world.county, YEAR, AT)
    client = browse(coordinator)
    address = f"/indicators/casework.penalties/?period=2026&place=u{world.bureau.pk}"
    assert client.get(address).status_code == 200
    assert reverse("validation") in client.get("/indicators/").content.decode()


def test_who_may_not_compare_or_explain_is_told_who_may(world, punish, browse):
    punish()
    validating.run(None, world.county, YEAR, AT)
    found = Violation.objects.get()
    client = browse(world.person("同事", world.office, "reporter"))
    assert "由本级的统筹员、督察员或者领导核对" in text(client.get(LIST))
    assert client.post(run_address(world)).status_code == 403
    page = client.get(f"{LIST}{found.pk}/")
    assert "由该单位的人员或者本级政府的统筹员说明" in text(page)
    assert "<textarea" not in page.content.decode()
    posted = client.post(f"{LIST}{found.pk}/", {"words": "原因", "version": 1})
    assert posted.status_code == 403


def test_another_countys_are_not_there(world, punish, browse):
    punish()
    validating.run(None, world.county, YEAR, AT)
    client = browse(world.person("外县", world.other_bureau, "coordinator"))
    assert client.get(f"{LIST}{Violation.objects.get().pk}/").status_code == 404
    assert client.get(f"{LIST}?place=g{world.county.pk}").status_code == 403
    assert client.post(run_address(world)).status_code == 403


def test_what_is_fixed_needs_no_answer(world, coordinator, punish, inspect, browse):
    punish()
    validating.run(None, world.county, YEAR, AT)
    inspect()
    client = browse(coordinator)
    assert "没有待答复的" in text(client.post(run_address(world), follow=True))
    page = client.get(f"{LIST}{Violation.objects.get().pk}/")
    assert "两边已经相符" in text(page)
    assert "<textarea" not in page.content.decode()


@pytest.mark.parametrize("period", ["2026-13", "公元", "9" * 500])
def test_a_period_that_cannot_be_read_is_asked_again(world, coordinator, casework, browse, period):
    client = browse(coordinator)
    assert client.get(LIST, {"period": period}).status_code == 400
    assert client.post(f"{reverse('validation_run')}?period={period}").status_code == 400


def test_the_queries_of_the_pages_are_bounded(
    world, coordinator, punish, browse, django_assert_max_num_queries
):
    for number in range(60):
        unit = Unit.objects.create(government=world.county, code=f"u{number}", name=f"单位{number}")
        Violation.objects.create(
            rule="casework.penalties_within_inspections",
            government=world.county,
            unit=unit,
            period="2026",
            stated=_stated(),
            position=1,
            found_at=AT,
            answered_by=coordinator,
            answered_at=AT,
        )
    client = browse(coordinator)
    client.get(LIST)
    with django_assert_max_num_queries(22):
        page = client.get(LIST)
    assert "第 1 页，共 2 页" in text(page)
    with django_assert_max_num_queries(16):
        client.get(f"{LIST}{Violation.objects.first().pk}/")


def _stated():
    figure = {"indicator": "casework.penalties", "sign": 1, "counted": 1, "base": 1, "value": "1"}
    gone = figure | {"indicator": "casework.no_more", "value": None, "sign": -1}
    return {
        "label": "处罚数不多于检查数",
        "operator": "<=",
        "source": "某市检查办法",
        "left": {"value": "1", "missing": "skip", "figures": [figure, gone]},
        "right": {"value": None, "missing": "violates", "figures": [gone]},
    }


def test_the_figures_of_a_comparison_are_of_one_position(world, punish):
    punish()
    before = results.position()
    assert validating.run(None, world.county, YEAR, AT).position == before
