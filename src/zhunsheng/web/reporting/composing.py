"""
What a report says: each paragraph with its figures filled in, and all of them composed.

It knows templates and figures; who may see or change a paragraph is for others.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from zhunsheng.engine.reporting import composing
from zhunsheng.engine.reporting.composing import AnnexTable, Facts
from zhunsheng.engine.reporting.model import Report
from zhunsheng.engine.reporting.templates import TemplateError, parsed
from zhunsheng.engine.reporting.writing import Known, Written, written
from zhunsheng.web.language import said
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import annex, figures, keys
from zhunsheng.web.reporting.figures import Basis
from zhunsheng.web.reporting.held import HeldReport


@dataclass(frozen=True, slots=True)
class Said:
    """What a paragraph says now; `problem` where its template cannot be read."""

    entry: Entry
    written: Written | None
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Composing:
    """A report about to be composed: with all its figures, which were asked for once."""

    held: HeldReport
    basis: Basis
    known: dict[str, Known]

    @cached_property
    def facts(self) -> Facts:
        """Who reports on which year to whom."""
        return facts_of(self.held.entry, self.held.year, self.basis.period.key)

    def said(self, entry: Entry) -> Said:
        """Get what a paragraph says."""
        try:
            template = parsed(text_of(entry).strip())
        except TemplateError as error:
            return Said(entry, None, said(error.message))
        facts = self.facts
        found = written(template, self.known.get, period=facts.period, place=facts.place)
        return Said(entry, found)

    @cached_property
    def tables(self) -> list[AnnexTable]:
        """The official tables that have something to say."""
        return annex.tables(self.known, self.facts)

    def report(self, *states: str) -> Report:
        """Get the report made of the paragraphs in some states; of those accepted where none is named."""
        wanted = states or (keys.ACCEPTED,)
        chosen = [
            composing.Paragraph(
                str(one.values["chapter"]),
                text_of(one),
                str(one.values.get("statement") or one.number),
            )
            for one in self.held.paragraphs
            if one.state in wanted and text_of(one).strip() and not self.said(one).problem
        ]
        genre = self.held.genre.genre
        return composing.composed(genre, self.facts, chosen, self.known.get, self.tables)


def composing_of(held: HeldReport, *, tables: bool = True) -> Composing:
    """Get a report with its figures; without `tables`, of its paragraphs alone, which takes less."""
    basis = basis_of(held)
    names = figures.names_in(text_of(one) for one in held.paragraphs)
    known = figures.known([*names, *(annex.names() if tables else ())], basis)
    return Composing(held=held, basis=basis, known=known)


def basis_of(held: HeldReport) -> Basis:
    """Get whose figures a report gives, and as of when."""
    return Basis(held.place, held.year, held.today, held.figures_at)


def composed_report(held: HeldReport, *, drafted: bool = False) -> Report:
    """Get the report as it reads; with `drafted`, what is written and not yet accepted is in it."""
    states = (keys.ACCEPTED, keys.WRITTEN) if drafted else (keys.ACCEPTED,)
    return composing_of(held).report(*states)


def facts_of(entry: Entry, year: int, period: str) -> Facts:
    """Get who reports on which year to whom."""
    values = entry.values
    issued = values.get("issued")
    return Facts(
        year=year,
        issuer=str(values.get("issuer") or entry.government.name),
        region=region_of(entry),
        addressee=str(values.get("addressee") or ""),
        number=str(values.get("document_number") or ""),
        issued=date.fromisoformat(str(issued)[:10]) if issued else None,
        period=period,
        place=entry.government.name,
    )


def region_of(entry: Entry) -> str:
    """Get whose work a report is about, as people call the place: 溪口县 and not its government."""
    return entry.government.name.partition("（")[0].removesuffix("人民政府")


def text_of(entry: Entry) -> str:
    """Get the template of a paragraph."""
    return str(entry.values.get("text") or "")
