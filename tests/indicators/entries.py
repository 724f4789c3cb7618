"""Entries of any register for tests of indicators: from its declared fields, empty ones and edges included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from zhunsheng.engine.indicators.columns import last_day_column
from zhunsheng.engine.indicators.tables import PlainEntry
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register

UNITS = ("990121/sfj", "990121/fgj", "990121/jyj")
GOVERNMENT = "990121"
# Around the edges of the periods that the tests ask for; a leap day too.
EDGES = (
    *(date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1)),
    *(date(2026, 6, 30), date(2026, 12, 31), date(2027, 1, 1), date(2024, 2, 29)),
)
# Mostly edges, so that days of one entry often fall together.
DAYS = st.one_of(
    st.sampled_from(EDGES),
    st.sampled_from(EDGES[:5]),
    st.dates(date(2025, 10, 1), date(2027, 2, 1)),
)
# As many days as lie between edges: something is renewed on the very last of them.
NUMBERS = st.sampled_from((0, 1, 89, 90, 91, 184)) | st.integers(0, 60)
MOMENTS = st.builds(
    lambda day, hour, minute: datetime(day.year, day.month, day.day, hour, minute),
    DAYS,
    st.sampled_from((0, 9, 23)),
    st.sampled_from((0, 30, 59)),
)


def values_of(field: Field) -> st.SearchStrategy[Any]:
    """Get what may stand in a field, nothing included."""
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "date": DAYS,
        "datetime": MOMENTS,
        "boolean": st.booleans(),
        "integer": NUMBERS,
        "money": st.integers(0, 10**12),
        "decimal": st.integers(0, 10_000).map(lambda n: f"{n / 10**field.places:.{field.places}f}"),
        "region": st.sampled_from(("990121001", "990121002")),
        "attachments": st.sampled_from(([], [{"name": "佐证.pdf"}])),
    }
    if field.kind == "choice":
        keys = [choice.key for choice in field.choices]
        one = st.sampled_from(keys)
        return st.none() | (st.lists(one, max_size=2, unique=True) if field.several else one)
    return st.none() | kinds.get(field.kind, st.just("某"))


def entries_of(register: Register, most: int = 14) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Get lists of entries: the values of the fields, the last days of clocks, and the unit."""
    drawn = {field.key: values_of(field) for field in register.fields if not field.personal}
    # The day an entry belongs to is always there: forms ask for it.
    day = next(field for field in register.fields if field.key == register.happened)
    drawn[day.key] = MOMENTS if day.kind == "datetime" else DAYS
    for running in register.clocks:
        drawn[last_day_column(running.clock)] = st.none() | DAYS
    drawn["unit"] = st.sampled_from(UNITS)
    return st.lists(st.fixed_dictionaries(drawn), max_size=most)


def plain_entries(register: Register, entries: Iterable[Mapping[str, Any]]) -> list[PlainEntry]:
    """Get entries as they are stored: dates and times as text."""
    clocks = {last_day_column(running.clock): running.clock for running in register.clocks}
    return [
        PlainEntry(
            id=number,
            government=GOVERNMENT,
            path="990100/990121/",
            unit=entry.get("unit", UNITS[0]),
            number=str(number),
            title="",
            state="",
            happened=_day(entry.get(register.happened)),
            due=None,
            late=False,
            done=False,
            values={
                key: _written(value)
                for key, value in entry.items()
                if key not in clocks and key != "unit" and value is not None
            },
            last_days={clocks[key]: entry[key] for key in clocks if entry.get(key)},
        )
        for number, entry in enumerate(entries, start=1)
    ]


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else value


def _day(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def read(register: Register, values: Mapping[str, Any]) -> dict[str, Any]:
    """Get the values of a golden case: dates and times read from their text."""
    kinds = {field.key: field.kind for field in register.fields}
    made = {"date": date.fromisoformat, "datetime": datetime.fromisoformat}
    return {
        key: made[kinds[key]](value) if kinds[key] in made else value
        for key, value in values.items()
    }
