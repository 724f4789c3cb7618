"""Sentences of the yearly report on recommendations of courts and procuratorates."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="replied",
        chapter="oversight",
        text="收到司法建议{judicial}[、检察建议{procuratorial}][，司法建议、检察建议回复率{replied}]。",
    ),
    Statement(
        key="meetings",
        chapter="disputes",
        text=(
            "召开府院联席会议{court_meetings}[、府检联席会议{procuratorate_meetings}]"
            "[，联席会议议定事项办结率{items_closed}]。"
        ),
    ),
    Statement(
        key="clues",
        chapter="oversight",
        text="行政机关移送案件线索{clues}[，移送线索立案率{clues_filed_share}]。",
    ),
)
