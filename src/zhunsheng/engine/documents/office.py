"""DOC, WPS, RTF and ODT files: LibreOffice, where it is installed, turns them into DOCX."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from zhunsheng.engine.documents.archive import Archive
from zhunsheng.engine.documents.document import Document, DocumentError
from zhunsheng.engine.documents.docx import read_docx
from zhunsheng.engine.messages import Message

TIME_LIMIT = 120  # seconds
MAX_CONVERTED_SIZE = 100 * 1024 * 1024
_PROGRAMS = ("soffice", "libreoffice")
# Macros and links to other files stay shut, whatever the computer's own settings are.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def read_office(content: bytes, name: str, kind: str) -> Document:
    """
    Get a file that only LibreOffice reads as a document; `kind` is doc, rtf, odt or xml.

    The conversion runs with a profile of its own in a temporary folder that is removed afterwards.
    Raises DocumentError where LibreOffice is not installed, fails, or needs more than `TIME_LIMIT`.
    """
    program = next((found for found in map(shutil.which, _PROGRAMS) if found), None)
    if program is None:
        raise DocumentError(_not_installed(name))
    with tempfile.TemporaryDirectory(prefix="zhunsheng-", ignore_cleanup_errors=True) as folder:
        converted = _converted(program, content, Path(folder), kind, name)
    document = read_docx(Archive(converted, name), name)
    return replace(document, format="doc" if kind == "xml" else kind)


def _converted(program: str, content: bytes, folder: Path, kind: str, name: str) -> bytes:
    """Get the file as DOCX."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    # The file's own name stays outside: it may be too long, or look like an option.
    source = folder / f"document.{kind}"
    source.write_bytes(content)
    target = folder / "converted"
    target.mkdir()
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(target),
        str(source),
    ]
    _run(command, name)
    result = target / "document.docx"
    if not result.is_file():
        raise DocumentError(_failed(name))
    if result.stat().st_size > MAX_CONVERTED_SIZE:
        raise DocumentError(_failed(name))
    return result.read_bytes()


def _run(command: list[str], name: str) -> None:
    """Run the program in a process group of its own, so that none of it outlives the time limit."""
    try:
        process = subprocess.Popen(  # noqa: S603  -- the program's path comes from PATH, no shell is used
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise DocumentError(_failed(name)) from error
    try:
        process.wait(timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired as error:
        raise DocumentError(_too_slow(name)) from error
    finally:
        if process.poll() is None:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _not_installed(name: str) -> Message:
    return Message(
        f"“{name}”是 DOC/WPS 一类的旧格式，本机没有安装 LibreOffice，无法读取。请用 Word 或 WPS 另存为 DOCX 后再试，"
        "或安装 LibreOffice（Debian：apt install libreoffice-writer-nogui）。",
        f"“{name}” is in an old format (DOC, WPS), and LibreOffice, which is needed to read it, is not installed. Save "
        "it as DOCX in Word or WPS, or install LibreOffice (Debian: apt install libreoffice-writer-nogui).",
    )


def _failed(name: str) -> Message:
    return Message(
        f"LibreOffice 未能转换“{name}”，文件可能已损坏或加密。请用 Word 或 WPS 打开后另存为 DOCX 再试。",
        f"LibreOffice could not convert “{name}”: it may be damaged or encrypted. Open it in Word or WPS and save it as "
        "DOCX.",
    )


def _too_slow(name: str) -> Message:
    return Message(
        f"LibreOffice 转换“{name}”超过 {TIME_LIMIT} 秒，已停止。请用 Word 或 WPS 另存为 DOCX 后再试。",
        f"LibreOffice needed more than {TIME_LIMIT} seconds for “{name}” and was stopped. Save it as DOCX in Word or WPS "
        "and try again.",
    )
