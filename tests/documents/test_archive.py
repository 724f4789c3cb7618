"""Zip files are held to limits before and while they are unpacked."""

import io
import struct
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.samples import damaged, refused, zipped
from zhunsheng.engine.documents import archive as archive_module
from zhunsheng.engine.documents.archive import Archive
from zhunsheng.engine.documents.document import DocumentError


def _claiming(size: int, content: bytes) -> bytes:
    """Get a zip file whose one entry claims another size than it has."""
    packed = bytearray(zipped({"word/document.xml": content}))
    entry = packed.index(b"PK\x01\x02")
    packed[entry + 24 : entry + 28] = struct.pack("<I", size)
    packed[22:26] = struct.pack("<I", size)
    return bytes(packed)


def test_a_claim_of_a_gigabyte_in_a_small_file_is_refused_before_unpacking() -> None:
    noise = bytes(number * 7919 % 251 for number in range(100_000))
    started = time.perf_counter()
    assert "超出限制" in refused(_claiming(1024**3, noise))
    assert time.perf_counter() - started < 1


def test_a_bomb_that_tells_its_size_is_refused() -> None:
    content = zipped({"word/document.xml": bytes(60 * 1024 * 1024)})
    assert len(content) < 100_000
    assert "压缩率" in refused(content)


def test_a_bomb_that_claims_to_be_small_is_refused() -> None:
    assert "已损坏" in refused(_claiming(1000, bytes(20 * 1024 * 1024)))


def test_bytes_are_counted_while_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Archive(zipped({"a.xml": bytes(300_000)}), "样本")
    monkeypatch.setattr(archive_module, "MAX_ENTRY_SIZE", 200_000)
    with pytest.raises(DocumentError, match="超出限制"):
        opened.read("a.xml")


def test_many_entries_of_allowed_size_may_not_exceed_the_total() -> None:
    filler = {f"{number}.bin": bytes(3 * 1024 * 1024) for number in range(90)}
    assert "超出限制" in refused(zipped(filler))


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MAX_ENTRIES", 3)
    assert "4 个文件" in refused(zipped({f"{number}.xml": "x" for number in range(4)}))


def test_a_list_of_a_million_entries_is_refused_before_it_is_read() -> None:
    packed = zipped({"a": "x"})
    start, end = packed.index(b"PK\x01\x02"), packed.index(b"PK\x05\x06")
    entry = packed[start:end]
    size = struct.pack("<I", len(entry) * 400_000)
    content = packed[:start] + entry * 400_000 + packed[end : end + 12] + size + packed[end + 16 :]
    started = time.perf_counter()
    assert "400000 个文件" in refused(content)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_no_office_program_uses_are_refused(method: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("word/document.xml", "<a/>" * 100)
    assert "压缩方式" in refused(buffer.getvalue())


@pytest.mark.parametrize(
    "name", ["../evil.xml", "word/../../evil.xml", "/etc/evil", "C:\\evil.xml", "..\\evil.xml"]
)
def test_names_that_lead_out_of_the_archive_are_refused(name: str) -> None:
    assert "以外的路径" in refused(zipped({"word/document.xml": "<a/>", name: "x"}))


def test_an_encrypted_archive_is_named_as_such() -> None:
    packed = bytearray(zipped({"word/document.xml": "<a/>"}))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    assert "已加密" in refused(bytes(packed))


def test_a_zip_file_cut_off_is_called_damaged() -> None:
    assert "已损坏" in refused(zipped({"word/document.xml": "<a/>"})[:-30])


def test_names_stored_by_chinese_tools_are_decoded() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("XXXX", "内容")
    packed = buffer.getvalue().replace(b"XXXX", "附件".encode("gb18030"))
    opened = Archive(packed, "样本")
    assert opened.names == ("附件",)
    assert opened.read("附件").decode() == "内容"


@given(st.integers(0, 10**6), st.integers(0, 255), st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_damaged_archive_raises_nothing_but_a_message(place: int, value: int, cut: bool) -> None:
    content = damaged(zipped({"a.xml": "<a/>", "b/c.xml": "甲" * 50}), place, value, cut=cut)
    try:
        opened = Archive(content, "样本")
        for name in opened.names:
            opened.read(name)
    except DocumentError:
        return
