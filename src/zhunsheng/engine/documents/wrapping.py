"""Whether a printed line goes on in the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Lines that begin something new, whatever came before.
_NEW = re.compile(
    r"(?:第[一二三四五六七八九十百零〇\d]{1,4}(?:部分|[章节条编])|[一二三四五六七八九十]{1,3}[、.．，]|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,2}是[^否]"
    r"|[（(〔【\[]?(?:责任|牵头|配合|主办|协办|承办|参与|落实)(?:单位|部门|处室|领导|科室)|附件?[:：\d]|抄送[:：]|[（(]此件|[（(]联系人|联系人[:：]"
    r"|(?:表|图)\d{1,2}[:：\s])"
)
_CLAUSE = re.compile(
    r"[（(〔【\[]?(?:责任|牵头|配合|主办|协办|承办|参与|落实)(?:责任)?(?:单位|部门)[:：]"
)
_HEADING = re.compile(
    r"(?:第[一二三四五六七八九十百零〇\d]{1,4}(?:部分|[章节])|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d))"
)
_FINISHED = re.compile(r"[。！？；：!?;:][”’」』）)】〕\]]{0,2}$|[〕】]$")
_COMMA = re.compile(r"[，、,]$")
_DATE_LINE = re.compile(
    r"(?:\d{4}|[二〇○零一九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日(?:印发)?$"
)
_OPENERS = {"《": "》", "〔": "〕", "（": "）", "(": ")", "“": "”", "【": "】", "〈": "〉"}
_CLOSERS = frozenset("》〕）)”】〉")
_SHORTEST_LONG_LINE = 40
_SHORTEST_CUT_LINE = 16
_NARROWEST_WRAP = 18
_WIDEST_WRAP = 60
_BRACKET_WINDOW = 160


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How wide the printed lines are (ASCII counts half); None where lines are paragraphs."""

    width: float | None

    @classmethod
    def of(cls, lines: list[tuple[str, float]]) -> Wrapping:
        """Judge from the lines and their printed widths whether they were cut at a fixed width."""
        widths = sorted(width for _, width in lines if width >= 10)
        if len(widths) < 4:
            return cls(None)
        width = widths[int(len(widths) * 0.9)]
        if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
            return cls(None)
        full = [line for line, printed in lines if printed >= width - 3]
        unfinished = sum(1 for line in full if not _FINISHED.search(line))
        share = 0.35 if len(widths) >= 6 else 0.8
        wrapped = len(full) >= share * len(widths) and unfinished >= 0.6 * len(full)
        return cls(width if wrapped else None)


def printed_width(text: str, blanks: int) -> float:
    """Get the width of a line in Chinese characters; ASCII counts half, and so does a blank in it."""
    return len(text) - sum(map(str.isascii, text)) / 2 + blanks / 2


def begins_anew(line: str) -> bool:
    """Whether a line opens a heading, a point or a clause."""
    return _NEW.match(line) is not None


def joins(
    tail: str, before: tuple[str, float], line: str, wrapping: Wrapping, *, page_break: bool = False
) -> bool:
    """
    Whether `line` goes on with the paragraph that ends in `tail`.

    `before` is the paragraph's last printed line: its words and how wide it is. A line goes on where the paragraph has an open bracket, ends in a comma, or fills its line
    without ending its sentence; a new heading, clause or date begins a paragraph of its own. A
    printed page number between the two (`page_break`) has cut a sentence that is not finished.
    """
    previous, width = before
    bracket = _open_bracket(tail)
    if bracket in {"《", "〈"} and len(line) < 200:
        return True
    if begins_anew(line) or (_FINISHED.search(previous) and not bracket):
        return False
    if _DATE_LINE.fullmatch(line) or (previous.endswith("》") and line.startswith("《")):
        return False
    if bracket or _COMMA.search(previous) or (page_break and len(previous) >= _SHORTEST_CUT_LINE):
        return True
    if wrapping.width is not None:
        return width >= wrapping.width - 3
    if "。" in previous and (len(line) >= 10 or line[-1] in "。；"):
        # A sentence left open after another one: the page ended here. A clause needs no full stop.
        return not _CLAUSE.match(previous[previous.rindex("。") + 1 :])
    if _HEADING.match(tail) and "。" not in tail and len(tail) < 70:
        return False
    return len(previous) >= _SHORTEST_LONG_LINE


def _open_bracket(tail: str) -> str:
    """Get the innermost bracket left open in the last part of a paragraph, or nothing."""
    stack: list[str] = []
    for character in tail[-_BRACKET_WINDOW:]:
        if character in _OPENERS:
            stack.append(character)
        elif character in _CLOSERS and stack:
            stack.pop()
    return stack[-1] if stack else ""
