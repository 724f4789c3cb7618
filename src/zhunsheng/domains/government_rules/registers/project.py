"""A legislative project of the yearly plan: from its place in the plan to filing."""

from zhunsheng.domains.government_rules.instruments import LEGISLATION_LAW, RULE_MAKING_PROCEDURE
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock

article = RULE_MAKING_PROCEDURE.article


def _is_rule(project: Values) -> bool:
    return project.get("kind") == "rule"


def _filed_with_all(project: Values) -> bool:
    # 第一百零九条：设区的市、自治州的规章应当同时报省人大常委会和省政府备案。
    wanted = {"state_council", "congress", "provincial_congress", "provincial_government"}
    return wanted <= set(project.get("filed_with") or ())


FIELD_CHOICES = (
    Choice(key="environment", label="生态环境保护"),
    Choice(key="industries", label="新兴产业发展"),
    Choice(key="livelihood", label="民生保障"),
    Choice(key="countryside", label="乡村振兴"),
    Choice(key="intellectual_property", label="知识产权"),
    Choice(key="other", label="其他"),
)
"""The fields of legislation that the plans name, and the rest."""

FIELDS = (
    Field(
        key="name",
        label="立法项目",
        required=True,
        examples=("物业管理规定", "河道保护规定", "非机动车管理办法", "乡村振兴促进规定"),
    ),
    Field(
        key="kind",
        label="种类",
        kind="choice",
        required=True,
        choices=(
            Choice(key="rule", label="政府规章"),
            Choice(key="bill", label="地方性法规草案"),
        ),
    ),
    Field(
        key="field",
        label="领域",
        kind="choice",
        required=True,
        choices=FIELD_CHOICES,
    ),
    Field(key="drafter", label="起草单位", kind="unit", required=True),
    Field(key="planned", label="列入计划日期", kind="date", required=True),
    Field(key="until", label="应报送审议日期", kind="date", required=True),
    Field(
        key="derogates",
        label="没有上位法依据而减损权利、增加义务",
        kind="boolean",
        source=LEGISLATION_LAW.article("第九十三条"),
    ),
    Field(key="drafted", label="草案完成日期", kind="date"),
    Field(key="published_draft", label="公布草案日期", kind="date", source=article("第十五条")),
    Field(key="hearing_announced", label="听证会公告日期", kind="date", source=article("第十六条")),
    Field(key="hearing", label="听证会日期", kind="date"),
    Field(key="closed", label="结束征求意见日期", kind="date"),
    Field(key="secret", label="依法需要保密", kind="boolean", required=True),
    Field(
        key="shortened",
        label="缩短征求意见期的理由",
        kind="long_text",
        help="期限是“一般不少于30日”；确需缩短的写明理由，记录会一直显示期限不足。",
    ),
    Field(
        key="legality_review",
        label="合法性审核记录",
        kind="reference",
        refers_to="legality_review.review",
    ),
    Field(
        key="meeting_kind",
        label="审议会议",
        kind="choice",
        choices=(
            Choice(key="standing", label="政府常务会议"),
            Choice(key="plenary", label="政府全体会议"),
            Choice(key="other", label="其他会议"),
        ),
        source=article("第二十七条"),
    ),
    Field(key="decided", label="审议日期", kind="date"),
    Field(key="proposed_bill", label="提请人大审议日期", kind="date"),
    Field(key="published", label="公布日期", kind="date"),
    Field(key="effective", label="施行日期", kind="date", source=article("第三十二条")),
    Field(
        key="immediate",
        label="公布即施行的法定理由",
        kind="long_text",
        help="涉及国家安全等法定情形的才写。",
    ),
    Field(key="filed", label="报送备案日期", kind="date"),
    Field(
        key="filed_with",
        label="报送机关",
        kind="choice",
        several=True,
        choices=(
            Choice(key="state_council", label="国务院"),
            Choice(key="congress", label="本级人大常委会"),
            Choice(key="provincial_congress", label="省人大常委会"),
            Choice(key="provincial_government", label="省政府"),
        ),
        source=LEGISLATION_LAW.article("第一百零九条"),
    ),
    Field(key="withdrawn", label="调整出计划日期", kind="date"),
    Field(key="withdrawal_reasons", label="调整理由", kind="long_text"),
)

STATES = (
    State(key="planned", label="已列入计划"),
    State(key="drafted", label="已有草案"),
    State(key="commenting", label="公开征求意见中"),
    State(key="consulted", label="已征求意见"),
    State(key="decided", label="已审议"),
    State(key="published", label="已公布，待备案"),
    State(key="filed", label="已备案", final=True),
    State(key="proposed", label="已提请人大审议", final=True),
    State(key="withdrawn", label="调整出计划", final=True),
)

STEPS = (
    Step(
        key="draft",
        label="完成草案",
        comes_from=("planned",),
        leads_to="drafted",
        requires=("drafted", "derogates"),
        gates=(
            Gate(
                key="no_derogation",
                needs="没有上位法依据，不得减损权利、增加义务。请删去这些内容。",
                open_when=lambda project: not project.get("derogates"),
                source=LEGISLATION_LAW.article("第九十三条"),
            ),
        ),
    ),
    Step(
        key="open_comments",
        label="公布草案征求意见",
        comes_from=("drafted",),
        leads_to="commenting",
        requires=("published_draft",),
        asks=("hearing_announced", "hearing"),
        source=article("第十五条"),
    ),
    Step(
        key="close_comments",
        label="结束征求意见",
        comes_from=("commenting",),
        leads_to="consulted",
        requires=("closed",),
        asks=("shortened",),
    ),
    Step(
        key="skip_comments",
        label="依法保密，不公开征求意见",
        comes_from=("drafted",),
        leads_to="consulted",
        asks=("secret",),
        gates=(
            Gate(
                key="secret",
                needs="除依法需要保密的以外，草案须公布征求意见。请办理“公布草案征求意见”。",
                open_when=lambda project: bool(project.get("secret")),
                source=article("第十五条"),
            ),
        ),
    ),
    Step(
        key="decide",
        label="审议",
        comes_from=("consulted",),
        leads_to="decided",
        requires=("meeting_kind", "decided"),
        asks=("legality_review",),
        source=article("第二十七条"),
        gates=(
            Gate(
                key="by_the_right_meeting",
                needs="政府规章须经政府常务会议或者全体会议决定。",
                open_when=lambda project: (
                    not _is_rule(project) or project.get("meeting_kind") in {"standing", "plenary"}
                ),
                source=article("第二十七条"),
            ),
        ),
    ),
    Step(
        key="propose",
        label="提请人大审议",
        comes_from=("decided",),
        leads_to="proposed",
        requires=("proposed_bill",),
    ),
    Step(
        key="publish",
        label="公布规章",
        comes_from=("decided",),
        leads_to="published",
        requires=("published", "effective"),
        asks=("immediate",),
        source=article("第三十二条"),
    ),
    Step(
        key="file",
        label="报送备案",
        comes_from=("published",),
        leads_to="filed",
        requires=("filed", "filed_with"),
        source=LEGISLATION_LAW.article("第一百零九条"),
        gates=(
            Gate(
                key="filed_with_all",
                needs="市、州的规章须报国务院、本级人大常委会、省人大常委会和省政府，缺一不可。",
                open_when=_filed_with_all,
                source=LEGISLATION_LAW.article("第一百零九条"),
            ),
        ),
    ),
    Step(
        key="withdraw",
        label="调整出计划",
        comes_from=("planned", "drafted", "commenting", "consulted"),
        leads_to="withdrawn",
        requires=("withdrawn", "withdrawal_reasons"),
    ),
)

CLOCKS = (
    RegisterClock(
        clock="public_comment",
        starts="published_draft",
        ends="closed",
        when=_is_rule,
        binding=lambda project: not project.get("shortened"),
        otherwise="请继续征求意见到期满；确需缩短的，写明理由。",
    ),
    RegisterClock(
        clock="hearing_notice",
        starts="hearing",
        ends="hearing_announced",
        when=_is_rule,
    ),
    RegisterClock(
        clock="effective_date",
        when=lambda project: _is_rule(project) and not project.get("immediate"),
        binding=lambda _: True,
        otherwise="请把施行日期定在公布30日以后；有法定例外的，写明公布即施行的理由。",
    ),
    RegisterClock(clock="filing", when=_is_rule),
    RegisterClock(clock="statutory_filing", when=_is_rule),
)

PROJECT = Register(
    key="project",
    label="年度立法工作计划项目",
    shape="case",
    basis="规章制定程序条例；立法法",
    says="年度立法计划的每个项目：起草、征求意见、审议、公布、备案。只有有立法权的政府才用。",
    title="name",
    happened="planned",
    face=("field", "drafter", "until"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=CLOCKS,
    due_dates=(
        DueDate(
            key="plan",
            label="按计划报送审议",
            until="until",
            ends="decided",
            when=lambda project: not project.get("withdrawn"),
        ),
    ),
    checks=(
        Check(
            field="until",
            says="应报送审议日期不能早于列入计划日期。",
            holds=lambda project: project["until"] >= project["planned"],
        ),
    ),
)
