"""The case of a major administrative decision, from the proposal to the archive."""

from zhunsheng.domains.decisions.registers.decision.checks import CHECKS
from zhunsheng.domains.decisions.registers.decision.clocks import CLOCKS, PUBLICATION
from zhunsheng.domains.decisions.registers.decision.completion import COMPLETION
from zhunsheng.domains.decisions.registers.decision.drafting_fields import DRAFTING
from zhunsheng.domains.decisions.registers.decision.proposal_fields import PROPOSAL
from zhunsheng.domains.decisions.registers.decision.resolution_fields import RESOLUTION
from zhunsheng.domains.decisions.registers.decision.states import STATES
from zhunsheng.domains.decisions.registers.decision.steps import STEPS
from zhunsheng.domains.decisions.registers.shared import BASIS
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Procedure
from zhunsheng.engine.registers.register import Register

DECISION_CASE = Register(
    key="decision",
    label="重大行政决策",
    shape="case",
    basis=BASIS,
    says="一项决策从建议、启动、公众参与、专家论证、风险评估、合法性审查到集体讨论、公布、归档的全过程。",
    title="name",
    happened="proposed",
    face=("organ", "subject", "complete", "outcome", "published"),
    fields=(*PROPOSAL, *DRAFTING, *RESOLUTION, *COMPLETION),
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=CLOCKS,
    due_dates=(PUBLICATION,),
    checks=CHECKS,
    hints=(
        Hint(
            key="looks_alike",
            compares="name",
            says="另有{count}项决策名称相近，请核对是否重复启动。",
            alike=reads_alike,
        ),
    ),
)
