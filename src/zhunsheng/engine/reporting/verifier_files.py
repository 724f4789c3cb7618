"""
Files of a report opened safely, as lines of text: DOCX, HTML and plain text.

Standard library only: it is part of the report's verifier. It reads what a file says, not how it looks:
colours, sizes and pictures over the text are for the eye.

A DOCX is the body of its main part: paragraphs, and tables cell by cell; headers and footers are other
parts and are not read. Of a page of HTML only `<article class="report">` … `</article>` is read, or where
there is none `<main>` … `</main>`; there must be one, and in it only plain elements of text: each block (p,
h1 … h6, li, caption …) is a paragraph, each td or th a cell. Of plain text each line that is not empty is a paragraph.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal
from xml.parsers import expat

from zhunsheng.engine.reporting.verifier_record import ReportError

MEGABYTE = 1024 * 1024
MOST_BYTES = 64 * MEGABYTE
MOST_TEXT = 16 * MEGABYTE
MOST_ENTRIES = 5_000
MOST_TAGS = 2_000_000
MOST_LINES = 50_000
MOST_CHARACTERS = 2_000_000
MOST_DEPTH = 200
_BODY, _RELATIONS = "word/document.xml", "_rels/.rels"
_ENTRY = b"PK\x01\x02"
_WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, IndexError),
    *(KeyError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a cell of a table, or where a row ends."""

    kind: Literal["paragraph", "cell", "row"]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The lines of a file, and what in it could not be looked at, in words."""

    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


def opened_file(name: str, content: bytes) -> Opened:
    """
    Get the lines of a file by the end of its name.

    Raises ReportError for a file of another kind, one that is broken, too large or dangerous, and one in
    which text may be shown that is not read here.
    """
    ending = name.rpartition(".")[2].lower()
    if ending == "docx":
        return _docx(content)
    if ending in {"html", "htm"}:
        return _html(_decoded(content))
    if ending == "txt":
        lines = (Line("paragraph", text) for text in _decoded(content).splitlines())
        return Opened(tuple(_limited(line for line in lines if line.text.strip())))
    raise ReportError("只能核对docx、html、txt和pdf文件")


def _decoded(content: bytes) -> str:
    if len(content) > MOST_TEXT:
        raise ReportError(f"文件超过{MOST_TEXT // MEGABYTE}MB，太大")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReportError("文件不是UTF-8编码的文字") from error


def _limited(lines: Iterator[Line]) -> Iterator[Line]:
    characters = 0
    for number, line in enumerate(lines):
        characters += len(line.text)
        if number >= MOST_LINES or characters > MOST_CHARACTERS:
            raise ReportError(f"文件超过{MOST_LINES}段或者{MOST_CHARACTERS}字，太长")
        yield line


# --- DOCX ----------------------------------------------------------------------------------------


def _docx(content: bytes) -> Opened:
    archive = _archive(content)
    relations = _Relations()
    _parse(_entry(archive, _RELATIONS), relations)
    if relations.bodies != [_BODY]:
        raise ReportError("DOCX文件的正文不在通常的位置，无法核对")
    body = _Body()
    _parse(_entry(archive, _BODY), body)
    return Opened(tuple(_limited(iter(body.lines))), tuple(sorted(body.notes)))


def _archive(content: bytes) -> zipfile.ZipFile:
    """Open a zip file in memory. Raises ReportError for a broken one, and for a part that is in it twice."""
    # Each entry in the list has its mark, so this is known before the list is read.
    if len(content) > MOST_BYTES or content.count(_ENTRY) > MOST_ENTRIES:
        raise ReportError(f"DOCX文件超过{MOST_BYTES // MEGABYTE}MB，或者里面的文件太多")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        names = [name.replace("\\", "/").lstrip("./").lower() for name in archive.namelist()]
    except _BROKEN as error:
        raise ReportError("DOCX文件已损坏，打不开") from error
    if len(set(names)) < len(names):
        raise ReportError("DOCX文件里有重名的文件，无法核对")
    return archive


def _entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """Get an entry, counted while it is unpacked: what it claims to be is not believed."""
    pieces, size = [], 0
    try:
        info = archive.getinfo(name)
        if info.flag_bits & 0x1 or info.compress_type not in {
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        }:
            raise ReportError("DOCX文件加了密，或者用了办公软件不用的压缩方式")
        with archive.open(info) as stream:
            while piece := stream.read(MEGABYTE):
                size += len(piece)
                if size > MOST_BYTES:
                    raise ReportError(
                        f"DOCX文件解压后超过{MOST_BYTES // MEGABYTE}MB，可能是压缩炸弹"
                    )
                pieces.append(piece)
    except ReportError:
        raise
    except _BROKEN as error:
        raise ReportError(f"DOCX文件缺少{name}，或者已损坏") from error
    return b"".join(pieces)


class _Part:
    """What takes the elements of a part of a DOCX as they come."""

    def start(self, _space: str, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element of a namespace."""

    def end(self, space: str, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take text."""


def _parse(content: bytes, part: _Part) -> None:
    """Parse XML. Raises ReportError for a document type, an entity, too much of it, and for what is broken."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = tags = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, tags
        depth, tags = depth + 1, tags + 1
        if depth > MOST_DEPTH or tags > MOST_TAGS:
            raise ReportError("DOCX文件的结构嵌套太深，或者太大")
        space, _, local = name.rpartition(" ")
        part.start(space, local, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        space, _, local = name.rpartition(" ")
        part.end(space, local)

    def refuse(*_: object) -> int:
        raise ReportError("DOCX文件里有文档类型声明或者实体，可能是恶意文件，未打开")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = part.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.ParseFile(io.BytesIO(content))
    except ReportError:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise ReportError("DOCX文件的正文不是完整的XML") from error


class _Relations(_Part):
    """Notes which part of a DOCX is its main one."""

    def __init__(self) -> None:
        self.bodies: list[str] = []

    def start(self, _space: str, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            self.bodies.append(attributes.get("Target", "").lstrip("/"))


_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_REFUSED = frozenset({"altChunk", "subDoc", "footnoteReference", "endnoteReference", "sym"})
_PICTURES = frozenset({"drawing", "pict", "object"})
_GONE = frozenset({"del", "moveFrom", "Fallback", "rPrChange", "pPrChange"})


class _Body(_Part):
    """Gathers the paragraphs and cells of a main part; what was deleted or is hidden is no text."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.notes: set[str] = set()
        self._paragraphs: list[list[str]] = []
        self._runs: list[list[str] | None] = []
        self._cells: list[list[str]] = []
        self._writing = False
        self._gone = 0

    def start(self, _space: str, name: str, attributes: dict[str, str]) -> None:
        if self._gone or name in _GONE:
            self._gone += 1
            return
        if name in _REFUSED:
            raise ReportError(f"DOCX文件的正文里有脚注、嵌入的文件或者特殊符号（{name}），无法核对")
        if name in _PICTURES:
            self.notes.add("DOCX文件里有图片，图片里的文字没有核对")
        elif name == "t":
            self._writing = True
        elif _space in _WORD:
            self._word(name, attributes)

    def _word(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element of word processing."""
        if name == "p":
            self._paragraphs.append([])
        elif name == "r":
            self._runs.append([])
        elif name == "tc":
            self._cells.append([])
        elif name == "numPr":
            self.notes.add("DOCX文件里有自动编号，编号没有核对")
        elif name in {"vanish", "specVanish", "webHidden"} and self._runs:
            if _is_on(attributes):
                self._runs[-1] = None
        elif name in _SIGNS and self._runs:
            self._write(_SIGNS[name])

    def end(self, space: str, name: str) -> None:
        if self._gone:
            self._gone -= 1
        elif name == "t":
            self._writing = False
        elif space not in _WORD:
            return
        elif name == "r" and self._runs:
            written = self._runs.pop()
            if written and self._paragraphs:
                self._paragraphs[-1].append("".join(written))
        elif name == "p" and self._paragraphs:
            self._paragraph("".join(self._paragraphs.pop()))
        elif name == "tc" and self._cells:
            self.lines.append(Line("cell", "\n".join(self._cells.pop())))
        elif name == "tr":
            self.lines.append(Line("row"))

    def text(self, text: str) -> None:
        if self._writing and not self._gone:
            self._write(text)

    def _write(self, text: str) -> None:
        if not self._runs:
            if self._paragraphs:
                self._paragraphs[-1].append(text)
        elif (run := self._runs[-1]) is not None:
            run.append(text)

    def _paragraph(self, text: str) -> None:
        if not text.strip():
            return
        if self._cells:
            self._cells[-1].append(text)
        else:
            self.lines.append(Line("paragraph", text))


def _is_on(attributes: dict[str, str]) -> bool:
    said = [value for key, value in attributes.items() if key.rpartition(" ")[2] == "val"]
    return not said or said[0] not in {"0", "false", "off", "none"}


# --- HTML ----------------------------------------------------------------------------------------

_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 div section header footer li ul ol dl dt dd figure figcaption caption hr aside".split()
)
_TABLE = frozenset("table thead tbody tfoot colgroup col tr th td".split())
_INLINE = frozenset("span a b strong em i u sup sub br wbr time data mark small bdi abbr".split())
_HIDING = ("display", "visibility", "content", "opacity", "clip", "position", "font-size")


def _html(text: str) -> Opened:
    for marks in (("article", "report"), ("main", "")):
        page = _Page(*marks)
        try:
            page.feed(text)
            page.close()
        except AssertionError as error:
            raise ReportError("HTML文件读不懂") from error
        if page.bodies == 1 and not page.depth:
            return Opened(tuple(_limited(iter(page.lines))))
        if page.bodies:
            break
    raise ReportError(
        'HTML文件里应有一处报告正文（<article class="report">…</article>或者<main>…</main>）'
    )


class _Page(HTMLParser):
    """Gathers the blocks of the one element of a page that is the report, told by its tag and class."""

    def __init__(self, tag: str, named: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.bodies = 0
        self._tag, self._named = tag, named
        self.depth = 0
        self._cell = False
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag: outside of the report it is passed over, unless it begins the report."""
        said = {key: value or "" for key, value in attrs}
        if tag == self._tag and (not self._named or self._named in said.get("class", "").split()):
            self.bodies += 1
            self.depth += 1
            if self.depth > 1:
                raise ReportError("HTML文件里报告正文套着报告正文")
            return
        if not self.depth:
            return
        if tag not in _BLOCKS | _TABLE | _INLINE:
            raise ReportError(f"HTML文件的报告正文里有<{tag[:20]}>，无法核对")
        if "hidden" in said or any(word in said.get("style", "").lower() for word in _HIDING):
            raise ReportError("HTML文件的报告正文里有藏起来的文字，无法核对")
        if tag == "br":
            self._text.append("\n")
        elif tag in _BLOCKS and not self._cell:
            self._flush()
        elif tag in {"td", "th"}:
            self._flush()
            self._cell = True

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element: that of a block ends its paragraph."""
        if not self.depth:
            return
        if tag == self._tag:
            self._flush()
            self.depth -= 1
        elif tag in {"td", "th"} or (tag in _BLOCKS and not self._cell):
            self._flush()
        elif tag in _BLOCKS:
            self._text.append("\n")
        elif tag == "tr":
            self._flush()
            self.lines.append(Line("row"))

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self.depth:
            self._text.append(data)

    def unknown_decl(self, _data: str) -> None:
        """Refuse what a browser may show otherwise."""
        if self.depth:
            raise ReportError("HTML文件的报告正文里有读不懂的标记")

    def _flush(self) -> None:
        text, self._text = "".join(self._text), []
        if self._cell:
            self.lines.append(Line("cell", text))
        elif text.strip():
            self.lines.append(Line("paragraph", text))
        self._cell = False
