"""
A report becomes final: its figures are those at the end of a day, and both digests stand in the ledger.

It knows how a report is composed and what its step asks for; whether the gates are open is for the
register to say, and these pages say it beforehand.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from zhunsheng import __version__
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reporting.identity import FiguresJson, LedgerHead, MadeBy, figures_json
from zhunsheng.engine.reporting.model import Report
from zhunsheng.rendering.report import as_pdf
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import past, store
from zhunsheng.web.ledger.models import Head
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import entering, keys
from zhunsheng.web.reporting.composing import composing_of
from zhunsheng.web.reporting.held import HeldReport, held_as

PROGRAM = "zhunsheng"


@dataclass(frozen=True, slots=True)
class Finished:
    """A final report: as it reads, its PDF, and the JSON that goes with it."""

    report: Report
    pdf: bytes
    record: FiguresJson
    agrees: bool


def last_day(held: HeldReport) -> date:
    """Get the day at whose end figures are frozen, unless somebody says otherwise: the last that is over."""
    return held.today - timedelta(days=1)


def check_day(day: date, at: datetime) -> None:
    """Refuse a day that is not over: its figures may still change. Raises InvalidError."""
    if day >= at.date():
        says = f"数字按某一日终了时计算，{day}还没有过完。请选{at.date() - timedelta(days=1)}或者更早的日期。"
        raise InvalidError(
            {"as_of": Message(says, f"{day} is not over yet; choose an earlier day.")}
        )


@transaction.atomic
def finalise(actor: Actor, held: HeldReport, version: int, day: date, at: datetime) -> Entry:
    """
    Make a report final with its figures at the end of a day that is over.

    Raises InvalidError for a day that is not over, ClosedError with what is still to do, and what steps
    raise.
    """
    check_day(day, at)
    head = store.lock_head()
    moment = past.end_of(day)
    frozen = replace(held, figures_at=moment)
    finished = _finished(frozen, moment, head.algorithm)
    raw: dict[str, Any] = {
        "as_of": day.isoformat(),
        "ledger_position": moment.position,
        "figures_digest": finished.figures_digest,
        "text_digest": finished.text_digest,
    }
    return entering.take_step(actor, held.entry, version, keys.FINALISE, raw, at)


def finished(held: HeldReport) -> Finished:
    """Get a final report with its files' content; `agrees` says whether it is what was made final."""
    if held.figures_at is None:
        raise InvalidError(
            {
                "report": Message(
                    "报告还没有定稿，定稿后才有文件。", "There are files once the report is final."
                )
            }
        )
    algorithm = Head.objects.values_list("algorithm", flat=True).get(pk=1)
    report, pdf = _made(held)
    record = _record(held, held.figures_at, algorithm, report, pdf)
    values = held.entry.values
    agrees = (record.figures_digest, record.text_digest) == (
        values.get("figures_digest"),
        values.get("text_digest"),
    )
    return Finished(report, pdf, record, agrees)


def held_again(held: HeldReport, entry: Entry) -> HeldReport:
    """Get a report anew after a step was taken."""
    return held_as(held.actor, entry, held.today)


def _finished(held: HeldReport, moment: Moment, algorithm: str) -> FiguresJson:
    report, pdf = _made(held)
    return _record(held, moment, algorithm, report, pdf)


def _made(held: HeldReport) -> tuple[Report, bytes]:
    report = composing_of(held).report()
    return report, as_pdf(report)


def _record(
    held: HeldReport, moment: Moment, algorithm: str, report: Report, pdf: bytes
) -> FiguresJson:
    return figures_json(
        report,
        as_of=moment.day,
        genre=held.genre.name,
        engine=MadeBy(PROGRAM, __version__),
        ledger=LedgerHead(algorithm, max(moment.position, 0), past.digest_at(moment)),
        pdf_digest=hashlib.sha256(pdf).hexdigest(),
    )
