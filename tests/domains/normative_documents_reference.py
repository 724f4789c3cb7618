"""
The indicators of normative documents read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from datetime import date, timedelta

from tests.domains.reading_by_hand import number, of_each, standing
from tests.indicators.plain import Plain, Values, done, not_later_than, open_yet, said
from zhunsheng.engine.indicators.periods import Period


def last_day_of_filing(document: Values) -> date | None:
    """The law's last day where a clock gives one, or else so many days after publication."""
    if document.get("qinghai_filing_due") is not None:
        return document["qinghai_filing_due"]
    published, days = document.get("published"), document.get("filing_days")
    return None if published is None or days is None else published + timedelta(days=days)


def due_in(document: Values, period: Period) -> bool:
    last = last_day_of_filing(document)
    return last is not None and period.start <= last <= period.end


def filed_in_time(document: Values, _: Period) -> bool:
    last, filed = last_day_of_filing(document), document.get("filed")
    return last is not None and filed is not None and filed <= last


def published_before(document: Values, period: Period) -> bool:
    return document.get("published") is not None and document["published"] < period.start


def published_since(document: Values, period: Period) -> bool:
    return document.get("published") is not None and document["published"] >= period.start


PROBLEM = said("result", "problem")
OF_A_MAKER = {
    "made": Plain(day="published"),
    "filings": Plain(day="filed"),
    "filings_carried_over": Plain(day="filed", counts=published_before),
    "filed": Plain(day="published", counts=done("filed")),
    "filed_on_time": Plain(day="published", stands=True, out_of=due_in, counts=filed_in_time),
    "ended": Plain(day="ended"),
    "in_force": Plain(day="published", stands=True, counts=open_yet("ended")),
}
REFERENCE = {
    **OF_A_MAKER,
    **of_each("maker_kind", ("government", "department", "town", "authorized"), OF_A_MAKER),
    "filings_of_the_period": Plain(day="filed", counts=published_since),
    "makers_online": Plain(
        day="since", stands=True, out_of=standing("since", "until"), counts=done("online")
    ),
    "guidance_given": Plain(day="given"),
    "received": Plain(day="received"),
    "reviewed": Plain(day="reviewed"),
    "reviewed_of_received": Plain(day="received", counts=done("reviewed")),
    "reviewed_on_time": Plain(
        day="review_until", counts=not_later_than("reviewed", "review_until")
    ),
    "problems": Plain(day="reviewed", counts=PROBLEM),
    "problem_rate": Plain(day="reviewed", counts=PROBLEM),
    "corrected_of_problems": Plain(day="reviewed", out_of=PROBLEM, counts=done("corrected")),
    "corrected_amended": Plain(day="corrected", counts=said("correction", "amended")),
    "corrected_repealed": Plain(day="corrected", counts=said("correction", "repealed")),
    "corrected_annulled": Plain(day="corrected", counts=said("correction", "annulled")),
    "corrected": Plain(day="corrected"),
    "cleaned_up": Plain(day="decided", amount=number("in_scope")),
    "kept": Plain(day="decided", amount=number("kept_count")),
    "amended_or_repealed": Plain(day="decided", amount=number("amended_count", "repealed_count")),
    "lapsed": Plain(day="decided", amount=number("lapsed_count")),
}
