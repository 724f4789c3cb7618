"""Which marks are headings: those that carry on a row of numbers at their level, or begin one."""

from __future__ import annotations

from dataclasses import dataclass

from zhunsheng.engine.reading.markers import RANK, Mark, Style

_WIDEST_GAP = 3
_FIRST_STYLES: frozenset[Style] = frozenset({"part", "chapter", "chinese", "chinese_bracket"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """
    A mark in its paragraph (offsets into the flow's text).

    `title_end` is where its title ends. `listed` tells that it looks like an item of a list
    (it ends in a semicolon); `weighty` that a title with something under it stands behind it;
    `initial` that it begins its paragraph; `fresh` that a new document seems to begin before it
    (an attachment, a title after a signature); `bare` that nothing but headings came so far.
    """

    mark: Mark
    title_end: int
    initial: bool
    listed: bool = False
    weighty: bool = True
    fresh: bool = False
    bare: bool = False


class Sequence:
    """Follows the rows of numbers through a document and says at which level a candidate stands."""

    def __init__(self) -> None:
        self._open: list[tuple[Style, int]] = []
        self._last: dict[Style, int] = {}
        self._refused: dict[Style, int] = {}
        self._any = False

    def level_of(self, candidate: Candidate) -> int | None:
        """Get the level (from 1) of a candidate that is a heading, or None where it is not one."""
        mark = candidate.mark
        index = next((i for i, (style, _) in enumerate(self._open) if style == mark.style), None)
        if candidate.fresh and mark.number == 1 and mark.sure and index is not None:
            self._open, self._last, index = self._open[:0], {}, None
        accepted = (
            self._opens(candidate)
            if index is None
            else self._carries_on(candidate, self._open[index][1])
        )
        if not accepted or self._is_list_item(candidate):
            self._refused[mark.style] = mark.number
            return None
        if index is None:
            while self._open and RANK[self._open[-1][0]] > RANK[mark.style]:
                self._open.pop()
            index = len(self._open)
        self._open[index:] = [(mark.style, mark.number)]
        self._last[mark.style] = mark.number
        self._refused.pop(mark.style, None)
        self._any = True
        return index + 1

    def restarts(self, candidate: Candidate) -> bool:
        """Whether a candidate opens the outermost row again after headings only: a table of contents."""
        mark = candidate.mark
        return bool(
            candidate.bare
            and mark.number == 1
            and len(self._last)
            and self._open
            and self._open[0][0] == mark.style
            and self._last[mark.style] > 1
        )

    def _is_list_item(self, candidate: Candidate) -> bool:
        mark = candidate.mark
        if candidate.listed:
            return True
        # 前项已作为列举项略去的，末项虽以句号结尾，也是列举项。
        after_refused = self._refused.get(mark.style) == mark.number - 1 and mark.number > 1
        return after_refused and self._last.get(mark.style) != mark.number - 1

    def _carries_on(self, candidate: Candidate, last: int) -> bool:
        mark = candidate.mark
        if mark.number == last + 1:
            return True
        if not (mark.sure and candidate.initial and candidate.weighty):
            return False
        return mark.number == last or last + 1 < mark.number <= last + _WIDEST_GAP

    def _opens(self, candidate: Candidate) -> bool:
        mark = candidate.mark
        if not mark.sure:
            return mark.number > 2 and self._last.get(mark.style) == mark.number - 1
        if mark.number == 1:
            return True
        if mark.style in self._last:
            step = mark.number - self._last[mark.style]
            return step == 1 or (
                candidate.initial and candidate.weighty and 1 < step <= _WIDEST_GAP
            )
        return (
            not self._any
            and candidate.initial
            and candidate.weighty
            and mark.style in _FIRST_STYLES
        )
