"""What the registers of the yearly report say alike."""

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Predicate, Values

BASIS = "法治政府建设与责任落实督察工作规定第二十四条、第二十五条"
COORDINATOR = ("coordinator",)
OF_REPORT = Field(
    key="report",
    label="报告",
    kind="reference",
    refers_to="annual_report.report",
    required=True,
)


def in_order(*keys: str) -> Predicate:
    """Get whether the days that are there come one after the other."""

    def holds(values: Values) -> bool:
        known = [values[key] for key in keys if values.get(key)]
        return known == sorted(known)

    return holds
