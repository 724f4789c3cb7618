"""
How the text of a file differs from the text that it should have, figure by figure and word by word.

Standard library only: it is part of the report's verifier. Blanks are not compared, all else is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from zhunsheng.engine.reporting.verifier_files import Line

APPENDIX_TITLE = "本报告数字来源"
_APPENDIX = re.compile(r"(?:附件\d{0,3}[：:]?)?(?:本报告)?数字来源")
MOST_MESSAGES = 200
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|[^\s\u200b\u2060\ufeff\u00ad]")
# Beyond these sizes differences are told more coarsely, so that no file can take for ever.
_MOST_TOKENS, _MOST_PAIRED, _MOST_WORK = 1_500, 60, 20_000_000
_LIKE = 0.5
_OPENING = 6


@dataclass(frozen=True, slots=True)
class Expected:
    """A paragraph or a cell as it should be: how it is called, its text, where figures stand in it."""

    name: str
    kind: str
    text: str = ""
    figures: tuple[tuple[int, int, str], ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What is compared."""
        return (self.kind, *tokens(self.text))


def tokens(text: str) -> list[str]:
    """Get the numbers, words and signs of a text, without the blanks between."""
    return _TOKEN.findall(text)


def expected_lines(record: Mapping[str, Any], *, plain: bool) -> list[Expected]:
    """Get the lines that a file should have; in plain text a row of a table is one line."""
    labels = {figure["id"]: f"{figure['id']}（{figure['label']}）" for figure in record["figures"]}
    lines: list[Expected] = []
    tables = list(enumerate(record["tables"], 1))
    for number, paragraph in enumerate((*record["paragraphs"], None)):
        while tables and tables[0][1]["after"] == number:
            lines += _of_table(*tables.pop(0), labels, plain=plain)
        if paragraph is not None:
            lines.append(_expected(f"第{number + 1}段", "paragraph", (paragraph,), labels))
    return [line for line in lines if line.kind != "paragraph" or line.text.strip()]


def _of_table(
    at: int, table: Mapping[str, Any], labels: Mapping[str, str], *, plain: bool
) -> Iterator[Expected]:
    for number, row in enumerate(table["rows"], 1):
        name = f"第{at}张表第{number}行"
        if plain:
            yield _expected(name, "paragraph", row, labels)
            continue
        for column, cell in enumerate(row, 1):
            yield _expected(f"{name}第{column}列", "cell", (cell,), labels)
        yield Expected(f"{name}末", "row")


def _expected(
    name: str, kind: str, cells: Sequence[Mapping[str, Any]], labels: Mapping[str, str]
) -> Expected:
    text, figures = "", []
    for cell in cells:
        text += "\t" if text else ""
        for mark in cell["figures"]:
            start, end = (len(text) + mark[side] for side in ("start", "end"))
            figures.append((start, end, labels.get(mark["id"], mark["id"])))
        text += cell["text"]
    return Expected(name, kind, text, tuple(figures))


def differences(record: Mapping[str, Any], lines: Sequence[Line], *, plain: bool) -> list[str]:
    """
    Get the differences of a file from what its record says, in words, at most so many.

    What follows under the heading of the appendix, the last one there is, is none; nor is what an
    official document has by its form: the office and the number above the title, the list of annexes
    below the text, and the mark above each.
    """
    found = _Found()
    expected = expected_lines(record, plain=plain)
    kept = _body(record, lines, {one.key for one in expected})
    wanted, given = [one.key for one in expected], [_key(one) for one in kept]
    before, behind = _same_ends(wanted, given)
    for old, new in _blocks(wanted, given, before, behind):
        _block(found, [expected[at] for at in old], [kept[at] for at in new])
    return found.messages()


def _body(
    record: Mapping[str, Any], lines: Sequence[Line], expected: set[tuple[str, ...]]
) -> list[Line]:
    """Get the lines that are to be compared."""
    kept = [line for line in lines if line.kind != "paragraph" or tokens(line.text)]
    headings = [at for at, line in enumerate(kept) if _heads_appendix(line)]
    kept = kept[: headings[-1]] if headings else kept
    above = {_paragraph(said) for said in (record["number"], f"{record['issuer']}文件")}
    below = _annexes(record)
    return [
        line
        for at, line in enumerate(kept)
        if (key := _key(line)) in expected
        or (key not in below and not (at < _OPENING and key in above))
    ]


def _annexes(record: Mapping[str, Any]) -> set[tuple[str, ...]]:
    """Get what an official document says of its annexes besides their titles: 附件：1. and a title, 附件1."""
    named = [one["text"] for one in record["paragraphs"] if one["kind"] == "table_title"]
    found = {"附件"}
    for place, title in enumerate((*named, APPENDIX_TITLE), 1):
        numbered = f"{place}.　{title}"
        found |= {f"附件：{title}", f"附件：{numbered}", numbered, f"附件{place}"}
    return {_paragraph(said) for said in found}


def _heads_appendix(line: Line) -> bool:
    return line.kind == "paragraph" and _APPENDIX.fullmatch("".join(line.text.split())) is not None


def _key(line: Line) -> tuple[str, ...]:
    return (line.kind, *tokens(line.text))


def _paragraph(text: str) -> tuple[str, ...]:
    return ("paragraph", *tokens(text))


class _Found:
    """The differences found so far, and how much work may still be done for them."""

    def __init__(self) -> None:
        self.work = _MOST_WORK
        self._said: list[str] = []
        self._more = 0

    def add(self, message: str) -> None:
        if len(self._said) < MOST_MESSAGES:
            self._said.append(message)
        else:
            self._more += 1

    def messages(self) -> list[str]:
        rest = [f"还有{self._more}处不同，没有逐一列出"] if self._more else []
        return self._said + rest

    def may(self, work: int) -> bool:
        self.work -= work
        return self.work > 0


def _same_ends(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int]:
    """Get how many items are the same at the beginning, and how many at the end."""
    most, before = min(len(old), len(new)), 0
    while before < most and old[before] == new[before]:
        before += 1
    behind = 0
    while behind < most - before and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    return before, behind


def _blocks(
    old: Sequence[Any], new: Sequence[Any], before: int, behind: int
) -> Iterator[tuple[range, range]]:
    """Get the stretches of two sequences that differ, between their ends that are the same."""
    ends = len(old) - behind, len(new) - behind
    if max(ends[0] - before, ends[1] - before) > _MOST_TOKENS:
        yield range(before, ends[0]), range(before, ends[1])
        return
    matcher = SequenceMatcher(None, old[before : ends[0]], new[before : ends[1]], autojunk=False)
    for tag, start, end, other, other_end in matcher.get_opcodes():
        if tag != "equal":
            yield (
                range(before + start, before + end),
                range(before + other, before + other_end),
            )


def _block(found: _Found, old: Sequence[Expected], new: Sequence[Line]) -> None:
    """Tell how some lines differ from those that should stand there."""
    pairs = _paired(found, old, new)
    for at, one in enumerate(old):
        if at in pairs:
            _line(found, one, new[pairs[at]])
        elif one.kind == "row":
            found.add(f"{one.name}：这一行的格数不对")
        else:
            found.add(f"{one.name}：文件里没有这一处：“{_short(one.text)}”")
    taken = set(pairs.values())
    for at, line in enumerate(new):
        if at not in taken:
            said = f"“{_short(line.text)}”" if line.kind != "row" else "表的一行"
            found.add(f"文件里多出一处：{said}")


def _paired(found: _Found, old: Sequence[Expected], new: Sequence[Line]) -> dict[int, int]:
    """Get which line stands for which: one after the other, or the next that is like it."""
    if len(old) == len(new) or max(len(old), len(new)) > _MOST_PAIRED:
        kinds = zip(old, new, strict=False)
        return {at: at for at, (one, other) in enumerate(kinds) if one.kind == other.kind}
    pairs: dict[int, int] = {}
    free = 0
    for at, one in enumerate(old):
        for place in range(free, len(new)):
            line = new[place]
            if one.kind == line.kind and _is_like(found, one.text, line.text):
                pairs[at], free = place, place + 1
                break
    return pairs


def _is_like(found: _Found, one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    if shorter * 4 < longer or not found.may(longer):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).quick_ratio() > _LIKE


def _line(found: _Found, one: Expected, line: Line) -> None:
    """Tell how a line differs: each figure by its name, then the words around them."""
    old = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(one.text)]
    new = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(line.text)]
    words, given = [word for word, *_ in old], [word for word, *_ in new]
    before, behind = _same_ends(words, given)
    inner = (len(words) - before - behind) * (len(given) - before - behind)
    if max(len(words), len(given)) > _MOST_TOKENS * 4 or not found.may(inner):
        found.add(
            f"{one.name}：文字不同，应为“{_short(one.text)}”，文件写的是“{_short(line.text)}”"
        )
        return
    changes = [
        change
        for old_range, new_range in _blocks(words, given, before, behind)
        for change in _single(old_range, new_range)
    ]
    of_figures: set[int] = set()
    for start, end, name in one.figures:
        first, last = _tokens_within(old, start, end)
        touched = [at for at, change in enumerate(changes) if _touches(change, first, last)]
        of_figures.update(touched)
        if touched:
            said = _written_for([changes[at] for at in touched], first, last, words, given)
            found.add(
                f"{one.name}：数字{name}应为{one.text[start:end]}，文件写的是{said or '空白'}"
            )
    rest = [change for at, change in enumerate(changes) if at not in of_figures]
    for was, now in _joined(rest):
        found.add(f"{one.name}：{_worded(one.text, line.text, old, new, was, now)}")


def _joined(changes: Sequence[tuple[range, range]]) -> list[tuple[range, range]]:
    """Get changes with those that follow one another as one."""
    joined: list[tuple[range, range]] = []
    for was, now in changes:
        start, other = was.start, now.start
        if joined and (joined[-1][0].stop, joined[-1][1].stop) == (start, other):
            start, other = (side.start for side in joined.pop())
        joined.append((range(start, was.stop), range(other, now.stop)))
    return joined


def _single(old: range, new: range) -> Iterator[tuple[range, range]]:
    """Get a change word by word where as many words stand for others."""
    if len(old) == len(new):
        yield from ((range(a, a + 1), range(b, b + 1)) for a, b in zip(old, new, strict=True))
    else:
        yield old, new


def _tokens_within(spans: Sequence[tuple[str, int, int]], start: int, end: int) -> tuple[int, int]:
    within = [at for at, (_, first, last) in enumerate(spans) if first < end and last > start]
    return (within[0], within[-1] + 1) if within else (0, 0)


def _touches(change: tuple[range, range], first: int, last: int) -> bool:
    """Whether a change falls on a figure; what is only put before it or behind it does not."""
    old = change[0]
    if not len(old):
        return first < old.start < last
    return old.start < last and old.stop > first


def _written_for(
    touched: Sequence[tuple[range, range]],
    first: int,
    last: int,
    words: Sequence[str],
    given: Sequence[str],
) -> str:
    """Get what a file writes in the place of a figure."""
    said, position = "", first
    for old, new in touched:
        said += "".join(words[position : max(position, old.start)])
        said += "".join(given[at] for at in new)
        position = max(position, old.stop)
    return _short(said + "".join(words[position:last]))


def _worded(
    text: str,
    other: str,
    old: Sequence[tuple[str, int, int]],
    new: Sequence[tuple[str, int, int]],
    was: range,
    now: range,
) -> str:
    """Tell of words that were changed, left out or put in, with some of those before."""
    gone = text[old[was.start][1] : old[was.stop - 1][2]] if len(was) else ""
    come = other[new[now.start][1] : new[now.stop - 1][2]] if len(now) else ""
    at = old[was.start][1] if was.start < len(old) else len(text)
    place = f"“{text[max(0, at - 8) : at]}”之后" if at else "开头"
    if gone and come:
        return f"{place}应为“{_short(gone)}”，文件写的是“{_short(come)}”"
    return f"{place}少了“{_short(gone)}”" if gone else f"{place}多了“{_short(come)}”"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:36]}……"
