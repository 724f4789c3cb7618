"""Openness through the one door, beyond its golden cases."""

from __future__ import annotations

from tests.domains.golden_cases import cases, entry_of
from tests.web.conftest import AT
from tests.web.golden import standing
from zhunsheng.web.registers import actions

PLATFORM = {"domain": "openness", "name": "platform", "register": "platform", "way": []}


def test_a_request_that_was_late_once_stays_late_when_its_correction_starts_the_term_again(desk):
    (case,) = [c for c in cases("clocks", "openness") if "第八个工作日才告知补正" in c["name"]]
    entry = desk.follow(case)
    assert (entry.done, entry.late) == (True, True)
    reply = next(s for s in standing(entry, case).statuses if s.run.clock.key == "reply")
    assert reply.state.value == "met"


def test_the_record_page_shows_days_the_entry_names_and_what_looks_alike(
    desk, browse, reporter, django_assert_max_num_queries
):
    entry = desk.follow(PLATFORM)
    desk.follow(PLATFORM | {"entry": {"name": "城市生活缴费平台", "items": "燃气缴费、社保查询"}})
    clerk = browse(reporter)
    with django_assert_max_num_queries(20):
        page = clerk.get(f"/entries/{entry.pk}/").content.decode()
    assert "平台更新" in page
    assert "2026-04-01" in page
    assert "另有1个平台承载同样的事项" in page
    assert "城市生活缴费平台" in page


def test_what_another_government_holds_is_not_pointed_out(desk, browse, reporter, world):
    entry = desk.follow(PLATFORM)
    elsewhere = world.person("外县填报员", world.other_bureau, "reporter")
    raw = entry_of(PLATFORM) | {"responsible": world.other_bureau.name}
    actions.create(world.actor(elsewhere), "openness.platform", world.other_bureau, raw, AT)
    assert "承载同样的事项" not in browse(reporter).get(f"/entries/{entry.pk}/").content.decode()
