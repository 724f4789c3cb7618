"""The commands about the law as a user types them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner, Result

from tests.law.test_notices import NEXT_YEAR, REGIONAL
from zhunsheng.cli.app import app


@pytest.fixture(autouse=True)
def notices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "notices"
    monkeypatch.setenv("ZHUNSHENG_NOTICES", str(folder))
    return folder


def run(*arguments: object, language: str = "zh_CN.UTF-8") -> Result:
    environment = {"LC_ALL": language, "LANGUAGE": "", "COLUMNS": "200"}
    return CliRunner().invoke(app, [str(a) for a in arguments], env=environment)


def test_twenty_working_days_from_25_september_2025():
    result = run("due", "openness.reply", "--from", "2025-09-25")
    assert result.exit_code == 0
    assert result.stdout == "最后一日是2025-10-29（周三）。\n"
    assert (
        "The last day is 2025-10-29 (Wed)."
        in run("due", "openness.reply", "--from", "20250925", language="en_GB.UTF-8").stdout
    )


def test_a_suspension_an_extension_and_the_state_of_a_day():
    result = run(
        *("due", "openness.reply", "--from", "2025-09-25", "--extend"),
        *("--suspend", "2025-10-14..2025-10-20", "--as-of", "2025-12-04"),
    )
    assert result.stdout == "最后一日是2025-12-03（周三）。\n逾期（超1个工作日）\n"


def test_the_state_of_a_step_that_was_taken():
    result = run("due", "openness.reply", "--from", "2025-09-25", "--finished", "2025-10-30")
    assert "逾期办结（超1个工作日）" in result.stdout


def test_the_derivation_in_words():
    result = run("due", "openness.reply", "--from", "2025-09-25", "--explain")
    assert "调休上班，计入工作日：09-28、10-11（国办发明电〔2024〕12号）" in result.stdout
    assert "第20个工作日" in result.stdout


def test_the_derivation_as_json():
    result = run("due", "openness.reply", "--from", "2025-09-25", "--json")
    answer = json.loads(result.stdout)
    assert answer["last"] == "2025-10-29"
    assert answer["article"] == "第三十三条"
    assert answer["in_force"] == "2019-05-15"
    assert [day["number"] for day in answer["days"] if day["number"]] == list(range(1, 21))
    assert "state" not in answer
    with_state = run(
        "due", "openness.reply", "--from", "2025-09-25", "--as-of", "2025-10-30", "--json"
    )
    assert json.loads(with_state.stdout)["state"] == "overdue"


def test_the_derivation_as_a_page(tmp_path: Path):
    page = tmp_path / "due.html"
    result = run("due", "openness.reply", "--from", "2025-09-25", "--html", page)
    assert result.exit_code == 0
    assert "最后一日是2025-10-29（周三）。" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("opennes.reply", "--from", "2025-09-25"), "相近的有：openness.reply"),
        (("openness.reply", "--from", "2025-02-30"), "不是日期"),
        (("openness.reply", "--from", "2005-09-25"), "本软件没有收录"),
        (("penalty.decision", "--from", "2025-09-25", "--extend"), "没有规定"),
        (("openness.reply", "--from", "2025-09-25", "--extend-by", "21"), "不能延长21"),
        (("openness.reply", "--from", "2025-09-25", "--suspend", "2025-10-10"), "不是一段日子"),
        (
            ("openness.reply", "--from", "2025-09-25", "--suspend", "2025-10-10..2025-10-09"),
            "早于开始日",
        ),
        (("openness.reply", "--from", "2025-09-25", "--suspend", "2025-10-10.."), "--as-of"),
        (("openness.reply", "--from", "2025-09-25", "--as-of", "2025-09-01"), "早于起算日"),
        (("openness.reply", "--from", "2025-09-25", "--region", "某州"), "某州"),
    ],
)
def test_what_cannot_be_computed_is_refused_in_words(arguments, complaint):
    result = run("due", *arguments)
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert not result.stdout


def test_working_days_between_two_days():
    result = run("workdays", "2025-09-25", "2025-10-29")
    assert "有21个工作日（共35日，两头都算）；从第二天数起有20个工作日" in result.stdout
    answer = json.loads(run("workdays", "2026-12-01", "2027-01-31", "--json").stdout)
    assert answer["provisional"]
    assert "暂定" in run("workdays", "2026-12-01", "2027-01-31").stdout


def test_working_days_the_wrong_way_round_are_refused():
    result = run("workdays", "2025-10-29", "2025-09-25")
    assert result.exit_code == 2
    assert "早于第一天" in result.stderr


def test_working_days_outside_the_calendar_are_refused():
    result = run("workdays", "2003-12-01", "2004-01-31")
    assert result.exit_code == 2
    assert "2004年" in result.stderr


def test_a_year_with_its_days_off_and_make_up_days():
    result = run("calendar", "2026")
    assert "2026年共248个工作日。依据：国办发明电〔2025〕7号" in result.stdout
    assert "15—23春节" in result.stdout
    assert "暂定" in run("calendar", "2027").stdout
    assert run("calendar", "2003").exit_code == 2


def test_a_year_as_a_picture(tmp_path: Path):
    picture = tmp_path / "2026.svg"
    assert run("calendar", "2026", "--svg", picture).exit_code == 0
    drawn = ET.fromstring(picture.read_text("utf-8"))  # noqa: S314  # our own picture
    texts = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert texts.count("休") == 33
    assert texts.count("班") == 6


def test_rules_are_listed_by_domain():
    result = run("law", "list", "--domain", "openness")
    assert "openness.reply" in result.stdout
    assert "disclosure-no-fee" in result.stdout
    assert "共29条" in result.stdout


def test_rules_are_listed_as_of_a_day_and_by_whether_they_are_verified():
    on = json.loads(
        run("law", "list", "--domain", "openness", "--on", "2010-01-01", "--json").stdout
    )
    assert [clock["versions"][0]["amount"] for clock in on] == [15]
    unverified = run("law", "list", "--unverified").stdout
    assert "共29条" in unverified
    assert "未核实" in unverified


def test_a_clock_and_a_rule_are_shown_with_instrument_article_and_version():
    shown = run("law", "show", "disclosure-answer").stdout
    assert "期限：15个工作日内" in shown
    assert "第三十三条，2019修订，自2019-05-15起施行" in shown
    assert "不计入期限：征求第三方和其他机关意见" in shown
    gate = run("law", "show", "legality-block").stdout
    assert "自2018-12-04起施行" in gate
    assert json.loads(run("law", "show", "legality-block", "--json").stdout)["kind"] == "gate"
    assert "未核实" in run("law", "show", "normdoc-37-filing").stdout


def test_an_unknown_rule_is_refused():
    result = run("law", "show", "disclosure-anwser")
    assert result.exit_code == 2
    assert "disclosure-answer" in result.stderr


def test_a_notice_shows_what_it_moves_and_is_kept_only_when_told(tmp_path: Path, notices: Path):
    notice = tmp_path / "2027.toml"
    notice.write_text(NEXT_YEAR, "utf-8")
    matters = tmp_path / "matters.csv"
    matters.write_text(
        "clock,from\nopenness.reply,2027-01-20\nopenness.reply,2025-01-20\n", "utf-8"
    )
    looked = run("notice", "add", notice, "--deadlines", matters)
    assert looked.exit_code == 0
    assert "2027-02-20 周六" in looked.stdout
    assert "2027-02-23（暂定）" in looked.stdout
    assert "2027-02-24" in looked.stdout
    assert "尚未采用" in looked.stdout
    assert not notices.exists()
    assert run("notice", "add", notice, "--apply").exit_code == 0
    assert run("due", "openness.reply", "--from", "2027-01-20").stdout == (
        "最后一日是2027-02-24（周三）。\n"
    )
    assert "某办发明电〔2026〕1号" in run("notice", "list").stdout
    again = run("notice", "add", notice)
    assert again.exit_code == 2
    assert "没有重复采用" in again.stderr


def test_the_notice_of_a_region_holds_there_alone(tmp_path: Path):
    notice = tmp_path / "region.toml"
    notice.write_text(REGIONAL, "utf-8")
    assert run("notice", "add", notice, "--apply").exit_code == 0
    there = run("due", "penalty.service", "--from", "2026-04-10", "--region", "某州").stdout
    elsewhere = run("due", "penalty.service", "--from", "2026-04-10").stdout
    assert "2026-04-23" in there
    assert "2026-04-21" in elsewhere


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.toml", "year = 1", "缺少"),
        ("a.toml", "x" * 70_000, "64KB"),
        ("missing.toml", None, "无法读取"),
    ],
)
def test_a_notice_that_cannot_be_taken_leaves_everything_as_it_was(
    tmp_path: Path, notices: Path, name: str, content: str | None, complaint: str
):
    file = tmp_path / name
    if content is not None:
        file.write_text(content, "utf-8")
    result = run("notice", "add", file, "--apply")
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert not notices.exists()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("openness.reply,2027-01-20\n", "第2行"),
        ("clock,from\nopenness.rply,2027-01-20\n", "openness.reply"),
        ("clock,from\nopenness.reply,soon\n", "第2行"),
    ],
)
def test_open_matters_that_cannot_be_read_are_refused_by_line(
    tmp_path: Path, content: str, complaint: str
):
    notice = tmp_path / "2027.toml"
    notice.write_text(NEXT_YEAR, "utf-8")
    matters = tmp_path / "matters.csv"
    matters.write_text(content + "x,y\n", "utf-8")
    result = run("notice", "add", notice, "--deadlines", matters)
    assert result.exit_code == 2
    assert complaint in result.stderr
