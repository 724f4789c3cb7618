"""The instruments that 应急预案与演练 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

EMERGENCY_RESPONSE_LAW = Instrument(
    name="中华人民共和国突发事件应对法",
    version="2024修订",
    in_force=date(2024, 11, 1),
)
WORK_SAFETY_LAW = Instrument(
    name="中华人民共和国安全生产法",
    version="2021修正",
    in_force=date(2021, 9, 1),
)
ACCIDENT_EMERGENCY = Instrument(
    name="生产安全事故应急条例",
    version="2019",
    number="国务院令第708号",
    in_force=date(2019, 4, 1),
)
EMERGENCY_PLANS = Instrument(
    name="突发事件应急预案管理办法",
    version="2024",
    number="国办发〔2024〕5号",
    in_force=date(2024, 1, 31),
)
ACCIDENT_PLANS = Instrument(
    name="生产安全事故应急预案管理办法",
    version="应急管理部令第2号修正，2019",
    number="应急管理部令第2号",
    in_force=date(2019, 9, 1),
)
NATIONAL_EMERGENCY_PLAN = Instrument(
    name="国家突发公共事件总体应急预案",
    version="2006（2025年有新版，待核对）",
)
