"""Files opened: the format is decided by what is in a file, never by its name."""

from __future__ import annotations

import re
from pathlib import Path

from zhunsheng.engine.documents.archive import MEGABYTE, Archive
from zhunsheng.engine.documents.document import Document, DocumentError
from zhunsheng.engine.documents.docx import read_docx
from zhunsheng.engine.documents.ofd import read_ofd
from zhunsheng.engine.documents.office import read_office
from zhunsheng.engine.documents.page import looks_like_page, read_page
from zhunsheng.engine.documents.pdf import read_pdf
from zhunsheng.engine.documents.plain import empty, read_plain
from zhunsheng.engine.messages import Message

MAX_FILE_SIZE = 50 * MEGABYTE

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_HEAD = 1024
_WORD_XML = re.compile(rb"progid=\"Word\.Document\"|<pkg:package|<w:wordDocument")
# A web page with its pictures, kept as a mail (.mht, and .doc from some sites).
_MAIL = re.compile(
    rb"^MIME-Version:.{0,300}^Content-Type:\s{0,9}multipart/", re.MULTILINE | re.DOTALL
)
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")
# Names of streams in an OLE file, which stands for several programs' formats.
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_SHEET_STREAMS = tuple(word.encode("utf-16-le") for word in ("Workbook", "Book\x00"))
_SLIDE_STREAM = "PowerPoint Document".encode("utf-16-le")


def open_document(path: Path) -> Document:
    """
    Get the document in a file.

    Raises DocumentError, with a message that says what to do, for everything that cannot be read.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise DocumentError(_folder(name))
        if path.stat().st_size > MAX_FILE_SIZE:
            raise DocumentError(_too_large(name, path.stat().st_size))
        with path.open("rb") as file:
            content = file.read(MAX_FILE_SIZE + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DocumentError(_not_found(str(path))) from error
    except (OSError, ValueError) as error:
        raise DocumentError(_not_readable(str(path), error)) from error
    return read_bytes(content, name)


def read_bytes(content: bytes, name: str) -> Document:
    """Get the document in some bytes; `name` is only shown. Raises DocumentError as above."""
    if len(content) > MAX_FILE_SIZE:
        raise DocumentError(_too_large(name, len(content)))
    if not content.strip(b"\x00\t\r\n "):
        raise DocumentError(empty(name))
    if _is_pdf(content):
        return read_pdf(content, name)
    if content.startswith(_ZIP):
        return _read_archive(content, name)
    if content.startswith(_OLE):
        return _read_ole(content, name)
    if content.startswith(b"{\\rtf"):
        return read_office(content, name, "rtf")
    if content.startswith(_ARCHIVES):
        raise DocumentError(_packed(name))
    if content.startswith(_PICTURES) and b"\x00" in content:
        raise DocumentError(_picture(name))
    if _MAIL.search(content[:_PDF_HEAD]):
        raise DocumentError(_saved_by_mail(name))
    if _WORD_XML.search(content[:4096]):
        return read_office(content, name, "xml")
    if looks_like_page(content):
        return read_page(content, name)
    return read_plain(content, name)


def _is_pdf(content: bytes) -> bool:
    """Whether some bytes are a PDF file; a few others may stand before its mark."""
    head = content[:_PDF_HEAD]
    return head.lstrip().startswith(b"%PDF-") or (
        b"%PDF-" in head and b"startxref" in content and not content.startswith(_ZIP)
    )


def _read_archive(content: bytes, name: str) -> Document:
    archive = Archive(content, name)
    if archive.find("OFD.xml") is not None:
        return read_ofd(archive, name)
    folders = {entry.partition("/")[0].casefold() for entry in archive.names}
    if "word" in folders:
        return read_docx(archive, name)
    if "xl" in folders:
        raise DocumentError(_spreadsheet(name))
    if "ppt" in folders:
        raise DocumentError(_slides(name))
    kind = archive.find("mimetype")
    if kind is not None and archive.find("content.xml") is not None:
        described = archive.read(kind)[:200]
        if b"spreadsheet" in described:
            raise DocumentError(_spreadsheet(name))
        if b"presentation" in described:
            raise DocumentError(_slides(name))
        return read_office(content, name, "odt")
    if archive.find("[Content_Types].xml") is not None:
        return read_docx(archive, name)
    raise DocumentError(_packed(name))


def _read_ole(content: bytes, name: str) -> Document:
    if _ENCRYPTED_STREAM in content:
        raise DocumentError(_encrypted(name))
    if _WORD_STREAM not in content:
        if _SLIDE_STREAM in content:
            raise DocumentError(_slides(name))
        if any(stream in content for stream in _SHEET_STREAMS):
            raise DocumentError(_spreadsheet(name))
    return read_office(content, name, "doc")


def _too_large(name: str, size: int) -> Message:
    megabytes, limit = f"{size / MEGABYTE:.1f}", MAX_FILE_SIZE // MEGABYTE
    return Message(
        f"“{name}”有 {megabytes} MB，超过 {limit} MB 的上限，未打开。请拆分文件，或压缩、删去其中的图片后再试。",
        f"“{name}” has {megabytes} MB, more than the limit of {limit} MB. Split it, or shrink or remove its pictures.",
    )


def _not_found(path: str) -> Message:
    return Message(
        f"找不到文件“{path}”。请检查路径和文件名是否写对，文件是否已被移动或改名。",
        f"There is no file “{path}”. Check the path and the name, and whether the file was moved or renamed.",
    )


def _folder(name: str) -> Message:
    return Message(
        f"“{name}”是文件夹，不是文件。请指定其中的文件。",
        f"“{name}” is a folder and not a file. Name the files in it.",
    )


def _not_readable(path: str, error: Exception) -> Message:
    reason = getattr(error, "strerror", None) or str(error)
    return Message(
        f"无法读取文件“{path}”（系统提示：{reason}）。请检查是否有读取权限、文件是否正被其他程序占用，再重试。",
        f"The file “{path}” cannot be read (the system says: {reason}). Check whether you may read it and whether "
        "another program holds it, and try again.",
    )


def _spreadsheet(name: str) -> Message:
    return Message(
        f"“{name}”是电子表格（Excel），不是公文，无法按公文读取。请把需要核对的文字和表格放入 DOCX 后再试。",
        f"“{name}” is a spreadsheet (Excel) and cannot be read as a document. Put the text and tables into a DOCX and "
        "try again.",
    )


def _slides(name: str) -> Message:
    return Message(
        f"“{name}”是演示文稿（PowerPoint），无法按公文读取。请把文字放入 DOCX，或导出为 PDF 后再试。",
        f"“{name}” is a presentation (PowerPoint) and cannot be read as a document. Put its text into a DOCX, or export "
        "it as PDF.",
    )


def _encrypted(name: str) -> Message:
    return Message(
        f"“{name}”已加密，需要密码才能打开。请用 Word 或 WPS 输入密码打开后，另存为不加密的 DOCX 再试。",
        f"“{name}” is encrypted. Open it with its password in Word or WPS, save it as DOCX without one and try again.",
    )


def _packed(name: str) -> Message:
    return Message(
        f"“{name}”是压缩包，里面没有可直接读取的公文。请先解压，再选择其中的文件。",
        f"“{name}” is an archive that is no document itself. Unpack it first and choose the files in it.",
    )


def _saved_by_mail(name: str) -> Message:
    return Message(
        f"“{name}”是单个文件网页（MHT），暂不支持。请用浏览器或 Word 打开后，另存为 HTML 或 DOCX 再试。",
        f"“{name}” is a web page in a single file (MHT), which is not supported. Open it in a browser or Word and save "
        "it as HTML or DOCX.",
    )


def _picture(name: str) -> Message:
    return Message(
        f"“{name}”是图片，没有文字层，无法读取。请先做文字识别（OCR），或索取可复制文字的版本。",
        f"“{name}” is a picture and has no text layer; do OCR first, or ask for a version whose text can be copied.",
    )
