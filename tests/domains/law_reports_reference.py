"""
The indicators of reports on law duties read by hand, one reference for each, in plain Python.

Written from what the mission's rows ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.indicators.plain import Plain, done, filled, is_true, not_later_than, said

REFERENCE = {
    "reports_submitted": Plain(day="accepted"),
    "reports_filed": Plain(day="called", counts=done("accepted")),
    "reports_on_time": Plain(day="until", counts=not_later_than("accepted", "until")),
    "reports_reviewed": Plain(day="called", counts=done("reviewed")),
    "mean_score": Plain(
        day="reviewed", counts=filled("score"), amount=lambda report: report.get("score")
    ),
    "town_sessions": Plain(day="until", out_of=said("level", "town"), counts=done("held")),
    "sessions_held": Plain(day="held"),
    "sessions_commented": Plain(day="held", counts=is_true("secretary_commented")),
    "comments_on_time": Plain(day="until", counts=not_later_than("settled", "until")),
    "comments_closed": Plain(day="commented", counts=done("closed")),
}
