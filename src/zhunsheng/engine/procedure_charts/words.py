"""The few words of a chart itself; what a register declares stands in the register's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Words:
    """
    What a chart says between the words of the register.

    Those with braces are filled in. `roles` are the names of roles by key, and `english` tells which
    language of a message is taken.
    """

    by: str = "办理：{who}"
    gate: str = "门槛{number}：{needs}"
    skippable: str = "（写明理由的可以不经此门槛）"
    leads_to: str = "→ {state}"
    document: str = "文书：{document}"
    starts: str = "起算：{clocks}"
    ends: str = "止算：{clocks}"
    from_to: str = "{start} → {end}"
    named_day: str = "到期日：{day}"
    extended: str = "可以延长{amount}"
    stops: str = "可以中止：{grounds}"
    of_others: str = "对方的期限"
    unconfirmed: str = "（条文未核实）"
    first: str = "开始"
    final: str = "结束"
    comma: str = "、"
    roles: Mapping[str, str] = field(default_factory=dict)
    english: bool = False
