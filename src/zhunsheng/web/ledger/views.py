"""The pages of the ledger: whether it holds, and what was signed of it."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.ledger.verifier import LedgerError, kept_checkpoints
from zhunsheng.web import clock, policy
from zhunsheng.web.ledger import keys, runs, signed, store
from zhunsheng.web.ledger.access import actor_who_verifies
from zhunsheng.web.ledger.models import (
    Head,
    SigningKey,
    StoredCheckpoint,
    StoredLine,
    Verification,
)
from zhunsheng.web.ledger.names import about_of, names_of, words_of

SHOWN = 30
MAX_KEPT = 256 * 1024


@require_http_methods(["GET", "POST"])
def ledger(request: HttpRequest) -> HttpResponse:
    """Show the end of the ledger and the last verifications; begin one when asked to."""
    actor = actor_who_verifies(request)
    now = clock.now()
    if request.method == "POST":
        begun = runs.begin(str(actor.user), now, full=request.POST.get("scope") != "new")
        if begun is not None:
            runs.carry_out_beside(begun)
        return redirect("ledger")
    lines = list(StoredLine.objects.order_by("-number").defer("says", "personal")[:SHOWN])
    names = names_of(lines)
    keys_of_lines = {store.key_of(line.about) for line in lines}
    seen = policy.entries_for(actor).filter(pk__in=keys_of_lines)
    return render(
        request,
        "ledger/ledger.html",
        {
            "head": Head.objects.filter(pk=1).first(),
            "rows": [
                (line, names.get(line.who, line.who), words_of(line), *about_of(line))
                for line in lines
            ],
            "seen": set(seen.values_list("pk", flat=True)),
            "running": runs.running(now),
            "verifications": Verification.objects.exclude(state=Verification.State.RUNNING)[:5],
            "last_point": StoredCheckpoint.objects.last(),
            "exports_all": policy.may_export_ledger(actor),
            "registers": catalogue().registers(),
        },
    )


@require_GET
def checkpoints(request: HttpRequest) -> HttpResponse:
    """Show what was signed, and by which keys."""
    actor_who_verifies(request)
    return _checkpoints(request)


@require_POST
def sign(request: HttpRequest) -> HttpResponse:
    """Sign what the ledger is now."""
    actor_who_verifies(request)
    try:
        made = signed.checkpoint(clock.now())
    except LedgerError as error:
        return _checkpoints(request, wrong=str(error))
    messages.success(
        request, _("已签名：前%(size)s行。请下载后保存在本系统之外。") % {"size": made.size}
    )
    return redirect("checkpoints")


@require_POST
def compare(request: HttpRequest) -> HttpResponse:
    """Compare a checkpoint kept outside with what is stored now."""
    actor_who_verifies(request)
    uploaded = request.FILES.get("file")
    if not isinstance(uploaded, UploadedFile):
        return _checkpoints(request, wrong=_("请选择保存的检查点文件。"))
    try:
        text = uploaded.read(MAX_KEPT + 1).decode("utf-8")
        if len(text) > MAX_KEPT:
            return _checkpoints(request, wrong=_("文件太大，不是检查点文件。"))
        kept = kept_checkpoints(line for line in text.split("\n") if line.strip())
        for size, root in sorted(kept.items()):
            if signed.root_at(size) != root:
                raise LedgerError(f"前{size}行与保存的检查点不符，账被改写过")
    except UnicodeDecodeError:
        return _checkpoints(request, wrong=_("不是检查点文件。"))
    except LedgerError as error:
        return _checkpoints(request, wrong=_("对照不符：%(why)s。") % {"why": error})
    said = "、".join(str(size) for size in sorted(kept))
    messages.success(
        request, _("对照相符：第%(sizes)s行处的账与保存的检查点一致。") % {"sizes": said}
    )
    return redirect("checkpoints")


def _checkpoints(request: HttpRequest, wrong: str = "") -> HttpResponse:
    found = list(StoredCheckpoint.objects.order_by("-size", "-pk")[:SHOWN])
    context = {
        "points": found,
        "keys": [
            (key, keys.fingerprint_of(key)) for key in SigningKey.objects.order_by("-pk")[:10]
        ],
        "wrong": wrong,
    }
    return render(request, "ledger/checkpoints.html", context, status=422 if wrong else 200)
