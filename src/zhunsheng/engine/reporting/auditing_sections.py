"""
The chapters that a kind of report must have, found in a text by their headings or by how they begin.

It knows what such chapters are called; which of them a genre asks for is told by the genre.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Heading, Reading
from zhunsheng.engine.reporting.auditing_model import Doubt, doubt
from zhunsheng.engine.reporting.declarations import Chapter, Fed, Genre
from zhunsheng.engine.reporting.model import Report

_NAMED: Mapping[Fed, re.Pattern[str]] = {
    "duties": re.compile(r"第一责任人|(?:主要负责人|负责同志).{0,12}职责"),
    "shortcomings": re.compile(r"不足|存在.{0,6}问题|问题(?:和|及|与)|短板|薄弱|困难"),
    "arrangements": re.compile(
        r"(?:下一步|下步|下年度?|来年|明年|20\d{2}年度?).{0,24}(?:安排|打算|计划|思路|目标)"
        r"|(?:工作|主要)(?:安排|打算)$|^下一?步"
    ),
    "measures": re.compile(r"举措|成效|工作情况|主要做法|推进.{0,16}情况|取得.{0,6}成绩"),
}
_ORDER: tuple[Fed, ...] = ("duties", "shortcomings", "arrangements", "measures")
_BEGINS: Mapping[Fed, re.Pattern[str]] = {
    "shortcomings": re.compile(r"(?:但是?|虽然|同时).{0,60}(?:不足|短板|薄弱|差距|问题)"),
    "arrangements": re.compile(r"(?:下一步|下步|下一阶段|明年|来年)[，,、]?"),
}
_WEIGHTY: frozenset[Fed] = frozenset({"shortcomings", "arrangements"})
_SHORTEST = 10
_PLACE = re.compile(r"\{\w+\}(?:年度?)?")


@dataclass(frozen=True, slots=True)
class Section:
    """Where the text of a chapter stands in the flow; its heading is left out."""

    start: int
    end: int


def sections_of(reading: Reading) -> dict[Fed, Section]:
    """
    Get where a report speaks of what its chapters are fed from.

    A heading tells it; where none does, a paragraph that begins as such chapters begin (下一步，…). What
    has headings that tell nothing speaks of measures and results.
    """
    found: dict[Fed, Section] = {}
    headings = list(_walk(reading.outline))
    for heading in headings:
        fed = _fed_of(heading.title)
        if fed is not None and fed not in found:
            found[fed] = Section(_end_of_line(reading, heading), heading.end)
    for fed, pattern in _BEGINS.items():
        if fed in found:
            continue
        for paragraph in reading.flow.body():
            if pattern.match(reading.flow.text, paragraph.start, paragraph.end):
                found[fed] = Section(paragraph.start, paragraph.end)
                break
    others = [one for one in reading.outline if _fed_of(one.title) is None]
    if "measures" not in found and others:
        found["measures"] = Section(others[0].start, others[-1].end)
    return found


def missing_sections(
    reading: Reading, sections: Mapping[Fed, Section], genre: Genre, report: Report | None
) -> Iterator[Doubt]:
    """Get the chapters of a genre that a report has not, or has nothing in; and its missing themes."""
    year = report.year if report is not None else reading.meta.year
    for chapter in genre.chapters:
        section = sections.get(chapter.fed)
        if section is None:
            yield _missing(chapter, year, genre, "没有“{}”这一部分", "is missing")
        elif len(_words(reading, section)) < _SHORTEST:
            yield _missing(chapter, year, genre, "“{}”这一部分是空的", "is empty")
        if report is not None:
            yield from _missing_themes(chapter, report)


def _missing(chapter: Chapter, year: int | None, genre: Genre, how: str, english: str) -> Doubt:
    known = {"year": year, "next": year + 1} if year else {}
    name = chapter.title
    for place, value in known.items():
        name = name.replace(f"{{{place}}}", str(value))
    name = _PLACE.sub("", name)
    basis = f"（依据：{genre.basis}）" if genre.basis else ""
    return doubt(
        "error" if chapter.fed in _WEIGHTY else "warning",
        "section",
        Message(how.format(name), f"the chapter “{name}” {english}"),
        Message(f"请补写这一部分{basis}。", "Write the chapter; the genre asks for it."),
        quote=name,
    )


def _missing_themes(chapter: Chapter, report: Report) -> Iterator[Doubt]:
    titles = {"".join(span.text for span in b.spans) for b in report.blocks if b.kind == "heading"}
    missing = [theme.title for theme in chapter.themes if theme.title not in titles]
    if missing and len(missing) < len(chapter.themes):
        zh, en = "”“".join(missing), "”, “".join(missing)
        yield doubt(
            "note",
            "theme",
            Message(f"没有写“{zh}”", f"nothing is said of “{en}”"),
            Message(
                "本年度确无这些方面工作的，可以不写。", "Leave out what there was no such work in."
            ),
            quote="、".join(missing),
        )


def missing_date(reading: Reading, report: Report | None) -> Iterator[Doubt]:
    """Get the doubt about a report that has no date."""
    if reading.meta.issue_date is None and (report is None or report.issued is None):
        yield doubt(
            "warning",
            "date",
            Message("报告没有成文日期", "the report has no date"),
            Message("请写明成文日期。", "Give the date of issue."),
            quote="成文日期",
        )


def _fed_of(title: str) -> Fed | None:
    for fed in _ORDER:
        if _NAMED[fed].search(title):
            return fed
    return None


def _walk(headings: tuple[Heading, ...]) -> Iterator[Heading]:
    for heading in headings:
        yield heading
        yield from _walk(heading.children)


def _end_of_line(reading: Reading, heading: Heading) -> int:
    """Get where the title of a heading ends, so that text run into its line counts."""
    text = reading.flow.text
    at = text.find(heading.title, heading.start, heading.end)
    return at + len(heading.title) if at >= 0 else heading.start


def _words(reading: Reading, section: Section) -> str:
    """Get the text of a section without white space and signs."""
    return re.sub(r"[\W_]+", "", reading.flow.text[section.start : section.end])
