"""
The indicators of openness read by hand: one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.indicators.plain import Holds, Plain, Values, day_of
from zhunsheng.domains.openness.official_vocabulary import (
    APPLICANTS,
    OUTCOMES,
    REMEDIES,
    REMEDY_OUTCOMES,
)
from zhunsheng.domains.openness.registers.shared import KEY_TOPICS
from zhunsheng.engine.indicators.periods import Period


def done(key: str) -> Holds:
    """Done when the period ends."""

    def holds(entry: Values, period: Period) -> bool:
        day = day_of(entry.get(key))
        return day is not None and day <= period.end

    return holds


def open_yet(key: str) -> Holds:
    return lambda entry, period: not done(key)(entry, period)


def not_later_than(key: str, last: str) -> Holds:
    return lambda entry, _: (
        entry.get(key) is not None and entry.get(last) is not None and entry[key] <= entry[last]
    )


def said(key: str, *values: Any) -> Holds:
    return lambda entry, _: entry.get(key) in values


def filled(key: str) -> Holds:
    return lambda entry, _: entry.get(key) is not None


def both(*conditions: Holds) -> Holds:
    return lambda entry, period: all(holds(entry, period) for holds in conditions)


def either(*conditions: Holds) -> Holds:
    return lambda entry, period: any(holds(entry, period) for holds in conditions)


def last_day_of_renewal(entry: Values, last: str, since: str) -> date | None:
    start, days = entry.get(last) or entry.get(since), entry.get("update_days")
    return None if start is None or days is None else start + timedelta(days=days)


def still_fresh(last: str, since: str) -> Holds:
    def holds(entry: Values, period: Period) -> bool:
        day = last_day_of_renewal(entry, last, since)
        return day is not None and period.end <= day

    return holds


def gone_stale(last: str, since: str) -> Holds:
    def holds(entry: Values, period: Period) -> bool:
        day = last_day_of_renewal(entry, last, since)
        return day is not None and period.end > day

    return holds


def days_between(key: str, since: str) -> Any:
    def amount(entry: Values) -> int | None:
        if entry.get(key) is None or entry.get(since) is None:
            return None
        return int((entry[key] - entry[since]).days)

    return amount


def has_both(key: str, since: str) -> Holds:
    return both(filled(key), filled(since))


def seconds_to_response(event: Values) -> int | None:
    if event.get("responded") is None or event.get("found") is None:
        return None
    return int((event["responded"] - event["found"]).total_seconds())


def is_true(key: str) -> Holds:
    return lambda entry, _: entry.get(key) is True


def has_files(key: str) -> Holds:
    return lambda entry, _: bool(entry.get(key))


PROACTIVE_LAST = "proactive_disclosure_due"
MET_REPLY = either(
    not_later_than("replied", "reply_due"),
    not_later_than("postponed_on", "reply_due"),
    not_later_than("fee_lapsed", "reply_due"),
)
STOPPED = either(done("replied"), done("postponed_on"), done("fee_lapsed"))


def running(platform: Values, _: Period) -> bool:
    return platform.get("status") in {"running", "merging"}


DISCLOSURE = {
    "items_published": Plain(day="published"),
    "published": Plain(day=PROACTIVE_LAST, counts=done("published")),
    "published_on_time": Plain(
        day=PROACTIVE_LAST, counts=not_later_than("published", PROACTIVE_LAST)
    ),
    "items_overdue": Plain(day=PROACTIVE_LAST, stands=True, counts=open_yet("published")),
    "units_publishing": Plain(day="published"),
    "days_to_publish": Plain(
        day="published",
        counts=has_both("published", "made"),
        amount=days_between("published", "made"),
    ),
    "catalogue_items": Plain(day="adopted", stands=True, counts=open_yet("retired")),
    "catalogue_renewed": Plain(
        day="adopted",
        stands=True,
        out_of=both(open_yet("retired"), filled("update_days")),
        counts=still_fresh("last_update", "adopted"),
    ),
    "catalogue_stale": Plain(
        day="adopted",
        stands=True,
        counts=both(open_yet("retired"), gone_stale("last_update", "adopted")),
    ),
    "documents_issued": Plain(day="issued"),
    "documents_with_attribute": Plain(day="issued", counts=filled("attribute")),
    "documents_proactive": Plain(day="issued", counts=said("attribute", "proactive")),
    "documents_closed_with_reasons": Plain(
        day="issued",
        out_of=said("attribute", "closed"),
        counts=both(filled("ground"), filled("reasons")),
    ),
    "documents_published_on_time": Plain(
        day=PROACTIVE_LAST, counts=not_later_than("published", PROACTIVE_LAST)
    ),
    "complete_towns": Plain(day="adopted", stands=True, counts=done("published"), each="region"),
    "town_items_on_time": Plain(day="until", counts=not_later_than("published", "until")),
}
for topic in KEY_TOPICS:
    DISCLOSURE[f"topic_{topic}_listed"] = Plain(
        day="adopted", stands=True, counts=both(said("topic", topic), open_yet("retired"))
    )
    DISCLOSURE[f"topic_{topic}_published"] = Plain(day="published", counts=said("topic", topic))

REQUESTS = {
    "replied_on_time": Plain(day="reply_due", counts=MET_REPLY),
    "requests_overdue": Plain(
        day="reply_due", stands=True, counts=lambda entry, period: not STOPPED(entry, period)
    ),
    "postponed_replied_on_time": Plain(
        day="postponed_to", counts=not_later_than("replied", "postponed_to")
    ),
    "corrections_asked_on_time": Plain(
        day="correction_notice_due",
        counts=not_later_than("correction_asked", "correction_notice_due"),
    ),
    "requests_extended": Plain(day="extension_notified"),
    "requests_granted": Plain(day="replied", counts=said("outcome", "granted", "partly")),
    "days_to_reply": Plain(
        day="replied",
        counts=has_both("replied", "received"),
        amount=days_between("replied", "received"),
    ),
    "requests_converted": Plain(day="converted"),
    "widely_needed_converted": Plain(
        day="replied", out_of=is_true("widely_needed"), counts=done("converted")
    ),
    "remedies_filed": Plain(
        day="filed",
        counts=said("kind", "reconsideration", "direct_suit", "suit_after_reconsideration"),
    ),
    "remedies_corrected": Plain(
        day="concluded",
        out_of=said("kind", "reconsideration", "direct_suit", "suit_after_reconsideration"),
        counts=said("outcome", "corrected"),
    ),
    "complaints_filed": Plain(day="filed", counts=said("kind", "complaint")),
    "department_reports_on_time": Plain(
        day="department_report_due", counts=not_later_than("published", "department_report_due")
    ),
    "government_reports_on_time": Plain(
        day="government_report_due", counts=not_later_than("published", "government_report_due")
    ),
    "reports_published": Plain(day="published"),
}
RESPONSES = {
    "interpretations": Plain(day="published"),
    "interpreted": Plain(
        day="policy_published", out_of=is_true("is_major"), counts=done("published")
    ),
    "interpreted_with_the_policy": Plain(
        day="policy_published",
        out_of=is_true("is_major"),
        counts=not_later_than("published", "policy_published"),
    ),
    "interpretation_lag": Plain(
        day="published",
        counts=has_both("published", "policy_published"),
        amount=days_between("published", "policy_published"),
    ),
    "sentiment_events": Plain(day="found"),
    "sentiment_responded": Plain(day="found", counts=done("responded")),
    "responded_in_time": Plain(day="until", counts=not_later_than("responded", "until")),
    "hours_to_response": Plain(
        day="responded", counts=has_both("responded", "found"), amount=seconds_to_response
    ),
    "sentiment_reviewed": Plain(day="responded", counts=done("reviewed")),
    "messages_received": Plain(day="received"),
    "messages_replied": Plain(day="received", counts=done("replied")),
    "messages_on_time": Plain(day="until", counts=not_later_than("replied", "until")),
    "days_to_answer": Plain(
        day="replied",
        counts=has_both("replied", "received"),
        amount=days_between("replied", "received"),
    ),
    "messages_satisfied": Plain(
        day="replied",
        out_of=said("satisfaction", "satisfied", "fair", "dissatisfied"),
        counts=said("satisfaction", "satisfied", "fair"),
    ),
    "reports_received": Plain(day="received"),
    "reports_replied": Plain(day="received", counts=done("replied")),
    "reports_on_time": Plain(day="until", counts=not_later_than("replied", "until")),
    "reports_closed": Plain(day="received", counts=done("handled")),
}


def late_or_missing(release: Values, _: Period) -> bool:
    released = release.get("released")
    return released is None or bool(released > release["planned"])


def number(key: str) -> Any:
    return lambda entry: entry.get(key)


CHANNELS = {
    "releases_due": Plain(day="planned"),
    "releases_made": Plain(day="released"),
    "releases_late": Plain(day="planned", counts=late_or_missing),
    "released_on_time": Plain(day="planned", counts=not_later_than("released", "planned")),
    "accounts": Plain(day="opened", stands=True, counts=open_yet("closed")),
    "accounts_kept_up": Plain(
        day="opened",
        stands=True,
        out_of=both(open_yet("closed"), filled("update_days")),
        counts=still_fresh("last_post", "opened"),
    ),
    "accounts_stale": Plain(
        day="opened",
        stands=True,
        counts=both(open_yet("closed"), gone_stale("last_post", "opened")),
    ),
    "posts": Plain(day="opened", stands=True, counts=open_yet("closed"), amount=number("posts")),
    "account_messages": Plain(
        day="opened", stands=True, counts=open_yet("closed"), amount=number("messages")
    ),
    "account_replies": Plain(
        day="opened", stands=True, counts=open_yet("closed"), amount=number("replies")
    ),
    "platforms": Plain(day="opened", stands=True, counts=running),
    "platforms_stale": Plain(
        day="opened", stands=True, counts=both(running, gone_stale("last_update", "opened"))
    ),
    "platform_users": Plain(day="opened", stands=True, counts=running, amount=number("users")),
    "methods": Plain(day="started"),
    "methods_with_evidence": Plain(day="started", counts=has_files("evidence")),
    "method_users": Plain(day="started", amount=number("users")),
}


def concluded(request: Values) -> date | None:
    """The day a request was answered, or let lapse by its applicant; None while it is open."""
    found: date | None = (
        request.get("replied") or request.get("abandoned") or request.get("fee_lapsed")
    )
    return found


def came_before_and_was_open(request: Values, period: Period) -> bool:
    ended = concluded(request)
    return request["received"] < period.start and (ended is None or ended >= period.start)


def ended_within(request: Values, period: Period) -> bool:
    ended = concluded(request)
    return ended is not None and period.start <= ended <= period.end


def open_at_the_end(request: Values, period: Period) -> bool:
    ended = concluded(request)
    return ended is None or ended > period.end


def handled_as(*outcomes: str) -> Holds:
    return both(ended_within, said("outcome", *outcomes))


def of_the_requests() -> dict[str, tuple[bool, Holds]]:
    """Each row of the table of requests: whether it stands, and what it counts."""
    rows: dict[str, tuple[bool, Holds]] = {
        "new": (False, lambda *_: True),
        "carried_over": (True, came_before_and_was_open),
        "handled": (True, ended_within),
        "carried_on": (True, open_at_the_end),
        "group_3": (
            True,
            handled_as(*(one.key for one in OUTCOMES if one.group == "不予公开")),
        ),
        "group_4": (True, handled_as("not_held", "to_be_made", "still_unclear")),
        "group_5": (
            True,
            handled_as("petition", "repeated", "published_matter", "excessive", "confirmation"),
        ),
        "group_6": (True, handled_as("not_corrected", "fee_unpaid", "other")),
    }
    return rows | {one.key: (True, handled_as(one.key)) for one in OUTCOMES}


CELLS: dict[str, Plain] = {}
for row, (stands, counts) in of_the_requests().items():
    CELLS[f"request_{row}_all"] = Plain(day="received", stands=stands, counts=counts)
    for applicant in APPLICANTS:
        CELLS[f"request_{row}_{applicant.key}"] = Plain(
            day="received",
            stands=stands,
            counts=both(counts, said("applicant_kind", applicant.key)),
        )


def ended_as(outcome: str) -> Holds:
    def holds(remedy: Values, period: Period) -> bool:
        day = remedy.get("concluded")
        within = day is not None and period.start <= day <= period.end
        return within and remedy.get("outcome") == outcome

    return holds


def pending(remedy: Values, period: Period) -> bool:
    return remedy.get("concluded") is None or remedy["concluded"] > period.end


def ended_or_pending(remedy: Values, period: Period) -> bool:
    return remedy.get("concluded") is None or remedy["concluded"] >= period.start


for kind in REMEDIES:
    if kind.key == "complaint":
        continue
    own = said("kind", kind.key)
    for outcome in REMEDY_OUTCOMES:
        CELLS[f"remedy_{outcome.key}_{kind.key}"] = Plain(
            day="filed", stands=True, counts=both(own, ended_as(outcome.key))
        )
    CELLS[f"remedy_pending_{kind.key}"] = Plain(day="filed", stands=True, counts=both(own, pending))
    CELLS[f"remedy_total_{kind.key}"] = Plain(
        day="filed", stands=True, counts=both(own, ended_or_pending)
    )


def pieces(item: Values) -> int:
    return 1 if item.get("quantity") is None else int(item["quantity"])


for statistic in (
    *("normative_documents", "government_rules", "licences", "penalties", "compulsion"),
):
    CELLS[f"proactive_made_{statistic}"] = Plain(
        day="made", counts=said("statistic", statistic), amount=pieces
    )
for statistic in ("normative_documents", "government_rules"):
    CELLS[f"proactive_repealed_{statistic}"] = Plain(
        day="repealed", counts=said("statistic", statistic), amount=pieces
    )
    CELLS[f"proactive_in_force_{statistic}"] = Plain(
        day="made",
        stands=True,
        counts=both(said("statistic", statistic), open_yet("repealed")),
        amount=pieces,
    )
CELLS["proactive_charged_fees"] = Plain(
    day="made", counts=said("statistic", "fees"), amount=number("charged")
)

REFERENCE = DISCLOSURE | REQUESTS | RESPONSES | CHANNELS | CELLS
"""By the keys of the indicators of openness."""
