"""The disclosure attribute of every document: no document is closed without it."""

from zhunsheng.domains.openness.registers.shared import ADDRESS, PUBLISHED, article
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock


def _is_proactive(document: Values) -> bool:
    return bool(document.get("attribute") == "proactive")


GROUNDS = (
    Choice(key="state_secret", label="国家秘密", group="第十四条"),
    Choice(key="forbidden_by_law", label="法律、行政法规禁止公开", group="第十四条"),
    Choice(key="endangering", label="可能危及国家安全等“三安全一稳定”", group="第十四条"),
    Choice(key="third_party_rights", label="商业秘密、个人隐私", group="第十五条"),
    Choice(key="internal_affairs", label="内部事务信息", group="第十六条"),
    Choice(key="in_process", label="过程性信息", group="第十六条"),
    Choice(key="case_files", label="行政执法案卷信息", group="第十六条"),
)

FIELDS = (
    Field(
        key="name",
        label="公文标题",
        required=True,
        examples=(
            "关于做好防汛工作的通知",
            "关于印发年度计划的通知",
            "关于调整领导小组成员的通知",
            "关于开展专项检查的通知",
        ),
    ),
    Field(key="drafted", label="拟稿日期", kind="date", required=True),
    Field(
        key="attribute",
        label="公开属性",
        kind="choice",
        choices=(
            Choice(key="proactive", label="主动公开"),
            Choice(key="on_request", label="依申请公开"),
            Choice(key="closed", label="不予公开"),
        ),
        source=article("第十七条"),
    ),
    Field(key="ground", label="不予公开的情形", kind="choice", choices=GROUNDS),
    Field(key="reasons", label="不予公开的理由", kind="long_text"),
    Field(
        key="reviewer",
        label="审查人",
        kind="person",
        source=article("第十七条"),
    ),
    Field(key="document_number", label="发文字号", kind="instrument"),
    Field(key="issued", label="成文日期", kind="date"),
    PUBLISHED,
    ADDRESS,
)

STATES = (
    State(key="drafted", label="拟稿"),
    State(key="proposed", label="已拟定属性"),
    State(key="reviewed", label="已审定"),
    State(key="issued", label="已印发"),
    State(key="closed", label="办结", final=True),
)

STEPS = (
    Step(
        key="propose",
        label="拟定公开属性",
        comes_from=("drafted",),
        leads_to="proposed",
        requires=("attribute",),
        asks=("ground", "reasons"),
        source=article("第十七条"),
        gates=(
            Gate(
                key="ground_named",
                needs="不予公开的公文，须写明属于哪一种不予公开的情形。",
                open_when=lambda document: (
                    document.get("attribute") != "closed" or bool(document.get("ground"))
                ),
                source=article("第十四条至第十六条"),
            ),
            Gate(
                key="reasons_given",
                needs="不予公开的公文须写明理由。",
                open_when=lambda document: (
                    document.get("attribute") != "closed" or bool(document.get("reasons"))
                ),
                source=article("第十七条"),
            ),
        ),
    ),
    Step(
        key="return",
        label="退回修改",
        comes_from=("proposed",),
        leads_to="drafted",
        by=("approver",),
    ),
    Step(
        key="review",
        label="审定公开属性",
        comes_from=("proposed",),
        leads_to="reviewed",
        by=("approver",),
        requires=("reviewer",),
        source=article("第十七条"),
        approves=True,
    ),
    Step(
        key="issue",
        label="印发",
        comes_from=("reviewed",),
        leads_to="issued",
        requires=("issued",),
        asks=("document_number",),
    ),
    Step(
        key="close",
        label="办结",
        comes_from=("issued",),
        leads_to="closed",
        asks=("published", "address"),
        gates=(
            Gate(
                key="published_before_closing",
                needs="主动公开的公文，公开以后才能办结。",
                open_when=lambda document: (
                    not _is_proactive(document) or bool(document.get("published"))
                ),
                source=article("第二十六条"),
            ),
        ),
    ),
)

DOCUMENT_ATTRIBUTE = Register(
    key="document_attribute",
    label="公文公开属性",
    shape="case",
    basis="政府信息公开条例（国务院令第711号）第十四条至第十七条",
    says="每件公文的公开属性，从拟稿到办结：没有属性的不能印发，更不能办结。",
    title="name",
    happened="drafted",
    face=("document_number", "attribute", "issued"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=(
        RegisterClock(
            clock="proactive_disclosure", starts="issued", ends="published", when=_is_proactive
        ),
    ),
)
