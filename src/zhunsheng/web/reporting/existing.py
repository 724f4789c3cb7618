"""
An existing report on its way into the registers: begun, put right, and kept as figures of its year.

What was put right is kept as a draft of whoever does it, so that nothing is lost; the figures are entered
through the actions of registers, all in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from zhunsheng.engine.catalogue import Catalogue, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import drafts
from zhunsheng.web.registers.batch import together
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.models import Draft, Entry
from zhunsheng.web.reporting import entering, keys, who_may
from zhunsheng.web.reporting.existing_documents import reading_of
from zhunsheng.web.reporting.existing_understanding import (
    Understood,
    named,
    rate_parts,
    understood,
)

_FORM = "existing_report/"
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_TITLE = 200
_NOT_YOURS = ForbiddenError(
    "只有统筹员可以读入已有的报告。请联系本级政府的统筹员。",
    "Only a coordinator of the government reads existing reports in.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """
    A report that is being looked over: its document, the unit it is read for, what was put right.

    `picks` has for the numbers of figures the indicator that somebody chose, or nothing where it is none.
    """

    digest: str
    name: str
    unit: Unit
    reading: Reading
    rows: tuple[Understood, ...]
    picks: Mapping[int, str]
    region: str
    year: str
    title: str

    def indicator_of(self, row: Understood) -> str:
        """Get the indicator of a figure: the one that was chosen, else the one it was understood as."""
        return self.picks.get(row.number, row.indicator)

    @property
    def taken(self) -> tuple[Understood, ...]:
        """The figures that are one of an indicator."""
        return tuple(row for row in self.rows if self.indicator_of(row))

    @property
    def is_own(self) -> bool:
        """Whether it is a report of the government that reads it in."""
        return _plain(self.region) == _plain(self.unit.government.name)


def begin(actor: Actor, unit: Unit, file: Mapping[str, Any], at: datetime) -> str:
    """
    Begin to look a report over that was kept, and get its digest.

    One that somebody began already goes on. Raises ForbiddenError, and InvalidError where the government
    has the figures of the same document.
    """
    if not who_may.units_that_report(actor).filter(pk=unit.pk).exists():
        raise _NOT_YOURS
    _refuse_twice(unit, str(file["digest"]))
    form = f"{_FORM}{file['digest']}"
    if drafts.kept(actor.user, form, at) is None:
        meta = reading_of(str(file["digest"]), str(file["name"])).meta
        first = [
            ("unit", str(unit.pk)),
            ("file", str(file["name"])),
            ("region", meta.jurisdiction or unit.government.name),
            ("year", str(meta.year or "")),
            ("title", (meta.body_title or meta.title or str(file["name"]))[:_TITLE]),
        ]
        drafts.keep(actor.user, form, None, first, at)
    return str(file["digest"])


def begun(actor: Actor, at: datetime) -> list[tuple[str, str]]:
    """Get the reports somebody is looking over, as digest and title, the latest first."""
    found = Draft.objects.filter(
        user=actor.user, form__startswith=_FORM, kept_at__gte=at - drafts.KEPT_FOR
    ).order_by("-kept_at")
    return [
        (one.form.removeprefix(_FORM), dict(one.posted).get("title") or "—") for one in found[:50]
    ]


def reviewed(actor: Actor, digest: str, at: datetime) -> Reviewed:
    """Get a report somebody is looking over. Raises NotThereError, and FileError where its file is gone."""
    draft = drafts.kept(actor.user, f"{_FORM}{digest}", at)
    held = dict(draft.posted) if draft is not None else {}
    unit = who_may.units_that_report(actor).filter(pk=_number(held.get("unit", "")) or 0).first()
    if draft is None or unit is None:
        raise NotThereError(
            "没有这份待核对的报告，或者不是您读入的。",
            "There is no such report that you are looking over.",
        )
    reading = reading_of(digest, held["file"])
    rows = _understood(digest, held["file"], catalogue())
    picks = {row.number: held[key] for row in rows if (key := f"pick.{row.number}") in held}
    return Reviewed(
        digest=digest,
        name=held["file"],
        unit=unit,
        reading=reading,
        rows=rows,
        picks={number: name for number, name in picks.items() if not name or named(name)},
        region=held.get("region", ""),
        year=held.get("year", ""),
        title=held.get("title", ""),
    )


@lru_cache(maxsize=8)
def _understood(digest: str, name: str, _declared: Catalogue) -> tuple[Understood, ...]:
    """Get what a kept document is understood to say, once for the declarations there are."""
    return understood(reading_of(digest, name))


def keep(
    actor: Actor, held: Reviewed, facts: Mapping[str, str], picks: Mapping[int, str], at: datetime
) -> None:
    """Keep what was put right about a report. Raises DraftError for too much."""
    pairs = [("unit", str(held.unit.pk)), ("file", held.name)]
    pairs += [(key, facts[key][:_TITLE]) for key in ("region", "year", "title") if key in facts]
    understood_as = {row.number: row.indicator for row in held.rows}
    pairs += [
        (f"pick.{number}", name)
        for number, name in sorted(picks.items())
        if number in understood_as and name != understood_as[number]
    ]
    drafts.keep(actor.user, f"{_FORM}{held.digest}", None, pairs, at)


def discard(actor: Actor, digest: str) -> None:
    """Look a report over no further; what was put right about it is gone."""
    drafts.discard(actor.user, f"{_FORM}{digest}")


def problems_of(held: Reviewed) -> dict[str, Message]:
    """Get what stands against keeping the figures of a report, by the input that it is about."""
    problems: dict[str, Message] = {}
    if not held.region.strip():
        problems["region"] = Message("请写明是哪个政府的报告。", "Say whose report it is.")
    year = _number(held.year)
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        problems["year"] = Message("请写明报告的年度，如2024。", "Give the year reported on.")
    if not held.taken:
        problems["figures"] = Message(
            "没有要收入的数字。请至少为一个数字选定指标。", "No figure is one of an indicator."
        )
    for rows in _by_indicator(held).values():
        if len({row.figure.value for row in rows}) > 1:
            quotes = "、".join(f"“{row.figure.quote}”" for row in rows)
            for row in rows:
                problems.setdefault(
                    f"pick.{row.number}",
                    Message(
                        f"同一个指标有不同的数：{quotes}。请只留一个。",
                        f"One indicator has several figures: {quotes}. Keep one of them.",
                    ),
                )
    return problems


def confirm(actor: Actor, digest: str, at: datetime) -> list[Entry]:
    """
    Enter the figures of a report, all or none, and get them; it is looked over no further then.

    Raises NotThereError, and InvalidError with what is not settled yet.
    """
    with together() as batch:
        batch.begin()
        held = reviewed(actor, digest, at)
        _refuse_twice(held.unit, digest)
        if problems := problems_of(held):
            raise InvalidError(problems)
        made = entering.create_many(actor, keys.PAST_FIGURE, held.unit, list(_values(held)), at)
        discard(actor, digest)
        return made


def _values(held: Reviewed) -> Iterable[dict[str, Any]]:
    """Get what is entered of each figure; one that the report repeats is entered once."""
    parts = rate_parts(held.reading)
    region = held.unit.government.name if held.is_own else held.region.strip()
    for name, rows in _by_indicator(held).items():
        row, one = rows[0], named(name)
        if one is None:
            continue
        over, under = parts.get(row.figure.start, (None, None))
        is_share = row.figure.unit in {"%", "‰"}
        yield {
            "year": _number(held.year),
            "region": region,
            "indicator": name,
            "label": one.indicator.label,
            "printed": row.said,
            "value": format(row.figure.value, "f"),
            "numerator": over if is_share else None,
            "denominator": under if is_share else None,
            "measure": row.figure.unit,
            "quote": row.sentence,
            "source_title": held.title.strip() or held.name,
            "source_digest": held.digest,
            "position": row.figure.place.start,
        }


def of_document(unit: Unit, digest: str) -> QuerySet[Entry]:
    """Get the figures that a government has of a document."""
    return Entry.unscoped.filter(
        register=keys.PAST_FIGURE, government=unit.government, values__source_digest=digest
    )


def of_year(actor: Actor, held: Reviewed) -> Sequence[str]:
    """Get the titles of other reports of the same government and year whose figures are kept."""
    year = _number(held.year)
    found = policy.entries_for(actor).filter(
        register=keys.PAST_FIGURE,
        government=held.unit.government,
        values__year=year,
        values__region=held.unit.government.name if held.is_own else held.region.strip(),
    )
    titles = found.values_list("values__source_title", flat=True).distinct().order_by()
    return [str(title) for title in titles[:3]] if year is not None else []


def _refuse_twice(unit: Unit, digest: str) -> None:
    first = of_document(unit, digest).order_by("pk").first()
    if first is None:
        return
    day, title = first.entered_at.date().isoformat(), first.values.get("source_title")
    raise InvalidError(
        {
            "file": Message(
                f"这份文件已经在{day}读入过（《{title}》），它的数字在对照表里。",
                f"This document was read in on {day} already ({title}); its figures are in the table.",
            )
        }
    )


def _by_indicator(held: Reviewed) -> dict[str, list[Understood]]:
    found: dict[str, list[Understood]] = {}
    for row in held.taken:
        found.setdefault(held.indicator_of(row), []).append(row)
    return found


def _number(text: str) -> int | None:
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else None


def _plain(name: str) -> str:
    return "".join(name.split()).partition("（")[0].removesuffix("人民政府")
