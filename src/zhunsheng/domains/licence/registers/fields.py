"""The fields of a licence case, in the order in which they are filled."""

from zhunsheng.domains.licence.instruments import BUSINESS_ENVIRONMENT, LICENCE_LAW
from zhunsheng.domains.licence.registers import bans
from zhunsheng.domains.licence.registers.vocabulary import (
    APPLICATIONS,
    HANDLINGS,
    KINDS,
    PARTIES,
)
from zhunsheng.engine.registers.fields import Field

article = LICENCE_LAW.article

_APPLICATION = (
    Field(
        key="matter",
        label="许可事项",
        required=True,
        examples=("食品经营许可", "公共场所卫生许可", "临时占用道路许可"),
    ),
    Field(key="kind", label="许可类型", kind="choice", required=True, choices=KINDS),
    Field(key="application", label="申请类型", kind="choice", required=True, choices=APPLICATIONS),
    Field(
        key="earlier",
        label="原许可办件编号",
        kind="reference",
        refers_to="licence.case",
        help="变更、延续的填写；原许可不在本台账的，可以不填。",
        source=article("第四十九条"),
    ),
    Field(
        key="expiry",
        label="原许可有效期届满日期",
        kind="date",
        help="申请延续的填写：应当在届满30日前申请；届满前没有决定的，视为准予延续。",
        source=article("第五十条"),
    ),
    Field(
        key="refused_before",
        label="此前因虚假材料被拒的办件编号",
        kind="reference",
        refers_to="licence.case",
        brings=("banned_until",),
        help="同一申请人曾以虚假材料申请这一事项的填写。",
        source=article("第七十八条"),
    ),
    Field(
        key="revoked_before",
        label="此前骗取许可被撤销的记录编号",
        kind="reference",
        refers_to="licence.ending",
        brings=("banned_until",),
        help="同一申请人曾骗取这一许可的填写。",
        source=article("第七十九条"),
    ),
    Field(key="party", label="申请人", kind="party", required=True, personal=True),
    Field(key="party_kind", label="申请人类别", kind="choice", required=True, choices=PARTIES),
    Field(key="representative", label="法定代表人", kind="person", personal=True),
    Field(key="received", label="收到申请日期", kind="date", required=True),
)
_ACCEPTANCE = (
    Field(
        key="barred_after_refusal",
        label="因虚假材料不得申请至",
        kind="date",
        computed=lambda case: case.get("refused_before.banned_until"),
        help="由此前被拒的办件算出。",
        source=article("第七十八条"),
    ),
    Field(
        key="barred_after_revocation",
        label="因骗取许可不得申请至",
        kind="date",
        computed=lambda case: case.get("revoked_before.banned_until"),
        help="由此前被撤销的记录算出。",
        source=article("第七十九条"),
    ),
    Field(
        key="correction_notified",
        label="一次告知补正日期",
        kind="date",
        source=article("第三十二条"),
    ),
    Field(key="corrections", label="需要补正的全部内容", kind="long_text"),
    Field(key="corrected", label="补正齐全日期", kind="date"),
    Field(
        key="listed",
        label="事项在公布的许可清单内",
        kind="boolean",
        examples=("是",),
        source=BUSINESS_ENVIRONMENT.article("第四十条"),
    ),
    Field(
        key="receipt",
        label="已出具加盖专用印章、注明日期的书面凭证",
        kind="boolean",
        examples=("是",),
        source=article("第三十二条"),
    ),
    Field(key="accepted", label="受理日期", kind="date"),
    Field(
        key="handling",
        label="办理方式",
        kind="choice",
        choices=HANDLINGS,
        source=article("第四十二条"),
    ),
    Field(key="inspection_needed", label="需要检验、检测、检疫", kind="boolean"),
    Field(key="declined", label="不予受理日期", kind="date"),
    Field(key="decline_reasons", label="不予受理的理由", kind="long_text"),
    Field(key="withdrawn", label="撤回申请日期", kind="date"),
)
_REVIEW = (
    Field(
        key="inspection_assigned",
        label="指派检验人员日期",
        kind="date",
        source=article("第五十五条"),
    ),
    Field(
        key="inspectors",
        label="检验人员人数",
        kind="integer",
        measure="人",
        expected=(2, 10),
        source=article("第五十五条"),
    ),
    Field(key="reviewed", label="审查完毕日期", kind="date"),
    Field(key="on_site", label="需要核实申请材料的实质内容", kind="boolean"),
    Field(
        key="verifiers",
        label="核查人员人数",
        kind="integer",
        measure="人",
        expected=(2, 10),
        source=article("第三十四条"),
    ),
    Field(
        key="affects_others",
        label="直接关系他人重大利益",
        kind="boolean",
        source=article("第三十六条"),
    ),
    Field(
        key="interested_heard",
        label="已告知利害关系人并听取意见",
        kind="boolean",
        examples=("是",),
    ),
    Field(
        key="extended_by", label="延长期限", kind="integer", measure="个工作日", expected=(1, 15)
    ),
    Field(key="extended_on", label="批准延长日期", kind="date"),
    Field(key="extension_reasons", label="延长期限的理由", kind="long_text"),
    Field(
        key="extension_told",
        label="已告知申请人延长的理由",
        kind="boolean",
        examples=("是",),
    ),
    Field(key="excluded_from", label="检验、鉴定、评审等开始日期", kind="date"),
    Field(key="excluded_to", label="检验、鉴定、评审等结束日期", kind="date"),
    Field(
        key="excluded_told",
        label="已书面告知申请人所需时间",
        kind="boolean",
        examples=("是",),
        source=article("第四十五条"),
    ),
)
_HEARING = (
    Field(
        key="public_hearing",
        label="属于涉及公共利益的重大许可",
        kind="boolean",
        examples=("否",),
        help="应当向社会公告并举行听证。",
        source=article("第四十六条"),
    ),
    Field(
        key="hearing_informed",
        label="告知听证权利日期",
        kind="date",
        source=article("第四十七条"),
    ),
    Field(key="hearing_requested", label="收到听证申请日期", kind="date"),
    Field(key="hearing_waived", label="放弃听证日期", kind="date"),
    Field(key="hearing_notified", label="通知听证时间、地点日期", kind="date"),
    Field(key="hearing", label="举行听证日期", kind="date"),
)
_DECISION = (
    Field(key="decided", label="许可决定日期", kind="date"),
    Field(
        key="decision_name",
        label="决定文书名称",
        examples=("准予行政许可决定书",),
    ),
    Field(key="decision_number", label="决定文书号", kind="instrument"),
    Field(
        key="on_record",
        label="已根据听证笔录作出决定",
        kind="boolean",
        examples=("是",),
        source=article("第四十八条"),
    ),
    Field(key="content", label="许可内容", kind="long_text"),
    Field(key="certificate", label="许可证书名称", examples=("食品经营许可证",)),
    Field(key="licence_number", label="许可编号", examples=("XK2026001（虚构）",)),
    Field(key="valid_from", label="有效期自", kind="date"),
    Field(key="valid_until", label="有效期至", kind="date"),
    Field(
        key="refusal_reasons",
        label="不予许可的理由",
        kind="long_text",
        source=article("第三十八条"),
    ),
    Field(
        key="remedies_told",
        label="已告知复议、诉讼的权利",
        kind="boolean",
        examples=("是",),
    ),
    Field(
        key="false_material",
        label="隐瞒有关情况或者提供虚假材料申请",
        kind="boolean",
        examples=("否",),
        source=article("第七十八条"),
    ),
    Field(
        key="public_safety",
        label="直接关系公共安全、人身健康、生命财产安全",
        kind="boolean",
        source=article("第七十八条"),
    ),
    Field(key="warned", label="已给予警告", kind="boolean", examples=("是",)),
    Field(
        key="banned_until",
        label="不得再次申请的最后一日",
        kind="date",
        computed=bans.banned_for_false_material,
        help="以虚假材料申请、直接关系公共安全等的，自不予受理、不予许可起算。",
        source=article("第七十八条"),
    ),
    Field(key="delivered", label="颁发、送达日期", kind="date", source=article("第四十四条")),
    Field(key="published", label="公开日期", kind="date", source=article("第四十条")),
)
FIELDS = (*_APPLICATION, *_ACCEPTANCE, *_REVIEW, *_HEARING, *_DECISION)
"""All of them."""
