"""What is recorded of the legality review, the meeting, the publication and the archive."""

from zhunsheng.domains.decisions.registers.decision.papers import PAPERS
from zhunsheng.domains.decisions.registers.shared import article
from zhunsheng.engine.registers.fields import Choice, Field

MEMBER_COLUMNS = (
    Field(key="post", label="职务", required=True),
    Field(key="is_chief", label="行政首长", kind="boolean", required=True),
    Field(key="agrees", label="同意", kind="boolean", required=True),
    Field(key="opinion", label="意见"),
)

_REVIEW = (
    Field(
        key="review_submitted",
        label="送请合法性审查日期",
        kind="date",
        source=article("第二十六条"),
    ),
    Field(key="legal_basis", label="法律依据", kind="long_text", source=article("第二十六条")),
    Field(
        key="procedure_statement",
        label="履行法定程序的说明",
        kind="long_text",
        source=article("第二十六条"),
    ),
    Field(key="returned", label="退回补充日期", kind="date", source=article("第二十六条")),
    Field(key="returned_reason", label="退回补充的理由", kind="long_text"),
    Field(
        key="opinion_given",
        label="出具审查意见日期",
        kind="date",
        source=article("第二十五条"),
    ),
    Field(
        key="hurried_reason",
        label="审查时间少于7个工作日的理由",
        source=article("第二十六条"),
        help="一般不少于7个工作日；确有特殊情况的写明理由。",
    ),
    Field(key="authority_lawful", label="权限合法", kind="boolean", source=article("第二十七条")),
    Field(key="procedure_lawful", label="程序合法", kind="boolean", source=article("第二十七条")),
    Field(key="content_lawful", label="内容合法", kind="boolean", source=article("第二十七条")),
    Field(
        key="counsel_opinion",
        label="法律顾问、公职律师的意见",
        kind="long_text",
        source=article("第二十八条"),
    ),
    Field(
        key="legality",
        label="合法性审查结论",
        kind="choice",
        choices=(
            Choice(key="lawful", label="合法"),
            Choice(key="to_amend", label="应当予以修改"),
            Choice(key="unlawful", label="不合法"),
        ),
        source=article("第二十五条"),
    ),
    Field(key="legality_number", label="审查意见书编号", kind="instrument"),
    Field(key="amended", label="按审查意见修改日期", kind="date"),
    Field(key="amendments", label="修改情况", kind="long_text"),
    Field(key="second_opinion", label="再次出具审查意见日期", kind="date"),
    Field(
        key="exploratory",
        label="国家尚无明确规定的探索性改革",
        kind="boolean",
        source=article("第二十五条"),
        examples=("否",),
    ),
    Field(
        key="legal_risk",
        label="向会议明示的法律风险",
        kind="long_text",
        source=article("第二十五条"),
        examples=("",),
    ),
)

_MEETING = (
    Field(key="submitted", label="提交讨论日期", kind="date", source=article("第二十九条")),
    Field(key="meeting", label="会议名称", source=article("第三十条"), examples=("第8次常务会议",)),
    Field(
        key="meeting_kind",
        label="会议类型",
        kind="choice",
        choices=(
            Choice(key="executive", label="常务会议"),
            Choice(key="plenary", label="全体会议"),
            Choice(key="other", label="其他会议"),
        ),
        source=article("第三十条"),
        help="部门、乡镇参照执行的，集体讨论会议按常务会议填写。",
    ),
    Field(key="met", label="集体讨论日期", kind="date", source=article("第三十条")),
    Field(
        key="members",
        label="参加讨论人员",
        kind="rows",
        source=article("第三十条"),
        help="按发言次序写职务，不写姓名；不同意见如实写上，作为将来减免责任的依据。",
        columns=MEMBER_COLUMNS,
    ),
    Field(
        key="chief_follows_majority",
        label="首长的决定与多数人意见一致",
        kind="boolean",
        source=article("第三十条"),
    ),
    Field(
        key="chief_reasons",
        label="首长在会上说明的理由",
        kind="long_text",
        source=article("第三十条"),
    ),
    Field(key="counsel_present", label="法律顾问列席", kind="boolean"),
    Field(key="counsel_absent_reason", label="法律顾问未列席的理由"),
    Field(key="minutes", label="会议纪要、记录编号", kind="instrument", source=article("第三十条")),
    Field(
        key="outcome",
        label="讨论结果",
        kind="choice",
        choices=(
            Choice(key="adopted", label="通过"),
            Choice(key="adopted_amended", label="修改后通过"),
            Choice(key="deferred", label="再次讨论"),
            Choice(key="rejected", label="不予通过"),
        ),
    ),
    Field(key="to_do_before_next", label="再次讨论前要做的工作", kind="long_text"),
)

_ISSUE = (
    Field(
        key="party_reported",
        label="向同级党委请示报告日期",
        kind="date",
        source=article("第三十一条"),
    ),
    Field(key="issued", label="决策文件成文日期", kind="date"),
    Field(key="document_number", label="发文字号", kind="instrument"),
    Field(key="executing_unit", label="执行单位", kind="unit", source=article("第三十四条")),
    Field(
        key="publish_until",
        label="应公布日期",
        kind="date",
        source=article("第三十二条"),
        help="条例要求及时公布，没有规定日数；按本地规定填写。",
        examples=("",),
    ),
    Field(key="published", label="公布日期", kind="date", source=article("第三十二条")),
    Field(key="address", label="公布网址", source=article("第三十二条")),
    Field(
        key="widely_concerned",
        label="社会公众普遍关心",
        kind="boolean",
        source=article("第三十二条"),
    ),
    Field(
        key="explanation",
        label="意见采纳情况的说明和解读",
        kind="long_text",
        source=article("第三十二条"),
    ),
    Field(key="archived", label="归档日期", kind="date", source=article("第三十三条")),
    Field(key="archive_number", label="案卷号", kind="instrument"),
    Field(
        key="archived_papers",
        label="归档材料",
        kind="choice",
        several=True,
        choices=PAPERS,
        source=article("第三十三条"),
    ),
)

RESOLUTION = (*_REVIEW, *_MEETING, *_ISSUE)
