"""
The wordings of indicators as a figure's words are compared with them: without what says nothing.

It knows words only; where they stand in a report is for `matching_places`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhunsheng.engine.reading.indicator_words import IndicatorWords, bare
from zhunsheng.engine.reporting.matching_words import (
    ADVERBS,
    ENDINGS,
    GENERIC,
    TIMES,
    TOTALS,
    VERBS,
    WHOLE,
)

_AMONG = re.compile(r"^其中(?:涉及|属于)?")
_OF = re.compile(r"的")
_DONE = re.compile(
    r"^(?:受理|办理|办结|收到|审理|审查|审核|审结|新收|出台|发出|报送|制定|印发|组织|提交|登记|实施)"
)
_SHORT_VERB, _REST = 6, "其他"


@dataclass(frozen=True, slots=True)
class Fit:
    """An indicator whose wording the words of a figure are, and those words without what says nothing."""

    indicator: IndicatorWords
    words: str
    core: str


class Lexicon:
    """
    The wordings of indicators by what remains of them without words that say nothing.

    `year` is the year reported on and `place` the name of the government, which may be said or not.
    """

    def __init__(self, indicators: Iterable[IndicatorWords], year: int | None, place: str) -> None:
        self._year = re.compile(rf"{year}年?度?") if year else None
        self._place = re.compile("|".join(map(re.escape, names_of(place)))) if place else None
        self._light: dict[str, list[Fit]] = defaultdict(list)
        self._heavy: dict[str, list[Fit]] = defaultdict(list)
        for indicator in indicators:
            for words in dict.fromkeys((*indicator.said_as, *_label(indicator))):
                for core, known in (
                    (self._stripped(words), self._light),
                    (self.core(words), self._heavy),
                ):
                    known[core].append(Fit(indicator, words, core))

    def fits(self, words: str) -> list[Fit]:
        """Get the indicators that are said with some words: as they stand, or with any verb of doing."""
        return self._light.get(self._stripped(words)) or self._heavy.get(self.core(words)) or []

    def joined(self, before: Sequence[str], words: str) -> list[Fit]:
        """Get the indicators said with the words of an earlier figure and those of a later one together."""
        for one in before:
            for together in _together(self.core(one), self.core(words)):
                if fits := self._heavy.get(together):
                    return fits
        return []

    def core(self, words: str) -> str:
        """Get words without times, totals, adverbs and verbs before them, and without copulas behind."""
        return self._cut(self._stripped(words), (VERBS, ADVERBS, TIMES, TOTALS, WHOLE))

    def _stripped(self, words: str) -> str:
        plain = _AMONG.sub("", bare(words))
        return self._cut(_OF.sub("", ENDINGS.sub("", plain)), (TIMES, TOTALS, WHOLE, ADVERBS))

    def _cut(self, words: str, patterns: Sequence[re.Pattern[str]]) -> str:
        """Get words without all that some patterns find at their beginning."""
        more = [pattern for pattern in (self._year, self._place) if pattern is not None]
        while True:
            found = next(
                (match for one in (*patterns, *more) if (match := one.match(words)) and match[0]),
                None,
            )
            if found is None or found.end() == len(words):
                return words
            words = words[found.end() :]


@lru_cache(maxsize=8)
def lexicon_of(indicators: tuple[IndicatorWords, ...], year: int | None, place: str) -> Lexicon:
    """Get the wordings of some indicators for reports of a year and a government."""
    return Lexicon(indicators, year, place)


@lru_cache(maxsize=8192)
def is_generic(core: str) -> bool:
    """
    Whether words are so general that only what stands around them says what is counted.

    >>> is_generic("按期答复率"), is_generic("行政复议案件")
    (True, False)
    """
    for word in GENERIC:
        core = core.replace(word, "")
    return len(core) < 2


def _label(indicator: IndicatorWords) -> tuple[str, ...]:
    """Get the label as a wording, unless it is a cell of a table (其中败诉) or a general word (合计)."""
    label = indicator.label
    plain = "（" not in label and not label.startswith("其中") and not is_generic(bare(label))
    return (label,) if plain and indicator.said_as else ()


def _together(one: str, other: str) -> Iterator[str]:
    """Get the words of two figures put together as one would say them: 行政复议案件 and 办结, either way."""
    nouns = dict.fromkeys((one, _DONE.sub("", one)))
    for noun in nouns:
        yield noun + other
        if other == _REST:
            yield f"{noun}{other}事项"
        if len(other) <= _SHORT_VERB:
            yield other + noun
        for size in range(min(len(noun), len(other)) - 1, 1, -1):
            if noun.endswith(other[:size]):
                yield noun + other[size:]


def names_of(place: str) -> list[str]:
    """Get the names by which a government is called: in full, and its last part (溪口县)."""
    last = re.search(r"[^省市州盟]{1,8}[县区旗市镇乡]$", place)
    return [place, last[0]] if last else [place]
