"""From relations and doubts to findings that an official can act on."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from zhunsheng.engine.auditing.agreement import plain, printed_step
from zhunsheng.engine.auditing.model import Conflict, Finding, Rate, Relation, Sum
from zhunsheng.engine.auditing.plausibility import Doubt
from zhunsheng.engine.auditing.scopes import PartTooLarge
from zhunsheng.engine.auditing.shares import SharesOff
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Figure

_MISMATCHES = {
    "broken": Message("不符", "does not hold"),
    "truncated": Message("系截断而非四舍五入", "was cut off, not rounded"),
    "within": Message("相差一个末位", "is one unit of its last digit off"),
}
_EXACT_CONFLICT = "两处都写"
# 件次就是有的论件、有的论次。
_TOGETHER = {"件次": {"件", "次", "件次"}, "人次": {"人", "次", "人次"}}


def finding_of(relation: Relation) -> Finding | None:
    """Get what a relation gives cause to report; None where it holds without remark."""
    if isinstance(relation, Sum):
        return _of_sum(relation)
    if isinstance(relation, Conflict):
        return _of_conflict(relation)
    return _of_growth(relation) if relation.growth else _of_rate(relation)


def _of_sum(found: Sum) -> Finding | None:
    units = list(dict.fromkeys(f.unit for f in (found.total, *found.parts) if f.unit))
    places = (found.total.place, *(part.place for part in found.parts))
    computed = found.total.value + found.difference
    arithmetic = f"{' + '.join(plain(part.value) for part in found.parts)} = {plain(computed)}"
    if found.holds:
        if len(units) < 2 or set(units) <= _TOGETHER.get(found.total.unit, set()):
            return None
        listed = "、".join(units)
        return Finding(
            severity="note",
            kind="unit",
            says=Message(
                f"“{found.total.quote}”的分项单位不一：{listed}",
                f"parts of “{found.total.quote}” mix units: {listed}",
            ),
            arithmetic=arithmetic,
            suggestion=Message(
                "请统一计量单位，或说明换算口径。", "Use one unit, or explain how they are added."
            ),
            places=places,
        )
    more = found.difference > 0
    gap = plain(abs(found.difference))
    unit = found.total.unit
    return Finding(
        severity="error",
        kind="sum",
        says=Message(
            f"“{found.total.quote}”与分项之和不符，分项合计{plain(computed)}{unit}，{'多' if more else '少'}{gap}{unit}",
            f"the parts of “{found.total.quote}” add up to {plain(computed)}, {gap} too {'many' if more else 'few'}",
        ),
        arithmetic=f"{arithmetic} ≠ {plain(found.total.value)}",
        suggestion=Message(
            "请核对总数和各分项；分项有交叉或未列全的，请在文中写明。",
            "Check the total and each part; say so where parts overlap or are not complete.",
        ),
        places=places,
    )


def _of_rate(found: Rate) -> Finding | None:
    if found.match in {"exact", "rounded", "unknown"} or found.computed is None:
        return None
    assert found.numerator is not None
    assert found.denominator is not None
    numerator, denominator, per = found.numerator, found.denominator, found.rate.unit or "%"
    exact = _shown(found.computed, found.rate)
    proper = _rounded(found.computed, found.rate)
    arithmetic = f"{plain(numerator.value)} ÷ {plain(denominator.value)} = {exact}{per}"
    broken = found.match == "broken"
    how = _MISMATCHES[found.match]
    return Finding(
        severity="error" if broken else "note",
        kind="rate" if broken else "rounding",
        says=Message(
            f"“{found.rate.quote}”与“{numerator.quote}”“{denominator.quote}”算得的{exact}{per}{how.zh}",
            f"“{found.rate.quote}” against {exact}{per} computed from “{numerator.quote}” and “{denominator.quote}” {how.en}",
        ),
        arithmetic=f"{arithmetic} ≠ {found.rate.printed}{per}" if broken else arithmetic,
        suggestion=Message(
            "请核对比率及其分子、分母，或写明统计口径。",
            "Check the rate, its numerator and denominator.",
        )
        if broken
        else Message(f"四舍五入应为{proper}{per}。", f"Rounded, it would read {proper}{per}."),
        places=(found.rate.place, numerator.place, denominator.place),
    )


def _of_growth(found: Rate) -> Finding | None:
    if found.holds is not False or found.computed is None:
        return None
    assert found.numerator is not None
    assert found.denominator is not None
    now, then, unit = found.numerator, found.denominator, found.rate.unit
    exact = _shown(found.computed, found.rate)
    times = " × 100%" if unit == "%" else ""
    order = (then, now) if found.rate.change == "down" else (now, then)
    return Finding(
        severity="error",
        kind="growth",
        says=Message(
            f"“{found.rate.quote}”与“{now.quote}”“{then.quote}”算得的{exact}{unit}不符",
            f"“{found.rate.quote}” does not follow from “{now.quote}” and “{then.quote}”: {exact}{unit}",
        ),
        arithmetic=f"({plain(order[0].value)} − {plain(order[1].value)}) ÷ {plain(then.value)}{times} = {exact}{unit} ≠ {found.rate.printed}{unit}",
        suggestion=Message(
            "请核对增减幅度和上年数；口径有调整的请注明。",
            "Check the growth and last year's value.",
        ),
        places=(found.rate.place, now.place, then.place),
    )


def _shown(value: Decimal, printed: Figure) -> str:
    """Get a computed value with two decimals more than the printed figure has."""
    step = printed_step(printed.printed) / 100
    return plain(value.quantize(step, rounding=ROUND_HALF_UP))


def _rounded(value: Decimal, printed: Figure) -> str:
    """Get a computed value as it would be printed, rounded to the printed figure's decimals."""
    return f"{value.quantize(printed_step(printed.printed), rounding=ROUND_HALF_UP):f}"


def _of_conflict(found: Conflict) -> Finding:
    sure = found.why.zh.startswith(_EXACT_CONFLICT)
    return Finding(
        severity="error" if sure else "warning",
        kind="conflict",
        says=Message(
            f"{found.why.zh}：“{found.first.quote}”、“{found.second.quote}”",
            f"{found.why.en}: “{found.first.quote}”, “{found.second.quote}”",
        ),
        arithmetic=f"{plain(found.first.value)} ≠ {plain(found.second.value)}",
        suggestion=Message(
            "请以台账为准统一两处数字；确属不同事项的，请写明区别。",
            "Make both places agree with the register, or say how they differ.",
        ),
        places=(found.second.place, found.first.place),
    )


def finding_of_doubtful_sum(found: Sum) -> Finding:
    """Get the finding on a breakdown that one wrong digit would explain."""
    total, parts = found.total, found.parts
    computed = plain(total.value + found.difference)
    gap = plain(abs(found.difference))
    return Finding(
        severity="note",
        kind="sum",
        says=Message(
            f"“{total.quote}”的分项合计{computed}{total.unit}，相差{gap}{total.unit}，疑有一位数字误写",
            f"the parts of “{total.quote}” add up to {computed}, {gap} off: one digit may be wrong",
        ),
        arithmetic=f"{' + '.join(plain(part.value) for part in parts)} = {computed} ≠ {plain(total.value)}",
        suggestion=Message(
            "分项如为全部构成，请核对各数；如未列全，可不作修改。",
            "Check the numbers if these are all the parts; ignore this if they are not.",
        ),
        places=(total.place, *(part.place for part in parts)),
    )


def finding_of_shares(found: SharesOff) -> Finding:
    """Get the finding on shares that do not reach 100."""
    total = plain(found.total)
    return Finding(
        severity="warning",
        kind="sum",
        says=Message(f"所列占比合计{total}%，不是100%", f"the shares add up to {total}%, not 100%"),
        arithmetic=f"{' + '.join(share.printed for share in found.shares)} = {total}",
        suggestion=Message(
            "请核对各占比；分类有交叉的请注明。", "Check each share; say so where kinds overlap."
        ),
        places=tuple(share.place for share in found.shares),
    )


def finding_of_part(found: PartTooLarge) -> Finding:
    """Get the finding on a part larger than its whole."""
    return Finding(
        severity="error",
        kind="scope",
        says=Message(
            f"“{found.part.quote}”是“{found.whole.quote}”的一部分，数值却更大",
            f"“{found.part.quote}” is part of “{found.whole.quote}” and yet larger",
        ),
        arithmetic=f"{plain(found.part.value)} > {plain(found.whole.value)}",
        suggestion=Message("请核对两处数字及其范围。", "Check both figures and what they cover."),
        places=(found.part.place, found.whole.place),
    )


def finding_of_doubt(found: Doubt) -> Finding:
    """Get the note on something unlikely."""
    return Finding(
        severity="note",
        kind="plausibility",
        says=found.says,
        arithmetic=found.arithmetic,
        suggestion=found.suggestion,
        places=found.places,
    )
