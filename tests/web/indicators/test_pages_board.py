"""The board: by role, with the cards somebody chose, kept apart from everybody else's."""

# ruff: noqa: F811  # fixtures of the other file are asked for by their names
from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import World
from tests.web.indicators.test_pages import many, page, text
from tests.web.indicators.wide import visit, wide  # noqa: F401
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.dashboard import keeping
from zhunsheng.web.organizations.models import Unit, User

pytestmark = pytest.mark.django_db
BOARD, CARDS = "/dashboard/", "/dashboard/cards/"


@pytest.fixture
def coordinator(world: World) -> User:
    return world.person("统筹员", world.bureau, "coordinator")


def labels(shown: Any) -> list[str]:
    return [text(one) for one in shown.xpath("//ul[contains(@class, 'board')]/li/h2")]


def test_a_coordinator_sees_the_government_and_who_stands_worst(
    world, wide, clerk, coordinator, browse
):
    many(clerk, world.bureau, 6, finished=6)
    many(clerk, world.office, 6, finished=3)
    keeping.add(coordinator, "casework.finished")
    shown = page(browse(coordinator), BOARD)
    assert "溪口县 · 2026年截至3月2日" in text(shown)
    assert "75.00% 9/12" in text(shown)
    assert "哪些单位逾期了" in text(shown)
    assert "本级政府" not in text(shown)


def test_who_works_in_a_unit_sees_it_beside_its_government(world, casework, clerk, browse):
    many(clerk, world.bureau, 4, finished=4)
    many(clerk, world.office, 4, finished=0)
    reporter = world.person("填报员", world.bureau, "reporter")
    keeping.add(reporter, "casework.finished")
    shown = page(browse(reporter), BOARD)
    card = text(shown.xpath("//li[./h2[contains(., '检查完成率')]]")[0])
    assert "100.00% 4/4" in card
    assert "本级政府 4/8 50.00%" in card
    assert "哪些单位逾期了" not in text(shown)


def test_the_level_above_sees_the_governments_below(world, casework, clerk, browse):
    many(clerk, world.bureau, 4, finished=4)
    many(clerk, world.other_bureau, 4, finished=1)
    office = Unit.objects.create(government=world.prefecture, code="sfj", name="云溪市司法局")
    inspector = world.person("督察员", office, "inspector")
    keeping.add(inspector, "casework.finished")
    keeping.move(inspector, "casework.finished", -keeping.MOST)
    shown = page(browse(inspector), BOARD)
    rows = {text(one) for one in shown.xpath("//table[contains(@class, 'below')]/tbody/tr")}
    assert any(one.startswith("溪口县") and "100.00% 4/4" in one for one in rows)
    assert any(one.startswith("石岭县") and "25.00% 1/4" in one for one in rows)


def test_cards_are_added_moved_and_taken_away(world, wide, coordinator, browse):
    client = browse(coordinator)
    client.post(CARDS, {"reset": "1"})
    before = labels(page(client, BOARD))
    response = client.post(CARDS, {"add": "1", "indicator": "casework.heard", "period": "2026"})
    assert response.headers["Location"] == "/dashboard/?period=2026&edit=1"
    assert labels(page(client, BOARD)) == [*before, "听取陈述的检查"]
    client.post(CARDS, {"earlier": "1", "indicator": "casework.heard"})
    assert labels(page(client, BOARD))[-2] == "听取陈述的检查"
    client.post(CARDS, {"later": "1", "indicator": "casework.heard"})
    client.post(CARDS, {"remove": "1", "indicator": "casework.heard"})
    assert labels(page(client, BOARD)) == before
    other = world.person("另一名统筹员", world.bureau, "coordinator")
    client.post(CARDS, {"remove": "1", "indicator": keeping.chosen(coordinator)[0].name})
    assert labels(page(browse(other), BOARD)) == before


def test_a_board_holds_twelve_cards_and_says_so(world, wide, coordinator, browse):
    client = browse(coordinator)
    names = [named.name for named in catalogue().indicators()]
    responses = [client.post(CARDS, {"add": "1", "indicator": name}) for name in names]
    assert responses[-1].status_code == 400
    assert "最多12张" in responses[-1].content.decode()
    assert len(labels(page(client, BOARD))) == keeping.MOST
    assert "已有 12 张卡片" in text(page(client, f"{BOARD}?edit=1"))


def test_what_is_no_card_is_refused(world, wide, coordinator, browse):
    client = browse(coordinator)
    assert client.get(CARDS).status_code == 405
    assert client.post(CARDS, {"add": "1", "indicator": "casework.nothing"}).status_code == 400
    assert client.post(CARDS, {"remove": "1", "indicator": "casework.heard"}).status_code == 404
    assert client.post(CARDS, {}).status_code == 302


def test_a_form_without_its_token_is_refused(world, wide, coordinator, browse):
    client = browse(coordinator)
    client.handler.enforce_csrf_checks = True
    assert client.post(CARDS, {"reset": "1"}).status_code == 403
