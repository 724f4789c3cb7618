"""The instruments that 合法性审核 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

LEGALITY_REVIEW_OPINIONS = Instrument(
    name="国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见",
    version="2018",
    number="国办发〔2018〕115号",
    in_force=date(2018, 12, 4),
)
