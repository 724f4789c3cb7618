"""
Actions that are carried out together leave what they leave one by one, and come whole or not at all.

`WRITTEN` are the tables actions write; a batch and single actions are compared row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.db import connection, transaction

from tests.web.conftest import AT, REQUEST, World
from tests.web.test_demo import NOW
from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import actors, demo, policy
from zhunsheng.web.demo import places
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head, StoredLine, StoredOpening
from zhunsheng.web.notifications.models import Mail, Notification, Preference
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.registers import actions, batch, commenting, files
from zhunsheng.web.registers.batch import BrokenBatchError, together
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError
from zhunsheng.web.registers.events import created
from zhunsheng.web.registers.held import Held
from zhunsheng.web.registers.models import Comment, Entry, Link
from zhunsheng.web.registers.verifying import verify_all
from zhunsheng.web.search.index import search
from zhunsheng.web.search.models import Document

WRITTEN = (Entry, Link, Document, StoredLine, StoredOpening, Notification, Mail, Comment, Head)
COUNTED = (*WRITTEN[:2], *WRITTEN[3:-1], Government, Unit, User, Assignment, PlanDraft)
# A link that is written anew gets a key of its own; nothing is called by it.
UNTOLD = {(Link, "id"), (StoredOpening, "id")}
REQUESTS, ORDERS, VISITS = "openness.request", "casework.order", "casework.inspection"
ORDER = {"matter": "限期改正", "made": "2026-02-26"}
VISIT = {"place": "某食品店", "planned": "2026-02-26", "responsible": "溪口县司法局"}


@pytest.fixture
def salted(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Make the salts of commitments follow from their order, from which on is for the caller."""
    numbers = count()

    def again() -> None:
        nonlocal numbers
        numbers = count()

    monkeypatch.setattr(store.os, "urandom", lambda size: next(numbers).to_bytes(size, "big"))
    return again


def renumber() -> None:
    """Give the next rows the keys they would have had, had those before not been rolled back."""
    if connection.vendor == "sqlite":
        return
    with connection.cursor() as cursor:
        for model in COUNTED:
            table = model._meta.db_table
            sequence = f"pg_get_serial_sequence('{table}', 'id')"
            cursor.execute(
                f"SELECT setval({sequence}, (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)"  # noqa: S608
            )


def rows_of(model: Any) -> list[dict[str, Any]]:
    known = [f.attname for f in model._meta.concrete_fields if (model, f.attname) not in UNTOLD]
    rows = list(model._base_manager.values(*known))
    return sorted(rows, key=lambda row: [str(row[key]) for key in known])


def left_by(work: Callable[[], Any], around: Any) -> dict[str, Any]:
    """Get everything some work leaves, and take it back."""
    with transaction.atomic():
        renumber()
        with around:
            said = work()
        found: dict[str, Any] = {model.__name__: rows_of(model) for model in WRITTEN}
        found["said"] = said
        for words in ("方案", "某", "溪口县司法局", "改过"):
            hits = search(Entry.unscoped.all(), words)
            found[f"search {words}"] = list(hits.order_by("pk").values_list("pk", flat=True))
        assert verify_all().faults == ()
        transaction.set_rollback(True)
    return found


def compared(one_by_one: dict[str, Any], at_once: dict[str, Any]) -> None:
    for kind, rows in one_by_one.items():
        assert at_once[kind] == rows, kind


class Office:
    """A morning's work of a bureau, in which most goes well and some is refused."""

    def __init__(self, world: World, reporter: User, approver: User) -> None:
        self.world, self.reporter, self.approver = world, world.actor(reporter), approver
        self.refused: list[str] = []

    def work(self) -> list[str]:
        self.refused = []
        self.requests()
        self.orders()
        self.visits()
        return self.refused

    def tried(self, action: Callable[..., Any], *given: Any, **more: Any) -> Any:
        try:
            return action(*given, **more)
        except RefusedError as error:
            self.refused.append(error.message.zh)
            return None

    def create(self, register: str, *raws: dict[str, Any], after: int = 0) -> list[Entry]:
        at = AT + timedelta(minutes=after)
        return actions.create_many(self.reporter, register, self.world.bureau, raws, at)

    def requests(self) -> None:
        one, other = self.create(REQUESTS, REQUEST, REQUEST | {"subject": "别的方案"})
        self.create(REQUESTS, *[REQUEST | {"subject": f"第{n}件"} for n in range(25)], after=1)
        later = AT + timedelta(minutes=2)
        one = actions.change(
            self.reporter, one.pk, 1, {"handler": "某乙", "contact": "改过"}, later
        )
        self.tried(actions.change, self.reporter, one.pk, 1, {"handler": "某丙"}, later)
        self.tried(actions.change, self.reporter, one.pk, 2, {"channel": "鸽子"}, later)
        one = actions.take_step(self.reporter, one.pk, one.version, "register", {}, later)
        self.tried(actions.take_step, self.reporter, one.pk, one.version, "draft_reply", {}, later)
        self.tried(actions.take_step, self.reporter, other.pk, 1, "no_step", {}, later)
        drafted = {"outcome": "granted", "basis": "条例", "secrecy_reviewed": "是"}
        one = actions.take_step(self.reporter, one.pk, one.version, "draft_reply", drafted, later)
        kept = files.keep("回执.pdf", b"%PDF-1.4 x")
        one = actions.attach(self.reporter, one.pk, "reply", kept, later)
        self.tried(actions.attach, self.reporter, one.pk, "no_field", kept, later)
        other = actions.take_step(self.reporter, other.pk, 1, "register", {}, later)
        self.tried(actions.withdraw, self.reporter, other.pk, other.version, later)
        commenting.comment(self.reporter, one.pk, "请核", [self.approver.pk], later)
        signer = self.world.actor(self.approver)
        self.tried(actions.erase, signer, other.pk, "", later)
        actions.erase(signer, other.pk, "本人要求", later)
        self.create(REQUESTS, REQUEST | {"subject": "末一件"}, after=3)

    def orders(self) -> None:
        self.create(ORDERS, ORDER | {"paper": "1号"}, ORDER | {"paper": "2号"})
        self.tried(self.create, ORDERS, ORDER | {"paper": "3号"}, ORDER | {"paper": "1号"})
        first = self.create(ORDERS, ORDER | {"paper": "3号"})[0]
        self.tried(actions.change, self.reporter, first.pk, 1, {"paper": "2号"}, AT)
        actions.change(self.reporter, first.pk, 1, {"paper": "4号", "matter": "改过"}, AT)

    def visits(self) -> None:
        (first,) = self.create(VISITS, VISIT)
        finding = {"matter": "无证", "by": "溪口县司法局", "earlier": first.number}
        (second,) = self.create(VISITS, VISIT | {"findings": [finding]})
        self.tried(self.create, VISITS, VISIT | {"responsible": "没有这个单位"})
        self.tried(self.create, VISITS, VISIT | {"findings": [finding | {"earlier": "2026-99999"}]})
        (order,) = self.create(ORDERS, ORDER | {"plan": first.number})
        order = actions.change(self.reporter, order.pk, 1, {"plan": second.number}, AT)
        order = actions.change(self.reporter, order.pk, 2, {"plan": None, "matter": "改过"}, AT)
        actions.change(self.reporter, order.pk, 3, {"plan": first.number}, AT)
        done = {"inspected": "2026-02-27", "heard": "是"}
        second = actions.take_step(self.reporter, second.pk, 1, "inspect", done, AT)
        second = actions.withdraw(self.reporter, second.pk, 2, AT)
        second = actions.take_step(self.reporter, second.pk, 3, "inspect", done, AT)
        signer = self.world.actor(self.approver)
        self.tried(actions.take_step, self.reporter, second.pk, 4, "close", {"result": "无"}, AT)
        actions.take_step(signer, second.pk, 4, "close", {"result": "已改"}, AT)


@pytest.fixture
def office(world: World, reporter: User, approver: User, casework: None, settings, tmp_path):
    settings.HOME = tmp_path
    settings.EMAIL_HOST = "mail.invalid"
    User.objects.filter(pk=approver.pk).update(email="a@mail.invalid")
    approver.refresh_from_db()
    Preference.objects.create(user=approver, kind="waiting", way="mail")
    return Office(world, reporter, approver)


@pytest.mark.parametrize("most_waiting", [1, 7, 500])
def test_what_is_done_together_is_what_is_done_one_by_one(office, salted, most_waiting):
    salted()
    one_by_one = left_by(office.work, nullcontext())
    assert len(one_by_one["said"]) == 12
    assert {line["did"] for line in one_by_one["StoredLine"]} >= {"entry.erase", "comment.make"}
    assert one_by_one["Mail"]
    salted()
    compared(one_by_one, left_by(office.work, together(most_waiting=most_waiting, most_held=3)))


class Part:
    """A part of the catalogue with references, fellows, numbers used once, clocks and many steps."""

    def registers(self) -> list[NamedRegister]:
        known = catalogue()
        return [*known.registers("inspection"), *known.registers("legality_review")]


@contextmanager
def alone(**_: object) -> Iterator[Any]:
    """Let the actions of a demonstration be taken one by one."""

    class Nothing:
        @property
        def held(self) -> Held:
            return Held()

        def write(self) -> None:
            """Nothing waits."""

    yield Nothing()


def test_a_year_is_the_same_done_one_by_one_and_in_one_batch(
    db, salted, settings, tmp_path, monkeypatch
):
    settings.HOME = tmp_path
    monkeypatch.setattr(demo, "catalogue", Part)
    monkeypatch.setattr(places, "make_password", lambda _: "none")
    years = []
    for way in (alone, together):
        monkeypatch.setattr(demo, "together", way)
        salted()
        years.append(left_by(lambda: demo.build(NOW, entries=1) and None, nullcontext()))
    assert len(years[0]["StoredLine"]) > 100
    compared(*years)


def test_what_is_refused_in_the_middle_leaves_nothing_and_the_rest_stands(office):
    with together():
        one, other = office.create(REQUESTS, REQUEST, REQUEST)
        with pytest.raises(InvalidError):
            office.create(REQUESTS, REQUEST, REQUEST | {"channel": "鸽子"})
        with pytest.raises(InvalidError):
            actions.change(office.reporter, one.pk, 1, {"received": "昨天"}, AT)
        third = office.create(REQUESTS, REQUEST)[0]
    assert [entry.number for entry in (one, other, third)] == [f"2026-0000{n}" for n in (1, 2, 3)]
    assert set(Entry.unscoped.values_list("version", flat=True)) == {1}
    assert StoredLine.objects.filter(did__startswith="entry.").count() == 3
    assert verify_all().faults == ()


def test_a_failure_in_the_middle_takes_everything_back(office):
    def work() -> None:
        with together(most_waiting=1):
            office.create(REQUESTS, REQUEST)
            office.create(REQUESTS, REQUEST)
            raise RuntimeError("power failure")

    with pytest.raises(RuntimeError, match="power"):
        work()
    assert not Entry.unscoped.exists()
    assert not StoredLine.objects.filter(did="entry.create").exists()


def test_an_action_whose_listener_failed_is_not_kept_by_overlooking_it(office):
    def fails(**_: object) -> None:
        raise ForbiddenError("不行。", "No.")

    created.connect(fails)
    try:
        with pytest.raises(BrokenBatchError), together():
            office.tried(office.create, REQUESTS, REQUEST)
    finally:
        created.disconnect(fails)
    assert not Entry.unscoped.exists()


def test_a_line_that_cannot_be_chained_is_refused_by_itself(office, monkeypatch):
    def unchainable(entry, changed, more=None):
        return store.Draft(about=entry.about, says={"half": 0.5}, personal={})

    with together():
        first = office.create(REQUESTS, REQUEST)[0]
        with monkeypatch.context() as broken:
            broken.setattr(batch.keeping, "draft", unchainable)
            with pytest.raises(ValueError, match="没有规范写法"):
                actions.change(office.reporter, first.pk, 1, {"handler": "某乙"}, AT)
        office.create(REQUESTS, REQUEST)
    assert "handler" not in Entry.unscoped.get(pk=first.pk).values
    assert verify_all().faults == ()


def test_what_is_only_tried_leaves_nothing_and_the_batch_around_it_goes_on(office):
    with together():
        one = office.create(REQUESTS, REQUEST)[0]
        with together(alone=True) as trial:
            actions.take_step(office.reporter, one.pk, 1, "register", {}, AT)
            office.create(REQUESTS, REQUEST)
            trial.drop()
        actions.change(office.reporter, one.pk, 1, {"handler": "某乙"}, AT)
        office.create(REQUESTS, REQUEST)
    assert list(Entry.unscoped.order_by("pk").values_list("number", "state", "version")) == [
        ("2026-00001", "received", 2),
        ("2026-00002", "received", 1),
    ]
    assert verify_all().faults == ()


def test_a_batch_that_was_rolled_back_with_something_else_comes_to_nothing(office):
    def whole() -> None:
        with together():
            office.create(REQUESTS, REQUEST)
            with pytest.raises(InvalidError), transaction.atomic():
                commenting.comment(office.reporter, Entry.unscoped.get().pk, " ", [], AT)
            office.create(REQUESTS, REQUEST)

    with pytest.raises((BrokenBatchError, Entry.DoesNotExist)):
        whole()
    assert not Entry.unscoped.exists()

    with together() as one:
        made = office.create(REQUESTS, REQUEST)[0]
        one.write()
        with pytest.raises(InvalidError), transaction.atomic():
            commenting.comment(office.reporter, made.pk, " ", [], AT)
        office.create(REQUESTS, REQUEST)
    assert Entry.unscoped.count() == 2
    assert verify_all().faults == ()


def test_an_entry_that_was_given_out_stays_as_it_was(office):
    with together():
        made = office.create(REQUESTS, REQUEST)[0]
        changed = actions.change(office.reporter, made.pk, 1, {"handler": "某乙"}, AT)
        actions.take_step(office.reporter, made.pk, 2, "register", {}, AT)
    assert (made.version, changed.version) == (1, 2)
    assert "handler" not in made.values
    assert changed.state == "received"


def test_whoever_may_see_or_name_an_entry_is_the_same_in_memory_and_in_a_query(
    world, office, reporter, approver
):
    office.work()
    stranger = world.person("外县", world.other_bureau, "reporter")
    neighbour = world.person("邻局", world.office, "reporter")
    roles = ("coordinator", "leader", "inspector", "legal_reviewer")
    people = [reporter, approver, stranger, neighbour]
    people += [world.person(role, world.office, role) for role in roles]
    other = world.person("另一县填报员", world.other_bureau, "reporter", "coordinator")
    raw = VISIT | {"responsible": "石岭县司法局"}
    actions.create(world.actor(other), VISITS, world.other_bureau, raw, AT)
    everything = list(Entry.unscoped.select_related("government"))
    for user in [*people, other]:
        actor = actors.actor_of(user, AT.date())
        seen = set(policy.entries_for(actor).values_list("pk", flat=True))
        named = set(policy.entries_to_refer_to(actor).values_list("pk", flat=True))
        assert {one.pk for one in everything if policy.may_see(actor, one)} == seen
        assert {one.pk for one in everything if policy.may_refer_to(actor, one)} == named
