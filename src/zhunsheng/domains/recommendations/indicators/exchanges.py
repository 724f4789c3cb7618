"""Figures of what is exchanged with court, procuratorate and police, and of what meetings decide."""

from zhunsheng.engine.indicators.conditions import by, in_time
from zhunsheng.engine.indicators.declarations import Count, Predicate, Share

_GROUP = "府院、府检联动"
_LINK = "府院联动、府检联动机制"
_BOTH_WAYS = "行政执法和刑事司法双向衔接机制"


def _of(kind: str) -> Predicate:
    return lambda one, _: one.kind == kind


EXCHANGES = (
    Count(
        key="notices",
        label="互通的案件信息",
        register="exchange",
        counts=_of("notice"),
        said_as=("府院检互通案件信息",),
        source="府院检三方联动平台的要求",
        says="期内发出或者收到的案件信息。",
        group=_GROUP,
    ),
    Count(
        key="clues",
        label="行政机关移送线索",
        register="exchange",
        counts=_of("clue"),
        said_as=("移送案件线索", "受理行政部门移送案件线索"),
        source=_BOTH_WAYS,
        says="期内移送司法机关的线索。",
        group=_GROUP,
        measure="条",
    ),
    Count(
        key="clues_filed",
        label="移送线索立案",
        register="exchange",
        counts=lambda one, period: (
            (one.kind == "clue") & (one.answer == "filed") & by(one.answered, period)
        ),
        said_as=("移送线索立案",),
        source=_BOTH_WAYS,
        says="期内移送的线索中，期末已立案的。",
        group=_GROUP,
    ),
    Share(
        key="clues_filed_share",
        label="移送线索立案率",
        register="exchange",
        out_of=_of("clue"),
        counts=lambda one, period: (one.answer == "filed") & by(one.answered, period),
        said_as=("移送线索立案率",),
        source=_BOTH_WAYS,
        says="期内移送的线索中，期末已立案的；没有答复的计入分母。",
        group=_GROUP,
        measure="条",
        better="more",
    ),
    Count(
        key="moved_back",
        label="司法机关移送行政处理",
        register="exchange",
        counts=_of("back"),
        said_as=("司法机关移送行政处理案件", "反向移送案件"),
        source=_BOTH_WAYS,
        says="期内收到的司法机关移送行政处理的案件。",
        group=_GROUP,
    ),
    Share(
        key="moved_back_handled",
        label="移送行政处理办结率",
        register="exchange",
        out_of=_of("back"),
        counts=lambda one, period: by(one.closed, period),
        said_as=("反向移送办结率",),
        source=_BOTH_WAYS,
        says="期内收到的移送行政处理案件中，期末已办结的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="exchanges_answered_on_time",
        label="互通、移送按期答复率",
        register="exchange",
        on="until",
        counts=lambda one, _: in_time(one.answered, one.until),
        said_as=("移送按期答复率",),
        source=_BOTH_WAYS,
        says="应答复日期在期内的，按期答复的；没有答复的计入分母。",
        group=_GROUP,
        better="more",
    ),
)

MEETINGS = (
    Count(
        key="court_meetings",
        label="府院联席会议",
        register="meeting",
        counts=lambda meeting, _: meeting.mechanism.isin(["both", "court"]),
        said_as=("府院联动联席会议", "府院联席会议"),
        source=_LINK,
        says="期内召开的府院联席会议，三方会议也在内。",
        group=_GROUP,
        measure="次",
        better="more",
    ),
    Count(
        key="procuratorate_meetings",
        label="府检联席会议",
        register="meeting",
        counts=lambda meeting, _: meeting.mechanism.isin(["both", "procuratorate"]),
        said_as=("府检联动联席会议", "府检联席会议"),
        source=_LINK,
        says="期内召开的府检联席会议，三方会议也在内。",
        group=_GROUP,
        measure="次",
        better="more",
    ),
    Share(
        key="items_closed",
        label="议定事项办结率",
        register="meeting_item",
        counts=lambda item, period: by(item.finished, period),
        said_as=("联席会议议定事项办结率",),
        source=_LINK,
        says="期内议定的事项中，期末已办结的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="items_closed_on_time",
        label="议定事项按期办结率",
        register="meeting_item",
        on="until",
        counts=lambda item, _: in_time(item.finished, item.until),
        said_as=("联席会议议定事项按期办结率",),
        source=_LINK,
        says="完成期限在期内的事项中，按期办结的；没有办结的计入分母。",
        group=_GROUP,
        better="more",
    ),
)
