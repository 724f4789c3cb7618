"""
The actions of a draw: commit to its terms, carry it out, enter what was drawn, call it off.

Each is one transaction with its line in the ledger. Time and chance come in as arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from zhunsheng.engine.catalogue import NamedDraw
from zhunsheng.engine.draws import making, verifier
from zhunsheng.engine.draws.declarations import Chosen
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.draws import pools, who_may
from zhunsheng.web.draws.models import Draw
from zhunsheng.web.draws.reading import number_of, reason_of
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head
from zhunsheng.web.organizations.errors import wrong
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import ForbiddenError, NotThereError
from zhunsheng.web.registers.models import Entry

FIRST, SECOND, PUBLIC = "first", "second", "public"


class BrokenDrawError(RefusedError):
    """A draw whose row is not what was committed to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wishes:
    """
    What somebody who commits says: which public number will decide, or their own number.

    `absent` are officers who do not take part this time, with the reason.
    """

    public: str = ""
    number: str = ""
    absent: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def commit(actor: Actor, plan: int, wishes: Wishes, secret: bytes, at: datetime) -> Draw:
    """
    Fix the terms of a draw for a plan, and write their hash and that of the secret into the ledger.

    Raises NotThereError, ForbiddenError, InvalidError, and CannotDrawError where the pools do not do.
    """
    head = store.lock_head()
    entry = policy.entries_for(actor).filter(pk=plan).first()
    named = pools.draw_of(entry) if entry else None
    if entry is None or named is None:
        raise _NO_PLAN
    if not who_may.may_draw(actor, entry):
        raise ForbiddenError(
            "抽取由计划所属单位的填报员发起。", "A draw is begun by a reporter of the plan's unit."
        )
    _refuse_early(named, entry)
    numbers, sources = _numbers(wishes)
    found = pools.looked_through(actor, named, entry, at.date(), wishes.absent)
    turn = entry.draws.count() + 1
    terms = _terms(named, entry, found, sources, turn, at)
    draw = Draw.objects.create(
        name=named.name,
        plan=entry,
        unit=entry.unit,
        turn=turn,
        terms=terms,
        commitment=verifier.commitment(terms, secret, numbers),
        secret=secret.hex(),
        numbers=numbers,
        taken=found.taken,
        committed_by=actor.user,
        committed_at=at,
    )
    sizes = {key: len(terms[key]) for key in ("subjects", "officers", "barred", "left_out")}
    says = {"commitment": draw.commitment, "sizes": sizes, "sources": terms["sources"]}
    _write(head, draw, "draw.commit", actor, at, says | {"name": terms["draw"]})
    return draw


@transaction.atomic
def carry_out(actor: Actor, pk: int, number: str, at: datetime) -> Draw:
    """
    Draw, with the last number that comes from outside, and write everything into the ledger.

    Raises NotThereError, ForbiddenError (whoever committed does not carry out), InvalidError.
    """
    head = store.lock_head()
    draw = _standing(actor, pk, Draw.State.COMMITTED)
    day = timezone.localtime(draw.committed_at).date()
    if why := who_may.why_not_oversee(actor, draw.unit, draw.committed_by_id, day):
        raise ForbiddenError(why.zh, why.en)
    _refuse_early(draw.named, draw.plan, standing=draw)
    last = draw.terms["sources"][-1]["key"]
    numbers = draw.numbers | {last: number_of(number, last)}
    secret = bytes.fromhex(draw.secret)
    if verifier.commitment(draw.terms, secret, draw.numbers) != draw.commitment:
        raise BrokenDrawError(
            "名单或者密数与确定时写入账本的不一致，不能抽取。请核对账本，作废后重新确定名单。",
            "The terms or the secret are not those committed to. Verify the ledger, cancel, begin anew.",
        )
    seed = verifier.seed_of(draw.terms, secret, numbers)
    draw.numbers, draw.seed = numbers, seed.hex()
    draw.result = verifier.drawn(draw.terms, seed)
    draw.state = Draw.State.CARRIED_OUT
    draw.carried_out_by, draw.carried_out_at = actor.user, at
    draw.save()
    said = {key: draw.record()[key] for key in ("secret", "numbers", "seed", "result")}
    _write(head, draw, "draw.carry_out", actor, at, said)
    return draw


@transaction.atomic
def enter(actor: Actor, pk: int, at: datetime) -> Draw:
    """
    Enter what was drawn in the register of results, all or nothing.

    Raises NotThereError, ForbiddenError, and what entering raises.
    """
    store.lock_head()
    draw = _standing(actor, pk, Draw.State.CARRIED_OUT)
    chosen = [one for one in draw.result if not one["reserve"]]
    made = _made(actor, draw, chosen, at)
    draw.entries = {one["subject"]: entry.number for one, entry in zip(chosen, made, strict=True)}
    draw.state = Draw.State.ENTERED
    draw.save()
    _write(store.lock_head(), draw, "draw.enter", actor, at)
    return draw


@transaction.atomic
def replace(actor: Actor, pk: int, subject: str, reason: str, at: datetime) -> Draw:
    """
    Call the next reserve of its stratum in the place of a subject that cannot be visited.

    Raises NotThereError, ForbiddenError, InvalidError; the order of the reserves is the one drawn.
    """
    store.lock_head()
    draw = _standing(actor, pk, Draw.State.ENTERED)
    why = reason_of(reason)
    called = {one["by"] for one in draw.replaced}
    gone = {one["out"] for one in draw.replaced}
    out = next((one for one in draw.result if one["subject"] == subject), None)
    if out is None or subject in gone or (out["reserve"] and subject not in called):
        raise wrong(
            "subject", "请选择抽中、还没有被替换的对象。", "Choose a subject that was drawn."
        )
    waiting = [
        one
        for one in draw.result
        if one["reserve"] and one["stratum"] == out["stratum"] and one["subject"] not in called
    ]
    if not waiting:
        raise wrong(
            "subject",
            "这一等级的候补已经用完。",
            "All reserves of this stratum have been called.",
        )
    made = _made(actor, draw, waiting[:1], at)
    draw.entries = draw.entries | {waiting[0]["subject"]: made[0].number}
    draw.replaced = [*draw.replaced, {"out": subject, "by": waiting[0]["subject"], "why": why}]
    draw.save()
    _write(store.lock_head(), draw, "draw.replace", actor, at)
    return draw


@transaction.atomic
def cancel(actor: Actor, pk: int, reason: str, at: datetime) -> Draw:
    """
    Call off a draw before it is carried out; it stays on record with the reason.

    Raises NotThereError, ForbiddenError, InvalidError.
    """
    head = store.lock_head()
    draw = _standing(actor, pk, Draw.State.COMMITTED)
    if not who_may.may_cancel_draw(actor, draw.unit):
        raise ForbiddenError(
            "作废由本单位的填报员、审核员，或者本级的统筹员、督察员办理。",
            "A draw is called off by the unit's people, or by a coordinator or inspector.",
        )
    draw.reason, draw.state = reason_of(reason), Draw.State.CANCELLED
    draw.save()
    _write(head, draw, "draw.cancel", actor, at)
    return draw


_NO_PLAN = NotThereError(
    "没有这项计划，或者您没有查看的权限。", "There is no such plan that you may see."
)


def drawn_for(actor: Actor, pk: int) -> Draw:
    """Get a draw that somebody may see: whoever sees its plan. Raises NotThereError."""
    found = (
        Draw.objects.filter(pk=pk, plan__in=policy.entries_for(actor))
        .select_related("plan__government", "plan__unit", "unit", "committed_by", "carried_out_by")
        .first()
    )
    if found is None:
        raise NotThereError(
            "没有这次抽取，或者您没有查看的权限。", "There is no such draw that you may see."
        )
    return found


def _standing(actor: Actor, pk: int, state: str) -> Draw:
    draw = drawn_for(actor, pk)
    if draw.state != state:
        raise NotThereError(
            "这次抽取不在可以这样办理的状态，可能已由他人办理。请刷新页面。",
            "The draw does not stand where this can be done. Load the page again.",
        )
    return draw


def _refuse_early(named: NamedDraw, plan: Entry, standing: Draw | None = None) -> None:
    """Refuse to draw for a plan that is not ready, or has been drawn for already."""
    procedure = named.plan.register.procedure
    if plan.state not in named.draw.ready:
        labels = (
            "、".join(procedure.state(key).label for key in named.draw.ready) if procedure else ""
        )
        raise wrong(
            "plan",
            f"计划须处于“{labels}”状态才能抽取。",
            f"A plan is drawn for when it is in one of the states {labels}.",
        )
    others = plan.draws.exclude(state=Draw.State.CANCELLED)
    if standing is None and others.exists():
        raise wrong("plan", "这项计划已经抽取过。", "This plan has been drawn for.")


def _numbers(wishes: Wishes) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Get the numbers given so far, and where all numbers come from, the last one at the draw."""
    if wishes.public:
        return {}, [(PUBLIC, reason_of(wishes.public, "public"))]
    number = number_of(wishes.number, FIRST)
    return {FIRST: number}, [(FIRST, "确定名单的人的数"), (SECOND, "监督人的数")]


def _terms(
    named: NamedDraw,
    plan: Entry,
    found: making.Made,
    sources: list[tuple[str, str]],
    turn: int,
    at: datetime,
) -> dict[str, Any]:
    draw = named.draw
    about = {
        "plan": f"{plan.register}/{plan.number}",
        "title": plan.title,
        "government": plan.government.name,
        "unit": plan.unit.name,
        "basis": draw.basis,
        "on": str(at.date()),
        "rates": {key: str(plan.values.get(rate) or 0) for key, rate in draw.rates},
        "subjects": draw.subjects.register,
        "officers": draw.officers.register if draw.officers else "",
    }
    return making.terms_of(
        found,
        draw.stratum,
        algorithm=settings.LEDGER_ALGORITHM,
        name=f"{plan.government.code}/{plan.register}/{plan.number}#{turn}",
        about=about,
        sources=sources,
    )


def values_of(draw: Draw, lot: Mapping[str, Any], label: str) -> Mapping[str, object]:
    """Get the values of the entry that follows from a lot, as the domain declares them."""
    named, plan = draw.named, draw.plan
    officers = named.draw.officers.register if named.draw.officers else ""
    return named.draw.entry(
        Chosen(
            plan=f"{plan.register}/{plan.number}",
            plan_values=plan.values,
            subject=f"{named.draw.subjects.register}/{lot['subject']}",
            subject_label=label,
            officers=tuple(f"{officers}/{officer}" for officer in lot["officers"]),
        )
    )


def _made(actor: Actor, draw: Draw, lots: list[dict[str, Any]], at: datetime) -> list[Entry]:
    """Make the entries that follow from lots."""
    named = draw.named
    labels = {one["id"]: one["label"] for one in draw.terms["subjects"]}
    raws = [values_of(draw, lot, labels[lot["subject"]]) for lot in lots]
    unit = _present(actor, draw.unit)
    return actions.create_many(actor, named.result.name, unit, raws, at, fills=named.draw.fills)


def _present(actor: Actor, unit: Unit) -> Unit:
    """Get the unit that takes new entries today: what a merged one was merged into."""
    while not policy.may_enter(actor, unit) and unit.successor is not None:
        unit = unit.successor
    return unit


def _write(
    head: Head,
    draw: Draw,
    did: str,
    actor: Actor,
    at: datetime,
    says: Mapping[str, object] | None = None,
) -> None:
    whole = {**(says or {}), "row": draw.seal()}
    draft = store.Draft(about=draw.about, says=whole, personal={})
    store.append(head, [draft], at=at, who=f"user/{actor.user.pk}", did=did)
