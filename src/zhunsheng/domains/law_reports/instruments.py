"""The instruments that reports on law duties rest on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

FIRST_RESPONSIBLE_PERSON = Instrument(
    name="党政主要负责人履行推进法治建设第一责任人职责规定",
    version="中办、国办，2016",
    in_force=date(2016, 11, 30),
)
