"""What somebody did last, and the registers they used, as the ledger has it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers.models import Entry

_LINES = 60
_DID = {
    "entry.create": gettext_noop("新增"),
    "entry.change": gettext_noop("修改"),
    "entry.attach": gettext_noop("添加附件"),
    "entry.erase": gettext_noop("抹去个人信息"),
}


@dataclass(frozen=True, slots=True)
class Done:
    """Something somebody did to an entry."""

    entry: Entry
    did: str
    at: str


@dataclass(frozen=True, slots=True)
class Lately:
    """What somebody did last, and in which registers."""

    done: list[Done]
    registers: list[NamedRegister]


def lately(actor: Actor, shown: int) -> Lately:
    """Get the entries somebody handled last, each once, and the registers they are in."""
    lines = list(
        StoredLine.objects.filter(who=f"user/{actor.user.pk}").order_by("-number")[:_LINES]
    )
    last: dict[int, StoredLine] = {}
    names: dict[str, NamedRegister] = {}
    known = {named.name: named for named in catalogue().registers()}
    for line in lines:
        name, _, key = line.about.rpartition("/")
        if name in known and key.isdigit():
            last.setdefault(int(key), line)
            names.setdefault(name, known[name])
    keys = list(last)[:shown]
    entries = policy.entries_for(actor).in_bulk(keys)
    done = [
        Done(entries[key], _said(known[entries[key].register], last[key]), last[key].at)
        for key in keys
        if key in entries
    ]
    return Lately(done, list(names.values())[:shown])


def _said(named: NamedRegister, line: StoredLine) -> str:
    procedure = named.register.procedure
    step = procedure.step(str(line.says.get("step", ""))) if procedure else None
    return step.label if step else _(_DID.get(line.did, gettext_noop("办理")))
