"""Boxes and lines of a chart as places of a plane, with the lines of text in each box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from zhunsheng.engine.procedure_charts.facts import ChartFacts, ClockFacts, StateFacts, StepFacts
from zhunsheng.engine.procedure_charts.measuring import wrapped
from zhunsheng.engine.procedure_charts.words import Words

Kind = Literal["state", "final", "step", "clock", "due_date"]
Tone = Literal["strong", "plain", "quiet", "gate", "unconfirmed"]

SIZE, SMALL = 13.0, 11.5
LINE, PAD = 18.0, 8.0


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text of a box."""

    text: str
    tone: Tone = "plain"

    @property
    def size(self) -> float:
        """How large it is written."""
        return SIZE if self.tone in {"strong", "plain"} else SMALL


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a chart at its place, with the key of what it shows."""

    kind: Kind
    key: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Text, ...]
    dashed: bool = False

    @property
    def right(self) -> float:
        """Where it ends to the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """Whether it shares ground with another box."""
        beside = self.right <= other.x or other.right <= self.x
        return not (beside or self.bottom <= other.y or other.bottom <= self.y)


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a box, before the box has a place."""

    kind: Kind
    key: str
    lines: tuple[Text, ...]
    dashed: bool = False

    @property
    def height(self) -> float:
        """How high its box is."""
        return 2 * PAD + LINE * len(self.lines)

    def at(self, x: float, y: float, width: float) -> Box:
        """Get its box at a place."""
        return Box(self.kind, self.key, x, y, width, self.height, self.lines, self.dashed)


class Writer:
    """Writes what a chart says into boxes of given widths."""

    def __init__(self, facts: ChartFacts, words: Words) -> None:
        self._facts, self._words = facts, words

    def state(self, state: StateFacts, width: float) -> Content:
        """Get the box of a state."""
        said: list[tuple[Tone, str]] = [("strong", state.label)]
        if state.is_first or state.is_final:
            said.append(("quiet", self._words.first if state.is_first else self._words.final))
        return self._content("final" if state.is_final else "state", state.key, said, width)

    def step(self, step: StepFacts, width: float) -> Content:
        """Get the box of a step: who takes it and where it leads, its gates, clocks and article."""
        words = self._words
        who = words.comma.join(words.roles.get(role, role) for role in step.by)
        said: list[tuple[Tone, str]] = [
            ("strong", f"{step.label} {self._leads_to(step)}"),
            ("quiet", words.by.format(who=who)),
        ]
        for number, gate in enumerate(step.gates, start=1):
            needs = gate.needs + (words.skippable if gate.skippable else "")
            said.append(("gate", words.gate.format(number=number, needs=needs)))
            said.append(self._source(gate.source, unconfirmed=gate.unconfirmed))
        if step.starts:
            said.append(("quiet", words.starts.format(clocks=words.comma.join(step.starts))))
        if step.ends:
            said.append(("quiet", words.ends.format(clocks=words.comma.join(step.ends))))
        if step.document:
            said.append(("quiet", words.document.format(document=step.document)))
        if step.source:
            said.append(("quiet", step.source))
        return self._content("step", step.key, said, width)

    def clock(self, clock: ClockFacts, width: float) -> Content:
        """Get the box of a clock: its amount, from what to what, and the article."""
        return self._content(
            "clock" if clock.of_law else "due_date",
            clock.key,
            list(self._said_of(clock)),
            width,
            dashed=clock.unconfirmed,
        )

    def _said_of(self, clock: ClockFacts) -> Iterator[tuple[Tone, str]]:
        words = self._words
        amount = clock.amount.en if words.english else clock.amount.zh
        yield "strong", f"{clock.label} {amount}".strip()
        if not clock.of_law:
            yield "quiet", words.named_day.format(day=clock.starts_label)
        elif clock.ends_label:
            yield "quiet", words.from_to.format(start=clock.starts_label, end=clock.ends_label)
        else:
            yield "quiet", clock.starts_label
        more = clock.extended_by.en if words.english else clock.extended_by.zh
        if more:
            yield "quiet", words.extended.format(amount=more)
        if clock.stops:
            yield "quiet", words.stops.format(grounds=words.comma.join(clock.stops))
        if clock.of_others:
            yield "quiet", words.of_others
        if clock.source:
            yield self._source(clock.source, unconfirmed=clock.unconfirmed)

    def _leads_to(self, step: StepFacts) -> str:
        return self._words.leads_to.format(state=self._facts.state(step.leads_to).label)

    def _source(self, source: str, *, unconfirmed: bool) -> tuple[Tone, str]:
        if unconfirmed:
            return "unconfirmed", f"{source}{self._words.unconfirmed}"
        return "quiet", source

    def _content(
        self,
        kind: Kind,
        key: str,
        said: list[tuple[Tone, str]],
        width: float,
        *,
        dashed: bool = False,
    ) -> Content:
        lines = tuple(
            Text(line, tone)
            for tone, text in said
            for line in wrapped(text, Text(text, tone).size, width - 2 * PAD)
        )
        return Content(kind, key, lines, dashed)
