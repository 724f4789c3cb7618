"""The instruments that 中小企业款项支付 rests on."""

from datetime import date

from zhunsheng.engine.law.rules import Instrument

PAYMENT_REGULATIONS = Instrument(
    name="保障中小企业款项支付条例",
    version="2025修订",
    number="国务院令第802号",
    in_force=date(2025, 6, 1),
    dated=True,
)
