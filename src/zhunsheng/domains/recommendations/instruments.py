"""The instruments that 司法建议与检察建议 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

JUDICIAL_RECOMMENDATIONS = Instrument(
    name="最高人民法院关于综合治理类司法建议工作若干问题的规定",
    version="2023",
    in_force=date(2023, 11, 16),
)
LITIGATION_INTERPRETATION = Instrument(
    name="最高人民法院关于适用《中华人民共和国行政诉讼法》的解释",
    version="2018",
    number="法释〔2018〕1号",
    in_force=date(2018, 2, 8),
)
LITIGATION_LAW = Instrument(
    name="中华人民共和国行政诉讼法",
    version="2017修正",
    in_force=date(2017, 7, 1),
)
PUBLIC_INTEREST_LITIGATION = Instrument(
    name="最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释",
    version="2018文本（2020年修正文本未见）",
    number="法释〔2018〕6号",
    in_force=date(2018, 3, 2),
)
PROCURATORIAL_RECOMMENDATIONS = Instrument(
    name="人民检察院检察建议工作规定",
    version="最高人民检察院，2019",
    in_force=date(2019, 2, 26),
)
