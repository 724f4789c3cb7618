"""What the law asks in 信用信息公示, clocks apart."""

from zhunsheng.domains.credit_publicity.instruments import (
    MARKET_PENALTY_PUBLICITY,
)
from zhunsheng.engine.law.rules import Rule

RULES = (
    Rule(
        key="credit-market-penalty-scope",
        says="市场监管部门普通程序的处罚信息要公示，只给警告的不公示。",
        kind="publication",
        source=MARKET_PENALTY_PUBLICITY.article("第二条"),
    ),
    Rule(
        key="credit-market-penalty-inform",
        says="送达处罚决定书时，要书面告知当事人处罚信息将公示。",
        kind="gate",
        source=MARKET_PENALTY_PUBLICITY.article("第八条"),
    ),
    Rule(
        key="credit-market-early-removal",
        says="同时满足四项条件的，当事人可以申请提前停止公示。",
        kind="gate",
        source=MARKET_PENALTY_PUBLICITY.article("第十四条"),
    ),
)
