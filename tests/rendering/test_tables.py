"""Results as tables on a terminal."""

import io
from dataclasses import replace

from rich.console import Console

from tests.rendering import samples
from zhunsheng.engine.auditing.model import Audit
from zhunsheng.engine.messages import Message
from zhunsheng.rendering.as_table import print_audit, print_coverage, print_reading


def _console() -> Console:
    return Console(file=io.StringIO(), width=200, force_terminal=False)


def _printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_finding_is_printed_with_its_arithmetic_and_advice() -> None:
    console = _console()
    print_audit(console, "样本.txt", samples.reading(), samples.AUDIT, "zh")
    for words in ("错误", "分项之和不符", "20 + 12 = 32 ≠ 30", "请核对总数和各分项。"):
        assert words in _printed(console)


def test_an_audit_without_findings_says_so_in_either_language() -> None:
    for language, words in (("zh", "没有发现疑点"), ("en", "Nothing was found")):
        console = _console()
        audit = Audit(relations=(), findings=())
        print_audit(console, "样本.txt", samples.reading(), audit, language)
        assert words in _printed(console)


def test_words_of_a_document_neither_format_nor_command_the_terminal() -> None:
    console = _console()
    audit = Audit(
        relations=(), findings=(samples.finding("error", "[red]\x1b]0;title\x07[/] [bold"),)
    )
    print_audit(console, "样本.txt", samples.reading(), audit, "zh")
    assert "[red]]0;title[/] [bold" in _printed(console)
    assert "\x1b" not in _printed(console)
    assert "\x07" not in _printed(console)


def test_a_warning_about_the_file_is_printed_with_the_reading() -> None:
    console = _console()
    sample = samples.reading()
    document = replace(sample.flow.document, warnings=(Message("第3页没有文字层", "no text"),))
    warned = replace(sample, flow=replace(sample.flow, document=document))
    print_reading(console, "样本.txt", warned, "zh")
    assert "第3页没有文字层" in _printed(console)


def test_a_plan_is_printed_with_units_and_targets_of_each_task() -> None:
    console = _console()
    print_reading(console, "样本.txt", samples.reading(kind="plan"), "zh")
    for words in ("一/1", "云溪县档案局、云溪县各镇", "≥12次", "2031-06-30前", "受理申请30件"):
        assert words in _printed(console)


def test_only_open_targets_are_printed_where_that_is_asked_for() -> None:
    console = _console()
    covered = (samples.coverage("met", samples.TOTAL), samples.coverage("missed", samples.AGAIN))
    print_coverage(console, covered, "zh", open_only=True)
    assert "未达到" in _printed(console)
    assert "受理申请30件" not in _printed(console)
    assert "目标2项：已完成1项，未达到1项" in _printed(console)
