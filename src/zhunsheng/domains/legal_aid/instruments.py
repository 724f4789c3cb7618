"""The instruments that 法律援助 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

LEGAL_AID_LAW = Instrument(
    name="中华人民共和国法律援助法",
    version="2021",
    in_force=date(2022, 1, 1),
)
