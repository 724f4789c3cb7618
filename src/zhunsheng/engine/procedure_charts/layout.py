"""
Where everything of a chart stands: a layer for each state, its clocks and the steps that leave it.

Lines run where no box is: out of a state through the lanes before the steps, out of a step through the
lanes behind them, and into a state through the gap above its layer. All steps to one state share a
lane, and so do all steps out of one, so that a procedure of thirty steps stays readable.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhunsheng.engine.procedure_charts.boxes import Box, Content, Writer
from zhunsheng.engine.procedure_charts.facts import ChartFacts, ClockFacts, StateFacts, StepFacts
from zhunsheng.engine.procedure_charts.words import Words

_MARGIN, _GAP, _BETWEEN = 8.0, 28.0, 12.0
_LANE, _ROOM = 8.0, 12.0
_PORT, _NEXT_PORT = 16.0, 5.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of a kind of chart: columns side by side, or one column for a phone."""

    state_width: float
    step_width: float
    side_by_side: bool


WIDE = Shape(state_width=230.0, step_width=410.0, side_by_side=True)
NARROW = Shape(state_width=254.0, step_width=254.0, side_by_side=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a chart through its corners; one that leads `back` goes against the order of the states."""

    corners: tuple[Point, ...]
    arrow: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that is laid out: how large it is, and what stands where."""

    facts: ChartFacts
    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]

    def box(self, kind: str, key: str) -> Box:
        """Get a box by what it shows. Raises KeyError."""
        for box in self.boxes:
            if box.key == key and box.kind == kind:
                return box
        raise KeyError((kind, key))


@dataclass(frozen=True, slots=True)
class _Layer:
    """A state with what belongs to its layer, in the order it stands there."""

    state: StateFacts | None
    clocks: tuple[ClockFacts, ...]
    steps: tuple[StepFacts, ...]


def laid_out(facts: ChartFacts, words: Words, shape: Shape = WIDE) -> Chart:
    """Get the chart of a register with a place for everything."""
    before = _lanes_needed(_leaving(facts))
    behind = _lanes_needed(_arriving(facts))
    room_before = _ROOM * 2 + _LANE * before if facts.steps else 0.0
    room_behind = _ROOM * 2 + _LANE * behind if facts.steps else 0.0
    if shape.side_by_side:
        left = _MARGIN
        steps_at = left + shape.state_width + room_before
        lanes_at = left + shape.state_width + _ROOM
    else:
        left = _MARGIN + room_before
        steps_at, lanes_at = left, _MARGIN + _ROOM
    placing = _Placing(Writer(facts, words), shape, left, steps_at)
    for layer in _layers(facts):
        placing.place(layer)
    right = max((box.right for box in placing.boxes), default=_MARGIN)
    drawn = _Lines(facts, placing, shape, lanes_at, steps_at + shape.step_width + _ROOM)
    return Chart(
        facts,
        right + (room_behind or _MARGIN),
        placing.bottom + _MARGIN,
        tuple(placing.boxes),
        tuple(drawn.all()),
    )


def sheets(chart: Chart, longest: float, first: float = 0) -> list[tuple[float, float]]:
    """
    Get a chart cut into sheets from top to bottom: where each begins and how high it is.

    No box is cut; a sheet is longer than allowed only where a single box is. The `first` may be given less
    room, where something stands above it.
    """
    cuts: list[tuple[float, float]] = []
    start = 0.0
    ends = sorted({box.bottom for box in chart.boxes})
    free = [end + 4 for end in ends if not any(_within(box, end + 4) for box in chart.boxes)]
    while chart.height - start > (room := longest if cuts or not first else first):
        fitting = [cut for cut in free if start < cut <= start + room]
        later = [cut for cut in free if cut > start + room]
        cut = max(fitting) if fitting else min(later, default=chart.height)
        if cut >= chart.height - _MARGIN:
            break
        cuts.append((start, cut - start))
        start = cut
    return [*cuts, (start, chart.height - start)]


def _within(box: Box, y: float) -> bool:
    return box.y < y < box.bottom


def _layers(facts: ChartFacts) -> list[_Layer]:
    """Get the layers; a step stands with the first of the states it leaves."""
    places = {state.key: place for place, state in enumerate(facts.states)}
    homes = {step.key: min(step.comes_from, key=places.__getitem__) for step in facts.steps}
    if not facts.states:
        return [_Layer(None, facts.clocks, ())]
    return [
        _Layer(
            state,
            tuple(clock for clock in facts.clocks if clock.state == state.key),
            tuple(step for step in facts.steps if homes[step.key] == state.key),
        )
        for state in facts.states
    ]


class _Placing:
    """Boxes set down layer by layer, from top to bottom."""

    def __init__(self, writer: Writer, shape: Shape, left: float, steps_at: float) -> None:
        self._writer, self._shape = writer, shape
        self._left, self._steps_at = left, steps_at
        self.boxes: list[Box] = []
        self.states: dict[str, Box] = {}
        self.steps: dict[str, Box] = {}
        self.bottom = _MARGIN

    def place(self, layer: _Layer) -> None:
        """Set down a layer below those that are there."""
        width, top = self._shape.state_width, self.bottom + _GAP
        written = [self._writer.clock(clock, width) for clock in layer.clocks]
        if layer.state is not None:
            written.insert(0, self._writer.state(layer.state, width))
        held = self._stack(written, self._left, top, width)
        if layer.state is not None:
            self.states[layer.state.key] = held[0]
        below = held[-1].bottom if held else top
        steps = [self._writer.step(step, self._shape.step_width) for step in layer.steps]
        start = top if self._shape.side_by_side else below + _BETWEEN
        taken = self._stack(steps, self._steps_at, start, self._shape.step_width)
        self.steps |= {box.key: box for box in taken}
        self.bottom = max((box.bottom for box in [*held, *taken]), default=self.bottom)

    def _stack(self, contents: Iterable[Content], x: float, y: float, width: float) -> list[Box]:
        placed = []
        for content in contents:
            box = content.at(x, y, width)
            placed.append(box)
            y = box.bottom + _BETWEEN
        self.boxes += placed
        return placed


class _Lines:
    """The lines between boxes that have their places."""

    def __init__(
        self, facts: ChartFacts, placed: _Placing, shape: Shape, before: float, behind: float
    ) -> None:
        self._facts, self._placed, self._shape = facts, placed, shape
        self._order = {state.key: place for place, state in enumerate(facts.states)}
        self._before = {key: before + _LANE * lane for key, lane in _lanes(_leaving(facts)).items()}
        self._behind = {
            key: behind + _LANE * lane for key, lane in _lanes(_arriving(facts)).items()
        }

    def all(self) -> Iterable[Line]:
        """Get all lines: out of the states, then into them."""
        for state in self._facts.states:
            yield from self._out_of(state.key)
        for state in self._facts.states:
            yield from self._into(state.key)

    def _out_of(self, state: str) -> Iterable[Line]:
        box, lane = self._placed.states[state], self._before.get(state, 0.0)
        start = (box.right if self._shape.side_by_side else box.x, box.y + _PORT)
        for step in self._facts.steps:
            if state not in step.comes_from:
                continue
            to = self._placed.steps[step.key]
            # Those of several states come in one below the other, so that none is taken for another.
            sources = sorted(step.comes_from, key=self._order.__getitem__)
            apart = min(_NEXT_PORT, (to.height - _PORT - _NEXT_PORT) / len(sources))
            y = to.y + _PORT + apart * sources.index(state)
            corners = (start, (lane, start[1]), (lane, y), (to.x, y))
            yield Line(corners, arrow=True)

    def _into(self, state: str) -> Iterable[Line]:
        box, lane = self._placed.states[state], self._behind.get(state, 0.0)
        above = box.y - _GAP / 2
        middle = box.x + box.width / 2
        for step in self._facts.steps:
            if step.leads_to != state:
                continue
            origin = self._placed.steps[step.key]
            y = origin.y + _PORT
            corners = (
                *((origin.right, y), (lane, y), (lane, above), (middle, above), (middle, box.y)),
            )
            yield Line(corners, arrow=True, back=origin.y > box.y)


def _leaving(facts: ChartFacts) -> dict[str, tuple[int, int]]:
    """Get over which layers the lane out of each state runs."""
    homes = {step.key: home for home, layer in enumerate(_layers(facts)) for step in layer.steps}
    return _spans(
        facts,
        ((state, homes[step.key]) for step in facts.steps for state in step.comes_from),
    )


def _arriving(facts: ChartFacts) -> dict[str, tuple[int, int]]:
    """Get over which layers the lane into each state runs."""
    homes = {step.key: home for home, layer in enumerate(_layers(facts)) for step in layer.steps}
    return _spans(facts, ((step.leads_to, homes[step.key]) for step in facts.steps))


def _spans(facts: ChartFacts, met: Iterable[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    own = {state.key: place for place, state in enumerate(facts.states)}
    spans: dict[str, tuple[int, int]] = {}
    for state, place in met:
        first, last = spans.get(state, (own[state], own[state]))
        spans[state] = (min(first, place), max(last, place))
    return spans


def _lanes(spans: dict[str, tuple[int, int]]) -> dict[str, int]:
    """Get a lane for each span, such that no two that meet share one."""
    lanes: dict[str, int] = {}
    for state, (first, last) in sorted(spans.items(), key=lambda one: one[1]):
        taken = {
            lanes[other] for other in lanes if spans[other][0] <= last and first <= spans[other][1]
        }
        lanes[state] = next(lane for lane in range(len(spans) + 1) if lane not in taken)
    return lanes


def _lanes_needed(spans: dict[str, tuple[int, int]]) -> int:
    lanes: Sequence[int] = list(_lanes(spans).values())
    return max(lanes, default=-1) + 1
