"""Documents of plans: kept as files, opened and read anew, never run and never shown as they came."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.documents.opening import read_bytes
from zhunsheng.engine.planning.directory import Directory
from zhunsheng.engine.planning.proposal import Proposal
from zhunsheng.engine.planning.understanding import understand
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read
from zhunsheng.web.planning.directories import indicator_words
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.registers import files

MOST_CHARACTERS = 300_000
"""More than any plan has: a longer text is no plan, and reading it would keep others waiting."""


def keep_upload(name: str, content: bytes) -> dict[str, Any]:
    """Keep a document that can be read. Raises FileError, which says what is wrong with it."""
    kept = files.keep(name, content, read=True)
    _read(kept["digest"], kept["name"])
    return kept


def keep_text(title: str, text: str) -> dict[str, Any]:
    """Keep a text that was pasted, as a plain file. Raises FileError for an empty or too long one."""
    plain = text.replace("\0", "").replace("\r\n", "\n").strip()
    name = "".join(title.split())[:60] or "计划"
    return keep_upload(f"{name}.txt", plain.encode())


def reading_of(draft: PlanDraft) -> Reading:
    """Get what the document of a draft says. Raises FileError where the file is gone."""
    return _read(draft.file["digest"], draft.file["name"])


def proposal_of(draft: PlanDraft, directory: Directory) -> Proposal:
    """Get what the document of a draft is understood to say, with the units of a directory."""
    return understand(reading_of(draft), directory, indicator_words())


@lru_cache(maxsize=8)
def _read(digest: str, name: str) -> Reading:
    place = files.path_of(digest)
    if not place.exists():
        raise files.FileError("文件已经不在了，请重新上传。", "The file is gone; upload it again.")
    try:
        document = read_bytes(place.read_bytes(), name)
    except DocumentError as error:
        raise files.FileError(error.message.zh, error.message.en) from error
    if len(document.text) > MOST_CHARACTERS:
        raise files.FileError(
            f"文件有{len(document.text)}字，不像计划。请只上传计划文件。",
            f"The file has {len(document.text)} characters, which no plan has. Upload the plan alone.",
        )
    return read(document)
