"""The words a measure is described with: its kinds, what becomes of it."""

from zhunsheng.engine.registers.fields import Choice

KINDS = (
    Choice(key="seal", label="查封场所、设施或者财物"),
    Choice(key="seize", label="扣押财物"),
    Choice(key="freeze", label="冻结存款、汇款"),
    Choice(key="other", label="其他强制措施"),
)
"""The kinds that yearly figures tell apart."""

SEIZURES = frozenset({"seal", "seize"})
OUTCOMES = (
    Choice(key="confiscated", label="没收"),
    Choice(key="destroyed", label="销毁"),
    Choice(key="transferred", label="移送"),
    Choice(key="other", label="其他处理"),
)
ENDORSEMENTS = (
    Choice(key="approved", label="同意，补办批准"),
    Choice(key="refused", label="认为不应当采取，立即解除"),
)
