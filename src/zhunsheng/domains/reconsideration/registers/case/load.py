"""How many open cases the officer who handles a case has besides, from what the officer brings."""

from zhunsheng.engine.registers.procedures import Values

_ENDED = ("decided", "mediated", "terminated", "refused", "abandoned")
"""A case with one of these dates is no more on its officer's desk."""


def others_open(case: Values) -> int | None:
    """Get how many other open cases the officer has; None where nobody handles the case yet."""
    fellows = case.get("handler.fellows")
    if not case.get("handler") or fellows is None:
        return None
    return sum(not any(other.get(day) for day in _ENDED) for other in fellows)


def is_over(case: Values) -> bool | None:
    """Get whether the case is one more than its officer may handle; None where no limit is known."""
    others, most = case.get("handler_open"), case.get("handler.capacity")
    if others is None or most is None:
        return None
    return bool(others + 1 > most)
