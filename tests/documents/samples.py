"""Small files of every format, made from a few words."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

import docx
import pytest
from docx.document import Document as WordDocument

from zhunsheng.engine.documents.document import Document, DocumentError
from zhunsheng.engine.documents.opening import read_bytes

SENTENCE = "青石县各级行政机关坚持依法行政，全年办结事项128件，群众满意率逐步提高。"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Get a zip file of some parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word(build: Callable[[WordDocument], object]) -> bytes:
    """Get a DOCX file that `build` has written into."""
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word_xml(body: str, **parts: str) -> bytes:
    """Get a DOCX file with this XML in its body and other parts of the folder word."""
    return zipped(
        {
            "word/document.xml": wordprocessing("document", f"<w:body>{body}</w:body>"),
            **{
                f"word/{name}.xml": wordprocessing(name, content) for name, content in parts.items()
            },
        }
    )


def wordprocessing(root: str, content: str) -> str:
    """Get an XML part of a DOCX file."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<w:{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        f'xmlns:v="urn:schemas-microsoft-com:vml">{content}</w:{root}>'
    )


def pdf(pages: list[str | None], encrypt: str = "", *, packed: bool = False) -> bytes:
    """
    Get a PDF file with a line per line of each page; None makes a page that is only a picture.

    `packed` makes streams of the usual method.
    """
    objects: list[bytes] = [b"", b""]
    kids: list[int] = []
    for text in pages:
        content = b"q 200 0 0 200 0 0 cm /Picture Do Q" if text is None else _shown(text)
        objects.append(_packed(content) if packed else _stream(content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<"
            b"/Font<</F 3 0 R>>/XObject<</Picture 4 0 R>>>>>>" % (len(objects) + 4)
        )
        kids.append(len(objects) + 4)
    characters = sorted(set("".join(text or "" for text in pages)))
    fixed = [_font(), _image(), _descendant(), _stream(_map(characters))]
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    references = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), references)
    return _file([*objects[:2], *fixed, *objects[2:]], encrypt)


def _shown(text: str) -> bytes:
    lines = b" T* ".join(
        b"<%s> Tj" % line.encode("utf-16-be").hex().encode() for line in text.split("\n")
    )
    return b"BT /F 12 Tf 20 TL 60 780 Td " + lines + b" ET"


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _packed(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)


def _font() -> bytes:
    return (
        b"<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/Identity-H"
        b"/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>"
    )


def _descendant() -> bytes:
    return (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Sample/DW 1000"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/Sample/Flags 4/FontBBox[0 0 1000 1000]"
        b"/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>"
    )


def _image() -> bytes:
    return (
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
        b"/ColorSpace/DeviceGray/Length 1>>stream\n\x80\nendstream"
    )


def _map(characters: list[str]) -> bytes:
    codes = [character.encode("utf-16-be").hex().encode() for character in characters]
    rows = b"\n".join(b"<%s> <%s>" % (code, code) for code in codes)
    return (
        b"/CIDInit /ProcSet findresource begin begincmap\n"
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        b"%d beginbfchar\n%s\nendbfchar endcmap end" % (len(codes), rows)
    )


def _file(objects: list[bytes], encrypt: str) -> bytes:
    if encrypt:
        objects = [*objects, encrypt.encode("latin-1")]
    content = b"%PDF-1.7\n"
    places: list[int] = []
    for number, written in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    guard = b"/Encrypt %d 0 R/ID[<00><00>]" % len(objects) if encrypt else b""
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, guard, len(content))
    )


def ofd(pages: list[str | None]) -> bytes:
    """Get an OFD file whose pages hold these objects; None leaves a page's part out."""
    parts = {
        "OFD.xml": _ofd_xml(
            "OFD",
            "<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>",
        ),
        "Doc_0/Document.xml": _ofd_xml(
            "Document",
            "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            "</ofd:PageArea></ofd:CommonData><ofd:Pages>"
            + "".join(
                f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
                for number in range(len(pages))
            )
            + "</ofd:Pages>",
        ),
    }
    for number, content in enumerate(pages):
        if content is not None:
            parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = _ofd_xml(
                "Page", f"<ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content>"
            )
    return zipped(parts)


def ofd_text(text: str, x: float, y: float, size: float = 5) -> str:
    """Get a text object of an OFD page, its corner at a place in millimetres."""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y} 150 {size}" Font="1" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size * 0.8}" DeltaX="g {max(len(text) - 1, 0)} {size}">{text}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def _ofd_xml(root: str, content: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<ofd:{root} xmlns:ofd="http://www.ofdspec.org/2016">{content}</ofd:{root}>'
    )


def refused(content: bytes, name: str = "样本") -> str:
    """Get the Chinese message with which some bytes are refused."""
    with pytest.raises(DocumentError) as raised:
        read_bytes(content, name)
    message = raised.value.message
    assert message.zh
    assert message.en
    return message.zh


def opens_or_is_refused(content: bytes) -> Document | None:
    """Get the document in some bytes, or None where it is refused; nothing else may happen."""
    try:
        return read_bytes(content, "样本")
    except DocumentError:
        return None


def damaged(content: bytes, place: int, value: int, *, cut: bool) -> bytes:
    """Get some bytes cut off at a place, or with one of them changed."""
    place %= len(content)
    if cut:
        return content[:place]
    return content[:place] + bytes([value]) + content[place + 1 :]
