"""
Files on their way into an entry: kept once uploaded, and claimed only by whoever uploaded them.

A form that fails, or a draft, holds a signed word for each file; a digest alone opens nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core import signing

from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.register import Register
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import files

_SECONDS = 31 * 24 * 3600


def signed(user: User, file: Mapping[str, Any]) -> str:
    """Get the word by which somebody may claim a kept file."""
    return signing.dumps(dict(file), salt=_salt(user))


def file_of(user: User, word: str) -> dict[str, Any] | None:
    """Get the file somebody claims; None for a word that is not theirs, or too old."""
    try:
        file = signing.loads(word, salt=_salt(user), max_age=_SECONDS)
    except signing.BadSignature:
        return None
    return file if files.path_of(str(file["digest"])).exists() else None


def claimed(
    user: User, register: Register, raw: Mapping[str, object], before: Mapping[str, Any]
) -> tuple[dict[str, object], dict[str, Message]]:
    """
    Get raw values with the files they claim in the place of the signed words, and what is wrong.

    Files an entry holds already may stay as they are; any other file is a problem.
    """
    found, problems = dict(raw), dict[str, Message]()
    for field in register.fields:
        given = raw.get(field.key)
        if field.kind != "attachments" or not isinstance(given, list):
            continue
        held = before.get(field.key) or []
        listed = [file_of(user, one) if isinstance(one, str) else one for one in given]
        if any(one is None or (isinstance(given[at], Mapping) and one not in held)
               for at, one in enumerate(listed)):  # fmt: skip
            problems[field.key] = Message(
                f"{field.label}里有文件不是您上传的，或者上传已经失效。请重新上传。",
                f"{field.label} holds a file that you did not upload. Upload it again.",
            )
            del found[field.key]
            continue
        found[field.key] = list({one["digest"]: one for one in listed if one}.values())
    return found, problems


def _salt(user: User) -> str:
    return f"upload/{user.pk}"
