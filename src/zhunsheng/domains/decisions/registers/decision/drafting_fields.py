"""What is recorded while a draft is written, heard, argued and assessed."""

from zhunsheng.domains.decisions.registers.shared import ADOPTION, RISK_LEVELS, article
from zhunsheng.engine.registers.fields import Choice, Field

_UNITS = (
    Field(key="units_consulted", label="部门协商日期", kind="date", source=article("第十三条")),
    Field(key="units_opinions", label="部门协商情况", kind="long_text"),
    Field(key="units_disagree", label="部门意见不能一致", kind="boolean"),
    Field(
        key="dispute",
        label="争议说明",
        kind="long_text",
        source=article("第十三条"),
        help="争议的主要问题、有关单位的意见，承办单位的意见、理由和依据。",
    ),
    Field(
        key="alternatives",
        label="备选方案数",
        kind="integer",
        expected=(1, 5),
        source=article("第十二条"),
        help="分歧较大的，可以提出两个以上方案。",
    ),
    Field(key="draft", label="决策草案及说明", kind="attachments"),
)

_PUBLIC = (
    Field(
        key="comment_published",
        label="公布决策草案日期",
        kind="date",
        source=article("第十五条"),
    ),
    Field(key="comment_address", label="征求意见公告网址"),
    Field(key="comment_shortened", label="缩短征求意见期限", kind="boolean"),
    Field(
        key="comment_shortened_reason",
        label="公告中说明的缩短理由",
        source=article("第十五条"),
        help="一般不少于30日；因情况紧急等需要缩短的，公开征求意见时应当说明。",
    ),
    Field(
        key="comment_closed",
        label="征求意见结束日期",
        kind="date",
        source=article("第十五条"),
    ),
    Field(key="opinions_received", label="收到意见数", kind="integer", measure="条"),
    Field(
        key="groups_heard",
        label="与特定群体协商日期",
        kind="date",
        source=article("第十四条"),
    ),
    Field(key="groups_opinions", label="相关群体的意见建议", kind="long_text"),
    Field(key="hearing", label="听证会日期", kind="date", source=article("第十六条")),
    Field(key="hearing_selection", label="听证参加人遴选办法"),
    Field(
        key="hearing_list_published",
        label="听证参加人名单公布日期",
        kind="date",
        source=article("第十六条"),
    ),
    Field(
        key="hearing_materials_served",
        label="听证材料送达日期",
        kind="date",
        source=article("第十六条"),
        help="应在听证会召开7日前送达。",
    ),
    Field(key="hearing_record", label="听证记录和报告", kind="long_text"),
    Field(
        key="other_participation",
        label="其他听取意见的方式",
        source=article("第十四条"),
        help="如座谈会、实地走访、问卷调查。",
    ),
    Field(
        key="adoption",
        label="意见采纳情况表",
        kind="rows",
        source=article("第十八条"),
        columns=(
            Field(
                key="origin",
                label="意见来源",
                kind="choice",
                choices=(
                    Choice(key="public", label="公开征求意见"),
                    Choice(key="hearing", label="听证会"),
                    Choice(key="groups", label="特定群体"),
                    Choice(key="other", label="其他方式"),
                ),
            ),
            Field(key="opinion", label="意见内容", kind="long_text", required=True),
            Field(key="alike", label="相同意见数", kind="integer"),
            Field(key="adopted", label="采纳情况", kind="choice", choices=ADOPTION, required=True),
            Field(key="reason", label="理由"),
        ),
    ),
    Field(key="adoption_done", label="意见处理完成日期", kind="date", source=article("第十八条")),
    Field(key="adoption_published", label="反馈采纳情况日期", kind="date"),
)

_EXPERTS = (
    Field(
        key="experts",
        label="专家论证意见",
        kind="rows",
        source=article("第十九条"),
        columns=(
            Field(
                key="expert",
                label="专家、专业机构",
                kind="reference",
                refers_to="decisions.expert",
                required=True,
            ),
            Field(key="interested", label="有直接利害关系", kind="boolean", required=True),
            Field(key="signed", label="书面意见已署名、盖章", kind="boolean", required=True),
            Field(
                key="stance",
                label="意见",
                kind="choice",
                required=True,
                choices=(
                    Choice(key="supports", label="可行"),
                    Choice(key="conditional", label="修改后可行"),
                    Choice(key="opposes", label="不可行"),
                ),
            ),
            Field(key="opinion", label="论证意见", kind="long_text", required=True),
            Field(key="adopted", label="采纳情况", kind="choice", choices=ADOPTION, required=True),
            Field(key="reason", label="理由"),
        ),
    ),
    Field(key="argued", label="专家论证日期", kind="date", source=article("第十九条")),
)

_RISK = (
    Field(
        key="risk_assessment",
        label="风险评估",
        kind="reference",
        refers_to="decisions.risk_assessment",
        brings=("state", "level"),
        source=article("第二十三条"),
    ),
    Field(key="risk_assessed", label="风险评估完成日期", kind="date"),
    Field(
        key="risk_reported",
        label="已形成评估报告",
        kind="boolean",
        computed=lambda decision: (
            decision.get("risk_assessment.state") == "concluded"
            if decision.get("risk_assessment")
            else None
        ),
    ),
    Field(
        key="risk_level",
        label="评定的风险等级",
        kind="choice",
        choices=RISK_LEVELS,
        computed=lambda decision: decision.get("risk_assessment.level"),
        help="由所填的风险评估带出。",
    ),
    Field(
        key="risk_controllable",
        label="决策机关认为风险可控",
        kind="boolean",
        source=article("第二十四条"),
    ),
    Field(
        key="risk_measures",
        label="为使风险可控而作的调整",
        kind="long_text",
        source=article("第二十四条"),
        help="高风险或者不可控的，写明对草案作了什么调整、采取了什么措施。",
    ),
)

_COMPETITION = (
    Field(
        key="competition",
        label="公平竞争审查结论",
        kind="choice",
        choices=(
            Choice(key="passes", label="符合"),
            Choice(key="exception", label="符合例外规定"),
            Choice(key="violates", label="不符合"),
        ),
        source=article("第二十九条"),
    ),
    Field(key="competition_reviewed", label="公平竞争审查日期", kind="date"),
)

DRAFTING = (*_UNITS, *_PUBLIC, *_EXPERTS, *_RISK, *_COMPETITION)
