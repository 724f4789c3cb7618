"""The commands as a user types them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from zhunsheng import __version__
from zhunsheng.cli.app import app

HOLDS = "溪口县人民政府关于2024年度法治政府建设情况的报告\n一、主要情况\n全县共受理案件120件，其中行政处罚80件、行政许可25件、其他15件。\n"
BROKEN = HOLDS.replace("其他15件", "其他25件")
PLAN = "溪口县2024年法治政府建设工作要点\n一、依法行政\n1.加强学法。县政府常务会议会前学法不少于12次。\n（责任单位：县司法局）\n"


def _run(*arguments: object, language: str = "zh_CN.UTF-8") -> Result:
    environment = {"LC_ALL": language, "LANGUAGE": ""}
    return CliRunner().invoke(app, [str(a) for a in arguments], env=environment)


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_an_audit_without_errors_ends_with_zero(tmp_path: Path) -> None:
    result = _run("audit", _file(tmp_path, "报告.txt", HOLDS))
    assert result.exit_code == 0
    assert "没有发现疑点" in result.stdout


def test_an_audit_that_finds_errors_ends_with_one(tmp_path: Path) -> None:
    result = _run("audit", _file(tmp_path, "报告.txt", BROKEN), "--json")
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    assert finding["arithmetic"] == "80 + 25 + 25 = 130 ≠ 120"


def test_reading_one_file_gives_one_object_with_every_key(tmp_path: Path) -> None:
    result = _run("read", _file(tmp_path, "要点.txt", PLAN), "--json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 0
    assert answer["kind"] == "plan"
    assert answer["tasks"][0]["lead_units"] == ["县司法局"]
    assert answer["targets"][0]["value"] == 12
    keys = "meta outline points tasks targets deadlines instruments document_numbers figures relations findings"
    assert set(keys.split()) <= set(answer)


def test_places_in_the_answer_reproduce_the_quotes(tmp_path: Path) -> None:
    path = _file(tmp_path, "报告.txt", BROKEN)
    answer = json.loads(_run("read", path, "--json").stdout)
    assert answer["figures"]
    for item in answer["figures"] + [place for f in answer["findings"] for place in f["places"]]:
        assert BROKEN[item["start"] : item["end"]] == item["quote"]


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    _file(tmp_path, "a.txt", HOLDS)
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 broken")
    _file(tmp_path, "c.txt", BROKEN)
    result = _run("audit", tmp_path, "--json", "--jobs", 1)
    answers = json.loads(result.stdout)
    assert result.exit_code == 2
    assert [Path(a["file"]).name for a in answers] == ["a.txt", "b.docx", "c.txt"]
    assert ["error" in a for a in answers] == [False, True, False]
    assert "b.docx" in result.stderr


def test_a_folder_is_read_by_several_processes_into_a_file_each(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(3):
        _file(texts, f"{number}.txt", HOLDS)
    command = [
        sys.executable,
        "-m",
        "zhunsheng.cli",
        "read",
        texts,
        "--json",
        "--out-dir",
        tmp_path / "out",
        "--jobs",
        "2",
    ]
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "0.json",
        "1.json",
        "2.json",
    ]


def test_two_files_of_one_name_give_two_results(tmp_path: Path) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        _file(tmp_path / folder, "报告.txt", HOLDS)
    _run("read", tmp_path, "--json", "--jobs", 1, "--out-dir", tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_plan_is_set_against_a_report(tmp_path: Path) -> None:
    plan = _file(tmp_path, "要点.txt", PLAN)
    report = _file(tmp_path, "报告.txt", HOLDS + "县政府常务会议会前学法9次。\n")
    result = _run("compare", plan, report, "--json")
    answer = json.loads(result.stdout)
    (covered,) = answer["coverage"]
    assert answer["counts"] == {"met": 0, "missed": 1, "unreported": 0, "unclear": 0}
    assert (covered["state"], covered["figure"]["value"]) == ("missed", 9)
    assert result.exit_code == 1
    assert "未达到" in _run("compare", plan, report).stdout
    assert json.loads(_run("audit", report, "--plan", plan, "--json").stdout)["coverage"]


def test_a_page_and_a_workbook_are_written(tmp_path: Path) -> None:
    path = _file(tmp_path, "报告.txt", BROKEN)
    assert _run("audit", path, "--html", tmp_path / "r.html").exit_code == 1
    assert "疑点" in (tmp_path / "r.html").read_text("utf-8")
    assert _run("audit", path, "--xlsx", tmp_path / "r.xlsx").exit_code == 1
    assert (tmp_path / "r.xlsx").read_bytes().startswith(b"PK")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r.html", "r.xlsx", "报告.txt"]


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    path = _file(tmp_path, "报告.txt", HOLDS)
    result = _run("audit", path, "--html", path)
    assert result.exit_code == 2
    assert path.read_text("utf-8") == HOLDS
    assert "输入文件" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["audit", "没有这个文件.txt"], "没有这个文件.txt"),
        (["read", "x.txt", "--json", "--table"], "只能选一种"),
    ],
)
def test_wrong_usage_says_what_is_wrong(arguments: list[str], words: str) -> None:
    result = _run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_what_the_library_says_of_wrong_usage_is_chinese() -> None:
    assert "缺少“文件”" in _run("audit").stderr
    assert "没有“--bad”这个选项" in _run("audit", "--bad", "x").stderr
    assert "Missing argument" in _run("audit", language="en_US.UTF-8").stderr


def test_several_files_give_a_page_each_in_a_folder(tmp_path: Path) -> None:
    files = [_file(tmp_path, name, HOLDS) for name in ("a.txt", "b.txt")]
    assert _run("audit", *files, "--html", tmp_path / "pages", "--jobs", 1).exit_code == 0
    pages = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert pages == ["a.html", "b.html"]


def test_a_name_that_is_no_text_does_not_stop_a_page(tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("names are always text here")
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd6\xd0.txt"))
    path.write_text(HOLDS, "utf-8")
    assert _run("audit", path, "--html", tmp_path / "page.html").exit_code == 0
    assert _run("audit", path, "--xlsx", tmp_path / "book.xlsx").exit_code == 0
    assert json.loads(_run("audit", path, "--json").stdout)["kind"] == "report"


def test_nothing_is_said_to_be_written_where_nothing_was(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        _file(tmp_path, name, "")
    result = _run("read", tmp_path, "--out-dir", tmp_path / "out", "--jobs", 1)
    assert result.exit_code == 2
    assert "已写出" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    result = _run("audit", tmp_path)
    assert (result.exit_code, "没有找到" in result.stderr) == (2, True)


def test_messages_are_english_where_the_locale_is(tmp_path: Path) -> None:
    path = _file(tmp_path, "r.txt", HOLDS)
    assert "Nothing was found" in _run("audit", path, language="en_US.UTF-8").stdout


def test_the_version_is_told() -> None:
    assert __version__ in _run("--version").stdout


def test_the_demo_finds_what_is_planted(tmp_path: Path) -> None:
    result = _run("demo", "--out", tmp_path)
    assert result.exit_code == 0
    for words in ("12846", "32.8", "31份", "31.2", "168件"):
        assert words in result.stdout.replace("\n", "").replace(" ", "").replace("│", ""), words
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.html", "report.html"]
