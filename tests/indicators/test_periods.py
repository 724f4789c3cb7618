"""Periods: how they are written, what they hold, and the same period a year before."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.periods import PeriodError


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-03-15", "2026-01-01", "2026-03-15"),
    ],
)
def test_a_period_is_read_from_how_it_is_written(written: str, start: str, end: str) -> None:
    period = periods.parsed(written)
    assert (str(period.start), str(period.end), period.key) == (start, end, written)


@pytest.mark.parametrize(
    "written", ["", "26", "2026-13", "2026-00", "2026-Q5", "2026-02-30", "0000", "二〇二六"]
)
def test_what_is_no_period_is_refused_with_how_to_write_one(written: str) -> None:
    with pytest.raises(PeriodError, match="请写成 2026"):
        periods.parsed(written)


@given(st.text(max_size=12))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    try:
        period = periods.parsed(text)
    except PeriodError:
        return
    assert period.start <= period.end


@pytest.mark.parametrize(
    ("written", "before"),
    [
        ("2026", "2025"),
        ("2026-Q3", "2025-Q3"),
        ("2026-12", "2025-12"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-28"),
    ],
)
def test_the_same_period_a_year_before(written: str, before: str) -> None:
    assert periods.a_year_before(periods.parsed(written)) == periods.parsed(before)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_the_parts_of_a_period_cover_each_of_its_days_once(day: date) -> None:
    period = periods.to_date(day)
    parts = periods.parts(period)
    assert parts[0].start == period.start
    assert parts[-1].end == period.end
    for one, following in pairwise(parts):
        assert (following.start - one.end).days == 1


@pytest.mark.parametrize(
    ("day", "end"),
    [
        ("2025-12-31", "2025-12-31"),
        ("2026-02-03", "2026-02-03"),
        ("2026-03-31", "2026-03-31"),
        ("2026-09-01", "2026-03-31"),
    ],
)
def test_a_period_that_runs_has_no_days_to_come(day: str, end: str) -> None:
    found = periods.so_far(periods.quarter(2026, 1), date.fromisoformat(day))
    assert (found.key, str(found.end)) == ("2026-Q1", end)
