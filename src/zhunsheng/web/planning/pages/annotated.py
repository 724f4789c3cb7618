"""The document as it was read, with what was understood marked in it, each linked to where it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.planning.proposal import Proposal
from zhunsheng.engine.reading.model import Reading
from zhunsheng.rendering.highlighting import Anchor, Block, Highlight, Piece, blocks_of

# Which kind is shown where several cover the same words, the last the first.
_WEIGHTS = ("", "left-minor", "date", "left", "task", "target", "unit")


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of text: what it is, where it is told on the right, and the names that lead to it."""

    text: str
    kind: str
    goes_to: str
    names: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in pieces, or a table as rows of cells in pieces."""

    marks: list[Mark]
    rows: list[list[list[Mark]]]


def annotated(reading: Reading, proposal: Proposal) -> list[Line]:
    """Get the document line by line, with links to what was understood of it."""
    blocks = blocks_of(reading.flow.document, _highlights(proposal))
    return [_line(block) for block in blocks]


def _highlights(proposal: Proposal) -> Iterator[Highlight]:
    numbers = {one.name: at for at, one in enumerate(proposal.names)}
    seen = set[str]()
    for task in proposal.tasks:
        yield _highlight(task.key, "task", task.place)
        for duty in task.duties:
            name = f"name-{numbers[duty.name]}"
            # What a clause gives to all later tasks stands in the document once.
            if not duty.inherited or name not in seen:
                yield _highlight(name, "unit", duty.place, first=name not in seen)
            seen.add(name)
    for target in proposal.targets:
        yield _highlight(target.key, "target", target.place)
    for one in proposal.dates:
        if one.task is not None:
            yield _highlight(one.key, "date", one.place, to=one.task)
    for left in proposal.left_over:
        yield _highlight(left.key, "left-minor" if left.minor else "left", left.place)


def _highlight(key: str, kind: str, place: Place, *, first: bool = True, to: str = "") -> Highlight:
    """Get a highlight, whose kind says where it is told as well."""
    anchor = Anchor(name=f"d-{key}") if first else None
    return Highlight(
        start=place.start, end=place.end, kinds=(f"{kind} u-{to or key}",), anchor=anchor
    )


def _line(block: Block) -> Line:
    rows = [[[_mark(piece) for piece in cell.pieces] for cell in row] for row in block.rows]
    return Line([_mark(piece) for piece in block.pieces], rows)


def _mark(piece: Piece) -> Mark:
    # A target with a date in it is a target.
    told = [tuple(one.split(" ")) for one in piece.kinds]
    kind, goes_to = max(told, key=lambda one: _WEIGHTS.index(one[0]), default=("", ""))
    return Mark(
        text=piece.text,
        kind=kind,
        goes_to=goes_to,
        names=tuple(anchor.name for anchor in piece.anchors),
        title=piece.title,
    )
