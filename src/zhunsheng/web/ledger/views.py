"""The page of the ledger: how long it is, whether it holds, and the file anyone can verify."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from zhunsheng.web import clock, policy
from zhunsheng.web.ledger.exporting import export_texts
from zhunsheng.web.ledger.models import Head, StoredLine
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.verifying import verify_all

SHOWN = 50


def _allowed(request: HttpRequest) -> None:
    user = request.user
    if not isinstance(user, User) or not policy.may_verify(
        policy.actor_of(user, clock.now().date())
    ):
        raise ForbiddenError(
            "查看账本须有审计管理员、督察员或者统筹员的角色。", "Your roles do not open the ledger."
        )


@require_http_methods(["GET", "POST"])
def ledger(request: HttpRequest) -> HttpResponse:
    """Show the end of the ledger; verify all of it when asked to."""
    _allowed(request)
    verified = verify_all() if request.method == "POST" else None
    return render(
        request,
        "ledger.html",
        {
            "head": Head.objects.filter(pk=1).first(),
            "lines": StoredLine.objects.order_by("-number")[:SHOWN],
            "verified": verified,
        },
    )


@require_GET
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Get the whole ledger as a file that the verifier reads, without personal values."""
    _allowed(request)
    texts: Iterator[str] = export_texts(clock.now())
    response = StreamingHttpResponse(texts, content_type="application/x-ndjson; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="ledger-{clock.now():%Y%m%d}.jsonl"'
    return response


@require_GET
def verifier(request: HttpRequest) -> HttpResponse:
    """Get the one file that verifies an export."""
    _allowed(request)
    content = (files("zhunsheng.engine.ledger") / "verifier.py").read_bytes()
    response = HttpResponse(content, content_type="text/x-python; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="verifier.py"'
    return response
