"""
The words by which documents speak of indicators, and the form in which words are compared.

It knows no indicator in particular: whoever reads a document by them hands them in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zhunsheng.engine.reading.numerals import fold

SHARES = frozenset({"%", "‰", "个百分点", "百分点", "成"})
"""The units of shares and of changes of shares."""
SIGNS = re.compile(r"[\s“”\"《》〈〉（）()，,、。；;：:]+")
"""What is no word: blanks and signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorWords:
    """
    The words by which plans and reports speak of an indicator, by its full name.

    `is_share` tells that it is a part of a whole, so that a target in percent can be one of it and a
    number of times cannot; `measure` is what a figure that is no share counts (件, 次).
    """

    key: str
    label: str
    said_as: tuple[str, ...]
    is_share: bool
    measure: str = ""


@lru_cache(maxsize=16384)
def bare(text: str) -> str:
    """
    Get words without blanks and signs, digits folded.

    >>> bare("“双公示”信用信息（条）")
    '双公示信用信息条'
    """
    return SIGNS.sub("", fold(text))
