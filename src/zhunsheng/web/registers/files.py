"""
Files of entries: what may be kept, under which name, and where.

It knows bytes and names; which entry a file belongs to is the actions' affair.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from zhunsheng.engine.documents.archive import Archive
from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.refusals import RefusedError

MAX_BYTES = 20 * 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}")
# Endings that may be kept, and what such a file begins with.
_STARTS = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".doc": (b"\xd0\xcf\x11\xe0",),
    ".xls": (b"\xd0\xcf\x11\xe0",),
    ".wps": (b"\xd0\xcf\x11\xe0",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".ofd": (b"PK\x03\x04",),
}
# What a document that is read may be as well; such a file is only ever given as a download.
_READ_STARTS = {
    ".txt": (b"",),
    ".htm": (b"",),
    ".html": (b"",),
    ".rtf": (b"{\\rtf",),
    ".odt": (b"PK\x03\x04",),
    **{ending: _STARTS[ending] for ending in (".pdf", ".doc", ".wps", ".docx", ".ofd")},
}
_ZIPPED = frozenset({".docx", ".xlsx", ".ofd", ".odt"})


class FileError(RefusedError):
    """A file that is not kept."""


def keep(name: str, content: bytes, *, read: bool = False) -> dict[str, Any]:
    """
    Keep a file under its digest and get how an entry holds it: digest, name and size.

    A document that is `read` may be of any kind the reader takes. Raises FileError for what is too large, empty, of a kind that is not kept, or not what its name says.
    """
    plain = _plain(name)
    _check(plain, content, _READ_STARTS if read else _STARTS)
    digest = hashlib.sha256(content).hexdigest()
    place = path_of(digest)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(out.name).replace(place)
    return {"digest": digest, "name": plain, "size": len(content)}


def path_of(digest: str) -> Path:
    """Get where a file is kept. Raises FileError for what is no digest."""
    if not _DIGEST.fullmatch(digest):
        raise FileError("没有这个文件。", "There is no such file.")
    return Path(settings.HOME) / "files" / digest[:2] / digest


def _plain(name: str) -> str:
    """Get a name without folders and without characters that are not printed."""
    last = name.replace("\\", "/").rpartition("/")[2]
    text = "".join(c for c in unicodedata.normalize("NFC", last) if c.isprintable())
    stem, dot, ending = text.strip(" .").rpartition(".")
    return f"{stem[:150]}{dot}{ending[:10]}"


def _check(name: str, content: bytes, starts: Mapping[str, tuple[bytes, ...]]) -> None:
    ending = Path(name).suffix.lower()
    if ending not in starts:
        kinds = "、".join(sorted(known.lstrip(".") for known in starts))
        raise FileError(
            f"不能保存“{name}”：只收{kinds}文件。",
            f"{name} cannot be kept: only {kinds} files are.",
        )
    if not content or len(content) > MAX_BYTES:
        raise FileError(
            f"“{name}”应在1字节至20MB之间。请压缩或者拆分后再传。",
            f"{name} should have between 1 byte and 20 MB. Make it smaller or split it.",
        )
    if not content.startswith(starts[ending]):
        raise FileError(
            f"“{name}”的内容不是{ending.lstrip('.')}文件，没有保存。请核对文件。",
            f"The content of {name} is not what its ending says; it was not kept. Check the file.",
        )
    if ending in _ZIPPED:
        try:
            archive = Archive(content, name)
            for entry in archive.names:
                archive.read(entry)
        except DocumentError as error:
            raise FileError(error.message.zh, error.message.en) from error
