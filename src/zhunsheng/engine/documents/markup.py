"""XML of foreign files parsed safely, and its elements found whatever their namespace."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.messages import Message

# Each opening tag becomes an object of a hundred bytes and more; a long book has a million.
MAX_TAGS = 4_000_000

_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


def parse_xml(content: bytes, name: str, part: str) -> etree._Element:
    """
    Get the root element of an XML part of the file `name`.

    Declarations of document types and entities are refused: office files have none, attacks do.
    Raises DocumentError for these, for more than `MAX_TAGS` tags, and for XML that is not well-formed.
    """
    check_tags(content, name, MAX_TAGS)
    if any(declaration in content for declaration in _DECLARATIONS):
        raise _declares_entities(name, part)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(
            Message(
                f"“{name}”的“{part}”部分不是完整的 XML，文件已损坏或被截断。请重新下载，或用办公软件打开后另存再试。",
                f"The part “{part}” of “{name}” is not well-formed XML: the file is damaged or cut off. Download "
                "it again, or open it in an office program and save it anew.",
            )
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares_entities(name, part)
    return root


def check_tags(content: bytes, name: str, most: int) -> None:
    """Refuse markup with more than `most` tags, before it is parsed, with a DocumentError."""
    if content.count(b"<") > most:
        raise DocumentError(
            Message(
                f"“{name}”的结构过于庞大（标记超过 {most} 个），可能是恶意文件，未打开。请核实来源，或拆分后再试。",
                f"“{name}” has more than {most} tags; it may be malicious and was not opened. Check where it comes "
                "from, or split it.",
            )
        )


def _declares_entities(name: str, part: str) -> DocumentError:
    return DocumentError(
        Message(
            f"“{name}”的“{part}”部分带有 DTD 或实体声明，正常公文没有，可能是恶意文件，未打开。请向来文单位核实后重新索取。",
            f"The part “{part}” of “{name}” declares a document type or entities, which no sound document does; it "
            "was not opened. Ask the sender for a sound copy.",
        )
    )


def local_name(element: etree._Element) -> str:
    """Get an element's name without its namespace; nothing for comments and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Get an attribute whatever its namespace, or None."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Get the children of a name, in order."""
    return (child for child in element if local_name(child) == name)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Get the first descendant along a path of names, or None."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element
