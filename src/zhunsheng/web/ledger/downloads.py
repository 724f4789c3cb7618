"""Files of the ledger that anyone verifies: all of it, a part, a checkpoint, and the verifier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from itertools import islice

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.ledger.verifier import LedgerError
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import signed, store
from zhunsheng.web.ledger.access import actor_who_verifies
from zhunsheng.web.ledger.exporting import checkpoint_texts, export_texts, proof_of, proofs_of
from zhunsheng.web.ledger.models import StoredCheckpoint, StoredLine
from zhunsheng.web.registers.errors import ForbiddenError, NotThereError
from zhunsheng.web.registers.pages import actor_of, entry_of

_TOGETHER = 500
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")


class UnsignedError(RefusedError):
    """The ledger cannot be signed now."""

    def __init__(self, why: LedgerError) -> None:
        super().__init__(f"不能导出：{why}。", f"The ledger cannot be exported: {why}.")


class NotADayError(RefusedError):
    """Something that was typed for a day and is none."""


@require_GET
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Get the whole ledger as a file that the verifier reads, without personal values."""
    if not policy.may_export_ledger(actor_who_verifies(request)):
        raise ForbiddenError(
            "完整的账本包含各级政府的记录，只有审计管理员可以导出。您可以按台账、按日期导出所辖的部分。",
            "The whole ledger holds entries of all governments; only the audit administrator exports it. You can export your part by register and days.",
        )
    try:
        return _file(export_texts(clock.now()), f"ledger-{clock.now():%Y%m%d}")
    except LedgerError as error:
        raise UnsignedError(error) from error


@require_GET
def part(request: HttpRequest) -> StreamingHttpResponse:
    """Get the lines of some days or of one register, each with its proof."""
    actor = actor_who_verifies(request)
    register = request.GET.get("register", "")
    first, last = _day(request.GET.get("from", "")), _day(request.GET.get("to", ""))
    chosen = Q()
    if register:
        chosen &= Q(about__startswith=f"{catalogue().register(register).name}/")
    # Times are written as ISO 8601 has them (a day, a T, the hour), so that they compare as texts.
    if first:
        chosen &= Q(at__gte=first.isoformat())
    if last:
        chosen &= Q(at__lt=f"{last.isoformat()}U")
    if not chosen:
        raise NotThereError(
            "请选择台账或者起止日期。", "Choose a register, or the first and the last day."
        )
    try:
        point = signed.checkpoint(clock.now())
        return _file(
            proofs_of(_visible(actor, chosen, point.size), point),
            f"ledger-{register or 'days'}-{clock.now():%Y%m%d}",
        )
    except LedgerError as error:
        raise UnsignedError(error) from error


@require_GET
def entry_proof(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Get all lines about an entry, each with its proof, for whoever may see the entry."""
    entry, _ = entry_of(actor_of(request), pk)
    try:
        return _file(proof_of([entry.about], clock.now()), f"proof-{entry.number}")
    except LedgerError as error:
        raise UnsignedError(error) from error


@require_GET
def checkpoint_file(request: HttpRequest) -> StreamingHttpResponse:
    """Get one checkpoint as a small file to keep, or two with the proof that one continues the other."""
    actor_who_verifies(request)
    asked = [text for text in request.GET.getlist("size") if text.isascii() and text.isdecimal()]
    sizes = {int(text) for text in asked[:2] if len(text) < 19}
    newest: dict[int, StoredCheckpoint] = {}
    for point in StoredCheckpoint.objects.filter(size__in=sizes):
        newest[point.size] = point
    if not newest or len(newest) < len(sizes):
        raise NotThereError("没有这个检查点。", "There is no such checkpoint.")
    try:
        texts = list(checkpoint_texts(newest.values()))
    except LedgerError as error:
        raise UnsignedError(error) from error
    return _file(iter(texts), f"checkpoint-{'-'.join(str(size) for size in sorted(newest))}")


@require_GET
def verifier(request: HttpRequest) -> HttpResponse:
    """Get the one file that verifies an export, for whoever works here."""
    actor_of(request)
    content = (files("zhunsheng.engine.ledger") / "verifier.py").read_bytes()
    response = HttpResponse(content, content_type="text/x-python; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="verifier.py"'
    return response


def _visible(actor: Actor, chosen: Q, size: int) -> Iterator[StoredLine]:
    """Get the chosen lines, in order, that are about entries somebody may see."""
    sees_all = policy.may_export_ledger(actor)
    place = 0
    while True:
        found = StoredLine.objects.filter(chosen, number__gte=place, number__lt=size)
        lines = list(found.order_by("number")[:_TOGETHER])
        if not lines:
            return
        place = lines[-1].number + 1
        seen = {line.about for line in lines} if sees_all else _seen(actor, lines)
        yield from (line for line in lines if line.about in seen)


def _seen(actor: Actor, lines: Iterable[StoredLine]) -> set[str]:
    keys = {key for line in lines if (key := store.key_of(line.about))}
    entries = policy.entries_for(actor).filter(pk__in=keys).select_related(None)
    return {entry.about for entry in entries.only("register")}


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    found = _DAY.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())) if found else _no_day(text)
    except ValueError:
        return _no_day(text)


def _no_day(text: str) -> date:
    raise NotADayError(
        f"“{text[:20]}”不是日期。请写成 2026-03-01 或者 20260301。",
        f"{text[:20]!r} is no date. Write 2026-03-01 or 20260301.",
    )


def _file(texts: Iterator[str], name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(
        _together(texts), content_type="application/x-ndjson; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.jsonl"'
    return response


def _together(texts: Iterator[str]) -> Iterator[str]:
    """Get texts in larger pieces: one for each line would be slow to send."""
    while piece := "".join(islice(texts, _TOGETHER)):
        yield piece
