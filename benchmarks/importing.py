"""
A workbook of 50,000 rows brought in with all checks, clocks and ledger lines, on both databases.

Beside it django-import-export brings the same workbook into a plain table, as it comes and in bulk.
Each way runs in a process of its own, so that the peak of memory is its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import filling, places

ROWS = int(os.environ.get("BENCH_ROWS", "50000"))
OURS, AS_IT_COMES, IN_BULK = "ours", "as it comes", "in bulk"
LABELS = {
    OURS: "ours: checks, clocks, ledger",
    AS_IT_COMES: "django-import-export, as it comes",
    IN_BULK: "django-import-export, in bulk",
}
HEADS = {
    "received": "收到申请日期",
    "channel": "提交方式",
    "applicant": "申请人",
    "contact": "联系方式",
    "applicant_kind": "申请人类别",
    "subject": "申请事项",
    "content": "申请内容",
}
SAID = {"channel": "互联网", "applicant_kind": "自然人"}


def write_workbook(file: Path, rows: int) -> None:
    """Write a filled template."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(file), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("填报")
        sheet.write_row(0, 0, HEADS.values())
        for number, raw in enumerate(filling.raws(0, rows, date.today()), start=1):  # noqa: DTZ011
            cells = raw | {"applicant": "某甲"} | SAID
            sheet.write_row(number, 0, [str(cells[key]) for key in HEADS])


def measure(way: str, file: str) -> None:
    """Print one row of the table."""
    places.prepare()
    place = filling.county("990121", "溪口县")
    before = places.peak()
    began, on_processor = time.perf_counter(), time.process_time()
    kept = ours(place, Path(file)) if way == OURS else theirs(Path(file), bulk=way == IN_BULK)
    took, computed = time.perf_counter() - began, time.process_time() - on_processor
    assert kept == ROWS, (kept, ROWS)  # noqa: S101
    print(
        f"{LABELS[way]:<36}{places.database():<12}{ROWS / took:>10,.0f}{ROWS / computed:>12,.0f}"
        f"{before:>10.0f}{places.peak():>9.0f}",
        flush=True,
    )


def ours(place: filling.Place, file: Path) -> int:
    """Bring the workbook in as the page does; get how many are kept."""
    from zhunsheng.engine.catalogue import catalogue
    from zhunsheng.web import actors, clock
    from zhunsheng.web.registers import importing
    from zhunsheng.web.registers.checking import Saving

    now, content = clock.now(), file.read_bytes()
    named = catalogue().register(filling.REGISTER)
    actor = actors.actor_of(place.user, now.date())
    saving = Saving(actor, named, place.unit.government, now.date())
    fields = named.register.entry_fields
    found = importing.check(saving, importing.raws_of(fields, content))
    assert not found.wrong, found.wrong[:3]  # noqa: S101
    return importing.keep(actor, named, place.unit, importing.raws_of(fields, content), now)


def theirs(file: Path, *, bulk: bool) -> int:
    """Bring the workbook in by django-import-export; get how many are kept."""
    from import_export import fields, resources, widgets
    from tablib import Dataset

    from benchmarks.plain.models import PlainRequest

    class Requests(resources.ModelResource):
        received = fields.Field("received", HEADS["received"], widgets.DateWidget())

        class Meta:
            model = PlainRequest
            fields = tuple(HEADS)
            import_id_fields = ()
            use_bulk = bulk
            batch_size = 1000
            skip_diff = bulk
            report_skipped = False

    for key, head in HEADS.items():
        if key != "received":
            Requests.fields[key] = fields.Field(key, head)
    data = Dataset().load(file.read_bytes(), format="xlsx")
    result: Any = Requests().import_data(data, raise_errors=True)
    assert not result.has_errors()  # noqa: S101
    return PlainRequest.objects.count()


def main() -> None:
    """Print the table."""
    print(f"a workbook of {ROWS:,} rows; {places.machine()}")
    print(
        f"{'':<36}{'':<12}{'rows/s':>10}{'rows/CPU s':>12}{'MB before':>10}{'MB peak':>9}",
        flush=True,
    )
    with tempfile.TemporaryDirectory(prefix="zhunsheng-bench-") as folder:
        file = Path(folder) / "rows.xlsx"
        write_workbook(file, ROWS)
        Path(folder).chmod(0o755)
        for way in LABELS:
            places.on_each_database("benchmarks.importing", "measure", way, str(file))


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        measure(*sys.argv[2:4])
    else:
        main()
