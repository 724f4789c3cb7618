"""Papers of government meetings, each with its review before it is put on the agenda."""

from zhunsheng.domains.legality_review.instruments import NOTICE_37
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

article = NOTICE_37.article


def _may_be_listed(paper: Values) -> bool:
    if paper.get("needs_review"):
        return bool(paper.get("review_passed"))
    return paper.get("result") == "agreed"


MEETING_PAPER = Register(
    key="meeting_paper",
    label="政府上会材料审核",
    shape="case",
    basis="国办发〔2018〕37号二（六）；政府议事规则",
    says="拟上会的每件材料一条：谁审核、结果如何；没有审核的不列入议题。",
    title="paper",
    happened="received",
    face=("received", "meeting", "result"),
    fields=(
        Field(
            key="paper",
            label="上会材料",
            required=True,
            examples=("住房补贴办法送审稿", "年度投资计划", "合作框架协议"),
        ),
        Field(key="submitter", label="报送单位", kind="unit", required=True),
        Field(key="received", label="收到日期", kind="date", required=True),
        Field(key="meeting", label="拟上会议", required=True, examples=("政府常务会议",)),
        Field(key="meeting_date", label="拟开会日期", kind="date", required=True),
        Field(
            key="needs_review",
            label="属于须作合法性审核的事项",
            kind="boolean",
            required=True,
        ),
        Field(
            key="review",
            label="合法性审核记录",
            kind="reference",
            refers_to="legality_review.review",
            brings=("state",),
        ),
        Field(
            key="review_passed",
            label="合法性审核已通过",
            kind="boolean",
            computed=lambda paper: paper.get("review.state") == "cleared",
        ),
        Field(key="reviewer", label="审核人", kind="person"),
        Field(key="reviewed", label="审核日期", kind="date"),
        Field(
            key="result",
            label="审核结果",
            kind="choice",
            choices=(
                Choice(key="agreed", label="同意上会"),
                Choice(key="amend", label="修改后上会"),
                Choice(key="refused", label="不宜上会"),
            ),
        ),
        Field(key="remarks", label="审核意见", kind="long_text"),
        Field(key="listed", label="列入议题日期", kind="date"),
        Field(key="withdrawn", label="撤回日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="待审核"),
            State(key="reviewed", label="已审核"),
            State(key="listed", label="已列入议题", final=True),
            State(key="withdrawn", label="不上会", final=True),
        ),
        steps=(
            Step(
                key="review",
                label="审核",
                comes_from=("received", "reviewed"),
                leads_to="reviewed",
                by=("legal_reviewer",),
                requires=("reviewer", "reviewed", "result"),
                asks=("remarks",),
            ),
            Step(
                key="list_paper",
                label="列入议题",
                comes_from=("reviewed",),
                leads_to="listed",
                requires=("listed",),
                gates=(
                    Gate(
                        key="may_be_listed",
                        needs="没有通过合法性审核的，不得上会。请填通过的审核记录，或者修改后再审核。",
                        open_when=_may_be_listed,
                        source=article("二（六）"),
                    ),
                ),
            ),
            Step(
                key="withdraw",
                label="不上会",
                comes_from=("received", "reviewed"),
                leads_to="withdrawn",
                requires=("withdrawn",),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="before_the_meeting",
            label="会前审核",
            until="meeting_date",
            ends="reviewed",
            when=lambda paper: not paper.get("withdrawn"),
        ),
    ),
)
