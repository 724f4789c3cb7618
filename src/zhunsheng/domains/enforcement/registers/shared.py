"""What the registers of enforcement say alike."""

from typing import Any

from zhunsheng.engine.registers.fields import Choice
from zhunsheng.engine.registers.procedures import Predicate, Values

LEFT_EMPTY = ("",)
"""What the demo enters where a field is for rare cases."""

FIELDS_OF_WORK = (
    Choice(key="work_safety", label="安全生产"),
    Choice(key="food_drugs", label="食品药品"),
    Choice(key="traffic", label="道路交通和运输"),
    Choice(key="city", label="城市管理"),
    Choice(key="market", label="市场监管"),
    Choice(key="health", label="公共卫生"),
    Choice(key="environment", label="生态环境"),
    Choice(key="land_building", label="土地管理和建设规划"),
    Choice(key="agriculture", label="农业农村"),
    Choice(key="culture", label="文化市场"),
    Choice(key="emergency", label="应急管理"),
    Choice(key="intellectual_property", label="知识产权"),
    Choice(key="other", label="其他"),
)
"""The fields that plans and reports name."""


def filled(key: str) -> Predicate:
    """Get whether a field is filled, or ticked."""
    return lambda values: bool(values.get(key))


def is_of(*kinds: str) -> Predicate:
    """Get whether an entry is of one of some kinds."""
    return lambda values: values.get("kind") in kinds


def where(holds: Predicate, needs: Predicate) -> Predicate:
    """Get whether something that is needed under a condition is there."""
    return lambda values: not holds(values) or needs(values)


def in_order(*keys: str) -> Predicate:
    """Get whether the dates that are there come one after the other."""

    def holds(values: Values) -> bool:
        known = [values[key] for key in keys if values.get(key)]
        return known == sorted(known)

    return holds


def no_more(part: str, whole: str) -> Predicate:
    """Get whether a number is no greater than another, where both are there."""

    def holds(values: Values) -> bool:
        found: tuple[Any, Any] = values.get(part), values.get(whole)
        return None in found or found[0] <= found[1]

    return holds
