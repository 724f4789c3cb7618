"""What yearly reports say of openness, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="items",
        chapter="oversight",
        text="主动公开政府信息{items_published}。",
    ),
    Statement(
        key="requests",
        chapter="oversight",
        text="办理政府信息公开申请，应答复{replied_on_time:base}，按期答复{replied_on_time:counted}，依申请公开按期答复率{replied_on_time}。",
    ),
    Statement(
        key="interpretations",
        chapter="oversight",
        text="开展政策解读{interpretations}。",
    ),
    Statement(
        key="messages",
        chapter="digital",
        text="办理网上群众留言{messages_received}[，留言回复率{messages_replied}]。",
    ),
    Statement(
        key="posts",
        chapter="digital",
        text="政府网站和政务新媒体发布信息{posts}。",
    ),
)
