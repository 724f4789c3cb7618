"""
A report of 15,000 characters with 200 figures: composed, rendered as DOCX, PDF and a page, and audited.

`python -m benchmarks.reporting` prints the median of some rounds, and in the same run what the bare libraries
need for the same paragraphs without layout, links and tables.
"""

from __future__ import annotations

import io
import os
import statistics
import time
from collections.abc import Callable

import docx
import typst

from tests.rendering import report_samples as samples
from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.documents.opening import read_bytes
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting.composing import composed
from zhunsheng.rendering.report import as_docx, as_html, as_pdf
from zhunsheng.rendering.report.pdf import fonts

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "7"))


def main() -> None:
    """Compose, render and audit the report, and print the seconds of each."""
    parts = samples.large_parts()
    report = samples.large()
    lines = [block.text for block in report.blocks]
    docx_file = as_docx(report)
    document = read_bytes(docx_file, "report.docx")
    reading = read(document)
    found = audit(reading).findings
    print(
        f"A report of {len(report.text):,} characters with {len(report.figures)} bound figures; "
        f"read back: {len(reading.figures)} figures, {len(found)} findings"
    )
    print(f"{'median of ' + str(ROUNDS) + ' rounds':34} {'s':>7} {'CPU s':>7} {'first':>7}")
    ours = [
        _timed("composed", lambda: composed(*parts)),
        _timed("rendered as DOCX", lambda: as_docx(report)),
        _timed("rendered as PDF", lambda: as_pdf(report)),
        _timed("rendered as HTML", lambda: as_html(report)),
    ]
    print(f"{'all four':34} {sum(ours):7.2f}")
    opened = _timed("DOCX opened", lambda: read_bytes(docx_file, "report.docx"))
    known = _timed("read", lambda: read(document))
    audited = _timed("audited", lambda: audit(reading))
    print(f"{'opened, read and audited':34} {opened + known + audited:7.2f}")
    print("baseline: the same lines, plain")
    _timed("python-docx, a paragraph each", lambda: _plain_docx(lines))
    _timed("typst, a paragraph each", lambda: _plain_pdf(lines))


def _timed(name: str, do: Callable[[], object]) -> float:
    taken, used = [], []
    for _ in range(ROUNDS):
        began, before = time.perf_counter(), time.process_time()
        do()
        taken.append(time.perf_counter() - began)
        used.append(time.process_time() - before)
    middle = statistics.median(taken)
    print(f"{name:34} {middle:7.3f} {statistics.median(used):7.3f} {taken[0]:7.3f}", flush=True)
    return middle


def _plain_docx(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _plain_pdf(lines: list[str]) -> object:
    source = '#set text(font: "Noto Serif SC", size: 16pt)\n#for line in sys.inputs.said.split("\\n") [#line \\ ]'
    compiler = typst.Compiler(font_paths=fonts(system=False), sys_inputs={"said": "\n".join(lines)})
    return compiler.compile(source.encode(), format="pdf")


if __name__ == "__main__":
    main()
