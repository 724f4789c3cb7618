"""The instruments that 法治政府建设年度报告 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

SUPERVISION_PROVISIONS = Instrument(
    name="法治政府建设与责任落实督察工作规定",
    version="中办、国办",
    in_force=date(2019, 4, 15),
    dated=True,
)
