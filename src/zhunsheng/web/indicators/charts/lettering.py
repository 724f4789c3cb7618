"""How wide words are, near enough to lay them out without a font; long names in lines, then cut."""

from __future__ import annotations

import unicodedata

_WIDE = frozenset("WFA")
_NARROW = 0.57


def width_of(text: str, size: float) -> float:
    """
    Get about how wide a line of text is.

    >>> width_of("溪口县12", 10)
    41.4
    """
    ems = sum(1 if unicodedata.east_asian_width(one) in _WIDE else _NARROW for one in text)
    return round(ems * size, 1)


def lines_of(text: str, width: float, size: float, most: int = 2) -> list[str]:
    """
    Get a text in lines of a width; what does not fit the last of them is cut and says so.

    >>> lines_of("农业农村和交通运输局综合行政执法大队", 100, 10)
    ['农业农村和交通运输局', '综合行政执法大队']
    >>> lines_of("农业农村和交通运输局综合行政执法大队", 60, 10)
    ['农业农村和交', '通运输局综…']
    """
    found: list[str] = []
    rest = text.strip()
    while rest and len(found) < most:
        fits = _fitting(rest, width, size)
        if fits < len(rest) and len(found) == most - 1:
            fits = _fitting(rest, width - size, size)
            return [*found, f"{rest[:fits].rstrip()}…"]
        found.append(rest[:fits].rstrip())
        rest = rest[fits:].lstrip()
    return found or [""]


def _fitting(text: str, width: float, size: float) -> int:
    """Get how many characters fit into a line; at least one."""
    fits = 0
    while fits < len(text) and width_of(text[: fits + 1], size) <= width:
        fits += 1
    return max(1, fits)
