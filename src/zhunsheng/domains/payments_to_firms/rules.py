"""What the law asks in 中小企业款项支付, clocks apart."""

from zhunsheng.domains.payments_to_firms.instruments import (
    PAYMENT_REGULATIONS,
)
from zhunsheng.engine.law.rules import Rule

RULES = (
    Rule(
        key="sme-no-pay-when-paid",
        says="大型企业不得把收到第三方付款当作付款条件。",
        kind="gate",
        source=PAYMENT_REGULATIONS.article("第九条"),
    ),
    Rule(
        key="sme-payment-start-acceptance",
        says="约定检验、验收合格后付款的，付款期限从合格那天起算。",
        kind="counting",
        source=PAYMENT_REGULATIONS.article("第十条"),
    ),
    Rule(
        key="sme-payment-start-delayed-acceptance",
        says="拖延检验、验收的，付款期限从约定的检验验收期限届满那天起算。",
        kind="counting",
        source=PAYMENT_REGULATIONS.article("第十条"),
    ),
    Rule(
        key="sme-no-audit-condition",
        says="不得强迫以审计机关的审计结果作为结算依据。",
        kind="gate",
        source=PAYMENT_REGULATIONS.article("第十二条"),
    ),
    Rule(
        key="sme-no-leader-change-excuse",
        says="不得以换负责人、走内部流程等为由拒付或者拖延。",
        kind="gate",
        source=PAYMENT_REGULATIONS.article("第十四条"),
    ),
    Rule(
        key="sme-late-interest",
        says="没有约定逾期利率的，每日按逾期金额的万分之五付利息。",
        kind="threshold",
        source=PAYMENT_REGULATIONS.article("第十七条"),
        amount="0.05",
        unit="percent",
    ),
)
