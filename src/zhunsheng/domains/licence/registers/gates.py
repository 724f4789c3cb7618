"""What the Licensing Law asks before a step of a licence case."""

from zhunsheng.domains.licence.instruments import BUSINESS_ENVIRONMENT
from zhunsheng.domains.licence.registers.fields import article
from zhunsheng.engine.registers.procedures import Gate, Values


def _at_least_two(case: Values, key: str) -> bool:
    return (case.get(key) or 0) >= 2


def _is_heard(case: Values) -> bool:
    return bool(case.get("hearing"))


LISTED = Gate(
    key="listed",
    needs="事项不在公布的许可清单内，不得实施许可。请核对清单；确实不属许可事项的，办理不予受理。",
    open_when=lambda case: bool(case.get("listed")),
    source=BUSINESS_ENVIRONMENT.article("第四十条"),
)
FALSE_MATERIAL_BAN = Gate(
    key="after_false_material",
    needs="申请人以虚假材料申请被拒，一年内不得再次申请这一许可，请办理不予受理。",
    open_when=lambda case: (case.get("received") or "") > (case.get("barred_after_refusal") or ""),
    source=article("第七十八条"),
)
FRAUD_BAN = Gate(
    key="after_fraud",
    needs="申请人骗取许可被撤销，三年内不得再次申请这一许可，请办理不予受理。",
    open_when=lambda case: (
        (case.get("received") or "") > (case.get("barred_after_revocation") or "")
    ),
    source=article("第七十九条"),
)
WARNED = Gate(
    key="warned",
    needs="隐瞒有关情况或者提供虚假材料申请的，应当给予警告。",
    open_when=lambda case: not case.get("false_material") or bool(case.get("warned")),
    source=article("第七十八条"),
)
RECEIPT = Gate(
    key="receipt",
    needs="受理或者不予受理，都要先出具加盖专用印章、注明日期的书面凭证。",
    open_when=lambda case: bool(case.get("receipt")),
    source=article("第三十二条"),
)
TWO_INSPECTORS = Gate(
    key="two_inspectors",
    needs="检验、检测、检疫应当指派两名以上工作人员，请增派。",
    open_when=lambda case: _at_least_two(case, "inspectors"),
    source=article("第五十五条"),
)
TWO_VERIFIERS = Gate(
    key="two_verifiers",
    needs="核实申请材料的实质内容，应当指派两名以上工作人员核查，请补充核查。",
    open_when=lambda case: not case.get("on_site") or _at_least_two(case, "verifiers"),
    source=article("第三十四条"),
)
INTERESTED_HEARD = Gate(
    key="interested_heard",
    needs="许可直接关系他人重大利益的，应当先告知利害关系人并听取意见。",
    open_when=lambda case: not case.get("affects_others") or bool(case.get("interested_heard")),
    source=article("第三十六条"),
)
EXCLUSION_TOLD = Gate(
    key="exclusion_told",
    needs="不计入期限的，应当把所需时间书面告知申请人。",
    open_when=lambda case: bool(case.get("excluded_told")),
    source=article("第四十五条"),
)
EXTENSION_TOLD = Gate(
    key="extension_told",
    needs="延长期限的，应当把理由告知申请人。",
    open_when=lambda case: bool(case.get("extension_told")),
    source=article("第四十二条"),
)
PUBLIC_HEARING = Gate(
    key="public_hearing",
    needs="涉及公共利益的重大许可，应当向社会公告并举行听证以后再决定。",
    open_when=lambda case: not case.get("public_hearing") or _is_heard(case),
    source=article("第四十六条"),
)
REQUESTED_HEARING = Gate(
    key="requested_hearing",
    needs="申请人、利害关系人申请了听证，应当组织听证以后再决定。",
    open_when=lambda case: not case.get("hearing_requested") or _is_heard(case),
    source=article("第四十七条"),
)
ON_RECORD = Gate(
    key="on_record",
    needs="举行了听证的，应当根据听证笔录作出决定。",
    open_when=lambda case: not _is_heard(case) or bool(case.get("on_record")),
    source=article("第四十八条"),
)
REASONS = Gate(
    key="reasons",
    needs="不予许可的，应当说明理由，并告知复议、诉讼的权利。",
    open_when=lambda case: bool(case.get("refusal_reasons") and case.get("remedies_told")),
    source=article("第三十八条"),
)
NOT_YET_RENEWED = Gate(
    key="not_yet_renewed",
    needs="原许可有效期届满前没有作出决定，视为准予延续，不能再决定不予延续。请办理准予延续。",
    open_when=lambda case: (
        case.get("application") != "renewal"
        or not case.get("expiry")
        or (case.get("decided") or "") <= case["expiry"]
    ),
    source=article("第五十条"),
)
BEFORE_DECISION = (PUBLIC_HEARING, REQUESTED_HEARING, ON_RECORD)
"""What must hold before any decision, whichever way it goes."""
