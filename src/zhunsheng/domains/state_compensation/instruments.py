"""The instruments that 国家赔偿 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

STATE_COMPENSATION_LAW = Instrument(
    name="中华人民共和国国家赔偿法",
    version="2012修正",
    in_force=date(2013, 1, 1),
)
