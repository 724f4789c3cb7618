"""Text of users made fit to be printed: what no file format can hold is left out, all else stays."""

from __future__ import annotations

import re
import unicodedata

# What XML cannot hold: control codes but tab and line end, halves of surrogate pairs, two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
_WIDE = frozenset("WFA")


def printable(text: str) -> str:
    """Get a text without control codes, each of its line ends as one sign."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def em(text: str) -> float:
    """Get about how wide a text is set, in Chinese characters: a digit or Latin letter takes half of one."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in _WIDE else 0.5 for sign in text)


def most_em(text: str) -> float:
    """Get how wide a text is set at most, whatever the font: W takes more than a whole one."""
    return sum(map(_most, text))


def _most(sign: str) -> float:
    if not sign.isascii():
        return 1.0
    if sign in "WM@%&":
        return 1.1
    return 0.8 if sign.isupper() else 0.6
