"""The instruments that 行政检查 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

BUSINESS_ENVIRONMENT = Instrument(
    name="优化营商环境条例",
    version="2019",
    number="国务院令第722号",
    in_force=date(2020, 1, 1),
)
PRIVATE_ECONOMY_LAW = Instrument(
    name="中华人民共和国民营经济促进法",
    version="2025",
    in_force=date(2025, 5, 20),
)
DOUBLE_RANDOM_OPINIONS = Instrument(
    name="国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见",
    version="2019",
    number="国发〔2019〕5号",
    in_force=date(2019, 1, 27),
)
WORK_SAFETY_LAW = Instrument(
    name="中华人民共和国安全生产法",
    version="2021修正",
    in_force=date(2021, 9, 1),
)
DOUBLE_RANDOM_NOTICE = Instrument(
    name="市场监管总局关于全面推进“双随机、一公开”监管工作的通知",
    version="2019",
    number="国市监信〔2019〕38号",
)
FIRM_INSPECTION_OPINIONS = Instrument(
    name="国务院办公厅关于严格规范涉企行政检查的意见",
    version="国办发〔2024〕54号",
    number="国办发〔2024〕54号",
    in_force=date(2025, 1, 3),
)
ENFORCEMENT_SUPERVISION = Instrument(
    name="行政执法监督条例",
    version="",
    number="国务院令第825号",
    in_force=date(2026, 2, 1),
    dated=True,
)
GANSU_OPINIONS = Instrument(
    name="甘肃省贯彻国办发〔2024〕54号的实施意见（外省示例）",
    version="2025",
)
FIRM_INSPECTION_ANSWERS = Instrument(
    name="〈国务院办公厅关于严格规范涉企行政检查的意见〉有关问题解答（司法部办公厅）",
    version="2025",
)
