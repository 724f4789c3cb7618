"""
The indicators of reconsideration read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from datetime import date

from tests.indicators.plain import (
    Holds,
    Plain,
    Values,
    both,
    day_of,
    days_between,
    done,
    filled,
    happens_in,
    is_true,
    not_later_than,
    open_yet,
    said,
)
from zhunsheng.engine.indicators.periods import Period


def end_of(case: Values) -> date | None:
    return day_of(case.get("decided") or case.get("mediated") or case.get("terminated"))


def ended(case: Values, period: Period) -> bool:
    day = end_of(case)
    return day is not None and day <= period.end


def unfinished(case: Values, period: Period) -> bool:
    return not ended(case, period)


def outcome(*outcomes: str) -> Holds:
    return both(ended, said("outcome", *outcomes))


def on_track(track: str) -> Holds:
    return both(ended, said("track", track))


def days_to_the_end(case: Values) -> int | None:
    end = end_of(case)
    return None if end is None or case.get("accepted") is None else (end - case["accepted"]).days


def of_concern(case: Values, _: Period) -> bool:
    return bool(set(case.get("concerns") or ()) - {"none"})


def others_open(case: Values) -> int | None:
    return case.get("handler_open")


def ordinary(case: Values, _: Period) -> bool:
    """Nobody said that a business applied."""
    return case.get("business") is not True


def in_the_lane(case: Values, _: Period) -> bool:
    stopped = case.get("refused") is not None or case.get("correction_notified") is not None
    return case.get("business") is True and not stopped


CORRECTED = ("change", "revoke", "partly_revoke", "confirm_illegal", "invalid", "perform")
HELD = filled("presider")
HEAD_CAME = is_true("head_attended")

CASES = {
    "accepted": Plain(day="accepted"),
    "concluded": Plain(day="accepted", counts=ended),
    "pending": Plain(day="accepted", stands=True, counts=unfinished),
    "confirmed_illegal": Plain(day="accepted", counts=outcome("confirm_illegal")),
    "revoked": Plain(day="accepted", counts=outcome("revoke", "partly_revoke")),
    "ordered_to_perform": Plain(day="accepted", counts=outcome("perform")),
    "corrected": Plain(day="accepted", out_of=ended, counts=outcome(*CORRECTED)),
    "mediated": Plain(day="accepted", out_of=ended, counts=outcome("mediated")),
    "mediation_performed": Plain(day="mediated", counts=done("performed")),
    "summary_share": Plain(day="accepted", counts=said("track", "summary")),
    "ordinary_days": Plain(day="accepted", counts=on_track("ordinary"), amount=days_to_the_end),
    "summary_days": Plain(day="accepted", counts=on_track("summary"), amount=days_to_the_end),
    "business_cases": Plain(day="accepted", counts=is_true("business")),
    "business_intake_days": Plain(
        day="accepted", counts=is_true("business"), amount=days_between("received", "accepted")
    ),
    "other_intake_days": Plain(
        day="accepted", counts=ordinary, amount=days_between("received", "accepted")
    ),
    "green_lane_on_time": Plain(
        day="intake_until",
        out_of=in_the_lane,
        counts=not_later_than("accepted", "intake_until"),
    ),
    "sued": Plain(day="accepted", out_of=ended, counts=done("sued")),
    "suits_noted": Plain(day="sued", stands=True),
    "returned": Plain(day="accepted", out_of=outcome(*CORRECTED), counts=done("returned")),
}

AFTERWARDS = {
    "hearings": Plain(day="hearing", counts=HELD),
    "heads_at_hearings": Plain(day="hearing", counts=both(HELD, HEAD_CAME)),
    "hearing_attendance": Plain(day="hearing", out_of=HELD, counts=HEAD_CAME),
    "concerned_hearing_attendance": Plain(
        day="hearing", out_of=both(HELD, of_concern), counts=HEAD_CAME
    ),
    "opinions_received": Plain(day="received"),
    "opinions_reported": Plain(
        day="opinion_report_due", counts=not_later_than("reported", "opinion_report_due")
    ),
    "decisions_performed": Plain(day="received", counts=done("performed")),
    "decisions_performed_on_time": Plain(day="until", counts=not_later_than("performed", "until")),
    "findings": Plain(day="received"),
    "findings_corrected_on_time": Plain(day="until", counts=not_later_than("corrected", "until")),
    "findings_closed": Plain(day="received", counts=done("closed")),
}

SERVICE = {
    "officers": Plain(day="joined", stands=True, counts=open_yet("left")),
    "officer_load": Plain(day="accepted", counts=filled("handler_open"), amount=others_open),
    "over_capacity": Plain(
        day="accepted", stands=True, counts=both(is_true("handler_over"), unfinished)
    ),
    "points": Plain(day="opened", stands=True, counts=open_yet("shut")),
    "consultations": Plain(day="received"),
    "applications_forwarded": Plain(day="forwarded"),
    "applications_forwarded_on_time": Plain(
        day="forward_until", counts=not_later_than("forwarded", "forward_until")
    ),
    "files_reviewed": Plain(day="begun", amount=lambda batch: batch.get("file_count")),
    "file_problems_fixed": Plain(day="begun", out_of=is_true("has_problems"), counts=done("fixed")),
    "releases": Plain(day="released"),
}


def left_open(case: Values) -> date | None:
    """The day after which a case is no more open."""
    return end_of(case) or day_of(case.get("refused")) or day_of(case.get("abandoned"))


def carried_over(case: Values, period: Period) -> bool:
    day = left_open(case)
    return case["received"] < period.start and (day is None or day >= period.start)


def still_open(case: Values, period: Period) -> bool:
    day = left_open(case)
    return day is None or day > period.end


def concluded(case: Values, period: Period) -> bool:
    day = end_of(case)
    return day is not None and period.start <= day <= period.end


def refused(case: Values, period: Period) -> bool:
    return end_of(case) is None and happens_in("refused")(case, period)


def abandoned(case: Values, period: Period) -> bool:
    neither = end_of(case) is None and case.get("refused") is None
    return neither and happens_in("abandoned")(case, period)


ENDINGS = (
    *("change", "revoke", "partly_revoke", "confirm_illegal", "invalid", "perform", "agreement"),
    *("uphold", "reject_request", "dismiss", "mediated", "terminated"),
)
ROWS: dict[str, tuple[str, bool, Holds]] = {
    "carried_over": ("received", True, carried_over),
    "received": ("received", False, filled("received")),
    "accepted": ("accepted", False, filled("accepted")),
    "refused": ("received", True, refused),
    "abandoned": ("received", True, abandoned),
    **{key: ("received", True, both(concluded, said("outcome", key))) for key in ENDINGS},
    "concluded": ("received", True, concluded),
    "open": ("received", True, still_open),
}


def of_another_act(case: Values, _: Period) -> bool:
    return case.get("act") not in {None, "penalty", "inaction"}


COLUMNS: dict[str, Holds] = {
    "penalty": said("act", "penalty"),
    "inaction": said("act", "inaction"),
    "other": of_another_act,
    "all": lambda _, __: True,
}
YEARLY = {
    f"yearly_{row}_{column}": Plain(day=day, stands=stands, counts=both(counts, holds))
    for row, (day, stands, counts) in ROWS.items()
    for column, holds in COLUMNS.items()
}

REFERENCE = {**CASES, **AFTERWARDS, **SERVICE, **YEARLY}
