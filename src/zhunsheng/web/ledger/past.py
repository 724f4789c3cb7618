"""
The ledger as it was: where it stood at the end of a day, and what its last line about each thing said then.

Lines are never changed, so what is read of a past position is the same whenever it is read. It knows no
more of what lines say than whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Max, Min, QuerySet
from django.utils.timezone import localtime

from zhunsheng.engine.ledger.verifier import LedgerError, canonical, leaf
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head, StoredLine

_CHUNK = 2_000


class NoSuchMomentError(RefusedError):
    """A time at which the ledger was not, or is not yet."""


@dataclass(frozen=True, slots=True)
class Moment:
    """
    A position of the ledger: the number of the last line that was there, and the day it was.

    Before the first line the position is -1.
    """

    position: int
    day: date


def end_of(day: date) -> Moment:
    """
    Get where the ledger stood at the end of a day.

    It is found by halving, in some twenty queries of one row, for lines are appended as time passes.
    Raises NoSuchMomentError where a line that is looked for is gone.
    """
    return Moment(_last_until(lambda when: localtime(when).date() <= day), day)


def end_at(time: datetime) -> Moment:
    """Get where the ledger stood at a time, lines of that very time included."""
    return Moment(_last_until(lambda when: when <= time), localtime(time).date())


def at(position: int) -> Moment:
    """Get the moment when a line was the last one. Raises NoSuchMomentError where there is no such line."""
    if not 0 <= position < _size():
        raise NoSuchMomentError(
            f"账本里没有账目{position}，最后一行是账目{_size() - 1}。",
            f"The ledger has no line {position}; the last one is {_size() - 1}.",
        )
    return Moment(position, _day_of(position))


def last_line(about: str, moment: Moment) -> StoredLine | None:
    """Get the last line about one thing at a moment; None where there was none yet."""
    lines = StoredLine.objects.filter(about=about, number__lte=moment.position)
    return lines.order_by("-number").first()


def last_lines(
    kind: str,
    moment: Moment,
    *,
    keys: Collection[int] | None = None,
    saying: Mapping[str, object] | None = None,
) -> QuerySet[StoredLine]:
    """
    Get the last line about each thing of a kind at a moment, in no order.

    Things of a kind are about the kind, a slash and their own key: the entries of a register, all units.
    With `keys` those only, some hundreds at most; `saying` narrows the lines by what they say.
    """
    lines = of_kind(kind)
    if keys is not None:
        lines = StoredLine.objects.filter(about__in=[f"{kind}/{key}" for key in keys])
    until = lines.filter(number__lte=moment.position)
    numbers = until.order_by().values("about").annotate(last=Max("number")).values("last")
    return StoredLine.objects.filter(number__in=numbers, **(saying or {})).order_by()


def first_lines(kind: str) -> dict[str, StoredLine]:
    """Get the first line there ever was about each thing of a kind, by what it is about."""
    numbers = of_kind(kind).order_by().values("about").annotate(first=Min("number")).values("first")
    return {line.about: line for line in StoredLine.objects.filter(number__in=numbers).order_by()}


def of_kind(kind: str) -> QuerySet[StoredLine]:
    """Get all lines about things of a kind, by the index on what lines are about."""
    if connection.vendor == "postgresql":
        return StoredLine.objects.filter(about__startswith=f"{kind}/")
    # What SQLite makes of a prefix reads all lines; the sign after the slash is the nought.
    return StoredLine.objects.filter(about__gte=f"{kind}/", about__lt=f"{kind}0")


def rows(lines: QuerySet[StoredLine], *columns: str) -> Iterator[tuple[Any, ...]]:
    """Get some columns of lines one by one, without holding all at once."""
    return lines.values_list(*columns).iterator(_CHUNK)


def is_intact(line: StoredLine) -> bool:
    """Whether a stored line is what was hashed when it was appended."""
    algorithm = Head.objects.values_list("algorithm", flat=True).get(pk=1)
    try:
        return leaf(algorithm, canonical(store.plain(line))).hex() == line.digest
    except LedgerError:
        return False


def digest_at(moment: Moment) -> str:
    """Get the hash of the last line at a moment: with it, all lines before are fixed. Empty without one."""
    digests = StoredLine.objects.filter(number=moment.position).values_list("digest", flat=True)
    return digests.first() or ""


def _size() -> int:
    return Head.objects.filter(pk=1).values_list("size", flat=True).first() or 0


def _last_until(is_then: Callable[[datetime], bool]) -> int:
    low, high = 0, _size()
    while low < high:
        middle = (low + high) // 2
        if is_then(_time_of(middle)):
            low = middle + 1
        else:
            high = middle
    return low - 1


def _day_of(number: int) -> date:
    return localtime(_time_of(number)).date()


def _time_of(number: int) -> datetime:
    found = StoredLine.objects.filter(number=number).values_list("at", flat=True).first()
    if found is None:
        raise NoSuchMomentError(
            f"账目{number}不见了，说不出那时的情况。请先核对账本。",
            f"Line {number} is gone, so the past cannot be told. Verify the ledger.",
        )
    return datetime.fromisoformat(found)
