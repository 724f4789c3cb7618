"""The instruments that 行政诉讼 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

LITIGATION_LAW = Instrument(
    name="中华人民共和国行政诉讼法",
    version="2017修正",
    in_force=date(2017, 7, 1),
)
LITIGATION_INTERPRETATION = Instrument(
    name="最高人民法院关于适用《中华人民共和国行政诉讼法》的解释",
    version="2018",
    number="法释〔2018〕1号",
    in_force=date(2018, 2, 8),
)
COURT_APPEARANCE = Instrument(
    name="最高人民法院关于行政机关负责人出庭应诉若干问题的规定",
    version="2020",
    number="法释〔2020〕3号",
    in_force=date(2020, 7, 1),
)
