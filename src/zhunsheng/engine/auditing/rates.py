"""Rates and shares in running text, with the counts that they are made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from zhunsheng.engine.auditing.agreement import quotient, rate_match
from zhunsheng.engine.auditing.model import Match, Rate, Sum
from zhunsheng.engine.auditing.passages import Item, Passage, same_measure
from zhunsheng.engine.reading.measures import is_percent
from zhunsheng.engine.reading.model import Figure

_SHARE = re.compile(r"占(?:比|到|了|据)?|比例|比重|结构比|之比|构成比")
_RATE = re.compile(
    r"(?P<name>[^，,；;。：:、（(）)]{0,16}?[率比])(?:均|也|已|都|高|仍)?(?:为|达到|达|是|至|保持在|:|：)?$"
)
_BARE_SHARE = re.compile(r"^[，,、（(]?(?:占比?(?:为|达|约)?|比例为|占比)$")
_RESPECTIVE = re.compile(r"(?:分别|各)(?:约)?占[^，,；;。]{0,10}$")
_AND = frozenset({"、", "和", "与", "及", "，", ","})
_NAMED_BASE = re.compile(r"占(?P<base>[^占]{2,20}?)的?(?:比例|比重)?(?:的|为|达到|达|约)?$")
_EMPTY = re.compile(r"总数|总量|总[件人户]数|全部|的|数|量|总|共|收到|办理|全[省市县区州年]")
_FAR = 60
_NEAR = 6
_NUMERATORS = 8
_NEAR_EARLIER = 15
_PROCESSED = frozenset(
    "结成功化解答复应诉出庭整改合格采纳办理履行调撤和纠错按期参加参考培训覆盖处置回复满意入驻"
)
_HUNDRED = {"%": Decimal(100), "‰": Decimal(1000), "": Decimal(100)}
_INTAKE = re.compile(
    r"受理|收到|新收|接收|收件|登记|申请|共|总|应|发现|排查|交办|移送|办理|发生|接待|调解|接到|征集|收集|审查"
)


def find_rates(sentences: list[Passage], sums: list[Sum]) -> list[Rate]:
    """
    Get the rates whose numerator and denominator the text gives.

    A rate that agrees with the amounts around it holds. One that does not is reported as broken only
    where the text names its base, the shares listed with it have one, or the two amounts right before
    it are plainly its own.
    """
    totals = {part.start: known.total for known in sums for part in known.parts}
    earlier: list[Item] = []
    found: list[Rate] = []
    loose: list[tuple[Figure, Figure]] = []
    for sentence in sentences:
        together = list(_respective(sentence.items, earlier))
        found += together
        judged = {rate.rate.start for rate in together}
        for index, item in enumerate(sentence.items):
            if not _is_rate(item) or item.figure.start in judged:
                continue
            if _RESPECTIVE.search(item.before):
                judged |= {other.figure.start for other in _listed(sentence.items, index)}
                continue
            if rate := _rate(sentence.items, index, earlier, totals):
                found.append(rate)
            elif numerator := _bare_share(sentence.items, index):
                loose.append((item.figure, numerator))
        found += _proportions(sentence.items, sums)
        earlier = (earlier + sentence.levels)[-_FAR:]
    found += _by_neighbours(loose, found)
    return sorted(found, key=lambda rate: rate.rate.start)


def _listed(items: list[Item], index: int) -> list[Item]:
    """Get a rate and those listed right behind it (67.8%和32.2%)."""
    following = takewhile(lambda item: item.before in _AND, items[index + 1 :])
    return [items[index], *(item for item in following if _is_rate(item))]


def _respective(items: list[Item], earlier: list[Item]) -> Iterator[Rate]:
    """Judge 甲297件、乙141件，分别占67.8%和32.2%: each amount with the share in its place."""
    for index, item in enumerate(items):
        if not _is_rate(item) or not _RESPECTIVE.search(item.before):
            continue
        shares = _listed(items, index)
        amounts = [other for other in items[:index] if other.is_level][-len(shares) :]
        if len(amounts) < len(shares):
            continue
        pool = [
            *earlier,
            *(other for other in items[:index] if other.is_level and other not in amounts),
        ]
        for base in reversed(pool):
            if not same_measure(base.figure.unit, amounts[0].figure.unit) or base.figure.value <= 0:
                continue
            pairs = list(zip(shares, amounts, strict=True))
            matches = [_match(share.figure, amount.figure, base.figure) for share, amount in pairs]
            # One wrong share among right ones is an error; otherwise the base is another.
            if matches.count("broken") * 2 < len(matches):
                for (share, amount), match in zip(pairs, matches, strict=True):
                    yield _made(share.figure, amount.figure, base.figure, match)
                break


def _bare_share(items: list[Item], index: int) -> Figure | None:
    """Get the amount of a share that names no base (…34000件，占47.6%)."""
    if index == 0 or not _BARE_SHARE.search(items[index].before) or items[index].figure.approx:
        return None
    before = items[index - 1]
    return before.figure if before.is_level else None


def _by_neighbours(loose: list[tuple[Figure, Figure]], found: list[Rate]) -> Iterator[Rate]:
    """Judge shares by the base that the shares listed beside them have."""
    bases: defaultdict[tuple[int, str], dict[int, Figure]] = defaultdict(dict)
    for rate in found:
        if rate.holds and rate.numerator and rate.denominator:
            beside = bases[(rate.rate.sentence, rate.numerator.unit)]
            beside[rate.denominator.start] = rate.denominator
    for share, numerator in loose:
        near: dict[int, Figure] = {}
        for sentence in (share.sentence - 1, share.sentence, share.sentence + 1):
            near |= bases.get((sentence, numerator.unit), {})
        if len(near) == 1 and (base := next(iter(near.values()))).start != numerator.start:
            yield _made(share, numerator, base, _match(share, numerator, base))


def _is_rate(item: Item) -> bool:
    figure = item.figure
    return is_percent(figure.unit) and figure.change is None and figure.low is None


def _rate(
    items: list[Item], index: int, earlier: list[Item], totals: dict[int, Figure]
) -> Rate | None:
    rate = items[index]
    before = [item for item in items[:index] if item.is_level]
    if _SHARE.search(rate.before[-24:]):
        return _share(rate, before, earlier, totals)
    return _completion(rate, before) if before else _apart(rate, earlier, totals)


def _share(
    rate: Item, before: list[Item], earlier: list[Item], totals: dict[int, Figure]
) -> Rate | None:
    """Judge 占…%: the amount right before it, out of the base that is named, known or plainly meant."""
    if not before:
        return None
    numerator = before[-1].figure
    pool = [
        item for item in (*earlier, *before[:-1]) if same_measure(item.figure.unit, numerator.unit)
    ]
    named = _named(rate, pool)
    known = totals.get(numerator.start)
    candidates = [*named, *([known] if known else []), *(item.figure for item in reversed(pool))]
    for base in candidates:
        if (
            base.value >= numerator.value
            and (match := _match(rate.figure, numerator, base)) != "broken"
        ):
            return _made(rate.figure, numerator, base, match)
    large = [figure for figure in named if figure.value >= numerator.value]
    sure = large[0] if large else known or _lone_total(before, pool) or _among(before)
    if sure is not None and sure.value >= numerator.value and not rate.figure.approx:
        return _made(rate.figure, numerator, sure, "broken")
    return None


def _among(before: list[Item]) -> Figure | None:
    """Get the amount that the numerator is said to be among (抽查240宗，其中优秀88宗)."""
    if len(before) < 2 or not re.search(r"其中[，,：:]?[^，,；;。]{0,16}$", before[-1].before):
        return None
    base = before[-2].figure
    return base if same_measure(base.unit, before[-1].figure.unit) else None


def _named(rate: Item, pool: list[Item]) -> list[Figure]:
    """Get the amounts whose words are those of a named base (占受理总数的…), the likest first."""
    named = _NAMED_BASE.search(rate.before)
    if not named:
        return []
    base = _EMPTY.sub("", named["base"])
    if len(base) < 2:
        return []
    alike = [(_shared(base, item.figure.subject), item.figure) for item in reversed(pool)]
    alike = [pair for pair in alike if pair[0] >= 2]
    return [figure for _, figure in sorted(alike, key=lambda pair: -pair[0])]


def _shared(first: str, second: str) -> int:
    """Get the length of the longest run of characters that both have (up to 6)."""
    for length in range(min(6, len(first)), 1, -1):
        if any(first[n : n + length] in second for n in range(len(first) - length + 1)):
            return length
    return 0


def _lone_total(before: list[Item], pool: list[Item]) -> Figure | None:
    """Get the only amount before the numerator in its sentence, where it is called a total."""
    same = [item for item in before[:-1] if item in pool]
    return same[0].figure if len(same) == 1 and same[0].claims_total else None


def _completion(rate: Item, before: list[Item]) -> Rate | None:
    """Judge …率…%: the amount before it out of an earlier one of the same sentence."""
    numerator = before[-1].figure
    bases = [item for item in before[:-1] if same_measure(item.figure.unit, numerator.unit)][
        -_NEAR:
    ]
    named = _RATE.search(rate.before)
    name = named["name"] if named else rate.figure.subject
    if held := _held(rate, before, name, named=named is not None):
        return held
    if named is None or not bases or rate.figure.approx:
        return None
    base = _plain_base(rate, name, before, bases)
    return _made(rate.figure, numerator, base, "broken") if base else None


def _plain_base(rate: Item, name: str, before: list[Item], bases: list[Item]) -> Figure | None:
    """Get the amount that a rate is plainly out of (受理56件，办结53件，办结率…)."""
    numerator, first, last = before[-1].figure, bases[0].figure, bases[-1].figure
    named_after = re.sub(r"[率比]$", "", name)[-2:] in numerator.subject[-10:]
    came_in = _INTAKE.search(first.subject) and (len(bases) == 1 or bases[0].claims_total)
    done = (named_after or _akin(name, numerator)) and numerator.value <= first.value
    if came_in and done:
        return first
    if not named_after or bases[-1] is not before[-2] or not 0 < numerator.value <= last.value:
        return None
    # Two amounts side by side may be unrelated; a rate that is far off does not speak of them.
    computed = numerator.value * _HUNDRED[rate.figure.unit] / last.value
    return last if rate.figure.value / 2 <= computed <= rate.figure.value * 2 else None


def _held(rate: Item, before: list[Item], name: str, *, named: bool) -> Rate | None:
    """Get the nearest pair of amounts of the sentence from which a rate does follow."""
    for position in range(len(before) - 1, max(len(before) - _NUMERATORS, 0), -1):
        numerator = before[position].figure
        akin = _akin(name, numerator)
        if not akin and not (named and _telling(rate.figure)):
            continue
        for item in reversed(before[max(position - _NEAR, 0) : position]):
            if (
                same_measure(item.figure.unit, numerator.unit)
                and item.figure.value >= numerator.value
            ):
                match = _match(rate.figure, numerator, item.figure)
                if match != "broken":
                    return _made(rate.figure, numerator, item.figure, match)
    return None


def _apart(rate: Item, earlier: list[Item], totals: dict[int, Figure]) -> Rate | None:
    """Judge a rate in a sentence of its own by an amount told before that it is plainly named after."""
    named = _RATE.search(rate.before)
    if named is None or rate.figure.approx:
        return None
    name = re.sub(r"率$", "", named["name"])[-8:]
    for item in reversed(earlier[-_NEAR_EARLIER:]):
        base = totals.get(item.figure.start)
        if base is None or _shared(name, item.figure.subject) < min(len(name), 3) or len(name) < 2:
            continue
        match = _match(rate.figure, item.figure, base)
        if match != "broken" or _shared(name, item.figure.subject) >= 4:
            return _made(rate.figure, item.figure, base, match)
    return None


def _proportions(items: list[Item], sums: list[Sum]) -> Iterator[Rate]:
    """Judge 三次产业的比重为12.9：56.9：30.2 by the last breakdown into as many parts."""
    run: list[Item] = []
    for item in items:
        if not item.figure.unit and run and item.before in {":", "："}:
            run.append(item)
        elif not item.figure.unit and _SHARE.search(item.before[-12:]):
            run = [item]
    whole = sum((item.figure.value for item in run), Decimal(0))
    if len(run) < 2 or abs(whole - 100) > 1:
        return
    earlier = [known for known in sums if known.holds and len(known.parts) == len(run)]
    last = next(
        (known for known in reversed(earlier) if known.total.start < run[0].figure.start), None
    )
    if last is not None:
        for item, part in zip(run, last.parts, strict=True):
            bounds = quotient(part, last.total, Decimal(100))
            if bounds is not None:
                yield _made(item.figure, part, last.total, rate_match(item.figure.printed, *bounds))


def _akin(name: str, numerator: Figure) -> bool:
    """Whether a rate's name speaks of what its numerator counts (办结率 of 办结53件)."""
    words = name.removesuffix("率").removesuffix("比")[-6:]
    return _shared(words, numerator.subject[-10:]) >= 2 or any(
        c in _PROCESSED and c in numerator.subject[-8:] for c in words[-3:]
    )


def _telling(rate: Figure) -> bool:
    """Whether a rate has digits enough that agreement is no chance."""
    digits = rate.printed.replace(".", "").strip("0")
    return len(digits) >= 3


def _match(rate: Figure, numerator: Figure, base: Figure) -> Match:
    bounds = quotient(numerator, base, _HUNDRED[rate.unit])
    return rate_match(rate.printed, *bounds) if bounds else "broken"


def _made(rate: Figure, numerator: Figure, base: Figure, match: Match) -> Rate:
    return Rate(
        rate=rate,
        numerator=numerator,
        denominator=base,
        holds=match != "broken",
        match=match,
        computed=numerator.value * _HUNDRED[rate.unit] / base.value,
    )
