"""
Invented values for the fields of any register.

It knows kinds of fields and the words of their labels; what an entry is about comes from the examples
its fields declare.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web.demo.paper import paper
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import files
from zhunsheng.web.registers.calendars import calendar_of

# How often what ends a clock is there with the entry, where no step asks for it.
_IN_TIME = 0.97
_MOSTLY = 0.85
_WHERE = ("", "", "青石镇", "柳河镇", "双桥镇", "枫林乡", "临江社区", "东门片区", "河西新区")


@dataclass(frozen=True, slots=True)
class Occasion:
    """
    Whose entry is being written, of which day, and when: no date lies after that.

    Days that lie ahead, such as 补正截止日期, 应回复日期 and 聘期届满日期, are the exception.
    """

    unit: Unit
    day: date
    at: datetime


class Inventor:
    """Makes up values by a dice of its own; references lead to entries it was told of."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._numbers: dict[tuple[str, int], list[str]] = {}
        self._file = files.keep("演示材料（虚构）.pdf", paper("演示材料，内容虚构。"))

    def remember(self, register: str, unit: Unit, number: str) -> None:
        """Note an entry that others of the same unit may refer to."""
        self._numbers.setdefault((register, unit.pk), []).append(number)

    def knows(self, register: str, unit: Unit) -> bool:
        """Whether there is an entry of a register that others of a unit may refer to."""
        return (register, unit.pk) in self._numbers

    def entry(self, named: NamedRegister, occasion: Occasion) -> dict[str, Any]:
        """Get values for a new entry: what is required, and most of the rest."""
        register, ends = named.register, _ends(named)
        # What a check asks for is mostly that something was done.
        done = {one.field for one in register.checks if register.field(one.field).kind == "boolean"}
        asked = [
            field
            for field in register.entry_fields
            if field.required
            or field.key in done
            or self.chance.random() < (_IN_TIME if field.key in ends else 0.6)
        ]
        values = self.values(asked, occasion, title=register.title)
        for key in sorted(done & values.keys()):
            values[key] = "是" if self.chance.random() < _MOSTLY else "否"
        values[register.happened] = _moment(
            register.field(register.happened), occasion.day, occasion.at
        )
        return values

    def values(self, asked: Iterable[Field], occasion: Occasion, title: str = "") -> dict[str, Any]:
        """Get a value for each field."""
        made = {field.key: self._value(field, occasion) for field in asked}
        if made.get(title):
            made[title] = f"{self.chance.choice(_WHERE)}{made[title]}"
        return {key: value for key, value in made.items() if value is not None}

    def _value(self, field: Field, occasion: Occasion) -> Any:
        if field.examples:
            return self.chance.choice(field.examples)
        if field.kind == "choice":
            return self._choice(field)
        if field.kind in {"integer", "decimal", "money"}:
            low, high = field.expected or (1, 300)
            # Small numbers are commoner than large ones; money is typed in 元, expected in 分.
            number = int(low) + int(int(high - low) * self.chance.random() ** 3)
            return max(1, number // 100) if field.kind == "money" and field.expected else number
        if field.kind in {"date", "datetime"}:
            return _moment(field, self._day(field, occasion), occasion.at)
        if field.kind == "rows":
            # Figures of indicators are the site's to say; an invented row is a typed one.
            filled = set(field.fills.columns) - {field.fills.figure} if field.fills else set()
            columns = [column for column in field.columns if column.key not in filled]
            return [self.values(columns, occasion) for _ in range(self.chance.randint(1, 3))]
        return self._words(field, occasion.unit)

    def _choice(self, field: Field) -> Any:
        keys = [choice.key for choice in field.choices]
        # The first choices are the usual ones.
        picked = keys[min(int(self.chance.expovariate(0.9)), len(keys) - 1)]
        if not field.several:
            return picked
        return keys if self.chance.random() < 0.4 else [picked]

    def _day(self, field: Field, occasion: Occasion) -> date:
        if field.label.startswith("应") or "截止" in field.label:
            return calendar_of().working_day_after(occasion.day, self.chance.randint(8, 15))
        if field.label.endswith("聘期届满日期"):
            return occasion.day + timedelta(days=self.chance.randint(365, 1000))
        # Mostly soon after, often the very day.
        after = int(16 * self.chance.random() ** 2)
        return min(occasion.day + timedelta(days=after), occasion.at.date())

    def _words(self, field: Field, unit: Unit) -> Any:
        number = self.chance.randint(100, 999)
        if field.kind == "reference":
            known = self._numbers.get((field.refers_to, unit.pk))
            return f"{field.refers_to}/{self.chance.choice(known)}" if known else None
        if field.kind == "text" and "网址" in field.label:
            return f"https://demo.invalid/{number}.html"
        said: Mapping[str, Any] = {
            "boolean": "是" if self.chance.random() < 0.5 else "否",
            "unit": unit.name,
            "person": f"示例{'甲乙丙丁戊己庚辛'[number % 8]}",
            "party": {"kind": "person", "name": f"申请人{number}（虚构）"},
            "region": unit.government.code[:6] + "001",
            "instrument": f"云溪政发〔{2025 + number % 2}〕{number % 60 + 1}号（虚构）",
            "long_text": f"{field.label}（演示内容，虚构）。",
            "attachments": [self._file],
        }
        return said.get(field.kind, f"{field.label}{number}（虚构）")


def _ends(named: NamedRegister) -> set[str]:
    """Get the fields whose dates end the clocks of a register."""
    clocks = named.domain.clocks_by_key()
    return {running.ends or clocks[running.clock].ends_on for running in named.register.clocks}


def _moment(field: Field, day: date, at: datetime) -> str:
    """Get a day as it is typed; with a time, one that has passed by the time of writing."""
    if field.kind == "date":
        return str(day)
    return f"{day} {at:%H:%M}" if day >= at.date() else f"{day} 08:30"
