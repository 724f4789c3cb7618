"""What yearly reports say of recommendations, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="received",
        chapter="oversight",
        text="收到司法建议{judicial}[，检察建议{procuratorial}]。",
    ),
    Statement(
        key="replied",
        chapter="oversight",
        text="司法建议、检察建议应回复{replied:base}，已回复{replied:counted}，回复率{replied}。",
    ),
    Statement(
        key="meetings",
        chapter="disputes",
        text="召开府院联席会议{court_meetings}[，府检联席会议{procuratorate_meetings}]。",
    ),
)
