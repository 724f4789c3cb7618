"""
The indicators of recommendations read by hand, one reference for each, in plain Python.

Written from what the mission's rows and the law ask, not from the declarations: both must agree.
"""

from __future__ import annotations

from datetime import date

from tests.indicators.plain import Plain, Values, both, done, filled, not_later_than, said
from zhunsheng.engine.indicators.periods import Period

TERMS = (
    "judicial_reply_due",
    "normative_document_reply_due",
    "public_interest_reply_due",
    "urgent_reply_due",
    "procuratorial_reply_due",
    "until",
)


def last_day(document: Values) -> date | None:
    return next((document[key] for key in TERMS if document.get(key) is not None), None)


def stands(document: Values, _: Period) -> bool:
    return document.get("withdrawn") is None


def over(document: Values, period: Period) -> bool:
    last = last_day(document)
    return stands(document, period) and last is not None and last <= period.end


def in_time(document: Values, _: Period) -> bool:
    last = last_day(document)
    return document.get("replied") is not None and last is not None and document["replied"] <= last


DOCUMENTS = {
    "judicial": Plain(
        day="received", counts=said("kind", "governance", "normative", "enforcement", "appearance")
    ),
    "procuratorial": Plain(day="received", counts=said("kind", "procuratorial", "public_interest")),
    "opinions": Plain(day="received", counts=said("kind", "opinion")),
    "replied": Plain(day="received", out_of=stands, counts=done("replied")),
    "replied_on_time": Plain(day="received", out_of=over, counts=in_time),
    "completed": Plain(day="received", out_of=stands, counts=done("completed")),
}

EXCHANGES = {
    "notices": Plain(day="exchanged", counts=said("kind", "notice")),
    "clues": Plain(day="exchanged", counts=said("kind", "clue")),
    "clues_filed": Plain(
        day="exchanged",
        counts=both(said("kind", "clue"), said("answer", "filed"), done("answered")),
    ),
    "clues_filed_share": Plain(
        day="exchanged",
        out_of=said("kind", "clue"),
        counts=both(said("answer", "filed"), done("answered")),
    ),
    "moved_back": Plain(day="exchanged", counts=said("kind", "back")),
    "moved_back_handled": Plain(
        day="exchanged", out_of=said("kind", "back"), counts=done("closed")
    ),
    "exchanges_answered_on_time": Plain(day="until", counts=not_later_than("answered", "until")),
    "court_meetings": Plain(day="held", counts=said("mechanism", "court", "both")),
    "procuratorate_meetings": Plain(day="held", counts=said("mechanism", "procuratorate", "both")),
    "items_closed": Plain(day="decided", counts=done("finished")),
    "items_closed_on_time": Plain(day="until", counts=not_later_than("finished", "until")),
}

FIELDS = (*("traffic", "health", "other_enforcement", "disputes", "lawsuits", "business", "other"),)
MECHANISMS = {
    "court": said("mechanism", "court"),
    "procuratorate": said("mechanism", "procuratorate"),
    "both": said("mechanism", "both"),
    "all": filled("held"),
}
MEETINGS = {
    f"meetings_{field}_{mechanism}": Plain(
        day="held", counts=both(said("field_of_work", field), holds)
    )
    for field in FIELDS
    for mechanism, holds in MECHANISMS.items()
}
LEVELS = {
    "prefecture": said("level", "prefecture"),
    "province": said("level", "province"),
    "nation": said("level", "nation"),
    "all": filled("submitted"),
}
EXAMPLES = {
    f"examples_{kind}_{what}_{level}": Plain(day=what, counts=both(said("kind", kind), holds))
    for kind in ("typical", "reference", "article")
    for what in ("submitted", "selected")
    for level, holds in LEVELS.items()
}

REFERENCE = {**DOCUMENTS, **EXCHANGES, **MEETINGS, **EXAMPLES}
