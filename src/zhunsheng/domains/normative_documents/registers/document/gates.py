"""What the law asks before each step of a normative document."""

from zhunsheng.domains.normative_documents.instruments import (
    BUSINESS_ENVIRONMENT,
    FAIR_COMPETITION_REGULATIONS,
    LEGALITY_REVIEW_OPINIONS,
    LOCAL_GOVERNMENTS_LAW,
    NOTICE_37,
    PRIVATE_ECONOMY_LAW,
)
from zhunsheng.domains.normative_documents.registers.document.reviews import (
    heard_before,
    in_order,
)
from zhunsheng.engine.registers.procedures import Gate, Values

PAPERS = frozenset({"report", "text", "explanation", "opinion"})


def _filed_with_all(document: Values) -> bool:
    receivers = set(document.get("filed_with") or ())
    if document.get("maker_kind") == "government":
        return {"upper_government", "congress"} <= receivers
    return "own_government" in receivers


def _not_retroactive(document: Values) -> bool:
    effective, published = document.get("effective"), document.get("published")
    if not document.get("business_close") or document.get("favourable"):
        return True
    return bool(effective and published and effective >= published)


def _decided_after_review(document: Values) -> bool:
    given, decided = document.get("opinion_given"), document.get("decided")
    return bool(given and decided and given <= decided)


ASSESSING = (
    Gate(
        key="on_list",
        needs="制定主体不在清单内（或者当时还没有列入、已经移出），不得制定规范性文件。请由清单内的单位制定。",
        open_when=lambda document: bool(document.get("on_list")),
        source=LEGALITY_REVIEW_OPINIONS.article("二（三）"),
    ),
    Gate(
        key="not_duplicate",
        needs="上位规定已经明确或者现行文件仍然适用的，不得重复发文。请停止制定。",
        open_when=lambda document: not document.get("already_regulated"),
        source=NOTICE_37.article("一（二）"),
    ),
    Gate(
        key="no_forbidden_content",
        needs="文件不得增加权力、减少职责，不得设定许可、处罚、强制和无谓证明。请删去这些内容。",
        open_when=lambda document: not document.get("forbidden_content"),
        source=NOTICE_37.article("一（一）"),
    ),
    Gate(
        key="no_derogation",
        needs="没有法律法规依据，不得减损市场主体权益、增加其义务。请删去这些内容。",
        open_when=lambda document: not document.get("derogates"),
        source=BUSINESS_ENVIRONMENT.article("第六十四条"),
    ),
)

CLOSING_COMMENTS = (
    Gate(
        key="firms_heard",
        needs="与生产经营活动密切相关的，须充分听取企业、行业协会商会的意见。",
        open_when=lambda document: (
            not document.get("business_close") or bool(document.get("firms_heard"))
        ),
        source=BUSINESS_ENVIRONMENT.article("第六十二条"),
    ),
    Gate(
        key="researched",
        needs="涉及企业、群众重大利益调整的，须深入调查研究，充分听取各方面意见。",
        open_when=lambda document: (
            not document.get("major_interest") or bool(document.get("researched"))
        ),
        source=NOTICE_37.article("二（五）"),
    ),
)

NO_COMMENTS = (
    Gate(
        key="secret",
        needs="除依法需要保密的以外，须公开征求意见。请办理“公开征求意见”。",
        open_when=lambda document: bool(document.get("secret")),
        source=LOCAL_GOVERNMENTS_LAW.article("第七十五条"),
    ),
)

PASSED_COMPETITION = (
    Gate(
        key="competition_passed",
        needs="没有可以出台的公平竞争审查结论，不得出台，不能再往下办。请先办结公平竞争审查。",
        open_when=lambda document: bool(document.get("competition_passed")),
        source=FAIR_COMPETITION_REGULATIONS.article("第十八条"),
    ),
)

NO_BUSINESS = (
    Gate(
        key="no_business",
        needs="涉及经营者经济活动的，都要作公平竞争审查。请办理“通过公平竞争审查”。",
        open_when=lambda document: not document.get("business"),
        source=FAIR_COMPETITION_REGULATIONS.article("第二条"),
    ),
)

PASSED_LEGALITY = (
    Gate(
        key="legality_passed",
        needs="没有合法性审核或者审核没有通过的，不得提交集体审议。请先通过合法性审核，不能以会签、征求意见代替。",
        open_when=lambda document: bool(document.get("legality_passed")),
        source=LEGALITY_REVIEW_OPINIONS.article("二（七）"),
    ),
    Gate(
        key="competition_first",
        needs="公平竞争审查在起草阶段开展，结论不能晚于合法性审核送审。请按先后重新送审。",
        open_when=in_order,
        source=FAIR_COMPETITION_REGULATIONS.article("第十三条、第十四条"),
    ),
    Gate(
        key="heard_before",
        needs="合法性审核的送审材料须有征求意见及采纳情况；征求意见结束以前送审的，请重新送审。",
        open_when=heard_before,
        source=LEGALITY_REVIEW_OPINIONS.article("二（五）"),
    ),
)

DECIDING = (
    Gate(
        key="collective",
        needs="须经常务会议、全体会议或者办公会议集体审议，传签和个人决定不算。",
        open_when=lambda document: document.get("meeting_kind") != "none",
        source=NOTICE_37.article("二（七）"),
    ),
    Gate(
        key="office_checked",
        needs="办公机构须先核对是否依程序起草、评估论证、征求意见。",
        open_when=lambda document: bool(document.get("office_checked")),
        source=NOTICE_37.article("二（六）"),
    ),
    Gate(
        key="after_review",
        needs="出具合法性审核意见以后，才能提交集体审议。",
        open_when=_decided_after_review,
        source=LEGALITY_REVIEW_OPINIONS.article("二（七）"),
    ),
)

REGISTERING = (
    Gate(
        key="passed",
        needs="集体审议没有通过的，不能编号。请退回修改，或者停止制定。",
        open_when=lambda document: document.get("decision") == "passed",
        source=LOCAL_GOVERNMENTS_LAW.article("第七十五条"),
    ),
    Gate(
        key="number_free",
        needs="这个发文字号已经有一件文件用了。请按同一主体、同一年度的系列重新编号。",
        open_when=lambda document: not document.get("number_taken"),
        source=NOTICE_37.article(""),
    ),
)

PUBLISHING = (
    Gate(
        key="transition",
        needs="与生产经营活动密切相关的，须确定是否留出适应调整期。",
        open_when=lambda document: (
            not document.get("business_close") or bool(document.get("transition"))
        ),
        source=BUSINESS_ENVIRONMENT.article("第六十五条"),
    ),
    Gate(
        key="not_retroactive",
        needs="与生产经营活动密切相关的文件不溯及既往，施行不能早于公布；为更好保护权益的除外。",
        open_when=_not_retroactive,
        source=PRIVATE_ECONOMY_LAW.article("第四十五条"),
    ),
)

FILING = (
    Gate(
        key="filed_with_all",
        needs="政府文件报上一级政府和本级人大常委会，部门、乡镇等文件报本级（县级）政府，缺一不可。",
        open_when=_filed_with_all,
        source=NOTICE_37.article(""),
    ),
    Gate(
        key="papers_complete",
        needs="报送备案须有备案报告、正式文本、说明和合法性审核意见。",
        open_when=lambda document: set(document.get("filing_papers") or ()) >= PAPERS,
        source=NOTICE_37.article(""),
    ),
)
