"""The numbers that Word puts before paragraphs by itself and does not store in their text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from zhunsheng.engine.documents.markup import attribute, child, children
from zhunsheng.engine.documents.ordinals import ordinal

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_LONGEST_INHERITANCE = 20
# Bullets drawn from symbol fonts are stored in the private use area and mean nothing elsewhere.
_PRIVATE = re.compile(r"[\ue000-\uf8ff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How one level of a list is numbered."""

    start: int = 1
    kind: str = "decimal"
    template: str = ""
    suffix: str = "tab"
    legal: bool = False
    restarts: bool = True
    style: str | None = None


@dataclass(slots=True, kw_only=True)
class _List:
    """A list in use (w:num): its abstract list and what it changes in it."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """
    Counts the numbered paragraphs of a DOCX file and gives each its label, in reading order.

    `numbering` and `styles` are the roots of the parts of these names, or None without them.
    """

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, tuple[str | None, str | None, int | None]] = {}
        self._default_style: str | None = None
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()
        if styles is not None:
            self._read_styles(styles)
        if numbering is not None:
            self._read_lists(numbering)

    def label(self, properties: etree._Element | None) -> str:
        """Count a paragraph with these properties (w:pPr); get its number with the blank behind it."""
        found = self._list_of(properties)
        if found is None:
            return ""
        number, depth = found
        used = self._lists[number]
        level = self._level(used, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(used.abstract, {})
        if depth in used.starts and (number, depth) not in self._restarted:
            self._restarted.add((number, depth))
            counts[depth] = used.starts[depth] - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            below = self._level(used, deeper)
            if below is not None and below.restarts:
                counts.pop(deeper, None)
        return self._printed(used, level, counts)

    def _printed(self, used: _List, level: _Level, counts: dict[int, int]) -> str:
        if level.kind in {"bullet", "none"} and "%" not in level.template:
            return ""

        def filled(placeholder: re.Match[str]) -> str:
            depth = int(placeholder[1]) - 1
            shown = self._level(used, depth) or level
            kind = "decimal" if level.legal else shown.kind
            return ordinal(counts.get(depth, shown.start), kind)

        label = _PRIVATE.sub("", _PLACEHOLDER.sub(filled, level.template))
        return label + " " if label and level.suffix != "nothing" else label

    def _level(self, used: _List, depth: int) -> _Level | None:
        return used.levels.get(depth) or self._abstract.get(used.abstract, {}).get(depth)

    def _list_of(self, properties: etree._Element | None) -> tuple[str, int] | None:
        """Get the list and level of a paragraph, from itself or from its style."""
        style_element = child(properties, "pStyle")
        style = (
            attribute(style_element, "val") if style_element is not None else self._default_style
        )
        number, depth = _number_of(properties)
        if number is None:
            number, styled_depth, owner = self._inherited(style)
            depth = self._depth_of_style(number, owner, styled_depth) if depth is None else depth
        if number is None or number not in self._lists or number == "0":
            return None
        return number, min(max(depth or 0, 0), _LEVELS - 1)

    def _inherited(self, style: str | None) -> tuple[str | None, int | None, str | None]:
        for _ in range(_LONGEST_INHERITANCE):
            if style is None or style not in self._styles:
                break
            parent, number, depth = self._styles[style]
            if number is not None:
                return number, depth, style
            style = parent
        return None, None, None

    def _depth_of_style(
        self, number: str | None, style: str | None, depth: int | None
    ) -> int | None:
        used = self._lists.get(number or "")
        if used is None or depth is not None:
            return depth
        levels = {**self._abstract.get(used.abstract, {}), **used.levels}
        return next((place for place, level in levels.items() if level.style == style), 0)

    def _read_styles(self, root: etree._Element) -> None:
        for style in children(root, "style"):
            identity = attribute(style, "styleId")
            if identity is None or attribute(style, "type") not in {"paragraph", "numbering", None}:
                continue
            parent = child(style, "basedOn")
            number, depth = _number_of(child(style, "pPr"))
            inherited = attribute(parent, "val") if parent is not None else None
            self._styles[identity] = (inherited, number, depth)
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in {
                "1",
                "true",
            }:
                self._default_style = identity

    def _read_lists(self, root: etree._Element) -> None:
        links: dict[str, str] = {}
        for abstract in children(root, "abstractNum"):
            identity = attribute(abstract, "abstractNumId") or ""
            self._abstract[identity] = _levels(abstract)
            link = child(abstract, "numStyleLink")
            if link is not None:
                links[identity] = attribute(link, "val") or ""
        for number in children(root, "num"):
            reference = child(number, "abstractNumId")
            if reference is None:
                continue
            used = _List(abstract=attribute(reference, "val") or "")
            for override in children(number, "lvlOverride"):
                _override(used, override)
            self._lists[attribute(number, "numId") or ""] = used
        # A list that only names a numbering style takes its levels from that style's own list.
        for identity, style in links.items():
            target = self._lists.get(self._inherited(style)[0] or "")
            if target is not None and not self._abstract[identity]:
                self._abstract[identity] = self._abstract.get(target.abstract, {})


def _number_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    holder = child(properties, "numPr")
    if holder is None:
        return None, None
    number, depth = child(holder, "numId"), child(holder, "ilvl")
    return (
        attribute(number, "val") if number is not None else None,
        _whole(attribute(depth, "val")) if depth is not None else None,
    )


def _levels(parent: etree._Element) -> dict[int, _Level]:
    return {
        depth: _level(level)
        for level in children(parent, "lvl")
        if (depth := _whole(attribute(level, "ilvl"))) is not None and 0 <= depth < _LEVELS
    }


def _level(element: etree._Element) -> _Level:
    values: dict[str, str | None] = {}
    for part in ("start", "lvlText", "suff", "isLgl", "lvlRestart", "pStyle"):
        holder = child(element, part)
        if holder is not None:
            values[part] = attribute(holder, "val")
    # A format of newer versions stands beside its replacement in alternate content.
    kinds = [attribute(found, "val") for found in element.iter("{*}numFmt")]
    start = _whole(values.get("start"))
    return _Level(
        start=1 if start is None else start,
        kind=next((kind for kind in reversed(kinds) if kind and kind != "custom"), "decimal"),
        template=values.get("lvlText") or "",
        suffix=values.get("suff") or "tab",
        legal="isLgl" in values and values["isLgl"] not in {"0", "false", "off"},
        restarts=values.get("lvlRestart") != "0",
        style=values.get("pStyle"),
    )


def _override(used: _List, override: etree._Element) -> None:
    depth = _whole(attribute(override, "ilvl"))
    if depth is None or not 0 <= depth < _LEVELS:
        return
    start = child(override, "startOverride")
    value = _whole(attribute(start, "val")) if start is not None else None
    if value is not None:
        used.starts[depth] = value
    used.levels.update(_levels(override))


def _whole(text: str | None) -> int | None:
    try:
        return int(text or "")
    except ValueError:
        return None
