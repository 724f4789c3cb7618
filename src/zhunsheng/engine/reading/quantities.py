"""Numbers with their units as a plan writes them, time limits and scores included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.engine.reading.measures import is_money, unit_at
from zhunsheng.engine.reading.not_figures import masked_spans
from zhunsheng.engine.reading.numerals import numbers

# 期限与分值在报告里多是日期、名称，在计划里是要求。
_DURATION = re.compile(r"个?工作小时|个工作日|工作日|个?小时|分钟|个月|日|天|周")
_SCORE = re.compile(r"分(?![之别钟类级期批工管局公校支队厂])")
_DURATION_AFTER = re.compile(r"(?:（含）|\(含\))?(?:以?内|之内|以上|以下|左右|为限)|$|[，。；、,;]")
_SETTLED = re.compile(r"办结|办好|办理完毕|拿照|出证|发证")
_INDEX = re.compile(
    r"指数[^，,。；;\d]{0,4}(?:控制在|稳定在|保持在|达到?|提[高升][到至]|不[高低]于|不超过)$"
)
_TIME_BEFORE = re.compile(r"[底末日号]前$")
_POWER = re.compile(r"[23](?!\d)")
_LIMITED = re.compile(
    r"(?:不超过|不得超过|不少于|不低于|至|到|限|缩短|压缩|压减|减少|达到|高于|低于|不高于|在)$"
)
_BEFORE_DATE = re.compile(r"[年月]$")
_SHARED_POINTS = re.compile(r"[、和与及]\d{1,3}(?:\.\d{1,3})?个百分点")
_DAYS = frozenset("个工作小时 工作小时 个工作日 工作日 个小时 小时 分钟 个月 日 天 周".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """
    A number with its unit (offsets into the text that was searched).

    `value` has 万 and 亿 multiplied out, except for money; `low` is the lower end of a range.
    `bare` tells that nothing in the text speaks against its being an amount: it is no date, no
    name. `chinese` marks Chinese numerals.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    chinese: bool
    low: Decimal | None = None

    @property
    def is_duration(self) -> bool:
        """Whether this is a length of time."""
        return self.unit in _DAYS

    @property
    def is_share(self) -> bool:
        """Whether this is a percentage or a number of percentage points."""
        return self.unit in {"%", "‰", "个百分点", "百分点", "成"}


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Go through the amounts between two offsets of a text (folded); names and dates are left out."""
    masked = masked_spans(text, start, end)
    mask = 0
    for number in numbers(text[start:end]):
        first, last = start + number.start, start + number.end
        while mask < len(masked) and masked[mask][1] <= first:
            mask += 1
        hidden = mask < len(masked) and masked[mask][0] < last
        # “年底前90%”的“前”说的是时间，不是名次。
        hidden = hidden and not _TIME_BEFORE.search(text, max(first - 2, start), first)
        unit = _special_unit(text, first, last) or (
            "" if hidden else _unit(text, last, percent=number.percent)
        )
        if not unit and (
            hidden or number.chinese or not _INDEX.search(text[max(first - 14, start) : first])
        ):
            continue
        stop = last if number.percent else last + len(unit)
        if unit == "个" and _SHARED_POINTS.match(text, stop):
            unit = "个百分点"
        value, low = number.value, number.low
        if is_money(unit) and number.multiplier and not number.chinese:
            # 金额照原样写，不展开万、亿。
            unit, value = number.multiplier + unit, number.mantissa
            low = (
                None
                if low is None
                else low / (number.value / number.mantissa if number.mantissa else 1)
            )
        yield Quantity(
            start=first, end=stop, value=value, unit=unit, chinese=number.chinese, low=low
        )


def _unit(text: str, position: int, *, percent: bool) -> str:
    if percent:
        return "%"
    found = unit_at(text, position)
    if found and (power := _POWER.match(text, found.end())) and found[0] in {"m", "km"}:
        return found[0] + power[0]
    return found[0] if found else ""


def _special_unit(text: str, start: int, end: int) -> str:
    """Get the unit of a time limit (20日内) or a score (92分), which elsewhere would be no amount."""
    before = text[max(start - 6, 0) : start]
    if found := _DURATION.match(text, end):
        limited = _SETTLED.match(text, found.end()) or (
            _DURATION_AFTER.match(text, found.end())
            and (_LIMITED.search(before) or text[found.end() : found.end() + 1] in set("内以之"))
        )
        return found[0] if limited and not _BEFORE_DATE.search(before) else ""
    if (found := _SCORE.match(text, end)) and _LIMITED.search(before):
        return found[0]
    return ""
