"""The instruments that 行政规范性文件 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

LOCAL_GOVERNMENTS_LAW = Instrument(
    name="中华人民共和国地方各级人民代表大会和地方各级人民政府组织法",
    version="2022修正",
    in_force=date(2022, 3, 12),
)
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
SICHUAN_MEASURES = Instrument(
    name="四川省行政规范性文件管理办法",
    version="四川省人民政府令第351号",
    number="四川省人民政府令第351号",
    in_force=date(2022, 3, 1),
    dated=True,
)
LUZHOU_MEASURES = Instrument(
    name="泸州市行政规范性文件备案审查办法（地方旧例）",
    version="2010",
)
QINGHAI_NOTICE = Instrument(
    name="青海省行政规范性文件制定和备案办法（省级行政规范性文件电子管理系统通知转述）",
    version="2017通知",
)
QINGHAI_MEASURES = Instrument(
    name="青海省行政规范性文件制定和备案办法",
    version="青海省人民政府令第99号",
    number="青海省人民政府令第99号",
    in_force=date(2014, 3, 1),
    dated=True,
)
NOTICE_37 = Instrument(
    name="国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知",
    version="2018",
    number="国办发〔2018〕37号",
    in_force=date(2018, 5, 16),
)
DEMONSTRATION_INDICATORS = Instrument(
    name="市县法治政府建设示范指标体系（三级指标第24项）",
    version="图木舒克市专栏载本，2021—2023年度",
)
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
