"""What the law asks in 司法建议与检察建议, clocks apart."""

from zhunsheng.domains.recommendations.instruments import (
    JUDICIAL_RECOMMENDATIONS,
    LITIGATION_LAW,
    PROCURATORIAL_RECOMMENDATIONS,
)
from zhunsheng.engine.law.rules import Rule

RULES = (
    Rule(
        key="judicial-suggestion-form",
        says="司法建议书统一编号，经审判委员会审议、院长签发。",
        kind="gate",
        source=JUDICIAL_RECOMMENDATIONS.article("第六条"),
    ),
    Rule(
        key="judicial-suggestion-consult",
        says="法院提出司法建议前，要同被建议单位沟通、听取意见。",
        kind="gate",
        source=JUDICIAL_RECOMMENDATIONS.article("第五条"),
    ),
    Rule(
        key="judicial-suggestion-nonperformance",
        says="针对拒不履行裁判的司法建议，接到的机关要按规定处理并告知法院。",
        kind="gate",
        source=LITIGATION_LAW.article("第九十六条"),
    ),
    Rule(
        key="procuratorial-suggestion-basis",
        says="四个领域里行政机关违法行使职权或者不作为的，检察院应提检察建议；仍不履职的依法起诉。",
        kind="gate",
        source=LITIGATION_LAW.article("第二十五条"),
    ),
    Rule(
        key="procuratorial-suggestion-objection",
        says="被建议单位提出异议的，检察官要复核；异议成立的，修改或者撤回建议。",
        kind="gate",
        source=PROCURATORIAL_RECOMMENDATIONS.article(""),
        verified=False,
    ),
)
