"""The text layer of PDF files, and what is said where there is none."""

import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.samples import damaged, opens_or_is_refused, pdf, refused
from zhunsheng.engine.documents import pdf as pdf_module
from zhunsheng.engine.documents import pdf_streams
from zhunsheng.engine.documents.opening import read_bytes
from zhunsheng.engine.documents.pdf_streams import unpacks_too_large

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


def test_packed_pages_are_read() -> None:
    pages: list[str | None] = ["青石县工作要点\n" * 40, "全年办结128件。"]
    assert read_bytes(pdf(pages, packed=True), "a").text.endswith("128件。")


def test_a_page_that_unpacks_to_far_more_than_it_needs_is_refused() -> None:
    content = pdf(["甲\n" * 400_000], packed=True)
    assert len(content) < 100_000
    started = time.perf_counter()
    assert "压缩炸弹" in refused(content)
    assert time.perf_counter() - started < 2


def test_many_packed_pages_may_not_exceed_the_total(monkeypatch: pytest.MonkeyPatch) -> None:
    content = pdf(["甲乙丙丁\n" * 100] * 20, packed=True)
    assert not unpacks_too_large(content)
    monkeypatch.setattr(pdf_streams, "MAX_DRAWN_SIZE", 40_000)
    assert unpacks_too_large(content)


def test_a_stream_packed_twice_is_refused() -> None:
    content = b"%PDF-1.4\n1 0 obj<</Filter[/FlateDecode /FlateDecode]>>stream\nx\nendstream"
    assert "压缩炸弹" in refused(content)


def test_streams_that_hold_streams_are_told_in_linear_time() -> None:
    block = b"stream\n" + zlib.compress(b"", 0)[:2] + b"\x00\xff\xff\x00\x00"
    started = time.perf_counter()
    unpacks_too_large(b"%PDF-1.4\n" + block * 200_000)
    assert time.perf_counter() - started < 5


@given(st.integers(0, 10**6), st.integers(0, 255), st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_message(place: int, value: int, cut: bool) -> None:
    opens_or_is_refused(damaged(_TWO_PAGES, place, value, cut=cut))


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_bytes_after_the_mark_give_a_document_or_a_message(content: bytes) -> None:
    opens_or_is_refused(b"%PDF-1.4\n" + content)
