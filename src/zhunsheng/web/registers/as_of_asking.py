"""The past day that somebody asks for: how it is typed, and where the ledger stood at its end."""

from __future__ import annotations

from datetime import date

from zhunsheng.engine.refusals import RefusedError
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web.ledger import past
from zhunsheng.web.ledger.past import Moment

LONGEST = 20
_DAY = Field(key="as_of", label="截至日期", kind="date")


class PastDayError(RefusedError):
    """Something that was typed for a past day and is none."""


def moment_asked(text: str, today: date) -> Moment | None:
    """
    Get where the ledger stood at the end of a typed day; None where nothing was typed.

    Raises PastDayError for what is no day, or a day that has not come.
    """
    try:
        found = parsed(_DAY, text[:LONGEST])
    except WrongValueError as error:
        raise PastDayError(error.message.zh, error.message.en) from error
    return None if found is None else moment_of(date.fromisoformat(found), today)


def moment_of(day: date, today: date) -> Moment:
    """Get where the ledger stood at the end of a day. Raises PastDayError for one that has not come."""
    if day > today:
        raise PastDayError(
            f"{day}还没有到。请填今天或者以前的日期。",
            f"{day} has not come yet. Give today or an earlier day.",
        )
    return past.end_of(day)
