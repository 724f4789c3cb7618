"""The market access negative list, and every new restriction checked against it."""

from zhunsheng.domains.fair_competition.instruments import FAIR_COMPETITION_REGULATIONS
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

article = FAIR_COMPETITION_REGULATIONS.article


def _is_on_list(restriction: Values) -> bool:
    since, until = restriction.get("listed_since"), restriction.get("listed_until")
    on = restriction.get("proposed") or ""
    return bool(since and since <= on and (not until or on <= until))


ACCESS_ITEM = Register(
    key="access_item",
    label="市场准入负面清单",
    shape="list",
    basis="市场准入负面清单制度",
    says="国家清单各版的事项。请从国家公布的清单导入，地方不得自行增加。",
    title="name",
    happened="since",
    face=("edition", "since", "until"),
    public=True,
    fields=(
        Field(
            key="name",
            label="事项",
            required=True,
            public=True,
            examples=("某类特许经营", "某类金融业务", "某类危险品经营"),
        ),
        Field(key="edition", label="清单版本", required=True, public=True, examples=("某年版",)),
        Field(key="code", label="事项编码", public=True),
        Field(key="since", label="施行日期", kind="date", required=True, public=True),
        Field(key="until", label="失效日期", kind="date", public=True),
    ),
    checks=(
        Check(
            field="until",
            says="失效日期不能早于施行日期。",
            holds=lambda item: not item.get("until") or item["until"] >= item["since"],
        ),
    ),
)

RESTRICTION = Register(
    key="restriction",
    label="新设市场准入限制核对",
    shape="case",
    basis="市场准入负面清单制度；公平竞争审查条例（国务院令第783号）第八条",
    says="拟设的准入限制，对照国家清单核对；清单以外的不予通过。",
    title="restriction",
    happened="proposed",
    face=("proposed", "proposer", "on_list"),
    fields=(
        Field(
            key="restriction",
            label="拟设的准入限制",
            required=True,
            examples=("经营某类业务须经许可", "从业须先登记"),
        ),
        Field(key="proposer", label="提出单位", kind="unit", required=True),
        Field(key="proposed", label="提出日期", kind="date", required=True),
        Field(
            key="item",
            label="清单事项",
            kind="reference",
            refers_to="fair_competition.access_item",
            brings=("since", "until"),
        ),
        Field(
            key="listed_since",
            label="事项施行日期",
            kind="date",
            computed=lambda one: one.get("item.since"),
        ),
        Field(
            key="listed_until",
            label="事项失效日期",
            kind="date",
            computed=lambda one: one.get("item.until"),
        ),
        Field(key="on_list", label="在清单之内", kind="boolean", computed=_is_on_list),
        Field(key="checked", label="核对日期", kind="date"),
        Field(key="refused", label="不予通过日期", kind="date"),
        Field(key="reasons", label="不予通过的理由", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="proposed", label="待核对"),
            State(key="passed", label="在清单之内", final=True),
            State(key="refused", label="不予通过", final=True),
        ),
        steps=(
            Step(
                key="pass_check",
                label="通过核对",
                comes_from=("proposed",),
                leads_to="passed",
                requires=("checked",),
                gates=(
                    Gate(
                        key="on_list",
                        needs="国家市场准入负面清单现行版没有这个事项，不得设这项限制。请不予通过。",
                        open_when=_is_on_list,
                        source=article("第八条"),
                    ),
                ),
            ),
            Step(
                key="refuse",
                label="不予通过",
                comes_from=("proposed",),
                leads_to="refused",
                requires=("refused", "reasons"),
            ),
        ),
    ),
)
