"""
Workbooks between their check and their import, so that nobody must choose the same file twice.

They may hold personal data: only who sent one gets it back, and none stays longer than a day.
"""

from __future__ import annotations

import re
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

_KEPT = timedelta(days=1)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


def hold(user: int, content: bytes, at: datetime) -> str:
    """Keep a workbook for its sender for a day at most; get the token it is asked for with."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder, at)
    token = secrets.token_urlsafe(24)
    (folder / f"{user}.{token}").write_bytes(content)
    return token


def held(user: int, token: str) -> bytes | None:
    """Get a workbook that its sender had held; None where there is none, or no longer."""
    place = _place(user, token)
    return place.read_bytes() if place is not None and place.is_file() else None


def drop(user: int, token: str) -> None:
    """Forget a workbook."""
    if (place := _place(user, token)) is not None:
        place.unlink(missing_ok=True)


def _place(user: int, token: str) -> Path | None:
    return _folder() / f"{user}.{token}" if _TOKEN.fullmatch(token) else None


def _folder() -> Path:
    return Path(settings.HOME) / "imports"


def _clear(folder: Path, at: datetime) -> None:
    oldest = (at - _KEPT).timestamp()
    for file in folder.iterdir():
        with suppress(FileNotFoundError):  # somebody else cleared it at the same time
            if file.stat().st_mtime < oldest:
                file.unlink()
