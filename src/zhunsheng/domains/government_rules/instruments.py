"""The instruments that 规章与备案审查 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

RULE_MAKING_PROCEDURE = Instrument(
    name="规章制定程序条例",
    version="2017修订",
    number="国务院令第695号",
    in_force=date(2018, 5, 1),
)
LEGISLATION_LAW = Instrument(
    name="中华人民共和国立法法",
    version="2023修正",
    in_force=date(2023, 3, 15),
)
FILING_REVIEW_REGULATIONS = Instrument(
    name="法规规章备案审查条例",
    version="2024",
    number="国务院令第789号",
    in_force=date(2024, 11, 1),
)
STANDING_COMMITTEES_LAW = Instrument(
    name="中华人民共和国各级人民代表大会常务委员会监督法",
    version="2024修正",
    in_force=date(2024, 11, 8),
)
