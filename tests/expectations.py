"""Compares what was read and audited with what careful readers expect, kind by kind."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from zhunsheng.engine.auditing.model import Audit, Conflict, Rate, Relation, Sum
from zhunsheng.engine.reading.model import Heading, Reading

CORPUS = Path(__file__).parent / "corpus"
BLIND = Path(__file__).parent / "blind"
_SMALL = Decimal("0.000001")


@dataclass(slots=True)
class Score:
    """Hits, and what was missed and what was made up, as text."""

    hits: int = 0
    missed: list[str] = field(default_factory=list)
    made_up: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another score in."""
        self.hits += other.hits
        self.missed += other.missed
        self.made_up += other.made_up

    @property
    def precision(self) -> float:
        """The share of answers that were expected."""
        return self.hits / (self.hits + len(self.made_up)) if self.hits + len(self.made_up) else 1.0

    @property
    def recall(self) -> float:
        """The share of expectations that were met."""
        return self.hits / (self.hits + len(self.missed)) if self.hits + len(self.missed) else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def expected(path: Path) -> dict[str, Any]:
    """Get the expectations that stand beside a text of the corpus."""
    answer: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return answer


def compare(want: dict[str, Any], reading: Reading, audit: Audit) -> dict[str, Score]:
    """Score every kind that the expectations annotate."""
    scores: dict[str, Score] = {}
    for kind, judge in _JUDGES.items():
        if kind in want:
            scores[kind] = judge(want, reading, audit)
    return scores


def fold(text: object) -> str:
    """Get a text without white space, with full-width forms as ASCII."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(text or "")))


def _pair(
    want: Iterable[Any],
    got: Iterable[Any],
    same: Callable[[Any, Any], bool],
    show: Callable[[Any], str] = str,
) -> Score:
    left, score = list(got), Score()
    for item in want:
        match = next((n for n, other in enumerate(left) if same(item, other)), None)
        if match is None:
            score.missed.append(show(item))
        else:
            score.hits += 1
            left.pop(match)
    score.made_up = [show(item) for item in left]
    return score


def _equal(first: object, second: object) -> bool:
    return first == second


def _overlap(first: str, second: str) -> bool:
    """Whether two quotes speak of one place: one holds the other, or half of the shorter."""
    a, b = sorted((fold(first), fold(second)), key=len)
    need = max(4, (len(a) + 1) // 2)
    return bool(a) and (a in b or any(a[n : n + need] in b for n in range(len(a) - need + 1)))


def _near(first: object, second: object) -> bool:
    return (
        first is not None
        and second is not None
        and abs(Decimal(str(first)) - Decimal(str(second))) < _SMALL
    )


def _headings(items: list[dict[str, Any]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for item in items:
        found.append((fold(item.get("no")).strip(".、()第"), fold(item["title"]).rstrip("。.")))
        found += _headings(item.get("children") or [])
    return found


def _read_headings(items: tuple[Heading, ...]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for item in items:
        found.append((fold(item.number).strip(".、()第"), fold(item.title).rstrip("。.")))
        found += _read_headings(item.children)
    return found


def _outline(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    return _pair(_headings(want["outline"]), _read_headings(reading.outline), _equal)


def _tasks(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    return _pair(
        [fold(t["path"]) for t in want["tasks"]], [fold(t.path) for t in reading.tasks], _equal
    )


def _units(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    wanted = [
        (fold(t["path"]), fold(name)) for t in want["tasks"] for name in t.get("lead_units") or []
    ]
    return _pair(
        wanted, [(fold(t.path), fold(u.name)) for t in reading.tasks for u in t.units], _equal
    )


def _targets(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    def same(item: dict[str, Any], target: Any) -> bool:
        directions = {item["op"], target.comparator}
        direction = len(directions) == 1 or "=" in directions
        return (
            direction
            and _near(item["value"], target.value)
            and _overlap(item["quote"], target.place.quote)
        )

    stated = [
        t for t in want["targets"] if t.get("explicit") is not False and t.get("value") is not None
    ]
    implied = [t for t in want["targets"] if t not in stated]
    score = _pair(
        stated,
        reading.targets,
        same,
        lambda t: t["quote"] if isinstance(t, dict) else t.place.quote,
    )
    score.made_up = [q for q in score.made_up if not any(_overlap(t["quote"], q) for t in implied)]
    return score


def _deadlines(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    got = [(str(d.date), d.place.quote) for d in reading.deadlines]
    wanted = [(str(d["date"]), d["quote"]) for d in want["deadlines"]]
    score = _pair(wanted, got, lambda a, b: a[0] == b[0] and _overlap(a[1], b[1]))
    score.made_up = []
    return score


def _instruments(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    got = dict.fromkeys(fold(i.title) for i in reading.instruments)
    return _pair([fold(title) for title in want["instruments"]], list(got), _equal)


def _numbers(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    got = dict.fromkeys(fold(n.place.quote) for n in reading.document_numbers)
    return _pair([fold(n) for n in want["document_numbers"]], list(got), _equal)


def _figures(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    def same(item: dict[str, Any], figure: Any) -> bool:
        units = fold(item.get("unit")), fold(figure.unit)
        unit = not all(units) or units[0] in units[1] or units[1] in units[0]
        return unit and _near(item["value"], figure.value) and _overlap(item["quote"], figure.quote)

    def show(item: Any) -> str:
        return str(item["quote"] if isinstance(item, dict) else item.quote)

    optional = {item["quote"] for item in want["figures"] if item.get("optional")}
    score = _pair(want["figures"], reading.figures, same, show)
    score.missed = [quote for quote in score.missed if quote not in optional]
    return score


def _not_figures(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    """Nothing that stands within these words is a figure."""
    text = reading.flow.text
    score = Score()
    for words in want["not_figures"]:
        start = text.find(words)
        inside = [
            f
            for f in reading.figures
            if start >= 0 and start <= f.start and f.end <= start + len(words)
        ]
        score.hits += not inside
        score.made_up += [f"{words}: {f.quote}" for f in inside]
    return score


def _key(
    kind: str, first: object, rest: Iterable[object] = ()
) -> tuple[str, float, tuple[float, ...]]:
    return (kind, round(float(str(first)), 6), tuple(sorted(round(float(str(v)), 6) for v in rest)))


def _wanted_key(item: dict[str, Any]) -> tuple[Any, bool]:
    if item["kind"] == "sum":
        key = _key("sum", item["total"]["value"], [part["value"] for part in item["parts"]])
        return key, bool(item["holds"])
    if item["kind"] == "rate":
        return _key("rate", item["rate"]["value"]), bool(item["holds"])
    values = sorted((item["a"]["value"], item["b"]["value"]))
    return _key("conflict", values[0], values[1:]), False


def _got_key(relation: Relation) -> tuple[Any, bool] | None:
    if isinstance(relation, Sum):
        return _key("sum", relation.total.value, [p.value for p in relation.parts]), relation.holds
    if isinstance(relation, Conflict):
        values = sorted((relation.first.value, relation.second.value))
        return _key("conflict", values[0], values[1:]), False
    if relation.growth or relation.holds is None:
        return None
    return _key("rate", relation.rate.value), relation.holds


def _relations(want: dict[str, Any], _: Reading, audit: Audit) -> Score:
    checkable = [
        r for r in want["relations"] if r["kind"] == "conflict" or r.get("holds") is not None
    ]
    possible = [_wanted_key(r)[0] for r in checkable if r.get("strength") == "possible"]
    sure = [_wanted_key(r) for r in checkable if r.get("strength") != "possible"]
    got = [
        key
        for relation in audit.relations
        if (key := _got_key(relation)) and key[0] not in possible
    ]
    return _pair(sure, got, _equal)


def _growth(want: dict[str, Any], _: Reading, audit: Audit) -> Score:
    got = [
        (float(r.rate.value), r.holds) for r in audit.relations if isinstance(r, Rate) and r.growth
    ]
    wanted = [
        (float(g["rate"]["value"] if isinstance(g["rate"], dict) else g["rate"]), g["holds"])
        for g in want["growth"]
    ]
    return _pair(wanted, got, _equal)


def _findings(want: dict[str, Any], _: Reading, audit: Audit) -> Score:
    """Errors and warnings must be exactly these; further notes are allowed."""
    wanted = [(f["severity"], f["kind"]) for f in want["findings"]]
    score = _pair(wanted, [(f.severity, f.kind) for f in audit.findings], _equal)
    score.made_up = [text for text in score.made_up if "note" not in text]
    return score


def _meta(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    keys = ("title", "issuer", "doc_number", "issue_date", "publish_date", "year", "jurisdiction")
    asked = [(key, fold(want["meta"][key])) for key in keys if want["meta"].get(key)]
    got = [(key, fold(getattr(reading.meta, key))) for key, _ in asked]
    score = _pair(asked, got, _equal)
    score.made_up = []
    return score


def _kind(want: dict[str, Any], reading: Reading, _: Audit) -> Score:
    return _pair([want["kind"]], [reading.kind], _equal)


_JUDGES: dict[str, Callable[[dict[str, Any], Reading, Audit], Score]] = {
    "kind": _kind,
    "meta": _meta,
    "outline": _outline,
    "tasks": _tasks,
    "targets": _targets,
    "deadlines": _deadlines,
    "instruments": _instruments,
    "document_numbers": _numbers,
    "figures": _figures,
    "not_figures": _not_figures,
    "relations": _relations,
    "growth": _growth,
    "findings": _findings,
}


def score_units(want: dict[str, Any], reading: Reading, audit: Audit) -> Score:
    """Score the responsible units, which the expectations hold within the tasks."""
    return _units(want, reading, audit) if "tasks" in want else Score()
