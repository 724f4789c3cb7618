"""Files of a final report: documents, the JSON of its figures, the ledger's proof, the verifier, all in one."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from zhunsheng.engine.ledger.verifier import LedgerError
from zhunsheng.engine.reporting import verifier_bundle
from zhunsheng.web import clock
from zhunsheng.web.ledger.downloads import UnsignedError
from zhunsheng.web.ledger.exporting import proof_of
from zhunsheng.web.registers import export
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.pages import actor_of
from zhunsheng.web.reporting import finalising, keys
from zhunsheng.web.reporting.finalising import Finished
from zhunsheng.web.reporting.held import HeldReport, held_of

ALL = "report.zip"


@dataclass(frozen=True, slots=True)
class File:
    """A file of a report: its name, what it is, and its type."""

    name: str
    label: str | Promise
    kind: str


FILES = (
    File(
        "report.docx",
        gettext_lazy("Word文档（公文版式）"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    File("report.pdf", gettext_lazy("PDF（公文版式）"), "application/pdf"),
    File("report.html", gettext_lazy("网页（单个文件）"), "text/html; charset=utf-8"),
    File("figures.json", gettext_lazy("全部数字的数据文件"), "application/json"),
    File("proof.jsonl", gettext_lazy("账本证明"), "application/x-ndjson; charset=utf-8"),
    File(verifier_bundle.NAME, gettext_lazy("核对程序（单个文件，只用Python）"), "application/zip"),
    File(ALL, gettext_lazy("以上全部"), "application/zip"),
)


@require_GET
def take(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Get a file of a final report; who took it is in the ledger."""
    actor = actor_of(request)
    chosen = next((one for one in FILES if one.name == name), None)
    held = held_of(actor, pk, clock.now().date())
    if chosen is None or not held.whole:
        raise NotThereError("没有这个文件。", "There is no such file.")
    finished = finalising.finished(held)
    content = _zip(held, finished) if name == ALL else _content(held, finished, name)
    asked = QueryDict(mutable=True)
    asked["report"] = held.entry.number
    export.tell(actor, keys.REPORT, asked, name.rpartition(".")[2], 1, clock.now())
    response = HttpResponse(content, content_type=chosen.kind)
    response["Content-Disposition"] = f'attachment; filename="{held.entry.number}-{name}"'
    return response


def _zip(held: HeldReport, finished: Finished) -> bytes:
    """Get all files in one, under the names by which the verifier is called."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in FILES:
            if one.name != ALL:
                archive.writestr(one.name, _content(held, finished, one.name))
    return out.getvalue()


def _proof(held: HeldReport) -> bytes:
    try:
        return "".join(proof_of([held.entry.about], clock.now())).encode()
    except LedgerError as error:
        raise UnsignedError(error) from error


def _content(held: HeldReport, finished: Finished, name: str) -> bytes:
    """Get the content of a file. Raises NotThereError for one that was not kept."""
    if name == "proof.jsonl":
        return _proof(held)
    if name == verifier_bundle.NAME:
        return verifier_bundle.bundle()
    kept = finished.papers.get(finalising.FIGURES if name == "figures.json" else name)
    if kept is None:
        raise NotThereError(
            "定稿时没有存下这个文件。", "This file was not kept when the report was made final."
        )
    return kept
