"""The instruments that 政府信息公开 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

OPENNESS_2019 = Instrument(
    name="中华人民共和国政府信息公开条例",
    version="2019修订",
    number="国务院令第711号",
    in_force=date(2019, 5, 15),
    dated=True,
)
OPENNESS_2008 = Instrument(
    name="中华人民共和国政府信息公开条例",
    version="2007",
    number="国务院令第492号",
    in_force=date(2008, 5, 1),
    dated=True,
)
