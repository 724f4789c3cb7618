"""Plain text files: the encoding is found from the bytes."""

from __future__ import annotations

import codecs
import re

from zhunsheng.engine.documents.document import Document, DocumentError
from zhunsheng.engine.messages import Message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's mark, so it is asked for first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# GB2312 and GBK are subsets of GB18030, and files that declare them often go beyond.
_DECLARABLE = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
}
_LONGEST_CHARACTER = 4
_REPLACED = "\ufffd"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_DAMAGED_SHARE = 0.05
_MOST_CONTROL_SHARE = 0.02


def read_plain(content: bytes, name: str) -> Document:
    """
    Get a text file as a document, its line ends turned into line feeds.

    A last character that was cut off is left out with a warning. Raises DocumentError where the
    bytes are no text in UTF-8, UTF-16 or GB18030, or hold nothing but white space.
    """
    text, warnings = decoded(content, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DocumentError(empty(name))
    return Document(name=name, format="txt", text=text, warnings=warnings)


def empty(name: str) -> Message:
    """Get what is said of a file without any content."""
    return Message(
        f"“{name}”里没有内容（空文件）。请检查文件是否完整保存，再重新选择。",
        f"“{name}” has no content. Check whether the file was saved whole, and choose it again.",
    )


def decoded(
    content: bytes, name: str, declared: str | None = None
) -> tuple[str, tuple[Message, ...]]:
    """
    Get the text of some bytes, with warnings about what could not be decoded.

    A byte order mark decides; then valid UTF-8, which no other encoding yields by chance; then the
    `declared` encoding of a page; then GB18030. Raises DocumentError for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _tolerant(content[len(mark) :], encoding, name)
    declared_encoding = _DECLARABLE.get((declared or "").strip().lower(), "gb18030")
    for encoding in ("utf-8", declared_encoding, "gb18030"):
        found = _whole_or_cut(content, encoding)
        if found is not None:
            return _checked(found[0], name, cut=found[1])
        if encoding == "utf-8" and _mostly_utf8(content):
            break
    return _tolerant(content, encoding, name)


def _whole_or_cut(content: bytes, encoding: str) -> tuple[str, bool] | None:
    """Get the text and whether its last character was cut off; None if other bytes are wrong."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(content)
    except UnicodeDecodeError:
        return None
    pending = len(decoder.getstate()[0])
    if pending > _LONGEST_CHARACTER:
        return None
    try:
        return text + decoder.decode(b"", final=True), False
    except UnicodeDecodeError:
        return text, True


def _mostly_utf8(content: bytes) -> bool:
    """Whether Chinese text in UTF-8 has a few wrong bytes, which GB18030 might decode to nonsense."""
    text = content.decode("utf-8", "replace")
    wide = sum(1 for character in text if character >= "\u0800")
    return text.count(_REPLACED) <= _MOST_DAMAGED_SHARE * wide


def _tolerant(content: bytes, encoding: str, name: str) -> tuple[str, tuple[Message, ...]]:
    found = _whole_or_cut(content, encoding)
    if found is not None:
        return _checked(found[0], name, cut=found[1])
    replaced = content.decode(encoding, "replace")
    damaged = replaced.count(_REPLACED)
    if damaged > max(1, _MOST_DAMAGED_SHARE * len(replaced)):
        raise DocumentError(_no_text(name))
    replaced, _ = _checked(replaced, name, cut=False)
    warning = Message(
        f"“{name}”有 {damaged} 处字节无法识别，已用“{_REPLACED}”代替。请与原件核对。",
        f"{damaged} places in “{name}” could not be decoded and show as “{_REPLACED}”. Check them against the original.",
    )
    return replaced, (warning,)


def _checked(text: str, name: str, *, cut: bool) -> tuple[str, tuple[Message, ...]]:
    if len(_CONTROL.findall(text)) > _MOST_CONTROL_SHARE * len(text):
        raise DocumentError(_no_text(name))
    if not cut:
        return text, ()
    warning = Message(
        f"“{name}”的最后一个字不完整，已略去；文件可能在此处被截断。请与原件核对。",
        f"The last character of “{name}” is incomplete and was left out; the file may be cut off here. Compare it "
        "with the original.",
    )
    return text, (warning,)


def _no_text(name: str) -> Message:
    return Message(
        f"“{name}”不是能识别的文件：内容既不是文字（UTF-8、UTF-16、GB18030），也不是网页、DOCX、PDF、OFD 或 DOC。"
        "请用办公软件另存为 DOCX、PDF 或 TXT 后再试。",
        f"“{name}” is of no known kind: neither text (UTF-8, UTF-16, GB18030) nor a web page, DOCX, PDF, OFD or "
        "DOC. Save it as DOCX, PDF or TXT and try again.",
    )
