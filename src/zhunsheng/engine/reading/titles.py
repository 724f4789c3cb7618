"""The titles of a document: that of the notice, and that of the document inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.headings import ATTACHMENT, DATE_LINE, GENRES
from zhunsheng.engine.reading.markers import mark_at
from zhunsheng.engine.reading.places import is_issuer

_LONGEST_TITLE = 120
_GENRE = re.compile(rf".{{2,110}}(?:{GENRES})(?:[（(][^（()）]{{1,20}}[）)])?$")
_NOTICE = re.compile(r".{0,60}关于.{2,90}的?(?:通知|意见|决定|通告|公告|函|批复|请示|报告|通报)$")
_FOLLOWS = re.compile(r"关于|[12]\d{3}年|[二〇○零一九]{4}年|印发")
_SITE = re.compile(r"[-_|—]{1,2}(?!\d)[^-_|—]{2,20}$")
_FILE = re.compile(r"\.(?:docx?|pdf|wps|xlsx?|txt)$", re.IGNORECASE)
_WHOLE_QUOTE = re.compile(r"(?:.{0,30}[〔\[（(]\d{4}[〕\]）)]\d{1,4}号)?《(?P<title>.{4,110})》$")
_DATE_BEHIND = re.compile(r"[（(]\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?[）)]$")
_NO_TITLE = re.compile(
    r".*[。；;！!？?]|.*[:：]$|[（(【\[〔•·*>«|]|(?:来源|时间|日期|作者|发布|索引|文号|您|当前|首页|www|http|English|抄送|附件|各位|第\d{1,3}[期号])|.{0,20}>{1,2}|—"
    r"|.{0,24}[〔\[（(]\d{4}[〕\]）)].{0,8}号$"
)
_MENU = re.compile(
    r"(?:政府信息公开|政务公开|信息公开|网站首页|首页|要闻动态|统计公报|数据开放|新闻中心|政策文件|通知公告|法治政府建设年度报告|政策解读)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """
    The titles found; `head_end` is where the document's head ends and its text begins.

    `body_title` is given where a notice carries another document.
    """

    title: str | None = None
    body_title: str | None = None
    head_end: int = 0


def read_titles(flow: Flow, stated: str | None, first_heading: int) -> Titles:
    """Get a document's titles; `stated` is what the page's metadata gives as title."""
    paragraphs = [
        p for p in flow.paragraphs if p.kind != "metadata" and p.start < first_heading + 1
    ][:60]
    head = _head_end(flow, paragraphs)
    lines = _joined(flow, [p for p in paragraphs if p.start < head])
    main = _clean(stated) if stated else _main(flow, lines)
    body = _body_title(flow, [p for p in paragraphs if p.start >= head])
    if main is None and body is not None:
        return Titles(title=body, body_title=body, head_end=head)
    if body is None and main is not None:
        body = _named_inside(main)
    if (
        main is not None
        and body is not None
        and (_squeeze(main) == _squeeze(body) or not _carries(main, body))
    ):
        body = None
    return Titles(title=main, body_title=body, head_end=head)


def _named_inside(main: str) -> str | None:
    """Get the title in the marks of a notice that hands out a document: 关于印发《…》的通知."""
    found = re.search(r"印发[《〈](?P<title>.{4,90})[》〉]的通知$", main)
    return found["title"] if found else None


def _carries(main: str, body: str) -> bool:
    """Whether a title is that of a notice that carries or hands out another document."""
    return main.endswith(("通知", "函")) or body in main


def _squeeze(title: str) -> str:
    return re.sub(r"[《》〈〉“”\s]", "", title)


def _head_end(flow: Flow, paragraphs: list[Paragraph]) -> int:
    """Get where the first line stands that is no title: the addressees, or a paragraph of text."""
    for paragraph in paragraphs:
        words = flow.words(paragraph)
        addressed = len(words) > 4 and words[-1] in "：:" and not words.startswith("附件")
        if paragraph.kind == "text" and (addressed or "。" in words or len(words) > _LONGEST_TITLE):
            return paragraph.start
    return paragraphs[-1].end + 1 if paragraphs else 0


def _joined(flow: Flow, paragraphs: list[Paragraph]) -> list[tuple[int, str]]:
    """Get the lines of the head, those of one title put together."""
    lines: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        words = flow.words(paragraph)
        if mark_at(flow.text, paragraph.start, paragraph.end):
            continue
        if lines and _continues(lines[-1][1], words):
            lines[-1] = (lines[-1][0], _joined_title(lines[-1][1], words))
        else:
            lines.append((paragraph.start, words))
    return lines


def _joined_title(before: str, words: str) -> str:
    return (
        before.removesuffix("文件") + words
        if is_issuer(before.removesuffix("文件"))
        else before + words
    )


def _continues(before: str, words: str) -> bool:
    """Whether a line goes on with the title begun on the line before."""
    if (
        _NO_TITLE.match(words)
        or _NO_TITLE.match(before)
        or DATE_LINE.match(before)
        or _MENU.match(before)
    ):
        return False
    if is_issuer(before):
        return bool(_FOLLOWS.match(words))
    begun = (
        before.startswith("关于")
        or "关于" in before
        or is_issuer(before[: before.find("年") - 4 if "年" in before else 0])
    )
    return (
        begun
        and not _GENRE.match(before)
        and bool(_GENRE.match(words))
        and len(before) + len(words) <= _LONGEST_TITLE
    )


def _clean(title: str) -> str:
    title = _FILE.sub("", title)
    title = _DATE_BEHIND.sub("", title)
    quoted = _WHOLE_QUOTE.match(title)
    if quoted:
        title = quoted["title"]
    without_site = _SITE.sub("", title)
    if without_site != title and _GENRE.match(without_site):
        title = without_site
    return title.strip("|_ ")


def _main(flow: Flow, lines: list[tuple[int, str]]) -> str | None:
    cleaned = [(start, _clean(words)) for start, words in lines]
    usable = [
        (start, words)
        for start, words in cleaned
        if 4 <= len(words) <= _LONGEST_TITLE and not _NO_TITLE.match(words)
    ]
    usable = [
        (start, words)
        for start, words in usable
        if not (_MENU.match(words) or DATE_LINE.match(words) or is_issuer(words))
    ]
    for pattern in (_NOTICE, _GENRE):
        matching = [words for _, words in usable if pattern.match(words)]
        if matching:
            return max(
                matching,
                key=lambda words: (_with_year(words), _full(words), -matching.index(words)),
            )
    before = _before_metadata(flow, usable)
    if before:
        return before
    return (
        usable[0][1]
        if usable and len(usable[0][1]) >= 8 and not usable[0][1].startswith("“")
        else None
    )


def _with_year(title: str) -> bool:
    return re.search(r"[12]\d{3}年", title) is not None


def _full(title: str) -> bool:
    return not title.startswith("关于")


def _before_metadata(flow: Flow, lines: list[tuple[int, str]]) -> str | None:
    """Get the line that stands right above the page's line of source and date."""
    starts = dict(lines)
    previous: Paragraph | None = None
    for paragraph in flow.paragraphs[:80]:
        if paragraph.kind == "metadata" and previous is not None and previous.start in starts:
            return starts[previous.start]
        if paragraph.kind != "metadata":
            previous = paragraph
    return None


def _body_title(flow: Flow, paragraphs: list[Paragraph]) -> str | None:
    """Get the title of the document inside a notice: behind its signature or the word 附件."""
    ready = False
    previous = ""
    for paragraph in paragraphs:
        words = flow.words(paragraph)
        if DATE_LINE.match(words) or ATTACHMENT.match(words):
            ready = True
        elif ready and paragraph.kind == "text" and len(words) <= 80 and not _NO_TITLE.match(words):
            joined = previous + words if previous and _FOLLOWS.match(words) else words
            if _GENRE.match(joined) and not is_issuer(joined):
                return _clean(joined)
            previous = words if is_issuer(words) else ""
        elif len(words) > _LONGEST_TITLE:
            ready = False
    return None
