"""DOC and WPS files go through LibreOffice, or say that it is missing."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.documents.samples import refused, word, zipped
from zhunsheng.engine.documents import office
from zhunsheng.engine.documents.opening import read_bytes

_DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
_RTF = b"{\\rtf1\\ansi Hello}"


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Get the script that stands in for LibreOffice; its arguments are those of the real one."""
    program = tmp_path / "soffice"
    program.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, shutil, sys\n"
        "target = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "profile = next(a for a in sys.argv if a.startswith('-env:UserInstallation=file://'))\n"
        "assert pathlib.Path(profile.partition('file://')[2], 'user').is_dir()\n"
        f"shutil.copy({str(tmp_path / 'ready.docx')!r}, target / 'document.docx')\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return program


def test_without_libreoffice_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for content in (_DOC, _RTF):
        message = refused(content)
        assert "LibreOffice" in message
        assert "另存为 DOCX" in message


@pytest.mark.parametrize(("content", "kind"), [(_DOC, "doc"), (_RTF, "rtf")])
def test_the_converted_file_is_read(stand_in: Path, content: bytes, kind: str) -> None:
    ready = word(lambda document: document.add_paragraph("青石县工作要点"))
    stand_in.with_name("ready.docx").write_bytes(ready)
    document = read_bytes(content, "要点.wps")
    assert (document.text, document.format) == ("青石县工作要点", kind)
    assert document.name == "要点.wps"


def test_a_failed_conversion_is_told(stand_in: Path) -> None:
    assert stand_in.exists()
    assert "未能转换" in refused(_DOC)


def test_a_conversion_that_does_not_end_is_stopped(
    stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.setattr(office, "TIME_LIMIT", 0.3)
    assert "已停止" in refused(_DOC)


def test_an_open_document_text_is_converted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    content = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    assert "LibreOffice" in refused(content)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_real_libreoffice_converts() -> None:
    assert read_bytes(_RTF, "a.doc").text.strip() == "Hello"
