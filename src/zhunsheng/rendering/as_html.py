"""An annotated page that stands alone: the text with all that was found in it, and the list of findings."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from zhunsheng import __version__
from zhunsheng.engine.auditing.model import Audit, Coverage, Finding
from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.reading.model import Heading, Reading
from zhunsheng.rendering.highlighting import Highlight, blocks_of
from zhunsheng.rendering.words import (
    COVERAGE_STATES,
    DOCUMENT_KINDS,
    ICONS,
    META,
    ROLES,
    SEVERITIES,
    coverage_summary,
    shown_number,
    summary,
    target_in_words,
)

# What the legend offers to show or hide, in its order.
KINDS = {
    "heading": "标题",
    "unit": "责任单位",
    "target": "量化目标",
    "deadline": "时限",
    "figure": "数字",
    "instrument": "文件名称",
    "finding": "疑点",
}


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding with its number and the places where it stands."""

    number: int
    finding: Finding


def page_of(name: str, reading: Reading, audit: Audit, coverage: tuple[Coverage, ...] = ()) -> str:
    """
    Get the page for one document as HTML that needs no network.

    Script and style stand in the page itself and are allowed by their hashes alone; every word of the
    document is escaped.
    """
    style, script = _resource("style.css"), _resource("script.js")
    highlights = [*_highlights(reading), *_finding_highlights(audit)]
    present = {kind for highlight in highlights for kind in highlight.kinds}
    return (
        _environment()
        .get_template("page.html")
        .render(
            name=name,
            reading=reading,
            audit=audit,
            coverage=coverage,
            blocks=blocks_of(reading.flow.document, highlights),
            findings=[ListedFinding(n, f) for n, f in enumerate(audit.findings, start=1)],
            kinds={key: label for key, label in KINDS.items() if key in present},
            facts=_facts(reading),
            summary=summary(reading, audit).zh,
            coverage_summary=coverage_summary(coverage).zh if coverage else "",
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
            version=__version__,
        )
    )


def _highlights(reading: Reading) -> Iterator[Highlight]:
    yield from _headings(reading.outline)
    for task in reading.tasks:
        for unit in task.units:
            title = f"{ROLES[unit.role].zh}单位"
            yield _at(unit.place, "unit", f"{title}（统称）" if unit.collective else title)
    for target in reading.targets:
        yield _at(target.place, "target", f"{target.indicator} {target_in_words(target)}")
    for deadline in reading.deadlines:
        yield _at(deadline.place, "deadline", str(deadline.date or "定期"))
    for instrument in reading.instruments:
        yield _at(instrument.place, "instrument", "")
    for figure in reading.figures:
        yield _at(figure.place, "figure", f"{shown_number(figure.value)}{figure.unit}")


def _headings(headings: tuple[Heading, ...]) -> Iterator[Highlight]:
    for heading in headings:
        yield _at(heading.place, "heading", "")
        yield from _headings(heading.children)


def _finding_highlights(audit: Audit) -> Iterator[Highlight]:
    for number, finding in enumerate(audit.findings, start=1):
        for order, place in enumerate(finding.places):
            yield Highlight(
                start=place.start,
                end=place.end,
                kinds=("finding", finding.severity),
                anchor=f"p{number}-{order}",
                title=f"{SEVERITIES[finding.severity].zh}{number}：{finding.says.zh}",
            )


def _at(place: Place, kind: str, title: str) -> Highlight:
    return Highlight(start=place.start, end=place.end, kinds=(kind,), title=title)


def _facts(reading: Reading) -> list[tuple[str, str]]:
    facts = [("类别", DOCUMENT_KINDS[reading.kind].zh)]
    facts += [
        (label.zh, str(value))
        for key, label in META.items()
        if (value := getattr(reading.meta, key))
    ]
    return facts


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("zhunsheng.rendering"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "severities": SEVERITIES,
        "icons": ICONS,
        "roles": ROLES,
        "states": COVERAGE_STATES,
    }
    environment.filters |= {"number": shown_number, "asked": target_in_words}
    return environment


@cache
def _resource(name: str) -> str:
    return files("zhunsheng.rendering").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
