"""The registers that hold reports and their parts, and their states, by key: the site knows no domain."""

from __future__ import annotations

REPORT = "annual_report.report"
PARAGRAPH = "annual_report.paragraph"
SHORTCOMING = "annual_report.shortcoming"
DOUBT = "annual_report.doubt"
PAST_FIGURE = "annual_report.past_figure"
GENRE = "annual_report.law_based_government"
TASK, DUTY = "plan.task", "plan.duty"

DRAFTING = "drafting"
FROZEN = frozenset({"final", "issued", "submitted", "published"})
"""States of a report in which its text and its figures no longer change."""
ASKED, WRITTEN, ACCEPTED, LEFT_OUT = "asked", "written", "accepted", "left_out"
FINALISE = "finalise"
