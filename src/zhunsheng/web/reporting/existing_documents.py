"""Reports that exist already, as documents that are kept and read."""

from __future__ import annotations

import re
from typing import Any

from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.web.registers import files, readings

REPORT = Message("报告", "report")


def keep_upload(name: str, content: bytes) -> dict[str, Any]:
    """Keep a document that can be read. Raises FileError, which says what is wrong with it."""
    return readings.keep_upload(name, content, REPORT)


def keep_text(text: str) -> dict[str, Any]:
    """Keep a text that was pasted, as a plain file. Raises FileError for an empty or too long one."""
    plain = re.sub(r"[\0\r]+", "", text).strip()
    if not plain:
        raise files.FileError(
            "请选择文件，或者粘贴报告的全文。", "Choose a file, or paste the text of the report."
        )
    return readings.keep_text(plain.split("\n", 1)[0], plain, REPORT)


def reading_of(digest: str, name: str) -> Reading:
    """Get what a kept document says. Raises FileError where the file is gone or no report."""
    return readings.reading_of(digest, name, REPORT)
