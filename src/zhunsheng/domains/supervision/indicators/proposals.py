"""Figures of suggestions, proposals and opinions: received, answered, in time, to satisfaction."""

from typing import Any

from zhunsheng.engine.indicators.conditions import by, in_time, is_one_of
from zhunsheng.engine.indicators.declarations import Count, Predicate, Share

_GROUP = "代表建议、政协提案"
_LAW = "中华人民共和国全国人民代表大会和地方各级人民代表大会代表法第五十一条"


def _kind(key: str) -> Predicate:
    return lambda one, _: one.kind == key


def _last_day(one: Any) -> Any:
    """Get the last day of the answer: the law's for deputies, else the one that was set."""
    return one.suggestion_reply_due.coalesce(one.complex_suggestion_reply_due).coalesce(one.until)


PROPOSALS = (
    Count(
        key="deputies_suggestions",
        label="人大代表建议",
        register="proposal",
        counts=_kind("deputies"),
        said_as=("人大代表建议", "办理人大代表建议"),
        source=_LAW,
        says="期内交办的人大代表建议、批评和意见。",
        group=_GROUP,
    ),
    Count(
        key="cppcc_proposals",
        label="政协提案",
        register="proposal",
        counts=_kind("cppcc"),
        said_as=("政协提案", "办理政协委员提案"),
        source=_LAW,
        says="期内交办的政协提案。",
        group=_GROUP,
    ),
    Count(
        key="deliberations",
        label="人大审议意见",
        register="proposal",
        counts=_kind("deliberation"),
        said_as=("人大常委会审议意见", "办理人大审议意见"),
        source=_LAW,
        says="期内交办的人大审议意见。",
        group=_GROUP,
    ),
    Share(
        key="proposals_answered",
        label="建议提案办复率",
        register="proposal",
        counts=lambda one, period: by(one.replied, period),
        said_as=("建议提案办复率", "代表建议办复率", "建议提案答复率"),
        source=_LAW,
        says="期内交办的建议、提案和审议意见中，期末已答复的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="proposals_on_time",
        label="建议提案按期答复率",
        register="proposal",
        out_of=lambda one, period: _last_day(one) <= period.end,
        counts=lambda one, _: in_time(one.replied, _last_day(one)),
        said_as=("建议提案按期答复率", "代表建议按期答复率"),
        source=_LAW,
        says="期内交办、期末以前到期的建议、提案和审议意见中，按期答复的；没有答复的计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="proposals_satisfied",
        label="建议提案满意率",
        register="proposal",
        on="feedback_on",
        out_of=lambda one, _: one.satisfaction.notnull(),
        counts=lambda one, _: is_one_of(one.satisfaction, ("satisfied", "mostly")),
        said_as=("建议提案满意率", "代表建议满意率"),
        source=_LAW,
        says="期内收到反馈的建议、提案和审议意见中，满意、基本满意的。",
        group=_GROUP,
        better="more",
    ),
)
