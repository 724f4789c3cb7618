"""
How wide text is, and where it breaks, without any font at hand.

Widths are on the safe side: no face that shows Chinese makes a letter wider than assumed here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WIDE, _NARROW = 1.0, 0.62
# What may not begin a line, by the rules of setting Chinese.
_CLINGS = frozenset("，。、；：！？）》」』”〕】%")
_PIECES = re.compile(r"[A-Za-z0-9.,:%/_-]+|.", re.DOTALL)


def width_of(text: str, size: float) -> float:
    """
    Get how wide a line of text may be.

    >>> width_of("受理", 10)
    20.0
    """
    return sum(map(_ems, text)) * size


def wrapped(text: str, size: float, width: float) -> list[str]:
    """
    Get text in lines that are no wider than allowed, numbers and Latin words kept whole where they fit.

    >>> wrapped("收到申请20个工作日内答复。", 10, 80)
    ['收到申请20个工', '作日内答复。']
    """
    lines, line = [], ""
    for piece in _fitting(text, size, width):
        if line and width_of(line + piece, size) > width:
            # A mark that may not begin a line takes along the marks and the letter before it.
            kept = _kept(line) if piece in _CLINGS else len(line)
            lines.append(line[:kept])
            line = line[kept:]
        line += piece
    return [*lines, line] if line else lines


def _fitting(text: str, size: float, width: float) -> Iterator[str]:
    """Get the pieces that are not broken; a word wider than a line is broken like any text."""
    for piece in _PIECES.findall(" ".join(text.split())):
        if width_of(piece, size) <= width:
            yield piece
        else:
            yield from piece


def _kept(line: str) -> int:
    """Get how much of a line stays, so that what follows it begins with a letter."""
    kept = len(line) - 1
    while kept > 1 and line[kept] in _CLINGS:
        kept -= 1
    return kept if kept > 0 else len(line)


def _ems(letter: str) -> float:
    # What is ambiguous, such as “” and —, is as wide as a Chinese letter in a Chinese face.
    return _NARROW if unicodedata.east_asian_width(letter) in {"Na", "N", "H"} else _WIDE
