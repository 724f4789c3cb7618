"""What was signed of the ledger stays comparable: checkpoints, keys, proofs, incremental verification."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import AT, REQUEST
from zhunsheng.engine.ledger.verifier import LedgerError, kept_checkpoints, verify
from zhunsheng.web import clock
from zhunsheng.web.ledger import keys, runs, signed, store, tree
from zhunsheng.web.ledger.exporting import checkpoint_texts, export_texts, proof_of
from zhunsheng.web.ledger.models import (
    SigningKey,
    StoredCheckpoint,
    StoredLine,
    TreePart,
    Verification,
)
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

LATER = AT + timedelta(days=1)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(clock, "now", lambda: LATER)
    monkeypatch.setattr(settings, "HOME", tmp_path)


@pytest.fixture
def enter(world, reporter):
    """Get what makes so many entries at once."""

    def made(count: int) -> list[Entry]:
        actor = world.actor(reporter)
        return actions.create_many(actor, "openness.request", world.bureau, [REQUEST] * count, AT)

    return made


def test_a_checkpoint_is_kept_and_stands_in_the_ledger(enter):
    enter(3)
    point = signed.checkpoint(AT)
    assert (point.size, StoredLine.objects.last().did) == (3, signed.SIGNED)
    assert verify_all().faults == ()


def test_where_nothing_was_added_the_last_checkpoint_stands(enter):
    enter(2)
    assert signed.checkpoint(AT).pk == signed.checkpoint(LATER).pk
    enter(1)
    assert signed.checkpoint(LATER).size == 4


def test_a_ledger_without_lines_can_be_signed_too(db: None):
    assert signed.checkpoint(AT).size == 0
    assert verify(checkpoint_texts(StoredCheckpoint.objects.all())).checkpoints == 1
    assert verify_all().faults == ()


@pytest.mark.parametrize("scheme", ["ed25519", "sm2"])
def test_what_is_signed_verifies_from_the_file_alone(enter, monkeypatch, scheme):
    monkeypatch.setattr(settings, "LEDGER_SIGNER", scheme)
    enter(2)
    texts = list(export_texts(AT))
    public = SigningKey.objects.get().public
    assert verify(texts, [public]).checkpoints == 1
    assert verify_all().faults == ()


def test_the_key_is_kept_where_only_the_site_reads_it(enter):
    signed.checkpoint(AT)
    (file,) = (settings.HOME / "ledger_keys").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_another_way_of_signing_takes_over_and_either_key_vouches_for_the_other(enter, monkeypatch):
    enter(2)
    signed.checkpoint(AT)
    monkeypatch.setattr(settings, "LEDGER_SIGNER", "sm2")
    enter(1)
    texts = list(export_texts(LATER))
    first, second = SigningKey.objects.all()
    assert (second.former, second.scheme) == (first.name, "sm2")
    for key in (first, second):
        assert verify(texts, [key.public]).checkpoints == 2
    assert verify_all().faults == ()


def test_after_a_lost_key_only_the_new_one_is_believed(enter):
    enter(1)
    signed.checkpoint(AT)
    for file in (settings.HOME / "ledger_keys").iterdir():
        file.unlink()
    enter(1)
    with pytest.raises(LedgerError, match="备份"):
        signed.checkpoint(LATER)
    with pytest.raises(LedgerError, match="备份"):
        keys.rotate(LATER, "ed25519")
    key = keys.rotate(LATER, "ed25519", lost=True)
    point = signed.checkpoint(LATER)
    assert verify(checkpoint_texts([point]), [key.public]).checkpoints == 1
    assert verify_all().faults == ()


def test_a_file_that_is_not_the_keys_own_signs_nothing(enter):
    signed.checkpoint(AT)
    (file,) = (settings.HOME / "ledger_keys").iterdir()
    file.write_text("07" * 32, "ascii")
    enter(1)
    with pytest.raises(LedgerError, match="与公钥不符"):
        signed.checkpoint(LATER)


def test_a_ledger_that_does_not_continue_what_was_signed_is_not_signed_again(enter):
    enter(3)
    signed.checkpoint(AT)
    StoredLine.objects.filter(number=1).update(digest="ab" * 32)
    enter(1)
    with pytest.raises(LedgerError, match="不能再签"):
        signed.checkpoint(LATER)


def test_a_kept_checkpoint_finds_a_history_written_anew(enter):
    enter(5)
    kept = kept_checkpoints(checkpoint_texts([signed.checkpoint(AT)]))
    enter(2)
    assert verify(export_texts(LATER), (), kept.items()).kept == 1
    # The owner of the database begins again, with the keys, and signs as before.
    for model in (StoredCheckpoint, TreePart):
        model.objects.all().delete()
    StoredLine.objects.filter(number=0).update(who="user/0")
    rewritten()
    with pytest.raises(LedgerError, match="被改写过"):
        verify(export_texts(LATER), (), kept.items())


def rewritten() -> None:
    from tests.web.test_tampering import rehash  # noqa: PLC0415

    StoredLine.objects.filter(did=signed.SIGNED).update(did="entry.create", says={})
    rehash()


def test_one_checkpoint_is_proved_to_continue_another(enter):
    enter(5)
    first = signed.checkpoint(AT)
    enter(7)
    texts = list(checkpoint_texts([signed.checkpoint(LATER), first]))
    assert verify(texts).continued == 1
    assert verify(texts, (), [(first.size, first.root)]).kept == 1


@pytest.mark.parametrize("count", [1, 2, 255, 256, 257, 600])
def test_the_lines_about_an_entry_are_proved_wherever_they_stand(enter, count):
    entries = enter(count)
    for entry in {entries[0], entries[count // 2], entries[-1]}:
        report = verify(proof_of([entry.about], LATER))
        assert (report.lines, report.proofs) == (1, 1)


def test_parts_of_the_tree_grow_with_the_checkpoints_and_verify(enter):
    for count in (200, 200, 700, 1, 300):
        enter(count)
        signed.checkpoint(LATER)
    head = StoredLine.objects.count()
    assert TreePart.objects.filter(level=tree.LEVEL).count() == (head - 1) // tree.BLOCK
    assert verify_all().faults == ()
    first = StoredCheckpoint.objects.first()
    assert verify_all(first.size).faults == ()


def test_a_proof_reads_a_few_hundred_hashes_however_long_the_ledger(enter):
    entries = enter(1500)
    signed.checkpoint(AT)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        verify(proof_of([entries[700].about], AT))
    assert len(queries) <= 15
    made = tree.StoredTree("sm3")
    made.fetch([(0, 1500)])
    assert len(made._leaves) <= 2 * tree.BLOCK


def verified() -> Verification:
    """Get a verification of what is new, carried out."""
    begun = runs.begin("某人", AT, full=False)
    assert begun is not None
    return runs.carry_out(begun)


def test_only_what_came_after_the_last_good_verification_is_looked_at(enter):
    enter(4)
    signed.checkpoint(AT)
    done = verified()
    assert (done.state, done.start, done.size) == ("good", 0, 5)
    new = enter(2)
    Entry.unscoped.filter(pk=new[0].pk - 1).update(title="以前的")
    done = verified()
    assert (done.state, done.start, done.size) == ("good", 4, 7)
    Entry.unscoped.filter(pk=new[0].pk).update(title="新的")
    done = verified()
    assert (done.state, done.fault_count) == ("bad", 1)
    # After a bad one everything is looked at.
    done = verified()
    assert (done.start, done.fault_count) == (0, 2)


def test_one_verification_goes_on_at_a_time_until_it_is_silent(enter):
    first = runs.begin("某人", LATER, full=True)
    assert runs.begin("别人", LATER, full=True) is None
    assert runs.running(LATER + runs.SILENT * 2) is None
    first.refresh_from_db()
    assert first.state == "failed"


def test_a_verification_that_breaks_off_says_so(enter, monkeypatch):
    def broken(*_: object) -> None:
        raise LedgerError("断了")

    monkeypatch.setattr(runs, "verify_all", broken)
    begun = runs.begin("某人", LATER, full=True)
    with pytest.raises(LedgerError):
        runs.carry_out(begun)
    begun.refresh_from_db()
    assert begun.state == "failed"


def test_a_verification_tells_how_far_it_is(enter, monkeypatch):
    monkeypatch.setattr(runs, "_TELL_EVERY", 0.0)
    monkeypatch.setattr(store, "CHUNK", 2)
    enter(5)
    begun = runs.begin("某人", LATER, full=True)
    assert begun.total == 10
    seen = []
    save = type(begun).save

    def watched(self, *args: object, **options: object) -> None:
        seen.append(self.done)
        save(self, *args, **options)

    monkeypatch.setattr(type(begun), "save", watched)
    assert runs.carry_out(begun).state == "good"
    assert seen == sorted(seen)
    assert seen[-1] == 10


@pytest.mark.django_db(transaction=True)
def test_verifying_holds_no_transaction_while_it_reads(world, reporter, enter, monkeypatch):
    enter(3)
    from zhunsheng.web.ledger import chain  # noqa: PLC0415

    opened = chain._wrong_openings

    def watched(*given: object) -> object:
        assert not connection.in_atomic_block
        return opened(*given)

    monkeypatch.setattr(chain, "_wrong_openings", watched)
    assert verify_all().faults == ()
