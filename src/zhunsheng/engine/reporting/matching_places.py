"""
Where figures stand in a report: the words that say what each counts, and those before that may narrow it.

It knows places and words, no indicators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhunsheng.engine.reading.indicator_words import bare
from zhunsheng.engine.reading.model import Figure, Reading
from zhunsheng.engine.reading.numerals import fold
from zhunsheng.engine.reporting.matching_lexicon import names_of
from zhunsheng.engine.reporting.matching_words import (
    FIELDS,
    NARROWS,
    ORGANS,
    OTHER_TIMES,
    TIMES,
    WHOLE,
    YEARS,
)

_CLAUSE = re.compile(r"[，,；;。：:！？!?\n]")
_COUNTED = re.compile(r"(?:[^，,；;。：:！？!?\n、（(）)]|[（(][^）)\d]{1,4}[）)])*")
_SENTENCE = re.compile(r"[。！？!?\n]")
_JOINERS = "、和与及以及）)（( "
_ADDED = re.compile(r"^(?:同比|比上年|比去年|较上年|较去年|环比|并|均|全部|以上|左右|余)")
_YEAR = re.compile(r"^(?:自|从|截至|截止|在)?(?:\d{4}年)?")
_POINT = re.compile(r"[一二三四五六七八九十]是|[（(][一二三四五六七八九十]+[）)]")
_LONGEST, _FARTHEST, _SPECIFIC, _LONGEST_UNIT = 120, 300, 7, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    A figure with its words.

    `before` are the words of its clause before the number, `after` those that follow directly, `words` those
    of both that say what it counts, `own` all of the clause. `among` tells a part (其中).
    `sentence_before` is the sentence up to its clause, `between` what of it is behind the figure before,
    `point_before` the point or paragraph up to its sentence; `whole` tells that the clause, or the list
    it goes on with, says that the whole government is meant.
    """

    figure: Figure
    before: str
    words: str
    own: str
    after: str
    among: bool
    paragraph: int
    sentence_before: str
    between: str
    point_before: str
    whole: bool

    def narrows(self, core: str) -> bool:
        """Whether what stands before narrows a figure: a field, an office, some occasion."""
        if self.figure.cell:
            return False
        said = [clause for clause in _CLAUSE.split(self.sentence_before) if clause.strip()]
        if any(map(_is_other_time, said)) or YEARS.search(self.point_before):
            return True
        if self.whole:
            return False
        specific = len(core) >= _SPECIFIC
        around = self.between if specific else self.sentence_before
        if any(_is_scope(clause) for clause in _CLAUSE.split(around) if clause.strip()):
            return True
        return not specific and FIELDS.search(around + self.point_before) is not None


def places_of(reading: Reading) -> list[Place]:
    """Get the places of all figures of a report, in the order of the text."""
    text = fold(reading.flow.text)
    found: list[Place] = []
    for number, figure in enumerate(reading.figures):
        follows = reading.figures[number + 1].start if number + 1 < len(reading.figures) else -1
        found.append(
            _in_cell(reading, figure)
            if figure.cell
            else _in_text(reading, text, figure, follows, found)
        )
    return found


def _in_cell(reading: Reading, figure: Figure) -> Place:
    """Get the place of a cell; where copying has flattened its table, its row and column are guesses."""
    known = reading.flow.paragraph_at(figure.start).cell is not None
    subject = figure.subject if known else ""
    return Place(
        figure=figure,
        before=subject,
        words=subject,
        own=subject,
        after="",
        among=False,
        paragraph=-1,
        sentence_before="",
        between="",
        point_before="",
        whole=True,
    )


def _in_text(
    reading: Reading, text: str, figure: Figure, follows: int, earlier: list[Place]
) -> Place:
    paragraph = reading.flow.paragraph_at(figure.start)
    last = earlier[-1] if earlier and not earlier[-1].figure.cell else None
    begun = max(paragraph.start, last.figure.end if last else 0)
    sentence = _behind(
        _SENTENCE, text, max(paragraph.start, figure.start - _FARTHEST), figure.start
    )
    clause = _behind(_CLAUSE, text, max(begun, figure.start - _LONGEST), figure.start)
    before = text[clause : figure.start].lstrip(_JOINERS)
    before = _opened(before)
    counted = _COUNTED.match(text, figure.end, _ahead(_CLAUSE, text, figure.end, follows))
    after = counted[0] if counted else ""
    goes_on = last is not None and last.figure.sentence == figure.sentence
    between = text[last.figure.end : figure.start] if last is not None and goes_on else ""
    is_unit = not figure.unit and len(after) <= _LONGEST_UNIT
    whole = _says_whole(before, reading.meta.jurisdiction) or bool(goes_on and last and last.whole)
    point = _point(text, paragraph.start, sentence)
    return Place(
        figure=figure,
        before=before,
        words=before if is_unit or _ADDED.match(after) else before + after,
        own=before + figure.unit + text[figure.end : _ahead(_CLAUSE, text, figure.end, follows)],
        after=after,
        among=_is_among(between, figure, last if goes_on else None),
        paragraph=paragraph.start,
        sentence_before=text[sentence:clause],
        between=text[max(sentence, begun) : clause],
        point_before=text[point:sentence],
        whole=whole,
    )


def _says_whole(words: str, place: str | None) -> bool:
    """Whether words say that all of the government is meant, or name it."""
    named = any(name in words for name in names_of(place)) if place else False
    return named or WHOLE.search(words) is not None


def _opened(before: str) -> str:
    """Get the words behind a bracket that is still open before a number."""
    for signs in ("（）", "()"):
        if before.count(signs[0]) > before.count(signs[1]):
            before = before[before.rindex(signs[0]) + 1 :]
    return before


def _is_among(between: str, figure: Figure, last: Place | None) -> bool:
    """Whether a figure is a part of one before: 其中, or it goes on with such a list."""
    if last is None:
        return False
    if "其中" in between:
        return True
    ends = any(sign in between for sign in "；;。）)")
    return last.among and not ends and figure.unit == last.figure.unit


def _behind(pattern: re.Pattern[str], text: str, low: int, high: int) -> int:
    """Get the place behind the last sign between two places."""
    found = low
    for match in pattern.finditer(text, low, high):
        found = match.end()
    return found


def _ahead(pattern: re.Pattern[str], text: str, position: int, follows: int) -> int:
    """Get the place of the next sign, or of the next figure."""
    end = min(position + _LONGEST, len(text))
    if follows >= position:
        end = min(end, follows)
    found = pattern.search(text, position, end)
    return found.start() if found else end


def _point(text: str, low: int, high: int) -> int:
    """Get where the point begins that a sentence belongs to (二是…), or its paragraph."""
    low = max(low, high - _FARTHEST)
    found = low
    for match in _POINT.finditer(text, low, high):
        found = match.start()
    return found


def _is_scope(clause: str) -> bool:
    """Whether a clause says for whom or for what only the rest of its sentence holds."""
    plain = bare(clause)
    if (time := TIMES.match(plain)) and time.end() == len(plain):
        return False
    return bool(NARROWS.match(plain)) or ORGANS.match(plain) is not None


def _is_other_time(clause: str) -> bool:
    """Whether a clause begins with a time that is not the whole of the year reported on."""
    rest = _YEAR.sub("", TIMES.sub("", bare(clause)))
    return OTHER_TIMES.match(rest) is not None or rest.endswith("以来")
