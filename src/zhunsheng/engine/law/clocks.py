"""
Statutory clocks as declared facts: what starts one, how long it runs, what may lengthen or stop it.

It knows the form of a clock and refuses what contradicts itself; `deadlines` does the counting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import get_args

from zhunsheng.engine.law.errors import LawError
from zhunsheng.engine.law.rules import Article, Sense, Unit
from zhunsheng.engine.refusals import DeclarationError

_KEY = re.compile(r"[a-z][a-z0-9_]{0,60}")
_DATE = re.compile(r"(?:\d{4}-)?\d{2}-\d{2}")
# The civil code's roll-over is about periods: a day named by the law, a cycle and a term of
# validity stay as they are, and a lead time is not shortened by it.
_ROLLED = frozenset({"at_most", "at_least", "wait"})
_DAY_UNITS = frozenset({"calendar_day", "month", "year"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Extension:
    """
    By how much a period may be lengthened, who approves it, and when.

    `amount` is the most the law allows, in the clock's own unit; None where the law sets no cap.
    `approver` and `notify` are empty where the law names nobody.
    """

    amount: int | None
    source: Article
    condition: str = ""
    approver: str = ""
    notify: str = ""
    rule: str = ""
    verified: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What stops a clock while it lasts: an appraisal, a hearing, papers to be supplied."""

    label: str
    source: Article
    rule: str = ""
    verified: bool = True


@dataclass(frozen=True)
class Version:
    """
    How long a clock runs under one version of the law.

    `amount` is a number of the clock's units; for the unit `date` a day written `03-01` (every
    year) or `2025-06-30` (once). `in_force` is the instrument's day unless the rule has its own.

    Source: an act is judged by the law in force on its day.
    """

    amount: int | str
    source: Article
    extension: Extension | None = None
    verified: bool = True
    since: date | None = None

    @property
    def in_force(self) -> date | None:
        """The day from which this version holds; None where it has not been established."""
        return self.since or self.source.instrument.in_force


@dataclass(frozen=True, kw_only=True)
class Clock:
    """
    A statutory clock: from an event, so many days or months, under the law of the day.

    `says` is the rule in our own words, `rule` its key in the catalogue of rules. `starts_on` and
    `ends_on` name the events as registers do; their labels are what people read. `sense` tells a
    maximum (`at_most`) from a minimum (`at_least`), a lead time before an event (`lead_time`), a
    time to wait (`wait`), a day of the year (`by_date`), a frequency (`cycle`) and a validity
    (`fixed_term`). Versions stand oldest first. `days_mean` is the article by which the law's 日 are
    working days, where the rule itself does not say so.

    Raises DeclarationError where the declaration contradicts itself.
    """

    key: str
    label: str
    says: str
    unit: Unit
    versions: tuple[Version, ...]
    starts_on: str
    starts_label: str
    ends_on: str = ""
    ends_label: str = ""
    sense: Sense = "at_most"
    suspended_by: tuple[Ground, ...] = ()
    days_mean: Article | None = None
    rule: str = ""

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                raise DeclarationError(f"时限{self.key}：{zh}。", f"Clock {self.key}: {en}.")

    @property
    def rolls_over(self) -> bool:
        """
        Whether a last day off gives way to the next working day.

        Source: 民法典第二百零三条. A period in working days ends on one by itself.
        """
        return self.sense in _ROLLED and self.unit in _DAY_UNITS

    @property
    def is_minimum(self) -> bool:
        """Whether the period must run out before one may go on."""
        return self.sense in {"at_least", "wait"}

    @property
    def current(self) -> Version:
        """The latest version."""
        return self.versions[-1]

    def held_on(self, day: date | None) -> bool:
        """Whether a version is in force on a day; without a day, or an established one: True."""
        since = self.versions[0].in_force
        return day is None or since is None or since <= day

    def version_on(self, day: date) -> Version:
        """
        Get the version in force on a day.

        Raises LawError where the day is before the earliest version that is held.
        """
        for version in reversed(self.versions):
            if version.in_force is None or version.in_force <= day:
                return version
        earliest = self.versions[0]
        since = earliest.source.instrument.since
        raise LawError(
            f"“{self.label}”依据的{earliest.source}{since.zh}，"
            f"{day}应适用当时的规定，本软件没有收录。请核对起算日期，或按当时的规定办理。",
            f"{self.label} rests on {earliest.source}, {since.en}; the law "
            f"of {day} is not held. Check the start, or apply the law of that day by hand.",
        )

    def _contradictions(self) -> tuple[tuple[bool, str, str], ...]:
        """Get what may be wrong with the declaration: whether it is, and how to say so."""
        dated = [version for version in self.versions if version.in_force is not None]
        days = [version.in_force for version in dated if version.in_force is not None]
        by_day = self.unit == "date"
        return (
            (
                not _KEY.fullmatch(self.key),
                "名称应为小写英文",
                "its key must be lower-case English",
            ),
            (self.unit not in get_args(Unit), "单位不认识", f"unknown unit {self.unit}"),
            (self.sense not in get_args(Sense), "性质不认识", f"unknown sense {self.sense}"),
            (not self.versions, "至少要有一个版本", "it needs a version"),
            (days != sorted(set(days)), "版本应按施行日期排列", "versions must be in order"),
            (
                any(_is_wrong(version.amount, by_day=by_day) for version in self.versions),
                "数量与单位不符",
                "an amount does not fit the unit",
            ),
            (
                by_day != (self.sense == "by_date"),
                "固定日期须与单位“date”同用",
                "by_date and the unit date go together",
            ),
            (
                by_day and any(version.extension for version in self.versions),
                "固定日期不能延长",
                "a fixed day cannot be extended",
            ),
        )


def _is_wrong(amount: int | str, *, by_day: bool) -> bool:
    if isinstance(amount, str):
        return not by_day or not _DATE.fullmatch(amount)
    return by_day or not 1 <= amount <= 1000
