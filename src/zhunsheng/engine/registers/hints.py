"""
Hints: entries of the same register that look alike, where that should make somebody think.

A hint obliges nobody and blocks nothing. It compares one field of an entry with the same field of
others, never a personal one, and says how many look alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import NAME
from zhunsheng.engine.registers.procedures import Predicate, Values

Likeness = Callable[[str, str], bool]

_ALIKE = 0.5
_LONGEST = 2000
_NOISE = re.compile(r"[\W_]+")
_BETWEEN_ITEMS = re.compile(r"[、，,；;\s]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Hint:
    """
    What to say of an entry that looks like others.

    `says` holds one `{count}`, the number of entries whose field `compares` is `alike` to this one's.
    `when` tells whether an entry is worth the hint, `counts` which others are looked at.

    Raises DeclarationError where the declaration contradicts itself.
    """

    key: str
    compares: str
    says: str
    alike: Likeness
    when: Predicate | None = None
    counts: Predicate | None = None

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                raise DeclarationError(f"提示{self.key}：{zh}。", f"Hint {self.key}: {en}.")

    def _contradictions(self) -> tuple[tuple[bool, str, str], ...]:
        return (
            (
                not NAME.fullmatch(self.key),
                "名称应为小写英文",
                "its key must be lower-case English",
            ),
            (self.says.count("{count}") != 1, "应写明{count}", "it must say {count} once"),
        )


@dataclass(frozen=True, slots=True)
class Other:
    """Another entry of the register, as far as a hint may look at it."""

    key: int
    number: str
    title: str
    values: Values


@dataclass(frozen=True, slots=True)
class Hinted:
    """A hint that applies to an entry, and the entries it speaks of."""

    hint: Hint
    others: tuple[Other, ...]

    @property
    def says(self) -> str:
        """The hint with its number."""
        return self.hint.says.replace("{count}", str(len(self.others)))


def hinted(hints: Iterable[Hint], values: Values, others: Iterable[Other]) -> tuple[Hinted, ...]:
    """Get the hints that apply to an entry among others, each with the entries that look alike."""
    looked_at, found = tuple(others), []
    for hint in hints:
        own = values.get(hint.compares)
        if not own or (hint.when is not None and not hint.when(values)):
            continue
        alike = tuple(
            other
            for other in looked_at
            if (said := other.values.get(hint.compares))
            and (hint.counts is None or hint.counts(other.values))
            and hint.alike(str(own), str(said))
        )
        if alike:
            found.append(Hinted(hint, alike))
    return tuple(found)


def reads_alike(one: str, other: str) -> bool:
    """
    Whether two short texts speak of the same thing: half of their pairs of characters are shared.

    >>> reads_alike("老旧小区改造方案", "城东老旧小区改造方案")
    True
    >>> reads_alike("老旧小区改造方案", "学校划片范围")
    False
    """
    first, second = _pairs(one), _pairs(other)
    return bool(first) and len(first & second) >= _ALIKE * len(first | second)


def shares_an_item(one: str, other: str) -> bool:
    """
    Whether two enumerations name an item in common.

    >>> shares_an_item("水费缴纳、燃气缴费", "燃气缴费；社保查询")
    True
    >>> shares_an_item("水费缴纳", "燃气缴费")
    False
    """
    return bool(_items(one) & _items(other))


# An entry is compared with hundreds, again each time its page is opened.
@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    bare = _NOISE.sub("", text[:_LONGEST])
    return frozenset(bare[at : at + 2] for at in range(max(len(bare) - 1, 1))) - {""}


def _items(text: str) -> frozenset[str]:
    return frozenset(_BETWEEN_ITEMS.split(text[:_LONGEST].strip("。 "))) - {""}
