"""The instruments that 信访 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

PETITION_REGULATIONS = Instrument(
    name="信访工作条例",
    version="2022",
    in_force=date(2022, 5, 1),
)
