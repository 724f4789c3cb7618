"""Zip files opened safely: what a file claims and what it unpacks to are both held to limits."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.messages import Message

MEGABYTE = 1024 * 1024
MAX_ENTRIES = 10_000
MAX_ENTRY_SIZE = 64 * MEGABYTE
MAX_TOTAL_SIZE = 256 * MEGABYTE
MAX_RATIO = 200
# Small entries of one repeated character may well exceed the ratio and can do no harm.
SMALLEST_RATED_SIZE = 4 * MEGABYTE

_CHUNK = 64 * 1024
# Office programs use no others, whose readers would have to be trusted with memory.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENTRY_MARK = b"PK\x01\x02"
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_DRIVE = re.compile(r"[A-Za-z]:")
# What zipfile raises on bytes that are no zip file or a broken one.
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    UnicodeError,
    ValueError,
)


class Archive:
    """
    A zip file in memory whose entries are within the limits of this module.

    Nothing is ever written to disk. Raises DocumentError when it is made (broken, encrypted, too
    many or too large entries, names that lead out of the archive) and when an entry is read that is
    damaged or unpacks to more than it claims.
    """

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        self._inflated = 0
        # Every entry in the list has its mark, so this is known before the list is read.
        most = content.count(_ENTRY_MARK)
        if most > MAX_ENTRIES:
            raise self._too_large(f"{most} 个文件", f"{most} entries")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            infos = self._zip.infolist()
        except _BROKEN as error:
            raise self._broken() from error
        self._entries = {
            self._checked_name(info): info for info in infos if not info.filename.endswith("/")
        }
        self._folded = {entry.casefold(): entry for entry in self._entries}
        self._check_claims(infos)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries, with forward slashes."""
        return tuple(self._entries)

    def find(self, path: str) -> str | None:
        """Get the name under which a path is stored, whatever its case, or None."""
        path = path.replace("\\", "/").lstrip("/")
        return path if path in self._entries else self._folded.get(path.casefold())

    def read(self, entry: str) -> bytes:
        """Get the bytes of one entry by its exact name; they are counted while they are unpacked."""
        if entry not in self._entries:
            raise self._broken(entry)
        if self._entries[entry].compress_type not in _METHODS:
            raise self._unusual(entry)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(self._entries[entry]) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._count(entry, size, len(chunk))
                    pieces.append(chunk)
        except _BROKEN as error:
            raise self._broken(entry) from error
        return b"".join(pieces)

    def _count(self, entry: str, size: int, added: int) -> None:
        self._inflated += added
        if size > MAX_ENTRY_SIZE or self._inflated > MAX_TOTAL_SIZE:
            raise self._too_large(f"“{entry}”过大", f"“{entry}” is too large")

    def _checked_name(self, info: zipfile.ZipInfo) -> str:
        name = _decoded_name(info).replace("\\", "/")
        while name.startswith("./"):
            name = name[2:]
        if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
            raise DocumentError(
                Message(
                    f"“{self._name}”里有指向压缩包以外的路径“{name[:80]}”，可能是恶意文件，未打开。请向来文单位核实后重新索取。",
                    f"“{self._name}” holds the path “{name[:80]}”, which leads out of the archive; it may be "
                    "malicious and was not opened. Ask the sender for a sound copy.",
                )
            )
        return name

    def _check_claims(self, infos: list[zipfile.ZipInfo]) -> None:
        total = 0
        for info in infos:
            if info.flag_bits & _ENCRYPTED:
                raise DocumentError(
                    Message(
                        f"“{self._name}”已加密，无法读取。请用密码打开后另存为不加密的文件再试。",
                        f"“{self._name}” is encrypted and cannot be read. Open it with its password, save it "
                        "without one and try again.",
                    )
                )
            total += info.file_size
            size = f"{info.file_size / MEGABYTE:.0f} MB"
            if info.file_size > MAX_ENTRY_SIZE or total > MAX_TOTAL_SIZE:
                raise self._too_large(f"解压后达到 {size} 以上", f"it unpacks to {size} or more")
            packed = max(info.compress_size, 1)
            if info.file_size > SMALLEST_RATED_SIZE and info.file_size > MAX_RATIO * packed:
                raise self._too_large(
                    f"压缩率异常（{info.file_size // packed} 倍）",
                    f"its ratio of compression is {info.file_size // packed}",
                )

    def _broken(self, entry: str = "") -> DocumentError:
        where_zh = f"（“{entry[:80]}”处）" if entry else ""
        where_en = f" at “{entry[:80]}”" if entry else ""
        return DocumentError(
            Message(
                f"“{self._name}”已损坏{where_zh}，压缩结构不完整。请重新下载或复制该文件后再试。",
                f"“{self._name}” is damaged{where_en}: its zip structure is not whole. Download or copy the "
                "file again.",
            )
        )

    def _unusual(self, entry: str) -> DocumentError:
        return DocumentError(
            Message(
                f"“{self._name}”的“{entry[:80]}”用了办公软件不用的压缩方式，无法读取。请用办公软件打开后另存再试。",
                f"“{entry[:80]}” in “{self._name}” is packed by a method that office programs do not use. Open the "
                "file in an office program and save it anew.",
            )
        )

    def _too_large(self, zh: str, en: str) -> DocumentError:
        limits_zh = f"每个 {MAX_ENTRY_SIZE // MEGABYTE} MB、共 {MAX_TOTAL_SIZE // MEGABYTE} MB、{MAX_ENTRIES} 个"
        limits_en = f"{MAX_ENTRY_SIZE // MEGABYTE} MB each, {MAX_TOTAL_SIZE // MEGABYTE} MB in all, {MAX_ENTRIES} entries"
        return DocumentError(
            Message(
                f"“{self._name}”解压后超出限制：{zh}（上限：{limits_zh}），可能是压缩炸弹，未打开。请核实来源，或删去大图片后再试。",
                f"“{self._name}” would exceed the limits when unpacked: {en} (limits: {limits_en}). It may be a "
                "zip bomb and was not opened. Check where it comes from, or remove large pictures.",
            )
        )


def _decoded_name(info: zipfile.ZipInfo) -> str:
    """Get an entry's name; without the UTF-8 flag Chinese tools store UTF-8 or GBK bytes."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
