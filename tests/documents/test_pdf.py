"""The text layer of PDF files, and what is said where there is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.samples import damaged, opens_or_is_refused, pdf, refused
from zhunsheng.engine.documents import pdf as pdf_module
from zhunsheng.engine.documents.opening import read_bytes

_LOCKED = f"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>"
_TWO_PAGES = pdf(["青石县工作要点\n一、总体要求", "全年办结128件。"])


def test_lines_and_pages_are_joined_by_line_feeds() -> None:
    document = read_bytes(_TWO_PAGES, "要点.pdf")
    assert document.text == "青石县工作要点\n一、总体要求\n全年办结128件。"
    assert (document.format, document.wrapped, document.warnings) == ("pdf", True, ())


def test_a_scan_without_text_layer_is_named_as_such() -> None:
    assert "没有文字层" in refused(pdf([None, None]))


def test_scanned_pages_among_others_are_named_in_a_warning() -> None:
    document = read_bytes(pdf(["第一页的文字", None, "第三页的文字"]), "a.pdf")
    assert "第三页" in document.text
    assert "第 2 页" in document.warnings[0].zh


def test_an_encrypted_file_is_named_as_such() -> None:
    assert "加密的 PDF" in refused(pdf(["甲"], _LOCKED))


def test_a_page_without_anything_on_it_is_no_scan() -> None:
    assert "没有内容" in refused(pdf([""]))


def test_characters_that_cannot_be_told_are_not_passed_off_as_text() -> None:
    assert "乱码" in refused(pdf(["\ue001\ue002\ue003\ue004"]))


def test_a_broken_file_is_called_damaged() -> None:
    assert "已损坏" in refused(b"%PDF-1.7\nnothing")


def test_a_file_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "MAX_PAGES", 1)
    assert "太长" in refused(_TWO_PAGES)


@given(st.integers(0, 10**6), st.integers(0, 255), st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_message(place: int, value: int, cut: bool) -> None:
    opens_or_is_refused(damaged(_TWO_PAGES, place, value, cut=cut))


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_bytes_after_the_mark_give_a_document_or_a_message(content: bytes) -> None:
    opens_or_is_refused(b"%PDF-1.4\n" + content)
