"""The instruments that the organization of law-based government rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

LOCAL_GOVERNMENTS_LAW = Instrument(
    name="中华人民共和国地方各级人民代表大会和地方各级人民政府组织法",
    version="2022修正",
    in_force=date(2022, 3, 12),
)
FIRST_RESPONSIBLE_PERSON = Instrument(
    name="党政主要负责人履行推进法治建设第一责任人职责规定",
    version="中办、国办，2016",
    in_force=date(2016, 11, 30),
)
