"""The instruments that 法治政府建设与督察 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

LOCAL_GOVERNMENTS_LAW = Instrument(
    name="中华人民共和国地方各级人民代表大会和地方各级人民政府组织法",
    version="2022修正",
    in_force=date(2022, 3, 12),
)
SUPERVISION_PROVISIONS = Instrument(
    name="法治政府建设与责任落实督察工作规定",
    version="中办、国办",
    in_force=date(2019, 4, 15),
    dated=True,
)
FIRST_RESPONSIBLE_PERSON = Instrument(
    name="党政主要负责人履行推进法治建设第一责任人职责规定",
    version="中办、国办，2016",
    in_force=date(2016, 11, 30),
)
OUTLINE_2021_2025 = Instrument(
    name="法治政府建设实施纲要（2021－2025年）",
    version="中共中央、国务院，2021",
)
GOVERNMENT_INSPECTION = Instrument(
    name="政府督查工作条例",
    version="2020",
    number="国务院令第733号",
    in_force=date(2021, 2, 1),
    dated=True,
)
DEPUTIES_LAW = Instrument(
    name="中华人民共和国全国人民代表大会和地方各级人民代表大会代表法",
    version="2025修正",
)
AUDIT_LAW = Instrument(
    name="中华人民共和国审计法",
    version="2021修正",
    in_force=date(2022, 1, 1),
)
