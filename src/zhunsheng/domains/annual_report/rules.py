"""What the law asks in 法治政府建设年度报告, clocks apart."""

from zhunsheng.domains.annual_report.instruments import SUPERVISION_PROVISIONS
from zhunsheng.engine.law.rules import Rule

RULES = (
    Rule(
        key="lawgov-report-content",
        says="法治政府建设年度报告写五项：举措和成效、不足和原因、第一责任人履职、下年安排、其他。",
        kind="publication",
        source=SUPERVISION_PROVISIONS.article("第二十五条"),
        verified=False,
    ),
    Rule(
        key="lawgov-report-accountability",
        says="不按规定报告、公开年度报告的，可以约谈、通报。",
        kind="gate",
        source=SUPERVISION_PROVISIONS.article(""),
        verified=False,
    ),
)
