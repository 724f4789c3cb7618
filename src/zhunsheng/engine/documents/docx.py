"""DOCX files, read from their XML: paragraphs with their numbers, text boxes, tables."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from zhunsheng.engine.documents.archive import Archive
from zhunsheng.engine.documents.composition import CellDraft, Composition, one_line
from zhunsheng.engine.documents.document import Document, DocumentError
from zhunsheng.engine.documents.markup import attribute, child, children, local_name, parse_xml
from zhunsheng.engine.documents.numbering import Numbering
from zhunsheng.engine.documents.plain import empty
from zhunsheng.engine.messages import Message

_MAIN = "word/document.xml"
# What was deleted, what only computes, and what stands at the edge of the page.
_LEFT_OUT = frozenset(
    "del moveFrom delText delInstrText instrText rPr pPr footnoteReference endnoteReference annotationRef rt "
    "rPrChange pPrChange sdtPr sdtEndPr".split()
)
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
_OFF = frozenset({"0", "false", "off", "none"})
_WIDEST_CELL = 1000
_CONTENTS = re.compile(r"toc \d", re.IGNORECASE)
_CLOSED_LABEL = re.compile(r"[^\w\s] $")


def read_docx(archive: Archive, name: str) -> Document:
    """
    Get a DOCX file as a document: what Word would show with all changes accepted, without notes.

    Raises DocumentError where the main part is missing or broken, or nothing is written in it.
    """
    main = main_part(archive, name)
    root = parse_xml(archive.read(main), name, main)
    folder = posixpath.dirname(main)
    styles = _optional(archive, f"{folder}/styles.xml", name)
    numbering = Numbering(_optional(archive, f"{folder}/numbering.xml", name), styles)
    reader = _Reader(numbering, _styles_of_contents(styles))
    body = child(root, "body")
    if body is not None:
        reader.read(body)
    text = reader.composition.text
    if not text.strip():
        if any(local_name(element) in {"blip", "imagedata"} for element in root.iter()):
            raise DocumentError(_only_pictures(name))
        raise DocumentError(empty(name))
    warnings = (_embedded(name),) if next(root.iter("{*}altChunk"), None) is not None else ()
    return Document(
        name=name,
        format="docx",
        text=text,
        wrapped=False,
        tables=reader.composition.tables,
        warnings=warnings,
    )


def main_part(archive: Archive, name: str) -> str:
    """Get the name of the part that holds the text; raises DocumentError where there is none."""
    relations = archive.find("_rels/.rels")
    if relations is not None:
        for relation in parse_xml(archive.read(relations), name, relations):
            if (attribute(relation, "Type") or "").endswith("/officeDocument"):
                found = archive.find(attribute(relation, "Target") or "")
                if found is not None:
                    return found
    found = archive.find(_MAIN)
    if found is None:
        raise DocumentError(
            Message(
                f"“{name}”里没有正文部分（{_MAIN}），文件不完整。请用办公软件打开后另存为 DOCX 再试。",
                f"“{name}” lacks its main part ({_MAIN}): the file is not whole. Open it in an office program and "
                "save it as DOCX again.",
            )
        )
    return found


def _optional(archive: Archive, path: str, name: str) -> etree._Element | None:
    found = archive.find(path)
    return parse_xml(archive.read(found), name, found) if found is not None else None


class _Reader:
    """Walks through the body and composes its text."""

    def __init__(self, numbering: Numbering, skipped_styles: frozenset[str]) -> None:
        self.composition = Composition()
        self._numbering = numbering
        self._skipped_styles = skipped_styles
        self._carried = ""

    def read(self, body: etree._Element) -> None:
        for block in _blocks(body):
            if local_name(block) == "tbl":
                self._table(block)
            else:
                for line in self._paragraph(block):
                    self.composition.add_line(line)

        if self._carried:
            self.composition.add_line(self._carried)
            self._carried = ""

    def _paragraph(self, paragraph: etree._Element, *, in_cell: bool = False) -> list[str]:
        """Get a paragraph's text with its number, then the text boxes anchored in it."""
        style = child(paragraph, "pPr", "pStyle")
        if style is not None and attribute(style, "val") in self._skipped_styles:
            return []
        boxes: list[etree._Element] = []
        text = self._carried + "".join(_written(paragraph, boxes))
        properties = child(paragraph, "pPr")
        if child(properties, "rPr", "del") is not None:
            # A deleted paragraph mark: what is left goes on in the next paragraph.
            self._carried = text
            lines = []
        else:
            self._carried = ""
            label = self._numbering.label(properties)
            # In a column of serial numbers the number is all that a cell holds.
            lines = [_labelled(label, text) if text.strip() else label.strip() if in_cell else text]
        for box in boxes:
            lines += [line for block in _blocks(box) for line in self._flattened(block)]
        return lines

    def _flattened(self, block: etree._Element) -> Iterator[str]:
        """Get the lines of a block in a cell or text box; a table in it cell by cell."""
        if local_name(block) == "p":
            yield from self._paragraph(block, in_cell=True)
            return
        for row in _rows(block):
            for cell in _cells(row):
                for inner in _blocks(cell):
                    yield from self._flattened(inner)

    def _table(self, table: etree._Element) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if max((len(cells) for cells in rows), default=0) <= 1:
            # A frame around text, not a table.
            for cells in rows:
                for cell in cells:
                    self.read(cell)
            return
        drafts: list[CellDraft] = []
        above: dict[int, CellDraft] = {}
        for number, row in enumerate(_rows(table)):
            column = _number(child(row, "trPr", "gridBefore"), 0)
            last: CellDraft | None = None
            for cell in _cells(row):
                span = max(_number(child(cell, "tcPr", "gridSpan"), 1), 1)
                lines = [line for block in _blocks(cell) for line in self._flattened(block)]
                if last is not None and _merge(cell, "hMerge") == "continue":
                    last.column_span += span
                elif column in above and _merge(cell, "vMerge") == "continue":
                    last = above[column]
                    last.row_span = number - last.row + 1
                else:
                    last = CellDraft(
                        row=number, column=column, text=one_line(lines), column_span=span
                    )
                    drafts.append(last)
                    above[column] = last
                column += span
        self.composition.add_table(drafts)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Get the paragraphs and tables of a body, cell or text box, through what only wraps them."""
    for element in parent:
        kind = local_name(element)
        if kind in {"p", "tbl"}:
            yield element
        elif kind == "sdt" and _is_contents(element):
            continue
        elif kind in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}:
            yield from _blocks(element)
        elif kind == "AlternateContent":
            yield from _blocks(_alternative(element))


def _is_contents(block: etree._Element) -> bool:
    """Whether a block is the table of contents, which Word makes and which only repeats headings."""
    gallery = child(block, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and attribute(gallery, "val") == "Table of Contents"


def _styles_of_contents(styles: etree._Element | None) -> frozenset[str]:
    """Get the styles of a table of contents that stands in the text without a block of its own."""
    found = set()
    for style in () if styles is None else children(styles, "style"):
        named, identity = child(style, "name"), attribute(style, "styleId")
        if named is not None and identity and _CONTENTS.fullmatch(attribute(named, "val") or ""):
            found.add(identity)
    return frozenset(found)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        kind = local_name(element)
        if kind == "tr":
            if child(element, "trPr", "del") is None:
                yield element
        elif kind in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _rows(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in row:
        kind = local_name(element)
        if kind == "tc":
            yield element
        elif kind in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _cells(element)


def _written(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """Get the pieces of text in a paragraph or run; text boxes are put aside into `boxes`."""
    for part in element:
        kind = local_name(part)
        if kind == "t":
            yield part.text or ""
        elif kind in _BREAKS:
            yield _BREAKS[kind]
        elif kind == "txbxContent":
            boxes.append(part)
        elif kind == "AlternateContent":
            yield from _written(_alternative(part), boxes)
        elif kind not in _LEFT_OUT and not (kind == "r" and _is_hidden(part)):
            yield from _written(part, boxes)


def _alternative(element: etree._Element) -> etree._Element:
    """Get the one variant to read: the first that holds text, else the first."""
    variants = [part for part in element if local_name(part) in {"Choice", "Fallback"}]
    for variant in variants:
        if next(variant.iter("{*}t"), None) is not None:
            return variant
    return variants[0] if variants else element


def _is_hidden(run: etree._Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val") not in _OFF


def _labelled(label: str, text: str) -> str:
    """Get a text behind its number; the blank stays where the two would run together."""
    text = text.lstrip()
    if _CLOSED_LABEL.search(label) and not (text[0].isascii() and text[0].isalnum()):
        label = label[:-1]
    return label + text


def _merge(cell: etree._Element, direction: str) -> str | None:
    found = child(cell, "tcPr", direction)
    return None if found is None else attribute(found, "val") or "continue"


def _number(element: etree._Element | None, default: int) -> int:
    try:
        return min(
            int((attribute(element, "val") if element is not None else None) or default),
            _WIDEST_CELL,
        )
    except ValueError:
        return default


def _only_pictures(name: str) -> Message:
    return Message(
        f"“{name}”里只有图片，没有文字层，无法读取。请先做文字识别（OCR），或索取可复制文字的版本。",
        f"“{name}” holds only pictures and has no text layer. Do OCR first, or ask for a version whose text can be copied.",
    )


def _embedded(name: str) -> Message:
    return Message(
        f"“{name}”里嵌入了另一份文件（altChunk），该部分未读取。请用 Word 打开后另存再试。",
        f"“{name}” embeds another file (altChunk), which was not read. Open it in Word and save it anew.",
    )
