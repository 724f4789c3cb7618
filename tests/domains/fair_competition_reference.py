"""
The indicators of fair competition read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.indicators.plain import Plain, both, done, filled, open_yet, said

REFERENCE = {
    "reviews": Plain(day="concluded"),
    "exceptions": Plain(day="concluded", counts=said("conclusion", "exception")),
    "complaints_open": Plain(
        day="received", stands=True, counts=both(open_yet("handled"), open_yet("transferred"))
    ),
    "barriers_found": Plain(day="found"),
    "barriers_removed": Plain(day="found", counts=done("rectified")),
    "barriers_in_progress": Plain(day="found", counts=open_yet("rectified")),
    "units_covered": Plain(day="listed", each="responsible", different=True),
    "projects_checked": Plain(day="checked"),
    "projects_with_findings": Plain(day="checked", counts=filled("finding")),
    "findings_rectified": Plain(day="checked", out_of=filled("finding"), counts=done("rectified")),
}
