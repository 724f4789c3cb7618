"""
A report becomes final: its figures are those at the end of a day, and both digests stand in the ledger.

It knows how a report is composed and what its step asks for; whether the gates are open is for the
register to say, and these pages say it beforehand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from zhunsheng import __version__
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reporting.identity import FiguresJson, LedgerHead, MadeBy, figures_json
from zhunsheng.rendering.report import as_docx, as_html, as_pdf
from zhunsheng.web.actors import Actor
from zhunsheng.web.ledger import past, store
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.registers import files, uploads
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import entering, keys
from zhunsheng.web.reporting.composing import composing_of
from zhunsheng.web.reporting.held import HeldReport

PROGRAM = "zhunsheng"
_NO_FILES = Message(
    "报告还没有定稿，或者定稿时没有存下文件。请在“定稿”页面定稿。",
    "The report is not final, or was made so without its files. Make it final on its page.",
)


FIGURES = "figures.txt"
"""Under which name the JSON of a report's figures is kept with it."""


@dataclass(frozen=True, slots=True)
class Finished:
    """
    The files that a report was made final with, by their names, as they were on that day.

    `agrees` says whether the digests in them are those that stand in the ledger.
    """

    papers: Mapping[str, bytes]
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
    record, papers = _made(replace(held, figures_at=moment), moment, head.algorithm)
    raw: dict[str, Any] = {
        "as_of": day.isoformat(),
        "ledger_position": moment.position,
        "figures_digest": record.figures_digest,
        "text_digest": record.text_digest,
        "papers": [
            uploads.signed(actor.user, files.keep(name, content, read=True))
            for name, content in papers.items()
        ],
    }
    return entering.take_step(actor, held.entry, version, keys.FINALISE, raw, at)


def finished(held: HeldReport) -> Finished:
    """
    Get the files of a final report, the same bytes ever since. Raises InvalidError where there are none.

    They are not made anew: what makes them may have changed since, and what they are stands in the ledger.
    """
    kept = held.entry.values.get("papers") or []
    if not held.is_frozen or not kept:
        raise InvalidError({"report": _NO_FILES})
    papers = {str(one["name"]): files.path_of(str(one["digest"])).read_bytes() for one in kept}
    digests = json.loads(papers[FIGURES])["digests"] if FIGURES in papers else {}
    values = held.entry.values
    agrees = (digests.get("figures"), digests.get("text")) == (
        values.get("figures_digest"),
        values.get("text_digest"),
    )
    return Finished(papers, agrees)


def _made(held: HeldReport, moment: Moment, algorithm: str) -> tuple[FiguresJson, dict[str, bytes]]:
    """Get the JSON of a report and its files by their names."""
    report = composing_of(held).report()
    pdf = as_pdf(report)
    record = figures_json(
        report,
        as_of=moment.day,
        genre=held.genre.name,
        engine=MadeBy(PROGRAM, __version__),
        ledger=LedgerHead(algorithm, max(moment.position, 0), past.digest_at(moment)),
        pdf_digest=hashlib.sha256(pdf).hexdigest(),
    )
    return record, {
        "report.docx": as_docx(report),
        "report.pdf": pdf,
        "report.html": as_html(report).encode(),
        FIGURES: record.content,
    }
