"""Many files at once."""

import os
from pathlib import Path

from zhunsheng.cli.batch import each_file, files_in


def _die_on_b(path: Path) -> str:
    if path.name == "b":
        os._exit(1)
    return f"{path} read"


def _lost(path: Path) -> str:
    return f"{path} lost"


def test_a_file_whose_process_dies_does_not_stop_the_rest() -> None:
    paths = [Path(name) for name in "abcde"]
    outcomes = list(each_file(paths, _die_on_b, _lost, jobs=2))
    assert outcomes == ["a read", "b lost", "c read", "d read", "e read"]


def test_one_file_is_worked_on_in_this_very_process() -> None:
    assert list(each_file([Path("a")], lambda path: f"{path} here", _lost)) == ["a here"]


def test_a_folder_gives_its_readable_files_once_and_in_order(tmp_path: Path) -> None:
    inside = tmp_path / "below"
    inside.mkdir()
    for name in ("b.txt", "a.DOCX", "~$a.docx", ".hidden.txt", "picture.png"):
        (inside / name).write_bytes(b"x")
    found = files_in([tmp_path, inside / "b.txt"])
    assert [path.name for path in found] == ["a.DOCX", "b.txt"]


def test_a_file_named_outright_is_tried_whatever_its_ending(tmp_path: Path) -> None:
    assert files_in([tmp_path / "letter.xyz"]) == [tmp_path / "letter.xyz"]
