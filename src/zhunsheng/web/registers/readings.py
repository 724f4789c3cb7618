"""
Documents that are kept as files and read: opened anew each time, never run and never shown as they came.

It knows files and the reader; which documents these are is for the caller to say.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.documents.opening import read_bytes
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read
from zhunsheng.web.registers import files

MOST_CHARACTERS = 300_000
"""More than any plan or report has: reading a longer text would keep others waiting."""
_TITLE_LENGTH = 60


def keep_upload(name: str, content: bytes, kind: Message) -> dict[str, Any]:
    """Keep a document of a kind (计划, plan) that can be read. Raises FileError, which says what is wrong."""
    kept = files.keep(name, content, read=True)
    reading_of(kept["digest"], kept["name"], kind)
    return kept


def keep_text(title: str, text: str, kind: Message) -> dict[str, Any]:
    """Keep a text that was pasted, as a plain file. Raises FileError for an empty or too long one."""
    name = "".join(title.split())[:_TITLE_LENGTH] or kind.zh
    return keep_upload(f"{name}.txt", text.encode(), kind)


@lru_cache(maxsize=16)
def reading_of(digest: str, name: str, kind: Message) -> Reading:
    """Get what a kept document says. Raises FileError where the file is gone or too long for its kind."""
    place = files.path_of(digest)
    if not place.exists():
        raise files.FileError("文件已经不在了，请重新上传。", "The file is gone; upload it again.")
    try:
        document = read_bytes(place.read_bytes(), name)
    except DocumentError as error:
        raise files.FileError(error.message.zh, error.message.en) from error
    if len(document.text) > MOST_CHARACTERS:
        raise files.FileError(
            f"文件有{len(document.text)}字，不像{kind.zh}。请只上传{kind.zh}。",
            f"The file has {len(document.text)} characters, which no {kind.en} has. Upload the {kind.en} alone.",
        )
    return read(document)
