"""Processes for tests of faults: one that writes until it is killed, one that writes against another."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count, groupby
from typing import Any

BULK = 60
RAW = {
    "received": date.today().isoformat(),  # noqa: DTZ011  # not late yet, but in a year
    "channel": "online",
    "applicant": "某甲",
    "applicant_kind": "person",
    "subject": "某事项",
    "content": "内容",
}
REGISTER = "openness.request"
ATTACHED = "reply"


def main(what: str, *more: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.web.settings")
    import django  # noqa: PLC0415

    django.setup()
    {"prepare": prepare, "nursery": nursery, "verify": verify, "rival": rival}[what](*more)


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201


def prepare() -> None:
    from django.core.management import call_command  # noqa: PLC0415

    from zhunsheng.web.organizations.models import (  # noqa: PLC0415
        Assignment,
        Government,
        Unit,
        User,
    )

    call_command("migrate", verbosity=0)
    county = Government.objects.create(code="990121", name="溪口县", level="county")
    unit = Unit.objects.create(government=county, code="sfj", name="溪口县司法局")
    for name in ("clerk", "colleague"):
        user = User.objects.create(username=name)
        Assignment.objects.create(user=user, unit=unit, role="reporter")


def nursery() -> None:
    """For each line, start a process that writes; say when it has died. Only the first start is slow."""
    for line in sys.stdin:
        if (pid := os.fork()) == 0:
            write(line)
        os.waitpid(pid, 0)
        say("dead")


def write(start: str) -> None:
    """Do one kind of action after another without end, from some kind on."""
    from zhunsheng.web import clock  # noqa: PLC0415
    from zhunsheng.web.organizations.models import Unit  # noqa: PLC0415
    from zhunsheng.web.registers import actions, files  # noqa: PLC0415
    from zhunsheng.web.registers.batch import together  # noqa: PLC0415
    from zhunsheng.web.registers.lateness import bring_up_to_date  # noqa: PLC0415

    actor, unit = actor_named("clerk"), Unit.objects.get()
    entry = actions.create(actor, REGISTER, unit, RAW, clock.now())

    def create() -> Any:
        return actions.create(actor, REGISTER, unit, RAW, clock.now())

    def change() -> Any:
        raw = {"subject": f"改过{entry.version}"}
        return actions.change(actor, entry.pk, entry.version, raw, clock.now())

    def step() -> Any:
        fresh = create()
        return actions.take_step(actor, fresh.pk, fresh.version, "register", {}, clock.now())

    def attach() -> Any:
        kept = files.keep("回执.pdf", b"%PDF-1.4 " + os.urandom(2000))
        return actions.attach(actor, entry.pk, ATTACHED, kept, clock.now())

    def bulk() -> Any:
        raws = [RAW | {"subject": "批量"}] * BULK
        return actions.create_many(actor, REGISTER, unit, raws, clock.now())[-1]

    def batch() -> Any:
        with together(most_waiting=BULK // 4):
            for _ in range(BULK):
                made = actions.create(actor, REGISTER, unit, RAW | {"subject": "批量"}, clock.now())
                done = actions.take_step(actor, made.pk, 1, "register", {}, clock.now())
        return done

    def late() -> Any:
        bring_up_to_date(clock.now().replace(year=clock.now().year + 1))
        return create()

    kinds: tuple[Callable[[], Any], ...] = (create, change, step, attach, bulk, batch, late)
    for turn in count(int(start)):
        if turn == int(start) + 1:
            say("ready", os.getpid())
        entry = kinds[turn % len(kinds)]()


def verify() -> None:
    """Say how many entries, lines of each kind and whole bulks there are, and what is wrong."""
    from django.db.models import Count  # noqa: PLC0415

    from zhunsheng.web.ledger.models import StoredLine  # noqa: PLC0415
    from zhunsheng.web.registers.models import Entry  # noqa: PLC0415
    from zhunsheng.web.registers.verifying import verify_all  # noqa: PLC0415

    verified = verify_all()
    say(Entry.unscoped.count())
    kinds = StoredLine.objects.values_list("did").annotate(lines=Count("pk")).order_by("did")
    say(*(f"{did}={lines}" for did, lines in kinds))
    say(Entry.unscoped.filter(title="批量").count() % BULK)
    say([fault.says for fault in verified.faults])
    say(*(f"{who}={len(list(lines))}" for who, lines in groupby(writers())))


def writers() -> Iterator[str]:
    """Get who wrote each line about an entry, in the order of the chain."""
    from zhunsheng.web.ledger.models import StoredLine  # noqa: PLC0415

    lines = StoredLine.objects.filter(did__startswith="entry.").order_by("number")
    yield from lines.values_list("who", flat=True)


def rival(name: str) -> None:
    """Do what each line says: make an entry or a batch, or step or change what somebody else may be at."""
    from zhunsheng.engine.refusals import RefusedError  # noqa: PLC0415
    from zhunsheng.web import clock  # noqa: PLC0415
    from zhunsheng.web.organizations.models import Unit  # noqa: PLC0415
    from zhunsheng.web.registers import actions  # noqa: PLC0415
    from zhunsheng.web.registers.batch import together  # noqa: PLC0415

    actor, unit = actor_named(name), Unit.objects.get()
    say("ready")
    for line in sys.stdin:
        what, *numbers = line.split()
        if what == "make":
            say(actions.create(actor, REGISTER, unit, RAW, clock.now()).pk)
            continue
        if what == "batch":
            with together(most_waiting=BULK // 4):
                for _ in range(BULK):
                    made = actions.create(actor, REGISTER, unit, RAW, clock.now())
                    actions.take_step(actor, made.pk, 1, "register", {}, clock.now())
            say("made")
            continue
        pk, version = map(int, numbers)
        try:
            if what == "step":
                actions.take_step(actor, pk, version, "register", {}, clock.now())
            else:
                actions.change(actor, pk, version, {"subject": f"由{name}改"}, clock.now())
        except RefusedError as error:
            say("told", error.message.zh)
        else:
            say("won")


def actor_named(name: str) -> Any:
    from zhunsheng.web import actors, clock  # noqa: PLC0415
    from zhunsheng.web.organizations.models import User  # noqa: PLC0415

    return actors.actor_of(User.objects.get(username=name), clock.now().date())


if __name__ == "__main__":
    main(*sys.argv[1:])
