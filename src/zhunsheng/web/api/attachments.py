"""Operations on the files of an entry."""

from __future__ import annotations

from django.http import FileResponse
from ninja import File, Router, Status
from ninja.files import UploadedFile

from zhunsheng.web.api.access import Called
from zhunsheng.web.api.answers import WRITING, EntryAnswer, Id, refusals
from zhunsheng.web.api.entries import answer_of
from zhunsheng.web.api.parsing import TooLargeError
from zhunsheng.web.registers import files
from zhunsheng.web.registers.attaching import add_file, given

router = Router(tags=["files"])


@router.post(
    "/registers/{name}/entries/{entry}/attachments/{field}",
    response={201: EntryAnswer, **refusals(WRITING)},
    by_alias=True,
    summary="添加附件",
)
def attach_file(
    request: Called, name: str, entry: Id, field: str, file: File[UploadedFile]
) -> Status[EntryAnswer]:
    """Add a file to a field of an entry."""
    caller = request.auth
    caller.must_write()
    named = caller.register(name)
    found = caller.entry(named, entry)
    if (file.size or 0) > files.MAX_BYTES:
        raise TooLargeError("附件超过20MB。", "The file exceeds 20 MB.")
    changed = add_file(caller.actor, found, field, file, caller.at)
    return Status(201, answer_of(caller, named, changed))


@router.get(
    "/registers/{name}/entries/{entry}/files/{digest}",
    response={200: None, **refusals()},
    summary="下载附件",
    openapi_extra={
        "responses": {
            200: {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}
        }
    },
)
def read_file(request: Called, name: str, entry: Id, digest: str) -> FileResponse:
    """Get a file of an entry, as it was added."""
    caller = request.auth
    named = caller.register(name)
    return given(caller.actor, caller.entry(named, entry), named, digest)
