"""An annotated page that stands alone: the text with all that was found in it, and the list of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment

from zhunsheng import __version__
from zhunsheng.engine.auditing.model import Audit, Coverage
from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.reading.model import Figure, Heading, Reading
from zhunsheng.rendering.highlighting import Anchor, Highlight, blocks_of
from zhunsheng.rendering.standalone import environment, hash_of, resource
from zhunsheng.rendering.words import (
    COVERAGE_STATES,
    DOCUMENT_KINDS,
    ICONS,
    META,
    ROLES,
    SEVERITIES,
    amount_read,
    coverage_counts,
    gravest_first,
    period_in_words,
    severity_counts,
    shown_number,
    target_in_words,
    targets_by_task,
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
class Numbered:
    """A finding, a figure, a target or a task with its number, which its places in the text bear too."""

    number: int
    item: Any


def page_of(name: str, reading: Reading, audit: Audit, coverage: tuple[Coverage, ...] = ()) -> str:
    """
    Get the page for one document as HTML that needs no network.

    Script and style stand in the page itself and are allowed by their hashes alone; every word of the
    document is escaped.
    """
    style, script = resource("style.css"), resource("script.js")
    highlights = [*_highlights(reading), *_finding_highlights(audit)]
    found = Counter(highlight.kinds[0] for highlight in highlights if highlight.kinds)
    found["finding"] = len(audit.findings)
    return (
        _environment()
        .get_template("page.html")
        .render(
            name=name,
            reading=reading,
            audit=audit,
            coverage=gravest_first(coverage),
            missed=[covered for covered in coverage if covered.state == "missed"],
            blocks=blocks_of(reading.flow.document, highlights),
            findings=_numbered(audit.findings),
            tasks=_numbered(reading.tasks),
            asked=targets_by_task(reading),
            targets=_numbered(reading.targets),
            figures=_numbered(reading.figures),
            anchor_of=_anchors(reading.figures).get,
            legend=[(key, label, found[key]) for key, label in KINDS.items() if found[key]],
            facts=_facts(reading),
            amount=amount_read(reading, audit).zh,
            counts=severity_counts(audit),
            coverage_counts=coverage_counts(coverage),
            style=style,
            script=script,
            style_hash=hash_of(style),
            script_hash=hash_of(script),
            version=__version__,
        )
    )


def _highlights(reading: Reading) -> Iterator[Highlight]:
    yield from _headings(reading.outline)
    for number, task in enumerate(reading.tasks, start=1):
        yield _at(task.place, "", "", Anchor(f"k{number}"))
        for unit in task.units:
            title = f"{ROLES[unit.role].zh}单位"
            yield _at(unit.place, "unit", f"{title}（统称）" if unit.collective else title)
    for number, target in enumerate(reading.targets, start=1):
        title = f"{target.indicator} {target_in_words(target)}"
        yield _at(target.place, "target", title, Anchor(f"t{number}"))
    for deadline in reading.deadlines:
        yield _at(deadline.place, "deadline", str(deadline.date or "定期"))
    for instrument in reading.instruments:
        yield _at(instrument.place, "instrument", "")
    for number, figure in enumerate(reading.figures, start=1):
        title = f"{figure.subject} {shown_number(figure.value)}{figure.unit}"
        yield _at(figure.place, "figure", title, Anchor(f"g{number}"))
        if figure.start < figure.end:
            yield _at(reading.flow.place(figure.start, figure.end), "number", "")


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
                anchor=Anchor(f"p{number}-{order}", finding.severity, number, f"f{number}"),
                title=f"{SEVERITIES[finding.severity].zh}{number}：{finding.says.zh}",
            )


def _at(place: Place, kind: str, title: str, anchor: Anchor | None = None) -> Highlight:
    kinds = (kind,) if kind else ()
    return Highlight(start=place.start, end=place.end, kinds=kinds, title=title, anchor=anchor)


def _numbered(items: Iterable[object]) -> list[Numbered]:
    return [Numbered(number, item) for number, item in enumerate(items, start=1)]


def _anchors(figures: tuple[Figure, ...]) -> dict[Place, str]:
    """Get the anchor in the text of each place where a figure stands."""
    return {figure.place: f"g{number}" for number, figure in enumerate(figures, start=1)}


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
    found = environment()
    found.globals |= {
        "severities": SEVERITIES,
        "icons": ICONS,
        "roles": ROLES,
        "states": COVERAGE_STATES,
    }
    found.filters |= {
        "number": shown_number,
        "asked": target_in_words,
        "period": lambda period: period_in_words(period, "zh"),
    }
    return found
