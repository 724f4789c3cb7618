"""The days on which a case came to its end, on the columns of its typed table, for figures and tables."""

from typing import Any


def ended(case: Any) -> Any:
    """Get the day a case came to its end: decision, mediation or termination."""
    return case.decided.coalesce(case.mediated, case.terminated)


def disposed(case: Any) -> Any:
    """Get the day after which a case is no more open: it ended, or was not taken up."""
    return ended(case).coalesce(case.refused, case.abandoned)
