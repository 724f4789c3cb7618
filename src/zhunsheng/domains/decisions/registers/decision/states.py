"""Where a decision can be."""

from zhunsheng.engine.registers.procedures import State

STATES = (
    State(key="proposed", label="建议论证"),
    State(key="drafting", label="草案拟订和论证"),
    State(key="reviewing", label="合法性审查"),
    State(key="reviewed", label="已出审查意见"),
    State(key="submitted", label="待集体讨论"),
    State(key="decided", label="已决定"),
    State(key="executing", label="执行中"),
    State(key="rejected", label="不予通过"),
    State(key="declined", label="不启动", final=True),
    State(key="archived", label="已归档", final=True),
)
