"""The instruments that 人民调解与行政调解 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

PEOPLES_MEDIATION_LAW = Instrument(
    name="中华人民共和国人民调解法",
    version="2010",
    in_force=date(2011, 1, 1),
)
CIVIL_PROCEDURE_LAW = Instrument(
    name="中华人民共和国民事诉讼法",
    version="2023修正",
    in_force=date(2024, 1, 1),
)
JUDICIAL_CONFIRMATION = Instrument(
    name="最高人民法院关于人民调解协议司法确认程序的若干规定",
    version="2011",
    number="法释〔2011〕5号",
    in_force=date(2011, 3, 30),
)
PETITION_REGULATIONS = Instrument(
    name="信访工作条例",
    version="2022",
    in_force=date(2022, 5, 1),
)
MEDIATION_WORK_RULES = Instrument(
    name="人民调解工作若干规定",
    version="2002",
    number="司法部令第75号",
    in_force=date(2002, 11, 1),
)
