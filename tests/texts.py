"""Documents made of a few words, for tests."""

from __future__ import annotations

from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.auditing.model import Audit
from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.documents.layout import flow_of
from zhunsheng.engine.reading.read import read


def document_of(text: str, **changes: object) -> Document:
    """Get a plain text document."""
    return Document(name="sample.txt", format="txt", text=text, **changes)  # type: ignore[arg-type]


def flow(text: str) -> Flow:
    """Get the running text of some words."""
    return flow_of(document_of(text))


def lines(text: str) -> list[str]:
    """Get the paragraphs that a text is laid out in."""
    laid_out = flow(text)
    return [laid_out.words(paragraph) for paragraph in laid_out.paragraphs]


def audited(text: str) -> Audit:
    """Get the audit of a text, read as a whole document."""
    return audit(read(document_of(text)))
