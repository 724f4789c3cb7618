"""Numbers and reasons as people type them."""

from __future__ import annotations

import re
import unicodedata

from zhunsheng.engine.draws.verifier import MOST_DIGITS
from zhunsheng.web.organizations.errors import wrong

LEAST_DIGITS = 4
_LONGEST = 300
_BETWEEN = re.compile(r"[\s,，、.．·+\-－—|｜]")


def number_of(text: str, field: str) -> str:
    """
    Get the digits of a number, written without what people put between them.

    Raises InvalidError, which names the field, for anything that is no number of 4 to 64 digits.
    """
    plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", text[:_LONGEST]))
    if not (plain.isascii() and plain.isdecimal() and LEAST_DIGITS <= len(plain) <= MOST_DIGITS):
        raise wrong(
            field,
            f"请填写{LEAST_DIGITS}至{MOST_DIGITS}位数字，如0417、07 11 12 20 26 33 08。",
            f"Give a number of {LEAST_DIGITS} to {MOST_DIGITS} digits.",
        )
    return plain


def reason_of(text: str, field: str = "reason") -> str:
    """Get a reason or a description. Raises InvalidError, which names the field, for an empty one."""
    plain = " ".join(text.replace("\x00", "").split())
    if not 2 <= len(plain) <= _LONGEST:
        raise wrong(
            field,
            f"请写明，2至{_LONGEST}个字。",
            f"Say it in 2 to {_LONGEST} characters.",
        )
    return plain
