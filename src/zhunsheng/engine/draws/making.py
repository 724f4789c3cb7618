"""
The terms of a draw, made from pools: who is in, who is out and why, and how many are drawn of each stratum.

It knows no storage; the day and the secret come in from outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from zhunsheng.engine.draws.declarations import Candidate, Draw, Pool, Values
from zhunsheng.engine.draws.verifier import FORMAT
from zhunsheng.engine.refusals import RefusedError

PER_CENT = 100
MOST_SUBJECTS, MOST_DRAWN = 20_000, 5000
_SHOWN = 5


class CannotDrawError(RefusedError):
    """Pools from which the plan cannot be drawn."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate who is not drawn, and why."""

    candidate: Candidate
    why: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """A pool looked through: who is in, by number, and who is out."""

    inside: tuple[Candidate, ...]
    outside: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Stratum:
    """A stratum: how many are in it, at which rate how many are drawn, and how many reserves follow."""

    key: str
    label: str
    members: int
    rate: Decimal
    take: int
    reserve: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What a draw is to be made from, as people look at it before they commit to it."""

    subjects: Sorted
    officers: Sorted
    strata: tuple[Stratum, ...]
    each: int
    barred: tuple[tuple[str, str], ...]
    problems: tuple[CannotDrawError, ...] = ()

    @property
    def taken(self) -> int:
        """How many subjects are drawn, reserves apart."""
        return sum(one.take for one in self.strata)


def sorted_pool(
    pool: Pool, candidates: Iterable[Candidate], day: date, absent: Mapping[str, str] | None = None
) -> Sorted:
    """
    Get who of a pool is in on a day and who is out; `absent` are those left out by hand, with the reason.

    The order in which candidates come does not matter.
    """
    inside, outside = [], []
    for one in sorted(candidates, key=lambda candidate: candidate.id):
        why = next((out.says for out in pool.out if out.when(one, day)), "")
        why = why or (absent or {}).get(one.id, "")
        if why:
            outside.append(LeftOut(one, why))
        else:
            inside.append(one)
    return Sorted(tuple(inside), tuple(outside))


def to_take(members: int, rate: Decimal) -> int:
    """
    Get how many of so many are drawn at a rate in per cent: rounded down, but one at least of any.

    >>> to_take(250, Decimal("5")), to_take(7, Decimal("5")), to_take(7, Decimal(0))
    (12, 1, 0)
    """
    exact = int(members * rate / PER_CENT)
    return min(members, max(exact, 1)) if members and rate > 0 else 0


def made(
    draw: Draw,
    plan: Values,
    labels: Mapping[str, str],
    subjects: Sorted,
    officers: Sorted,
    *,
    recused: Iterable[tuple[str, str]] = (),
    drawn_before: int = 0,
) -> Made:
    """
    Get what a draw is made from.

    `labels` are those of the strata; `recused` pairs of officer and subject; `drawn_before` tells how
    many were drawn this year under the same cap.
    """
    reserve = int(plan.get(draw.reserve) or 0)
    strata = []
    for key, field in draw.rates:
        members = sum(one.values.get(draw.stratum) == key for one in subjects.inside)
        rate = Decimal(plan.get(field) or 0)
        take = to_take(members, rate)
        spare = min(reserve, members - take) if take else 0
        strata.append(Stratum(key, labels[key], members, rate, take, spare))
    inside = {one.id for one in officers.inside}, {one.id for one in subjects.inside}
    barred = sorted({(o, s) for o, s in recused if o in inside[0] and s in inside[1]})
    found = Made(
        subjects=subjects,
        officers=officers,
        strata=tuple(strata),
        each=int(plan.get(draw.team) or 0) if draw.officers else 0,
        barred=tuple(barred),
    )
    problems = (
        *_too_few(found),
        *_without_team(found),
        *_beyond_cap(draw, plan, found, drawn_before),
        *_in_no_stratum(draw, found),
    )
    return replace(found, problems=problems)


def _too_few(found: Made) -> Iterable[CannotDrawError]:
    if not found.taken:
        yield CannotDrawError(
            "没有可以抽取的对象：名录库里没有合格的对象，或者各层比例都是0。请核对名录库和抽查计划。",
            "There is nothing to draw: no subject qualifies, or every rate is 0. Look at pool and plan.",
        )
    if len(found.subjects.inside) > MOST_SUBJECTS or found.taken > MOST_DRAWN:
        yield CannotDrawError(
            f"一次最多从{MOST_SUBJECTS}个对象中抽取{MOST_DRAWN}个。请按领域分几个计划。",
            f"At most {MOST_DRAWN} of {MOST_SUBJECTS} subjects are drawn at once. Make several plans.",
        )


def _without_team(found: Made) -> Iterable[CannotDrawError]:
    missing = dict.fromkeys((one.id for one in found.subjects.inside), len(found.officers.inside))
    for _, subject in found.barred:
        missing[subject] -= 1
    short = [one for one in found.subjects.inside if missing[one.id] < found.each]
    if short:
        listed = "、".join(one.label for one in short[:_SHOWN])
        more = "等" if len(short) > _SHOWN else ""
        yield CannotDrawError(
            f"除去应回避的，{listed}{more}{len(short)}个对象不足{found.each}名检查人员（名录库里合格的共{len(found.officers.inside)}名）。请增加人员，或者核对回避申报。",
            f"Without those who are recused, {len(short)} subjects ({listed}) have fewer than "
            f"{found.each} officers (of {len(found.officers.inside)}). Add officers or look at the recusals.",
        )


def _beyond_cap(draw: Draw, plan: Values, found: Made, before: int) -> Iterable[CannotDrawError]:
    """Look at the yearly cap in per cent of the pool; a pool too small for it still gives one."""
    cap = plan.get(draw.cap) if draw.cap else None
    if cap is None:
        return
    most = max(1, int(len(found.subjects.inside) * Decimal(cap) / PER_CENT))
    if before + found.taken > most:
        yield CannotDrawError(
            f"本次抽取{found.taken}个，同一事项本年已抽取{before}个，超过年度抽查比例上限{cap}%（名录库{len(found.subjects.inside)}个，最多{most}个）。请调低计划的比例。",
            f"{found.taken} to draw and {before} drawn this year exceed the yearly cap of {cap}% "
            f"(at most {most} of {len(found.subjects.inside)}). Lower the rates of the plan.",
        )


def _in_no_stratum(draw: Draw, found: Made) -> Iterable[CannotDrawError]:
    lost = [
        one for one in found.subjects.inside if one.values.get(draw.stratum) not in dict(draw.rates)
    ]
    if lost:
        yield CannotDrawError(
            f"{lost[0].label}等{len(lost)}个对象没有分层，不能抽取。请在名录库里补填。",
            f"{len(lost)} subjects such as {lost[0].label} are in no stratum. Fill that in.",
        )


def terms_of(
    found: Made,
    stratum: str,
    *,
    algorithm: str,
    name: str,
    about: Mapping[str, Any],
    sources: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """
    Get the terms that are committed to. Raises CannotDrawError where nothing can be drawn.

    `stratum` is the field that tells strata apart; `name` is of this draw alone, so that no commitment serves two; `sources` are keys and labels of the
    numbers that come from outside; `about` says what people should know beside.
    """
    if found.problems:
        raise found.problems[0]
    left_out = (*found.subjects.outside, *found.officers.outside)
    return {
        "format": FORMAT,
        "algorithm": algorithm,
        "draw": name,
        "about": dict(about),
        "sources": [{"key": key, "label": label} for key, label in sources],
        "strata": [
            {"key": one.key, "label": one.label, "take": one.take, "reserve": one.reserve}
            for one in found.strata
        ],
        "subjects": [
            {"id": one.id, "label": one.label, "stratum": one.values[stratum]}
            for one in found.subjects.inside
        ],
        "officers": [{"id": one.id, "label": one.label} for one in found.officers.inside],
        "each": found.each,
        "barred": [list(pair) for pair in found.barred],
        "left_out": [
            {"id": one.candidate.id, "label": one.candidate.label, "why": one.why}
            for one in left_out
        ],
    }
