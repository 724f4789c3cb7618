"""What a penalty case computes: fit officers, time limits, hearings, and the range of the fine."""

from datetime import date
from typing import Any

from zhunsheng.domains.penalty.clocks import HEALTH_FINANCE_LIMITATION, LIMITATION
from zhunsheng.domains.penalty.discretion import Range, benchmark_of
from zhunsheng.domains.penalty.registers.case.vocabulary import WITH_HEARING
from zhunsheng.domains.penalty.registers.shared import fit_officers
from zhunsheng.engine.law.deadlines import add_months
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.procedures import Values


def officers_fit(case: Values) -> int | None:
    """Get how many officers had a valid certificate, on the last day they are known to have acted."""
    rows = case.get("officers")
    if not rows:
        return None
    return fit_officers(rows, case.get("investigated") or case.get("filed"))


def may_still_be_punished(case: Values) -> bool | None:
    """Get whether the violation was found within two years, or five where lives or money are at risk."""
    committed, discovered = case.get("committed"), case.get("discovered")
    if not committed or not discovered:
        return None
    clock = HEALTH_FINANCE_LIMITATION if case.get("endangers") else LIMITATION
    years = clock.current.amount
    assert isinstance(years, int)  # noqa: S101  # both clocks count years
    last = add_months(date.fromisoformat(committed), 12 * years)
    return bool(discovered <= last.isoformat())


def item_is_published(case: Values) -> bool | None:
    """Get whether the item was made public by the day of filing, and is still in the catalogue."""
    if not case.get("item"):
        return None
    filed = case.get("filed") or case.get("discovered") or ""
    published, retired = case.get("item.published"), case.get("item.retired")
    is_penalty = case.get("item.act") == "penalty"
    return bool(
        is_penalty and published and published <= filed and not (retired and retired <= filed)
    )


def earlier_violations(case: Values) -> int | None:
    """Get how many other cases of the same subject ended in a penalty before this one was found."""
    if not case.get("subject"):
        return None
    others = case.get("subject.fellows") or ()
    found = case.get("discovered") or ""
    return sum(
        bool(other.get("outcome") == "penalty" and (other.get("decided") or "9") <= found)
        for other in others
    )


def is_first(case: Values) -> bool | None:
    """Get whether it is a first violation: by the records, or as it was found where there are none."""
    earlier: int | None = case.get("earlier_violations")
    stated: bool | None = case.get("stated_first")
    if earlier is None:
        return stated
    return earlier == 0 and stated is not False


def leniency_kind(case: Values) -> str | None:
    """Get what the leniency list says of the violation, if its item is in force when it is decided."""
    kind: str | None = case.get("leniency.kind")
    day = case.get("decided") or case.get("investigated")
    if not kind or not day:
        return None
    adopted, retired = case.get("leniency.adopted"), case.get("leniency.retired")
    in_force = adopted and adopted <= day and not (retired and retired <= day)
    return kind if in_force else "lapsed"


def fine(case: Values) -> int | None:
    """Get the fine that stands: the one decided, before that the one proposed."""
    decided: int | None = case.get("fine")
    return decided if decided is not None else case.get("proposed_fine")


def lawful_range(case: Values) -> Range | None:
    """Get the lawful range of the fine by the benchmark; None where it cannot be told."""
    if not case.get("benchmark.tiers"):
        return None
    try:
        benchmark = benchmark_of(
            case["benchmark.tiers"],
            case.get("benchmark.circumstances") or (),
            case.get("benchmark.measure") or "amount",
        )
    except DeclarationError:
        return None
    named = [row["circumstance"] for row in case.get("circumstances") or ()]
    return benchmark.range(named, case.get("value"))


def tier(case: Values) -> str | None:
    """Get the tier the circumstances lead to."""
    found = lawful_range(case)
    return found.tier if found else None


def lowest(case: Values) -> int | None:
    """Get the lowest lawful fine."""
    found = lawful_range(case)
    return found.low if found else None


def highest(case: Values) -> int | None:
    """Get the highest lawful fine."""
    found = lawful_range(case)
    return found.high if found else None


def deviation(case: Values) -> str | None:
    """Get where the fine lies: in the range of the benchmark, below it, above it, or not to be told."""
    amount = fine(case)
    if amount is None:
        return None
    found = lawful_range(case)
    if found is None:
        return "unknown"
    if found.holds(amount):
        return "within"
    return "below" if amount < found.low else "above"


def may_ask_for_hearing(case: Values) -> bool | None:
    """Get whether a hearing may be asked for: by the kind of penalty or by the amount (article 63)."""
    kinds = case.get("proposed")
    if not kinds:
        return None
    if WITH_HEARING & set(kinds):
        return True
    of_person = case.get("party_kind") == "person"
    large = case.get(f"benchmark.large_for_{'person' if of_person else 'organization'}")
    amount = case.get("proposed_fine") or 0
    return bool(amount and (large is None or amount >= large))


def needs_review(case: Values) -> bool | None:
    """Get whether the decision needs a legality review (article 58)."""
    if case.get("investigated") is None:
        return None
    return bool(case.get("review_grounds") or case.get("hearing"))


def surcharge(case: Values) -> int | None:
    """Get the further fine: three percent for each day late, never more than the fine (article 72)."""
    amount, days = case.get("fine"), case.get("days_late")
    if not amount or days is None:
        return None
    found: Any = min(amount, amount * 3 * max(days, 0) // 100)
    return int(found)
