"""What the law asks in 政务数据共享, clocks apart."""

from zhunsheng.domains.data_sharing.instruments import (
    DATA_SHARING_REGULATIONS,
)
from zhunsheng.engine.law.rules import Rule

RULES = (
    Rule(
        key="data-no-repeat-collection",
        says="通过共享能拿到的数据，不得再向群众和企业重复收集。",
        kind="gate",
        source=DATA_SHARING_REGULATIONS.article("第十九条"),
    ),
)
