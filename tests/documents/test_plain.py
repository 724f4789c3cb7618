"""Text files are decoded by what is in them."""

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.documents.samples import SENTENCE, opens_or_is_refused, refused
from zhunsheng.engine.documents.opening import read_bytes


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE.encode(),
        SENTENCE.encode("utf-8-sig"),
        SENTENCE.encode("gb18030"),
        codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "gb18030", "utf-16 little", "utf-16 big"],
)
def test_every_encoding_in_use_is_recognised(content: bytes) -> None:
    document = read_bytes(content, "通知.txt")
    assert (document.text, document.format, document.wrapped) == (SENTENCE, "txt", True)
    assert document.warnings == ()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_last_character_cut_in_two_is_left_out_with_a_warning(encoding: str) -> None:
    document = read_bytes((SENTENCE + "终").encode(encoding)[:-1], "通知.txt")
    assert document.text == SENTENCE
    assert "最后一个字" in document.warnings[0].zh


def test_line_ends_become_line_feeds() -> None:
    assert read_bytes("一\r\n二\r三\n四".encode(), "a").text == "一\n二\n三\n四"


def test_one_wrong_byte_does_not_turn_utf8_into_nonsense() -> None:
    content = bytearray((SENTENCE * 20).encode())
    content[90] = 0xFF
    document = read_bytes(bytes(content), "通知.txt")
    assert document.text.count("青石县") >= 19
    assert "无法识别" in document.warnings[0].zh


def test_bytes_that_are_no_text_are_refused() -> None:
    assert "不是能识别的文件" in refused(bytes(range(256)) * 20)
    assert "不是能识别的文件" in refused(b"\x00\x01\x02\x03" * 100 + b"abc")


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", "　　\n".encode()])
def test_a_file_without_text_is_called_empty(content: bytes) -> None:
    assert "没有内容" in refused(content)


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"\x84\x31\x95\x33\x81")
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_document_or_a_message(content: bytes) -> None:
    opens_or_is_refused(content)


@given(st.text(min_size=1, max_size=80), st.integers(0, 400))
@settings(max_examples=80, deadline=None)
def test_a_text_cut_off_anywhere_gives_a_document_or_a_message(text: str, end: int) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16"):
        opens_or_is_refused(text.encode(encoding, "replace")[:end])
