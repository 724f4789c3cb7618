"""What is recorded of a plan and of the work on it."""

from zhunsheng.domains.plan.registers.duty import DUTY
from zhunsheng.domains.plan.registers.plan import PLAN
from zhunsheng.domains.plan.registers.target import TARGET
from zhunsheng.domains.plan.registers.task import TASK
from zhunsheng.domains.plan.registers.work import MEASURE, PROGRESS

REGISTERS = (PLAN, TASK, DUTY, TARGET, MEASURE, PROGRESS)
"""All of them, in the order people meet them."""
