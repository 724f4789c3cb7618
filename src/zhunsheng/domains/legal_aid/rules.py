"""What the law asks in 法律援助, clocks apart."""

from zhunsheng.domains.legal_aid.instruments import (
    LEGAL_AID_LAW,
)
from zhunsheng.engine.law.rules import Rule

RULES = (
    Rule(
        key="legal-aid-refusal-reasons",
        says="决定不给予法律援助的，要书面告知并讲明理由。",
        kind="gate",
        source=LEGAL_AID_LAW.article("第四十三条"),
    ),
    Rule(
        key="legal-aid-provisional",
        says="离时效或者期限届满不足7日、须及时起诉、仲裁或者复议的，可以先行提供援助。",
        kind="gate",
        source=LEGAL_AID_LAW.article("第四十四条"),
        amount="7",
        unit="calendar_day",
    ),
    Rule(
        key="legal-aid-means-check-exempt",
        says="有四类人员申请的，不用核查经济困难状况。",
        kind="gate",
        source=LEGAL_AID_LAW.article("第四十二条"),
    ),
)
