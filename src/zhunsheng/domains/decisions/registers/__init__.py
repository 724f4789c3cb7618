"""
What is recorded of major administrative decisions, in the order the work flows.

Under which rules and in which catalogue; who can be asked; the decision itself with comments and risks;
how it is carried out, evaluated and changed; who answers for it.
"""

from zhunsheng.domains.decisions.registers.accountability import ACCOUNTABILITY
from zhunsheng.domains.decisions.registers.adjustment import ADJUSTMENT
from zhunsheng.domains.decisions.registers.catalogue import CATALOGUE, CATALOGUE_ITEM, RULE_SET
from zhunsheng.domains.decisions.registers.decision import DECISION_CASE
from zhunsheng.domains.decisions.registers.evaluation import EVALUATION
from zhunsheng.domains.decisions.registers.execution import EXECUTION
from zhunsheng.domains.decisions.registers.matters import MAJOR_MATTER
from zhunsheng.domains.decisions.registers.participation import COMMENT, EXPERT
from zhunsheng.domains.decisions.registers.risk import RISK_ASSESSMENT

REGISTERS = (
    DECISION_CASE,
    CATALOGUE,
    CATALOGUE_ITEM,
    COMMENT,
    EXPERT,
    RISK_ASSESSMENT,
    MAJOR_MATTER,
    EXECUTION,
    EVALUATION,
    ADJUSTMENT,
    ACCOUNTABILITY,
    RULE_SET,
)
"""All of them, in the order people meet them."""
