"""What the registers of supervision say alike."""

from typing import Any

from zhunsheng.engine.registers.procedures import Predicate, Values


def filled(key: str) -> Predicate:
    """Get whether a field is filled, or ticked."""
    return lambda values: bool(values.get(key))


def is_of(key: str, *choices: str) -> Predicate:
    """Get whether a field holds one of some choices."""
    return lambda values: values.get(key) in choices


def where(holds: Predicate, needs: Predicate) -> Predicate:
    """Get whether something that is needed under a condition is there."""
    return lambda values: not holds(values) or needs(values)


def in_order(*keys: str) -> Predicate:
    """Get whether the days that are there come one after the other; times count by their days."""

    def holds(values: Values) -> bool:
        known = [values[key][:10] for key in keys if values.get(key)]
        return known == sorted(known)

    return holds


def standing(done: str, sent_back: str) -> Predicate:
    """
    Get the day of what was done, as long as it stands: none once it was sent back.

    Both are times, so that what was sent back and done again on one day is told apart.
    """

    def day(values: Values) -> Any:
        at, back = values.get(done), values.get(sent_back)
        return at[:10] if at and (not back or at > back) else None

    return day
