"""Conditions that only indicators of openness share, on columns of typed tables and the period."""

from typing import Any


def renewed(last: Any, since: Any, every: Any, period: Any) -> Any:
    """Get whether something was renewed within its days, counted back from the end of the period."""
    return period.end.delta(last.coalesce(since), unit="day") <= every


def not_renewed(last: Any, since: Any, every: Any, period: Any) -> Any:
    """Get whether the days for renewing something were over at the end of the period."""
    return period.end.delta(last.coalesce(since), unit="day") > every
