"""
Verifies the stored chain: every line as it was hashed, none missing, and all that was signed of it.

It reads some lines at a time and holds no lock, so that people go on working meanwhile. It does not
know what lines are about; whoever does looks at each chunk too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from zhunsheng.engine.ledger.verifier import ALGORITHMS, LedgerError, canonical, commitment, leaf
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.faults import Fault, of_line
from zhunsheng.web.ledger.models import Head, StoredLine, StoredOpening, TreePart
from zhunsheng.web.ledger.signatures import Signed
from zhunsheng.web.ledger.tree import LEVEL, grown_from

# What is done when personal values are taken out for good.
ERASING = ("entry.erase", "comment.withdraw")
# Looks at some lines more, and says how far it is.
Watch = Callable[[Sequence[StoredLine]], Iterable[Fault]]


@dataclass(slots=True)
class Walked:
    """How far the chain was followed, and the root over what was found."""

    size: int = 0
    root: str = ""


def walk(start: int, watch: Watch, walked: Walked) -> Iterator[Fault]:
    """
    Follow the chain from a line on, and get what is wrong as it is found; `walked` tells how far.

    Where the chain is followed from a later line, what was before is taken from the stored tree.
    """
    # What was signed is read first: then the lines about it are within the end that is read next.
    signed = Signed(start)
    head = Head.objects.filter(pk=1).first()
    if head is None:
        if StoredLine.objects.exists():
            yield Fault("账本末尾", "", "账本末尾的记录不见了，账目却还在")
        return
    if head.algorithm not in ALGORITHMS:
        yield Fault("账本末尾", "", f"账本末尾写的算法{head.algorithm}没有，被改动过")
        return
    try:
        followed = _Followed(head, start, signed)
    except LedgerError as error:
        yield Fault("树节点", "", str(error))
        return
    for lines in store.chunks(start, head.size):
        for line in lines:
            yield from followed.line(line)
        yield from followed.parts(lines)
        yield from _wrong_openings(lines, head.algorithm)
        yield from watch(lines)
    yield from followed.end()
    walked.size, walked.root = followed.tree.size, followed.tree.root().hex()


class _Followed:
    """The chain as far as it was followed."""

    def __init__(self, head: Head, start: int, signed: Signed) -> None:
        self.head = head
        self.start = start
        self.next = start
        self.previous = _digest_of(start - 1) if start else ""
        self.tree = grown_from(start, head.algorithm)
        self.signed = signed
        self.completed: dict[tuple[int, int], str] = {}
        self.wrong: set[tuple[int, int]] = set()

    def line(self, line: StoredLine) -> Iterator[Fault]:
        yield from self.signed.at(self.next, self.tree)
        try:
            hashed = leaf(self.head.algorithm, canonical(store.plain(line)))
        except LedgerError as error:
            hashed = b""
            yield of_line(line, f"的内容被改动过（{error}）")
        if hashed and hashed.hex() != line.digest:
            yield of_line(line, "的内容被改动过")
        if line.number != self.next or line.previous != self.previous:
            yield of_line(line, "之前有账目被删去或者换位")
        self.next, self.previous = line.number + 1, line.digest
        yield from self.signed.line(line)
        for level, position, found in self.tree.add(_bytes(line.digest)):
            if level >= LEVEL:
                self.completed[level, position] = found.hex()

    def parts(self, lines: Sequence[StoredLine]) -> Iterator[Fault]:
        """Compare the stored roots of whole parts with those over the lines."""
        if not self.completed or not lines:
            return
        for level in sorted({level for level, _ in self.completed}):
            places = [position for at, position in self.completed if at == level]
            stored = TreePart.objects.filter(level=level, position__in=places)
            for part in stored:
                key, below = (level, part.position), (level - 1, part.position * 2)
                wrong = self.completed[key] != part.root
                # Named once, where it begins; what stands above follows from it.
                if wrong and not self.wrong & {below, (below[0], below[1] + 1)}:
                    first = part.position << level
                    yield Fault(
                        "树节点",
                        f"{first}",
                        f"树节点：第{first}行起{1 << level}行的根与账目不符，账目或者树被改动过",
                    )
                if wrong:
                    self.wrong.add(key)
        self.completed.clear()

    def end(self) -> Iterator[Fault]:
        yield from self.signed.at(self.next, self.tree)
        if (self.head.size, self.head.last) != (self.next, self.previous):
            yield Fault(
                "账本末尾",
                f"{self.next}",
                f"末尾应有{self.head.size}行，实有{self.next}行，有账目被删去或者末尾被改动过",
            )
        with transaction.atomic():
            now = store.lock_head()
            last = StoredLine.objects.aggregate(last=Max("number"))["last"]
        if last is not None and last >= now.size:
            yield Fault("账目", f"{last}", f"账目{last}在账本末尾之后，不是通过本系统写入的")
        yield from self.signed.end()


def _wrong_openings(lines: Sequence[StoredLine], algorithm: str) -> Iterator[Fault]:
    """Compare what opens personal values with its commitments; missing ones must have been erased."""
    first, last = lines[0].number, lines[-1].number
    opened: dict[int, dict[str, StoredOpening]] = {}
    found = StoredOpening.objects.filter(line__number__gte=first, line__number__lte=last)
    for opening in found:
        opened.setdefault(opening.line_id, {})[opening.name] = opening
    missing: dict[str, StoredLine] = {}
    for line in lines:
        there = opened.get(line.pk, {})
        for name, opening in there.items():
            if _opens(opening, algorithm) != line.personal.get(name):
                yield of_line(line, f"随附的个人信息“{name}”被改动过")
        if line.personal.keys() - there.keys():
            missing[line.about] = line
    if missing:
        yield from _gone_without_erasing(missing)


def _gone_without_erasing(missing: dict[str, StoredLine]) -> Iterator[Fault]:
    erased = dict(
        StoredLine.objects.filter(about__in=list(missing), did__in=ERASING)
        .order_by()
        .values_list("about")
        .annotate(last=Max("number"))
    )
    for about, line in missing.items():
        if erased.get(about, -1) < line.number:
            yield of_line(line, "随附的个人信息不见了，却没有抹去的账目")


def _opens(opening: StoredOpening, algorithm: str) -> str:
    try:
        return commitment(algorithm, bytes.fromhex(opening.salt), opening.value).hex()
    except ValueError:
        return ""


def _digest_of(number: int) -> str:
    found = StoredLine.objects.filter(number=number).values_list("digest", flat=True).first()
    if found is None:
        raise LedgerError(f"账目{number}不见了")
    return found


def _bytes(digest: str) -> bytes:
    try:
        return bytes.fromhex(digest)
    except ValueError:
        return b""
