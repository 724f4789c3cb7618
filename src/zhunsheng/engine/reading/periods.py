"""For which period a target holds: each year, quarter or meeting, or by a date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhunsheng.engine.reading.dates import date_phrases

_PER = re.compile(
    r"(?P<meeting>每次(?:[^，。；]{0,6}会议?)|每场会议)|(?<![人户亩])每(?:(?P<half>半年)|(?P<quarter>季度?)|个?(?P<month>月)|(?P<week>周))"
    r"|(?P<year>(?<![人户亩])每年|(?<!上)年度|全年|一年|年均|每个年度|年内每)"
)
_OPENS_CLAUSE = re.compile(
    r"(?:^|[，,。；;：:、！？\n.．）)])(?:力争|确保|争取|到|在|于|至|截至|并|今年){0,2}$"
)
_NAMES = {"half": "half-year"}
_FAR = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period as `Target.period` has it, and whether the text says so."""

    name: str
    stated: bool


def period_at(
    text: str, clause_start: int, sentence_start: int, start: int, year: int | None
) -> Period:
    """
    Get the period of the number at `start`: what its clause says, else what its sentence says.

    Without any word of time a target holds for the year.
    """
    clause = _period(text, max(clause_start, start - _FAR), start, year)
    if clause is not None:
        return clause
    low = max(sentence_start, start - _FAR)
    return _period(text, low, start, year, leading=True) or Period(name="year", stated=False)


def _period(
    text: str, low: int, start: int, year: int | None, *, leading: bool = False
) -> Period | None:
    """Get the last period named before `start`; `leading` takes dates only where a clause begins with them."""
    name, reached = None, -1
    for found in _PER.finditer(text, low, start):
        group = found.lastgroup or "year"
        name, reached = _NAMES.get(group, group), found.start()
    for phrase in date_phrases(text, low, start, year):
        if (
            phrase.bound
            and phrase.date is not None
            and phrase.every is None
            and phrase.start > reached
            and not (
                leading and not _OPENS_CLAUSE.search(text, max(low, phrase.start - 8), phrase.start)
            )
        ):
            name, reached = f"by {phrase.date.isoformat()}", phrase.start
    return Period(name=name, stated=True) if name else None
