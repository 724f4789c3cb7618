"""The instruments that 重大行政决策 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

DECISION_REGULATIONS = Instrument(
    name="重大行政决策程序暂行条例",
    version="2019",
    number="国务院令第713号",
    in_force=date(2019, 9, 1),
)
FAIR_COMPETITION_REGULATIONS = Instrument(
    name="公平竞争审查条例",
    version="2024",
    number="国务院令第783号",
    in_force=date(2024, 8, 1),
)
