"""Government legal counsel, public-sector lawyers, counsel of villages, and what they worked on."""

from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register


def _in_contract(work: Values) -> bool | None:
    """Whether the counsel's contract covers the day of the assignment; None where it is not at hand."""
    if not work.get("counsel"):
        return True
    since, until = work.get("counsel.since"), work.get("counsel.until")
    if not since or not until:
        return None
    return bool(since <= (work.get("assigned") or "") <= until)


def _in_order(contract: Values) -> bool:
    since, until = contract.get("since"), contract.get("until")
    return not since or not until or bool(until >= since)


CONTRACT_ORDER = Check(field="until", says="聘期届满日期不能早于开始日期。", holds=_in_order)

COUNSEL = Register(
    key="counsel",
    label="政府法律顾问",
    shape="pool",
    basis="政府法律顾问制度",
    says="可以选用的法律顾问：执业机构、聘期；聘期届满的不能再交办。",
    title="name",
    happened="since",
    face=("firm", "since", "until"),
    public=True,
    fields=(
        Field(
            key="name",
            label="法律顾问",
            required=True,
            public=True,
            examples=("顾问甲", "顾问乙", "顾问丙"),
        ),
        Field(key="firm", label="执业机构", required=True, public=True, examples=("某律师事务所",)),
        Field(
            key="expertise",
            label="专长",
            public=True,
            examples=("合同", "行政诉讼", "土地和房屋征收"),
        ),
        Field(key="serves", label="聘用单位", kind="unit", required=True, public=True),
        Field(key="in_team", label="政府法律顾问团成员", kind="boolean", public=True),
        Field(key="since", label="聘期开始日期", kind="date", required=True, public=True),
        Field(key="until", label="聘期届满日期", kind="date", required=True, public=True),
        Field(key="renewed", label="续聘或者终止日期", kind="date"),
    ),
    due_dates=(DueDate(key="contract", label="续聘或者终止", until="until", ends="renewed"),),
    checks=(CONTRACT_ORDER,),
)

PUBLIC_LAWYER = Register(
    key="public_lawyer",
    label="公职律师",
    shape="pool",
    basis="公职律师工作制度",
    says="各单位登记自己的公职律师：证号、在任起止；工作在“顾问和公职律师工作记录”登记。",
    title="name",
    happened="since",
    face=("serves", "since", "until"),
    public=True,
    fields=(
        Field(
            key="name",
            label="公职律师",
            required=True,
            public=True,
            examples=("公职律师甲", "公职律师乙"),
        ),
        Field(key="serves", label="所在单位", kind="unit", required=True, public=True),
        Field(key="licence", label="证号", required=True, examples=("虚构证号",)),
        Field(key="since", label="任职日期", kind="date", required=True, public=True),
        Field(key="until", label="离任日期", kind="date", public=True),
    ),
    checks=(Check(field="until", says="离任日期不能早于任职日期。", holds=_in_order),),
)

ASSIGNMENT = Register(
    key="assignment",
    label="顾问和公职律师工作记录",
    shape="event",
    basis="政府法律顾问、公职律师工作制度",
    says="每次交办一条：谁、什么事、参加人次、改了几份合同、出了什么意见。",
    title="matter",
    happened="assigned",
    face=("assigned", "kind", "persons"),
    fields=(
        Field(
            key="matter",
            label="交办事项",
            required=True,
            examples=("合作协议审查", "决策草案论证", "诉讼应对研究", "合同修改"),
        ),
        Field(
            key="kind",
            label="事项种类",
            kind="choice",
            required=True,
            choices=(
                Choice(key="contract", label="合同"),
                Choice(key="decision", label="决策"),
                Choice(key="document", label="规范性文件"),
                Choice(key="litigation", label="复议、诉讼"),
                Choice(key="consultation", label="咨询、论证"),
                Choice(key="other", label="其他"),
            ),
        ),
        Field(
            key="counsel",
            label="法律顾问",
            kind="reference",
            refers_to="legality_review.counsel",
            brings=("since", "until", "in_team"),
        ),
        Field(
            key="public_lawyer",
            label="公职律师",
            kind="reference",
            refers_to="legality_review.public_lawyer",
        ),
        Field(
            key="review",
            label="合法性审核记录",
            kind="reference",
            refers_to="legality_review.review",
        ),
        Field(
            key="contract",
            label="合同编号",
            help="单位合同台账里的编号；行政协议另填它的合法性审核记录。",
        ),
        Field(key="assigned", label="交办日期", kind="date", required=True),
        Field(key="until", label="应办结日期", kind="date"),
        Field(key="finished", label="办结日期", kind="date"),
        Field(key="persons", label="参加人次", kind="integer", measure="人次", expected=(1, 50)),
        Field(
            key="contracts_revised",
            label="修改合同",
            kind="integer",
            measure="份",
            expected=(0, 100),
        ),
        Field(key="opinion", label="法律意见", kind="long_text"),
        Field(
            key="in_contract",
            label="交办时在聘期内",
            kind="boolean",
            computed=_in_contract,
        ),
        Field(
            key="by_team",
            label="由法律顾问团成员办理",
            kind="boolean",
            computed=lambda work: bool(work.get("counsel.in_team")),
        ),
    ),
    due_dates=(DueDate(key="work", label="交办事项办结", until="until", ends="finished"),),
    checks=(
        Check(
            field="counsel",
            says="交办日期不在这名顾问的聘期内，不能交办。请先续聘，或者另选顾问。",
            holds=lambda work: work.get("in_contract") is not False,
        ),
        Check(
            field="public_lawyer",
            says="请写明交给哪一名法律顾问或者公职律师。",
            holds=lambda work: bool(work.get("counsel") or work.get("public_lawyer")),
        ),
    ),
)

VILLAGE_COUNSEL = Register(
    key="village_counsel",
    label="村（社区）法律顾问",
    shape="list",
    basis="村（社区）法律顾问全覆盖要求",
    says="每个村（社区）一条：顾问、聘期、走访；没有顾问或者聘期届满的列为逾期。",
    title="name",
    happened="listed",
    face=("region", "counsel_name", "until"),
    public=True,
    fields=(
        Field(
            key="name",
            label="村（社区）",
            required=True,
            public=True,
            examples=("某村", "某社区"),
        ),
        Field(key="region", label="区划代码", kind="region", required=True, public=True),
        Field(key="listed", label="列入日期", kind="date", required=True, public=True),
        Field(key="appoint_until", label="应聘请日期", kind="date", required=True),
        Field(key="counsel_name", label="法律顾问", public=True),
        Field(key="appointed", label="聘期开始日期", kind="date", public=True),
        Field(key="until", label="聘期届满日期", kind="date", public=True),
        Field(key="renewed", label="续聘日期", kind="date"),
        Field(key="visit_days", label="走访间隔", kind="integer", measure="日", expected=(1, 180)),
        Field(key="last_visit", label="最近走访日期", kind="date", public=True),
        Field(key="visits", label="本年走访次数", kind="integer", measure="次"),
    ),
    due_dates=(
        DueDate(
            key="appointment",
            label="聘请村（社区）法律顾问",
            until="appoint_until",
            ends="appointed",
        ),
        DueDate(key="contract", label="续聘", until="until", ends="renewed"),
        DueDate(
            key="visit",
            label="走访",
            after=("last_visit", "appointed"),
            every="visit_days",
            when=lambda village: not village.get("until") or bool(village.get("counsel_name")),
        ),
    ),
    checks=(
        Check(
            field="until",
            says="聘期届满日期不能早于聘期开始日期。",
            holds=lambda one: not one.get("until") or one["until"] >= (one.get("appointed") or "9"),
        ),
        Check(
            field="counsel_name",
            says="已聘请的须写明法律顾问。",
            holds=lambda one: not one.get("appointed") or bool(one.get("counsel_name")),
        ),
    ),
)
