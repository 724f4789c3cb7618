"""
A report set against the plan of its year: each target met, or its shortfall told.

It knows how a report speaks of a target; how targets and figures are compared is for the auditor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhunsheng.engine.auditing.coverage import compare
from zhunsheng.engine.auditing.model import Coverage
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading, Target
from zhunsheng.engine.reporting.auditing_model import Doubt, doubt
from zhunsheng.engine.reporting.auditing_sections import Section

_SENTENCE = re.compile(r"[。！？；;\n]")
_WORDS = re.compile(r"[一-鿿]+")
_EMPTY = re.compile(
    r"开展|组织|举办|召开|实现|完成|新增|确保|力争|推进|落实|次数|数量|本?年度|全年|累计|不少于|达到|工作|情况|各级|全[省市县区]"
)
_SPEAKS_OF_IT = 0.6


def against_plan(plan: Reading, report: Reading, shortcomings: Section | None) -> Iterator[Doubt]:
    """
    Get the targets of a plan that a report does not speak of, or misses without saying so.

    A target whose words stand in one sentence of the shortcomings is explained.
    """
    spoken = _sentences(report, shortcomings)
    for coverage in compare(plan, report):
        if coverage.state == "met" or _is_spoken_of(coverage.target, spoken):
            continue
        yield _DOUBTS[coverage.state](coverage)


def _unreported(coverage: Coverage) -> Doubt:
    return _doubt(
        coverage,
        "warning",
        Message(
            "请写明这一目标的完成情况；没有完成的，写进不足并说明原因。",
            "Say how far the target was reached; where it was not, tell it among the shortcomings.",
        ),
    )


def _missed(coverage: Coverage) -> Doubt:
    return _doubt(
        coverage,
        "error",
        Message(
            "请核对数字；确未达到的，写进不足并说明原因。",
            "Check the figure; where the target was missed, tell it among the shortcomings.",
        ),
    )


def _unclear(coverage: Coverage) -> Doubt:
    return _doubt(
        coverage,
        "note",
        Message("请人工核对这一目标是否完成。", "Check by hand whether the target was reached."),
    )


_DOUBTS = {"unreported": _unreported, "missed": _missed, "unclear": _unclear}


def _doubt(coverage: Coverage, severity: str, suggestion: Message) -> Doubt:
    figure = coverage.figure
    return doubt(
        severity,  # type: ignore[arg-type]
        f"plan_{coverage.state}",
        coverage.why,
        suggestion,
        places=(figure.place,) if figure is not None else (),
        quote=figure.quote if figure is not None else coverage.target.place.quote,
    )


def _sentences(report: Reading, section: Section | None) -> list[set[str]]:
    """Get the pairs of characters of each sentence on shortcomings."""
    if section is None:
        return []
    text = report.flow.text[section.start : section.end]
    return [_pairs(sentence) for sentence in _SENTENCE.split(text) if sentence]


def _is_spoken_of(target: Target, sentences: list[set[str]]) -> bool:
    wanted = _pairs(_EMPTY.sub("、", target.indicator.removeprefix(target.scope)))
    return bool(wanted) and any(
        len(wanted & pairs) >= _SPEAKS_OF_IT * len(wanted) for pairs in sentences
    )


def _pairs(words: str) -> set[str]:
    return {run[at : at + 2] for run in _WORDS.findall(words) for at in range(len(run) - 1)}
