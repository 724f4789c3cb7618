"""
Indicators as declared: which entries are counted, out of which, and the words that speak of them.

It knows the form of an indicator and refuses one that contradicts itself; it computes nothing, and
does not know which registers there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from zhunsheng.engine.refusals import DeclarationError

Predicate = Callable[[Any, Any], Any]
"""A condition on a row of the register's typed table and the period, as an Ibis expression."""

# Longer than that of a field: the cells of a table are called by their row and their column.
NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")
Holds = Literal["in_period", "by_end"]
Better = Literal["more", "fewer", "neither"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Definition:
    """
    What an indicator counts, from a day on.

    `counts` picks the rows that are counted and `out_of` the base; `of` is what a total or a mean adds
    up: a number field, or an expression. `note` says what changed when this definition took over.
    """

    counts: Predicate | None = None
    out_of: Predicate | None = None
    of: str | Predicate = ""
    since: date = date.min
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """
    One figure that plans ask for and reports give.

    `on` is the column of a date or a time by which an entry belongs to a period (the register's own day
    where it is empty); `holds` says whether entries of the period are looked at, or all up to its end.
    `said_as` are the words by which plans and reports speak of it, `better` whether more or fewer is
    better; those of one `group` stand together in lists. `earlier` holds definitions that were in force
    before, oldest first; each ends where the next begins.

    Raises DeclarationError where it contradicts itself.
    """

    key: str
    label: str
    register: str
    counts: Predicate | None = None
    said_as: tuple[str, ...] = ()
    source: str = ""
    says: str = ""
    group: str = ""
    measure: str = "件"
    on: str = ""
    holds: Holds = "in_period"
    better: Better = "neither"
    since: date = date.min
    note: str = ""
    earlier: tuple[Definition, ...] = ()

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                raise DeclarationError(f"指标{self.key}：{zh}。", f"Indicator {self.key}: {en}.")

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """All definitions, oldest first; the last one is in force."""
        return (*self.earlier, self._present())

    def definition_on(self, day: date) -> Definition:
        """Get the definition in force on a day; the first one for days before all of them."""
        begun = [one for one in self.definitions if one.since <= day]
        return begun[-1] if begun else self.definitions[0]

    def _present(self) -> Definition:
        return Definition(counts=self.counts, since=self.since, note=self.note)

    def _contradictions(self) -> Iterator[tuple[bool, str, str]]:
        yield not NAME.fullmatch(self.key), "名称应为小写英文", "its key must be lower-case English"
        yield not self.label, "缺少中文名", "it needs a label"
        yield (
            "." in self.register or not self.register,
            "台账应写本领域台账的名称，不带领域",
            "register is the key of a register of its own domain",
        )
        yield (
            self.holds not in get_args(Holds),
            f"holds应为{'、'.join(get_args(Holds))}",
            f"holds must be one of {', '.join(get_args(Holds))}",
        )
        yield (
            self.better not in get_args(Better),
            f"better应为{'、'.join(get_args(Better))}",
            f"better must be one of {', '.join(get_args(Better))}",
        )
        yield (
            len(set(self.said_as)) != len(self.said_as) or "" in self.said_as,
            "说法有空的或者重复的",
            "said_as has an empty or a repeated wording",
        )
        days = [one.since for one in self.definitions]
        yield (
            days != sorted(set(days)),
            "各版口径的启用日期应由先到后，互不相同",
            "definitions must stand in the order of their days",
        )
        yield (
            any(not one.note for one in self.definitions[1:]),
            "改了口径须写明改了什么（note）",
            "a changed definition needs a note of what changed",
        )


@dataclass(frozen=True, kw_only=True)
class Count(Indicator):
    """How many entries hold: 0 where there are none."""


@dataclass(frozen=True, kw_only=True)
class Total(Indicator):
    """The sum of a number over the entries that hold; nothing to add up gives no figure."""

    of: str | Predicate = ""

    def _present(self) -> Definition:
        return Definition(counts=self.counts, of=self.of, since=self.since, note=self.note)

    def _contradictions(self) -> Iterator[tuple[bool, str, str]]:
        yield from super()._contradictions()
        unnamed = any(not one.of for one in self.definitions)
        yield unnamed, "合计须写明加总哪个字段（of）", "a total says which field it adds up (of)"


@dataclass(frozen=True, kw_only=True)
class Mean(Indicator):
    """
    The mean of a number over the entries that hold and have it; none of them gives no figure.

    It is kept as sum and number of entries, so that it stays exact and units add up. `per` tells how many
    of what is added up make one of `measure`: 3600 for seconds told as hours.
    """

    of: str | Predicate = ""
    per: int = 1

    def _present(self) -> Definition:
        return Definition(counts=self.counts, of=self.of, since=self.since, note=self.note)

    def _contradictions(self) -> Iterator[tuple[bool, str, str]]:
        yield from super()._contradictions()
        unnamed = any(not one.of for one in self.definitions)
        yield unnamed, "平均数须写明是什么的平均（of）", "a mean says what it is of (of)"
        yield self.per < 1, "换算的倍数（per）至少为1", "per must be at least 1"


@dataclass(frozen=True, kw_only=True)
class Share(Indicator):
    """How many of a base hold: what is unanswered stays in the base; no base gives no figure."""

    out_of: Predicate | None = None

    def _present(self) -> Definition:
        return Definition(counts=self.counts, out_of=self.out_of, since=self.since, note=self.note)

    def _contradictions(self) -> Iterator[tuple[bool, str, str]]:
        yield from super()._contradictions()
        bare = any(one.counts is None for one in self.definitions)
        yield bare, "比率须写明分子（counts）", "a share says what it counts"


@dataclass(frozen=True, kw_only=True)
class Coverage(Indicator):
    """How many units have at least `reaches` entries that hold, of all units that should."""

    reaches: int = 1

    def _contradictions(self) -> Iterator[tuple[bool, str, str]]:
        yield from super()._contradictions()
        yield self.reaches < 1, "覆盖的件数至少为1", "reaches must be at least 1"


@dataclass(frozen=True, kw_only=True)
class Complete(Indicator):
    """
    How many things have all their entries hold, of all things that have any in the base.

    `each` is the column that tells the things apart: the towns, say, all items of which are published. A
    thing belongs to the unit that keeps its entries; one that two units keep is two.
    """

    each: str = ""
    out_of: Predicate | None = None

    def _present(self) -> Definition:
        return Definition(counts=self.counts, out_of=self.out_of, since=self.since, note=self.note)

    def _contradictions(self) -> Iterator[tuple[bool, str, str]]:
        yield from super()._contradictions()
        yield not self.each, "须写明按哪一列分（each）", "it says which column tells things apart"
        yield from self._bare()

    def _bare(self) -> Iterator[tuple[bool, str, str]]:
        bare = any(one.counts is None for one in self.definitions)
        yield bare, "须写明怎样算齐全（counts）", "it says which entries hold (counts)"


@dataclass(frozen=True, kw_only=True)
class Distinct(Complete):
    """
    How many different things have an entry that holds: 0 where there are none.

    Things are told apart as those that are complete; it is their number, and no part of a whole.
    """

    def _bare(self) -> Iterator[tuple[bool, str, str]]:
        return iter(())
