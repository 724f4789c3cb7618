"""Documents per second, and time against length."""

from __future__ import annotations

import time
from pathlib import Path

from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.reading.read import read

EXAMPLE = Path(__file__).parent.parent / "src" / "zhunsheng" / "examples" / "report.html"


def report_of(length: int) -> Document:
    """Get a report of a given length: the example report, as often as it takes, each time numbered."""
    text = open_document(EXAMPLE).text
    times = length // len(text) + 1
    return Document(name="speed.txt", format="txt", text=_numbered([text] * times)[:length])


def _numbered(texts: list[str]) -> str:
    """Join texts, each with a number of its own in its lines, so that none repeats another."""
    return "\n".join(
        line.replace("。", f"（{number}）。", 1) if number else line
        for number, text in enumerate(texts)
        for line in text.splitlines()
    )


def seconds(document: Document) -> float:
    """Get the time for reading and auditing a document once."""
    start = time.perf_counter()
    audit(read(document))
    return time.perf_counter() - start


def main() -> None:
    """Print documents per second on one core, and a table of time against length."""
    document = report_of(12_000)
    seconds(document)
    runs = sorted(seconds(document) for _ in range(20))
    print(f"read and audit, 12,000 characters, one core: {1 / runs[len(runs) // 2]:.1f} per second")
    print(f"{'characters':>12}{'seconds':>10}{'µs/character':>14}")
    for length in (12_000, 50_000, 100_000, 250_000, 500_000, 1_000_000):
        took = seconds(report_of(length))
        print(f"{length:>12,}{took:>10.2f}{took / length * 1e6:>14.2f}")
