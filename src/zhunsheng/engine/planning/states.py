"""
Where a target stands on a day: met, on pace, behind, out of reach, or not measured, and why.

It is told figures and never guesses one: a share of nothing is no success, and what can still be reached
is never given up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.goals import Band, Goal, Span
from zhunsheng.engine.planning.obligations import obligations


class TargetState(Enum):
    """Where a target stands, the worst last."""

    NOT_BOUND = "not_bound"
    NOT_MEASURABLE = "not_measurable"
    NOT_YET = "not_yet"
    MET = "met"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    OUT_OF_REACH = "out_of_reach"

    @property
    def says(self) -> Message:
        """The state as people read it."""
        return _WORDS[self]


_WORDS = {
    TargetState.NOT_BOUND: Message("不受此目标约束", "not bound"),
    TargetState.NOT_MEASURABLE: Message("不能衡量", "not measurable"),
    TargetState.NOT_YET: Message("尚无应计的件", "nothing to measure yet"),
    TargetState.MET: Message("已达到", "met"),
    TargetState.ON_PACE: Message("进度正常", "on pace"),
    TargetState.BEHIND: Message("落后", "behind"),
    TargetState.OUT_OF_REACH: Message("已不能达到", "cannot be met any more"),
}
_SEVERITY = {state: place for place, state in enumerate(TargetState)}
# Of a limit on what can only grow, going past it settles the matter before the days are over.
_LIMITS = frozenset({"at_most", "less", "equal"})


@dataclass(frozen=True, slots=True)
class Measured:
    """
    What data show of a target in a span, up to the day it is looked at.

    `value` is None where there is nothing to measure. `other` is what a comparative target is measured
    against. `lost` are those of the base of a share that can count no more; a number is `final` where what
    was counted once stays counted.
    """

    value: Fraction | None
    other: Fraction | None = None
    lost: int = 0
    final: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """
    Where a target stands, with the reason and the span it rests on.

    `required` is what should have been there by the day, `expected` what an even pace would give.
    """

    state: TargetState
    why: Message
    span: Span | None = None
    value: Fraction | None = None
    required: Fraction | None = None
    expected: Fraction | None = None


def binds(band: Band, amount: int | None) -> TargetState | None:
    """
    Get why a conditional target says nothing of a unit; None where it binds it.

    A unit whose number is not known is not measured: nobody is let off for a number that is missing.
    """
    if band.is_open:
        return None
    if amount is None:
        return TargetState.NOT_MEASURABLE
    return None if band.holds(amount) else TargetState.NOT_BOUND


def not_measurable(zh: str, en: str) -> Standing:
    """Get the standing of a target that no data measure, with the reason."""
    return Standing(TargetState.NOT_MEASURABLE, Message(zh, en))


def not_bound() -> Standing:
    """Get the standing of a target that does not bind a unit."""
    return Standing(
        TargetState.NOT_BOUND,
        Message("这个单位不在目标规定的条件之内。", "The unit is outside the target's condition."),
    )


def standing(goal: Goal, found: Mapping[Span, Measured], as_of: date) -> Standing:
    """
    Get where a target stands at the end of a day.

    `found` has what data show of each span that has begun. Where there are several spans, each has to be
    reached: one that was missed is not made good by the next.
    """
    spans = [span for span in goal.spans() if span.start <= as_of]
    if not spans:
        return Standing(
            TargetState.NOT_YET, Message("期间还没有开始。", "Its period has not begun.")
        )
    judged = [_of_span(goal, span, found.get(span, Measured(None)), as_of) for span in spans]
    missed = next((one for one in judged if one.state is TargetState.OUT_OF_REACH), None)
    if missed is not None:
        return missed
    last = judged[-1]
    if len(judged) < len(goal.spans()) and last.state is TargetState.MET:
        # This quarter is done; the year is not.
        return Standing(
            TargetState.ON_PACE,
            Message("已到的各期都已达到。", "Met in every span so far."),
            last.span,
            last.value,
            last.required,
            last.expected,
        )
    return last


def _of_span(goal: Goal, span: Span, found: Measured, as_of: date) -> Standing:
    over = as_of > span.end
    required, expected = _asked_by(goal, span, as_of), pace(goal, span, as_of)
    state, why = _judged(goal, found, required, over=over)
    return Standing(state, why, span, found.value, required, expected)


def _judged(
    goal: Goal, found: Measured, required: Fraction | None, *, over: bool
) -> tuple[TargetState, Message]:
    value = found.value
    if value is None:
        return TargetState.NOT_YET, _NOTHING
    if goal.is_comparative and found.other is None:
        return TargetState.NOT_YET, _NOTHING_TO_COMPARE
    if goal.holds(value, found.other):
        settled = over or (goal.grows and goal.comparator != "equal")
        return (TargetState.MET, _HOLDS) if settled else (TargetState.ON_PACE, _HOLDS_SO_FAR)
    if over:
        return TargetState.OUT_OF_REACH, _OVER
    if _is_lost(goal, found, value):
        return TargetState.OUT_OF_REACH, _LOST
    if goal.grows and required is not None and value >= required:
        return TargetState.ON_PACE, _AS_MUCH_AS_DUE
    return TargetState.BEHIND, _TOO_LITTLE


def _is_lost(goal: Goal, found: Measured, value: Fraction) -> bool:
    """Whether nothing that may still come makes a figure what is asked, before its days are over."""
    if goal.is_comparative or goal.value is None:
        return False
    if not goal.is_share:
        return found.final and goal.comparator in _LIMITS and value >= goal.value
    if goal.comparator in {"at_least", "equal", "more"}:
        # Only the whole is lost with one: any other share can be outgrown by what comes.
        top = goal.value > 1 or (goal.comparator == "more" and goal.value == 1)
        return top or (goal.value == 1 and found.lost > 0)
    # A share is never below nothing; a limit above that can be kept by a base that grows.
    return goal.value < 0 or (goal.comparator == "less" and goal.value == 0)


def _asked_by(goal: Goal, span: Span, as_of: date) -> Fraction | None:
    """Get what should have been there by a day: what dated shares before it come to."""
    if not goal.grows or goal.value is None:
        return None
    if goal.rhythm != "year":
        return Fraction(0) if as_of <= span.end else goal.value
    amounts = [one.amount for one in obligations(goal) if one.last_day < as_of]
    return max(amounts, default=Fraction(0))


def pace(goal: Goal, span: Span, as_of: date) -> Fraction | None:
    """
    Get what an even pace would have reached by the end of a day; None where pace says nothing.

    It begins on the day the target is known, or with the span.
    """
    if not goal.grows or goal.value is None:
        return None
    start = max(span.start, min(goal.since or span.start, span.end))
    whole = (span.end - start).days + 1
    gone = min(max((as_of - start).days + 1, 0), whole)
    return goal.value * gone / whole


def worst(standings: Mapping[str, Standing]) -> Standing | None:
    """Get the standing that weighs most among those of several units; None where there are none."""
    return max(standings.values(), key=lambda one: _SEVERITY[one.state], default=None)


_NOTHING = Message(
    "还没有应计的件，不能算作达到。", "There is nothing to measure yet; that is no success."
)
_NOTHING_TO_COMPARE = Message(
    "要比较的指标还没有数。", "The figure it is compared with has no value yet."
)
_HOLDS = Message("台账的数已达到目标。", "The data reach the target.")
_HOLDS_SO_FAR = Message(
    "台账的数目前达到目标，期间还没有结束。", "The data reach the target so far; its days go on."
)
_OVER = Message("期间已经结束，没有达到。", "Its days are over; it was not reached.")
_LOST = Message(
    "已经发生的件使目标不能再达到。", "What has happened already puts the target out of reach."
)
_AS_MUCH_AS_DUE = Message("已到期的部分都已完成。", "All that was due so far is there.")
_TOO_LITTLE = Message(
    "台账的数还不到目前应有的数。", "The data show less than should be there by now."
)
