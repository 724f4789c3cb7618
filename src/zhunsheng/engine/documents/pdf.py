"""PDF files: the text layer, page by page."""

from __future__ import annotations

import re
import threading

import pypdfium2
import pypdfium2.raw

from zhunsheng.engine.documents.document import Document, DocumentError
from zhunsheng.engine.documents.pdf_streams import unpacks_too_large
from zhunsheng.engine.documents.plain import empty
from zhunsheng.engine.messages import Message

MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000

# The library may not be entered twice at a time.
_LOCK = threading.Lock()
_PATH = 2
_IMAGE = 3
# Letters drawn as outlines are this many shapes on a page at least.
_FEWEST_OUTLINES = 40
_DEEPEST_FORM = 5
# The library's mark for a hyphen at the end of a line, and characters that are not printed.
_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_UNMAPPED = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd-\uffff]")
_MOST_UNMAPPED_SHARE = 0.3
_MOST_PAGES_NAMED = 20


def read_pdf(content: bytes, name: str) -> Document:
    """
    Get the text layer of a PDF file as a document, the pages joined by line feeds.

    Pages without text layer are named in a warning. Raises DocumentError for encrypted and broken
    files, and where no page has a text layer or its characters cannot be told.
    """
    if unpacks_too_large(content):
        raise DocumentError(_too_large(name))
    with _LOCK:
        pages, scanned, broken = _pages(content, name)
    text = "\n".join(pages)
    if not text.strip():
        raise DocumentError(_no_text_layer(name) if scanned else empty(name))
    if len(_UNMAPPED.findall(text)) > _MOST_UNMAPPED_SHARE * len(text):
        raise DocumentError(_unmapped(name))
    warnings = []
    if scanned:
        warnings.append(_scanned_pages(name, scanned))
    if broken:
        warnings.append(_broken_pages(name, broken))
    return Document(
        name=name, format="pdf", text=_UNPRINTED.sub("", text), warnings=tuple(warnings)
    )


def _pages(content: bytes, name: str) -> tuple[list[str], list[int], list[int]]:
    """Get the pages' text, and the numbers of the scanned and of the broken pages."""
    texts: list[str] = []
    scanned: list[int] = []
    broken: list[int] = []
    characters = 0
    file = _opened(content, name)
    try:
        if len(file) > MAX_PAGES:
            raise DocumentError(_too_long(name))
        for number in range(1, len(file) + 1):
            try:
                text, is_scanned = _page(file, number - 1)
            except (pypdfium2.PdfiumError, AssertionError, ValueError):
                broken.append(number)
                continue
            texts.append(text)
            characters += len(text)
            if is_scanned:
                scanned.append(number)
            if characters > MAX_CHARACTERS:
                raise DocumentError(_too_long(name))
    finally:
        file.close()
    if broken and not texts:
        raise DocumentError(_broken(name))
    return texts, scanned, broken


def _opened(content: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in {pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY}:
            raise DocumentError(_encrypted(name)) from error
        raise DocumentError(_broken(name)) from error


def _page(file: pypdfium2.PdfDocument, index: int) -> tuple[str, bool]:
    """Get a page's text with line feeds, and whether it is a picture without text."""
    page = file[index]
    try:
        layer = page.get_textpage()
        try:
            text = str(layer.get_text_range(errors="replace"))
        finally:
            layer.close()
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text.strip():
            return text, False
        return "", _is_picture(page)
    finally:
        page.close()


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    drawn = page.get_objects(filter=(_IMAGE, _PATH), max_depth=_DEEPEST_FORM)
    for shapes, shape in enumerate(drawn, start=1):
        if shape.type == _IMAGE or shapes >= _FEWEST_OUTLINES:
            return True
    return False


def _numbers(pages: list[int], conjunction: str) -> str:
    named = conjunction.join(map(str, pages[:_MOST_PAGES_NAMED]))
    return named + ("…" if len(pages) > _MOST_PAGES_NAMED else "")


def _no_text_layer(name: str) -> Message:
    return Message(
        f"“{name}”是扫描件，没有文字层，无法读取。请先做文字识别（OCR），或向来文单位索取可复制文字的版本。",
        f"“{name}” is a scan: it has no text layer; do OCR first, or ask the sender for a version whose text can be "
        "copied.",
    )


def _unmapped(name: str) -> Message:
    return Message(
        f"“{name}”的文字层是乱码（字体没有字符对照表），无法读取。请先做文字识别（OCR），或索取 DOCX 版本。",
        f"The text layer of “{name}” is not readable: its fonts do not say which characters they draw. Do OCR first, "
        "or ask for the DOCX version.",
    )


def _scanned_pages(name: str, pages: list[int]) -> Message:
    return Message(
        f"“{name}”第 {_numbers(pages, '、')} 页是扫描图片，没有文字层，未读取。请先对这些页做文字识别（OCR）。",
        f"Pages {_numbers(pages, ', ')} of “{name}” are scans without text layer and were not read; do OCR on them first.",
    )


def _broken_pages(name: str, pages: list[int]) -> Message:
    return Message(
        f"“{name}”第 {_numbers(pages, '、')} 页已损坏，未读取。请重新下载该文件，或与原件核对。",
        f"Pages {_numbers(pages, ', ')} of “{name}” are damaged and were not read. Download the file again, or compare "
        "it with the original.",
    )


def _encrypted(name: str) -> Message:
    return Message(
        f"“{name}”是加密的 PDF，需要密码才能打开。请输入密码打开后，另存（打印）为不加密的 PDF 再试。",
        f"“{name}” is an encrypted PDF that asks for a password. Open it with the password, print it to a PDF without "
        "one and try again.",
    )


def _broken(name: str) -> Message:
    return Message(
        f"“{name}”不是完整的 PDF，文件已损坏或被截断。请重新下载或复制该文件后再试。",
        f"“{name}” is no whole PDF: it is damaged or cut off. Download or copy it again.",
    )


def _too_large(name: str) -> Message:
    return Message(
        f"“{name}”解压后的页面内容异常庞大，可能是压缩炸弹，未打开。请核实来源，或重新导出 PDF 后再试。",
        f"The pages of “{name}” unpack to far more than pages need; it may be a bomb and was not opened. Check where it "
        "comes from, or export the PDF anew.",
    )


def _too_long(name: str) -> Message:
    return Message(
        f"“{name}”太长（上限：{MAX_PAGES} 页、{MAX_CHARACTERS} 字）。请拆分后分别读取。",
        f"“{name}” is too long (limits: {MAX_PAGES} pages, {MAX_CHARACTERS} characters). Split it and read the parts.",
    )
