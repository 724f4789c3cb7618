"""Reports that exist already: kept as files, opened and read anew, never shown as they came."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.documents.opening import read_bytes
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read
from zhunsheng.web.registers import files

MOST_CHARACTERS = 300_000
"""More than any report has: a longer text is no report, and reading it would keep others waiting."""
_TITLE_LENGTH = 60


def keep_upload(name: str, content: bytes) -> dict[str, Any]:
    """Keep a document that can be read. Raises FileError, which says what is wrong with it."""
    kept = files.keep(name, content, read=True)
    reading_of(kept["digest"], kept["name"])
    return kept


def keep_text(text: str) -> dict[str, Any]:
    """Keep a text that was pasted, as a plain file. Raises FileError for an empty or too long one."""
    plain = re.sub(r"[\0\r]+", "", text).strip()
    if not plain:
        raise files.FileError(
            "请选择文件，或者粘贴报告的全文。", "Choose a file, or paste the text of the report."
        )
    title = "".join(plain.split("\n", 1)[0].split())[:_TITLE_LENGTH]
    return keep_upload(f"{title or '报告'}.txt", plain.encode())


@lru_cache(maxsize=8)
def reading_of(digest: str, name: str) -> Reading:
    """Get what a kept document says. Raises FileError where the file is gone or no report."""
    place = files.path_of(digest)
    if not place.exists():
        raise files.FileError("文件已经不在了，请重新上传。", "The file is gone; upload it again.")
    try:
        document = read_bytes(place.read_bytes(), name)
    except DocumentError as error:
        raise files.FileError(error.message.zh, error.message.en) from error
    if len(document.text) > MOST_CHARACTERS:
        raise files.FileError(
            f"文件有{len(document.text)}字，不像报告。请只上传报告。",
            f"The file has {len(document.text)} characters, which no report has. Upload the report alone.",
        )
    return read(document)
