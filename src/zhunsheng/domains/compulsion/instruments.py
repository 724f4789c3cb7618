"""The instruments that 行政强制 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

COMPULSION_LAW = Instrument(
    name="中华人民共和国行政强制法",
    version="2011",
    in_force=date(2012, 1, 1),
)
