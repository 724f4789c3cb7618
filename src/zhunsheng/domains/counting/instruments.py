"""The instruments that 期间计算 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

CIVIL_CODE = Instrument(
    name="中华人民共和国民法典",
    version="2020",
    in_force=date(2021, 1, 1),
)
CIVIL_PROCEDURE_LAW = Instrument(
    name="中华人民共和国民事诉讼法",
    version="2023修正",
    in_force=date(2024, 1, 1),
)
HOLIDAY_MEASURES = Instrument(
    name="全国年节及纪念日放假办法",
    version="2024修订",
    number="国务院令第795号",
    in_force=date(2025, 1, 1),
)
WORKING_HOURS = Instrument(
    name="国务院关于职工工作时间的规定",
    version="1995",
    number="国务院令第174号",
    in_force=date(1995, 5, 1),
)
