"""What the registers of a plan say alike."""

from collections.abc import Callable
from typing import Any

from zhunsheng.engine.registers.procedures import Values

BASIS = "年度法治政府建设重点工作安排（工作要点）"
"""The document itself: what it asks is what its registers hold."""


def in_order(values: Values, *keys: str) -> bool:
    """Get whether the dates that are there come one after the other."""
    known = [values[key] for key in keys if values.get(key)]
    return known == sorted(known)


def brought(key: str) -> Callable[[Values], Any]:
    """Get what takes over a value that a reference brings."""
    return lambda values: values.get(key)
