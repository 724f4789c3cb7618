"""The coordinator asks, the unit answers: orders, circulars, findings through the pages and actions."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.urls import reverse

from tests.domains.golden_cases import golden
from tests.web.conftest import AT, World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import policy
from zhunsheng.web.organizations.models import Membership, UnitGroup, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError
from zhunsheng.web.registers.hints import hints_for
from zhunsheng.web.registers.lateness import bring_up_to_date
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all
from zhunsheng.web.work.waiting import waiting_for


@pytest.fixture
def coordinator(world: World) -> User:
    return world.person("统筹", world.bureau, "coordinator")


@pytest.fixture
def theirs(world: World) -> User:
    """Somebody of the unit that has to answer."""
    return world.person("承办人", world.office, "reporter")


def lawful(register: str, **more: object) -> dict[str, object]:
    domain, _, key = register.partition(".")
    return golden(domain, "entries")["entries"][key] | more


def made(world: World, user: User, register: str, **more: object) -> Entry:
    raw = lawful(register, **more)
    return actions.create(world.actor(user), register, world.office, raw, AT)


def take(
    world: World, user: User, entry: Entry, step: str, at: datetime = AT, **more: object
) -> Entry:
    domain, _, key = entry.register.partition(".")
    raw = golden(domain, "entries")["steps"][key][step]["values"] | more
    entry.refresh_from_db()
    return actions.take_step(world.actor(user), entry.pk, entry.version, step, raw, at)


def test_the_unit_answers_an_order_and_the_coordinator_closes_it(world: World, coordinator, theirs):
    order = made(world, coordinator, "supervision.order")
    take(world, coordinator, order, "issue")
    assert waiting_for(world.actor(theirs), 5).entries == [order]
    with pytest.raises(ForbiddenError):
        take(world, coordinator, order, "sign")
    take(world, theirs, order, "sign")
    take(world, theirs, order, "report")
    with pytest.raises(ForbiddenError):
        take(world, theirs, order, "close")
    take(world, coordinator, order, "send_back")
    take(world, theirs, order, "report", reported="2026-03-19 17:00")
    assert take(world, coordinator, order, "close").state == "closed"
    assert verify_all().faults == ()


def test_the_unit_cannot_change_what_it_was_asked(world: World, coordinator, theirs):
    order = made(world, coordinator, "supervision.order")
    with pytest.raises(ForbiddenError):
        actions.change(world.actor(theirs), order.pk, order.version, {"asked": "不办"}, AT)


def test_nobody_moves_the_last_day_of_an_order_by_changing_it(world: World, coordinator):
    order = take(world, coordinator, made(world, coordinator, "supervision.order"), "issue")
    raw = {"until": "2026-12-31"}
    with pytest.raises(InvalidError):
        actions.change(world.actor(coordinator), order.pk, order.version, raw, AT)


def test_an_order_that_was_late_stays_late_though_it_was_closed(world: World, coordinator, theirs):
    order = take(world, coordinator, made(world, coordinator, "supervision.order"), "issue")
    take(world, theirs, order, "sign")
    over = AT.replace(day=21)
    bring_up_to_date(over)
    order.refresh_from_db()
    assert order.late
    with pytest.raises(InvalidError):
        take(world, coordinator, order, "extend", over, extended_on="2026-03-21")
    take(world, theirs, order, "report", over, reported="2026-03-21 09:00")
    assert take(world, coordinator, order, "close", AT.replace(day=23)).late


def test_another_unit_sees_nothing_of_an_order(world: World, coordinator):
    order = made(world, coordinator, "supervision.order")
    other = world.actor(world.person("旁人", world.bureau, "reporter"))
    assert not policy.entries_for(other).filter(pk=order.pk).exists()


def test_one_circular_reaches_every_addressee(world: World, coordinator, browse):
    group = UnitGroup.objects.create(government=world.county, name="各部门")
    for unit in (world.bureau, world.office):
        Membership.objects.create(group=group, unit=unit)
    client = browse(coordinator)
    posted = {key: str(value) for key, value in lawful("supervision.circular").items()}
    posted |= {"kind": "issuing", "unit": str(world.bureau.pk), "also": "各部门、溪口县司法局"}
    response = client.post(reverse("new", args=["supervision.circular"]), posted, follow=True)
    assert "另为1个单位各登记一份" in response.content.decode()
    found = Entry.unscoped.filter(register="supervision.circular")
    assert {one.unit for one in found} == {world.bureau, world.office}
    assert verify_all().faults == ()


def test_a_name_that_is_no_unit_stops_them_all(world: World, coordinator, browse):
    client = browse(coordinator)
    posted = {key: str(value) for key, value in lawful("supervision.order").items()}
    posted |= {"unit": str(world.bureau.pk), "also": "溪口县发展和改革局、石岭县司法局"}
    response = client.post(reverse("new", args=["supervision.order"]), posted)
    assert response.status_code == 422
    page = response.content.decode()
    assert "您不能为其登记：石岭县司法局" in page
    assert 'value="溪口县发展和改革局、石岭县司法局"' in page
    assert not Entry.unscoped.exists()


def test_where_reporters_enter_nothing_is_spread(world: World, browse):
    both = world.person("两处填报", world.bureau, "reporter")
    page = browse(both).get(reverse("new", args=["demonstration.highlight"])).content.decode()
    assert 'name="also"' not in page


def test_a_problem_that_two_sources_found_is_merged_and_keeps_both(
    world: World, coordinator, browse
):
    plain = {"source": "congress", "report_received": None}
    main = made(world, coordinator, "supervision.finding", **plain)
    other = made(world, coordinator, "supervision.finding", **plain | {"source": "media"})
    assert [
        len(hint.others) for hint in hints_for(world.actor(coordinator), other, _named(other))
    ] == [1]
    take(world, coordinator, other, "merge", merged_into=main.number)
    other.refresh_from_db()
    assert (other.state, other.values["source"]) == ("merged", "media")
    page = browse(coordinator).get(reverse("record", args=[main.pk])).content.decode()
    assert other.number in page


def _named(entry: Entry):
    return catalogue().register(entry.register)


def test_counts_of_discipline_are_seen_in_their_unit_alone(world: World, reporter, browse):
    raw = lawful("supervision.discipline_forms", first=917, whole=918)
    entry = actions.create(
        world.actor(reporter), "supervision.discipline_forms", world.bureau, raw, AT
    )
    assert "917" in browse(reporter).get(reverse("record", args=[entry.pk])).content.decode()
    for role in ("leader", "coordinator", "inspector"):
        user = world.person(role, world.office, role)
        page = browse(user).get(reverse("record", args=[entry.pk]))
        assert "917" not in page.content.decode()
    told = [one for one in catalogue().indicators() if one.register.name == entry.register]
    assert told == []


def test_an_agenda_is_judged_by_its_first_topic(world: World, reporter):
    late = [{"topic": "审议年度安排"}, {"topic": "学习宪法", "study": True}]
    for topics, expected in ((late, False), (late[::-1], True)):
        raw = lawful("leadership.agenda", topics=topics)
        entry = actions.create(world.actor(reporter), "leadership.agenda", world.bureau, raw, AT)
        assert entry.values["begins_with_study"] is expected


def test_names_of_instruments_that_look_alike_are_pointed_out(world: World, reporter):
    actor = world.actor(reporter)
    names = ("某县重大行政决策程序实施细则", "某县重大行政决策程序实施细则（试行）", "信访工作条例")
    entries = [
        actions.create(
            actor,
            "leadership.cited_instrument",
            world.bureau,
            lawful("leadership.cited_instrument", name=name),
            AT,
        )
        for name in names
    ]
    assert [len(hint.others) for hint in hints_for(actor, entries[0], _named(entries[0]))] == [1]
    assert hints_for(actor, entries[2], _named(entries[2])) == ()
