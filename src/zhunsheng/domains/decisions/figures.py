"""
What the plans ask to compute over decisions: which rules apply, what is missing, what all steps took.

Entries come in by their references (`decisions.decision/2026-0001`), so that lists name them. A share
of nothing is no share, never 0 or 100 percent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from zhunsheng.domains.decisions.registers.decision.completion import is_complete, publication_lag
from zhunsheng.domains.decisions.registers.shared import ASSESSED_KEYS
from zhunsheng.engine.registers.procedures import Values

Entries = Mapping[str, Values]

_OWES_A_CATALOGUE = frozenset({"government", "department"})
_ADOPTED = frozenset({"adopted", "adopted_amended"})
_LENGTHS = {"province": 2, "city": 4, "county": 6}


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of so many; `percent` is None where there is nothing to count."""

    counted: int
    out_of: int

    @property
    def percent(self) -> Decimal | None:
        """The share in percent, unrounded."""
        return Decimal(100 * self.counted) / self.out_of if self.out_of else None


@dataclass(frozen=True, slots=True)
class Difference:
    """
    Where catalogue, decisions and reviews of a year do not agree, by references.

    `undecided` are items of the catalogue without a decision, `off_catalogue` decisions that name no
    item, `unreviewed` decisions without a legality review; the last should be empty.
    """

    undecided: tuple[str, ...]
    off_catalogue: tuple[str, ...]
    unreviewed: tuple[str, ...]


def rules_for(rule_sets: Entries, covers: str, region: str, on: date) -> tuple[str, ...]:
    """
    Get the rules that apply in a region on a day, the nearest to the region first.

    The rules of a province and of a city apply in what lies in them. A county comes before its city,
    the city before the province, the province before the state.
    """
    found = [
        (len(_applies_in(one)), key)
        for key, one in rule_sets.items()
        if one["covers"] == covers
        and region.startswith(_applies_in(one))
        and one["effective"] <= on.isoformat()
        and not (one.get("repealed") and one["repealed"] <= on.isoformat())
    ]
    return tuple(key for _, key in sorted(found, key=lambda pair: (-pair[0], pair[1])))


def _applies_in(rule_set: Values) -> str:
    """Get how the codes begin of the places a rule set applies in."""
    return str(rule_set.get("region") or "")[: _LENGTHS.get(rule_set["level"], 0)]


def without_catalogue(
    catalogues: Iterable[Values], organs: Mapping[str, str], year: int
) -> tuple[str, ...]:
    """Get the organs, of those with their kinds, that owe a catalogue of a year and published none."""
    published = {one["organ"] for one in catalogues if one["year"] == year and one.get("published")}
    return tuple(
        organ
        for organ, kind in organs.items()
        if kind in _OWES_A_CATALOGUE and organ not in published
    )


def made_in(decisions: Entries, year: int) -> dict[str, Values]:
    """Get the decisions that a meeting adopted in a year."""
    return {
        key: one
        for key, one in decisions.items()
        if one.get("outcome") in _ADOPTED and str(one.get("met") or "")[:4] == str(year)
    }


def with_all_steps(decisions: Entries, year: int) -> Counted:
    """Count the decisions of a year in which no step that they need is missing."""
    made = made_in(decisions, year).values()
    return Counted(sum(map(is_complete, made)), len(made))


def difference(items: Entries, decisions: Entries, year: int) -> Difference:
    """Get where the catalogue, the decisions and the legality reviews of a year do not agree."""
    made = made_in(decisions, year)
    decided = {one.get("catalogue_item") for one in made.values()}
    return Difference(
        undecided=tuple(
            key
            for key, one in items.items()
            if one["planned"][:4] == str(year) and not one.get("removed") and key not in decided
        ),
        off_catalogue=tuple(key for key, one in made.items() if not one.get("catalogue_item")),
        unreviewed=tuple(key for key, one in made.items() if not one.get("opinion_given")),
    )


def assessed_in_the_ten_fields(decisions: Iterable[Values]) -> Counted:
    """Count the decisions of the ten fields whose risks were assessed, out of those decided on."""
    base = [one for one in decisions if one["subject"] in ASSESSED_KEYS and one.get("met")]
    return Counted(sum(bool(one.get("risk_assessed")) for one in base), len(base))


def without_counsel(decisions: Entries) -> tuple[str, ...]:
    """Get the decisions that were taken at a meeting without legal counsel."""
    return tuple(key for key, one in decisions.items() if one.get("counsel_present") is False)


def unpublished(decisions: Entries, year: int) -> tuple[str, ...]:
    """Get the decisions of a year that are not published, those that may not be left out."""
    return tuple(
        key
        for key, one in made_in(decisions, year).items()
        if not one.get("published") and not one.get("not_public")
    )


def days_to_publication(decisions: Iterable[Values]) -> Decimal | None:
    """Get the median of the days from meeting to publication; None where none is published."""
    lags = [lag for one in decisions if (lag := publication_lag(one)) is not None]
    return Decimal(str(median(lags))) if lags else None
