"""What the law asks in 法治政府建设与督察, clocks apart."""

from zhunsheng.domains.supervision.instruments import (
    AUDIT_LAW,
    FIRST_RESPONSIBLE_PERSON,
    GOVERNMENT_INSPECTION,
    LOCAL_GOVERNMENTS_LAW,
)
from zhunsheng.engine.law.rules import Rule

RULES = (
    Rule(
        key="lawgov-statutory-duty",
        says="地方各级政府都要坚持依法行政，建设法治政府。",
        kind="gate",
        source=LOCAL_GOVERNMENTS_LAW.article("第六十二条"),
    ),
    Rule(
        key="lawgov-major-issues-meeting",
        says="政府工作的重大问题，须经常务会议或者全体会议讨论决定。",
        kind="gate",
        source=LOCAL_GOVERNMENTS_LAW.article("第七十八条"),
    ),
    Rule(
        key="lawgov-first-responsible",
        says="党政主要负责人是推进法治建设的第一责任人，年终要述法。",
        kind="gate",
        source=FIRST_RESPONSIBLE_PERSON.article(""),
        verified=False,
    ),
    Rule(
        key="inspection-gov-supervision-plan",
        says="开展政府督查要有方案，严格控制频次和时限。",
        kind="gate",
        source=GOVERNMENT_INSPECTION.article("第十五条"),
    ),
    Rule(
        key="inspection-gov-supervision-conclusion",
        says="督查结束要作出结论，并反馈给督查对象。",
        kind="gate",
        source=GOVERNMENT_INSPECTION.article("第十六条"),
    ),
    Rule(
        key="gov-supervision-rectify",
        says="督查对象要照要求整改，整改情况可以核查。",
        kind="gate",
        source=GOVERNMENT_INSPECTION.article("第十八条"),
    ),
    Rule(
        key="gov-supervision-accountability",
        says="督查中可以提出追责建议，经批准后交有权机关处理。",
        kind="gate",
        source=GOVERNMENT_INSPECTION.article("第二十一条"),
    ),
    Rule(
        key="audit-rectification",
        says="审计查出的问题按期整改，结果报审计机关和本级政府并按规定公布。",
        kind="publication",
        source=AUDIT_LAW.article("第五十二条"),
    ),
)
