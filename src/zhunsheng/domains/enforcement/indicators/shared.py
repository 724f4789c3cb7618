"""Conditions that figures of several registers of enforcement name."""

from zhunsheng.engine.indicators.declarations import Predicate


def is_of(kind: str) -> Predicate:
    """Get whether an entry is of a kind."""
    return lambda entry, _: entry.kind == kind


def in_field(field: str) -> Predicate:
    """Get whether an entry lies in a field of enforcement."""
    return lambda entry, _: entry.field_of_work == field
