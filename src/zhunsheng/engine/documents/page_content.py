"""Where in a web page the document stands, among menus, counters and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from lxml import etree

from zhunsheng.engine.documents import noise
from zhunsheng.engine.documents.markup import local_name
from zhunsheng.engine.documents.page_lines import Grid, Line, blank, contents_of

_NEVER_SHOWN = frozenset(
    "script style noscript template iframe object embed applet svg canvas audio video map select option datalist button "
    "input textarea head link meta".split()
)
_FURNITURE_TAGS = frozenset({"nav", "footer", "header", "aside", "menu"})
_FURNITURE_NAMES = re.compile(
    r"(?:^|[-_])(?:nav|navbar|navi|navigation|menu|topnav|mainnav|subnav|foot|footer|bottom|crumb|crumbs|breadcrumb|"
    r"breadcrumbs|share|sharebox|bdshare|bdsharebuttonbox|bshare|social|print|toolbar|tools|sidebar|related|recommend|"
    r"pagination|pager|logo|banner|qrcode|ewm|erweima|copyright|search|login|dqwz|weizhi|curpos|syt|xyt|prevnext|friendlink|"
    r"fontsize|zihao|header)(?:$|[-_\d])"
)
_CONTENT_NAMES = re.compile(
    r"(?:^|[-_])(?:zoom|zoomcon|trs_?editor|trs_ueditor|ucap-?content|pages_content|xxgk_content|article-?content|"
    r"article_?con|articlecontent|news_?content|newscontent|detail_?content|info_?content|zhengwen|wenzhang|"
    r"vsb_content|v_news_content|main_?content|text_?content|view_?content|gkcontent|con_?text|art_?con|arc_?content)"
    r"(?:$|[-_\d])"
)
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_PROSE = re.compile(r"[。；，：]")
_SHORTEST_PROSE = 20
_SHORTEST_TITLE = 10
# A menu is small; what holds this share of the page's text is none, whatever it is called.
_LARGEST_FURNITURE = 0.3
_LARGEST_HIDDEN = 0.5
_WHOLE = 0.9
_MARKED_SHARE = 0.5
# Editors part a long document into several blocks of one name.
_PART_SHARE = 0.05
_SMALLEST_PART = 1.0
_REST_SHARE = 0.25
_SHORT_LINE_WEIGHT = 0.3


def without_furniture(body: etree._Element) -> None:
    """Take out of a page what is not shown, and what is a menu, a share bar or a footer."""
    _drop(body, lambda element: local_name(element) in _NEVER_SHOWN, share=1.0)
    _drop(body, _is_hidden, share=_LARGEST_HIDDEN)
    _drop(body, _is_furniture, share=_LARGEST_FURNITURE)


def content_of(body: etree._Element, title: str) -> etree._Element:
    """Get the element that holds the document; the body where no other stands out."""
    measure = _Measure(body, title)
    current = _marked(body, measure)
    while measure.clutter[current]:
        heaviest = max(current, key=lambda child: measure.weight[child], default=None)
        if heaviest is None or local_name(heaviest) in {"p", "tr", "tbody", "li", "ul", "ol"}:
            heaviest = _only_cell(heaviest, measure)
        if heaviest is None or measure.weight[heaviest] < _WHOLE * measure.weight[current]:
            break
        clean = measure.clean[current] - measure.clean[heaviest]
        clutter = measure.clutter[current] - measure.clutter[heaviest]
        if clean > clutter:
            # Beside the text stands more of the document than of the page: a heading, a signature.
            break
        current = heaviest
    return current if measure.weight[current] else body


class _Measure:
    """How much of the document's prose, and of the page's clutter, stands in each element."""

    def __init__(self, body: etree._Element, title: str) -> None:
        self.weight: dict[etree._Element, float] = dict.fromkeys(body.iter(), 0.0)
        self.clean: Counter[etree._Element] = Counter()
        self.clutter: Counter[etree._Element] = Counter()
        for part in contents_of(body):
            if isinstance(part, Grid):
                size = sum(len(cell.text) for cell in part.cells)
                self.weight[part.element] += size
                self.clean[part.element] += size
                continue
            size = len(part.compact)
            if is_clutter(part):
                self.clutter[part.block] += size
            elif part.compact not in title:
                self.weight[part.block] += size * (1.0 if _is_prose(part) else _SHORT_LINE_WEIGHT)
                self.clean[part.block] += size
        for element in reversed(list(self.weight)):
            parent = element.getparent()
            if element is not body and parent is not None:
                self.weight[parent] += self.weight[element]
                self.clean[parent] += self.clean[element]
                self.clutter[parent] += self.clutter[element]


def is_clutter(line: Line) -> bool:
    """Whether a line belongs to the page: links, counters, labels of the page's own."""
    compact = line.compact
    if noise.is_boilerplate(compact) or noise.is_metadata(compact):
        return True
    is_link = line.linked > len(compact) / 2
    return is_link and not compact.startswith(("附件", "《")) and not _PROSE.search(compact[-2:])


def is_marked(element: etree._Element) -> bool:
    """Whether an element's id or class says that it holds the content."""
    return _CONTENT_NAMES.search(_names(element)) is not None


def _is_prose(line: Line) -> bool:
    return len(line.compact) >= _SHORTEST_PROSE or _PROSE.search(line.text) is not None


def _marked(body: etree._Element, measure: _Measure) -> etree._Element:
    """Get the element around all that is named as content, or the body where that is little."""
    whole = measure.weight[body]
    named: list[etree._Element] = []
    for element in measure.weight:
        if measure.weight[element] < max(_PART_SHARE * whole, _SMALLEST_PART):
            continue
        if is_marked(element) and not (set(named) & set(element.iterancestors())):
            named.append(element)
    if not named or sum(measure.weight[element] for element in named) < _MARKED_SHARE * whole:
        return body
    around = _around_all(named)
    return _with_rest(body, measure, body if around is None else around)


def _around_all(elements: list[etree._Element]) -> etree._Element | None:
    """Get the innermost element that holds all of some elements."""
    if len(elements) == 1:
        return elements[0]
    shared = set(elements[0].iterancestors())
    for element in elements[1:]:
        shared &= set(element.iterancestors())
    return next((found for found in elements[0].iterancestors() if found in shared), None)


def _with_rest(body: etree._Element, measure: _Measure, chosen: etree._Element) -> etree._Element:
    """Get the element that also holds what of the document stands beside the named content."""
    current = chosen
    while current is not body and (parent := current.getparent()) is not None:
        current = parent
        gained = measure.weight[current] - measure.weight[chosen]
        clean = measure.clean[current] - measure.clean[chosen]
        clutter = measure.clutter[current] - measure.clutter[chosen]
        if gained >= _REST_SHARE * measure.weight[chosen] and clean > 2 * clutter:
            chosen = current
    return chosen


def _only_cell(element: etree._Element | None, measure: _Measure) -> etree._Element | None:
    """Get the one cell of a table for layout that holds its text, or None."""
    while element is not None and local_name(element) in {"tr", "tbody"}:
        element = max(element, key=lambda child: measure.weight[child], default=None)
    return element if element is not None and local_name(element) == "td" else None


def _drop(body: etree._Element, chosen: Callable[[etree._Element], bool], *, share: float) -> None:
    """Take the chosen elements out unless they hold more than a share of the text."""
    sizes: Counter[etree._Element] = Counter()
    elements = list(body.iter())
    for element in reversed(elements):
        sizes[element] += len((element.text or "").strip())
        parent = element.getparent()
        if element is not body and parent is not None:
            sizes[parent] += sizes[element] + len((element.tail or "").strip())
    for element in elements:
        if (
            element is not body
            and chosen(element)
            and (share >= 1 or sizes[element] <= share * sizes[body])
        ):
            blank(element)


def _is_hidden(element: etree._Element) -> bool:
    return (
        element.get("hidden") is not None
        or _HIDDEN.search(str(element.get("style") or "")) is not None
    )


def _is_furniture(element: etree._Element) -> bool:
    tag = local_name(element)
    if tag not in _FURNITURE_TAGS and not _FURNITURE_NAMES.search(_names(element)):
        return False
    return not any(
        is_marked(inner) or (local_name(inner) == "h1" and _is_title(inner))
        for inner in element.iter()
    )


def _is_title(heading: etree._Element) -> bool:
    """Whether a heading is longer than the name of a site."""
    return sum(len(str(piece).strip()) for piece in heading.itertext()) >= _SHORTEST_TITLE


def _names(element: etree._Element) -> str:
    """Get an element's id and classes, parted by hyphens."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return "-".join(names[:300].lower().split())
