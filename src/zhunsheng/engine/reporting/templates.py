"""
Sentences with places for figures in them, as domains declare them and officials edit them.

It knows the form of a template; which figures there are, and what they come to, is for others. A place is
`{received}`, or `{received:last}` for another side of the figure. What stands in square brackets is left
out where a figure in it has no value or is nothing: `[，其中逾期{late}]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Literal, get_args

from zhunsheng.engine.refusals import RefusedError

Part = Literal["value", "counted", "base", "last", "change"]
"""
A side of a figure: itself; what of its base it counts, and that base; last year's; and how it changed.
"""
MOST_CHARACTERS = 5_000
_SLOT = re.compile(r"\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)(?::([a-z]+))?\}", re.ASCII)
_BRACKETS = re.compile(r"[\[\]]")


class TemplateError(RefusedError):
    """A template that cannot be read; the message says what is wrong where."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a figure: the name of an indicator, and the side of it that is printed."""

    name: str
    part: Part = "value"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a template: text and slots in turn; one that is optional may be left out."""

    pieces: tuple[str | Slot, ...]
    optional: bool = False

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The places for figures in it."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Slot))


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence, or several, with places for figures."""

    segments: tuple[Segment, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All places for figures, those of optional segments included."""
        return tuple(slot for segment in self.segments for slot in segment.slots)


def parsed(text: str) -> Template:
    """
    Get a template from its text.

    >>> [slot.name for slot in parsed("受理{received}[，逾期{late}]。").slots]
    ['received', 'late']

    Raises TemplateError for a brace or a bracket without its other half, one bracket within another, a
    place that is not written as one, an unknown side of a figure, and a text of more than 5,000 characters.
    """
    if len(text) > MOST_CHARACTERS:
        raise TemplateError(
            f"这一段有{len(text)}字，最多{MOST_CHARACTERS}字，请分成几段。",
            f"The paragraph has {len(text)} characters, at most {MOST_CHARACTERS}; split it.",
        )
    segments: list[Segment] = []
    position, within = 0, False
    for bracket in _BRACKETS.finditer(text):
        opens = bracket.group() == "["
        if opens == within:
            raise _unpaired(text, bracket.start(), bracket.group())
        segments.append(Segment(tuple(_pieces(text[position : bracket.start()])), within))
        within, position = opens, bracket.end()
    if within:
        raise _unpaired(text, text.rindex("["), "[")
    segments.append(Segment(tuple(_pieces(text[position:]))))
    return Template(tuple(_joined(segment for segment in segments if segment.pieces)))


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Join what brackets with nothing in them stood between."""
    for optional, alike in groupby(segments, key=lambda segment: segment.optional):
        if optional:
            yield from alike
            continue
        pieces: list[str | Slot] = []
        for piece in chain.from_iterable(segment.pieces for segment in alike):
            last = pieces[-1] if pieces else None
            if isinstance(piece, str) and isinstance(last, str):
                pieces[-1] = last + piece
            else:
                pieces.append(piece)
        yield Segment(tuple(pieces))


def renamed(text: str, name: Callable[[str], str]) -> str:
    """
    Get the text of a template with other names in its places; all else stays as it is.

    >>> renamed("受理{received}，同比{received:change}", lambda key: f"openness.{key}")
    '受理{openness.received}，同比{openness.received:change}'
    """
    return _SLOT.sub(
        lambda match: f"{{{name(match[1])}{':' + match[2] if match[2] else ''}}}", text
    )


def _pieces(text: str) -> Iterator[str | Slot]:
    position = 0
    for match in _SLOT.finditer(text):
        yield from _plain(text[position : match.start()])
        yield Slot(match[1], _part(match))
        position = match.end()
    yield from _plain(text[position:])


def _plain(text: str) -> Iterator[str]:
    for brace in ("{", "}"):
        if brace in text:
            raise _unpaired(text, text.index(brace), brace)
    if text:
        yield text


def _part(match: re.Match[str]) -> Part:
    written = match[2] or "value"
    for part in get_args(Part):
        if part == written:
            return part  # type: ignore[no-any-return]  # of what get_args gives, nothing is known
    raise TemplateError(
        f"“{match.group()}”里冒号后面只能写：{'、'.join(get_args(Part))}。",
        f'After the colon in "{match.group()}" there can be: {", ".join(get_args(Part))}.',
    )


def _unpaired(text: str, at: int, sign: str) -> TemplateError:
    near = text[max(0, at - 8) : at + 8]
    return TemplateError(
        f"“{near}”处的“{sign}”不成对，或者里面写的不是数字的名称。",
        f'"{sign}" near "{near}" has no other half, or what it holds is no name of a figure.',
    )
