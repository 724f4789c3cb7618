"""The verifier as a stranger runs it: one file, nothing installed, an empty folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from tests.ledger.test_ledger import KEYS
from tests.reporting.samples import docx, identity, page, report
from tests.reporting.test_verifier import chained, final, proof
from zhunsheng.engine.reporting.verifier_bundle import NAME, bundle

REPORT = report()
FOUND = identity(REPORT)


@pytest.fixture
def folder(tmp_path):
    """A folder with the verifier, a report in three forms, its JSON and the ledger's proof."""
    (tmp_path / NAME).write_bytes(bundle())
    (tmp_path / "figures.json").write_bytes(FOUND.content)
    (tmp_path / "report.docx").write_bytes(docx(REPORT))
    (tmp_path / "report.html").write_bytes(page(REPORT))
    (tmp_path / "report.txt").write_text(REPORT.text, "utf-8")
    lines = proof(chained(final()), 4)
    (tmp_path / "proof.jsonl").write_text("".join(lines), "utf-8")
    return tmp_path


def run(folder, *words):
    # -I: neither the surroundings nor the folder can lend it a module.
    command = [sys.executable, "-I", "-S", "-X", "utf8", NAME, *words]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_it_holds_what_holds_with_the_standard_library_alone(folder):
    key = KEYS["2026"].hex()
    files = ("report.docx", "report.html", "report.txt", "proof.jsonl")
    ended = run(folder, "figures.json", *files, key)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("核对通过\n")
    assert ended.stdout.count("逐段相符") == 3
    assert "账本第4行" in ended.stdout


def test_it_names_a_changed_figure_and_fails(folder):
    text = REPORT.text.replace("来信52件", "来信53件")
    (folder / "report.txt").write_text(text, "utf-8")
    ended = run(folder, "figures.json", "report.txt")
    assert ended.returncode == 1
    assert "第6段：数字f1（来信）应为52件，文件写的是53件" in ended.stderr


def test_it_says_what_cannot_be_checked(folder):
    (folder / "report.pdf").write_bytes(b"%PDF")
    ended = run(folder, "figures.json", "report.pdf")
    assert ended.returncode == 3
    assert "没有核对：report.pdf" in ended.stdout


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ((), 2, "用法"),
        (("lost.json",), 2, "读不了lost.json"),
        (("report.txt",), 1, "核对不通过：数据文件不是JSON"),
        (("figures.json", "figures.json"), 1, "只能核对docx、html、txt和pdf文件"),
    ],
)
def test_what_it_cannot_read_it_says_in_plain_words(folder, words, code, says):
    ended = run(folder, *words)
    assert (ended.returncode, "Traceback" in ended.stderr) == (code, False)
    assert says in ended.stderr


def test_it_is_the_same_file_every_time_and_holds_both_verifiers(folder):
    assert bundle() == bundle()
    with zipfile.ZipFile(folder / NAME) as archive:
        names = archive.namelist()
    assert names == sorted(names)
    assert {
        "__main__.py",
        "zhunsheng/engine/ledger/verifier.py",
        "zhunsheng/engine/reporting/verifier.py",
    } <= set(names)
