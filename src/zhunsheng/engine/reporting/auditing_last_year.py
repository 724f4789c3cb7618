"""
A report set against that of the year before: paragraphs copied from it, and its figures.

Likeness is that of the words alone: digits, signs and white space are left out on both sides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reporting.auditing_model import Doubt, LastYear, doubt
from zhunsheng.engine.reporting.auditing_registers import value_agreement
from zhunsheng.engine.reporting.auditing_text import LaidOut
from zhunsheng.engine.reporting.model import Report
from zhunsheng.engine.reporting.writing import Figures

_LEAST_LIKE = Fraction(9, 10)
_SHORTEST = 40
_GRAM = 3
_NO_WORDS = re.compile(r"[\d\W_一二三四五六七八九十百千万亿〇零]+")
_QUOTED = 60


@dataclass(frozen=True, slots=True)
class _Wording:
    """A paragraph as the runs of three characters in it, each with how often it stands there."""

    paragraph: Paragraph
    grams: Counter[str]
    size: int


def copied(
    reading: Reading, last_year: LastYear, laid: LaidOut | None, report: Report | None
) -> Iterator[Doubt]:
    """
    Get the paragraphs that were taken over from last year's report word for word, or nearly.

    Paragraphs with figures bound to indicators are left out, as what they say is this year's; so is what
    the genre itself says.
    """
    if last_year.reading is None:
        return
    before = list(_wordings(last_year.reading.flow))
    by_gram: dict[str, list[int]] = {}
    for number, wording in enumerate(before):
        for gram in wording.grams:
            by_gram.setdefault(gram, []).append(number)
    for wording in _wordings(reading.flow):
        if laid is not None and report is not None and _is_made(reading, wording, laid, report):
            continue
        likest = _likest(wording, before, by_gram)
        if likest is not None:
            yield _copied(reading, wording, last_year, likest)


def _is_made(reading: Reading, wording: _Wording, laid: LaidOut, report: Report) -> bool:
    """Whether a paragraph is the genre's own, or has figures of this year bound in it."""
    offsets, paragraph = reading.flow.offsets, wording.paragraph
    start, end = offsets[paragraph.start], offsets[paragraph.end - 1] + 1
    return not report.blocks[laid.block_at(start)].source or bool(laid.bound_within(start, end))


def _wordings(flow: Flow) -> Iterator[_Wording]:
    for paragraph in flow.body():
        words = _NO_WORDS.sub("", flow.words(paragraph)) if paragraph.kind == "text" else ""
        if len(words) >= _SHORTEST:
            grams = Counter(words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1))
            yield _Wording(paragraph, grams, len(words) - _GRAM + 1)


def _likest(
    wording: _Wording, before: list[_Wording], by_gram: dict[str, list[int]]
) -> Fraction | None:
    """Get how like the likest of last year's paragraphs is to one of now; None where none is enough."""
    shared: Counter[int] = Counter()
    for gram, times in wording.grams.items():
        for number in by_gram.get(gram, ()):
            shared[number] += min(times, before[number].grams[gram])
    likeness = max(
        (
            Fraction(2 * together, wording.size + before[number].size)
            for number, together in shared.items()
        ),
        default=Fraction(0),
    )
    return likeness if likeness > _LEAST_LIKE else None


def _copied(reading: Reading, wording: _Wording, last_year: LastYear, likeness: Fraction) -> Doubt:
    paragraph = wording.paragraph
    whole = likeness == 1
    share = "" if whole else f"{float(likeness * 100):.0f}%"
    start = reading.flow.words(paragraph)[:_QUOTED]
    return doubt(
        "warning",
        "copied",
        Message(
            f"这一段与{last_year.year}年的报告{'相同' if whole else f'有{share}相同'}（数字不计）",
            f"the paragraph is {'that' if whole else f'{share} that'} of the report of {last_year.year}, digits aside",
        ),
        Message(
            "请写本年度的情况；情况确实没有变化的，请说明。",
            "Write what was done this year, or explain that nothing changed.",
        ),
        places=(reading.flow.place(paragraph.start, paragraph.end),),
        quote=start,
    )


def changed_since_last_year(
    report: Report, last_year: LastYear, known: Figures, laid: LaidOut
) -> Iterator[Doubt]:
    """Get the figures of last year that the registers tell otherwise now than last year's report did."""
    said: set[str] = set()
    for start, end, key in laid.bound:
        bound = report.figures[key]
        if bound.part not in {"last", "change"} or bound.indicator in said:
            continue
        past, found = last_year.figures.get(bound.indicator), known(bound.indicator)
        if past is None or past.change is not None or found is None:
            continue
        then = Figure(
            found.named.indicator, bound.last_counted or 0, bound.last_base or 0, bound.last_total
        )
        agreement = value_agreement(past, found.named, then)
        if agreement is None or agreement.holds:
            continue
        said.add(bound.indicator)
        yield doubt(
            "warning",
            "last_year",
            Message(
                f"“{bound.label}”的上年数与{last_year.year}年的报告不同，当时写的是“{past.quote or past.printed}”",
                f"last year's “{bound.label}” differs from the report of {last_year.year}, which said “{past.quote or past.printed}”",
            ),
            Message(
                "上年数按现在的台账计算。口径调整或者事后更正的，请在文中或者说明里写明。",
                "Last year's figure is computed from the registers as they are now; explain the difference.",
            ),
            arithmetic=agreement.arithmetic,
            places=(laid.place(start, end),),
        )
