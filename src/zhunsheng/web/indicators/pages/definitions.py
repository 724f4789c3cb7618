"""What an indicator counts, in words, and what a changed definition does to figures of the past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.declarations import (
    Complete,
    Count,
    Coverage,
    Distinct,
    Indicator,
    Mean,
    Share,
    Total,
)
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.words import Change
from zhunsheng.web.registers.models import Entry

# As `last_day_column` of the engine names the column of a clock.
_LAST_DAY = "_due"


@dataclass(frozen=True, slots=True)
class Version:
    """A definition: from which day it counts, and what changed with it."""

    since: date | None
    note: str
    is_present: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """A period by the earlier definition and by the one that followed it."""

    period: Period
    old: str
    new: str
    change: Change | None
    used: str


def in_words(named: NamedIndicator) -> list[str]:
    """Get how the figure is made, sentence by sentence."""
    return [says for says in (_kind(named), _days(named), _missing(named)) if says]


def versions(named: NamedIndicator) -> list[Version]:
    """Get the definitions, the one in force first; empty where there was never another."""
    definitions = named.indicator.definitions
    if len(definitions) < 2:
        return []
    return [
        Version(
            None if one.since == date.min else one.since,
            one.note or _("最初的口径"),
            is_present=one is definitions[-1],
        )
        for one in reversed(definitions)
    ]


def fixed(named: NamedIndicator, number: int) -> NamedIndicator:
    """Get an indicator that counts by one of its definitions for all time, under a name of its own."""
    definition = named.indicator.definitions[number]
    changed: dict[str, Any] = {
        # Figures of both are asked for together, and told apart by key and name.
        "key": f"definition_{number}",
        "counts": definition.counts,
        "earlier": (),
        "since": date.min,
        "note": "",
    }
    if isinstance(named.indicator, Share | Complete):
        changed["out_of"] = definition.out_of
    if isinstance(named.indicator, Total | Mean):
        changed["of"] = definition.of
    indicator: Indicator = replace(named.indicator, **changed)
    return replace(named, name=f"{named.name}@{number}", indicator=indicator)


def last_two(named: NamedIndicator) -> tuple[NamedIndicator, NamedIndicator] | None:
    """Get the definition before the last and the last, each as an indicator; None where there is one."""
    if len(named.indicator.definitions) < 2:
        return None
    last = len(named.indicator.definitions) - 1
    return fixed(named, last - 1), fixed(named, last)


def periods_around(named: NamedIndicator, shown: Period, today: date) -> list[Period]:
    """Get the period that is shown and the years from before the last change on, four at most."""
    changed = named.indicator.definitions[-1].since.year
    years = [
        periods.so_far(periods.year(number), today) for number in range(changed - 1, changed + 2)
    ]
    begun = [year for year in years if year.start <= today]
    return list({period.key: period for period in (shown, *begun)}.values())


def effect(named: NamedIndicator, period: Period, old: Figure, new: Figure) -> Effect:
    """Get a period by the definition before the last and by the one in force."""
    present = named.indicator.definition_on(period.end) == named.indicator.definitions[-1]
    return Effect(
        period,
        words.with_base(old, named),
        words.with_base(new, named),
        words.change(new, old, named),
        _("新口径") if present else _("原口径"),
    )


def _kind(named: NamedIndicator) -> str:
    indicator, register = named.indicator, named.register.register.label
    match indicator:
        case Share():
            return _("“%s”里符合条件的记录占应计入记录的比率；还没有办的也在分母里。") % register
        case Coverage():
            return _(
                "“%(register)s”里至少有%(reaches)s条符合条件的记录的单位，占全部单位的比率；没有记录的单位也在分母里。"
            ) % {"register": register, "reaches": indicator.reaches}
        case Distinct():
            return _("“%s”里有符合条件的记录的对象的个数，同一个对象只算一次。") % register
        case Complete():
            return _("“%s”里全部记录都符合条件的对象，占有应计入记录的对象的比率。") % register
        case Total():
            told = {"register": register, "field": _added_up(named, indicator.of)}
            return _("“%(register)s”里符合条件的记录的%(field)s合计。") % told
        case Mean():
            told = {"register": register, "field": _added_up(named, indicator.of)}
            return _("“%(register)s”里符合条件的记录的%(field)s平均；没有填的不算。") % told
        case Count():
            return _("“%s”里符合条件的记录的件数。") % register
    return ""


def _added_up(named: NamedIndicator, of: object) -> str:
    """Get what is added up, in words; nothing where it is made from several fields."""
    fields = named.register.register.fields
    return next((_("“%s”") % field.label for field in fields if field.key == of), "")


def day_label(named: NamedIndicator) -> str:
    """Get what the day is called by which an entry belongs to a period."""
    register = named.register.register
    key = named.indicator.on or register.happened
    label = next((field.label for field in register.fields if field.key == key), "")
    clocks = named.domain.clocks_by_key()
    clock = clocks.get(key.removesuffix(_LAST_DAY))
    return label or (clock.label if clock else _("到期日"))


def day_of(named: NamedIndicator, entry: Entry) -> str:
    """Get the day by which an entry belongs to a period, as it is written; nothing without one."""
    register = named.register.register
    key = named.indicator.on or register.happened
    if any(field.key == key for field in register.fields):
        return str(entry.values.get(key) or "")[:10]
    if key == "due":
        return entry.due.isoformat() if entry.due else ""
    return str(entry.last_days.get(key.removesuffix(_LAST_DAY), ""))


def _days(named: NamedIndicator) -> str:
    if named.indicator.holds == "by_end":
        return _("看“%s”在期末以前（含当日）的全部记录。") % day_label(named)
    return _("看“%s”在期间内的记录。") % day_label(named)


def _missing(named: NamedIndicator) -> str:
    if isinstance(named.indicator, Count):
        return ""
    return _("没有可计入的，显示“—”，不作0，也不作100%。")
