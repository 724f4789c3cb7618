"""
Finds a font with Chinese letters on the machine; pictures are never drawn with boxes in their place.

ZHUNSHENG_FONT names a file where a site keeps its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

from zhunsheng.engine.refusals import RefusedError

VARIABLE = "ZHUNSHENG_FONT"
# Beginnings of file names, in the order of our liking; all are faces without serifs but the last.
_NAMES = (
    "notosanssc",
    "notosanscjksc",
    "notosanscjk",
    "sourcehansanssc",
    "sourcehansanscn",
    "sourcehansans",
    "pingfang",
    "msyh",
    "deng",
    "simhei",
    "hiragino sans gb",
    "wqy-microhei",
    "wqymicrohei",
    "wqy-zenhei",
    "wqyzenhei",
    "droidsansfallback",
    "stheiti",
    "notoserifcjk",
    "simsun",
)
_ENDS = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_LIGHT_OR_BOLD = ("bold", "light", "black", "thin", "medium", "bd", "demi", "heavy")
_MOST_FACES = 16


class NoFontError(RefusedError):
    """There is no font with Chinese letters to draw with."""


def font(size: int) -> FreeTypeFont:
    """Get the font of pictures in a size. Raises NoFontError, which says what to install."""
    path, face = _found(os.environ.get(VARIABLE, ""), _folders())
    return ImageFont.truetype(path, size, index=face)


@cache
def _found(named: str, folders: tuple[Path, ...]) -> tuple[str, int]:
    """Get the file and the face to draw with."""
    for path in [Path(named)] if named else _candidates(folders):
        face = _chinese_face(path)
        if face is not None:
            return str(path), face
    if named:
        raise NoFontError(
            f"{VARIABLE}所指的“{named}”不是含汉字的字体文件，画不出图片。请改为思源黑体等字体文件的路径。",
            f"{VARIABLE} is {named}, which is no font with Chinese letters; no picture can be drawn.",
        )
    raise NoFontError(
        "服务器上没有中文字体，画不出图片。请系统管理员安装思源黑体（Debian、Ubuntu、麒麟等：fonts-noto-cjk），"
        f"或者用环境变量{VARIABLE}指明字体文件。表格以及CSV、Excel下载不受影响。",
        "The server has no Chinese font, so no picture can be drawn. Install Noto Sans CJK (fonts-noto-cjk)"
        f" or name a font file in {VARIABLE}. Tables, CSV and Excel work without it.",
    )


def _candidates(folders: tuple[Path, ...]) -> Iterator[Path]:
    """Get font files that may do, best first: regular ones before light and bold ones."""
    files = sorted(
        path
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.suffix.lower() in _ENDS
    )
    ranked = []
    for path in files:
        name = path.stem.lower().replace("_", "")
        for rank, begins in enumerate(_NAMES):
            if name.startswith(begins):
                odd = any(word in name.removeprefix(begins) for word in _LIGHT_OR_BOLD)
                ranked.append((odd, rank, str(path)))
                break
    yield from (Path(path) for _, _, path in sorted(ranked))


def _chinese_face(path: Path) -> int | None:
    """Get the face of a font file with the letters of the mainland; None where it has none."""
    first: int | None = None
    for face in range(_MOST_FACES):
        try:
            opened = ImageFont.truetype(str(path), 16, index=face)
        except OSError:  # no such face, no font, or no such file
            break
        if not _draws_chinese(opened):
            continue
        if "SC" in (opened.getname()[0] or "").split():
            return face
        first = face if first is None else first
    return first


def _draws_chinese(opened: FreeTypeFont) -> bool:
    """Whether letters look different from what stands in for letters a font does not have."""
    shapes = {bytes(opened.getmask(letter)) for letter in "国税"}
    missing = bytes(opened.getmask("\U0010fffe"))
    return len(shapes) == 2 and missing not in shapes


def _folders() -> tuple[Path, ...]:
    """Get where fonts are on this kind of machine."""
    home = Path(os.environ.get("HOME", "/"))
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",)
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
    )
