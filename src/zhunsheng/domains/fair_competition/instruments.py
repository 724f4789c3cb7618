"""The instruments that 公平竞争审查 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

FAIR_COMPETITION_REGULATIONS = Instrument(
    name="公平竞争审查条例",
    version="2024",
    number="国务院令第783号",
    in_force=date(2024, 8, 1),
)
BUSINESS_ENVIRONMENT = Instrument(
    name="优化营商环境条例",
    version="2019",
    number="国务院令第722号",
    in_force=date(2020, 1, 1),
)
PRIVATE_ECONOMY_LAW = Instrument(
    name="中华人民共和国民营经济促进法",
    version="2025",
    in_force=date(2025, 5, 20),
)
