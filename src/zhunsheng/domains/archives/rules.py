"""What the law asks in 档案管理, clocks apart."""

from zhunsheng.domains.archives.instruments import (
    ARCHIVES_REGULATIONS,
)
from zhunsheng.engine.law.rules import Rule

RULES = (
    Rule(
        key="archive-retention-schedule",
        says="归档范围和保管期限表，经同级档案主管部门审核同意后施行。",
        kind="gate",
        source=ARCHIVES_REGULATIONS.article("第十九条"),
    ),
)
