"""
What a coordinator and the units do with the paragraphs of a report, each through the actions of registers.

It knows the steps of the register by name; whether somebody may take them is for the actions to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from zhunsheng.engine.messages import Message
from zhunsheng.engine.reporting.templates import parsed
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import store
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.batch import together
from zhunsheng.web.registers.errors import InvalidError, NotThereError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import entering, keys
from zhunsheng.web.reporting.held import HeldReport
from zhunsheng.web.reporting.starting import STEP, reference


def ask(
    actor: Actor, held: HeldReport, unit: Unit, chapter: str, request: str, at: datetime
) -> Entry:
    """Ask a unit for a paragraph of a chapter. Raises InvalidError without saying what is wanted."""
    refuse_frozen(held)
    if not request.strip():
        raise InvalidError(
            {"request": Message("请写明要单位写什么。", "Say what the unit is to write.")}
        )
    return _add(actor, held, unit, chapter, at, kind="free", request=request)


@transaction.atomic
def add(actor: Actor, held: HeldReport, chapter: str, text: str, at: datetime) -> Entry:
    """Add a paragraph that the coordinator writes. Raises TemplateError, and InvalidError without text."""
    refuse_frozen(held)
    store.lock_head()
    kinds = {"shortcomings": "shortcoming", "arrangements": "arrangement"}
    with together():
        made = _add(actor, held, held.entry.unit, chapter, at, kind=kinds.get(chapter, "free"))
        return write(actor, held, made, made.version, text, at)


def write(
    actor: Actor, held: HeldReport, entry: Entry, version: int, text: str, at: datetime
) -> Entry:
    """
    Write a paragraph, or write it anew; one that was accepted is opened for it.

    Raises TemplateError for a text that cannot be read, and what the actions raise.
    """
    refuse_frozen(held)
    if not text.strip():
        raise InvalidError({"text": Message("请写这一段的内容。", "Write the paragraph.")})
    parsed(text.strip())
    with transaction.atomic():
        store.lock_head()
        return entering.take_step(actor, entry, version, "write", {"text": text.strip()}, at)


def give_back(
    actor: Actor, held: HeldReport, pk: int, version: int, reason: str, at: datetime
) -> Entry:
    """Give a paragraph back to its unit with the reason."""
    refuse_frozen(held)
    return entering.take_step(
        actor, paragraph_of(held, pk), version, "return", {"returned_why": reason}, at
    )


def leave_out(
    actor: Actor, held: HeldReport, pk: int, version: int, reason: str, at: datetime
) -> Entry:
    """Leave a paragraph out of the report with the reason."""
    refuse_frozen(held)
    return entering.take_step(
        actor, paragraph_of(held, pk), version, "leave_out", {"left_out_why": reason}, at
    )


def reopen(actor: Actor, held: HeldReport, pk: int, version: int, at: datetime) -> Entry:
    """Open a paragraph again that was accepted or left out."""
    refuse_frozen(held)
    return entering.take_step(actor, paragraph_of(held, pk), version, "reopen", {}, at)


@transaction.atomic
def accept(actor: Actor, held: HeldReport, pks: Sequence[int], at: datetime) -> int:
    """Accept some paragraphs, all or none; those that do not wait for it are passed over."""
    refuse_frozen(held)
    store.lock_head()
    chosen = [one for one in held.paragraphs if one.pk in set(pks) and one.state == keys.WRITTEN]
    for one in chosen:
        parsed(str(one.values.get("text") or "").strip())
    with together():
        for one in chosen:
            entering.take_step(actor, one, one.version, "accept", {}, at)
    return len(chosen)


@transaction.atomic
def move(actor: Actor, held: HeldReport, pk: int, *, up: bool, at: datetime) -> None:
    """Move a paragraph before or after its neighbour in the chapter."""
    refuse_frozen(held)
    store.lock_head()
    entry = paragraph_of(held, pk)
    listed = held.of_chapter(str(entry.values.get("chapter")))
    here = [one.pk for one in listed].index(pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(listed):
        return
    listed[here], listed[there] = listed[there], listed[here]
    with together():
        for at_place, one in enumerate(listed, start=1):
            if int(one.values.get("place") or 0) != at_place * STEP:
                actions.change(actor, one.pk, one.version, {"place": at_place * STEP}, at)


def paragraph_of(held: HeldReport, pk: int) -> Entry:
    """Get a paragraph of a report by its key. Raises NotThereError."""
    for one in held.paragraphs:
        if one.pk == pk:
            return one
    raise NotThereError(
        "这份报告里没有这一段，或者您没有查看的权限。",
        "There is no such paragraph in the report that you may see.",
    )


def refuse_frozen(held: HeldReport) -> None:
    """Refuse to change a report that is final. Raises InvalidError."""
    if held.is_frozen:
        raise InvalidError(
            {
                "report": Message(
                    "报告已经定稿，不能再改。需要修改的，请先退回。",
                    "The report is final and cannot be changed. Send it back first.",
                )
            }
        )


def _add(
    actor: Actor, held: HeldReport, unit: Unit, chapter: str, at: datetime, **values: Any
) -> Entry:
    if chapter not in held.genre.genre.keys:
        raise InvalidError(
            {"chapter": Message("请选择这一段属于哪一章。", "Choose the chapter it belongs to.")}
        )
    last = [int(one.values.get("place") or 0) for one in held.of_chapter(chapter)]
    raw = {
        "report": reference(held.entry),
        "chapter": chapter,
        "place": max(last, default=0) + STEP,
        **values,
    }
    return entering.create(actor, keys.PARAGRAPH, unit, raw, at)
