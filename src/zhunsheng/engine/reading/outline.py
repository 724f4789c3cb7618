"""The outline: headings in all their numbering habits, and the points (一是 …) below them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.headings import Found, candidates, ending_of
from zhunsheng.engine.reading.markers import RANK, Mark, points_inside
from zhunsheng.engine.reading.model import Heading
from zhunsheng.engine.reading.sequence import Sequence
from zhunsheng.engine.reading.unnumbered import unnumbered_headings

_POINT_END = re.compile(r"[。；：:;\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The headings of a document as a tree, and its points (一是 …), which lie below the outline."""

    headings: tuple[Heading, ...] = ()
    points: tuple[Heading, ...] = ()

    def walk(self) -> Iterator[Heading]:
        """Go through all headings in the order of the text."""
        waiting = list(reversed(self.headings))
        while waiting:
            heading = waiting.pop()
            yield heading
            waiting.extend(reversed(heading.children))


def read_outline(flow: Flow) -> Outline:
    """Get the headings and points of a document; never fails, and takes time linear in its length."""
    found = _numbered(flow)
    if not any(
        heading.style in {"part", "chapter", "chinese", "chinese_bracket"} for heading in found
    ):
        found = unnumbered_headings(flow, found)
    headings = _tree(flow, found, ending_of(flow, found[-1].end if found else 0))
    outline = Outline(headings=headings)
    return Outline(headings=headings, points=tuple(_points(flow, list(outline.walk()))))


def _numbered(flow: Flow) -> list[Found]:
    sequence = Sequence()
    found: list[Found] = []
    for candidate in candidates(flow):
        if sequence.restarts(candidate):
            # 目录只列标题，正文从头再来。
            sequence, found = Sequence(), []
        mark = candidate.mark
        title = flow.text[mark.end : candidate.title_end]
        if _printed_twice(flow, found, mark, title):
            continue
        level = sequence.level_of(candidate)
        if level is None:
            continue
        found.append(
            Found(
                style=mark.style,
                number=mark.text,
                level=level,
                start=mark.start,
                title=mark.end,
                end=candidate.title_end,
            )
        )
    return found


def _printed_twice(flow: Flow, found: list[Found], mark: Mark, title: str) -> bool:
    """Whether the last heading with this kind of mark had the same number and title."""
    for heading in reversed(found[-12:]):
        if heading.style == mark.style:
            return heading.number == mark.text and flow.text[heading.title : heading.end] == title
        if heading.style is not None and RANK[heading.style] < RANK[mark.style]:
            return False
    return False


def _tree(flow: Flow, found: list[Found], ending: int) -> tuple[Heading, ...]:
    """Get the headings as a tree, built from the last to the first so that children come before parents."""
    children: dict[int, list[Heading]] = {}
    paths = _paths(flow, found)
    next_start: dict[int, int] = {}
    for index in range(len(found) - 1, -1, -1):
        item = found[index]
        end = min(
            (start for level, start in next_start.items() if level <= item.level), default=ending
        )
        below = [
            heading
            for level in sorted(children)
            if level > item.level
            for heading in children.pop(level)
        ]
        heading = Heading(
            number=item.number,
            title=flow.text[item.title : item.end].replace("\n", ""),
            level=item.level,
            path=paths[index],
            place=flow.place(item.start, item.end),
            start=item.start,
            end=max(end, item.end),
            children=tuple(sorted(below, key=lambda child: child.start)),
        )
        children.setdefault(item.level, []).append(heading)
        next_start = {level: start for level, start in next_start.items() if level < item.level} | {
            item.level: item.start
        }
    return tuple(
        sorted((heading for row in children.values() for heading in row), key=lambda h: h.start)
    )


def _paths(flow: Flow, found: list[Found]) -> list[str]:
    paths: list[str] = []
    above: list[tuple[int, str]] = []
    for item in found:
        while above and above[-1][0] >= item.level:
            above.pop()
        own = item.number if item.number is not None else flow.text[item.title : item.end]
        path = f"{above[-1][1]}/{own}" if above else own
        above.append((item.level, path))
        paths.append(path)
    return paths


def _points(flow: Flow, headings: list[Heading]) -> Iterator[Heading]:
    starts = [heading.start for heading in headings]
    last, parent = 0, -1
    for paragraph in flow.body():
        for mark in points_inside(flow.text, paragraph.start, paragraph.end):
            above = bisect_right(starts, mark.start) - 1
            if mark.number != 1 and (mark.number != last + 1 or above != parent):
                continue
            last, parent = mark.number, above
            yield _point(
                flow,
                mark.text,
                mark.start,
                mark.end,
                paragraph,
                headings[above] if above >= 0 else None,
            )


def _point(
    flow: Flow, number: str, start: int, title: int, paragraph: Paragraph, above: Heading | None
) -> Heading:
    found = _POINT_END.search(flow.text, title, paragraph.end)
    end = found.start() if found and found.start() > title else paragraph.end
    return Heading(
        number=number,
        title=flow.text[title:end],
        level=above.level + 1 if above else 1,
        path=f"{above.path}/{number}是" if above else f"{number}是",
        place=flow.place(start, end),
        start=start,
        end=paragraph.end,
    )
