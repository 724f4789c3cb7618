"""The instruments that 行政处罚 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

PENALTY_LAW = Instrument(
    name="中华人民共和国行政处罚法",
    version="2021修订",
    in_force=date(2021, 7, 15),
)
CRIME_TRANSFER = Instrument(
    name="行政执法机关移送涉嫌犯罪案件的规定",
    version="2020修订",
    number="国务院令第730号",
    in_force=date(2020, 8, 7),
)
