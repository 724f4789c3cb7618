"""How much of what careful readers expect is read, and how often the audit sees a changed digit."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.mutations import mutations
from tests.expectations import BLIND, CORPUS, Score, compare, expected, score_units
from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.reading.read import read


def scores(folder: Path) -> dict[str, Score]:
    """Score every text of a folder that has expectations beside it, summed by kind."""
    totals: dict[str, Score] = {}
    for path in sorted(folder.glob("*.txt")):
        reading = read(open_document(path))
        audited = audit(reading)
        want = expected(path)
        found = compare(want, reading, audited) | {"units": score_units(want, reading, audited)}
        for kind, score in found.items():
            totals.setdefault(kind, Score()).add(score)
    return totals


def print_scores(folder: Path) -> None:
    """Print precision, recall and F1 of each kind."""
    print(f"{'':18}{'precision':>10}{'recall':>8}{'F1':>8}{'hit':>6}{'missed':>8}{'made up':>9}")
    for kind, score in scores(folder).items():
        print(
            f"{kind:18}{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>8.3f}"
            f"{score.hits:>6}{len(score.missed):>8}{len(score.made_up):>9}"
        )


def print_mutations(folder: Path) -> None:
    """Print how many changed digits the audit sees, by relation and by severity."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for path in sorted(folder.glob("*.txt")):
        for mutation in mutations(open_document(path)):
            counts[(mutation.relation, mutation.noticed)] += 1
    print(f"{'':10}{'changed':>9}{'error':>8}{'warning':>9}{'note':>7}{'unseen':>8}{'recall':>8}")
    for relation in sorted({relation for relation, _ in counts}):
        row = [counts[(relation, severity)] for severity in ("error", "warning", "note", None)]
        seen = sum(row[:3])
        print(
            f"{relation:10}{sum(row):>9}{row[0]:>8}{row[1]:>9}{row[2]:>7}{row[3]:>8}"
            f"{seen / sum(row):>8.3f}"
        )


def main() -> None:
    """Print the scores of the project's own corpus, and of the changes made to it."""
    print("Reading and audit of tests/corpus against its expectations")
    print_scores(CORPUS)
    print("\nReading and audit of tests/blind, written without sight of the rules")
    print_scores(BLIND)
    print("\nOne digit changed in each number of each sum, rate and growth that holds")
    print_mutations(CORPUS)
    print("\nUnchanged, the audit must be silent but for the findings expected:")
    findings = scores(CORPUS)["findings"]
    print(
        f"precision {findings.precision:.3f}, recall {findings.recall:.3f} of errors and warnings"
    )
