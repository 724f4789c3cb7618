"""Quantified targets of plans and outlooks: what is to be reached, by how much, when and by whom."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.comparators import Comparison, comparison_at, is_starting_point
from zhunsheng.engine.reading.conditions import condition_of, is_attribute
from zhunsheng.engine.reading.forward import TaskFinder, YearFinder, forward_paragraphs, past_spans
from zhunsheng.engine.reading.implied import implied_targets
from zhunsheng.engine.reading.indicators import (
    behind_list,
    ends_in_measure,
    indicator_of,
    is_hanging,
    plain,
    scope_of,
    subjects_of,
)
from zhunsheng.engine.reading.model import Condition, DocumentKind, Target, Task
from zhunsheng.engine.reading.numerals import fold
from zhunsheng.engine.reading.periods import Period, period_at
from zhunsheng.engine.reading.quantities import Quantity, quantities
from zhunsheng.engine.reading.undertakings import is_undertaking

_CLAUSE_EDGE = re.compile(r"[，,。；;：:！？!?\n]")
_SENTENCE_EDGE = re.compile(r"[。；;！？!?\n]")
_GLUE = re.compile(r"[、和与及以，,]{1,2}")
_RESPECTIVE = re.compile(r"分别")
_AFTER_END = re.compile(r"[，,。；;：:、！？!?\n（(）)]")
_ITEM = re.compile(r"[、，,]")
_JOINED = re.compile(r"[、和与及]")
_BY_YEAR = re.compile(r"到(?P<year>20\d{2})年")
_NUMBERING = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．]")
_RECURRENT = frozenset({"week", "month", "quarter", "half-year", "meeting"})
_LONGEST_QUOTE = 60
_LONGEST_BEHIND = 24
_MOST_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A number that is a target, with its comparison and where its clause and sentence begin."""

    quantity: Quantity
    comparison: Comparison
    clause: int
    sentence: int
    condition: Condition | None
    group: int


@dataclass(slots=True)
class _Clauses:
    """Where the clauses and sentences of a paragraph begin, and what was found in it so far."""

    start: int
    clauses: list[int]
    sentences: list[int]
    years: list[tuple[int, int]]
    found: list[_Found] = field(default_factory=list)

    def clause_at(self, position: int) -> int:
        return self.clauses[bisect_right(self.clauses, position) - 1]

    def clause_end(self, position: int, last: int) -> int:
        index = bisect_right(self.clauses, position)
        return self.clauses[index] - 1 if index < len(self.clauses) else last

    def sentence_at(self, position: int) -> int:
        return self.sentences[bisect_right(self.sentences, position) - 1]

    def year_at(self, position: int) -> int | None:
        index = bisect_right(self.years, (position, 0)) - 1
        return self.years[index][1] if index >= 0 else None

    def end_of_earlier(self, found: _Found, low: int) -> int:
        """Get where the number of another group ends that stands before a number in its clause, or `low`."""
        index = (
            bisect_right(self.found, found.quantity.start, key=lambda other: other.quantity.start)
            - 1
        )
        for other in reversed(self.found[max(index - _MOST_LISTED, 0) : index]):
            if other.clause < found.clause:
                break
            if other.group != found.group:
                return max(other.comparison.end, low)
        return low


def read_targets(
    flow: Flow, tasks: tuple[Task, ...], year: int | None, kind: DocumentKind | None = None
) -> tuple[Target, ...]:
    """
    Get the targets that a document sets, in the order of the text.

    Of other documents than plans only what looks ahead is read; `kind` None has the kind read from
    the text. Targets that give no number are marked `explicit=False`, or have no value where
    they compare with something else.
    """
    reader = _Reader(flow, TaskFinder(tasks), year)
    targets = [target for p in forward_paragraphs(flow, kind) for target in reader.targets_in(p)]
    return tuple(sorted(targets, key=lambda target: target.place.start))


class _Reader:
    """Reads the targets of one document, paragraph by paragraph."""

    def __init__(self, flow: Flow, tasks: TaskFinder, year: int | None) -> None:
        self._flow = flow
        self._text = fold(flow.text)
        self._tasks = tasks
        self._years = YearFinder(flow, year)

    def targets_in(self, paragraph: Paragraph) -> Iterator[Target]:
        """Go through the targets of a paragraph: those with numbers, then those without."""
        clauses = self._clauses(paragraph)
        self._find(paragraph, clauses)
        previous: Target | None = None
        for group in _groups(clauses.found):
            for target in self._of_group(group, clauses, paragraph):
                previous = _whole(self._flow, target, group[0], previous, clauses)
                yield previous
        yield from self._implied(paragraph, clauses)

    def _clauses(self, paragraph: Paragraph) -> _Clauses:
        text, start, end = self._text, paragraph.start, paragraph.end
        return _Clauses(
            start,
            [start, *(found.end() for found in _CLAUSE_EDGE.finditer(text, start, end))],
            [start, *(found.end() for found in _SENTENCE_EDGE.finditer(text, start, end))],
            [(found.end(), int(found["year"])) for found in _BY_YEAR.finditer(text, start, end)],
        )

    def _find(self, paragraph: Paragraph, clauses: _Clauses) -> None:
        text = self._text
        amounts = _outside(
            list(quantities(text, paragraph.start, paragraph.end)),
            past_spans(text, paragraph.start, paragraph.end, self._years.year_at(paragraph.start)),
        )
        condition: Condition | None = None
        sentence, previous, group = -1, None, 0
        for index, amount in enumerate(amounts):
            clause = clauses.clause_at(amount.start)
            if clauses.sentence_at(amount.start) != sentence:
                sentence, condition, previous = clauses.sentence_at(amount.start), None, None
            joined = _is_listed(text, previous, amount, clause)
            begin = max(clause, amounts[index - 1].end if index else clause)
            comparison = comparison_at(
                text, begin, amount.start, amount.end, duration=amount.is_duration
            )
            if joined and previous is not None and not comparison.stated:
                comparison = _like(previous.comparison, comparison)
            following = amounts[index + 1].start if index + 1 < len(amounts) else paragraph.end
            clause_end = clauses.clause_end(amount.start, paragraph.end)
            another = following < clause_end and not _JOINED.search(text, comparison.end, following)
            if is_attribute(text, begin, amount, comparison, another=another):
                condition = condition_of(self._flow, text, begin, amount) or condition
                continue
            if is_starting_point(text, clause, amount.start, amount.end):
                continue
            if not joined and not is_undertaking(text, begin, clause, amount, comparison):
                continue
            group += not joined
            previous = _Found(
                quantity=amount,
                comparison=comparison,
                clause=clause,
                sentence=sentence,
                condition=condition,
                group=group,
            )
            clauses.found.append(previous)

    def _of_group(
        self, group: Sequence[_Found], clauses: _Clauses, paragraph: Paragraph
    ) -> Iterator[Target]:
        """Get the targets of numbers that belong together (分别达到65%和55%), or of a single number."""
        first = group[0]
        words = self._before(first, clauses)
        lead = first.comparison.lead
        before = words[: len(words) - lead] if lead else words
        if len(group) > 1 and _RESPECTIVE.search(words):
            names = subjects_of(_RESPECTIVE.split(before)[0], values=len(group))
            for found, name in zip(group, names, strict=True):
                yield self._target(found, clauses, paragraph, name, start=group[0])
            return
        for number, found in enumerate(group):
            behind = self._behind(found, clauses, paragraph)
            if number:
                yield self._target(found, clauses, paragraph, indicator_of(plain(before), behind))
                continue
            names = subjects_of(before, values=1)
            if len(names) == 1:
                names = (indicator_of(before, behind),)
            for name in names:
                yield self._target(found, clauses, paragraph, name)

    def _before(self, found: _Found, clauses: _Clauses) -> str:
        """Get the words before a number: its clause, or what stands there behind the number before it."""
        low = max(found.clause, found.quantity.start - _LONGEST_QUOTE)
        earlier = clauses.end_of_earlier(found, low)
        words = self._flow.text[max(low, earlier) : found.quantity.start]
        return behind_list(words) if earlier > low else words

    def _behind(self, found: _Found, clauses: _Clauses, paragraph: Paragraph) -> str:
        end = min(
            clauses.clause_end(found.quantity.start, paragraph.end),
            found.comparison.end + _LONGEST_BEHIND,
        )
        return self._flow.text[found.comparison.end : end]

    def _target(
        self,
        found: _Found,
        clauses: _Clauses,
        paragraph: Paragraph,
        name: str,
        start: _Found | None = None,
    ) -> Target:
        quantity = found.quantity
        period = self._period(found.clause, found.sentence, quantity.start, clauses)
        if quantity.is_share and period.name in _RECURRENT:
            # “每周排查1次，成功率达98%”：比率按年计。
            own = self._period(found.clause, found.clause, quantity.start, clauses)
            period = own if own.stated else Period(name="year", stated=False)
        begin = self._quote_start(found if start is None else start, clauses)
        end = self._quote_end(found, clauses, paragraph)
        scope = scope_of(self._flow.text[found.clause : quantity.start])
        if not scope and found.condition is not None:
            scope = found.condition.place.quote
        return Target(
            task=self._tasks.path_at(quantity.start),
            indicator=name,
            comparator=found.comparison.comparator,
            value=quantity.value if quantity.low is None else quantity.low,
            unit=quantity.unit,
            period=period.name,
            place=self._flow.place(begin, end),
            scope=scope,
            stated_period=period.stated,
            condition=found.condition,
        )

    def _period(self, clause: int, sentence: int, start: int, clauses: _Clauses) -> Period:
        year = self._years.year_at(start)
        period = period_at(self._text, clause, sentence, start, year)
        by = clauses.year_at(start)
        if not period.stated and by is not None:
            return Period(name=f"by {by}-12-31", stated=True)
        return period

    def _quote_start(self, found: _Found, clauses: _Clauses) -> int:
        """Get where the quote begins: with the clause, or behind the number before in it."""
        low = max(found.clause, found.quantity.start - _LONGEST_QUOTE)
        earlier = clauses.end_of_earlier(found, low)
        if earlier > low and (item := _ITEM.search(self._text, earlier, found.quantity.start)):
            earlier = item.end()
        low = max(low, earlier)
        while low < found.quantity.start and self._text[low] in "、，,和及与 ":
            low += 1
        numbering = _NUMBERING.match(self._text, low, found.quantity.start)
        return numbering.end() if numbering else low

    def _quote_end(self, found: _Found, clauses: _Clauses, paragraph: Paragraph) -> int:
        """Get where the quote ends: behind the words that say what is counted."""
        return self._end_behind(found.comparison.end, clauses, paragraph)

    def _end_behind(self, position: int, clauses: _Clauses, paragraph: Paragraph) -> int:
        last = min(clauses.clause_end(position - 1, paragraph.end), position + _LONGEST_BEHIND)
        edge = _AFTER_END.search(self._text, position, last)
        return edge.start() if edge else last

    def _implied(self, paragraph: Paragraph, clauses: _Clauses) -> Iterator[Target]:
        for found in implied_targets(self._text, paragraph.start, paragraph.end):
            clause = max(clauses.clause_at(found.start), found.start - _LONGEST_QUOTE)
            words = self._flow.text[clause : found.start]
            period = self._period(clause, clauses.sentence_at(found.start), found.start, clauses)
            end = self._end_behind(found.end, clauses, paragraph)
            behind = self._flow.text[found.end : end]
            name = plain(words) if ends_in_measure(words) else indicator_of(words, behind)
            yield Target(
                task=self._tasks.path_at(found.start),
                indicator=found.name or name,
                comparator=found.comparator,
                value=None if found.value is None else Decimal(found.value),
                unit=found.unit,
                period=period.name,
                place=self._flow.place(found.start if found.name else clause, end),
                scope=scope_of(words),
                explicit=found.value is None,
                stated_period=period.stated,
                reference=found.reference,
            )


def _whole(
    flow: Flow, target: Target, found: _Found, previous: Target | None, clauses: _Clauses
) -> Target:
    """Get a target whose indicator says all it measures, with words of the clause before if need be."""
    if not is_hanging(target.indicator) or found.clause <= found.sentence:
        return target
    before = clauses.clause_at(found.clause - 1)
    if previous is not None and previous.place.end > flow.offsets[before]:
        words = previous.indicator
    else:
        low = max(before, found.clause - _LONGEST_QUOTE)
        words = plain(flow.text[low : found.clause - 1])
    return replace(target, indicator=words + target.indicator)


def _outside(amounts: list[Quantity], spans: list[tuple[int, int]]) -> list[Quantity]:
    starts = [start for start, _ in spans]
    kept: list[Quantity] = []
    for amount in amounts:
        index = bisect_right(starts, amount.start) - 1
        if index < 0 or amount.start >= spans[index][1]:
            kept.append(amount)
    return kept


def _is_listed(text: str, previous: _Found | None, amount: Quantity, clause: int) -> bool:
    """Whether nothing but 、 or 和 stands between a number and the target before it."""
    if previous is None or previous.clause != clause:
        return False
    return bool(_GLUE.fullmatch(text, previous.comparison.end, amount.start))


def _like(first: Comparison, second: Comparison) -> Comparison:
    """Get the comparison of a number that is listed behind another."""
    return Comparison(
        comparator=first.comparator if not second.stated else second.comparator,
        stated=first.stated,
        reached=first.reached,
        end=second.end,
        lead=0,
    )


def _groups(found: list[_Found]) -> Iterator[list[_Found]]:
    group: list[_Found] = []
    for item in found:
        if group and group[0].group != item.group:
            yield group
            group = []
        group.append(item)
    if group:
        yield group
