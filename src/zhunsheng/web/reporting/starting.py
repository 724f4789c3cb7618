"""
A report is begun: its entry, the paragraphs that statements propose, and its shortcomings, in one go.

It knows what is proposed and enters it through the actions of registers, as somebody would by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.ledger import store
from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.registers.batch import together
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import entering, keys, proposing
from zhunsheng.web.reporting.figures import Basis
from zhunsheng.web.reporting.held import HeldReport
from zhunsheng.web.reporting.proposing import Proposal, Proposed

FIRST_YEAR = 1999
STEP = 10
"""Places are given in tens, so that a paragraph fits between two others."""


@transaction.atomic
def start(actor: Actor, unit: Unit, year: int, at: datetime) -> Entry:
    """
    Begin the report of a government for a year and get its entry.

    Raises InvalidError for a year that has no report to write or has one already, and ForbiddenError.
    """
    store.lock_head()
    genre = catalogue().genre(keys.GENRE)
    _check_year(unit.government, year, at)
    issuer = issuer_of(unit.government)
    region = unit.government.name.partition("（")[0]
    name = genre.genre.title.format(year=year, next=year + 1, issuer=issuer, region=region)
    raw = {
        "name": name,
        "genre": genre.name,
        "year": year,
        "reporter": "government",
        "issuer": issuer,
    }
    proposed = proposing.proposal(actor, genre, Basis(Place(unit.government), year, at.date()))
    with together():
        report = entering.create(actor, keys.REPORT, unit, raw, at)
        _enter(actor, report, unit, proposed.paragraphs, {}, at)
    return Entry.unscoped.select_related("unit", "government").get(pk=report.pk)


@transaction.atomic
def supplement(actor: Actor, held: HeldReport, chosen: Iterable[str], at: datetime) -> int:
    """Add the statements that were chosen and have something to say by now; get how many there are."""
    wanted = set(chosen)
    found = [one for one in more_for(actor, held).paragraphs if key_of(one) in wanted]
    last: dict[str, int] = defaultdict(int)
    for one in held.paragraphs:
        chapter = str(one.values.get("chapter"))
        last[chapter] = max(last[chapter], int(one.values.get("place") or 0))
    with together():
        _enter(actor, held.entry, held.entry.unit, found, last, at)
    return len(found)


def more_for(actor: Actor, held: HeldReport) -> Proposal:
    """Get what can still be proposed for a report, and what cannot, with the reason."""
    return proposing.proposal(
        actor,
        held.genre,
        Basis(held.place, held.year, held.today),
        held=[str(one.values.get("statement") or "") for one in held.paragraphs],
        held_kinds=[str(one.values.get("kind") or "") for one in held.paragraphs],
    )


def key_of(one: Proposed) -> str:
    """Get how a form names what is proposed."""
    return one.statement or f"{one.kind}-{one.plain}"


def reference(entry: Entry) -> str:
    """Get how an entry is referred to by another of its government."""
    return f"{entry.register}/{entry.number}"


def issuer_of(government: Government) -> str:
    """Get the name under which a government reports."""
    name, bracket, rest = government.name.partition("（")
    if not name.endswith(("政府", "办事处", "管委会", "管理委员会")):
        name += "办事处" if name.endswith("街道") else "人民政府"
    return f"{name}{bracket}{rest}"


def _check_year(government: Government, year: int, at: datetime) -> None:
    if not FIRST_YEAR < year <= at.year:
        says = f"只能起草{FIRST_YEAR + 1}年至{at.year}年的报告，请改年份。"
        raise InvalidError(
            {"year": Message(says, f"Reports are drafted of {FIRST_YEAR + 1} to {at.year}.")}
        )
    twin = Entry.unscoped.filter(
        register=keys.REPORT, government=government, values__year=year, values__genre=keys.GENRE
    ).first()
    if twin is not None:
        raise InvalidError(
            {
                "year": Message(
                    f"{government}{year}年的报告已经有了（{twin.number}），请打开它继续写。",
                    f"There is a report of {year} already ({twin.number}); open it and go on.",
                )
            }
        )


def _enter(
    actor: Actor,
    report: Entry,
    unit: Unit,
    proposed: Sequence[Proposed],
    last: Mapping[str, int],
    at: datetime,
) -> None:
    places: dict[str, int] = defaultdict(int, last)
    raws: list[dict[str, Any]] = []
    for one in proposed:
        places[one.chapter] += STEP
        raws.append(
            {
                "report": reference(report),
                "chapter": one.chapter,
                "place": places[one.chapter],
                "kind": one.kind,
                "statement": one.statement or None,
            }
        )
    made = entering.create_many(actor, keys.PARAGRAPH, unit, raws, at) if raws else []
    for entry, one in zip(made, proposed, strict=True):
        entering.take_step(actor, entry, entry.version, "write", {"text": one.text}, at)
    shortcomings = [
        {"report": reference(report), "text": one.plain, "evidence": one.evidence}
        for one in proposed
        if one.plain
    ]
    if shortcomings:
        entering.create_many(actor, keys.SHORTCOMING, unit, shortcomings, at)
