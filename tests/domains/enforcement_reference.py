"""
The indicators of enforcement read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from tests.domains.reading_by_hand import neither, number, of_each, standing
from tests.indicators.plain import (
    Plain,
    Values,
    always,
    both,
    done,
    filled,
    is_true,
    not_later_than,
    open_yet,
    said,
)
from zhunsheng.engine.indicators.periods import Period

KINDS = ("licence", "penalty", "compulsion", "confirmation", "benefit", "inspection")
LISTED = open_yet("retired")
CERTIFIED = both(said("mark", "valid"), open_yet("revoked"), standing("passed", "valid_until"))

STATISTICS = {
    "acts": Plain(day="year_ended", amount=number("total")),
    **{f"{kind}_acts": Plain(day="year_ended", amount=number(f"{kind}_count")) for kind in KINDS},
    "implausible_reports": Plain(day="year_ended", counts=is_true("implausible")),
}
ON_REQUEST = {
    name: plain
    for register in ("confirmation", "benefit")
    for name, plain in {
        f"{register}s_decided": Plain(day="decided"),
        f"{register}s_on_time": Plain(day="promised", counts=not_later_than("settled", "promised")),
        f"{register}s_annulled": Plain(day="annulled"),
    }.items()
}
BY_KIND = {
    "items": Plain(day="adopted", stands=True, counts=LISTED),
    "decisions": Plain(day="decided", counts=open_yet("exempted")),
    "decisions_published": Plain(day="decided", counts=done("published")),
}
CATALOGUE = {
    "publicity": Plain(day="decided", out_of=open_yet("exempted"), counts=done("published")),
    "item_codes": Plain(day="adopted", stands=True, each="code", different=True, counts=LISTED),
    "items_without_team": Plain(
        day="adopted", stands=True, counts=both(LISTED, neither(filled("team")))
    ),
    "items_published": Plain(day="adopted", stands=True, out_of=LISTED, counts=done("published")),
}
OFFICERS = {
    "officers": Plain(day="passed", stands=True, counts=open_yet("revoked")),
    "officers_certified": Plain(day="passed", stands=True, counts=CERTIFIED),
    "newly_qualified": Plain(day="passed"),
    "units_with_officers": Plain(day="passed", stands=True, counts=CERTIFIED),
    "certificates_revoked_on_time": Plain(
        day="revoke_until", counts=not_later_than("revoked", "revoke_until")
    ),
    "study_completed": Plain(
        day="study_until", counts=not_later_than("study_completed", "study_until")
    ),
    "officers_posted": Plain(
        day="posted", stands=True, counts=both(filled("posted_to"), open_yet("revoked"))
    ),
}


def nobody_posted(town: Values, _: Period) -> bool:
    return not town.get("posted_count")


def lacks_successors(team: Values, _: Period) -> bool:
    return (team.get("without_successor") or 0) > 0


MERGER = said("kind", "merge")
TEAMS = {
    "team_mergers": Plain(day="completed", counts=MERGER),
    "teams_refused": Plain(day="refused", counts=said("kind", "set_up")),
    "teams_without_successors": Plain(
        day="approved", stands=True, counts=both(MERGER, lacks_successors)
    ),
    "towns_reached": Plain(day="until", counts=not_later_than("reached", "until")),
    "town_new_officers": Plain(day="until", amount=number("new_count")),
    "towns_without_posting": Plain(day="until", counts=nobody_posted),
    "duties_assigned": Plain(
        day="passed", stands=True, out_of=open_yet("revoked"), counts=done("duties_set")
    ),
    "faults": Plain(day="found"),
    "faults_decided_on_time": Plain(
        day="until", out_of=neither(filled("dropped")), counts=not_later_than("decided", "until")
    ),
    "faults_carried_out": Plain(day="decided", counts=done("carried_out")),
    "soft_repeated": Plain(day="given", counts=is_true("repeated")),
    "soft_followed_on_time": Plain(
        day="follow_until", counts=not_later_than("followed", "follow_until")
    ),
}
FIELDS_OF_WORK = (
    *("work_safety", "food_drugs", "traffic", "city", "market", "health", "environment"),
    *("land_building", "agriculture", "culture", "emergency", "intellectual_property", "other"),
)
IN_FIELD = {key: said("field_of_work", key) for key in FIELDS_OF_WORK} | {"all": always}
MEASURED = {key: said("measure", key) for key in ("reminder", "talk", "advice", "guidance")} | {
    "all": always
}
SOFT_MEASURES = {
    f"soft_measures_{row}_{column}": Plain(day="given", counts=both(in_field, measured))
    for row, in_field in IN_FIELD.items()
    for column, measured in MEASURED.items()
}


def overdue(one: Values, period: Period) -> bool:
    return bool(one["until"] < period.end and not done("closed")(one, period))


PROBLEM, NEIGHBOURS = said("kind", "problem"), said("kind", "neighbours")
RIGHTS = said("field_of_work", "intellectual_property")
BY_FIELD = {
    "problems": Plain(day="begun", counts=PROBLEM),
    "problems_closed": Plain(day="begun", out_of=PROBLEM, counts=done("closed")),
    "problems_overdue": Plain(day="until", stands=True, counts=both(PROBLEM, overdue)),
    "campaign_cases": Plain(day="closed", amount=number("cases_handled")),
    "campaign_penalties": Plain(day="closed", amount=number("penalties")),
    "campaign_rectified": Plain(day="closed", amount=number("rectified")),
}
CAMPAIGNS = {
    "campaigns": Plain(day="begun", counts=said("kind", "campaign")),
    "rights_cases": Plain(day="closed", counts=RIGHTS, amount=number("cases_handled")),
    "rights_court_cases": Plain(day="begun", counts=RIGHTS, amount=number("court_cases")),
    "joint_meetings": Plain(day="decided", each="meeting", different=True, counts=NEIGHBOURS),
    "joint_items": Plain(day="decided", counts=NEIGHBOURS),
    "joint_files": Plain(day="decided", counts=NEIGHBOURS, amount=number("files_reviewed")),
    "matters_across": Plain(day="decided", stands=True, counts=said("kind", "departments")),
    "joint_items_closed_on_time": Plain(day="until", counts=not_later_than("closed", "until")),
}
CHECKED = said("kind", "standard")
STANDARDS = {
    "records_checked": Plain(day="begun", counts=CHECKED, amount=number("records_checked")),
    "records_conforming": Plain(day="begun", counts=CHECKED, amount=number("records_conforming")),
    "programme_done": Plain(
        day="until", out_of=said("kind", "programme"), counts=not_later_than("finished", "until")
    ),
    "pilots": Plain(day="begun", stands=True, counts=said("kind", "pilot")),
    "pilots_finished": Plain(day="finished", counts=said("kind", "pilot")),
    "cases_offline": Plain(
        day="begun", stands=True, counts=both(said("kind", "offline"), open_yet("finished"))
    ),
}
SHARES = {
    f"soft_share_{key}": Plain(day="given", counts=said("field_of_work", key))
    for key in FIELDS_OF_WORK
}

REFERENCE = {
    **SHARES,
    **BY_FIELD,
    **CAMPAIGNS,
    **STANDARDS,
    **of_each("field_of_work", FIELDS_OF_WORK, BY_FIELD),
    **TEAMS,
    **SOFT_MEASURES,
    **STATISTICS,
    **ON_REQUEST,
    **BY_KIND,
    **CATALOGUE,
    **OFFICERS,
    **of_each("act", KINDS, BY_KIND),
}
