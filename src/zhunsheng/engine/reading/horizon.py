"""Which parts of a report speak of what is still to be done."""

from __future__ import annotations

import re

from zhunsheng.engine.documents.flow import Flow

_MARK = re.compile(
    r"(?P<part>第[一二三四五六七八九十]{1,3}(?:部分|章))|(?P<one>[一二三四五六七八九十]{1,3}[、.．，])"
    r"|(?P<two>[（(][一二三四五六七八九十]{1,3}[）)])|(?P<three>\d{1,2}[、.．](?!\d))"
)
_LEVELS = ("part", "one", "two", "three")
_AHEAD = re.compile(
    r"下一?步|下一?阶段|下(?:一)?年度|明年|来年|今后|努力方向|工作打算|工作计划|工作思路|工作安排|工作设想|主要安排|目标任务|主要目标|预期目标|工作目标|总体要求"
    r"|(?:20\d{2}年|今年)(?:度)?(?:的|政府|全[省市县区]|我[省市县区])?[^，。]{0,12}(?:重点|安排|打算|计划|思路|任务)"
)
_YEAR_OF_WORK = re.compile(r"(?:20\d{2}年|今年)(?:度)?(?:政府)?(?:主要|重点)?工作$")
_BEHIND = re.compile(r"情况|成效|总结|回顾|完成|落实了|取得|开展了|举措和|问题")
_OPENING = re.compile(r"(?:下一?步|下一?阶段|明年|今后|20\d{2}年[，,].{0,20}将)")
_LONGEST_HEADING = 60


def ahead(flow: Flow) -> list[tuple[int, int]]:
    """Get the spans of `Flow.text` that tell of plans and aims, not of work done."""
    spans: list[tuple[int, int]] = []
    open_since: tuple[int, int] | None = None
    marked = False
    for paragraph in flow.body():
        words = flow.words(paragraph)
        level = _level(words)
        if open_since is not None and level is not None and level <= open_since[1]:
            spans.append((open_since[0], paragraph.start))
            open_since = None
        if open_since is None and level is not None and _looks_ahead(words, first=not marked):
            open_since = (paragraph.start, level)
        elif open_since is None and _OPENING.match(words):
            spans.append((paragraph.start, paragraph.end))
        marked = marked or level is not None
    if open_since is not None:
        spans.append((open_since[0], len(flow.text)))
    return spans


def _level(words: str) -> int | None:
    mark = _MARK.match(words)
    return _LEVELS.index(mark.lastgroup) if mark and mark.lastgroup else None


def _looks_ahead(words: str, *, first: bool) -> bool:
    heading = re.split("[。：:]", words[:_LONGEST_HEADING], maxsplit=1)[0]
    if not first and _YEAR_OF_WORK.search(heading):
        # 一、2025年工作回顾 … 二、2026年工作: what comes second is still to be done.
        return True
    return bool(_AHEAD.search(heading)) and not _BEHIND.search(heading)
