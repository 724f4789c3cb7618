"""
What goes with a report so that anybody can check it: its figures with their counts, its text, both digests.

It knows the report and where the ledger stood; `verifier` reads what is written here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from zhunsheng.engine.ledger.verifier import canonical
from zhunsheng.engine.reporting.model import Block, BoundFigure, Report, Span
from zhunsheng.engine.reporting.verifier_record import FORMAT, digests_of


@dataclass(frozen=True, slots=True)
class MadeBy:
    """The program that computed the figures."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """Where the ledger stood: its algorithm, the number of the last line looked at, and that line's digest."""

    algorithm: str
    position: int
    head: str


@dataclass(frozen=True, slots=True)
class FiguresJson:
    """The canonical JSON of a report (UTF-8), and the digests in it, in hexadecimal."""

    content: bytes
    algorithm: str
    text_digest: str
    figures_digest: str


def figures_json(
    report: Report,
    *,
    as_of: date,
    genre: str,
    engine: MadeBy,
    ledger: LedgerHead,
    algorithm: str = "",
    pdf_digest: str = "",
) -> FiguresJson:
    """
    Get the JSON that goes with a report, in the one form that stands for it.

    `algorithm` is that of the digests, the ledger's where it is empty; `pdf_digest` the SHA-256 digest of
    the report's PDF (hexadecimal), if there is one yet. Raises LedgerError for an algorithm that is not to
    be had, and for a count beyond 2**53 - 1.
    """
    paragraphs, tables = _blocks(report.blocks)
    record: dict[str, Any] = {
        "format": FORMAT,
        "title": report.title,
        "issuer": report.issuer,
        "year": report.year,
        "number": report.number,
        "issued": report.issued.isoformat() if report.issued else "",
        "as_of": as_of.isoformat(),
        "genre": genre,
        "engine": {"name": engine.name, "version": engine.version},
        "ledger": {
            "algorithm": ledger.algorithm,
            "position": ledger.position,
            "head": ledger.head,
        },
        "pdf_digest": pdf_digest,
        "paragraphs": paragraphs,
        "tables": tables,
        "figures": [_figure(figure) for figure in report.figures.values()],
    }
    digests = digests_of(record, algorithm or ledger.algorithm)
    return FiguresJson(
        content=canonical(record | {"digests": digests}),
        algorithm=digests["algorithm"],
        text_digest=digests["text"],
        figures_digest=digests["figures"],
    )


def _blocks(blocks: Sequence[Block]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Get the paragraphs, and the tables with the number of paragraphs before each."""
    paragraphs: list[dict[str, Any]] = []
    tables: list[dict[str, Any]] = []
    for block in blocks:
        if block.kind == "table":
            rows = [[_bound(cell) for cell in row] for row in block.rows]
            tables.append({"after": len(paragraphs), "rows": rows})
            continue
        said = {"kind": block.kind, "level": block.level, "source": block.source}
        paragraphs.append(said | _bound((Span(block.number), *block.spans)))
    return paragraphs, tables


def _bound(spans: Sequence[Span]) -> dict[str, Any]:
    """Get a text with the places of the figures bound in it."""
    figures, position = [], 0
    for span in spans:
        end = position + len(span.text)
        if span.figure:
            figures.append({"id": span.figure, "start": position, "end": end})
        position = end
    return {"text": "".join(span.text for span in spans), "figures": figures}


def _figure(figure: BoundFigure) -> dict[str, Any]:
    named = {field.name: getattr(figure, field.name) for field in fields(figure)}
    return named | {key: _decimal(named[key]) for key in ("total", "last_total")}


def _decimal(value: int | Decimal | None) -> str | None:
    """Write an exact number without an exponent and without zeros at its end."""
    if value is None:
        return None
    whole = f"{value:f}" if isinstance(value, Decimal) else str(value)
    written = whole.rstrip("0").rstrip(".") if "." in whole else whole
    return "0" if written == "-0" else written
