"""
Statutory rules as declared facts: which instrument, which article, what it asks, since when.

It knows the form of a rule; which rules there are is for the domains to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import DeclarationError

Unit = Literal["working_day", "calendar_day", "month", "year", "hour", "date"]
Sense = Literal["at_most", "at_least", "lead_time", "wait", "by_date", "cycle", "fixed_term"]
Kind = Literal[
    "counting",
    "deadline",
    "extension",
    "gate",
    "publication",
    "quorum",
    "retention",
    "suspension",
    "threshold",
    "validity",
]


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """
    One version of a law, regulation or document.

    `in_force` is None where the day it took effect has not been established; a day that was not seen
    in a text at hand is not `dated`, and is said to be unconfirmed wherever it is shown.

    >>> law = Instrument(name="某条例", version="2019修订", number="国务院令第1号")
    >>> str(law.article("第三条"))
    '某条例（国务院令第1号）第三条'
    """

    name: str
    version: str
    number: str = ""
    in_force: date | None = None
    dated: bool = False

    @property
    def since(self) -> Message:
        """From when it is in force, as people read it."""
        if self.in_force is None:
            return Message("施行日期未核实", "in force from an unknown day")
        zh, en = ("", "") if self.dated else ("（日期未核实）", " (day not verified)")
        return Message(f"自{self.in_force}起施行{zh}", f"in force from {self.in_force}{en}")

    def article(self, article: str) -> Article:
        """Get an article of the instrument, as a rule cites it."""
        return Article(self, article)

    def __str__(self) -> str:
        return f"{self.name}（{self.number or self.version}）"


@dataclass(frozen=True, slots=True)
class Article:
    """A place in an instrument; `article` is empty where it is not established."""

    instrument: Instrument
    article: str

    def __str__(self) -> str:
        return f"{self.instrument}{self.article}"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """
    A rule that is no clock: a gate, a threshold, a way of counting.

    `says` is the rule in our own words. `amount` is as the instrument has it, in `unit`.
    A rule that is not `verified` was carried over without seeing the text of the article.
    """

    key: str
    says: str
    kind: Kind
    source: Article
    amount: str = ""
    unit: str = ""
    verified: bool = True

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            known = "、".join(get_args(Kind))
            raise DeclarationError(
                f"规则{self.key}的类别“{self.kind}”不认识，可以写{known}。",
                f'Rule {self.key} is of unknown kind "{self.kind}"; known are {known}.',
            )
        if bool(self.amount) != bool(self.unit):
            raise DeclarationError(
                f"规则{self.key}的数量和单位要么都写，要么都不写。",
                f"Rule {self.key} needs both an amount and a unit, or neither.",
            )

    def held_on(self, day: date | None) -> bool:
        """Whether the rule is in force on a day; without a day, or an established one: True."""
        since = self.source.instrument.in_force
        return day is None or since is None or since <= day
