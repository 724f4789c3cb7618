"""Web pages: the document is found in the page, its metadata beside it."""

from __future__ import annotations

import re

from lxml import etree

from zhunsheng.engine.documents import noise
from zhunsheng.engine.documents.composition import Composition, one_line
from zhunsheng.engine.documents.document import Document, DocumentError
from zhunsheng.engine.documents.markup import check_tags, local_name
from zhunsheng.engine.documents.page_content import (
    content_of,
    is_clutter,
    is_marked,
    without_furniture,
)
from zhunsheng.engine.documents.page_lines import Grid, Line, contents_of, text_of
from zhunsheng.engine.documents.page_metadata import (
    from_items,
    from_lines,
    from_meta,
    from_tables,
    published_on,
)
from zhunsheng.engine.documents.plain import decoded, empty
from zhunsheng.engine.messages import Message

MAX_TAGS = 1_000_000
_SNIFFED = 8192
_OPENING = re.compile(
    rb"<!doctype\s{1,9}html|<(?:html|head|body|meta|title|div|p|table|span|article|section|center|font|h[1-6]|ul|br)"
    rb"[\s>/]",
    re.IGNORECASE,
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
# What sites put between a page's title, its column's name and their own.
_TITLE_PARTS = re.compile(r"\s{0,3}[_|｜]\s{0,3}|\s{1,3}[-–—]{1,2}\s{1,3}|-(?=[^-\d]{2,30}(?:-|$))")
_SITE = re.compile(r"(?:网|网站|门户|平台|首页|政府|政务公开|信息公开|委员会|局)$")
_TITLE_NAMES = re.compile(r"tit|headline|biaoti|(?:^|[-_\s])bt(?:$|[-_\s\d])", re.IGNORECASE)
_TITLE_TAGS = frozenset({"h2", "h3", "h4", "center"})
_SHORTEST_TITLE = 5
_LONGEST_TITLE = 150
_LONGEST_SITE = 16
_HEAD_LINES = 12


def looks_like_page(content: bytes) -> bool:
    """Whether some bytes are a web page: markup stands at their beginning."""
    start = content[:_SNIFFED]
    if start.startswith(_WIDE_MARKS):
        start = start.replace(b"\x00", b"")[2:]
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and _OPENING.search(start) is not None


def read_page(content: bytes, name: str) -> Document:
    """
    Get the document in a web page: its title, its paragraphs and its tables.

    Menus, counters, share bars and footers are left out; what the page says about the document
    becomes `metadata`. Raises DocumentError where the page shows no text.
    """
    check_tags(content, name, MAX_TAGS)
    declared = _CHARSET.search(content[:_SNIFFED])
    text, warnings = decoded(content, name, declared[1].decode("ascii") if declared else None)
    body, head = _parsed(text, name)
    metadata = from_meta(head)
    title = _title(head, body, metadata)
    without_furniture(body)
    from_page = {**from_items(body), **from_tables(body)}
    chosen = content_of(body, "".join(title.split()))
    before, outside, inside = _around(body, chosen)
    if not is_marked(chosen):
        inside = [part for part in inside if not _is_list_of_links(part)] or inside
    composition, labelled = _composed(inside, title or _title_before(before))
    metadata = {**metadata, **from_lines(outside), **from_lines(labelled), **from_page}
    if not composition.text.strip():
        raise DocumentError(_shows_nothing(name) if title else empty(name))
    return Document(
        name=name,
        format="html",
        text=composition.text,
        wrapped=False,
        tables=composition.tables,
        metadata=metadata,
        warnings=warnings,
    )


def _parsed(text: str, name: str) -> tuple[etree._Element, etree._Element]:
    """Get the body and the root of a page."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError) as error:
        raise DocumentError(empty(name)) from error
    if root is None:
        raise DocumentError(empty(name))
    body = next(root.iter("body"), None)
    return (root if body is None else body), root


def _title(root: etree._Element, body: etree._Element, metadata: dict[str, str]) -> str:
    """Get the document's title from the meta element, the heading or the page's title, or nothing."""
    page_title = next((one_line(map(str, found.itertext())) for found in root.iter("title")), "")
    headings = [text_of(heading) for heading in body.iter("h1")]
    told = metadata.get("标题", "")
    for heading in headings:
        compact = "".join(heading.split())
        if not _SHORTEST_TITLE <= len(compact) <= _LONGEST_TITLE:
            continue
        if _SITE.search(compact) and len(compact) < _LONGEST_SITE:
            continue
        if not (told or page_title) or compact in "".join((told + "\n" + page_title).split()):
            return heading
    return told or _without_site(page_title)


def _without_site(page_title: str) -> str:
    """Get a page's title without the names of the column and the site behind it."""
    parts = [part.strip() for part in _TITLE_PARTS.split(page_title[:_LONGEST_TITLE])]
    long = [part for part in parts if len(part) >= 2 * _SHORTEST_TITLE and not _SITE.search(part)]
    return (long or [""])[0]


def _title_before(lines: list[Line]) -> str:
    """Get the last line before the content that looks like its title, or nothing."""
    for line in reversed(lines):
        block = line.block
        names = f"{block.get('id') or ''} {block.get('class') or ''}"
        titled = local_name(block) in _TITLE_TAGS or _TITLE_NAMES.search(names)
        if titled and len(line.compact) >= 2 * _SHORTEST_TITLE and not is_clutter(line):
            return line.words
    return ""


def _around(
    body: etree._Element, chosen: etree._Element
) -> tuple[list[Line], list[Line], list[Line | Grid]]:
    """Get the page's lines before the chosen element, all outside it, and what is in it."""
    inside = list(contents_of(chosen))
    if chosen is body:
        return [], [], inside
    within = set(chosen.iter())
    before: list[Line] = []
    outside: list[Line] = []
    reached = False
    for part in contents_of(body):
        place = part.block if isinstance(part, Line) else part.element
        if place in within:
            reached = True
        elif isinstance(part, Line):
            outside.append(part)
            if not reached:
                before.append(part)
    return before, outside, inside


def _is_list_of_links(part: Line | Grid) -> bool:
    return isinstance(part, Line) and bool(part.linked) and is_clutter(part)


def _composed(parts: list[Line | Grid], title: str) -> tuple[Composition, list[Line]]:
    """Get the document's text without the page's lines, and the lines that label it."""
    kept: list[Line | Grid] = []
    labelled: list[Line] = []
    for number, part in enumerate(parts):
        if isinstance(part, Line):
            if number < _HEAD_LINES and (noise.is_metadata(part.compact) or published_on(part)):
                labelled.append(part)
                continue
            if noise.is_boilerplate(part.compact):
                continue
        kept.append(part)
    composition = Composition()
    if title and kept and not _is_said(title, kept[:_HEAD_LINES]):
        composition.add_line(title)
    for part in kept:
        if isinstance(part, Line):
            composition.add_line(part.text)
        elif any(cell.text for cell in part.cells):
            composition.add_table(part.cells)
    return composition, labelled


def _is_said(title: str, parts: list[Line | Grid]) -> bool:
    """Whether the first lines hold the title, or one of them is most of it."""
    compact = "".join(title.split())
    lines = [part.compact for part in parts if isinstance(part, Line)]
    return compact in "".join(lines) or any(
        2 * len(line) > len(compact) and line in compact for line in lines
    )


def _shows_nothing(name: str) -> Message:
    return Message(
        f"网页“{name}”里只有标题，没有正文；正文可能由网页程序另行加载，或是图片、附件。请在浏览器中打开后复制正文，或下载附件再试。",
        f"The page “{name}” holds a title and no text, which may be loaded by a script, or be a picture or an "
        "attachment. Open it in a browser and copy the text, or download the attachment.",
    )
