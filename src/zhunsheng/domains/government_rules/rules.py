"""What the law asks in 规章与备案审查, clocks apart."""

from zhunsheng.domains.government_rules.instruments import (
    LEGISLATION_LAW,
    RULE_MAKING_PROCEDURE,
    STANDING_COMMITTEES_LAW,
)
from zhunsheng.engine.law.rules import Rule

RULES = (
    Rule(
        key="regulation-collective-decision",
        says="地方政府规章要由政府常务会议或者全体会议决定。",
        kind="gate",
        source=RULE_MAKING_PROCEDURE.article("第二十七条"),
    ),
    Rule(
        key="regulation-filing-npc",
        says="地方政府规章还要报本级人大常委会备案，市、州的规章还要报省人大常委会和省政府。",
        kind="gate",
        source=LEGISLATION_LAW.article("第一百零九条"),
    ),
    Rule(
        key="regulation-no-derogation",
        says="没有上位法依据，规章不得减损权利或者增加义务。",
        kind="gate",
        source=LEGISLATION_LAW.article("第九十三条"),
    ),
    Rule(
        key="npc-filing-review-annual-report",
        says="人大常委会每年听取和审议一次备案审查工作情况报告。",
        kind="publication",
        source=STANDING_COMMITTEES_LAW.article("第四十五条"),
    ),
)
