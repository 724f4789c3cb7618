"""Totals and their parts in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from zhunsheng.engine.auditing.agreement import spread
from zhunsheng.engine.auditing.model import Sum
from zhunsheng.engine.auditing.passages import Item, Passage, same_measure
from zhunsheng.engine.reading.model import Figure

_AMONG = re.compile(r"其中|分别(?:为|是|有)|(?:主要)?包括|包含|含|构成[:：]|组成[:：]")
_ADDED_UP = re.compile(r"[，,；;](?:两项|三项|以上|上述)?(?:合计|共计|总计)[^，,；;。]{0,6}$")
_BY_KIND = re.compile(r"(?:从|按|分)[^，。；,;]{1,14}?(?:看|分|划分|统计|来看|分类|方面)[，,:：]")
_REST = re.compile(r"(?:其他|其它|其余|剩余|另有)")
_ENDS_LIST = re.compile(r"[；;：:]")
_LONGEST_LIST = 40
_LONGEST_LABEL = 8
_FAR_TOTALS = 30
_SMALLEST_UNMARKED = 10
_SMALLEST_FAR_PAIR = 100
_SMALLEST_SLIP = 1000


@dataclass(slots=True)
class _Claim:
    """A total, the amounts that follow it, and how surely the text says that they are its parts."""

    total: Item
    parts: list[Item]
    marked: bool
    bracket: bool = False
    first: bool = False


def find_sums(sentences: list[Passage]) -> list[Sum]:
    """
    Get the sums of a text: those that hold, and those that are claimed and do not.

    A breakdown that does not say it is complete (其中 without 其他) may stay below its total; then it
    is no relation. Exact counts must add up exactly, figures in 万 or with decimals within rounding.
    """
    claims = [
        claim
        for number, sentence in enumerate(sentences)
        for claim in _claims(sentence, sentences[number - 1] if number else None)
    ]
    found: dict[tuple[int, ...], Sum] = {}
    for claim in claims:
        if holding := _holding(claim):
            found.setdefault(_key(holding), holding)
    for listed in _lists(sentences):
        if holding := _far_holding(listed):
            found.setdefault(_key(holding), holding)
    explained = {part.start for known in found.values() for part in known.parts}
    broken_down = {known.total.start for known in found.values()}
    for claim in claims:
        if claim.total.figure.start not in explained | broken_down and (broken := _broken(claim)):
            broken_down.add(broken.total.start)
            found[_key(broken)] = broken
    for listed in _lists(sentences):
        if broken := _far_broken(listed, explained):
            found.setdefault(_key(broken), broken)
    return sorted(found.values(), key=lambda known: known.parts[0].start)


def _key(found: Sum) -> tuple[int, ...]:
    return (found.total.start, *(part.start for part in found.parts))


def _claims(sentence: Passage, previous: Passage | None) -> Iterator[_Claim]:
    items = sentence.items
    for index, item in enumerate(items):
        among = _AMONG.search(item.before[-30:])
        if among and (total := _total_before(items, index, previous)):
            yield _Claim(
                total,
                _followers(items, index, total, item.depth),
                marked=True,
                bracket=item.depth > total.depth,
            )
        elif index and item.depth > items[index - 1].depth and items[index - 1].is_level:
            total = items[index - 1]
            yield _Claim(
                total, _followers(items, index, total, item.depth), marked=True, bracket=True
            )
    for index, item in enumerate(items):
        if index >= 2 and item.is_level and _ADDED_UP.search(item.before):
            yield _Claim(item, _added_up(items, index), marked=True, bracket=True)
    for index, item in enumerate(items[:-1]):
        if item.is_level:
            first = not any(earlier.is_level for earlier in items[:index])
            yield _Claim(item, _unmarked(items, index, item), marked=False, first=first)


def _added_up(items: list[Item], index: int) -> list[Item]:
    """Get the amounts right before a total that adds them up (A 3件、B 5件，合计8件)."""
    total = items[index]
    run = takewhile(
        lambda item: (
            item.is_level and item.depth == total.depth and item.figure.unit == total.figure.unit
        ),
        reversed(items[:index]),
    )
    return list(run)[::-1]


def _unmarked(items: list[Item], index: int, total: Item) -> list[Item]:
    """Get the amounts behind a total that no word calls its parts, up to where one does."""
    parts = _followers(items, index + 1, total, total.depth)
    return list(takewhile(lambda part: not _AMONG.search(part.before), parts))


def _total_before(items: list[Item], index: int, previous: Passage | None) -> Item | None:
    """Get the amount that a breakdown beginning at `index` breaks down."""
    first = items[index].figure
    earlier = [
        item
        for item in items[:index]
        if item.is_level and same_measure(item.figure.unit, first.unit)
    ]
    if earlier:
        return earlier[-1]
    if index == 0 and previous and re.match(r"[，,\s]{0,2}(?:其中|分别)", items[0].before.lstrip()):
        levels = [item for item in previous.levels if same_measure(item.figure.unit, first.unit)]
        return levels[-1] if levels else None
    return None


def _followers(items: list[Item], index: int, total: Item, depth: int) -> list[Item]:
    """Get the amounts from `index` on that may be parts of a total, up to where the bracket closes."""
    parts: list[Item] = []
    for item in items[index : index + _LONGEST_LIST]:
        if item.depth < depth:
            break
        if (
            item.depth == depth
            and item.is_level
            and same_measure(item.figure.unit, total.figure.unit)
        ):
            parts.append(item)
    return parts


def _holding(claim: _Claim) -> Sum | None:
    total, parts = claim.total.figure, [item.figure for item in claim.parts]
    outer = [item.figure for item in _outer(claim.parts)]
    if claim.marked and len(outer) < len(parts) and len(outer) >= 2:
        length = _matching_prefix(total, outer)
        if length is not None:
            return _sum(total, outer[:length])
    sure = claim.marked or claim.total.claims_total
    if not sure:
        parts = _same_unit_run(total, parts)
    if len(parts) < 2 or total.value < (1 if sure else _SMALLEST_UNMARKED):
        return None
    length = _matching_prefix(total, parts)
    return _sum(total, parts[:length]) if length is not None else None


def _outer(parts: list[Item]) -> list[Item]:
    """Get the parts without those that break down one of them (纠错63件，含撤销37件、变更26件；驳回…)."""
    kept: list[Item] = []
    nested = False
    for number, item in enumerate(parts):
        if _ENDS_LIST.search(item.before):
            nested = False
        if number and _AMONG.search(item.before):
            nested = True
        if not nested:
            kept.append(item)
    return kept


def _same_unit_run(total: Figure, parts: list[Figure]) -> list[Figure]:
    """Get the first parts as long as their unit is the total's own."""
    return list(takewhile(lambda part: part.unit == total.unit, parts))


def _broken(claim: _Claim) -> Sum | None:
    claim.parts = _outer(claim.parts) if claim.marked else claim.parts
    total, parts = claim.total.figure, [item.figure for item in claim.parts]
    ended = parts[: _end_of_list(claim)]
    if len(ended) < 2 or total.value <= 0:
        return None
    return _sum(total, ended) if _is_broken(claim, ended) else None


def _matching_prefix(total: Figure, parts: list[Figure]) -> int | None:
    """Get how many of the parts make up a total: the most that do, where rounding leaves a choice."""
    reached, slack, matched = Decimal(0), spread(total), None
    for number, part in enumerate(parts, start=1):
        reached += part.value
        slack += spread(part)
        if reached > total.value + slack:
            break
        if number >= 2 and abs(reached - total.value) <= slack:
            matched = number
        elif matched is not None:
            break
    return matched


def _end_of_list(claim: _Claim) -> int:
    """Get how many of the amounts belong to the list: up to 其他, or a semicolon after two of them."""
    for number, item in enumerate(claim.parts, start=1):
        if _REST.search(item.before[-12:]):
            return number
        if number > 2 and (_ENDS_LIST.search(item.before) or _AMONG.search(item.before)):
            return number - 1
    return len(claim.parts)


def _is_broken(claim: _Claim, parts: list[Figure]) -> bool:
    """Whether a breakdown that does not add up says so clearly enough that it ought to."""
    total = claim.total.figure
    computed = sum((part.value for part in parts), Decimal(0))
    if any(part.unit != total.unit for part in parts) and not claim.bracket:
        return False
    closed = bool(_REST.search(claim.parts[len(parts) - 1].before[-12:]))
    slip = is_slip(total, parts)
    if claim.marked:
        exceeds = total.value < computed <= total.value * Decimal("1.5")
        listed = (
            len(parts) >= 3 and computed > total.value and _short_labels(claim.parts[: len(parts)])
        )
        return closed or exceeds or listed or (len(parts) >= 3 and slip)
    sure = claim.total.claims_total and len(parts) >= 3 and closed
    return claim.first and (sure or (total.value >= _SMALLEST_SLIP and slip))


def _short_labels(items: list[Item]) -> bool:
    """Whether the parts stand as a plain list of kinds (种植业…、林业产值…), with no other words."""
    labels = [re.split(r"[，,；;、：:（(]|其中", item.before)[-1] for item in items]
    return all(len(label) <= _LONGEST_LABEL for label in labels)


def is_slip(total: Figure, parts: list[Figure]) -> bool:
    """
    Whether one wrong digit in one of the numbers explains why a sum fails.

    Only then is a breakdown that does not claim to be complete taken for a broken one.
    """
    difference = total.value - sum((part.value for part in parts), Decimal(0))
    if abs(difference) * 10 > total.value:
        return False
    pairs = [
        (total.value, total.value - difference),
        *((part.value, part.value + difference) for part in parts),
    ]
    return any(mended > 0 and _one_digit_apart(value, mended) for value, mended in pairs)


def _one_digit_apart(first: Decimal, second: Decimal) -> bool:
    one, other = f"{first:f}", f"{second:f}"
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


@dataclass(slots=True)
class _List:
    """The amounts of one sentence, and the amounts told before it, nearest last."""

    parts: list[Figure]
    totals: list[Item]
    by_kind: bool


def _lists(sentences: list[Passage]) -> Iterator[_List]:
    """Get the sentences that may break down a total told in an earlier one."""
    totals: list[Item] = []
    for sentence in sentences:
        parts = [item.figure for item in sentence.levels if item.depth == 0]
        if len(parts) >= 2:
            yield _List(parts, totals, bool(_BY_KIND.search(sentence.items[0].before[-30:])))
        totals = (totals + sentence.levels)[-_FAR_TOTALS:]


def _far_holding(listed: _List) -> Sum | None:
    parts = listed.parts
    for total in reversed(listed.totals):
        figure = total.figure
        if all(same_measure(part.unit, figure.unit) for part in parts):
            sure = len(parts) >= 3 or figure.value >= _SMALLEST_FAR_PAIR or listed.by_kind
            if sure and _matching_prefix(figure, parts) == len(parts):
                return _sum(figure, parts)
    return None


def _far_broken(listed: _List, explained: Set[int]) -> Sum | None:
    if not listed.by_kind:
        return None
    for total in reversed(listed.totals):
        figure = total.figure
        if figure.start not in explained and all(part.unit == figure.unit for part in listed.parts):
            broken = _sum(figure, listed.parts)
            return broken if broken.difference > 0 and not broken.holds else None
    return None


def _sum(total: Figure, parts: list[Figure]) -> Sum:
    computed = sum((part.value for part in parts), Decimal(0))
    slack = spread(total) + sum((spread(part) for part in parts), Decimal(0))
    difference = computed - total.value
    return Sum(
        total=total,
        parts=tuple(parts),
        complete=True,
        holds=abs(difference) <= slack,
        difference=difference,
    )
