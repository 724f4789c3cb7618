"""The instruments that 政务数据共享 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

DATA_SHARING_REGULATIONS = Instrument(
    name="政务数据共享条例",
    version="2025",
    number="国务院令第809号",
    in_force=date(2025, 8, 1),
    dated=True,
)
