"""The figures of a text in their sentences, with the words between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.reading.measures import is_money, is_percent
from zhunsheng.engine.reading.model import Figure

_MOST_FIGURES = 100
_OPENING = 16
_OPEN, _CLOSE = frozenset("（(〔【["), frozenset("）)〕】]")
_BRACKET = re.compile(r"[（(〔【\[）)〕】\]]")
_TOTAL = re.compile(r"共计?|总[数量计额]?|合计|累计|全年|总共")
_COUNT_UNITS = frozenset(
    {"件", "次", "起", "宗", "例", "个", "份", "条", "项", "件次", "人次", "场", "场次", ""}
)
_PERSONS = frozenset({"人", "名", "位", "人次", ""})
_HOUSEHOLDS = frozenset({"家", "户", "个", "户次", "家次", ""})


@dataclass(slots=True)
class Item:
    """
    A figure in its sentence: how deep in brackets, and the words between it and the one before.

    `is_level` tells an exact amount from a share, a change and what is only about so much.
    """

    figure: Figure
    depth: int
    before: str
    is_level: bool

    @property
    def claims_total(self) -> bool:
        """Whether the words before the figure say that it is a total (共, 总数, 合计)."""
        return bool(_TOTAL.search(self.figure.subject[-16:]) or _TOTAL.search(self.before[-8:]))


@dataclass(slots=True)
class Passage:
    """One sentence: its figures in order, and the words that open its paragraph."""

    items: list[Item]
    opening: str

    @property
    def levels(self) -> list[Item]:
        """The exact amounts of the sentence."""
        return [item for item in self.items if item.is_level]


def passages(flow: Flow, figures: tuple[Figure, ...]) -> list[Passage]:
    """
    Get the sentences of a text that hold figures; table cells are left out.

    A sentence with more figures than any real one has is cut into several, so that rules which look
    back within a sentence stay linear in its length.
    """
    found: list[Passage] = []
    running = [figure for figure in figures if not figure.cell]
    for _, group in groupby(running, key=lambda figure: figure.sentence):
        members = list(group)
        found += [
            _passage(flow, members[start : start + _MOST_FIGURES])
            for start in range(0, len(members), _MOST_FIGURES)
        ]
    return found


def _passage(flow: Flow, members: list[Figure]) -> Passage:
    paragraph = flow.paragraph_at(members[0].start)
    position = _sentence_start(flow.text, paragraph.start, members[0].start)
    depth, items = 0, []
    for figure in members:
        before = flow.text[position : figure.start]
        depth = _depth(before, depth)
        items.append(Item(figure, depth, before, _is_level(figure)))
        position = figure.end
    return Passage(items, flow.text[paragraph.start : paragraph.start + _OPENING])


def _is_level(figure: Figure) -> bool:
    share = is_percent(figure.unit) or figure.unit in {"百分点", "个百分点", "倍", "成"}
    return not (share or figure.change or figure.approx or figure.low is not None)


def _sentence_start(text: str, low: int, position: int) -> int:
    window = max(low, position - 300)
    for mark in "。！？!?":
        window = max(window, text.rfind(mark, window, position) + 1)
    return window


def _depth(words: str, depth: int) -> int:
    for found in _BRACKET.finditer(words):
        if found[0] in _OPEN:
            depth += 1
        elif found[0] in _CLOSE:
            depth = max(depth - 1, 0)
    return depth


@lru_cache(maxsize=4096)
def same_measure(first: str, second: str) -> bool:
    """Whether amounts in two units can be added or compared (件 with 次, 人 with 名)."""
    if first == second:
        return True
    if is_money(first) or is_money(second):
        return False
    return any({first, second} <= group for group in (_COUNT_UNITS, _PERSONS, _HOUSEHOLDS))
