"""What the registers of reconsideration say alike: articles, words, and ways to ask of values."""

from collections.abc import Collection

from zhunsheng.domains.reconsideration.instruments import (
    RECONSIDERATION_LAW,
    RECONSIDERATION_REGULATIONS,
)
from zhunsheng.engine.registers.fields import Choice
from zhunsheng.engine.registers.procedures import Predicate, Values

article = RECONSIDERATION_LAW.article
regulation = RECONSIDERATION_REGULATIONS.article

CONCERNS = (
    Choice(key="public_interest", label="涉及重大公共利益"),
    Choice(key="attention", label="社会高度关注"),
    Choice(key="mass_incident", label="可能引发群体性事件"),
    Choice(key="procuratorate", label="检察机关提起的行政公益诉讼"),
    Choice(key="none", label="不属于"),
)
"""The kinds of cases in which the head is to come without exception, as the plans name them."""

HEADS = (
    Choice(key="principal", label="正职负责人"),
    Choice(key="deputy", label="副职负责人"),
    Choice(key="in_charge", label="其他参与分管的负责人"),
)


def filled(key: str) -> Predicate:
    """Get whether a field is filled, or ticked."""
    return lambda values: bool(values.get(key))


def where(holds: Predicate, needs: Predicate) -> Predicate:
    """Get whether something that is needed under a condition is there."""
    return lambda values: not holds(values) or needs(values)


def among(key: str, choices: Collection[str]) -> Predicate:
    """Get whether a field holds one of some choices."""
    return lambda values: values.get(key) in choices


def is_of_concern(values: Values) -> bool:
    """Get whether a case is of a kind in which the head comes without exception."""
    return bool(set(values.get("concerns") or ()) - {"none"})


def in_order(values: Values, *keys: str) -> bool:
    """Get whether the dates that are there come one after the other."""
    known = [values[key] for key in keys if values.get(key)]
    return known == sorted(known)
