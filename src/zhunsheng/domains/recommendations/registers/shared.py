"""What the registers of recommendations say alike."""

from zhunsheng.engine.registers.procedures import Predicate, Values


def filled(key: str) -> Predicate:
    """Get whether a field is filled, or ticked."""
    return lambda values: bool(values.get(key))


def is_of(*kinds: str) -> Predicate:
    """Get whether a document is of one of some kinds."""
    return lambda values: values.get("kind") in kinds


def where(holds: Predicate, needs: Predicate) -> Predicate:
    """Get whether something that is needed under a condition is there."""
    return lambda values: not holds(values) or needs(values)


def in_order(values: Values, *keys: str) -> bool:
    """Get whether the dates that are there come one after the other."""
    known = [values[key] for key in keys if values.get(key)]
    return known == sorted(known)
