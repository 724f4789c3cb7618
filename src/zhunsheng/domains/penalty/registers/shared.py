"""What means the same in every register of penalties."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from zhunsheng.domains.penalty.instruments import PENALTY_LAW
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Predicate

article = PENALTY_LAW.article


def officers_field(key: str = "officers") -> Field:
    """Get the field for the officers who handle a case, each from the pool."""
    return Field(
        key=key,
        label="办案人员",
        kind="rows",
        help="至少两名，从执法人员库中选取。",
        source=article("第四十二条"),
        columns=(
            Field(
                key="officer",
                label="执法证记录编号",
                kind="reference",
                refers_to="enforcement.officer",
                required=True,
                brings=("mark", "valid_until", "revoked"),
            ),
        ),
    )


def fit_officers(rows: Iterable[Mapping[str, Any]], day: str | None) -> int:
    """Get how many different officers hold a certificate that is valid on a day."""
    return len(
        {
            row["officer"]
            for row in rows
            if row.get("officer.mark") == "valid"
            and not row.get("officer.revoked")
            and (row.get("officer.valid_until") or "") >= (day or "")
        }
    )


def filled(*keys: str) -> Predicate:
    """Get whether all of some fields are filled."""
    return lambda case: all(bool(case.get(key)) for key in keys)


def unless(excused: Predicate, holds: Predicate) -> Predicate:
    """Get what must hold where nothing excuses from it."""
    return lambda case: excused(case) or holds(case)


def outcome_among(outcomes: Collection[str], holds: Predicate) -> Predicate:
    """Get what must hold where a case is decided in one of some ways."""
    return lambda case: case.get("outcome") not in outcomes or holds(case)
