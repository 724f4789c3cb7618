"""Entries of any register for tests of indicators: from its declared fields, empty ones and edges included."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
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


def entries_of(
    register: Register, named: Collection[str] | None = None, most: int = 14
) -> st.SearchStrategy[list[dict[str, Any]]]:
    """
    Get lists of entries: the values of the fields, the last days of clocks, and the unit.

    Where some columns are `named`, the others stay empty.
    """
    drawn = {field.key: values_of(field) for field in register.fields if not field.personal}
    # The day an entry belongs to is always there: forms ask for it.
    day = next(field for field in register.fields if field.key == register.happened)
    drawn[day.key] = MOMENTS if day.kind == "datetime" else DAYS
    for running in register.clocks:
        drawn[last_day_column(running.clock)] = st.none() | DAYS
    if named is not None:
        drawn = {key: drawn[key] for key in drawn if key in {*named, day.key}}
    drawn["unit"] = st.sampled_from(UNITS)
    return st.lists(st.fixed_dictionaries(drawn), max_size=most)


def made_up(register: Register, count: int, seed: int = 5) -> list[dict[str, Any]]:
    """
    Get so many entries with all their fields filled by chance, the same ones each time.

    As `entries_of` draws them, without what drawing costs: for tables of hundreds of rows.
    """
    chance = random.Random(seed)  # noqa: S311  # nobody's secret: the same entries each time
    return [_made_up(register, chance) for _ in range(count)]


def _made_up(register: Register, chance: random.Random) -> dict[str, Any]:
    found = {
        field.key: _some(field, chance)
        for field in register.fields
        if not field.personal and (field.key == register.happened or chance.random() < 0.8)
    }
    for running in register.clocks:
        if chance.random() < 0.8:
            found[last_day_column(running.clock)] = _some_day(chance)
    # What is left out is empty, as it is where Hypothesis draws nothing.
    every = {field.key: None for field in register.fields if not field.personal}
    every |= dict.fromkeys(last_day_column(running.clock) for running in register.clocks)
    return every | found | {"unit": chance.choice(UNITS)}


def _some(field: Field, chance: random.Random) -> Any:
    """Get something that may stand in a field."""
    match field.kind:
        case "date":
            return _some_day(chance)
        case "datetime":
            day = _some_day(chance)
            moment = chance.choice((0, 9, 23)), chance.choice((0, 30, 59))
            return datetime(day.year, day.month, day.day, *moment)
        case "boolean":
            return chance.random() < 0.5
        case "integer":
            return chance.choice((0, 1, 89, 90, 91, 184, chance.randint(0, 60)))
        case "money":
            return chance.choice((0, 1, 10**12, chance.randint(0, 10**6)))
        case "decimal":
            return f"{chance.randint(0, 10_000) / 10**field.places:.{field.places}f}"
        case "region":
            return chance.choice(("990121001", "990121002"))
        case "attachments":
            return chance.choice(([], [{"name": "佐证.pdf"}]))
        case "choice":
            keys = [choice.key for choice in field.choices]
            few = min(len(keys), chance.randint(0, 2))
            return chance.sample(keys, few) if field.several else chance.choice(keys)
    return "某"


def _some_day(chance: random.Random) -> date:
    any_day = date(2025, 10, 1) + timedelta(days=chance.randrange(488))
    return chance.choice((chance.choice(EDGES), chance.choice(EDGES[:5]), any_day))


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
