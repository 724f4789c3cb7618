"""What is in a file decides how it is opened; every failure says what to do."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.samples import (
    SENTENCE,
    ofd,
    ofd_text,
    opens_or_is_refused,
    pdf,
    refused,
    word,
    zipped,
)
from zhunsheng.engine.documents import opening
from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.documents.opening import open_document, read_bytes

_FILES = {
    "txt": SENTENCE.encode(),
    "html": f"<html><body><p>{SENTENCE}</p></body></html>".encode(),
    "docx": word(lambda document: document.add_paragraph(SENTENCE)),
    "pdf": pdf([SENTENCE]),
    "ofd": ofd([ofd_text(SENTENCE, 20, 40)]),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


@pytest.mark.parametrize("kind", sorted(_FILES))
@pytest.mark.parametrize("name", ["要点.doc", "要点.txt", "要点.pdf", "要点", "要点.xlsx"])
def test_the_extension_does_not_matter(tmp_path: Path, kind: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(_FILES[kind])
    document = open_document(path)
    assert (document.format, document.name, document.text) == (kind, name, SENTENCE)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (zipped({"xl/workbook.xml": "<a/>"}), "电子表格"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "演示文稿"),
        (zipped({"readme.txt": "x"}), "先解压"),
        (b"Rar!\x1a\x07\x00" + bytes(50), "先解压"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "图片"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "OCR"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "已加密"),
        (_OLE + "Workbook".encode("utf-16-le"), "电子表格"),
        (_OLE + "PowerPoint Document".encode("utf-16-le"), "演示文稿"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "MHT"),
        (b"", "没有内容"),
        (bytes(5000), "没有内容"),
        (b"PK\x03\x04", "已损坏"),
    ],
)
def test_what_is_no_document_is_named_for_what_it_is(content: bytes, words: str) -> None:
    assert words in refused(content)


def test_a_file_beyond_the_limit_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "大文件.txt"
    with path.open("wb") as file:
        file.truncate(opening.MAX_FILE_SIZE + 1)
    with pytest.raises(DocumentError, match="50 MB 的上限"):
        open_document(path)
    monkeypatch.setattr(opening, "MAX_FILE_SIZE", 10)
    assert "上限" in refused(SENTENCE.encode())


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="找不到文件") as raised:
        open_document(tmp_path / "没有.txt")
    assert "There is no file" in raised.value.message.said_in("en")
    with pytest.raises(DocumentError, match="是文件夹"):
        open_document(tmp_path)
    with pytest.raises(DocumentError, match="无法读取"):
        open_document(Path("坏\0名"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "密.txt"
    path.write_text("内容", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(DocumentError, match="读取权限"):
        open_document(path)


def test_a_path_the_system_refuses_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "密.txt"
    path.write_text("内容", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DocumentError, match="Permission denied"):
        open_document(path)


_MAGIC = [
    b"PK\x03\x04",
    b"%PDF-1.4",
    b"<html>",
    b"<!DOCTYPE",
    b"\xff\xfe",
    b"II*\x00",
    b"\x1f\x8b\x08",
]


@given(st.sampled_from(_MAGIC), st.binary(max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_document_or_a_message(magic: bytes, content: bytes) -> None:
    opens_or_is_refused(magic + content)


def test_a_text_that_names_other_formats_stays_a_text() -> None:
    text = "文件开头应为%PDF-字样，网页用<html>标记。"
    assert read_bytes(text.encode(), "a").format == "txt"


def test_a_pdf_with_bytes_before_its_mark_is_opened() -> None:
    assert read_bytes(b"\r\n\r\n" + _FILES["pdf"], "a").format == "pdf"


def test_every_document_tells_its_name() -> None:
    assert {read_bytes(content, "甲").name for content in _FILES.values()} == {"甲"}
