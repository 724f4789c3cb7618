"""The instruments that 权责清单、许可清单与赋权 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

BUSINESS_ENVIRONMENT = Instrument(
    name="优化营商环境条例",
    version="2019",
    number="国务院令第722号",
    in_force=date(2020, 1, 1),
)
LICENCE_LAW = Instrument(
    name="中华人民共和国行政许可法",
    version="2019修正",
    in_force=date(2019, 4, 23),
)
PENALTY_LAW = Instrument(
    name="中华人民共和国行政处罚法",
    version="2021修订",
    in_force=date(2021, 7, 15),
)
PLAN_OF_HAIDONG = Instrument(
    name="海东市2024年法治政府建设工作要点（外地示例）",
    version="2024",
    number="东政办〔2024〕29号",
)
"""A yearly plan that says in so many words what counties ask of their lists; one's own takes its place."""
