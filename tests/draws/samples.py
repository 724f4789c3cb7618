"""Terms of draws for the tests, made as the site makes them or by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from zhunsheng.engine.draws import verifier

SECRET = bytes(range(32))
NUMBERS = {"first": "20260302", "second": "417"}


def terms(
    subjects: Mapping[str, str],
    officers: Iterable[str] = (),
    *,
    take: Mapping[str, int],
    reserve: int = 0,
    each: int = 0,
    barred: Iterable[tuple[str, str]] = (),
    algorithm: str = "sha256",
) -> dict[str, Any]:
    """Get terms: strata by subject, so many to take of each, and who is barred from whom."""
    return {
        "format": verifier.FORMAT,
        "algorithm": algorithm,
        "draw": "990121/示例/2026-00001#1",
        "sources": [{"key": key, "label": key} for key in NUMBERS],
        "strata": [
            {"key": key, "label": key, "take": many, "reserve": reserve}
            for key, many in take.items()
        ],
        "subjects": [
            {"id": one, "label": one, "stratum": subjects[one]} for one in sorted(subjects)
        ],
        "officers": [{"id": one, "label": one} for one in sorted(officers)],
        "each": each,
        "barred": sorted(list(pair) for pair in barred),
    }


def ids(letter: str, many: int) -> list[str]:
    return [f"{letter}{n:03}" for n in range(many)]


def record(of: Mapping[str, Any]) -> dict[str, Any]:
    """Get the whole record of a draw that was carried out."""
    seed = verifier.seed_of(of, SECRET, NUMBERS)
    first = {"first": NUMBERS["first"]}
    return {
        "about": "draw/1",
        "terms": dict(of),
        "commitment": verifier.commitment(of, SECRET, first),
        "secret": SECRET.hex(),
        "numbers": dict(NUMBERS),
        "seed": seed.hex(),
        "result": verifier.drawn(of, seed),
    }


SMALL = terms(
    dict.fromkeys(ids("s", 12), "low") | dict.fromkeys(ids("t", 5), "high"),
    ids("p", 6),
    take={"low": 3, "high": 2},
    reserve=1,
    each=2,
    barred=[("p000", "s003"), ("p001", "t002"), ("p002", "t002")],
)
