"""What is recorded from acceptance to the draft of the decision: papers, parties, hearing, stays."""

from zhunsheng.domains.reconsideration.registers.shared import HEADS, article, regulation
from zhunsheng.engine.registers.fields import Choice, Field

ACCEPTANCE = (
    Field(
        key="incomplete",
        label="材料不齐或者表述不清",
        kind="boolean",
        source=article("第三十一条"),
        examples=("否",),
    ),
    Field(
        key="correction_notified",
        label="书面通知补正日期",
        kind="date",
        source=article("第三十一条"),
    ),
    Field(
        key="correction_items",
        label="需要补正的事项",
        kind="long_text",
        source=article("第三十一条"),
        help="一次写明全部事项。",
    ),
    Field(
        key="correction_extended",
        label="补正延长日数",
        kind="integer",
        measure="个工作日",
        source=article("第三十一条"),
    ),
    Field(key="correction_extended_on", label="补正延长日期", kind="date"),
    Field(key="corrected", label="收到补正日期", kind="date", source=article("第三十一条")),
    Field(key="abandoned", label="视为放弃日期", kind="date", source=article("第三十一条")),
    Field(
        key="without_cause",
        label="逾期不补正没有正当理由",
        kind="boolean",
        source=article("第三十一条"),
    ),
    Field(key="accepted", label="受理日期", kind="date", source=article("第三十条")),
    Field(
        key="deemed_accepted",
        label="期满视为受理",
        kind="boolean",
        source=article("第三十条"),
        help="审查期限届满没有作出不予受理决定的，受理日期填届满之日。",
    ),
    Field(
        key="track",
        label="审理程序",
        kind="choice",
        source=article("第五十三条"),
        choices=(
            Choice(key="ordinary", label="普通程序"),
            Choice(key="summary", label="简易程序"),
        ),
    ),
    Field(
        key="summary_ground",
        label="适用简易程序的情形",
        kind="choice",
        source=article("第五十三条"),
        choices=(
            Choice(key="amount", label="案件涉及款额3000元以下"),
            Choice(key="consent", label="当事人各方同意"),
            Choice(key="other", label="第一款的其他情形（写明）"),
        ),
    ),
    Field(key="amount", label="案件涉及款额", kind="money", source=article("第五十三条")),
    Field(key="summary_reasons", label="适用简易程序的说明", kind="long_text"),
    Field(
        key="major",
        label="重大、疑难、复杂案件",
        kind="boolean",
        source=article("第五十条"),
        help="重大、疑难、复杂的案件应当组织听证，不走简易程序。",
        examples=("否",),
    ),
    Field(
        key="handler",
        label="承办人",
        kind="reference",
        refers_to="reconsideration.officer",
    ),
    Field(key="refused", label="不予受理日期", kind="date", source=article("第三十条")),
    Field(
        key="refusal_reasons",
        label="不予受理的理由",
        kind="long_text",
        source=article("第三十条"),
    ),
    Field(
        key="competent_organ",
        label="有管辖权的复议机关",
        source=article("第三十条"),
        help="不属于本机关管辖的，告知申请人。",
    ),
)

ANSWER = (
    Field(key="served", label="副本送达被申请人日期", kind="date", source=article("第四十八条")),
    Field(key="answered", label="被申请人答复日期", kind="date", source=article("第四十八条")),
    Field(key="answer", label="答复书和证据材料", kind="attachments", source=article("第四十八条")),
    Field(
        key="self_collected",
        label="有复议期间自行收集的证据",
        kind="boolean",
        source=article("第四十六条"),
    ),
    Field(
        key="self_collected_excluded",
        label="自行收集的证据已排除",
        kind="boolean",
        source=article("第四十六条"),
    ),
    Field(
        key="answer_lapsed",
        label="认定逾期未答复日期",
        kind="date",
        source=article("第七十条"),
    ),
)

TRIAL = (
    Field(key="heard", label="听取意见日期", kind="date", source=article("第四十九条")),
    Field(
        key="heard_how",
        label="听取意见方式",
        kind="choice",
        source=article("第四十九条"),
        choices=(
            Choice(key="in_person", label="当面"),
            Choice(key="online", label="互联网"),
            Choice(key="telephone", label="电话"),
        ),
    ),
    Field(key="heard_record", label="听取意见记录", kind="long_text", personal=True),
    Field(
        key="hearing_notified",
        label="听证书面通知日期",
        kind="date",
        source=article("第五十一条"),
    ),
    Field(key="hearing", label="听证日期", kind="date", source=article("第五十一条")),
    Field(key="hearing_place", label="听证地点", source=article("第五十一条")),
    Field(key="hearing_matters", label="听证事项", kind="long_text", source=article("第五十一条")),
    Field(key="presider", label="听证主持人", kind="person", source=article("第五十条")),
    Field(
        key="hearers",
        label="听证员人数",
        kind="integer",
        measure="人",
        source=article("第五十条"),
    ),
    Field(key="recorder", label="听证记录员", kind="person", source=article("第五十条")),
    Field(
        key="head_attended",
        label="被申请人负责人参加听证",
        kind="boolean",
        source=article("第五十一条"),
    ),
    Field(key="head_name", label="参加听证的负责人", kind="person"),
    Field(key="head_post", label="负责人职务类别", kind="choice", choices=HEADS),
    Field(
        key="absence_reasons",
        label="负责人不能参加的理由",
        kind="long_text",
        source=article("第五十一条"),
    ),
    Field(
        key="staff_sent",
        label="委托参加的工作人员",
        kind="person",
        source=article("第五十一条"),
    ),
    Field(
        key="absence_handling",
        label="缺席的处理",
        kind="long_text",
        help="重大关注案件负责人缺席的，写明怎样处理。",
    ),
    Field(
        key="committee_grounds",
        label="提请委员会咨询的情形",
        kind="choice",
        several=True,
        source=article("第五十二条"),
        choices=(
            Choice(key="major", label="案情重大、疑难、复杂"),
            Choice(key="professional", label="专业性、技术性较强"),
            Choice(key="other", label="第五十二条的其他情形"),
            Choice(key="none", label="不属于"),
        ),
        examples=("none",),
    ),
    Field(
        key="committee_asked",
        label="提请委员会咨询日期",
        kind="date",
        source=article("第五十二条"),
    ),
    Field(
        key="committee",
        label="参加咨询的委员",
        kind="rows",
        columns=(
            Field(
                key="member",
                label="委员",
                kind="reference",
                refers_to="reconsideration.committee_member",
                required=True,
            ),
        ),
    ),
    Field(
        key="committee_opinion",
        label="委员会咨询意见",
        kind="long_text",
        source=article("第五十二条"),
    ),
    Field(key="investigated", label="调查取证日期", kind="date", source=article("第四十五条")),
    Field(
        key="investigators",
        label="调查人员人数",
        kind="integer",
        measure="人",
        source=article("第四十五条"),
    ),
    Field(
        key="papers_shown",
        label="已出示工作证件",
        kind="boolean",
        source=article("第四十五条"),
    ),
    Field(key="appraisal_from", label="鉴定开始日期", kind="date", source=regulation("第三十七条")),
    Field(key="appraisal_to", label="鉴定结束日期", kind="date", source=regulation("第三十七条")),
    Field(
        key="inspection_from",
        label="现场勘验开始日期",
        kind="date",
        source=regulation("第三十四条"),
    ),
    Field(
        key="inspection_to",
        label="现场勘验结束日期",
        kind="date",
        source=regulation("第三十四条"),
    ),
    Field(
        key="execution_stayed",
        label="决定停止执行日期",
        kind="date",
        source=article("第四十二条"),
    ),
    Field(
        key="execution_stay_ground",
        label="停止执行的情形",
        kind="long_text",
        source=article("第四十二条"),
        help="写明属于第四十二条四类情形的哪一类。",
    ),
)

STAYS = (
    Field(key="suspended", label="中止日期", kind="date", source=article("第三十九条")),
    Field(
        key="suspension_ground",
        label="中止的情形",
        kind="choice",
        source=article("第三十九条"),
        choices=(
            Choice(key="item_1", label="第三十九条第一款第一项"),
            Choice(key="item_2", label="第三十九条第一款第二项"),
            Choice(key="item_4", label="第三十九条第一款第四项"),
            Choice(key="other_item", label="第三十九条第一款的其他各项"),
        ),
    ),
    Field(key="suspension_reasons", label="中止的理由", kind="long_text"),
    Field(
        key="suspension_told",
        label="书面告知中止日期",
        kind="date",
        source=article("第三十九条"),
    ),
    Field(key="resumed", label="恢复审理日期", kind="date", source=article("第三十九条")),
    Field(
        key="resumption_told",
        label="书面告知恢复日期",
        kind="date",
        source=article("第三十九条"),
    ),
    Field(key="mediating_from", label="调解中止日期", kind="date", source=article("第三十九条")),
    Field(
        key="both_agree",
        label="申请人和被申请人同意中止",
        kind="boolean",
        source=article("第三十九条"),
    ),
    Field(key="mediating_to", label="调解恢复审理日期", kind="date", source=article("第三十九条")),
    Field(
        key="reviewing_from", label="附带审查中止日期", kind="date", source=article("第三十九条")
    ),
    Field(
        key="reviewing_to",
        label="附带审查恢复审理日期",
        kind="date",
        source=article("第三十九条"),
    ),
    Field(
        key="document_review",
        label="附带审查结果",
        kind="long_text",
        source=article("第五十六条"),
    ),
    Field(key="converted", label="转为普通程序日期", kind="date", source=article("第五十五条")),
    Field(
        key="conversion_approved_by",
        label="批准转程序的负责人",
        kind="person",
        source=article("第五十五条"),
    ),
    Field(
        key="extended_by",
        label="延长日数",
        kind="integer",
        measure="日",
        expected=(1, 30),
        source=article("第六十二条"),
    ),
    Field(
        key="extension_approved_by",
        label="批准延长的复议机构负责人",
        kind="person",
        source=article("第六十二条"),
    ),
    Field(
        key="extension_told",
        label="书面告知延长日期",
        kind="date",
        source=article("第六十二条"),
    ),
    Field(key="extension_reasons", label="延长的理由", kind="long_text"),
)

FIELDS = (*ACCEPTANCE, *ANSWER, *TRIAL, *STAYS)
