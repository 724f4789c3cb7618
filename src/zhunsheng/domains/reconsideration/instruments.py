"""The instruments that 行政复议 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

RECONSIDERATION_LAW = Instrument(
    name="中华人民共和国行政复议法",
    version="2023修订",
    in_force=date(2024, 1, 1),
    dated=True,
)
RECONSIDERATION_REGULATIONS = Instrument(
    name="中华人民共和国行政复议法实施条例",
    version="2007（依旧法制定，正待修订）",
    number="国务院令第499号",
    in_force=date(2007, 8, 1),
)
