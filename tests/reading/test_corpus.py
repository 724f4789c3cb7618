"""Texts in the layouts and words of hundreds of offices, read as careful readers read them."""

from functools import cache
from pathlib import Path

import pytest

from tests.expectations import CORPUS, Score, compare, expected, score_units
from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.reading.read import read

TEXTS = sorted(CORPUS.glob("*.txt"))
# What must be read without a miss in every text; the rest is scored over all of them.
EXACT = ("figures", "not_figures", "relations", "growth", "findings", "document_numbers")
AT_LEAST = {
    "kind": 0.95,
    "meta": 0.95,
    "outline": 0.97,
    "tasks": 0.97,
    "units": 0.97,
    "targets": 0.85,
    "deadlines": 0.85,
    "instruments": 0.98,
}


@cache
def _scores(path: Path) -> dict[str, Score]:
    reading = read(open_document(path))
    audited = audit(reading)
    want = expected(path)
    return compare(want, reading, audited) | {"units": score_units(want, reading, audited)}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_figures_and_what_is_wrong_with_them_are_read_as_expected(path: Path) -> None:
    scores = _scores(path)
    for kind in EXACT:
        if kind in scores:
            assert (scores[kind].missed, scores[kind].made_up) == ([], []), kind


@pytest.mark.parametrize("kind", AT_LEAST)
def test_what_a_text_says_is_read_in_nearly_every_layout(kind: str) -> None:
    total = Score()
    for path in TEXTS:
        if kind in _scores(path):
            total.add(_scores(path)[kind])
    assert total.hits > 0
    assert total.f1 >= AT_LEAST[kind], (total.missed, total.made_up)
