"""The words of the official statistics table: outcomes, applicants, remedies, what is counted."""

from zhunsheng.engine.registers.fields import Choice

_GRANTED = "予以公开"
_PARTLY = "部分公开"
_REFUSED = "不予公开"
_IMPOSSIBLE = "无法提供"
_NOT_HANDLED = "不予处理"
_OTHER = "其他处理"

OUTCOMES = (
    Choice(key="granted", label="予以公开", group=_GRANTED),
    Choice(key="partly", label="部分公开", group=_PARTLY),
    Choice(key="state_secret", label="属于国家秘密", group=_REFUSED),
    Choice(key="forbidden_by_law", label="其他法律行政法规禁止公开", group=_REFUSED),
    Choice(key="endangering", label="危及“三安全一稳定”", group=_REFUSED),
    Choice(key="third_party_rights", label="保护第三方合法权益", group=_REFUSED),
    Choice(key="internal_affairs", label="属于三类内部事务信息", group=_REFUSED),
    Choice(key="in_process", label="属于四类过程性信息", group=_REFUSED),
    Choice(key="case_files", label="属于行政执法案卷", group=_REFUSED),
    Choice(key="consultation_matter", label="属于行政查询事项", group=_REFUSED),
    Choice(key="not_held", label="本机关不掌握相关政府信息", group=_IMPOSSIBLE),
    Choice(key="to_be_made", label="没有现成信息需要另行制作", group=_IMPOSSIBLE),
    Choice(key="still_unclear", label="补正后申请内容仍不明确", group=_IMPOSSIBLE),
    Choice(key="petition", label="信访举报投诉类申请", group=_NOT_HANDLED),
    Choice(key="repeated", label="重复申请", group=_NOT_HANDLED),
    Choice(key="published_matter", label="要求提供公开出版物", group=_NOT_HANDLED),
    Choice(key="excessive", label="无正当理由大量反复申请", group=_NOT_HANDLED),
    Choice(key="confirmation", label="要求确认或者重新出具已获取信息", group=_NOT_HANDLED),
    Choice(key="not_corrected", label="无正当理由逾期不补正", group=_OTHER),
    Choice(key="fee_unpaid", label="逾期未按收费通知要求缴纳费用", group=_OTHER),
    Choice(key="other", label="其他", group=_OTHER),
)
GRANTED = frozenset({"granted", "partly"})
REFUSED = frozenset(choice.key for choice in OUTCOMES if choice.group == _REFUSED)

APPLICANTS = (
    Choice(key="person", label="自然人"),
    Choice(key="business", label="商业企业", group="法人或者其他组织"),
    Choice(key="research", label="科研机构", group="法人或者其他组织"),
    Choice(key="public_welfare", label="社会公益组织", group="法人或者其他组织"),
    Choice(key="legal_service", label="法律服务机构", group="法人或者其他组织"),
    Choice(key="other_organization", label="其他组织", group="法人或者其他组织"),
)

REMEDIES = (
    Choice(key="complaint", label="投诉、举报"),
    Choice(key="reconsideration", label="行政复议"),
    Choice(key="direct_suit", label="未经复议直接起诉", group="行政诉讼"),
    Choice(key="suit_after_reconsideration", label="复议后起诉", group="行政诉讼"),
)

REMEDY_OUTCOMES = (
    Choice(key="upheld", label="结果维持"),
    Choice(key="corrected", label="结果纠正"),
    Choice(key="other", label="其他结果"),
)

STATISTICS = (
    Choice(key="normative_documents", label="行政规范性文件", group="第二十条第（一）项"),
    Choice(key="government_rules", label="规章", group="第二十条第（一）项"),
    Choice(key="licences", label="行政许可", group="第二十条第（五）项"),
    Choice(key="penalties", label="行政处罚", group="第二十条第（六）项"),
    Choice(key="compulsion", label="行政强制", group="第二十条第（六）项"),
    Choice(key="fees", label="行政事业性收费", group="第二十条第（八）项"),
)
