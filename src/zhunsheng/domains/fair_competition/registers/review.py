"""Fair competition review of a measure: opinions heard, four standards, a conclusion, then issue."""

from zhunsheng.domains.fair_competition.instruments import FAIR_COMPETITION_REGULATIONS
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

article = FAIR_COMPETITION_REGULATIONS.article

STANDARDS = ("limits_entry", "limits_flow", "affects_cost", "affects_conduct")
"""The four standards of articles 8 to 11, each answered by yes where the draft offends against it."""

MAY_BE_ISSUED = frozenset({"no_effect", "exception"})

CONCLUSIONS = (
    Choice(key="no_effect", label="符合审查标准，可以出台"),
    Choice(key="exception", label="适用例外规定，可以出台"),
    Choice(key="forbidden", label="不得出台"),
)

EXCEPTIONS = (
    Choice(key="first", label="第一项"),
    Choice(key="second", label="第二项"),
    Choice(key="third", label="第三项"),
    Choice(key="fourth", label="第四项"),
)


def _offends(review: Values) -> bool:
    return any(review.get(standard) for standard in STANDARDS)


def _exception_holds(review: Values) -> bool:
    # 第十二条：没有对公平竞争影响更小的替代方案，并能够确定合理的实施期限或者终止条件。
    ends = review.get("exception_until") or review.get("exception_ends_when")
    return review.get("conclusion") != "exception" or bool(
        review.get("exception_ground") and review.get("no_alternative") and ends
    )


def _explained(review: Values) -> bool:
    return review.get("conclusion") != "exception" or bool(review.get("exception_reasons"))


def _reviewed_by_market_regulator(review: Values) -> bool:
    sent, concluded = review.get("sent"), review.get("concluded")
    if review.get("level") != "government":
        return True
    return bool(sent and concluded and sent <= concluded)


FIELDS = (
    Field(
        key="measure",
        label="政策措施名称",
        required=True,
        examples=("招商引资若干措施", "物业服务管理办法", "公共停车场经营规定", "采购限额通知"),
    ),
    Field(
        key="kind",
        label="措施种类",
        kind="choice",
        required=True,
        source=article("第二条"),
        choices=(
            Choice(key="normative_document", label="行政规范性文件"),
            Choice(key="government_rule", label="规章"),
            Choice(key="bill", label="提请人大审议的草案"),
            Choice(key="other", label="具体政策措施"),
        ),
    ),
    Field(
        key="level",
        label="拟由谁出台",
        kind="choice",
        required=True,
        help="部门出台的由起草单位审查；政府出台或者提请人大审议的，起草单位初审后送市场监管部门审查。",
        source=article("第十三条、第十四条"),
        choices=(
            Choice(key="department", label="部门"),
            Choice(key="government", label="政府出台或者提请人大审议"),
        ),
    ),
    Field(key="drafter", label="起草单位", kind="unit", required=True),
    Field(key="started", label="开始审查日期", kind="date", required=True),
    Field(
        key="public_interest",
        label="涉及社会公众利益",
        kind="boolean",
        required=True,
        source=article("第十六条"),
    ),
    Field(key="heard", label="听取意见日期", kind="date", source=article("第十六条")),
    Field(
        key="opinions",
        label="利害关系人意见",
        kind="long_text",
        help="听取了哪些经营者、行业协会商会的意见，意见是什么。",
    ),
    Field(key="public_heard", label="已听取社会公众意见", kind="boolean"),
    Field(key="assessed", label="自审或者初审日期", kind="date", source=article("第十三条")),
    Field(
        key="limits_entry",
        label="含有限制市场准入和退出的内容",
        kind="boolean",
        source=article("第八条"),
    ),
    Field(
        key="limits_flow",
        label="含有限制商品、要素自由流动的内容",
        kind="boolean",
        source=article("第九条"),
    ),
    Field(
        key="affects_cost",
        label="没有依据而含有影响生产经营成本的内容",
        kind="boolean",
        source=article("第十条"),
        help="有法律、行政法规依据或者经国务院批准的，填“否”。",
    ),
    Field(
        key="affects_conduct",
        label="含有影响生产经营行为的内容",
        kind="boolean",
        source=article("第十一条"),
    ),
    Field(key="first_opinion", label="自审或者初审意见", kind="long_text"),
    Field(key="sent", label="送市场监管部门审查日期", kind="date", source=article("第十四条")),
    Field(key="concluded", label="审查结论日期", kind="date", source=article("第十七条")),
    Field(key="conclusion", label="审查结论", kind="choice", choices=CONCLUSIONS),
    Field(key="reviewer", label="审查人", kind="person"),
    Field(
        key="exception_ground",
        label="适用第十二条哪一项",
        kind="choice",
        choices=EXCEPTIONS,
        source=article("第十二条"),
    ),
    Field(key="exception_reasons", label="适用例外规定的说明", kind="long_text"),
    Field(key="no_alternative", label="没有影响更小的替代方案", kind="boolean"),
    Field(key="exception_until", label="例外措施实施到", kind="date"),
    Field(key="exception_ends_when", label="例外措施终止条件"),
    Field(key="revised", label="修改日期", kind="date"),
    Field(key="issued", label="出台日期", kind="date"),
    Field(key="document_number", label="发文字号", kind="instrument"),
    Field(key="dropped", label="决定不出台日期", kind="date"),
)

STATES = (
    State(key="started", label="已识别"),
    State(key="heard", label="已听取意见"),
    State(key="assessed", label="已自审或者初审"),
    State(key="sent", label="市场监管部门审查中"),
    State(key="concluded", label="已有结论"),
    State(key="issued", label="已出台", final=True),
    State(key="dropped", label="不出台", final=True),
)

CONCLUDING = (
    Gate(
        key="reviewed_by_market_regulator",
        needs="政府出台或者提请人大审议的措施，须先送市场监管部门审查，再作结论。",
        open_when=_reviewed_by_market_regulator,
        source=article("第十四条"),
    ),
    Gate(
        key="standards_kept",
        needs="含有审查标准所禁内容的，不能作“符合审查标准”的结论。请修改草案，或者适用例外规定。",
        open_when=lambda review: review.get("conclusion") != "no_effect" or not _offends(review),
        source=article("第八条至第十一条"),
    ),
    Gate(
        key="exception_holds",
        needs="适用例外规定，须写明属于哪一项、没有影响更小的替代方案，以及实施期限或者终止条件。",
        open_when=_exception_holds,
        source=article("第十二条"),
    ),
    Gate(
        key="exception_explained",
        needs="适用例外规定的，审查结论须详细说明。",
        open_when=_explained,
        source=article("第十七条"),
    ),
)

STEPS = (
    Step(
        key="hear",
        label="听取意见",
        comes_from=("started",),
        leads_to="heard",
        requires=("heard", "opinions"),
        asks=("public_heard",),
        source=article("第十六条"),
        gates=(
            Gate(
                key="public_heard",
                needs="涉及社会公众利益的，还须听取社会公众意见。",
                open_when=lambda review: (
                    not review.get("public_interest") or bool(review.get("public_heard"))
                ),
                source=article("第十六条"),
            ),
        ),
    ),
    Step(
        key="assess",
        label="自审或者初审",
        comes_from=("heard",),
        leads_to="assessed",
        requires=("assessed", *STANDARDS, "first_opinion"),
        source=article("第十三条、第十四条"),
    ),
    Step(
        key="send",
        label="送市场监管部门审查",
        comes_from=("assessed",),
        leads_to="sent",
        requires=("sent",),
        source=article("第十四条"),
    ),
    Step(
        key="conclude",
        label="作出审查结论",
        comes_from=("assessed", "sent"),
        leads_to="concluded",
        requires=("concluded", "conclusion", "reviewer"),
        asks=(
            "exception_ground",
            "exception_reasons",
            "no_alternative",
            "exception_until",
            "exception_ends_when",
        ),
        document="公平竞争审查结论书",
        source=article("第十七条"),
        gates=CONCLUDING,
    ),
    Step(
        key="revise",
        label="修改后再审",
        comes_from=("concluded",),
        leads_to="heard",
        requires=("revised",),
    ),
    Step(
        key="issue",
        label="出台",
        comes_from=("concluded",),
        leads_to="issued",
        requires=("issued",),
        asks=("document_number",),
        gates=(
            Gate(
                key="may_be_issued",
                needs="结论为不得出台的，不能出台。请修改后再审，或者不出台。",
                open_when=lambda review: review.get("conclusion") in MAY_BE_ISSUED,
                source=article("第十八条"),
            ),
        ),
    ),
    Step(
        key="drop",
        label="不出台",
        comes_from=("started", "heard", "assessed", "sent", "concluded"),
        leads_to="dropped",
        requires=("dropped",),
    ),
)

REVIEW = Register(
    key="review",
    label="公平竞争审查",
    shape="case",
    named_across=True,
    basis="公平竞争审查条例（国务院令第783号）",
    says="涉及经营者经济活动的政策措施，出台前的公平竞争审查：听取意见、对照四类标准、作出结论。",
    title="measure",
    happened="started",
    face=("started", "drafter", "conclusion"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    checks=(
        Check(
            field="heard",
            says="听取意见不能早于开始审查。",
            holds=lambda review: (
                not review.get("heard") or review["heard"] >= review.get("started", "")
            ),
        ),
        Check(
            field="concluded",
            says="审查结论不能早于听取意见；先听取意见，再作结论。",
            holds=lambda review: (
                not review.get("concluded") or review["concluded"] >= (review.get("heard") or "")
            ),
            source=article("第十六条"),
        ),
        Check(
            field="issued",
            says="出台不能早于审查结论。",
            holds=lambda review: (
                not review.get("issued") or review["issued"] >= (review.get("concluded") or "9")
            ),
            source=article("第十八条"),
        ),
    ),
)
