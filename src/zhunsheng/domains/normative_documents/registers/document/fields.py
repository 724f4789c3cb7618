"""What is recorded of a normative document, in the order it is written."""

from zhunsheng.domains.normative_documents.instruments import (
    BUSINESS_ENVIRONMENT,
    LOCAL_GOVERNMENTS_LAW,
    NOTICE_37,
)
from zhunsheng.domains.normative_documents.registers.document.reviews import REVIEWS
from zhunsheng.domains.normative_documents.registers.makers import KINDS, RULE_SETS
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Values


def _on_list(document: Values) -> bool:
    since, until = document.get("maker.since"), document.get("maker.until")
    on = document.get("initiated") or ""
    return bool(since and since <= on and (not until or on <= until))


def _number_taken(document: Values) -> bool:
    own = document.get("document_number")
    others = document.get("maker.fellows") or ()
    return bool(own) and any(other.get("document_number") == own for other in others)


def _adopted(document: Values) -> int:
    rows = document.get("adoption_table") or ()
    return sum(row.get("adopted") in {"adopted", "partly"} for row in rows)


def _filed_in_a_later_year(document: Values) -> bool:
    published, filed = document.get("published"), document.get("filed")
    return bool(published and filed and published[:4] < filed[:4])


DRAFT = (
    Field(
        key="name",
        label="文件名称",
        required=True,
        examples=("住房补贴办法", "城市停车管理规定", "农村公路养护办法", "集贸市场管理办法"),
    ),
    Field(
        key="maker",
        label="制定主体",
        kind="reference",
        refers_to="normative_documents.maker",
        required=True,
        brings=("since", "until", "kind", "rule_set", "filing_days", "fellows"),
        help="从制定主体清单中选；清单以外的单位不得制定。",
    ),
    Field(
        key="on_list",
        label="起草时在制定主体清单内",
        kind="boolean",
        computed=_on_list,
    ),
    Field(
        key="maker_kind",
        label="制定主体种类",
        kind="choice",
        choices=KINDS,
        computed=lambda document: document.get("maker.kind"),
    ),
    Field(
        key="rule_set",
        label="适用的省级办法",
        kind="choice",
        choices=RULE_SETS,
        computed=lambda document: document.get("maker.rule_set"),
    ),
    Field(
        key="filing_days",
        label="备案天数",
        kind="integer",
        measure="日",
        computed=lambda document: document.get("maker.filing_days"),
    ),
    Field(key="drafter", label="起草单位", kind="unit", required=True),
    Field(key="initiated", label="启动起草日期", kind="date", required=True),
    Field(
        key="business",
        label="涉及经营者经济活动",
        kind="boolean",
        required=True,
        help="填“是”的须作公平竞争审查，先于合法性审核。",
    ),
    Field(
        key="business_close",
        label="与市场主体生产经营活动密切相关",
        kind="boolean",
        required=True,
        source=BUSINESS_ENVIRONMENT.article("第六十二条"),
    ),
    Field(
        key="major_impact",
        label="对权利义务有重大影响、涉及群众切身利益",
        kind="boolean",
        required=True,
        source=NOTICE_37.article("二（五）"),
    ),
    Field(
        key="major_interest",
        label="涉及企业、群众重大利益调整",
        kind="boolean",
        required=True,
        help="填“是”的须深入调查研究，充分听取各方面意见。",
    ),
    Field(key="secret", label="依法需要保密", kind="boolean", required=True),
    Field(key="trial", label="暂行、试行", kind="boolean", required=True),
    Field(
        key="replaces",
        label="替代的文件",
        kind="reference",
        refers_to="normative_documents.document",
    ),
    Field(
        key="assessed",
        label="评估论证日期",
        kind="date",
        source=LOCAL_GOVERNMENTS_LAW.article("第七十五条"),
    ),
    Field(
        key="assessment",
        label="评估论证结论",
        kind="long_text",
        help="必要性、可行性、合法性。",
    ),
    Field(
        key="already_regulated",
        label="上位规定已明确或者现行文件仍适用",
        kind="boolean",
        source=NOTICE_37.article("一（二）"),
    ),
    Field(
        key="forbidden_content",
        label="增加权力、减少职责，或者设定许可、处罚、强制、无谓证明",
        kind="boolean",
        source=NOTICE_37.article("一（一）"),
    ),
    Field(
        key="derogates",
        label="没有依据而减损市场主体权益、增加义务",
        kind="boolean",
        source=BUSINESS_ENVIRONMENT.article("第六十四条"),
    ),
)

PARTICIPATION = (
    Field(
        key="comment_opened",
        label="公开征求意见日期",
        kind="date",
        source=LOCAL_GOVERNMENTS_LAW.article("第七十五条"),
    ),
    Field(key="comment_address", label="征求意见网址"),
    Field(key="contact_points", label="征求基层立法联系点意见", kind="boolean"),
    Field(key="comment_closed", label="结束征求意见日期", kind="date"),
    Field(
        key="shortened",
        label="缩短征求意见期的理由",
        kind="long_text",
        help="期限是“一般不少于”；确需缩短的写明理由，记录会一直显示期限不足。",
    ),
    Field(key="no_comments", label="不公开征求意见的依据", kind="long_text"),
    Field(
        key="adoption_table",
        label="意见采纳情况",
        kind="rows",
        columns=(
            Field(
                key="source",
                label="意见来源",
                kind="choice",
                choices=(
                    Choice(key="public", label="社会公众"),
                    Choice(key="firm", label="企业"),
                    Choice(key="association", label="行业协会商会"),
                    Choice(key="expert", label="专家"),
                    Choice(key="unit", label="有关单位"),
                ),
            ),
            Field(key="opinion", label="意见", required=True, help="不写提出人的个人信息。"),
            Field(
                key="adopted",
                label="采纳情况",
                kind="choice",
                required=True,
                choices=(
                    Choice(key="adopted", label="采纳"),
                    Choice(key="partly", label="部分采纳"),
                    Choice(key="refused", label="不采纳"),
                ),
            ),
            Field(key="reason", label="没有采纳的理由"),
        ),
    ),
    Field(
        key="comments_received",
        label="收到意见",
        kind="integer",
        measure="条",
        computed=lambda document: len(document.get("adoption_table") or ()),
    ),
    Field(
        key="comments_adopted",
        label="采纳意见条数",
        kind="integer",
        measure="条",
        computed=_adopted,
    ),
    Field(
        key="firms_heard",
        label="已听取企业、行业协会商会意见",
        kind="boolean",
        source=BUSINESS_ENVIRONMENT.article("第六十二条"),
    ),
    Field(key="researched", label="已深入调查研究并听取各方面意见", kind="boolean"),
    Field(key="answered", label="公开反馈采纳情况日期", kind="date"),
)

DECISION = (
    Field(key="office_checked", label="办公机构已核对起草程序", kind="boolean"),
    Field(
        key="meeting_kind",
        label="会议种类",
        kind="choice",
        choices=(
            Choice(key="standing", label="常务会议"),
            Choice(key="plenary", label="全体会议"),
            Choice(key="office", label="办公会议"),
            Choice(key="none", label="没有开会，传签或者个人决定"),
        ),
    ),
    Field(key="decided", label="集体审议日期", kind="date"),
    Field(key="minutes", label="会议纪要编号"),
    Field(
        key="decision",
        label="审议结果",
        kind="choice",
        choices=(
            Choice(key="passed", label="通过"),
            Choice(key="returned", label="退回修改"),
        ),
    ),
    Field(key="redrafted", label="退回修改日期", kind="date"),
)

PUBLICATION = (
    Field(key="registered", label="统一登记日期", kind="date"),
    Field(key="registration_number", label="登记号"),
    Field(key="document_number", label="发文字号", kind="instrument"),
    Field(key="number_taken", label="字号已被占用", kind="boolean", computed=_number_taken),
    Field(key="signer", label="签发人", kind="person"),
    Field(key="issued", label="成文（发文）日期", kind="date"),
    Field(key="published", label="公布日期", kind="date"),
    Field(key="address", label="公布网址"),
    Field(key="effective", label="施行日期", kind="date"),
    Field(
        key="favourable",
        label="为更好保护权益而溯及既往",
        kind="boolean",
    ),
    Field(
        key="transition",
        label="适应调整期",
        kind="choice",
        choices=(
            Choice(key="given", label="已留出"),
            Choice(key="not_needed", label="论证后认为不需要"),
        ),
        source=BUSINESS_ENVIRONMENT.article("第六十五条"),
    ),
    Field(
        key="interpretation",
        label="政策解读",
        kind="reference",
        refers_to="openness.interpretation",
    ),
)

FILING = (
    Field(key="filed", label="报送备案日期", kind="date"),
    Field(
        key="filed_with",
        label="报送机关",
        kind="choice",
        several=True,
        choices=(
            Choice(key="upper_government", label="上一级政府"),
            Choice(key="congress", label="本级人大常委会"),
            Choice(key="own_government", label="本级（县级）政府"),
        ),
    ),
    Field(
        key="filing_papers",
        label="报送材料",
        kind="choice",
        several=True,
        choices=(
            Choice(key="report", label="备案报告"),
            Choice(key="text", label="正式文本"),
            Choice(key="explanation", label="说明"),
            Choice(key="opinion", label="合法性审核意见"),
        ),
    ),
    Field(key="filing_number", label="备案编号"),
    Field(
        key="filed_later",
        label="跨年度报备",
        kind="boolean",
        computed=_filed_in_a_later_year,
    ),
)

END = (
    Field(
        key="valid_until",
        label="有效期至",
        kind="date",
        help="文件自己写明的；没有写的，按省级办法的有效期提醒。",
    ),
    Field(
        key="evaluation",
        label="实施后评估",
        kind="reference",
        refers_to="normative_documents.evaluation",
    ),
    Field(key="extended_on", label="决定继续有效日期", kind="date"),
    Field(
        key="end_kind",
        label="终止方式",
        kind="choice",
        choices=(
            Choice(key="repealed", label="废止"),
            Choice(key="amended", label="修改后重新公布"),
            Choice(key="expired", label="有效期届满失效"),
            Choice(key="annulled", label="被撤销"),
        ),
    ),
    Field(key="ended", label="终止日期", kind="date"),
    Field(key="end_published", label="终止公布日期", kind="date"),
    Field(key="dropped", label="停止制定日期", kind="date"),
)

FIELDS = (*DRAFT, *PARTICIPATION, *REVIEWS, *DECISION, *PUBLICATION, *FILING, *END)
