"""The discretion benchmark: ranges worked out by hand, and what holds for any benchmark."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domains.following import tried
from tests.domains.golden_cases import golden, named, step_of
from zhunsheng.domains.penalty.discretion import Benchmark, Tier, benchmark_of
from zhunsheng.domains.penalty.registers.case import computing
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.cases import checked

GOLDEN = golden("penalty", "discretion")


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["name"])
def test_the_range_is_the_one_worked_out_by_hand(case):
    rows = GOLDEN["benchmarks"][case["benchmark"]]
    values = {
        "benchmark.tiers": rows["tiers"],
        "benchmark.circumstances": rows["circumstances"],
        "benchmark.measure": rows["measure"],
        "circumstances": [{"circumstance": name} for name in case["circumstances"]],
        "value": case.get("value"),
        "fine": case["fine"],
    }
    found = (computing.tier(values), computing.lowest(values), computing.highest(values))
    assert found == (case["tier"], case["low"], case["high"])
    assert computing.deviation(values) == case["deviation"]


def test_there_are_at_least_twenty_cases():
    assert len(GOLDEN["cases"]) >= 20


@st.composite
def benchmarks(draw: st.DrawFn) -> Benchmark:
    starts = sorted(draw(st.sets(st.integers(-20, 20), min_size=1, max_size=5)))
    size = len(starts)
    amounts = st.lists(st.integers(0, 100_000), min_size=size, max_size=size).map(sorted)
    lows, widths = draw(amounts), draw(amounts)
    points = draw(st.dictionaries(st.text(max_size=4), st.integers(-10, 10), max_size=8))
    return Benchmark(
        tiers=tuple(
            Tier(label=str(at), begins_at=start, low=Decimal(low), high=Decimal(low + width))
            for at, (start, low, width) in enumerate(zip(starts, lows, widths, strict=True))
        ),
        points=points,
        measure=draw(st.sampled_from(["amount", "times"])),
    )


@st.composite
def situations(draw: st.DrawFn) -> tuple[Benchmark, list[str], int]:
    benchmark = draw(benchmarks())
    known = sorted(benchmark.points)
    named = draw(st.lists(st.sampled_from(known), max_size=6)) if known else []
    return benchmark, named, draw(st.integers(0, 10**9))


@settings(deadline=None)  # the machine may be busy
@given(situations(), st.data())
def test_a_graver_circumstance_never_lowers_the_range(situation, data):
    benchmark, named, value = situation
    before = benchmark.range(named, value)
    graver = [name for name, points in benchmark.points.items() if points >= 0]
    if graver:
        after = benchmark.range([*named, data.draw(st.sampled_from(graver))], value)
        assert before is not None
        assert after is not None
        assert after.low >= before.low
        assert after.high >= before.high


@settings(deadline=None)  # the machine may be busy
@given(situations(), st.data())
def test_a_circumstance_in_the_place_of_a_lighter_one_never_lowers_the_range(situation, data):
    benchmark, named, value = situation
    if not named:
        return
    at = data.draw(st.sampled_from(named))
    rest = [name for name in named if name != at]
    graver = [n for n, points in benchmark.points.items() if points >= benchmark.points[at]]
    other = data.draw(st.sampled_from([n for n in graver if n not in rest]))
    before, after = benchmark.range(named, value), benchmark.range([*rest, other], value)
    assert before is not None
    assert after is not None
    assert (after.low, after.high) >= (before.low, before.high)


@settings(deadline=None)  # the machine may be busy
@given(situations())
def test_neither_the_order_nor_repeating_a_circumstance_changes_the_range(situation):
    benchmark, named, value = situation
    assert benchmark.range(named, value) == benchmark.range([*reversed(named), *named], value)


@settings(deadline=None)  # the machine may be busy
@given(st.integers(0, 200_000), st.booleans(), st.booleans())
def test_outside_the_range_a_fine_always_needs_reasons_and_approval(fine, reasoned, approved):
    case: dict[str, Any] = {
        "domain": "penalty",
        "name": "range",
        "register": "case",
        "step": "inform",
        "values": {
            "proposed_fine": fine,
            "deviation_reasons": "理由" if reasoned else None,
            "deviation_approved": "2026-03-23" if approved else None,
        },
    }
    raw = golden("penalty", "entries")["entries"]["case"]
    values = checked(named(case).register, raw).values
    _, against = tried(case, values, step_of(case))
    closed = "in_range" in {one.gate.key for one in against if one.gate}
    assert closed == (not 30_000 <= fine <= 70_000 and not (reasoned and approved))


@pytest.mark.parametrize(
    "tiers",
    [
        [],
        [("一般", 0, "300", "700"), ("从重", 3, "200", "900")],
        [("一般", 0, "300", "700"), ("从重", 3, "300", "600")],
        [("一般", 0, "300", "700"), ("从重", 0, "700", "900")],
        [("一般", 0, "700", "300")],
        [("一般", 0, "-1", "300")],
    ],
    ids=["none", "lower floor", "lower ceiling", "same start", "upside down", "below nought"],
)
def test_a_benchmark_that_does_not_rise_is_refused(tiers):
    rows = [
        {"label": label, "begins_at": start, "low": low, "high": high}
        for label, start, low, high in tiers
    ]
    with pytest.raises(DeclarationError, match="从轻到重"):
        benchmark_of(rows, [], "amount")
