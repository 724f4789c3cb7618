"""What the packed streams of a PDF file unpack to, found before a page is drawn."""

from __future__ import annotations

import re
import zlib

from zhunsheng.engine.documents.archive import MEGABYTE

# The library keeps an object for every few bytes that a page draws.
MAX_DRAWN_SIZE = 128 * MEGABYTE
MAX_PICTURE_SIZE = 512 * MEGABYTE
MAX_RATIO = 100
# Small streams of one repeated word may well exceed the ratio and can do no harm.
SMALLEST_RATED_SIZE = 4 * MEGABYTE

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LOOK_BACK = 600
_CHUNK = 64 * 1024
_PACKERS = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b")
_FONT = re.compile(rb"/(?:Length1|FontFile[23]?|CIDFontType0C|Type1C|OpenType)\b")
_PICTURE = re.compile(rb"/(?:Image|ImageMask)\b")
# Streams within streams would let a small file be unpacked over and over.
_MOST_READINGS = 8


def unpacks_too_large(content: bytes) -> bool:
    """
    Whether the streams of a PDF unpack to more than its pages can need.

    Only streams of the usual method are unpacked, and nothing of them is kept; what a stream says
    about itself is believed as far as its being a picture or a font.
    """
    drawn = read = 0
    for found in _STREAM.finditer(content):
        start = found.end()
        described = _described(content, found.start())
        if len(_PACKERS.findall(described)) > 1:
            return True
        if not _is_packed(content[start : start + 2]):
            continue
        pictured = bool(_PICTURE.search(described) or _FONT.search(described))
        size, taken = _unpacked(content, start, MAX_PICTURE_SIZE if pictured else MAX_DRAWN_SIZE)
        read += taken
        if pictured:
            if size > MAX_PICTURE_SIZE:
                return True
        else:
            drawn += size
            if size > SMALLEST_RATED_SIZE and size > MAX_RATIO * taken:
                return True
        if drawn > MAX_DRAWN_SIZE or read > _MOST_READINGS * len(content):
            return True
    return False


def _described(content: bytes, end: int) -> bytes:
    """Get the dictionary before a stream, as far as it is near."""
    before = content[max(end - _LOOK_BACK, 0) : end]
    return before[before.rfind(b" obj") + 1 :]


def _is_packed(head: bytes) -> bool:
    return len(head) == 2 and head[0] & 0x0F == 8 and int.from_bytes(head, "big") % 31 == 0


def _unpacked(content: bytes, start: int, most: int) -> tuple[int, int]:
    """Get how many bytes a stream unpacks to, up to somewhat above `most`, and how many it takes."""
    unpacker = zlib.decompressobj()
    size, place = 0, start
    waiting = b""
    while size <= most and not unpacker.eof:
        if not waiting:
            waiting = content[place : place + _CHUNK]
            place += len(waiting)
        if not waiting:
            break
        try:
            size += len(unpacker.decompress(waiting, _CHUNK))
        except zlib.error:
            break
        waiting = unpacker.unconsumed_tail
    return size, place - start - len(waiting) - len(unpacker.unused_data)
