"""The instruments that 隐患与事故 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

WORK_SAFETY_LAW = Instrument(
    name="中华人民共和国安全生产法",
    version="2021修正",
    in_force=date(2021, 9, 1),
)
ACCIDENT_REPORTS = Instrument(
    name="生产安全事故报告和调查处理条例",
    version="2007",
    number="国务院令第493号",
    in_force=date(2007, 6, 1),
)
HAZARD_RULES = Instrument(
    name="安全生产事故隐患排查治理暂行规定",
    version="2007",
    number="原安全监管总局令第16号",
    in_force=date(2008, 2, 1),
)
