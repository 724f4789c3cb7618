"""Files of a draw for whoever repeats it: its record, its lines of the ledger, and the verifier."""

from __future__ import annotations

import json
from importlib.resources import files

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from zhunsheng.engine.ledger.verifier import LedgerError
from zhunsheng.web import clock
from zhunsheng.web.draws.actions import drawn_for
from zhunsheng.web.ledger.downloads import UnsignedError
from zhunsheng.web.ledger.exporting import proof_of
from zhunsheng.web.registers.pages import actor_of


@require_GET
def record_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Get a draw as the verifier reads it; before it is carried out, what was committed to."""
    draw = drawn_for(actor_of(request), pk)
    text = json.dumps(draw.record(), ensure_ascii=False, indent=1)
    return _kept(HttpResponse(text, content_type="application/json"), f"draw-{pk}.json")


@require_GET
def proof_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Get the lines of the ledger about a draw, each with its proof."""
    draw = drawn_for(actor_of(request), pk)
    try:
        lines = proof_of([draw.about], clock.now())
        kind = "application/x-ndjson; charset=utf-8"
        return _kept(StreamingHttpResponse(lines, content_type=kind), f"draw-{pk}-proof.jsonl")
    except LedgerError as error:
        raise UnsignedError(error) from error


@require_GET
def verifier_file(request: HttpRequest) -> HttpResponseBase:
    """Get the one file that repeats a draw."""
    actor_of(request)
    content = (files("zhunsheng.engine.draws") / "verifier.py").read_bytes()
    kind = "text/x-python; charset=utf-8"
    return _kept(HttpResponse(content, content_type=kind), "draw_verifier.py")


def _kept(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
