"""The instruments that 信用信息公示 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

DOUBLE_PUBLICITY_REQUIREMENTS = Instrument(
    name="行政许可和行政处罚等信用信息“双公示”工作要求",
    version="国家发展改革委相关通知",
)
WORK_SAFETY_LAW = Instrument(
    name="中华人民共和国安全生产法",
    version="2021修正",
    in_force=date(2021, 9, 1),
)
MARKET_PENALTY_PUBLICITY = Instrument(
    name="市场监督管理行政处罚信息公示规定",
    version="2021",
    number="国家市场监督管理总局令第45号",
    in_force=date(2021, 9, 1),
)
ENTERPRISE_INFORMATION_REGULATIONS = Instrument(
    name="企业信息公示暂行条例",
    version="2014文本（2024年修订文本未见）",
    number="国务院令第654号",
    in_force=date(2014, 10, 1),
)
