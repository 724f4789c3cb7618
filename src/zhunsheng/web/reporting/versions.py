"""Two versions of a report side by side: its paragraphs as of two days, and what differs, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.reporting.templates import TemplateError, renamed
from zhunsheng.web.ledger import past
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import shown
from zhunsheng.web.reporting.composing import text_of
from zhunsheng.web.reporting.held import HeldReport, label_of, paragraphs_at

_WORD = re.compile(r"\{[^{}]*\}|〔[^〔〕]*〕|[0-9A-Za-z.%]+|\s+|.", re.DOTALL)
_MOST_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class Word:
    """A run of words: the same on both days, gone since, or new."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph on both days; `kind` is same, changed, new or gone."""

    number: str
    chapter: str
    kind: str
    states: tuple[str, str]
    before: tuple[Word, ...]
    after: tuple[Word, ...]


def differences(held: HeldReport, first: date, second: date) -> list[Difference]:
    """Get the paragraphs of a report as of the ends of two days, in the order of the later one."""
    then = {one.pk: one for one in _as_of(held, first)}
    later = _as_of(held, second)
    now = {one.pk: one for one in later}
    order = [*later, *(one for one in then.values() if one.pk not in now)]
    return [_difference(held, then.get(one.pk), now.get(one.pk)) for one in order]


def words_of(before: str, after: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """
    Get two texts as runs of words that are the same, gone or new.

    >>> [(one.text, one.kind) for one in words_of("受理52件", "受理53件")[1]]
    [('受理', 'same'), ('53', 'new'), ('件', 'same')]
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) + len(new) > _MOST_WORDS:
        return (Word(before, "gone"),), (Word(after, "new"),)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    left: list[Word] = []
    right: list[Word] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            left.append(Word("".join(old[a:b]), "same"))
            right.append(Word("".join(new[c:d]), "same"))
            continue
        if a < b:
            left.append(Word("".join(old[a:b]), "gone"))
        if c < d:
            right.append(Word("".join(new[c:d]), "new"))
    return tuple(left), tuple(right)


def readable(text: str) -> str:
    """Get a template as people read it: the names of indicators in place of their keys."""
    try:
        return renamed(text, _label).translate(str.maketrans("{}", "〔〕"))
    except TemplateError:
        return text


def days_of(entries: Sequence[Entry]) -> Iterator[date]:
    """Get the days on which some paragraphs were last changed, the latest first."""
    yield from sorted({one.changed_at.date() for one in entries}, reverse=True)


def _as_of(held: HeldReport, day: date) -> tuple[Entry, ...]:
    if day >= held.today and not held.is_frozen:
        return held.paragraphs
    return paragraphs_at(held.entry, past.end_of(day))


def _difference(held: HeldReport, before: Entry | None, after: Entry | None) -> Difference:
    one = after or before
    assert one is not None  # noqa: S101  # one of both is there
    old, new = (readable(text_of(entry)) if entry else "" for entry in (before, after))
    states = tuple(shown.state_label(entry) if entry else "" for entry in (before, after))
    kind = "new" if before is None else "gone" if after is None else "changed"
    if before is not None and after is not None and old == new and states[0] == states[1]:
        kind = "same"
    left, right = words_of(old, new)
    chapter = label_of(held.genre, str(one.values.get("chapter")), held.year)
    return Difference(one.number, chapter, kind, (states[0], states[1]), left, right)


def _label(name: str) -> str:
    try:
        return catalogue().indicator(name).indicator.label
    except UnknownNameError:
        return name
