"""Figures in several processes on one database, and after one of them is killed and started again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.web.test_faults import environment, line_of, tell

__all__ = ["environment"]


def started(environment: dict[str, str], what: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.web.indicators.reader", what],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def readers(environment) -> Iterator[list[subprocess.Popen[str]]]:
    begun = [started(environment, "read") for _ in range(2)]
    assert [line_of(one) for one in begun] == ["ready", "ready"]
    yield begun
    for one in begun:
        one.communicate()


def figure(process: subprocess.Popen[str]) -> tuple[int, int]:
    """Get the figure that a process gives, and how many entries it sees."""
    tell(process, "read")
    said, entries = map(int, line_of(process).split())
    return said, entries


def test_what_one_process_writes_the_others_read_at_once(environment, readers):
    writer = started(environment, "write")
    assert line_of(writer) == "ready"
    for number in range(1, 6):
        tell(writer, "make")
        line_of(writer)
        assert [figure(one) for one in readers] == [(number, number)] * 2
    writer.communicate()


def test_figures_are_right_after_a_writer_is_killed_and_a_reader_starts_anew(environment, readers):
    chance = random.Random(5)  # noqa: S311
    for _ in range(3):
        writer = started(environment, "kill")
        assert line_of(writer) == "ready"
        # Read while it writes: a figure is never of the future, nor older than what was there before it.
        before = figure(readers[0])
        assert before[0] <= before[1]
        time.sleep(chance.uniform(0.0, 0.2))
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        said = [figure(one) for one in readers]
        assert said[0] == said[1]
        assert said[0][0] == said[0][1] >= before[0]
    fresh = started(environment, "read")
    assert line_of(fresh) == "ready"
    assert figure(fresh) == figure(readers[0])
    fresh.communicate()
