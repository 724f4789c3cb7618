"""Text cut into what a line may not break: numbers with their measure; and what is longer than a line, broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

CHUNK = 40
"""How many half-width signs without a blank are never wider than a line of the type area."""

_KEPT = re.compile(
    r"\d[\d.,]*(?:个百分点|[万亿]?元|[万亿]?[一-鿿]|[%％‰])?"  # 52件、93.75%、552.22万元
    r"|[^\s\u2e80-\ufaff\uff00-\uffef]{12,}"  # letters that nothing lets break
)


def pieces(text: str, holds: int) -> Iterator[tuple[str, bool]]:
    """
    Cut a text into pieces, each with whether it stays on one line; `holds` is what a line holds at least.

    >>> list(pieces("受理52件。", 40))
    [('受理', False), ('52件', True), ('。', False)]
    """
    end = 0
    for found in _KEPT.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        end = found.end()
        yield from ((words, True) for words in _cut(found.group(), holds))
    if end < len(text):
        yield text[end:], False


def _cut(words: str, holds: int) -> Iterator[str]:
    """Cut what is longer than a line, behind a point or a stroke where there is one."""
    while len(words) > holds:
        joint = max(words.rfind(sign, 0, holds) for sign in "._-/") + 1
        yield words[: joint or holds]
        words = words[joint or holds :]
    yield words
