"""Two plans side by side: which tasks are kept, changed, new or dropped, and which take up those of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from zhunsheng.engine.planning.unit_names import alikeness

Change = Literal["kept", "changed", "new", "dropped"]
_SIGNS = re.compile(r"[\s，,。；;：:、“”\"（）()〔〕\[\]《》.．]+")
# 一半以上的字对相同，才谈得上是同一件事。
_ALIKE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTask:
    """A task of a plan by a key of the caller's own; `facts` are what else a change of it would change."""

    key: str
    path: str
    title: str
    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What became of a task: `before` is missing where it is new, `after` where it was dropped."""

    change: Change
    before: PlannedTask | None
    after: PlannedTask | None

    @property
    def moved(self) -> bool:
        """Whether it has another place in the new plan."""
        return bool(self.before and self.after and self.before.path != self.after.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A task of another plan with the tasks that may take it up, the likest first, and how much alike."""

    other: PlannedTask
    by: tuple[tuple[PlannedTask, float], ...]


def differences(
    before: Sequence[PlannedTask], after: Sequence[PlannedTask]
) -> tuple[Difference, ...]:
    """
    Get what became of the tasks of a plan in a new one: in the new order, the dropped ones last.

    Tasks with the same words are the same; of the others the likest are paired, each once.
    """
    pairs = dict(_pairs(before, after))
    found = []
    for at, task in enumerate(after):
        old = before[pairs[at]] if at in pairs else None
        if old is None:
            found.append(Difference(change="new", before=None, after=task))
        else:
            same = _plain(old.text) == _plain(task.text) and old.facts == task.facts
            change: Change = "kept" if same else "changed"
            found.append(Difference(change=change, before=old, after=task))
    gone = set(range(len(before))) - set(pairs.values())
    found += [Difference(change="dropped", before=before[at], after=None) for at in sorted(gone)]
    return tuple(found)


def taken_up(
    others: Sequence[PlannedTask], own: Sequence[PlannedTask], most: int = 3
) -> tuple[Taken, ...]:
    """
    Get for each task of another plan those of one's own that may take it up.

    It is offered, never taken for done: whether a task of the plan above is covered, somebody says.
    """
    found = []
    for other in others:
        ranked = sorted(
            ((_likeness(other, task), -at) for at, task in enumerate(own)), reverse=True
        )
        by = tuple((own[-at], score) for score, at in ranked[:most] if score > 0)
        found.append(Taken(other=other, by=by))
    return tuple(found)


def most_alike(
    others: Iterable[PlannedTask], own: Sequence[PlannedTask]
) -> dict[str, tuple[PlannedTask, float]]:
    """Get for each of some tasks the likest one of another plan, where half of their words are the same."""
    return {
        one.other.key: one.by[0]
        for one in taken_up(tuple(others), own, most=1)
        if one.by and one.by[0][1] >= _ALIKE
    }


def _pairs(
    before: Sequence[PlannedTask], after: Sequence[PlannedTask]
) -> Iterator[tuple[int, int]]:
    """Go through the pairs of tasks that are the same, as their places in the new and the old plan."""
    scored = sorted(
        (-_likeness(old, new), abs(at - place), at, place)
        for at, new in enumerate(after)
        for place, old in enumerate(before)
    )
    used_new, used_old = set[int](), set[int]()
    for score, _, at, place in scored:
        if -score < _ALIKE:
            return
        if at not in used_new and place not in used_old:
            used_new.add(at)
            used_old.add(place)
            yield at, place


def _likeness(one: PlannedTask, other: PlannedTask) -> float:
    """Get how much two tasks are alike: by their titles or by all their words, whichever is more."""
    return max(
        alikeness(_plain(one.title), _plain(other.title)),
        alikeness(_plain(one.text), _plain(other.text)),
    )


def _plain(text: str) -> str:
    return _SIGNS.sub("", text)
