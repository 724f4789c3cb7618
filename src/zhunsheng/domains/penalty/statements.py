"""What yearly reports say of penalties, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="leniency",
        chapter="enforcement",
        text="推行柔性执法，公布“两轻一免”清单事项{leniency_items}。",
    ),
    Statement(
        key="filed",
        chapter="enforcement",
        text="重大执法决定应备案{filed_on_time:base}，按期备案{filed_on_time:counted}，按期备案率{filed_on_time}。",
    ),
)
