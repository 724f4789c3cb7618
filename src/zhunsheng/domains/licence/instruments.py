"""The instruments that 行政许可 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

LICENCE_LAW = Instrument(
    name="中华人民共和国行政许可法",
    version="2019修正",
    in_force=date(2019, 4, 23),
)
BUSINESS_ENVIRONMENT = Instrument(
    name="优化营商环境条例",
    version="2019",
    number="国务院令第722号",
    in_force=date(2020, 1, 1),
)
