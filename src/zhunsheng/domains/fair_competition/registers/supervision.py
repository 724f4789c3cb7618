"""After a measure is out: spot checks by the market regulator, and reports of abuse."""

from zhunsheng.domains.fair_competition.instruments import FAIR_COMPETITION_REGULATIONS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

article = FAIR_COMPETITION_REGULATIONS.article


def _is_overdue(check: Values) -> bool:
    until, interviewed = check.get("rectify_until"), check.get("interviewed")
    return bool(until and interviewed and interviewed > until and not check.get("rectified"))


def _is_settled(check: Values) -> bool:
    return not check.get("violates") or bool(check.get("rectified"))


SPOT_CHECK = Register(
    key="spot_check",
    label="公平竞争审查抽查",
    shape="case",
    basis="公平竞争审查条例（国务院令第783号）第二十一条、第二十四条",
    says="市场监管部门抽查已出台的政策措施：发现的问题、督促整改、向本级政府报告。",
    title="measure",
    happened="checked",
    face=("checked", "responsible", "violates"),
    fields=(
        Field(
            key="measure",
            label="被抽查的政策措施",
            required=True,
            examples=("招商引资若干措施", "出租车管理办法", "政府采购补充通知"),
        ),
        Field(
            key="review",
            label="公平竞争审查记录",
            kind="reference",
            refers_to="fair_competition.review",
        ),
        Field(key="responsible", label="起草单位", kind="unit", required=True),
        Field(key="checked", label="抽查日期", kind="date", required=True),
        Field(key="violates", label="违反条例规定", kind="boolean", required=True),
        Field(key="finding", label="发现的问题", kind="long_text"),
        Field(key="ordered", label="督促整改日期", kind="date", source=article("第二十四条")),
        Field(key="rectify_until", label="整改期限", kind="date"),
        Field(key="rectified", label="整改完成日期", kind="date"),
        Field(key="rectification", label="整改情况", kind="long_text"),
        Field(key="interviewed", label="约谈日期", kind="date", source=article("第二十四条")),
        Field(key="reported", label="向本级政府报告日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="checked", label="已抽查"),
            State(key="ordered", label="整改中"),
            State(key="rectified", label="已整改"),
            State(key="reported", label="已报告", final=True),
        ),
        steps=(
            Step(
                key="order",
                label="督促整改",
                comes_from=("checked",),
                leads_to="ordered",
                requires=("ordered", "rectify_until", "finding"),
            ),
            Step(
                key="interview",
                label="约谈",
                comes_from=("ordered",),
                leads_to="ordered",
                requires=("interviewed",),
                gates=(
                    Gate(
                        key="overdue",
                        needs="整改期限届满仍未整改的，才约谈负责人。",
                        open_when=_is_overdue,
                        source=article("第二十四条"),
                    ),
                ),
            ),
            Step(
                key="rectify",
                label="整改完成",
                comes_from=("ordered",),
                leads_to="rectified",
                requires=("rectified", "rectification"),
            ),
            Step(
                key="report",
                label="报告抽查情况",
                comes_from=("checked", "rectified"),
                leads_to="reported",
                requires=("reported",),
                gates=(
                    Gate(
                        key="settled",
                        needs="发现问题的，先督促整改，整改完成再报告办结。",
                        open_when=_is_settled,
                        source=article("第二十一条"),
                    ),
                ),
            ),
        ),
    ),
    due_dates=(
        DueDate(key="rectification", label="整改", until="rectify_until", ends="rectified"),
    ),
)

COMPLAINT = Register(
    key="complaint",
    label="妨碍公平竞争举报和线索",
    shape="case",
    basis="公平竞争审查条例（国务院令第783号）第二十二条",
    says="举报和线索：反映什么行为、谁核查、是否属实、何时纠正。",
    title="act",
    happened="received",
    face=("received", "responsible", "corrected"),
    fields=(
        Field(
            key="act",
            label="反映的行为",
            required=True,
            help="不写举报人的个人信息。",
            examples=("指定本地供应商", "要求设立分支机构", "限定交易对象"),
        ),
        Field(key="reporter", label="举报人", kind="party", personal=True),
        Field(
            key="kind",
            label="行为种类",
            kind="choice",
            required=True,
            choices=(
                Choice(key="local_protection", label="地方保护"),
                Choice(key="designated_dealing", label="指定交易"),
                Choice(key="market_barrier", label="市场壁垒"),
                Choice(key="other", label="其他滥用行政权力"),
            ),
        ),
        Field(key="received", label="收到日期", kind="date", required=True),
        Field(key="responsible", label="承办单位", kind="unit"),
        Field(
            key="until",
            label="应办结日期",
            kind="date",
            help="条例要求及时处理，没有定天数；由交办人确定。",
        ),
        Field(key="transferred", label="转送日期", kind="date"),
        Field(key="found_true", label="属实", kind="boolean"),
        Field(key="finding", label="核查结论", kind="long_text"),
        Field(key="correction", label="纠正情况", kind="long_text"),
        Field(key="corrected", label="纠正日期", kind="date"),
        Field(key="handled", label="办结日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="已收到"),
            State(key="checking", label="核查中"),
            State(key="found", label="已核查"),
            State(key="closed", label="已办结", final=True),
            State(key="transferred", label="已转送", final=True),
        ),
        steps=(
            Step(
                key="assign",
                label="交办",
                comes_from=("received",),
                leads_to="checking",
                requires=("responsible", "until"),
            ),
            Step(
                key="transfer",
                label="转送有关部门",
                comes_from=("received",),
                leads_to="transferred",
                requires=("responsible", "transferred"),
            ),
            Step(
                key="find",
                label="作出核查结论",
                comes_from=("checking",),
                leads_to="found",
                requires=("found_true", "finding"),
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("found",),
                leads_to="closed",
                requires=("handled",),
                asks=("correction", "corrected"),
                gates=(
                    Gate(
                        key="corrected",
                        needs="属实的须先纠正，写明纠正情况和日期。",
                        open_when=lambda one: (
                            not one.get("found_true")
                            or bool(one.get("corrected") and one.get("correction"))
                        ),
                        source=article("第二十二条"),
                    ),
                ),
            ),
        ),
    ),
    due_dates=(DueDate(key="handling", label="举报办理", until="until", ends="handled"),),
    checks=(
        Check(
            field="corrected",
            says="纠正日期不能早于收到日期。",
            holds=lambda one: not one.get("corrected") or one["corrected"] >= one["received"],
        ),
    ),
)
