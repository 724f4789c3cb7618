"""
A process killed in the middle of writing leaves no entry without its line and no line without its entry.

ZHUNSHENG_KILLS sets how often it is killed: a few times here, a hundred times when one has the time.
Both run as processes of their own, on a database of their own.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tests.web.writer import BULK

KILLS = int(os.environ.get("ZHUNSHENG_KILLS", "7"))
ROUNDS = 50
KINDS = 7
ADDRESS = os.environ.get("ZHUNSHENG_DATABASE", "")
# Tests of several files run side by side, each on a database of its own.
NAME = f"faults_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a site of its own, empty but for two people who enter."""
    found = os.environ | {
        "ZHUNSHENG_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "zhunsheng.web.settings",
    }
    if ADDRESS:
        found["ZHUNSHENG_DATABASE"] = new_database(NAME)
    assert started(found, "prepare").wait() == 0
    yield found
    if ADDRESS:
        execute(f'DROP DATABASE "{NAME}" WITH (FORCE)')


def new_database(name: str) -> str:
    execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    execute(f'CREATE DATABASE "{name}"')
    return urlsplit(ADDRESS)._replace(path=f"/{name}").geturl()


def execute(statement: str) -> None:
    parts = urlsplit(ADDRESS)
    with psycopg.connect(
        host=unquote(parts.hostname or ""),
        port=parts.port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        dbname=parts.path.lstrip("/"),
        autocommit=True,
    ) as connected:
        connected.execute(statement)


def started(environment: dict[str, str], *what: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.web.writer", *what],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str], *words: object) -> None:
    assert process.stdin is not None
    process.stdin.write(" ".join(map(str, words)) + "\n")
    process.stdin.flush()


def said_of(environment: dict[str, str]) -> list[str]:
    said, _ = started(environment, "verify").communicate()
    return said.strip().splitlines()


def verified(environment: dict[str, str]) -> tuple[int, dict[str, int], str]:
    """Get how many entries there are, how many lines of each kind, and the rest of a bulk."""
    entries, lines, rest, faults, _ = said_of(environment)
    assert faults == "[]"
    kinds = (one.partition("=") for one in lines.split())
    return int(entries), {did: int(count) for did, _, count in kinds}, rest


def test_a_process_killed_while_writing_leaves_entries_and_ledger_whole(environment) -> None:
    chance = random.Random(11)  # noqa: S311
    nursery = started(environment, "nursery")
    for number in range(KILLS):
        # Each begins with another kind of action, so that all of them are killed.
        tell(nursery, number % KINDS)
        ready, pid = line_of(nursery).split()
        assert ready == "ready"
        time.sleep(chance.uniform(0.0, 0.25))
        os.kill(int(pid), signal.SIGKILL)
        assert line_of(nursery) == "dead"
    nursery.communicate()
    entries, lines, rest = verified(environment)
    sys.stdout.write(f"{KILLS} kills, {entries} entries, {lines}\n")
    assert lines["entry.create"] == entries
    assert set(lines) == {f"entry.{did}" for did in ("create", "change", "step", "attach", "late")}
    assert rest == "0"  # what comes together is there together, or not at all


def test_of_two_who_act_on_one_entry_at_once_one_wins_and_the_other_is_told(environment) -> None:
    rivals = [started(environment, "rival", name) for name in ("clerk", "colleague")]
    assert [line_of(one) for one in rivals] == ["ready", "ready"]
    winners = []
    for number in range(ROUNDS):
        what = ("step", "change")[number % 2]
        tell(rivals[0], "make")
        pk = line_of(rivals[0])
        for one in rivals if number % 4 < 2 else rivals[::-1]:
            tell(one, what, pk, 1)
        answers = [line_of(one) for one in rivals]
        assert sorted(answer.split()[0] for answer in answers) == ["told", "won"], answers
        told = next(answer for answer in answers if answer.startswith("told"))
        assert "他人办理" in told or "已经修改了这条记录" in told
        winners.append(answers.index("won"))
    for one in rivals:
        one.communicate()
    entries, lines, _ = verified(environment)
    sys.stdout.write(f"{ROUNDS} rounds, the first won {winners.count(0)}\n")
    assert (entries, lines["entry.step"], lines["entry.change"]) == (ROUNDS, 25, 25)


def test_of_two_who_act_in_batches_at_once_one_comes_after_the_other(environment) -> None:
    rivals = [started(environment, "rival", name) for name in ("clerk", "colleague")]
    assert [line_of(one) for one in rivals] == ["ready", "ready"]
    for one in rivals:
        for _ in range(3):
            tell(one, "batch")
    for one in rivals:
        one.communicate()
    entries, lines, _ = verified(environment)
    assert lines == {"entry.create": entries, "entry.step": entries}
    assert entries == 6 * BULK
    # No line of one stands among those of a batch of the other.
    turns = [int(turn.partition("=")[2]) for turn in said_of(environment)[-1].split()]
    assert all(lines_of_a_turn % (2 * BULK) == 0 for lines_of_a_turn in turns)
