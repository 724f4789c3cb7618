"""What a measure computes: officers with valid certificates, when it ended, a report in time."""

from datetime import datetime, timedelta

from zhunsheng.domains.compulsion.clocks import EMERGENCY_REPORT
from zhunsheng.engine.registers.procedures import Values


def fit_officers(measure: Values) -> int | None:
    """Get how many different officers held a certificate that was valid on the day of the measure."""
    rows = measure.get("officers")
    if not rows:
        return None
    day = (measure.get("executed") or measure.get("begun") or "")[:10]
    return len(
        {
            row["officer"]
            for row in rows
            if row.get("officer.mark") == "valid"
            and not row.get("officer.revoked")
            and (row.get("officer.valid_until") or "") >= day
        }
    )


def ended(measure: Values) -> str | None:
    """Get the day on which a measure was handled, lifted or lapsed: whichever came first."""
    days = [measure[key] for key in ("handled", "lifted", "lapsed") if measure.get(key)]
    return min(days, default=None)


def reported_in_time(measure: Values) -> bool | None:
    """Get whether an urgent measure was reported within the hours the law gives."""
    executed, reported = measure.get("executed"), measure.get("reported")
    if not measure.get("urgent") or not executed or not reported:
        return None
    hours = EMERGENCY_REPORT.current.amount
    assert isinstance(hours, int)  # noqa: S101  # the clock counts hours
    taken = datetime.fromisoformat(reported) - datetime.fromisoformat(executed)
    return taken <= timedelta(hours=hours)
