"""
A process killed in the middle of writing leaves no entry without its line and no line without its entry.

ZHUNSHENG_KILLS sets how often it is killed: a few times here, a hundred times when one has the time.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

KILLS = int(os.environ.get("ZHUNSHENG_KILLS", "6"))


def started(home: Path, what: str) -> subprocess.Popen[str]:
    environment = {key: value for key, value in os.environ.items() if key != "ZHUNSHENG_DATABASE"}
    environment |= {"ZHUNSHENG_HOME": str(home), "DJANGO_SETTINGS_MODULE": "zhunsheng.web.settings"}
    command = [sys.executable, "-m", "tests.web.writer", what]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_a_process_killed_while_writing_leaves_entries_and_ledger_whole(tmp_path: Path) -> None:
    assert started(tmp_path, "prepare").wait() == 0
    chance = random.Random(11)  # noqa: S311
    for _ in range(KILLS):
        writer = started(tmp_path, "write")
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.01, 0.25))
        writer.kill()
        writer.wait()
    checked = started(tmp_path, "verify")
    said, _ = checked.communicate()
    entries, lines, faults = said.split(maxsplit=2)
    assert faults.strip() == "[]"
    assert 0 < int(entries) <= int(lines) <= 2 * int(entries)
