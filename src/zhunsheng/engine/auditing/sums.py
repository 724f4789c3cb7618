"""Totals and their parts in running text: those that hold, and those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from zhunsheng.engine.auditing.agreement import spread, sum_of
from zhunsheng.engine.auditing.claims import Claim, claims_of, end_of_list, outer_parts
from zhunsheng.engine.auditing.model import Sum
from zhunsheng.engine.auditing.passages import Item, Passage, same_measure
from zhunsheng.engine.reading.model import Figure

_BY_KIND = re.compile(r"(?:从|按|分)[^，。；,;]{1,14}?(?:看|分|划分|统计|来看|分类|方面)[，,:：]")
_FAR_TOTALS = 30
_SMALLEST_UNMARKED = 10
_SMALLEST_FAR_PAIR = 100
_SMALLEST_SLIP = 1000
_NEAR = Decimal("0.1")
_FAR = Decimal("0.5")


def find_sums(sentences: list[Passage]) -> tuple[list[Sum], list[Sum]]:
    """
    Get the sums of a text, both those that hold and those that are claimed and do not, and the doubtful.

    A breakdown that does not say it is complete (其中 without 其他) may stay below its total; then it
    is no relation; where one wrong digit would make it complete it is doubtful. Exact counts must
    add up exactly, figures in 万 or with decimals within rounding.
    """
    claims = [
        claim
        for number, sentence in enumerate(sentences)
        for claim in claims_of(sentence, sentences[number - 1] if number else None)
    ]
    found: dict[tuple[int, ...], Sum] = {}
    for claim in claims:
        if holding := _holding(claim):
            found.setdefault(_key(holding), holding)
    for listed in _lists(sentences):
        if holding := _far_holding(listed):
            found.setdefault(_key(holding), holding)
    explained = {part.start for known in found.values() for part in known.parts}
    broken, doubtful = _failing(claims, explained, {known.total.start for known in found.values()})
    for failed in broken:
        found[_key(failed)] = failed
    for listed in _lists(sentences):
        if far := _far_broken(listed, explained):
            found.setdefault(_key(far), far)
    return sorted(found.values(), key=lambda known: known.parts[0].start), doubtful


def _failing(
    claims: list[Claim], explained: Set[int], broken_down: set[int]
) -> tuple[list[Sum], list[Sum]]:
    """Get the claims that fail, surely or perhaps, for totals that no sum that holds breaks down."""
    broken: list[Sum] = []
    doubtful: list[Sum] = []
    for claim in claims:
        total = claim.total.figure.start
        taken = any(item.figure.start in explained | broken_down for item in claim.parts)
        free = claim.marked or not (taken or total in explained)
        if claim.behind or total in broken_down or not free or (failed := _failed(claim)) is None:
            continue
        if _is_broken(claim, failed):
            broken.append(failed)
        elif _is_doubtful(claim, failed):
            doubtful.append(failed)
        else:
            continue
        broken_down.add(total)
    return broken, doubtful


def _key(found: Sum) -> tuple[int, ...]:
    return (found.total.start, *(part.start for part in found.parts))


def _holding(claim: Claim) -> Sum | None:
    total, parts = claim.total.figure, [item.figure for item in claim.parts]
    outer = [item.figure for item in outer_parts(claim.parts)]
    if claim.marked and 2 <= len(outer) < len(parts):
        length = _matching_prefix(total, outer)
        if length is not None:
            return sum_of(total, outer[:length])
    sure = claim.marked or claim.total.claims_total
    if not sure:
        parts = _same_unit_run(total, parts)
    if len(parts) < 2 or total.value < (1 if sure else _SMALLEST_UNMARKED):
        return None
    length = _matching_prefix(total, parts)
    if claim.behind and length != len(parts):
        return None
    return sum_of(total, parts[:length]) if length is not None else None


def _same_unit_run(total: Figure, parts: list[Figure]) -> list[Figure]:
    """Get the first parts as long as their unit is the total's own."""
    return list(takewhile(lambda part: part.unit == total.unit, parts))


def _failed(claim: Claim) -> Sum | None:
    """Cut a claim to the list it is, and get its sum; the claim keeps the parts of the list."""
    parts = outer_parts(claim.parts) if claim.marked else claim.parts
    claim.parts = parts[: end_of_list(parts)]
    if len(claim.parts) < 2 or claim.total.figure.value <= 0:
        return None
    return sum_of(claim.total.figure, [item.figure for item in claim.parts])


def _is_broken(claim: Claim, failed: Sum) -> bool:
    """Whether a breakdown that does not add up says clearly enough that it ought to."""
    total, difference = failed.total, failed.difference
    if failed.holds:
        return False
    mixed = any(part.unit != total.unit for part in failed.parts)
    slip = len(failed.parts) >= 3 and _is_slip(failed, _NEAR)
    if mixed and not claim.bracket:
        return slip and claim.marked
    if claim.is_partition and (claim.marked or claim.first):
        return claim.marked or abs(difference) <= total.value * _FAR
    if len(failed.parts) == 2 and not claim.is_complete and "；" in claim.parts[1].before:
        # 其中甲类1146件；终局裁决352件: the semicolon ends the list of one.
        return False
    if claim.marked:
        exceeds = 0 < difference <= total.value * _FAR
        listed = len(failed.parts) >= 3 and difference > 0 and claim.is_plain_list
        return claim.is_complete or exceeds or listed or slip
    sure = claim.total.claims_total and len(failed.parts) >= 3 and claim.is_complete
    return claim.first and (sure or (total.value >= _SMALLEST_SLIP and _is_slip(failed, _NEAR)))


def _is_doubtful(claim: Claim, failed: Sum) -> bool:
    """Whether one wrong digit would make a breakdown complete that claims nothing."""
    claims = claim.marked or claim.total.claims_total
    return claims and not failed.holds and len(failed.parts) >= 3 and _is_slip(failed, _FAR)


def _is_slip(failed: Sum, limit: Decimal) -> bool:
    """
    Whether one wrong digit in one of the numbers explains why a sum fails, by at most a share of it.

    Only then is a breakdown that does not claim to be complete taken for a broken one.
    """
    total, difference = failed.total.value, -failed.difference
    if abs(difference) > total * limit:
        return False
    pairs = [
        (total, total - difference),
        *((part.value, part.value + difference) for part in failed.parts),
    ]
    return any(mended > 0 and _one_digit_apart(value, mended) for value, mended in pairs)


def _one_digit_apart(first: Decimal, second: Decimal) -> bool:
    one, other = f"{first:f}", f"{second:f}"
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


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


@dataclass(slots=True)
class _List:
    """The amounts of one sentence, and the amounts told before it, nearest last."""

    items: list[Item]
    totals: list[Item]
    by_kind: bool

    @property
    def parts(self) -> list[Figure]:
        return [item.figure for item in self.items]


def _lists(sentences: list[Passage]) -> Iterator[_List]:
    """Get the sentences that may break down a total told in an earlier one."""
    totals: list[Item] = []
    for sentence in sentences:
        parts = [item.figure for item in sentence.levels if item.depth == 0]
        if len(parts) >= 2:
            by_kind = bool(_BY_KIND.search(sentence.items[0].before[-30:]))
            yield _List([item for item in sentence.levels if item.depth == 0], totals, by_kind)
        totals = (totals + sentence.levels)[-_FAR_TOTALS:]


def _far_holding(listed: _List) -> Sum | None:
    parts = listed.parts
    computed = sum((part.value for part in parts), Decimal(0))
    slack = sum((spread(part) for part in parts), Decimal(0))
    for total in reversed(listed.totals):
        figure = total.figure
        if abs(computed - figure.value) > slack + spread(figure):
            continue
        sure = len(parts) >= 3 or figure.value >= _SMALLEST_FAR_PAIR or listed.by_kind
        if sure and all(same_measure(part.unit, figure.unit) for part in parts):
            return sum_of(figure, parts)
    return None


def _far_broken(listed: _List, explained: Set[int]) -> Sum | None:
    """Judge a list that says it is complete (其他, all kinds, 按…分) by the total it comes nearest to."""
    parts = listed.parts
    if any(part.start in explained for part in parts):
        return None
    totals = [total for total in listed.totals if all(p.unit == total.figure.unit for p in parts)]
    last = next((t for t in reversed(totals) if t.figure.start not in explained), None)
    if listed.by_kind and last is not None:
        broken = sum_of(last.figure, parts)
        whole = (
            last.figure.value >= max(part.value for part in parts) or "总" in last.figure.subject
        )
        if whole and broken.difference > 0 and not broken.holds:
            return broken
    nearest = min(
        (Claim(total, listed.items, marked=False) for total in totals if total.claims_total),
        key=lambda claim: abs(sum_of(claim.total.figure, parts).difference),
        default=None,
    )
    if nearest is None or not nearest.is_complete:
        return None
    broken = sum_of(nearest.total.figure, parts)
    limit = _FAR if nearest.is_partition else _NEAR
    near = abs(broken.difference) <= broken.total.value * limit
    return broken if near and not broken.holds else None
