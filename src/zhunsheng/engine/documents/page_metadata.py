"""What a government site's page says about its document: number, office, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from zhunsheng.engine.documents import noise
from zhunsheng.engine.documents.composition import one_line
from zhunsheng.engine.documents.markup import local_name
from zhunsheng.engine.documents.page_lines import Line, blank, cells_of, rows_of, text_of

_BLANK = r"[\s\u3000]{0,4}"
_NAMES = sorted(noise.METADATA_LABELS.split("|"), key=len, reverse=True)
_SPACED_NAMES = "|".join(_BLANK.join(name) for name in _NAMES)
# Between elements without a blank a long label may touch the value before it.
_LONG_NAMES = "|".join(_BLANK.join(name) for name in _NAMES if len(name) >= 4)
_LABEL = re.compile(
    rf"(?P<label>(?<!\w)(?:{_SPACED_NAMES})|(?:{_LONG_NAMES})|(?:时间|日期)(?=[:：]\s?\d{{4}})){_BLANK}[:：]"
)
_ALONE = re.compile(rf"[\[【［]?(?P<label>{_SPACED_NAMES}){_BLANK}[\]】］]?[:：]?")
# Where the value before ends although no label of the document follows.
_END = re.compile(
    r"[\s\u3000|｜\[【（(]{0,4}(?:字[体号](?:大小)?[:：]|视力保护色|分享(?:到)?[:：]|打印|【|责任编辑|编辑[:：]|阅读|浏览|点击)"
)
# The line under a title: when the page was published, and perhaps by whom.
_PUBLISHED = re.compile(
    r"(?P<date>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)[\s\u3000]{0,3}(?P<time>\d{1,2}:\d{2}(?::\d{2})?)?(?P<rest>.{0,80})"
)
_COUNTERS = re.compile(r"浏览|阅读|点击|访问|^格式$|^页数$")
_META = {
    "articletitle": "标题",
    "pubdate": "发布日期",
    "contentsource": "来源",
}
_LONGEST_VALUE = 200
_LONGEST_LABEL = 20
_DEEPEST_LABEL = 3
_LONGEST_TABLE = 3000
_LONGEST_CELL = 600
_FEWEST_LABELS = 2
_EXPLAINED = 0.7


def from_tables(body: etree._Element) -> dict[str, str]:
    """Get the labels and values of the page's tables of metadata; these are emptied."""
    found: dict[str, str] = {}
    for table in list(body.iter("table", "dl")):
        if next(table.iterdescendants("table", "h1"), None) is not None:
            continue
        texts = _cell_texts(table)
        if sum(map(len, texts)) > _LONGEST_TABLE or max(map(len, texts), default=0) > _LONGEST_CELL:
            continue
        pairs, explained = _pairs_of_cells(texts)
        if len(pairs) >= _FEWEST_LABELS and explained >= _EXPLAINED * len(texts):
            for label, value in pairs:
                found.setdefault(label, value)
            blank(table)
    return _told(found)


def from_items(body: etree._Element) -> dict[str, str]:
    """Get the labels and values of lists whose items begin with a label; these are emptied."""
    groups: dict[etree._Element, list[tuple[str, str, etree._Element]]] = {}
    for element in list(body.iter("li", "div", "p", "span", "dd")):
        label, parent = _opening_label(element), element.getparent()
        if label is None or parent is None:
            continue
        words = text_of(element)
        if len(words) <= len(label) + _LONGEST_VALUE:
            name = "".join(label.strip("：: ").split())
            value = words.removeprefix(one_line([label])).strip("：: \u3000\u00a0")
            groups.setdefault(parent, []).append((name, value, element))
    found: dict[str, str] = {}
    for items in groups.values():
        if len(items) < _FEWEST_LABELS or max(len(name) for name, _, _ in items) < 3:
            continue
        for name, value, element in items:
            found.setdefault(name, value)
            blank(element)
    return _told(found)


def _opening_label(element: etree._Element) -> str | None:
    """Get the label that is all of an element's first child, or None."""
    for _ in range(_DEEPEST_LABEL):
        if not len(element) or (element.text or "").strip():
            return None
        element = element[0]
        if not len(element):
            label = (element.text or "").strip()
            found = _ALONE.fullmatch(label) if len(label) <= _LONGEST_LABEL else None
            return label if found else None
    return None


def from_lines(lines: list[Line]) -> dict[str, str]:
    """Get the labels and values that stand in lines (发布时间：… 来源：…)."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        published = published_on(line)
        if published is not None:
            found.setdefault("发布时间", published)
        for label, written in pairs_of_line(line.text):
            following = lines[number + 1].words if number + 1 < len(lines) else ""
            value = written or ("" if _LABEL.search(following) else following)
            if value and len(value) <= _LONGEST_VALUE:
                found.setdefault(label, value)
    return _told(found)


def published_on(line: Line) -> str | None:
    """Get the date of a line that only says when, and perhaps by whom, the page was published."""
    found = _PUBLISHED.fullmatch(line.words) if not line.linked else None
    if found is None or not (found["time"] or _LABEL.search(found["rest"])):
        return None
    return str(found["date"])


def from_meta(root: etree._Element) -> dict[str, str]:
    """Get what the page's meta elements say."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        label = _META.get(str(element.get("name") or "").strip().lower())
        value = " ".join(str(element.get("content") or "").split())
        if label is not None and value:
            found.setdefault(label, value)
    return found


def pairs_of_line(text: str) -> Iterator[tuple[str, str]]:
    """Get the labels in a line, without white space, each with what follows it."""
    labels = list(_LABEL.finditer(text[: 4 * _LONGEST_VALUE]))
    for number, found in enumerate(labels):
        stop = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        value = text[found.end() : stop]
        end = _END.search(value)
        value = value[: end.start()] if end else value
        yield "".join(found["label"].split()), value.strip(" \u3000\u00a0|｜[【（(")


def _pairs_of_cells(texts: list[str]) -> tuple[list[tuple[str, str]], int]:
    """Get the pairs in a row of cells, and how many of the cells they explain."""
    pairs: list[tuple[str, str]] = []
    explained = 0
    label: str | None = None
    for text in texts:
        alone = _ALONE.fullmatch(text)
        if alone is not None:
            label = "".join(alone["label"].split())
            explained += 1
        elif label is not None:
            pairs.append((label, text))
            label = None
            explained += 1
        else:
            inside = list(pairs_of_line(text))
            pairs += inside
            explained += bool(inside)
            if inside and not inside[-1][1]:
                label = pairs.pop()[0]
    return pairs, explained


def _cell_texts(table: etree._Element) -> list[str]:
    if local_name(table) == "dl":
        cells = list(table.iter("dt", "dd"))
    else:
        cells = [cell for row in rows_of(table) for cell in cells_of(row)]
    return [text for text in map(text_of, cells) if text]


def _told(found: dict[str, str]) -> dict[str, str]:
    """Leave out empty values and the counters of readers."""
    return {label: value for label, value in found.items() if value and not _COUNTERS.search(label)}
