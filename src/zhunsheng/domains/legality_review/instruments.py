"""The instruments that 合法性审核 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

LEGALITY_REVIEW_OPINIONS = Instrument(
    name="国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见",
    version="2018",
    number="国办发〔2018〕115号",
    in_force=date(2018, 12, 4),
)
FAIR_COMPETITION_REGULATIONS = Instrument(
    name="公平竞争审查条例",
    version="2024",
    number="国务院令第783号",
    in_force=date(2024, 8, 1),
)
NOTICE_37 = Instrument(
    name="国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知",
    version="2018",
    number="国办发〔2018〕37号",
    in_force=date(2018, 5, 16),
)
