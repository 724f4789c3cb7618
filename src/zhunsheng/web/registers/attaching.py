"""Adding files to an entry, and getting them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.registers import actions, files
from zhunsheng.web.registers.errors import ForbiddenError, NotThereError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, entry_of


@require_POST
def attach(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Add a file to an entry."""
    actor = actor_of(request)
    entry, _ = entry_of(actor, pk)
    uploaded = request.FILES.get("file")
    if not isinstance(uploaded, UploadedFile):
        raise files.FileError("请选择文件。", "Choose a file.")
    add_file(actor, entry, key, uploaded, clock.now())
    return redirect("record", pk=pk)


@require_GET
def fetch(request: HttpRequest, pk: int, digest: str) -> FileResponse:
    """Get a file of an entry, always as a download."""
    actor = actor_of(request)
    return given(actor, *entry_of(actor, pk), digest)


def add_file(
    actor: Actor, entry: Entry, key: str, uploaded: UploadedFile[Any], at: datetime
) -> Entry:
    """
    Keep an uploaded file and add it to an entry that somebody sees.

    Raises ForbiddenError before anything is kept, FileError, and what `actions.attach` raises.
    """
    if not policy.may_attach(actor, entry):
        raise ForbiddenError("您不能给这条记录添加附件。", "You may not add files to this entry.")
    file = files.keep(uploaded.name or "", uploaded.read(files.MAX_BYTES + 1))
    return actions.attach(actor, entry.pk, key, file, at)


def given(actor: Actor, entry: Entry, named: NamedRegister, digest: str) -> FileResponse:
    """Get a file of an entry that somebody may see, as a download. Raises NotThereError."""
    sees_personal = policy.may_see_personal(actor, entry)
    values = entry.values | (entry.private if sees_personal else {})
    held = [
        file
        for field in named.register.fields
        if field.kind == "attachments"
        for file in values.get(field.key) or []
        if file["digest"] == digest
    ]
    if not held or not files.path_of(digest).exists():
        raise NotThereError("没有这个文件。", "There is no such file.")
    return FileResponse(
        files.path_of(digest).open("rb"),
        as_attachment=True,
        filename=held[0]["name"],
        content_type="application/octet-stream",
    )
