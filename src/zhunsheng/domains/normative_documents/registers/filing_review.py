"""Review of documents that were filed: every one reviewed, every error put right."""

from zhunsheng.domains.normative_documents.instruments import NOTICE_37
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

article = NOTICE_37.article("")
CHECKED = (
    ("maker_lawful", "制定主体合法"),
    ("within_powers", "没有超越权限"),
    ("content_lawful", "内容合法"),
    ("reasonable", "内容合理、适当"),
    ("procedure_kept", "制定程序合法"),
)


def _agrees(review: Values) -> bool:
    wrong = any(review.get(key) is False for key, _ in CHECKED)
    return not wrong or review.get("result") == "problem"


FIELDS = (
    Field(
        key="name",
        label="报备文件名称",
        required=True,
        examples=("住房补贴办法", "城市停车管理规定", "集贸市场管理办法"),
    ),
    Field(
        key="document",
        label="文件记录",
        kind="reference",
        refers_to="normative_documents.document",
        help="本平台里有这件文件的，填它的编号。",
    ),
    Field(key="maker", label="制定单位", kind="unit", required=True, outside=True),
    Field(key="document_number", label="发文字号", kind="instrument"),
    Field(key="published", label="公布日期", kind="date", required=True),
    Field(key="received", label="收到日期", kind="date", required=True),
    Field(key="returned", label="退回补报日期", kind="date"),
    Field(key="supplement_until", label="补报期限", kind="date"),
    Field(key="supplemented", label="补报日期", kind="date"),
    Field(key="registered", label="备案登记日期", kind="date"),
    Field(key="filing_number", label="备案编号"),
    Field(
        key="review_until",
        label="应审查完毕日期",
        kind="date",
        help="按本地规定的审查期限填。",
    ),
    *(Field(key=key, label=label, kind="boolean") for key, label in CHECKED),
    Field(key="reviewer", label="审查人", kind="person"),
    Field(key="reviewed", label="审查完毕日期", kind="date"),
    Field(
        key="result",
        label="审查结果",
        kind="choice",
        choices=(
            Choice(key="passed", label="没有发现问题"),
            Choice(key="problem", label="发现问题，须纠正"),
        ),
    ),
    Field(key="problem", label="存在的问题", kind="long_text"),
    Field(key="notified", label="纠正通知日期", kind="date"),
    Field(key="correct_until", label="纠正期限", kind="date"),
    Field(key="corrected", label="纠正日期", kind="date"),
    Field(
        key="correction",
        label="纠正方式",
        kind="choice",
        choices=(
            Choice(key="amended", label="制定单位修改"),
            Choice(key="repealed", label="制定单位废止"),
            Choice(key="annulled", label="备案机关撤销"),
        ),
    ),
    Field(key="closed", label="办结日期", kind="date"),
)

STEPS = (
    Step(
        key="return_papers",
        label="退回补报",
        comes_from=("received",),
        leads_to="returned",
        requires=("returned", "supplement_until"),
    ),
    Step(
        key="supplement",
        label="收到补报",
        comes_from=("returned",),
        leads_to="received",
        requires=("supplemented",),
    ),
    Step(
        key="register",
        label="备案登记",
        comes_from=("received",),
        leads_to="registered",
        requires=("registered", "filing_number", "review_until"),
    ),
    Step(
        key="review",
        label="审查",
        comes_from=("registered",),
        leads_to="reviewed",
        requires=(*(key for key, _ in CHECKED), "reviewer", "reviewed", "result"),
        asks=("problem",),
        gates=(
            Gate(
                key="result_agrees",
                needs="审查内容有不符合的，结果应为“发现问题，须纠正”，并写明问题。",
                open_when=lambda review: (
                    _agrees(review)
                    and (review.get("result") == "passed" or bool(review.get("problem")))
                ),
                source=article,
            ),
        ),
    ),
    Step(
        key="notify",
        label="通知纠正",
        comes_from=("reviewed",),
        leads_to="correcting",
        requires=("notified", "correct_until"),
        document="规范性文件备案审查纠正通知书",
    ),
    Step(
        key="correct",
        label="已纠正",
        comes_from=("correcting",),
        leads_to="corrected",
        requires=("corrected", "correction"),
    ),
    Step(
        key="close",
        label="办结",
        comes_from=("reviewed", "corrected"),
        leads_to="closed",
        requires=("closed",),
        gates=(
            Gate(
                key="errors_corrected",
                needs="有错必纠：发现问题的，须先通知纠正，纠正以后才能办结。",
                open_when=lambda review: (
                    review.get("result") != "problem" or bool(review.get("corrected"))
                ),
                source=article,
            ),
        ),
    ),
)

FILING_REVIEW = Register(
    key="filing_review",
    label="规范性文件备案审查",
    shape="case",
    basis="国办发〔2018〕37号；有件必备、有备必审、有错必纠",
    says="收到报备的文件一件一条：登记、逐件审查、发现问题的纠正到底。",
    title="name",
    happened="received",
    face=("received", "maker", "result"),
    fields=FIELDS,
    procedure=Procedure(
        states=(
            State(key="received", label="已收到"),
            State(key="returned", label="退回补报"),
            State(key="registered", label="已登记，待审查"),
            State(key="reviewed", label="已审查"),
            State(key="correcting", label="纠正中"),
            State(key="corrected", label="已纠正"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=STEPS,
    ),
    due_dates=(
        DueDate(key="supplement", label="补报", until="supplement_until", ends="supplemented"),
        DueDate(key="review", label="备案审查", until="review_until", ends="reviewed"),
        DueDate(key="correction", label="纠正", until="correct_until", ends="corrected"),
    ),
    checks=(
        Check(
            field="received",
            says="收到日期不能早于公布日期。",
            holds=lambda review: review["received"] >= review["published"],
        ),
    ),
)
