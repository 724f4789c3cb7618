"""The reading of one document, from its opened file to all that it says."""

from __future__ import annotations

from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.layout import flow_of
from zhunsheng.engine.reading.deadlines import read_deadlines
from zhunsheng.engine.reading.figures import read_figures
from zhunsheng.engine.reading.grids import grids
from zhunsheng.engine.reading.instruments import read_document_numbers, read_instruments
from zhunsheng.engine.reading.kind import read_kind
from zhunsheng.engine.reading.meta import read_meta
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.outline import read_outline
from zhunsheng.engine.reading.targets import read_targets
from zhunsheng.engine.reading.tasks import read_tasks


def read(document: Document) -> Reading:
    """
    Get all that a document says, as far as it can be read; any text is read without failing.

    Figures are those of reports and statistics: in a plan, numbers are targets.
    """
    flow = flow_of(document)
    outline = read_outline(flow)
    meta = read_meta(flow)
    kind = read_kind(flow, meta)
    tasks = read_tasks(flow, outline) if kind == "plan" else ()
    tables = grids(flow)
    return Reading(
        flow=flow,
        kind=kind,
        meta=meta,
        outline=outline.headings,
        points=outline.points,
        tasks=tasks,
        targets=read_targets(flow, tasks, meta.year, kind),
        deadlines=read_deadlines(flow, tasks, meta.year, kind),
        instruments=read_instruments(flow),
        document_numbers=read_document_numbers(flow),
        figures=read_figures(flow, tables) if kind != "plan" else (),
        tables=tables,
    )
