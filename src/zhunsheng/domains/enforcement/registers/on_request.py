"""
Acts that somebody asks for and no statute times: confirmations (行政确认) and benefits (行政给付).

The rules at hand hold no terms and no steps of their own for them; what every act of enforcement owes is
asked here: an item of the catalogue that was public, and a record that is kept.
"""

from typing import Any

from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.domains.enforcement.registers.shared import LEFT_EMPTY, filled, in_order, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

_CATALOGUE = THREE_SYSTEMS.article("二（四）")
_ARCHIVE = THREE_SYSTEMS.article("三（九）")


def _item_published(case: Values) -> bool | None:
    """Get whether the item was public on the day of the request, and is still in the catalogue."""
    if not case.get("item"):
        return None
    day = case.get("received") or ""
    published, retired = case.get("item.published"), case.get("item.retired")
    return bool(published and published <= day and not (retired and retired <= day))


def _settled(case: Values) -> Any:
    """Get the day a request was settled: decided, declined or withdrawn."""
    return min(
        (case[key] for key in ("decided", "declined", "withdrawn") if case.get(key)), default=None
    )


def _request(act: str, label: str, examples: tuple[str, ...]) -> tuple[Field, ...]:
    """Get the fields of a request for an act of a kind."""

    def of_another_kind(case: Values) -> bool | None:
        kind = case.get("item.act")
        return None if kind is None else kind != act

    return (
        Field(key="matter", label="事项名称", required=True, examples=examples),
        Field(
            key="item",
            label=f"{label}事项",
            kind="reference",
            refers_to="enforcement.item",
            required=True,
            brings=("act", "published", "retired"),
            help="从公布的行政执法事项目录里选（照单执法）。",
            source=_CATALOGUE,
        ),
        Field(key="item_published", label="事项已公布", kind="boolean", computed=_item_published),
        Field(
            key="item_of_another_kind",
            label=f"事项不是{label}事项",
            kind="boolean",
            computed=of_another_kind,
        ),
        Field(key="item_explained", label="引用其他类别事项的理由", kind="long_text"),
        Field(key="party", label="申请人", kind="party", required=True, personal=True),
        Field(
            key="party_kind",
            label="申请人类别",
            kind="choice",
            required=True,
            choices=(
                Choice(key="person", label="自然人"),
                Choice(key="organization", label="法人及非法人组织"),
            ),
        ),
        Field(key="received", label="收到申请日期", kind="date", required=True),
        Field(
            key="promised",
            label="应办结日期",
            kind="date",
            help="本单位承诺或者该事项规定的最后一日。",
        ),
    )


def _ending(last: tuple[Field, ...]) -> tuple[Field, ...]:
    """Get the fields by which a request ends; `last` stand between decision and archive."""
    return (
        Field(key="declined", label="不予受理日期", kind="date"),
        Field(key="decline_reasons", label="不予受理的理由", kind="long_text"),
        Field(key="withdrawn", label="申请人撤回日期", kind="date"),
        Field(key="decided", label="决定日期", kind="date"),
        Field(key="decision_number", label="决定文书号", kind="instrument"),
        Field(key="content", label="决定内容", kind="long_text"),
        Field(key="refusal_reasons", label="不予办理的理由", kind="long_text"),
        *last,
        Field(key="settled", label="办结日期", kind="date", computed=_settled),
        Field(
            key="records",
            label="全过程记录",
            kind="choice",
            several=True,
            choices=(
                Choice(key="text", label="文字记录"),
                Choice(key="audio", label="录音"),
                Choice(key="video", label="录像"),
            ),
            source=_ARCHIVE,
        ),
        Field(key="archived", label="归档日期", kind="date", source=_ARCHIVE),
        Field(
            key="annulled",
            label="被撤销或者确认违法日期",
            kind="date",
            examples=LEFT_EMPTY,
            help="复议、诉讼或者监督中被撤销、确认违法的，办结以后也可以补写。",
        ),
    )


_GATES = (
    Gate(
        key="item_published",
        needs="所选事项没有公布在目录里，或者已经移出；请先公布，或者另选事项。",
        open_when=filled("item_published"),
        source=_CATALOGUE,
    ),
    Gate(
        key="item_of_its_kind",
        needs="所选事项属于其他类别，请另选；确需引用的，写明理由。",
        open_when=where(filled("item_of_another_kind"), filled("item_explained")),
        source=_CATALOGUE,
    ),
)


def _procedure(granting: Step, carrying_out: Step) -> Procedure:
    """Get the way of a request, from its receipt to the archive."""
    return Procedure(
        states=(
            State(key="received", label="已收到"),
            State(key="declined", label="不予受理", final=True),
            State(key="withdrawn", label="已撤回", final=True),
            State(key="refused", label="不予办理", final=True),
            State(key="granted", label="已决定"),
            State(key="carried_out", label=carrying_out.label),
            State(key="closed", label="已归档", final=True),
        ),
        steps=(
            Step(
                key="decline",
                label="不予受理",
                comes_from=("received",),
                leads_to="declined",
                requires=("declined", "decline_reasons"),
            ),
            Step(
                key="withdraw",
                label="申请人撤回申请",
                comes_from=("received",),
                leads_to="withdrawn",
                requires=("withdrawn",),
            ),
            granting,
            Step(
                key="refuse",
                label="不予办理",
                comes_from=("received",),
                leads_to="refused",
                by=("approver",),
                requires=("decided", "decision_number", "refusal_reasons"),
                approves=True,
            ),
            carrying_out,
            Step(
                key="close",
                label="归档",
                comes_from=("carried_out",),
                leads_to="closed",
                requires=("archived",),
                asks=("records",),
                source=_ARCHIVE,
                gates=(
                    Gate(
                        key="recorded",
                        needs="全过程应当有文字记录，按规定归档保存。",
                        open_when=lambda case: "text" in (case.get("records") or ()),
                        source=_ARCHIVE,
                    ),
                ),
            ),
        ),
    )


def _granting(label: str, asks: tuple[str, ...], requires: tuple[str, ...]) -> Step:
    return Step(
        key="grant",
        label=label,
        comes_from=("received",),
        leads_to="granted",
        by=("approver",),
        requires=("decided", "decision_number", "content", *requires),
        asks=("item_explained", *asks),
        source=_CATALOGUE,
        gates=_GATES,
        approves=True,
    )


_DECISION_DUE = DueDate(key="decision", label="办结", until="promised", ends="settled")
_SETTLED_AFTER_RECEIPT = Check(
    field="decided",
    says="决定早于收到申请的日期。",
    holds=in_order("received", "decided"),
)

CONFIRMATION = Register(
    key="confirmation",
    label="行政确认办件",
    shape="case",
    basis=str(_CATALOGUE),
    says="行政确认的申请、决定、送达和归档；年报的行政确认数量与它核对。",
    title="matter",
    happened="received",
    face=("promised", "decided"),
    fields=(
        *_request("confirmation", "行政确认", ("房屋安全鉴定确认", "基本医疗保险参保确认")),
        *_ending((Field(key="delivered", label="送达日期", kind="date"),)),
    ),
    procedure=_procedure(
        _granting("作出确认", (), ()),
        Step(
            key="deliver",
            label="已送达",
            comes_from=("granted",),
            leads_to="carried_out",
            requires=("delivered",),
        ),
    ),
    due_dates=(_DECISION_DUE,),
    checks=(
        _SETTLED_AFTER_RECEIPT,
        Check(
            field="delivered",
            says="送达早于决定。",
            holds=in_order("decided", "delivered"),
        ),
    ),
)

BENEFIT = Register(
    key="benefit",
    label="行政给付办件",
    shape="case",
    basis=str(_CATALOGUE),
    says="行政给付的申请、决定、发放和归档；年报的行政给付数量与它核对。",
    title="matter",
    happened="received",
    face=("promised", "decided", "paid"),
    fields=(
        *_request("benefit", "行政给付", ("临时救助金给付", "残疾人补贴给付")),
        *_ending(
            (
                Field(
                    key="amount",
                    label="给付金额",
                    kind="money",
                    expected=(1, 100_000_00),
                    help="一次给付的金额；按月发放的填每月金额。",
                ),
                Field(key="pay_until", label="应发放日期", kind="date"),
                Field(key="paid", label="发放日期", kind="date"),
            )
        ),
    ),
    procedure=_procedure(
        _granting("决定给付", ("pay_until",), ("amount",)),
        Step(
            key="pay",
            label="已发放",
            comes_from=("granted",),
            leads_to="carried_out",
            requires=("paid",),
        ),
    ),
    due_dates=(
        _DECISION_DUE,
        DueDate(key="payment", label="发放", until="pay_until", ends="paid"),
    ),
    checks=(
        _SETTLED_AFTER_RECEIPT,
        Check(
            field="paid",
            says="发放早于决定。",
            holds=in_order("decided", "paid"),
        ),
    ),
)
