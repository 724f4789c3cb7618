"""Sentences of the yearly report on openness of government affairs."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="published",
        chapter="oversight",
        text=(
            "主动公开政府信息{items_published}[，比上年{items_published:change}]"
            "[，按期公开率{published_on_time}]。"
        ),
    ),
    Statement(
        key="requests",
        chapter="oversight",
        text=(
            "新收政府信息公开申请{request_new_all}[，比上年{request_new_all:change}]"
            "[，按期答复率{replied_on_time}]。"
        ),
    ),
    Statement(
        key="interpretations",
        chapter="oversight",
        text="发布政策解读{interpretations}[，政策解读率{interpreted}]。",
    ),
    Statement(
        key="messages",
        chapter="oversight",
        text="收到群众留言{messages_received}[，留言回复率{messages_replied}]。",
    ),
    Statement(
        key="accounts",
        chapter="digital",
        text="管好用好政府网站和政务新媒体{accounts}[，发布政务信息{posts}]。",
    ),
)
