"""
A report with what belongs to it, as it stands or as it was made final, in a fixed number of queries.

It knows entries and the ledger's lines about them; what their texts say is for `composing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from zhunsheng.engine.catalogue import NamedGenre, catalogue
from zhunsheng.engine.reporting.declarations import Chapter, Theme
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.ledger import past
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.ledger.past import Moment
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.as_of import EntryThen, entries_then
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import keys, who_may

_NOT_THERE = NotThereError(
    "没有这份报告，或者您没有查看的权限。", "There is no such report that you may see."
)


@dataclass(frozen=True, kw_only=True)
class HeldReport:
    """
    A report for somebody, on a day: its entry, its genre, the paragraphs that they may see.

    `figures_at` is where the ledger stood when the figures were frozen; None as long as they are not.
    `whole` says that all paragraphs are there.
    """

    actor: Actor
    entry: Entry
    genre: NamedGenre
    today: date
    paragraphs: tuple[Entry, ...]
    whole: bool
    figures_at: Moment | None = None

    @property
    def year(self) -> int:
        """The year it reports on."""
        return int(self.entry.values["year"])

    @property
    def is_frozen(self) -> bool:
        """Whether its text and its figures no longer change."""
        return self.figures_at is not None

    @property
    def place(self) -> Place:
        """Whose figures it gives: those of its government with all its units."""
        return Place(self.entry.government)

    @cached_property
    def accepted(self) -> tuple[Entry, ...]:
        """The paragraphs that are in the report."""
        return tuple(one for one in self.paragraphs if one.state == keys.ACCEPTED)

    @cached_property
    def open(self) -> tuple[Entry, ...]:
        """The paragraphs that still wait for somebody."""
        return tuple(one for one in self.paragraphs if one.state in {keys.ASKED, keys.WRITTEN})

    @cached_property
    def shortcomings(self) -> tuple[Entry, ...]:
        """The shortcomings that are kept with it, in the order they were entered."""
        return tuple(_of(self.actor, keys.SHORTCOMING, self.entry))

    def of_chapter(self, key: str) -> list[Entry]:
        """Get the paragraphs of a chapter or a theme, in their order."""
        return [one for one in self.paragraphs if one.values.get("chapter") == key]


def held_of(actor: Actor, pk: int, today: date) -> HeldReport:
    """Get a report that somebody may open. Raises NotThereError."""
    entry = who_may.reports_for(actor).filter(pk=pk).first()
    if entry is None:
        raise _NOT_THERE
    return held_as(actor, entry, today)


def held_as(actor: Actor, entry: Entry, today: date) -> HeldReport:
    """Get a report that was found already, as `held_of` does."""
    genre = genre_of(entry)
    frozen = figures_at(entry)
    whole = who_may.reads_whole(actor, entry)
    if frozen is not None and (line := final_line(entry)) is not None:
        moment = Moment(line, today)
        found: Iterable[Entry] = _paragraphs_then(entry, moment)
        if not whole:
            found = [one for one in found if policy.may_see(actor, one)]
    else:
        found = _of(actor, keys.PARAGRAPH, entry)
    return HeldReport(
        actor=actor,
        entry=entry,
        genre=genre,
        today=today,
        paragraphs=in_order(genre, found),
        whole=whole,
        figures_at=frozen,
    )


def genre_of(entry: Entry) -> NamedGenre:
    """Get the genre of a report."""
    return catalogue().genre(str(entry.values.get("genre") or keys.GENRE))


def figures_at(entry: Entry) -> Moment | None:
    """Get where the ledger stood when the figures of a report were frozen; None where they are not."""
    values = entry.values
    if entry.state not in keys.FROZEN or values.get("as_of") is None:
        return None
    day = date.fromisoformat(str(values["as_of"])[:10])
    position = values.get("ledger_position")
    return past.end_of(day) if position is None else Moment(int(position), day)


def final_line(entry: Entry) -> int | None:
    """Get the number of the ledger's line by which a report was made final; None where there is none."""
    lines = StoredLine.objects.filter(
        about=entry.about, did="entry.step", says__step=keys.FINALISE
    ).order_by("-number")
    return lines.values_list("number", flat=True).first()


def paragraphs_at(entry: Entry, moment: Moment) -> tuple[Entry, ...]:
    """Get the paragraphs of a report as they were at a moment, in its order."""
    return in_order(genre_of(entry), _paragraphs_then(entry, moment))


def in_order(genre: NamedGenre, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Get paragraphs in the order of a report: by chapter, then by the place they were given."""
    order = {key: at for at, key in enumerate(genre.genre.keys)}

    def place(one: Entry) -> tuple[int, int, int]:
        values = one.values
        chapter = order.get(str(values.get("chapter")), len(order))
        return (chapter, int(values.get("place") or 0), one.pk)

    return tuple(sorted(entries, key=place))


def parts_of(genre: NamedGenre) -> list[tuple[Chapter, list[Theme | Chapter]]]:
    """Get the chapters of a genre, each with what paragraphs belong to: its themes, or itself."""
    return [(chapter, list(chapter.themes) or [chapter]) for chapter in genre.genre.chapters]


def label_of(genre: NamedGenre, key: str, year: int) -> str:
    """Get the title of a chapter or a theme by its key, for a year."""
    for _chapter, parts in parts_of(genre):
        for part in parts:
            if part.key == key:
                return title_of(part, year)
    return key


def title_of(part: Theme | Chapter, year: int) -> str:
    """Get the title of a chapter or a theme for a year."""
    return part.title.format(year=year, next=year + 1, issuer="", region="")


def _of(actor: Actor, register: str, report: Entry) -> list[Entry]:
    """Get the entries of a register that belong to a report, as far as somebody may see them."""
    found = policy.entries_for(actor).filter(
        register=register, links__field="report", links__target=report.pk
    )
    return list(found.defer("private").select_related("unit", "government").order_by("pk"))


def _paragraphs_then(report: Entry, moment: Moment) -> list[Entry]:
    named = catalogue().register(keys.PARAGRAPH)
    wanted = f"{report.register}/{report.number}"
    found: list[EntryThen] = [
        one
        for one in entries_then(named, moment, governments=[report.government_id], with_days=False)
        if one.sealed["values"].get("report") == wanted
    ]
    entries = [one.as_entry() for one in found]
    units = {one.unit_id for one in entries}
    known = Unit.objects.select_related("government").in_bulk(units)
    for one in entries:
        one.unit, one.government = known[one.unit_id], report.government
    return entries
