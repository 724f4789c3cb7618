"""Whatever somebody with the database in hand changes in a chained table is found and named."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import models

from tests.web.conftest import AT, REQUEST
from zhunsheng.web import clock
from zhunsheng.web.ledger import chain, keys, signed, tree
from zhunsheng.web.ledger.models import (
    Head,
    SigningKey,
    StoredCheckpoint,
    StoredLine,
    StoredOpening,
    TreePart,
)
from zhunsheng.web.registers import actions, verifying
from zhunsheng.web.registers.lateness import bring_up_to_date
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all
from zhunsheng.web.search.models import Document

LATER = AT + timedelta(days=1)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: LATER)
    # A block of two lines, so that a small ledger has stored parts too.
    monkeypatch.setattr(tree, "LEVEL", 1)
    monkeypatch.setattr(tree, "BLOCK", 2)
    monkeypatch.setattr(chain, "LEVEL", 1)


@pytest.fixture
def entry(world, reporter) -> Entry:
    """Get the middle one of three entries; all is signed, and a second key has taken over."""
    made = [
        actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
        for _ in range(3)
    ]
    signed.checkpoint(AT)
    keys.rotate(AT, "ed25519")
    signed.checkpoint(LATER)
    assert verify_all().faults == ()
    return made[1]


def other(field: models.Field[Any, Any], value: Any, entry: Entry) -> Any:
    """Get another value than a column has."""
    if field.name == "government":
        return entry.government.parent_id
    if field.name == "unit":
        return entry.government.units.exclude(pk=value).values_list("pk", flat=True).first()
    if field.name in {"entered_by", "changed_by"}:
        return type(entry.entered_by).objects.create(username=field.name).pk
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateTimeField):
        return value + timedelta(microseconds=1)
    if isinstance(field, models.DateField):
        return (value or date(2026, 1, 1)) + timedelta(days=1)
    if isinstance(field, models.JSONField):
        return (value or {}) | {"channel": "别的"}
    if isinstance(field, models.IntegerField):
        return value + 1000
    text = str(value)
    return (
        f"{text}x"
        if len(text) < (field.max_length or 0)
        else f"{'1' if text[0] == '0' else '0'}{text[1:]}"
    )


@pytest.mark.parametrize(
    "name", [field.name for field in Entry._meta.concrete_fields if not field.primary_key]
)
def test_every_column_of_an_entry_is_sealed_or_follows_from_those_that_are(entry, name):
    field = Entry._meta.get_field(name)
    value = other(field, getattr(entry, field.attname), entry)
    Entry.unscoped.filter(pk=entry.pk).update(**{field.attname: value})
    says = [fault.says for fault in verify_all().faults]
    assert says, f"somebody may change {name} unseen: let seal_of hold it"
    number = f"{entry.number}x" if name == "number" else entry.number
    assert any(f"记录{number}“" in one for one in says)


def test_the_key_of_an_entry_is_what_its_lines_speak_of(entry):
    Document.objects.all().delete()  # what refers to a row is checked when a test ends
    Entry.unscoped.filter(pk=entry.pk).update(id=entry.pk + 1000)
    said = "；".join(fault.says for fault in verify_all().faults)
    assert "不见了" in said
    assert "没有账目" in said


STORED = {
    StoredLine: "账目1",
    StoredOpening: "账目",
    Head: "账",
    StoredCheckpoint: "检查点",
    SigningKey: "签名密钥",
    TreePart: "树",
}


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (model, field.name)
        for model in STORED
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.is_relation
    ],
)
def test_every_column_of_what_is_chained_or_signed_is_found_changed(entry, model, name):
    row = model.objects.order_by("pk")[1] if model not in {Head, TreePart} else None
    row = row or model.objects.order_by("pk").first()
    field = model._meta.get_field(name)
    value = (
        "别的"
        if (model, name) == (StoredOpening, "value")
        else other(field, getattr(row, name), entry)
    )
    if name in {"level", "position"}:
        value = 7
    model.objects.filter(pk=row.pk).update(**{name: value})
    if (model, name) in {(TreePart, "level"), (TreePart, "position")}:
        return  # a part that stands elsewhere is a part that is not there: it is made anew
    said = "；".join(fault.says for fault in verify_all().faults)
    assert STORED[model] in said


@pytest.mark.parametrize("model", [*STORED, Entry])
def test_a_row_taken_out_is_found(entry, model):
    rows = Entry.unscoped if model is Entry else model.objects
    row = rows.order_by("pk")[1] if model not in {Head, TreePart} else rows.order_by("pk").first()
    if model is StoredLine:
        StoredOpening.objects.filter(line=row).delete()
    rows.filter(pk=row.pk).delete()
    if model is TreePart:
        return  # it only saves reading; nothing is believed because of it
    assert verify_all().faults


def test_personal_values_taken_away_without_an_erasure_are_found(entry):
    Entry.unscoped.filter(pk=entry.pk).update(private={})
    StoredOpening.objects.filter(line__about=entry.about).delete()
    (fault,) = verify_all().faults
    assert "没有抹去的账目" in fault.says
    assert entry.number in fault.says


def test_a_line_written_past_the_end_is_found(entry):
    last = StoredLine.objects.order_by("-number").first()
    last.pk, last.number = None, last.number + 1
    last.save()
    (fault,) = verify_all().faults
    assert "末尾之后" in fault.says


def test_a_value_that_has_no_canonical_form_is_found_not_stumbled_over(entry):
    StoredLine.objects.filter(number=1).update(says={"entry": 1.5})
    StoredLine.objects.filter(number=0).update(digest="kein Hex")
    said = "；".join(fault.says for fault in verify_all().faults)
    assert "账目1的内容被改动过" in said
    assert "账目0的内容被改动过" in said


def test_a_history_written_anew_is_found_by_the_checkpoints(entry):
    """Somebody changes a line, hashes it and all that follow anew, and corrects the end."""
    StoredLine.objects.filter(number=0).update(about="openness.request/1", did="entry.forged")
    rehash()
    said = [fault.says for fault in verify_all().faults]
    assert any("前3行与当时签名的根不符" in one for one in said)


def rehash() -> None:
    from zhunsheng.engine.ledger.verifier import canonical, leaf  # noqa: PLC0415
    from zhunsheng.web.ledger import store  # noqa: PLC0415

    head, previous = Head.objects.get(), ""
    for line in StoredLine.objects.order_by("number"):
        line.previous = previous
        line.digest = previous = leaf(head.algorithm, canonical(store.plain(line))).hex()
        line.save()
    head.last = previous
    head.save()


def test_lateness_brought_up_to_date_at_night_is_no_fault_and_undone_aside_it_is(
    entry, monkeypatch
):
    overdue = datetime(2026, 6, 1, 3, 0, tzinfo=AT.tzinfo)
    monkeypatch.setattr(clock, "now", lambda: overdue)
    assert bring_up_to_date(overdue).late
    assert verify_all().faults == ()
    Entry.unscoped.filter(pk=entry.pk).update(late=False)
    assert "late" in "；".join(fault.says for fault in verify_all().faults)


def test_a_due_day_that_no_day_gives_is_a_fault(entry):
    Entry.unscoped.filter(pk=entry.pk).update(due=date(2027, 1, 1))
    (fault,) = verify_all().faults
    assert "到期日" in fault.says


def test_what_changes_while_it_is_verified_is_no_fault(entry, world, reporter, monkeypatch):
    """An entry is read, then somebody changes it, then its line is read: looked at again, it holds."""
    compared = verifying._compared
    meanwhile = iter([True])

    def read_late(entries: list[Entry], today: date) -> Any:
        if next(meanwhile, False):
            raw = {"subject": "改过的名称"}
            actions.change(world.actor(reporter), entry.pk, entry.version, raw, AT)
        return compared(entries, today)

    monkeypatch.setattr(verifying, "_compared", read_late)
    assert verify_all().faults == ()


@pytest.mark.parametrize("when", ["before what was signed is read", "after it"])
def test_what_is_signed_while_it_is_verified_is_no_fault(entry, world, reporter, monkeypatch, when):
    read = chain.Signed

    def signed_meanwhile(start: int) -> Any:
        found = read(start) if when == "after it" else None
        actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
        keys.rotate(LATER, "ed25519")
        signed.checkpoint(LATER)
        return found or read(start)

    monkeypatch.setattr(chain, "Signed", signed_meanwhile)
    assert verify_all().faults == ()


def test_a_list_of_faults_has_an_end(entry, monkeypatch):
    monkeypatch.setattr(verifying, "MOST_FAULTS", 2)
    StoredLine.objects.update(who="user/0")
    found = verify_all()
    assert len(found.faults) == 2
    assert found.more
