"""Plan against report: each target set against the figure that answers it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from zhunsheng.engine.auditing.counterparts import Counterpart, Counterparts
from zhunsheng.engine.auditing.model import Coverage
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Figure, Reading, Target

State = Literal["met", "missed", "unreported", "unclear"]

_EACH = re.compile(r"^(?:各|每)")
_EACH_SAID = re.compile(r"各|每|均|分别|人均|平均")
_LESS_IS_MORE = re.compile(
    r"失业率|涨幅|能耗|败诉率|错[误漏案]率|投诉率|发生率|死亡|时限|时间|纠错率|成本"
)
_TIMES = {"quarter": 4, "month": 12, "half-year": 2, "week": 52}
_PER = {"quarter": "每季", "month": "每月", "half-year": "每半年", "week": "每周"}
_PERIODS = {"quarter": "每季度", "month": "每月", "half-year": "每半年", "week": "每周"}
_MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000, "万亿元": 1_000_000_000_000}
_ABOUT = Decimal("0.1")
_SIGNS = {">=": "≥", "<=": "≤", "=": "=", "<": "<", ">": ">", "~": "≈"}


def compare(plan: Reading, report: Reading) -> tuple[Coverage, ...]:
    """
    Get for each target of a plan what the report says of it, in the order of the plan.

    A figure answers a target whose wording it shares, in the same kind of unit. What cannot be
    told from the words (another scope, a comparison without a number) is `unclear`, not missed.
    """
    counterparts = Counterparts(report)
    return tuple(_cover(target, plan, counterparts) for target in plan.targets)


def _cover(target: Target, plan: Reading, counterparts: Counterparts) -> Coverage:
    found = counterparts.of(target, plan.flow)
    if found is None:
        why = Message(
            f"计划要求“{target.place.quote}”，报告没有写到相应的数字",
            f"the plan asks “{target.place.quote}”; the report gives no figure for it",
        )
        return Coverage(target=target, figure=None, state="unreported", why=why)
    figure = found.figure
    doubt = _doubt(target, found)
    if doubt is not None:
        return Coverage(
            target=target, figure=figure, state="unclear", why=_said(target, figure, doubt)
        )
    times = _times(target, figure.quote)
    wanted = (target.value or Decimal(0)) * times
    state = _state(target, wanted, figure)
    return Coverage(
        target=target,
        figure=figure,
        state=state,
        why=_said(target, figure, _arithmetic(target, wanted, times, figure, state)),
    )


def _doubt(target: Target, found: Counterpart) -> Message | None:
    """Get why a figure cannot settle a target, or None where it can."""
    if target.value is None:
        return Message(
            f"计划以“{target.reference}”作比较，报告没有给出可比的数，请人工核对",
            f"the plan compares with “{target.reference}”, which the report does not give",
        )
    if not found.sure:
        return Message(
            "两处措辞只有部分相同，是否同一指标请人工核对",
            "the wording agrees only in part; please check whether it is the same indicator",
        )
    if target.condition is not None and not found.limited:
        return Message(
            f"目标只对“{target.scope}”，报告没有分档列出",
            f"the target holds for “{target.scope}” only; the report does not list these apart",
        )
    if (
        _EACH.match(target.scope)
        and target.unit not in {"%", "‰"}
        and not _EACH_SAID.search(found.context)
    ):
        return Message(
            f"计划要求“{target.scope}”都达到，报告写的像是合计或另一个单位的数",
            f"the plan asks this of “{target.scope}”; the report seems to give a total or another unit's figure",
        )
    return None


def _times(target: Target, quote: str) -> int:
    """Get how often a target recurs in the year that a figure sums up; 1 for shares."""
    times = _TIMES.get(target.period, 1)
    counted = target.unit not in {"%", "‰", "个百分点", "百分点", "倍"}
    return times if times > 1 and counted and _PER[target.period] not in quote else 1


def _state(target: Target, wanted: Decimal, figure: Figure) -> State:
    said = figure.value * _MONEY.get(figure.unit, 1)
    wanted *= _MONEY.get(target.unit, 1)
    if target.comparator == "~":
        slack = abs(wanted) * _ABOUT
        less = bool(_LESS_IS_MORE.search(target.indicator))
        reached = said <= wanted + slack if less else said >= wanted - slack
    else:
        reached = {
            ">=": said >= wanted,
            "=": said >= wanted,
            ">": said > wanted,
            "<=": said <= wanted,
            "<": said < wanted,
        }[target.comparator]
    if not reached and figure.approx:
        return "unclear"
    return "met" if reached else "missed"


def _arithmetic(
    target: Target, wanted: Decimal, times: int, figure: Figure, state: State
) -> Message:
    need = f"{_SIGNS[target.comparator]}{_plain(wanted)}{target.unit}"
    if times > 1:
        need += f"（{_PERIODS[target.period]}{_plain(wanted / times)}，全年{_plain(wanted)}）"
    have = f"{_plain(figure.value)}{figure.unit}"
    words = {
        "met": ("达到", "met"),
        "missed": ("未达到", "missed"),
        "unclear": ("报告用的是约数，是否达到不能确定", "the report gives an approximate figure"),
    }
    chinese, english = words[state]
    return Message(
        f"要求{need}，报告为{have}：{chinese}", f"wanted {need}, reported {have}: {english}"
    )


def _said(target: Target, figure: Figure, rest: Message) -> Message:
    return Message(
        f"计划“{target.place.quote}”，报告“{figure.quote}”；{rest.zh}",
        f"plan “{target.place.quote}”, report “{figure.quote}”; {rest.en}",
    )


def _plain(value: Decimal) -> str:
    whole = value.normalize()
    return f"{whole:f}"
