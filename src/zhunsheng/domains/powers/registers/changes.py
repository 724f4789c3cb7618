"""A change of a list: proposed with its basis, reviewed, decided, published once the register agrees."""

from zhunsheng.domains.powers.instruments import (
    BUSINESS_ENVIRONMENT,
    LICENCE_LAW,
    PLAN_OF_HAIDONG,
)
from zhunsheng.domains.powers.registers.items import DECIDED
from zhunsheng.domains.powers.registers.kinds import LISTS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

_LISTS = PLAN_OF_HAIDONG.article("第5项")
_BY_LAW = frozenset({"law", "regulation", "rule"})


def _version(change: Values) -> int:
    """Get which version of the item the change makes: one more than those decided before."""
    if change.get("change") == "add":
        return 1
    others = change.get("item.fellows") or ()
    before = [one for one in others if one.get("change") != "add" and one.get("state") in DECIDED]
    return 2 + len(before)


def _in_register(change: Values) -> bool:
    """Whether the register of items shows the change: the item is there, altered, or removed."""
    if not change.get("item"):
        return False
    if change.get("change") == "cancel":
        return bool(change.get("item.retired"))
    if change.get("change") == "alter":
        return (change.get("item.changed") or "") >= (change.get("decided") or "9")
    return True


def _may_license(change: Values) -> bool:
    licences = change.get("list_kind") == "licence" and change.get("change") != "cancel"
    return not licences or change.get("basis_kind") in _BY_LAW


CHANGE = Register(
    key="change",
    label="清单调整",
    shape="case",
    basis=str(_LISTS),
    says="清单的新增、取消、调整，一项一条：依据是什么、谁审的、哪天决定、公布的清单和台账是否一致。",
    title="name",
    happened="proposed",
    face=("list_kind", "change", "decided"),
    fields=(
        Field(
            key="name",
            label="调整事项",
            required=True,
            examples=("新增户外广告设置许可", "取消小餐饮核准", "调整社会救助给付依据"),
        ),
        Field(key="list_kind", label="所属清单", kind="choice", required=True, choices=LISTS),
        Field(
            key="change",
            label="调整方式",
            kind="choice",
            required=True,
            choices=(
                Choice(key="add", label="新增"),
                Choice(key="alter", label="调整"),
                Choice(key="cancel", label="取消"),
            ),
        ),
        Field(
            key="item",
            label="事项",
            kind="reference",
            refers_to="powers.item",
            brings=("changed", "retired", "fellows"),
            help="新增的，决定以后先登记事项，再在这里选上，然后公布。",
        ),
        Field(key="organ", label="实施机关", kind="unit", required=True),
        Field(key="proposed", label="提出日期", kind="date", required=True),
        Field(
            key="basis",
            label="调整依据",
            kind="long_text",
            help="写明法律、法规、规章的立改废和条款。",
            source=_LISTS,
        ),
        Field(
            key="basis_kind",
            label="依据的种类",
            kind="choice",
            choices=(
                Choice(key="law", label="法律"),
                Choice(key="regulation", label="行政法规、国务院决定或者地方性法规"),
                Choice(key="rule", label="省级规章"),
                Choice(key="document", label="规章以下的规范性文件"),
            ),
            source=LICENCE_LAW.article("第十七条"),
        ),
        Field(key="opinion", label="合法性审查意见", kind="long_text"),
        Field(
            key="lawful",
            label="审查结论",
            kind="choice",
            choices=(
                Choice(key="lawful", label="合法"),
                Choice(key="unlawful", label="不合法"),
            ),
        ),
        Field(key="reviewed", label="审查日期", kind="date"),
        Field(key="decided", label="决定日期", kind="date"),
        Field(
            key="version_number",
            label="事项第几版",
            kind="integer",
            computed=_version,
        ),
        Field(key="publish_until", label="应公布日期", kind="date"),
        Field(key="published", label="公布日期", kind="date"),
        Field(
            key="in_register",
            label="台账已与公布的清单一致",
            kind="boolean",
            computed=_in_register,
        ),
        Field(key="refusal", label="不同意的理由", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="proposed", label="已提出"),
            State(key="reviewed", label="已审查"),
            State(key="refused", label="不同意调整", final=True),
            State(key="decided", label="已决定"),
            State(key="published", label="已公布", final=True),
        ),
        steps=(
            Step(
                key="review",
                label="合法性审查",
                comes_from=("proposed",),
                leads_to="reviewed",
                requires=("opinion", "lawful", "reviewed"),
                gates=(
                    Gate(
                        key="may_license",
                        needs="规章以下的规范性文件不能设定行政许可；列入许可清单的，要写出法律、法规或者省级规章的依据。",
                        open_when=_may_license,
                        source=LICENCE_LAW.article("第十七条"),
                    ),
                ),
            ),
            Step(
                key="decide",
                label="决定调整",
                comes_from=("reviewed",),
                leads_to="decided",
                by=("approver",),
                requires=("decided", "publish_until"),
                approves=True,
                source=_LISTS,
                gates=(
                    Gate(
                        key="basis",
                        needs="清单调整要有法可依：写明依据，并且合法性审查的结论是合法。",
                        open_when=lambda change: (
                            bool(change.get("basis")) and change.get("lawful") == "lawful"
                        ),
                        source=_LISTS,
                    ),
                ),
            ),
            Step(
                key="refuse",
                label="不同意调整",
                comes_from=("proposed", "reviewed"),
                leads_to="refused",
                by=("approver",),
                requires=("refusal",),
            ),
            Step(
                key="publish",
                label="公布清单",
                comes_from=("decided",),
                leads_to="published",
                requires=("published",),
                document="调整后的清单",
                source=BUSINESS_ENVIRONMENT.article("第四十条"),
                gates=(
                    Gate(
                        key="in_register",
                        needs="公布的清单要与台账一致：先在事项台账里登记、调整或者移出这一项。",
                        open_when=lambda change: bool(change.get("in_register")),
                        source=_LISTS,
                    ),
                ),
            ),
        ),
    ),
    due_dates=(
        DueDate(
            key="publication",
            label="公布调整后的清单",
            until="publish_until",
            ends="published",
            source=BUSINESS_ENVIRONMENT.article("第四十条"),
        ),
    ),
)
