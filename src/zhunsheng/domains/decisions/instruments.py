"""The instruments that 重大行政决策 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

DECISION_REGULATIONS = Instrument(
    name="重大行政决策程序暂行条例",
    version="2019",
    number="国务院令第713号",
    in_force=date(2019, 9, 1),
)
