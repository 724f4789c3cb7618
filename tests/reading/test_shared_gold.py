"""Real documents of real governments, scored where they are at hand beside the project."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.reading.read import read
from zhunsheng.rendering.as_json import answer_of

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "eval" / "score.py").exists(), reason="the real documents are not at hand"
)
DOCUMENTS = {
    "outline": 0.97,
    "tasks": 0.98,
    "responsible_units": 0.97,
    "targets": 0.90,
    "instruments": 0.99,
    "figures": 0.95,
    "relations": 0.90,
    "meta": 1.0,
}
CORPUS = {
    "outline": 0.92,
    "tasks": 0.90,
    "responsible_units": 0.90,
    "targets": 0.85,
    "instruments": 0.98,
    "figures": 0.92,
    "relations": 0.85,
}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def _f1(texts: Path, gold: Path) -> dict[str, float]:
    score = _scorer()
    totals: dict[str, list[int]] = {}
    for path in sorted(texts.glob("*.txt")):
        reading = read(open_document(path))
        answer = json.loads(json.dumps(answer_of(reading, audit(reading))))
        expected = json.loads((gold / f"{path.stem[:3]}.json").read_text("utf-8"))
        for kind, counted in score.compare(expected, answer).items():
            total = totals.setdefault(kind, [0, 0, 0])
            for place, items in enumerate(counted):
                total[place] += len(items)
    return {kind: score.ratio(*total)[2] for kind, total in totals.items()}


@pytest.mark.parametrize(
    ("texts", "gold", "goals"),
    [("documents", "gold", DOCUMENTS), ("corpus/docs", "corpus/gold", CORPUS)],
    ids=["documents", "corpus"],
)
def test_real_documents_are_read_as_well_as_promised(
    texts: str, gold: str, goals: dict[str, float]
) -> None:
    scores = _f1(SHARED / texts, SHARED / gold)
    assert {kind: score for kind, score in scores.items() if score < goals.get(kind, 0)} == {}


def test_no_real_document_gives_a_false_error() -> None:
    errors = [
        (path.name, finding.arithmetic)
        for path in sorted((SHARED / "documents").glob("*.txt"))
        for finding in audit(read(open_document(path))).findings
        if finding.severity == "error"
    ]
    assert errors == [("002_35edfa9833112ea3.txt", "306 + 90 + 430 + 77 = 903 ≠ 887")]
