"""The instruments that 行政强制 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

COMPULSION_LAW = Instrument(
    name="中华人民共和国行政强制法",
    version="2011",
    in_force=date(2012, 1, 1),
)
THREE_SYSTEMS = Instrument(
    name="国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
    version="2018",
    number="国办发〔2018〕118号",
    in_force=date(2018, 12, 5),
)
