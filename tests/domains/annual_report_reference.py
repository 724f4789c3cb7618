"""
The indicators of yearly reports read by hand, one reference for each, in plain Python.

Written from what the mission's rows ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.indicators.plain import Plain, filled, not_later_than, said

REFERENCE = {
    "published_on_time": Plain(
        day="report_publication_due", counts=not_later_than("published", "report_publication_due")
    ),
    "published": Plain(day="published"),
    "paragraphs_accepted": Plain(
        day="asked",
        out_of=lambda paragraph, _: paragraph.get("state") != "left_out",
        counts=said("state", "accepted"),
    ),
    "shortcomings_answered": Plain(day="found", counts=filled("task")),
    "errors_settled": Plain(
        day="found", out_of=said("severity", "error"), counts=said("state", "explained", "mended")
    ),
}
