"""
Numbers that a register counts from the entries of another one that refer to it.

It knows what is counted; where those entries are kept, and when they are counted, is for the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zhunsheng.engine.registers.register import Register

Graph = Mapping[str, frozenset[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """
    Which entries of another register an entry counts: those that refer to it by a field.

    `register` is that register's full name, `by` the key of its reference. Where `states` are named,
    only entries in one of them count; where there is `when`, only those it holds of, which is given
    the values that are not personal, and the `state`.
    """

    register: str
    by: str
    states: tuple[str, ...] = ()
    when: Callable[[Mapping[str, Any]], bool] | None = None

    def holds(self, state: str, values: Mapping[str, Any]) -> bool:
        """Whether an entry that refers by the field counts, given its state and its values."""
        if self.states and state not in self.states:
            return False
        return self.when is None or self.when({**values, "state": state})


def counted_elsewhere(name: str, register: Register) -> Iterator[tuple[str, str, Counted]]:
    """Get what a register counts: its full name, the key of the field, and which entries."""
    for field in register.fields:
        if field.counts is not None:
            yield name, field.key, field.counts


def wrongly_counted(
    name: str, register: Register, registers: Mapping[str, Register]
) -> Iterator[tuple[list[str], str, str]]:
    """Get what is wrong with what a register counts, given all registers by their full names."""
    counting = [(key, one) for _, key, one in counted_elsewhere(name, register)]
    known = [
        (key, one, registers[one.register]) for key, one in counting if one.register in registers
    ]
    yield (
        [f"{key}（{one.register}）" for key, one in counting if one.register not in registers],
        "计数的台账没有",
        "what is counted is in no register",
    )
    yield (
        [
            f"{key}（{one.register}.{one.by}）"
            for key, one, other in known
            if one.by not in other.by_key or other.field(one.by).refers_to != name
        ],
        "计数所依据的字段，没有或者不引用本台账",
        "what counts must refer to this register by the field",
    )
    yield (
        [
            f"{key}（{state}）"
            for key, one, other in known
            for state in one.states
            if other.procedure is None or state not in {it.key for it in other.procedure.states}
        ],
        "计数的台账没有这些状态",
        "the register that is counted has no such states",
    )
    yield (
        [name] if counting and name in _reached(name, _moved_by(registers)) else [],
        "计数的条件（when）转回到了自己",
        "what is counted by its values (when) comes to depend on itself",
    )


def _moved_by(registers: Mapping[str, Register]) -> Graph:
    """Get, for each register, those whose numbers may move as values of its entries do."""
    found: dict[str, set[str]] = {}
    for name, register in registers.items():
        for _, _, one in counted_elsewhere(name, register):
            if one.when is not None:
                found.setdefault(one.register, set()).add(name)
    return {name: frozenset(others) for name, others in found.items()}


def _reached(start: str, moved_by: Graph) -> set[str]:
    found, waiting = set[str](), list[str]([start])
    while waiting:
        for name in moved_by.get(waiting.pop(), frozenset()) - found:
            found.add(name)
            waiting.append(name)
    return found


def counts_by_register(
    registers: Iterable[tuple[str, Register]],
) -> Mapping[str, tuple[tuple[str, str, Counted], ...]]:
    """Get who counts the entries of each register: the register that counts, its field, and which."""
    found: dict[str, list[tuple[str, str, Counted]]] = {}
    for name, register in registers:
        for one in counted_elsewhere(name, register):
            found.setdefault(one[2].register, []).append(one)
    return {name: tuple(listed) for name, listed in found.items()}
