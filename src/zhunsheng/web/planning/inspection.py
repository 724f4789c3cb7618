"""Self-check at any time: the checklist with its gaps, the scores with their reasons, and files of the list."""

from __future__ import annotations

import io
from collections.abc import Sequence

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhunsheng.engine.planning.states import TargetState
from zhunsheng.web import clock
from zhunsheng.web.planning import checklist, keys, overview
from zhunsheng.web.planning.board import context_of, held_of, shown
from zhunsheng.web.planning.checklist import HEADS, Row
from zhunsheng.web.planning.measuring import measured
from zhunsheng.web.planning.on_day import PlanOnDay
from zhunsheng.web.planning.word_file import table_document
from zhunsheng.web.registers import export
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.export import MOST_ROWS, too_many

_WIDTHS = (5, 22, 14, 10, 18, 14, 12, 7, 8)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what an inspection would find today: gaps first, then the whole list."""
    held = held_of(request, pk)
    found = measured(held)
    rows = checklist.rows_of(held, found, overview.claims(held, found))
    context = context_of(request, held, "check") | {
        "rows": [(row, shown(row.light)) for row in rows],
        "gaps": [(row, shown(row.light)) for row in checklist.gaps(rows)],
        "no_duty": overview.without_duty(held),
        "no_leader": overview.without_leader(held),
        "no_measures": overview.without_measures(held),
        "unmeasured": [one for one in found if one.standing.state is TargetState.NOT_MEASURABLE],
    }
    return render(request, "planning/check.html", context)


@require_GET
def scores(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the score of each unit, with each entry that gave or cost points."""
    held = held_of(request, pk)
    found = measured(held)
    context = context_of(request, held, "scores") | {
        "scores": overview.scores(held, found, overview.claims(held, found)),
    }
    return render(request, "planning/scores.html", context)


@require_GET
def download(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """Get the checklist as a workbook or a Word document; who took it is in the ledger."""
    if kind not in {"xlsx", "docx"}:
        raise NotThereError("没有这种文件。", "There is no such kind of file.")
    held = held_of(request, pk)
    found = measured(held)
    rows = checklist.rows_of(held, found, overview.claims(held, found))
    if len(rows) > MOST_ROWS:
        raise too_many()
    title = _("重点任务完成情况对照检查清单")
    written = _Written(rows)
    file = (
        export.file_of("xlsx", title, written)
        if kind == "xlsx"
        else io.BytesIO(_document(held, title, written))
    )
    at = clock.now()
    asked = QueryDict(mutable=True)
    asked["plan"] = held.plan.number
    asked["as_of"] = str(held.day)
    export.tell(held.actor, keys.DUTY, asked, kind, len(rows), at)
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"plan-{held.plan.number}-{held.day:%Y%m%d}.{kind}",
        content_type=export.KINDS["xlsx"] if kind == "xlsx" else _WORD,
    )


class _Written:
    """The checklist as rows of text."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows, self.count = rows, len(rows)

    @property
    def heads(self) -> list[str]:
        """What stands above the columns."""
        return [str(head) for head in HEADS]

    def __iter__(self):  # type: ignore[no-untyped-def]
        for row in self.rows:
            yield row.cells


def _document(held: PlanOnDay, title: str, written: _Written) -> bytes:
    below = _("%(plan)s，截至%(day)s") % {"plan": held.plan.title, "day": held.day}
    return table_document(title, below, written.heads, list(written), _WIDTHS)
