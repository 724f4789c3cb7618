"""Until when somebody may not apply again: after false material, after a licence got by fraud."""

from datetime import date

from zhunsheng.domains.licence.clocks import FALSE_MATERIAL_BAN, FRAUD_BAN
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.deadlines import add_months
from zhunsheng.engine.registers.procedures import Values


def _years_after(day: str | None, clock: Clock) -> str | None:
    years = clock.current.amount
    assert isinstance(years, int)  # noqa: S101  # both clocks count years
    return str(add_months(date.fromisoformat(day), 12 * years)) if day else None


def banned_for_false_material(case: Values) -> str | None:
    """Get the last day of the ban on whom an application with false material was refused for."""
    if not (case.get("false_material") and case.get("public_safety")):
        return None
    # 准予的不属此情形：只看不予受理、不予许可。
    refused = case.get("declined") or (case.get("decided") if case.get("refusal_reasons") else None)
    return _years_after(refused, FALSE_MATERIAL_BAN)


def banned_for_fraud(ending: Values) -> str | None:
    """Get the last day of the ban on whose licence was revoked as it was got by fraud or bribery."""
    if not (ending.get("fraud") and ending.get("public_safety")):
        return None
    return _years_after(ending.get("revoked"), FRAUD_BAN)
