"""The instruments that 档案管理 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

ARCHIVES_REGULATIONS = Instrument(
    name="中华人民共和国档案法实施条例",
    version="2024",
    number="国务院令第772号",
    in_force=date(2024, 3, 1),
)
