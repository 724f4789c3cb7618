"""Answers to the public: policies explained, events responded to, messages and reports answered."""

from zhunsheng.engine.indicators.conditions import by, in_time
from zhunsheng.engine.indicators.declarations import Count, Mean, Share

_POLICIES = "政策解读"
_EVENTS = "舆情回应"
_MESSAGES = "互动交流和群众监督"
_EXPLAINING = "重点民生、重大政策宣传解读的要求"
_RESPONDING = "政务舆情回应处置的要求"
_ANSWERING = "回应群众关切的要求"
_SUPERVISION = "接受群众监督、舆论监督的要求"

POLICIES = (
    Count(
        key="interpretations",
        label="政策解读",
        register="interpretation",
        on="published",
        said_as=("政策解读", "发布政策解读", "解读政策文件"),
        source=_EXPLAINING,
        says="期内公布的政策解读。",
        group=_POLICIES,
        better="more",
    ),
    Share(
        key="interpreted",
        label="重要政策解读率",
        register="interpretation",
        out_of=lambda policy, _: policy.is_major,
        counts=lambda policy, period: by(policy.published, period),
        said_as=("政策解读率", "重要政策解读率", "重大政策解读率"),
        source=_EXPLAINING,
        says="期内公布的重点民生、重大政策中，期末已有解读的；未解读的计入分母。",
        group=_POLICIES,
        better="more",
    ),
    Share(
        key="interpreted_with_the_policy",
        label="重要政策同步解读率",
        register="interpretation",
        out_of=lambda policy, _: policy.is_major,
        counts=lambda policy, _: in_time(policy.published, policy.policy_published),
        said_as=("同步解读率", "政策同步解读率"),
        source=_EXPLAINING,
        says="期内公布的重点民生、重大政策中，不迟于文件公布之日解读的；未解读的计入分母。",
        group=_POLICIES,
        better="more",
    ),
    Mean(
        key="interpretation_lag",
        label="平均解读间隔",
        register="interpretation",
        on="published",
        of=lambda policy, _: policy.published.delta(policy.policy_published, unit="day"),
        said_as=("平均解读间隔", "解读间隔"),
        source=_EXPLAINING,
        says="期内公布的解读，与文件公布相隔的自然日的平均数；早于文件的为负数。",
        group=_POLICIES,
        measure="日",
        better="fewer",
    ),
)
"""政策解读。"""

EVENTS = (
    Count(
        key="sentiment_events",
        label="政务舆情",
        register="sentiment",
        said_as=("政务舆情", "舆情事件", "处置舆情"),
        source=_RESPONDING,
        says="期内发现的政务舆情。",
        group=_EVENTS,
    ),
    Share(
        key="sentiment_responded",
        label="舆情回应率",
        register="sentiment",
        counts=lambda event, period: by(event.responded.date(), period),
        said_as=("舆情回应率", "回应率"),
        source=_RESPONDING,
        says="期内发现的舆情中，期末已回应的；未回应的计入分母。",
        group=_EVENTS,
        better="more",
    ),
    Share(
        key="responded_in_time",
        label="舆情按时回应率",
        register="sentiment",
        on="until",
        counts=lambda event, _: in_time(event.responded, event.until),
        said_as=("按时回应率", "及时回应率", "舆情及时回应率"),
        source=_RESPONDING,
        says="应回应时间在期内的舆情中，按时回应的；按时刻比较，未回应的计入分母。",
        group=_EVENTS,
        better="more",
    ),
    Mean(
        key="hours_to_response",
        label="平均回应用时",
        register="sentiment",
        on="responded",
        of=lambda event, _: event.responded.epoch_seconds() - event.found.epoch_seconds(),
        per=3600,
        said_as=("平均回应用时", "平均回应时间"),
        source=_RESPONDING,
        says="期内首次回应的舆情，从发现到回应的小时数的平均。",
        group=_EVENTS,
        measure="小时",
        better="fewer",
    ),
    Share(
        key="sentiment_reviewed",
        label="舆情复盘率",
        register="sentiment",
        on="responded",
        counts=lambda event, period: by(event.reviewed.date(), period),
        said_as=("舆情复盘率",),
        source=_RESPONDING,
        says="期内回应的舆情中，期末已复盘的；未复盘的计入分母。",
        group=_EVENTS,
        better="more",
    ),
)
"""舆情回应。"""

MESSAGES = (
    Count(
        key="messages_received",
        label="群众留言",
        register="message",
        said_as=("群众留言", "网民留言", "收到留言"),
        source=_ANSWERING,
        says="期内收到的留言。",
        group=_MESSAGES,
        measure="条",
    ),
    Share(
        key="messages_replied",
        label="留言回复率",
        register="message",
        counts=lambda message, period: by(message.replied, period),
        said_as=("留言回复率", "留言办结率", "留言答复率"),
        source=_ANSWERING,
        says="期内收到的留言中，期末已回复的；未回复的计入分母。",
        group=_MESSAGES,
        measure="条",
        better="more",
    ),
    Share(
        key="messages_on_time",
        label="留言按期回复率",
        register="message",
        on="until",
        counts=lambda message, _: in_time(message.replied, message.until),
        said_as=("留言按期回复率", "留言按时回复率"),
        source=_ANSWERING,
        says="应回复日期在期内的留言中，按期回复的；未回复的计入分母。",
        group=_MESSAGES,
        measure="条",
        better="more",
    ),
    Mean(
        key="days_to_answer",
        label="留言平均回复用时",
        register="message",
        on="replied",
        of=lambda message, _: message.replied.delta(message.received, unit="day"),
        said_as=("平均回复用时", "留言平均回复天数"),
        source=_ANSWERING,
        says="期内回复的留言，从收到到回复的自然日的平均数。",
        group=_MESSAGES,
        measure="日",
        better="fewer",
    ),
    Share(
        key="messages_satisfied",
        label="留言满意率",
        register="message",
        on="replied",
        out_of=lambda message, _: message.satisfaction.isin(["satisfied", "fair", "dissatisfied"]),
        counts=lambda message, _: message.satisfaction.isin(["satisfied", "fair"]),
        said_as=("留言满意率", "满意率"),
        source=_ANSWERING,
        says="期内回复、作了评价的留言中，满意和基本满意的；未评价的不计入分母。",
        group=_MESSAGES,
        measure="条",
        better="more",
    ),
)
"""互动留言。"""

REPORTED = (
    Count(
        key="reports_received",
        label="群众和媒体反映的问题",
        register="public_report",
        said_as=("群众反映问题", "群众监督", "舆论监督"),
        source=_SUPERVISION,
        says="期内收到的群众、媒体反映的问题。",
        group=_MESSAGES,
    ),
    Share(
        key="reports_replied",
        label="群众监督答复率",
        register="public_report",
        counts=lambda report, period: by(report.replied, period),
        said_as=("群众监督答复率", "监督答复率"),
        source=_SUPERVISION,
        says="期内收到的问题中，期末已答复的；未答复的计入分母。",
        group=_MESSAGES,
        better="more",
    ),
    Share(
        key="reports_on_time",
        label="群众监督按期答复率",
        register="public_report",
        on="until",
        counts=lambda report, _: in_time(report.replied, report.until),
        said_as=("群众监督按期答复率",),
        source=_SUPERVISION,
        says="应回复日期在期内的问题中，按期答复的；未答复的计入分母。",
        group=_MESSAGES,
        better="more",
    ),
    Share(
        key="reports_closed",
        label="群众监督办结率",
        register="public_report",
        counts=lambda report, period: by(report.handled, period),
        said_as=("群众监督办结率", "监督办结率"),
        source=_SUPERVISION,
        says="期内收到的问题中，期末已办结的；未办结的计入分母。",
        group=_MESSAGES,
        better="more",
    ),
)
"""群众监督和舆论监督。"""

RESPONSES = (*POLICIES, *EVENTS, *MESSAGES, *REPORTED)
