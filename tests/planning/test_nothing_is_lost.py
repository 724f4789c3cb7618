"""
Whatever a plan says of numbers, units and dates is in the proposal, or in the list of what was not understood.

What to look for is told here anew, not taken from the code that looks.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.places import COUNTY, INDICATORS
from tests.texts import document_of
from zhunsheng.engine.documents.flow import Place
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.planning.directory import Directory
from zhunsheng.engine.planning.proposal import Proposal
from zhunsheng.engine.planning.understanding import understand
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read

TESTS = Path(__file__).parents[1]
SHARED = Path(__file__).parents[3] / "shared"
_FIGURE = re.compile(
    r"(?:不少于|不低于|不超过|不高于|至少|达到|达|低于|高于)(?P<number>\d+(?:\.\d+)?)|(?P<percent>\d+(?:\.\d+)?)%"
)
_CLAUSE = re.compile(
    r"(?:责任|牵头|配合)单位[:：]|按职责分工负责[〕）]|由[^，。；\n《》]{2,12}牵头"
)
_DATE = re.compile(r"\d{1,2}月底前|年底前|20\d{2}年底前|每季度|每半年|每年|每月")


def _plans() -> Iterator[Path]:
    for text in sorted([*(TESTS / "corpus").glob("*.txt"), *(TESTS / "blind").glob("*.txt")]):
        if json.loads(text.with_suffix(".json").read_text("utf-8")).get("kind") == "plan":
            yield text
    for gold in sorted((SHARED / "corpus" / "gold").glob("*.json")):
        if json.loads(gold.read_text("utf-8"))["kind"] == "plan":
            yield SHARED / "corpus" / "docs" / f"{gold.stem}.txt"
    for number in ("000", "001", "004"):
        yield from (SHARED / "documents").glob(f"{number}_*.txt")


PLANS = list(_plans())


def _read(path: Path) -> tuple[Reading, Proposal]:
    reading = read(open_document(path))
    return reading, understand(reading, Directory(), INDICATORS)


def _lost(reading: Reading, proposal: Proposal) -> list[str]:
    """Get what stands in the tasks of a plan and in no item of the proposal."""
    items = [
        *(one.place for one in proposal.targets),
        *(target.condition.place for target in reading.targets if target.condition),
        *(one.place for one in proposal.dates),
        *(one.place for one in proposal.left_over),
    ]
    named = [duty.place for task in proposal.tasks for duty in task.duties]
    named += [one.place for one in proposal.left_over if one.kind == "responsibility"]
    found = []
    text, offsets = reading.flow.text, reading.flow.offsets
    for task in reading.tasks:
        for pattern, places in ((_FIGURE, items), (_DATE, items), (_CLAUSE, named)):
            for hit in pattern.finditer(text, task.start, task.end):
                # A clause may name its units at some length from its label.
                reach = 0 if pattern is not _CLAUSE else 400
                start = offsets[max(hit.start() - reach, task.start)]
                end = offsets[min(hit.end() + reach, task.end) - 1] + 1
                if not any(one.start < end and start < one.end for one in places):
                    found.append(text[max(hit.start() - 12, 0) : hit.end() + 12])
    return found


@pytest.mark.parametrize(
    "path", PLANS, ids=lambda path: f"{path.parent.parent.name}-{path.stem[:12]}"
)
def test_no_figure_no_clause_and_no_date_of_a_task_is_lost(path: Path) -> None:
    assert _lost(*_read(path)) == []


@pytest.mark.parametrize(
    "path", PLANS, ids=lambda path: f"{path.parent.parent.name}-{path.stem[:12]}"
)
def test_what_a_careful_reader_finds_is_understood_or_listed(path: Path) -> None:
    expected = _expected(path)
    _, proposal = _read(path)
    quotes = [
        _squeezed(one.place.quote)
        for one in (*proposal.targets, *proposal.dates, *proposal.left_over)
    ]
    wanted = [one["quote"] for one in expected.get("targets") or []]
    wanted += [one["quote"] for one in expected.get("deadlines") or []]
    assert [one for one in wanted if not _met(_squeezed(one), quotes)] == []


def _expected(path: Path) -> dict[str, list[dict[str, str]]]:
    if path.is_relative_to(SHARED):
        folder = SHARED / ("gold" if path.parent.name == "documents" else "corpus/gold")
        return json.loads((folder / f"{path.stem[:3]}.json").read_text("utf-8"))
    return json.loads(path.with_suffix(".json").read_text("utf-8"))


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def _met(wanted: str, quotes: list[str]) -> bool:
    """Whether words are in an item or an item is in them."""
    return any(wanted in quote or (len(quote) > 3 and quote in wanted) for quote in quotes)


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="the real documents are not at hand")
@pytest.mark.parametrize("number", ["000", "001", "004"])
def test_every_task_and_unit_of_a_real_plan_is_in_the_proposal(number: str) -> None:
    expected = json.loads((SHARED / "gold" / f"{number}.json").read_text("utf-8"))
    _, proposal = _read(next((SHARED / "documents").glob(f"{number}_*.txt")))
    tasks = {task.path: task for task in proposal.tasks}
    assert list(tasks) == [one["path"] for one in expected["tasks"]]
    named = {one.name for one in proposal.names}
    defaults = (expected["default_units"] or {}).get("units", [])
    for one in expected["tasks"]:
        task = tasks[one["path"]]
        own = [duty.name for duty in task.duties if not duty.inherited]
        assert own == one["lead_units"]
        assert set(own) <= named
        inherited = [duty.name for duty in task.duties if duty.inherited]
        assert inherited == (defaults if one["default_units_apply"] else [])


_WORDS = st.lists(
    st.sampled_from(
        "溪口县2026年重点工作安排\n 一、 \n1. \n2. 依法决策 。 ； ， 、 〔责任单位：县司法局〕 （县发改局牵头） 由县政府办牵头 每年 每季度 3月底前 "
        "年底前 不少于4次 达到95% 至少3人以上 98% 全覆盖 有件必备 《2026年目录》 “最多跑一次” 各镇（街道） 以下均需各镇（街道）落实 \n".split(
            " "
        )
    ),
    max_size=50,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(_WORDS, st.text(max_size=300)))
def test_any_text_is_understood_and_every_item_stands_where_it_says(text: str) -> None:
    reading = read(document_of(text))
    proposal = understand(reading, COUNTY, INDICATORS)
    assert proposal == understand(reading, COUNTY, INDICATORS)
    places: list[Place] = [
        *(task.place for task in proposal.tasks),
        *(duty.place for task in proposal.tasks for duty in task.duties),
        *(one.place for one in (*proposal.targets, *proposal.dates, *proposal.left_over)),
    ]
    for place in places:
        assert 0 <= place.start < place.end <= len(text)
        assert reading.flow.quote(place).replace(" ", "") == place.quote.replace(" ", "")
    assert {duty.name for task in proposal.tasks for duty in task.duties} <= {
        one.name for one in proposal.names
    }
    assert len({one.key for one in proposal.left_over}) == len(proposal.left_over)
    assert len({one.key for one in proposal.targets}) == len(proposal.targets)
    assert _lost(reading, proposal) == []
