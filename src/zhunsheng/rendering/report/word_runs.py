"""Runs of text in a DOCX, with the bookmarks around bound figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from zhunsheng.engine.reporting.model import Span
from zhunsheng.rendering.report.word_styles import part


class Runs:
    """Writes spans into paragraphs; a figure has its bookmark where it first stands."""

    def __init__(self, anchors: Mapping[str, str]) -> None:
        self._anchors = anchors
        self._marked: set[str] = set()

    def write(self, paragraph: Any, spans: Sequence[Span], size: float | None = None) -> None:
        """Put spans at the end of a paragraph's element, in letters of a size where one is given."""
        for span in spans:
            anchor = self._anchors.get(span.figure, "")
            if not anchor or anchor in self._marked:
                paragraph.append(_run(span.text, size))
                continue
            self._marked.add(anchor)
            number = len(self._marked)
            paragraph.append(part("bookmarkStart", id=number, name=f"fig_{anchor}"))
            paragraph.append(_run(span.text, size))
            paragraph.append(part("bookmarkEnd", id=number))


def _run(text: str, size: float | None) -> Any:
    run = part("r")
    run.text = text
    if size is not None:
        properties = part("rPr")
        properties.append(part("sz", val=round(2 * size)))
        run.insert(0, properties)
    return run
