"""OFD files (GB/T 33190): the text objects of all pages, put into reading order."""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from zhunsheng.engine.documents.archive import Archive
from zhunsheng.engine.documents.document import Document, DocumentError
from zhunsheng.engine.documents.markup import attribute, child, children, local_name, parse_xml
from zhunsheng.engine.documents.plain import empty
from zhunsheng.engine.messages import Message

MAX_OBJECTS = 1_000_000
_ENTRY = "OFD.xml"
_DEEPEST_BLOCK = 32
# Baselines nearer than this share of the letters' size are one line.
_SAME_LINE = 0.5
# Gaps wider than these shares of the letters' size get a blank.
_GAP = 0.3
_CHINESE_GAP = 1.2
_SMALLEST_SIZE = 1.0
_LEVEL = 0.1
_MOST_DELTAS = 100_000
_MOST_PAGES_NAMED = 20

# (a, b, c, d, e, f): x' = a x + c y + e, y' = b x + d y + f
_Transform = tuple[float, float, float, float, float, float]
_IDENTITY: _Transform = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Some letters on a line; millimetres from the top left of the page, `y` is the baseline."""

    text: str
    x: float
    y: float
    width: float
    size: float


def read_ofd(archive: Archive, name: str) -> Document:
    """
    Get the text of an OFD file as a document, the pages joined by line feeds.

    Pages that are missing, broken or pictures are named in warnings. Raises DocumentError where the
    file is encrypted or broken, or no page has text.
    """
    package = _Package(archive, name)
    pages: list[str] = []
    pictures: list[int] = []
    broken: list[int] = []
    for body in package.bodies():
        for root in package.pages(body):
            number = len(pages) + 1
            if root is None:
                broken.append(number)
                pages.append("")
                continue
            runs = package.runs(root)
            pages.append(_page_text(runs))
            if not pages[-1] and next(root.iter("{*}ImageObject"), None) is not None:
                pictures.append(number)
    text = "\n".join(pages)
    if not text.strip():
        raise DocumentError(
            _no_text_layer(name) if pictures else _damaged(name) if broken else empty(name)
        )
    warnings = []
    if pictures:
        warnings.append(_picture_pages(name, pictures))
    if broken:
        warnings.append(_broken_pages(name, broken))
    return Document(name=name, format="ofd", text=text, warnings=tuple(warnings))


class _Package:
    """The parts of an OFD file and how they name each other."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._units: dict[str, etree._Element] = {}
        self._templates: dict[str, str] = {}
        self._parts: dict[str, etree._Element | None] = {}
        self._objects = 0

    def bodies(self) -> Iterator[tuple[str, etree._Element]]:
        """Get the documents in the file, each with its path."""
        entry = self._archive.find(_ENTRY)
        if entry is None:
            raise DocumentError(_damaged(self._name))
        try:
            root = self._xml(entry)
        except DocumentError as error:
            if self._archive.find("Encryptions.xml") is not None:
                raise DocumentError(_encrypted(self._name)) from error
            raise
        for body in children(root, "DocBody"):
            path = self._resolved(entry, _text(child(body, "DocRoot")))
            if path is not None:
                document = self._xml(path)
                self._read_common(path, document)
                yield path, document

    def pages(self, body: tuple[str, etree._Element]) -> Iterator[etree._Element | None]:
        """Get the pages of a document in order; None for one that is missing or broken."""
        path, document = body
        holder = child(document, "Pages")
        for page in () if holder is None else children(holder, "Page"):
            location = self._resolved(path, attribute(page, "BaseLoc"))
            try:
                root = self._xml(location) if location is not None else None
            except DocumentError:
                yield None
                continue
            if root is not None and location is not None:
                for resource in children(root, "PageRes"):
                    self._read_units(self._resolved(location, _text(resource)))
            yield root

    def runs(self, page: etree._Element) -> list[_Run]:
        """Get the letters of a page and of the templates under it."""
        references = [attribute(found, "TemplateID") or "" for found in children(page, "Template")]
        templates = [self._shared(self._templates.get(reference)) for reference in references]
        roots = [root for root in (*templates, page) if root is not None]
        return [run for root in roots for run in self._layers(root)]

    def _layers(self, page: etree._Element) -> list[_Run]:
        content = child(page, "Content")
        layers = [] if content is None else list(children(content, "Layer"))
        return [run for layer in layers for run in self._drawn(layer, _IDENTITY, 0)]

    def _drawn(self, block: etree._Element, transform: _Transform, depth: int) -> Iterator[_Run]:
        for element in block:
            self._objects += 1
            if self._objects > MAX_OBJECTS:
                raise DocumentError(_too_long(self._name))
            kind = local_name(element)
            if attribute(element, "Visible") == "false" or depth > _DEEPEST_BLOCK:
                continue
            if kind == "TextObject":
                yield from _letters(element, _composed(transform, _placed(element)))
            elif kind == "PageBlock":
                yield from self._drawn(element, transform, depth + 1)
            elif kind == "CompositeObject":
                unit = self._units.get(attribute(element, "ResourceID") or "")
                content = child(unit, "Content")
                if content is not None:
                    inner = _composed(transform, _placed(element))
                    yield from self._drawn(content, inner, depth + 1)

    def _read_common(self, path: str, document: etree._Element) -> None:
        common = child(document, "CommonData")
        self._units, self._templates = {}, {}
        for element in () if common is None else common:
            kind = local_name(element)
            if kind == "TemplatePage":
                template = self._resolved(path, attribute(element, "BaseLoc"))
                if template is not None:
                    self._templates[attribute(element, "ID") or ""] = template
            elif kind in {"PublicRes", "DocumentRes"}:
                self._read_units(self._resolved(path, _text(element)))

    def _read_units(self, path: str | None) -> None:
        """Remember the drawings that pages refer to."""
        root = self._shared(path)
        holder = child(root, "CompositeGraphicUnits")
        for unit in () if holder is None else children(holder, "CompositeGraphicUnit"):
            self._units.setdefault(attribute(unit, "ID") or "", unit)

    def _shared(self, path: str | None) -> etree._Element | None:
        """Get a part that many pages refer to; a broken one only loses what it adds to them."""
        if path is not None and path not in self._parts:
            try:
                self._parts[path] = self._xml(path)
            except DocumentError:
                self._parts[path] = None
        return self._parts.get(path or "")

    def _xml(self, path: str) -> etree._Element:
        return parse_xml(self._archive.read(path), self._name, path)

    def _resolved(self, base: str, location: str | None) -> str | None:
        """Get the entry that a location means: from the root, from its part's folder, or as it is."""
        location = (location or "").strip().replace("\\", "/")
        if not location:
            return None
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(base), location))
        candidates = (location,) if location.startswith("/") else (beside, location)
        found = (self._archive.find(posixpath.normpath(candidate)) for candidate in candidates)
        return next((entry for entry in found if entry is not None), None)


def _letters(element: etree._Element, transform: _Transform) -> Iterator[_Run]:
    a, b, c, d, e, f = transform
    if abs(b) > _LEVEL * abs(a) and abs(a) > _LEVEL * abs(b):
        # Letters across the page are a watermark and would cut its lines.
        return
    size = _number(attribute(element, "Size"), 0.0)
    scale = math.sqrt(abs(a * d - b * c)) or 1.0
    x = y = 0.0
    for code in children(element, "TextCode"):
        text = "".join(str(piece) for piece in code.itertext()).strip("\r\n")
        # A code without X or Y goes on from the one before.
        x, y = _number(attribute(code, "X"), x), _number(attribute(code, "Y"), y)
        right, down = _deltas(attribute(code, "DeltaX")), _deltas(attribute(code, "DeltaY"))
        for piece, left, top, width in _split(text, right, down, size):
            across, below = x + left, y + top
            yield _Run(
                text=piece,
                x=a * across + c * below + e,
                y=b * across + d * below + f,
                width=width * (math.hypot(a, b) or 1.0),
                size=max(size * scale, _SMALLEST_SIZE),
            )


def _split(
    text: str, right: list[float], down: list[float], size: float
) -> Iterator[tuple[str, float, float, float]]:
    """Get a code's text as pieces on one baseline each, with place and width."""
    start, left, x, y = 0, 0.0, 0.0, 0.0
    for index, letter in enumerate(text):
        step = right[index] if index < len(right) else (0.0 if down else _width(letter, size))
        drop = down[index] if index < len(down) else 0.0
        if abs(drop) > _SAME_LINE * size and index + 1 < len(text):
            yield text[start : index + 1], left, y, x - left + _width(letter, size)
            start, left, y = index + 1, x + step, y + drop
        x += step
    if start < len(text):
        yield text[start:], left, y, max(x - left, _width(text[-1], size))


def _width(letter: str, size: float) -> float:
    return size * (0.5 if letter.isascii() else 1.0)


def _page_text(runs: list[_Run]) -> str:
    """Get the runs as lines from top to bottom; a run drawn twice (for bold) is read once."""
    known: set[tuple[str, int, int]] = set()
    lines: list[list[_Run]] = []
    for run in sorted(runs, key=lambda run: (run.y, run.x)):
        key = (run.text, round(run.x * 2), round(run.y * 2))
        if key in known or not run.text.strip():
            continue
        known.add(key)
        near = _SAME_LINE * min(run.size, lines[-1][0].size) if lines else 0.0
        if lines and run.y - lines[-1][0].y <= near:
            lines[-1].append(run)
        else:
            lines.append([run])
    return "\n".join(_line(sorted(line, key=lambda run: run.x)) for line in lines)


def _line(runs: list[_Run]) -> str:
    pieces = [runs[0].text]
    for before, run in pairwise(runs):
        gap = run.x - before.x - before.width
        latin = before.text[-1].isascii() and run.text[0].isascii()
        if gap > (_GAP if latin else _CHINESE_GAP) * run.size:
            pieces.append(" ")
        pieces.append(run.text)
    return "".join(pieces)


def _placed(element: etree._Element) -> _Transform:
    """Get where an object puts what it draws: its boundary's corner and its matrix."""
    boundary = _numbers(attribute(element, "Boundary"))
    x, y = (boundary[0], boundary[1]) if len(boundary) >= 2 else (0.0, 0.0)
    matrix = _numbers(attribute(element, "CTM"))
    if len(matrix) < 6:
        return (1.0, 0.0, 0.0, 1.0, x, y)
    a, b, c, d, e, f = matrix[:6]
    return (a, b, c, d, e + x, f + y)


def _composed(outer: _Transform, inner: _Transform) -> _Transform:
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def _deltas(written: str | None) -> list[float]:
    """Get the steps between letters; “g 5 3.5” stands for five steps of 3.5."""
    words = (written or "").split()
    steps: list[float] = []
    place = 0
    while place < len(words) and len(steps) < _MOST_DELTAS:
        if words[place] == "g" and place + 2 < len(words):
            times = int(min(max(_number(words[place + 1], 0.0), 0.0), _MOST_DELTAS))
            steps += [_number(words[place + 2], 0.0)] * times
            place += 3
        else:
            steps.append(_number(words[place], 0.0))
            place += 1
    return steps


def _numbers(written: str | None) -> list[float]:
    return [_number(word, 0.0) for word in (written or "").split()[:6]]


def _number(written: str | None, default: float) -> float:
    try:
        number = float(written or "")
    except ValueError:
        return default
    # A page is smaller than a kilometre; greater numbers would only overflow.
    return number if abs(number) < 1e6 else default


def _text(element: etree._Element | None) -> str:
    return (element.text or "") if element is not None else ""


def _named(pages: list[int], conjunction: str) -> str:
    named = conjunction.join(map(str, pages[:_MOST_PAGES_NAMED]))
    return named + ("…" if len(pages) > _MOST_PAGES_NAMED else "")


def _no_text_layer(name: str) -> Message:
    return Message(
        f"“{name}”各页都是图片，没有文字层，无法读取。请先做文字识别（OCR），或向来文单位索取可复制文字的版本。",
        f"All pages of “{name}” are pictures: it has no text layer; do OCR first, or ask the sender for a version "
        "whose text can be copied.",
    )


def _picture_pages(name: str, pages: list[int]) -> Message:
    return Message(
        f"“{name}”第 {_named(pages, '、')} 页是图片，没有文字层，未读取。请先对这些页做文字识别（OCR）。",
        f"Pages {_named(pages, ', ')} of “{name}” are pictures without text layer and were not read; do OCR on them "
        "first.",
    )


def _broken_pages(name: str, pages: list[int]) -> Message:
    return Message(
        f"“{name}”第 {_named(pages, '、')} 页缺失或已损坏，未读取。请重新下载该文件，或与原件核对。",
        f"Pages {_named(pages, ', ')} of “{name}” are missing or damaged and were not read. Download the file again, "
        "or compare it with the original.",
    )


def _damaged(name: str) -> Message:
    return Message(
        f"“{name}”不是完整的 OFD，缺少正文，文件已损坏。请重新下载，或用版式阅读软件打开后另存再试。",
        f"“{name}” is no whole OFD: its text is missing. Download it again, or open it in an OFD reader and save it "
        "anew.",
    )


def _encrypted(name: str) -> Message:
    return Message(
        f"“{name}”是加密的 OFD，无法读取。请用密码或证书打开后，另存为不加密的文件再试。",
        f"“{name}” is an encrypted OFD. Open it with its password or certificate, save it without one and try again.",
    )


def _too_long(name: str) -> Message:
    return Message(
        f"“{name}”的页面内容过多（上限：{MAX_OBJECTS} 个对象），可能是恶意文件，未读完。请核实来源，或拆分后再试。",
        f"The pages of “{name}” hold too much (limit: {MAX_OBJECTS} objects); it may be malicious. Check where it "
        "comes from, or split it.",
    )
