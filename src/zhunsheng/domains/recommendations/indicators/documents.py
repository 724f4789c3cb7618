"""Figures of recommendations: how many of each kind, replied to, in time, completed."""

from typing import Any

from zhunsheng.engine.indicators.declarations import Count, Share

_GROUP = "司法建议、检察建议"
_REPLYING = "司法建议、检察建议、复议意见书办复的要求"
_JUDICIAL = ("appearance", "enforcement", "governance", "normative")
_PROCURATORIAL = ("procuratorial", "public_interest")


def _last_day(document: Any) -> Any:
    """Get the last day of the reply: the law's of its kind, or the one the paper names."""
    last = document.judicial_reply_due
    for other in (
        document.normative_document_reply_due,
        document.public_interest_reply_due,
        document.urgent_reply_due,
        document.procuratorial_reply_due,
        document.until,
    ):
        last = last.coalesce(other)
    return last


DOCUMENTS = (
    Count(
        key="judicial",
        label="司法建议",
        register="document",
        counts=lambda document, _: document.kind.isin(_JUDICIAL),
        said_as=("司法建议", "发出司法建议"),
        source=_REPLYING,
        says="期内收到的司法建议。",
        group=_GROUP,
    ),
    Count(
        key="procuratorial",
        label="检察建议",
        register="document",
        counts=lambda document, _: document.kind.isin(_PROCURATORIAL),
        said_as=("检察建议", "发出检察建议"),
        source=_REPLYING,
        says="期内收到的检察建议，不含检察意见书。",
        group=_GROUP,
    ),
    Count(
        key="opinions",
        label="检察意见书",
        register="document",
        counts=lambda document, _: document.kind.isin(["opinion"]),
        said_as=("检察意见书", "发出检察意见书"),
        source=_REPLYING,
        says="期内收到的检察意见书，与检察建议分开统计。",
        group=_GROUP,
    ),
    Share(
        key="replied",
        label="司法建议、检察建议回复率",
        register="document",
        out_of=lambda document, _: document.withdrawn.isnull(),
        counts=lambda document, period: (
            document.replied.notnull() & (document.replied <= period.end)
        ),
        said_as=("司法建议、检察建议回复率", "司法建议、检察建议、复议意见书回复率"),
        source=_REPLYING,
        says="期内收到、没有撤回的，期末已书面回复的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="replied_on_time",
        label="司法建议、检察建议按期办复率",
        register="document",
        out_of=lambda document, period: (
            document.withdrawn.isnull() & (_last_day(document) <= period.end)
        ),
        counts=lambda document, _: (
            document.replied.notnull() & (document.replied <= _last_day(document))
        ),
        said_as=("司法建议、检察建议、复议意见书按期办复率", "按期办复率"),
        source=_REPLYING,
        says="期内收到、期末回复期限已过的，按期回复的；没有回复的计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="completed",
        label="司法建议、检察建议按期办结率",
        register="document",
        out_of=lambda document, _: document.withdrawn.isnull(),
        counts=lambda document, period: (
            document.completed.notnull() & (document.completed <= period.end)
        ),
        said_as=("司法建议、检察建议、复议意见书按期办结率", "司法建议、检察建议办结率"),
        source=_REPLYING,
        says="期内收到、没有撤回的，期末已整改办结的。",
        group=_GROUP,
        better="more",
    ),
)
