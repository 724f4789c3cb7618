"""Titles of laws, plans and other instruments in 《》, and document numbers in all bracket forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.reading.model import DocumentNumber, Instrument
from zhunsheng.engine.reading.numerals import fold

_OPENER = re.compile(r"[《〈]")
_MARK = re.compile(r"[《》〈〉\n。]")
_CLOSES = {"》": "《", "〉": "〈"}
_LONGEST_TITLE = 300
_LONGEST_UNCLOSED = 60
_DEEPEST = 4
_KINDS = r"条例|办法|规定|规则|细则|意见|通知|方案|规划|纲要|计划|决定|要点|清单|目录|法|宪法|法典|公约|章程|准则|标准|指引|指南|措施|制度|解释|决议|公告|公报|报告"
_NAMES_ANOTHER = re.compile(
    r"(?:印发|转发|发布|公布|修改|修订|修正|废止|实施|贯彻|落实|执行|施行|关于|对|〈|《)$"
)
_REST_OF_TITLE = re.compile(
    r"[）)]?的?(?:通知|决定|意见|实施意见|批复|函|公告|通告|命令|令|说明|报告|解释|实施方案)"
)
_BROKEN_OFF = re.compile(
    rf"[^《》〈〉，,。；;：:！？\n]{{0,60}}?(?:{_KINDS})(?=[，,。；;：:、！？）)]|等|和|及|与|要求|精神|的|规定)"
)
_SENTENCE = re.compile(r"[，,。；;：:！？]")

_NUMBER = re.compile(
    r"(?P<agency>[一-鿿]{1,16})(?P<open>[〔﹝［\[【〖（(〈])(?P<year>(?:19|20)\d{2})年?(?P<close>[〕﹞］\]】〗）)〉])"
    r"\s?(?P<ordinal>第)?\s?(?P<serial>\d{1,5})(?P<sign>[号號])"
)
_BEFORE_AGENCY = re.compile(
    r".*(?:根据|依据|按照|依照|参照|遵照|印发|转发|文号|字号|通知|意见|决定|办法|方案|要点|公告|通告|规定|细则|批复|计划|文件|关于|执行|落实|贯彻|废止|详见|替代|代替|修改|对|和|及|与|以|见|原|将|即|由|由于|从|如|按|据|日|号|的|等|在|经)"
)
_REGULAR_BRACKETS = ("〔", "〕")


def read_instruments(flow: Flow) -> tuple[Instrument, ...]:
    """
    Get every title in 《》 as often as it stands there, outermost marks only and without them.

    〈〉 count where no 《》 stands around them. A title whose closing mark is missing is read as far
    as it can be told; what breaks off is left out.
    """
    text = flow.text
    found: list[Instrument] = []
    position = 0
    while opener := _OPENER.search(text, position):
        start = opener.start()
        end, position = _end_of_title(text, start)
        if end is not None and text[start + 1 : end].strip("《》〈〉 \n"):
            title = "".join(text[start + 1 : end].split())
            found.append(Instrument(title=title, place=flow.place(start + 1, end)))
    return tuple(found)


def _end_of_title(text: str, start: int) -> tuple[int | None, int]:
    """Get where the title ends that opens at `start` (None where that cannot be told), and where to go on."""
    open_marks = [text[start]]
    inner, last_closed = None, None
    for mark in _MARK.finditer(text, start + 1, start + _LONGEST_TITLE):
        character = mark[0]
        if character == "\n" or (character == "。" and not _sits_in_title(text, mark.start())):
            break
        if character in "《〈":
            anew = last_closed is not None and _SENTENCE.search(text, last_closed, mark.start())
            if len(open_marks) == _DEEPEST or (len(open_marks) == 1 and anew):
                break
            inner = mark.start() if inner is None else inner
            open_marks.append(character)
        elif character in _CLOSES:
            last_closed = mark.end()
            _close(open_marks, _CLOSES[character], text, mark.end())
        if not open_marks:
            return mark.start(), mark.end()
    return _end_of_unclosed(text, start, inner, last_closed)


def _sits_in_title(text: str, position: int) -> bool:
    """Whether a full stop stands right before a closing mark, as a slip."""
    return text[position + 1 : position + 2] in {"》", "〉"}


def _close(open_marks: list[str], opener: str, text: str, after: int) -> None:
    """Close the innermost open mark of a kind; 》 also closes a 〈 that is written by mistake."""
    if open_marks[-1] == opener:
        open_marks.pop()
    elif opener == "《" and not _goes_on(text, after):
        while open_marks and open_marks.pop() != "《":
            pass
    elif opener == "《" or "《" not in open_marks:
        open_marks.pop()


def _goes_on(text: str, after: int) -> bool:
    """Whether the outer title goes on behind an inner one and is closed soon."""
    rest = text[after : after + 30]
    closer, opener = rest.find("》"), rest.find("《")
    return closer >= 0 and (opener < 0 or closer < opener) and rest.startswith("的")


def _end_of_unclosed(
    text: str, start: int, inner: int | None, last_closed: int | None
) -> tuple[int | None, int]:
    if inner is not None:
        words = text[start + 1 : inner]
        names_another = not words or _NAMES_ANOTHER.search(words)
        if not names_another or _SENTENCE.search(words) or last_closed is None:
            # 前一个书名号漏了后半，后一个照常读。
            return (_end_of_broken(text, start, inner), inner)
        rest = _REST_OF_TITLE.match(text, last_closed)
        end = rest.end() if rest else last_closed - 1
        return end, max(end, last_closed)
    broken = _end_of_broken(text, start, min(start + _LONGEST_UNCLOSED, len(text)))
    return broken, start + 1 if broken is None else broken


def _end_of_broken(text: str, start: int, limit: int) -> int | None:
    found = _BROKEN_OFF.match(text, start + 1, limit)
    return found.end() if found else None


def read_document_numbers(flow: Flow) -> tuple[DocumentNumber, ...]:
    """
    Get the document numbers of a text in order, such as 平府办发〔2024〕29号.

    `regular` is False for other brackets than 〔〕, a serial number with a leading zero, and 第29号.
    """
    return tuple(_document_numbers(flow))


def _document_numbers(flow: Flow) -> Iterator[DocumentNumber]:
    for found in _NUMBER.finditer(fold(flow.text)):
        before = _BEFORE_AGENCY.match(found["agency"])
        start = found.start() + (before.end() if before else 0)
        if start >= found.end("agency"):
            # “按〔2024〕5号”：没有机关代字的不是完整的发文字号。
            continue
        regular = (
            (found["open"], found["close"]) == _REGULAR_BRACKETS
            and not found["serial"].startswith("0")
            and not found["ordinal"]
        )
        yield DocumentNumber(
            agency=flow.text[start : found.end("agency")],
            year=int(found["year"]),
            serial=int(found["serial"]),
            place=flow.place(start, found.end()),
            regular=regular,
        )
