"""The styles and the page of a report as DOCX: margins, the grid of 22 lines by 28 characters, fonts, footers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

SONG, FANG, KAI, HEI, PAGE = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
# 版心156毫米×225毫米：22行，每行28字。
LINE_TWIPS, CHAR_SPACE = 579, -848
_CHARACTER_TWIPS = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style of paragraphs: font, size in points, indents in characters, and what it keeps together."""

    name: str
    font: str
    size: float = 16
    first_line: int = 0
    align: str = "both"
    outline: int | None = None
    keep_next: bool = False
    bold: bool = False
    of_table: bool = False


TITLE, BODY, ADDRESSEE = "Title", "Body Text", "主送机关"
MARK, ANNEX_TITLE, SIGNATURE = "附件标记", "附件标题", "署名"
HEAD_MARK, HEAD_NUMBER, CELL, CELL_HEAD = "发文机关标志", "发文字号", "表格文字", "表格表头"

STYLES = (
    Style(name="Normal", font=FANG),
    Style(name=TITLE, font=SONG, size=22, align="center", keep_next=True),
    Style(name="Heading 1", font=HEI, first_line=2, outline=0, keep_next=True),
    Style(name="Heading 2", font=KAI, first_line=2, outline=1, keep_next=True),
    Style(name="Heading 3", font=FANG, first_line=2, outline=2, keep_next=True, bold=True),
    Style(name="Heading 4", font=FANG, first_line=2, outline=3, keep_next=True),
    Style(name=BODY, font=FANG, first_line=2),
    Style(name=ADDRESSEE, font=FANG),
    Style(name=SIGNATURE, font=FANG, align="right"),
    Style(name=MARK, font=HEI, keep_next=True),
    Style(name=ANNEX_TITLE, font=SONG, size=22, align="center", outline=0, keep_next=True),
    Style(name=HEAD_MARK, font=SONG, size=50, align="center"),
    Style(name=HEAD_NUMBER, font=FANG, align="center"),
    Style(name=CELL, font=FANG, size=12, align="left", of_table=True),
    Style(name=CELL_HEAD, font=HEI, size=12, align="center", of_table=True),
)


def prepare(document: Document) -> None:
    """Give a new document the styles, the page and the settings of an official one."""
    for style in STYLES:
        _add(document, style)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), "zh-CN")
        language.set(qn("w:eastAsia"), "zh-CN")
    _settings(document)
    _without_thumbnail(document)
    section = document.sections[0]
    _page(section, across=False)
    section.footer.is_linked_to_previous = False
    section.even_page_footer.is_linked_to_previous = False
    _footer(section.footer, "right")
    _footer(section.even_page_footer, "left")


def turn_page(document: Document, *, across: bool) -> None:
    """Begin a new section on a new page, upright or lying on its side, with the same footers."""
    _page(document.add_section(), across=across)


def set_font(properties: Any, font: str) -> None:
    """Name the font of a run or a style for every script."""
    fonts = properties.get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)


def part(tag: str, **values: object) -> Any:
    """Get an element of WordprocessingML with its values."""
    element = OxmlElement(f"w:{tag}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def indent(paragraph: Any, side: str, characters: float) -> None:
    """Indent a paragraph on one side."""
    _indented(paragraph, {"firstLine": 0, side: characters})


def hang(paragraph: Any, left: float, hanging: float) -> None:
    """Let a paragraph hang: its first line begins that many characters before the others."""
    _indented(paragraph, {"left": left, "hanging": hanging})


def _indented(paragraph: Any, sides: Mapping[str, float]) -> None:
    """Set indents in characters for Word, and in twips for what knows none."""
    found = paragraph._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001 python-docx knows no characters
    for side, characters in sides.items():
        found.set(qn(f"w:{side}Chars"), str(round(100 * characters)))
        found.set(qn(f"w:{side}"), str(round(_CHARACTER_TWIPS * characters)))


def _add(document: Document, style: Style) -> None:
    known = {one.name for one in document.styles}
    made: Any = (
        document.styles[style.name]
        if style.name in known
        else document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    )
    if style.name != "Normal":
        made.base_style = document.styles["Normal"]
        made.next_paragraph_style = document.styles[BODY if BODY in known else "Normal"]
    made.hidden, made.quick_style = False, True
    made.font.size, made.font.bold, made.font.italic = Pt(style.size), style.bold, False
    made.font.color.rgb = RGBColor(0, 0, 0)
    for name in ("spacing", "kern"):
        for element in made.element.get_or_add_rPr().findall(qn(f"w:{name}")):
            made.element.rPr.remove(element)
    set_font(made.element.get_or_add_rPr(), style.font)
    _paragraphs(made, style)


def _paragraphs(made: Any, style: Style) -> None:
    properties = made.element.get_or_add_pPr()
    for old in list(properties):
        properties.remove(old)
    made.paragraph_format.keep_with_next = style.keep_next or None
    made.paragraph_format.widow_control = True
    for name, on in (("kinsoku", 1), ("overflowPunct", 0), ("autoSpaceDE", 0), ("autoSpaceDN", 0)):
        properties.append(part(name, val=on))
    if style.of_table:
        properties.append(part("snapToGrid", val=0))
        properties.append(part("spacing", before=0, after=0, line=240, lineRule="auto"))
    elif style.name == HEAD_MARK:
        properties.append(part("spacing", before=0, after=0, line=240, lineRule="auto"))
    else:
        line = part("spacing", before=0, after=0, line=LINE_TWIPS, lineRule="exact")
        properties.append(line)
    properties.append(
        part(
            "ind",
            left=0,
            right=0,
            firstLineChars=100 * style.first_line,
            firstLine=_CHARACTER_TWIPS * style.first_line,
        )
    )
    properties.append(part("jc", val=style.align))
    if style.outline is not None:
        properties.append(part("outlineLvl", val=style.outline))


def _settings(document: Document) -> None:
    settings = document.settings.element
    document.settings.odd_and_even_pages_header_footer = True
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compatible = part("compat")
    setting = part(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    compatible.append(setting)
    anchor = settings.find(qn("w:rsids"))
    if anchor is None:
        settings.append(compatible)
    else:
        anchor.addprevious(compatible)


def _without_thumbnail(document: Document) -> None:
    """Leave out the picture of the empty document from which new ones are made."""
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]


def _page(section: Any, *, across: bool) -> None:
    upright = (Mm(210), Mm(297), Mm(37), Mm(26), Mm(35), Mm(28))
    lying = (Mm(297), Mm(210), Mm(28), Mm(35), Mm(26), Mm(37))
    width, height, top, right, bottom, left = lying if across else upright
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left
    section.header_distance = Mm(15)
    # 页码在版心下边缘之下7毫米，四号字高约5毫米。
    section.footer_distance = bottom - Mm(12)
    for old in section._sectPr.findall(qn("w:docGrid")):  # noqa: SLF001 python-docx knows no grid
        section._sectPr.remove(old)  # noqa: SLF001
    grid = part("docGrid", type="linesAndChars", linePitch=LINE_TWIPS, charSpace=CHAR_SPACE)
    section._sectPr.append(grid)  # noqa: SLF001


def _footer(footer: Any, side: str) -> None:
    """Write — 1 — in 四号宋体, an empty character towards the edge."""
    paragraph = footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if side == "right" else WD_ALIGN_PARAGRAPH.LEFT
    indent(paragraph, side, 1.0)
    _footer_run(paragraph).text = "— "
    for kind, words in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "1"), ("end", "")):
        run = _footer_run(paragraph)
        if kind == "text":
            run.text = words
        elif kind:
            run._r.append(part("fldChar", fldCharType=kind))  # noqa: SLF001
        else:
            instruction = part("instrText")
            instruction.text = words
            run._r.append(instruction)  # noqa: SLF001
    _footer_run(paragraph).text = " —"


def _footer_run(paragraph: Any) -> Any:
    run = paragraph.add_run()
    run.font.size = Pt(14)
    set_font(run._r.get_or_add_rPr(), PAGE)  # noqa: SLF001
    return run
