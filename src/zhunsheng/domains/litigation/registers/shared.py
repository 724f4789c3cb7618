"""What the registers of litigation say alike: articles, words, and ways to ask of values."""

from collections.abc import Collection

from zhunsheng.domains.litigation.instruments import (
    COURT_APPEARANCE,
    LITIGATION_INTERPRETATION,
    LITIGATION_LAW,
)
from zhunsheng.engine.registers.fields import Choice
from zhunsheng.engine.registers.procedures import Predicate, Values

article = LITIGATION_LAW.article
interpretation = LITIGATION_INTERPRETATION.article
appearance = COURT_APPEARANCE.article

CONCERNS = (
    Choice(key="public_interest", label="涉及重大公共利益"),
    Choice(key="attention", label="社会高度关注"),
    Choice(key="mass_incident", label="可能引发群体性事件"),
    Choice(key="procuratorate", label="检察机关提起的行政公益诉讼"),
    Choice(key="environment_or_safety", label="生态环境保护、重大安全生产事故"),
    Choice(key="none", label="不属于"),
)
"""The kinds of cases in which the head is to come without exception, as the plans name them."""

FOR_THE_PRINCIPAL = frozenset({"attention", "environment_or_safety"})
"""Those to which the principal head comes by default."""


def filled(key: str) -> Predicate:
    """Get whether a field is filled, or ticked."""
    return lambda values: bool(values.get(key))


def where(holds: Predicate, needs: Predicate) -> Predicate:
    """Get whether something that is needed under a condition is there."""
    return lambda values: not holds(values) or needs(values)


def among(key: str, choices: Collection[str]) -> Predicate:
    """Get whether a field holds one of some choices."""
    return lambda values: values.get(key) in choices


def concerns(values: Values, kinds: Collection[str] = ()) -> bool:
    """Get whether a case is of a kind in which the head comes without exception, or of some kinds."""
    named = set(values.get("concerns") or ()) - {"none"}
    return bool(named & set(kinds) if kinds else named)


def in_order(values: Values, *keys: str) -> bool:
    """Get whether the dates that are there come one after the other."""
    known = [values[key] for key in keys if values.get(key)]
    return known == sorted(known)
