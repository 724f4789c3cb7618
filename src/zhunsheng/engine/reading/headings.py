"""Where headings may stand: the marked places of a document, their titles, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.markers import Mark, Style, mark_at, marks_inside, spaced_mark
from zhunsheng.engine.reading.sequence import Candidate
from zhunsheng.engine.reading.table_heads import task_table_numbers

ATTACHMENT = re.compile(r"附\s?件?[\d一二三四五六七八九十]{0,2}[:：]?$")
DATE_LINE = re.compile(
    r"[（(]?(?P<year>\d{4}|[二〇○零ＯO一九三四五六七八]{4})年(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日(?:[）)]|印发)?$"
)
GENRES = (
    "工作要点|要点|方案|计划|规划|安排|意见|办法|规定|细则|条例|措施|决定|通知|通告|公告|公报|报告|总结|汇报|情况|分解表?|分工表?"
    "|任务表?|清单|台账|一览表|统计表|数据|分析|白皮书|年报|纲要|指引|指南|规则|制度|批复|函|情况表|说明|解读|表"
)
TITLE_LIKE = re.compile(rf"(?:.{{4,70}})(?:{GENRES})(?:[（(][^（()）]{{1,16}}[）)])?$")
_ATTACHMENT_LIST = re.compile(r"附\s?件?[:：](?P<rest>.{0,6})")
_END_MATTER = re.compile(
    r"抄送[:：]|主送[:：]|[（(]此件|[（(]联系(?:人|电话)|联系人[:：]|是否宜公开|公开方式[:：]|信息公开选项"
)
_SENTENCE_END = re.compile(r"[。！？]|(?<=[一-鿿”）)])[.．](?=[一-鿿])")
_CLAUSE = re.compile(
    r"[（(〔【\[](?=(?:[省市区县州]?级?)(?:责任|牵头|配合|主办|承办|协办|参与|参加|落实|负责|实施|主责)(?:单位|部门|处室|领导|科室)?[:：]"
    r"|[^（(〔【\[。]{2,120}(?:负责|牵头|落实|配合|参与|参加|组织实施)[〕）)】\]])"
    r"|(?:责任|牵头|配合|主办|承办|协办)(?:单位|部门|处室|领导|科室)[:：]"
)
_NUMERIC = re.compile(r"[\d.,，%％\-—/]{1,14}$")
_CONTENTS_LINE = re.compile(r"[.．…·]{3,}\d{0,4}$|[（(]\d{1,3}[）)]$")
# 政府信息公开工作年度报告格式（国办公开办函〔2019〕60号）的固定标题，以及其申请表格中的固定行。
_FIXED_TITLE = re.compile(
    r"(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|(?:因)?政府信息公开(?:工作被申请)?行政复议、?(?:和)?(?:提起)?行政诉讼情况"
    r"|(?:政府信息公开工作)?存在的主要问题(?:及|和)改进情况|其他需要报告的事项)$"
)
_FIXED_ROW = re.compile(
    r"(?:本年新收政府信息公开申请数量|上年结转政府信息公开申请数量|本年度办理结果|结转下年度继续办理|予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|总计"
    r"|属于国家秘密|其他法律行政法规禁止公开|危及“?三安全一稳定|保护第三方合法权益|属于三类内部事务信息|属于四类过程性信息|属于行政执法案卷|属于行政查询事项|本机关不掌握相关"
    r"|没有现成信息需要另行制作|补正后申请内容仍不明确|信访举报投诉类申请|重复申请$|要求提供公开出版物|无正当理由大量反复申请|要求行政机关确认或重新|申请人无正当理由|申请人逾期未按|其他$)"
)
_LONGEST_LEAD = 24
_SHORTEST_REST = 15
_SHORTEST_CONTENT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A heading found: offsets into the flow's text of its mark, its title and its title's end."""

    style: Style | None
    number: str | None
    level: int
    start: int
    title: int
    end: int


def candidates(flow: Flow) -> Iterator[Candidate]:
    """Go through the marks that may open headings, in the order of the text."""
    tables = task_table_numbers(flow)
    paragraphs = [
        p for p in flow.paragraphs if p.kind == "text" or (p.kind == "cell" and p.table in tables)
    ]
    scout = _Scout(flow, paragraphs)
    for index in range(len(paragraphs)):
        yield from scout.at(index)


class _Scout:
    """Walks the paragraphs and remembers what came before."""

    def __init__(self, flow: Flow, paragraphs: list[Paragraph]) -> None:
        self._flow = flow
        self._paragraphs = paragraphs
        self._fresh = False
        self._bare = True
        self._list_after = False
        self._spaced = self._has_spaced_row()

    def at(self, index: int) -> Iterator[Candidate]:
        """Go through the candidates of one paragraph."""
        flow, paragraph = self._flow, self._paragraphs[index]
        words = flow.words(paragraph)
        first = self._initial_mark(paragraph)
        if (
            first is not None
            and paragraph.kind == "cell"
            and first.style not in {"chinese", "chinese_bracket"}
        ):
            return
        if first is None:
            self._remember(words)
        elif not (self._list_after and first.style == "digit") and not _CONTENTS_LINE.search(
            words[-12:]
        ):
            yield self._candidate(first, index, initial=True)
            self._fresh = False
        for mark in marks_inside(flow.text, paragraph.start, paragraph.end):
            if first is not None or len(words) > _SHORTEST_CONTENT:
                yield self._candidate(mark, index, initial=False)

    def _has_spaced_row(self) -> bool:
        marks = (
            spaced_mark(self._flow.text, p.start, p.end, self._flow.gaps) for p in self._paragraphs
        )
        return {1, 2} <= {mark.number for mark in marks if mark}

    def _initial_mark(self, paragraph: Paragraph) -> Mark | None:
        mark = mark_at(self._flow.text, paragraph.start, paragraph.end)
        if mark is None and self._spaced:
            found = spaced_mark(self._flow.text, paragraph.start, paragraph.end, self._flow.gaps)
            if found is not None:
                return Mark(
                    style="chinese",
                    number=found.number,
                    text=found.text,
                    start=found.start,
                    end=found.end,
                )
        return mark

    def _remember(self, words: str) -> None:
        listing = _ATTACHMENT_LIST.match(words)
        self._list_after = bool(listing) or (
            self._list_after and len(words) < _LONGEST_LEAD and "：" not in words
        )
        if (
            ATTACHMENT.match(words)
            or DATE_LINE.match(words)
            or (len(words) <= 80 and TITLE_LIKE.match(words))
        ):
            self._fresh = True
            self._list_after = words[-1] in ":：" and bool(listing)
        elif len(words) >= 2 * _SHORTEST_CONTENT:
            self._bare = False

    def _candidate(self, mark: Mark, index: int, *, initial: bool) -> Candidate:
        flow, paragraph = self._flow, self._paragraphs[index]
        end = title_end(flow, mark.end, paragraph.end)
        rest = paragraph.end - end
        following = self._paragraphs[index + 1] if index + 1 < len(self._paragraphs) else None
        next_words = (
            flow.text[following.start : min(following.end, following.start + 60)]
            if following
            else ""
        )
        in_table = bool(rest == 0 and _NUMERIC.match(next_words))
        title = flow.text[mark.end : min(end, mark.end + 40)]
        listed = flow.text[paragraph.end - 1] in "；;" or in_table or bool(_FIXED_ROW.match(title))
        run_in = rest > 2
        if run_in:
            self._bare = False
        return Candidate(
            mark=mark,
            title_end=end,
            initial=initial,
            listed=listed,
            weighty=bool(_FIXED_TITLE.match(title))
            or (end - mark.end <= 60 and (run_in or len(next_words) >= _SHORTEST_CONTENT)),
            fresh=self._fresh and initial,
            bare=self._bare,
        )


def title_end(flow: Flow, start: int, end: int) -> int:
    """
    Get where the title that begins at `start` ends, in a paragraph that ends at `end`.

    A title run into its text ends at the first full stop, at a colon or a blank early on, and
    before a responsibility clause.
    """
    text = flow.text
    found = _SENTENCE_END.search(text, start, end)
    stop = found.start() if found and found.start() > start else end
    clause = _CLAUSE.search(text, start, stop)
    if clause and clause.start() > start + 1:
        stop = clause.start()
    colon = next(
        (i for i in range(start + 2, min(stop, start + _LONGEST_LEAD)) if text[i] in ":："), None
    )
    if colon is not None and stop - colon > _SHORTEST_REST and not _quoted(text[start:colon]):
        stop = colon
    gap = _lone_gap(flow, start, stop)
    if gap is not None:
        stop = gap
    while stop > start + 1 and text[stop - 1] in "：:；;，,、 ":
        stop -= 1
    return stop


def _quoted(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count("《") > text.count("》")


def _lone_gap(flow: Flow, start: int, stop: int) -> int | None:
    """Get the blank that parts a short title from a long sentence, where it is the only blank."""
    if stop - start < 2 * _LONGEST_LEAD:
        return None
    gaps = [
        i
        for i in range(start + 3, stop)
        if i in flow.gaps and not (flow.text[i].isascii() or flow.text[i - 1].isascii())
    ]
    if len(gaps) != 1 or gaps[0] > start + _LONGEST_LEAD:
        return None
    return gaps[0]


def ending_of(flow: Flow, position: int) -> int:
    """Get where the body ends that goes on behind a position: before attachments, copies, signature."""
    behind = [p for p in flow.paragraphs if p.start >= position]
    for index, paragraph in enumerate(behind):
        words = flow.text[paragraph.start : min(paragraph.end, paragraph.start + 80)]
        if ATTACHMENT.match(words) or _END_MATTER.match(words) or _ATTACHMENT_LIST.match(words):
            return paragraph.start
        if DATE_LINE.match(words):
            signed = (
                index > 0
                and behind[index - 1].end - behind[index - 1].start <= 40
                and "。" not in flow.words(behind[index - 1])
            )
            return behind[index - 1].start if signed else paragraph.start
    return len(flow.text)
