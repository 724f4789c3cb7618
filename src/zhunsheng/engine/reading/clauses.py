"""Where responsibility clauses stand: in brackets, behind labels, or as a sentence of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zhunsheng.engine.documents.flow import Flow, Paragraph
from zhunsheng.engine.reading.offices import ends_an_office, is_office
from zhunsheng.engine.reading.units import (
    FIRST_LEADS,
    LABEL,
    NO_NAME,
    OTHER_LABEL,
    NamedUnit,
    is_unit_label,
    label_role,
    named_units,
    names_only_offices,
)

_OPENERS, _CLOSERS = "（(〔【［[", "）)〕】］]"
_ACTS = re.compile(r"负责|牵头|落实|配合|参与|参加|主办|承办|协办|组织实施|实施|协助")
_SENTENCE = re.compile(r"[^。！？\n]{4,200}")
_SENTENCE_ACT = re.compile(r"(?:负责|牵头|落实|配合|参与|参加|组织实施|协助|承办|主办|协办)$")
_BEFORE_LABEL = frozenset("。；;，,！”）)〕】］]（(〔【［[—- \n")
_STOP = re.compile(r"[。\n]|[（(]此件")
_PARAGRAPH_END = re.compile(r"[。；]?(?:\n|$)")
_REMARK = re.compile(
    r"以下|下同|简称|统称|含|包括|不含|不包括|除|详见|见附|原|如|即|例如|试点|第一|首批"
)
_LONGEST = 700
_SHORTEST_NAMES = 2
_LONGEST_NAME = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A responsibility clause (offsets into the flow's text, brackets left out) and the units it names."""

    start: int
    end: int
    units: tuple[NamedUnit, ...]


def clauses_in(
    flow: Flow, paragraphs: Sequence[Paragraph], start: int, end: int
) -> tuple[Clause, ...]:
    """Get the responsibility clauses between two offsets, in order; `paragraphs` are those that lie there."""
    found: list[Clause] = []
    for index, paragraph in enumerate(paragraphs):
        first, last = max(paragraph.start, start), min(paragraph.end, end)
        if first >= last:
            continue
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        here = list(_bracketed(flow, first, last))
        here += [c for c in _labelled(flow, first, last, following) if not _covered(c, here)]
        here += [c for c in _sentences(flow, first, last) if not _covered(c, here)]
        found.extend(sorted(here, key=lambda clause: clause.start))
    if found:
        found[-1] = _without_cut_name(flow, found[-1])
    return _distinct([clause for clause in found if clause.units])


def _without_cut_name(flow: Flow, clause: Clause) -> Clause:
    """Get the clause without a last name that the end of the text cut off."""
    last = max(clause.units, key=lambda unit: unit.end)
    if last.end < len(flow.text) or is_office(flow.text[last.start : last.end]):
        return clause
    return replace(clause, units=tuple(unit for unit in clause.units if unit is not last))


def first_named_leads_from(flow: Flow) -> int | None:
    """Get from where on the unit named first is the leading one (列第一位的为牵头单位，下同), or None."""
    found = FIRST_LEADS.search(flow.text)
    if found is None:
        return None
    # 附注在文末的，适用于全文。
    return (
        0
        if found.start() > len(flow.text) * 0.9
        else max(flow.text.rfind("\n", 0, found.start()), 0)
    )


def _covered(clause: Clause, others: list[Clause]) -> bool:
    return any(other.start < clause.end and clause.start < other.end for other in others)


def _distinct(found: list[Clause]) -> tuple[Clause, ...]:
    kept: list[Clause] = []
    for clause in found:
        if not _covered(clause, kept[-3:]):
            kept.append(clause)
    return tuple(kept)


def _bracketed(flow: Flow, start: int, end: int) -> Iterator[Clause]:
    """Go through the clauses in brackets, matched by depth whatever their shape; an open one ends the paragraph."""
    text = flow.text
    opened: list[int] = []
    pairs: list[tuple[int, int, bool]] = []
    for position in range(start, end):
        character = text[position]
        if character in _OPENERS:
            opened.append(position)
        elif character in _CLOSERS and opened:
            pairs.append((opened.pop(), position, True))
    pairs.extend((opener, end, False) for opener in opened)
    pairs.sort(key=lambda pair: (pair[0], -pair[1]))
    reached = start
    for opener, closer, closed in pairs:
        if opener < reached or not _SHORTEST_NAMES < closer - opener <= _LONGEST:
            continue
        clause = _clause_within(flow, opener + 1, closer, closed=closed)
        if clause is not None:
            reached = closer
            yield clause


def _clause_within(flow: Flow, start: int, end: int, *, closed: bool) -> Clause | None:
    label = LABEL.match(flow.text, start, end)
    if label and is_unit_label(label):
        stop = _STOP.search(flow.text, start, end)
        # 「…等负责。列第一位者为牵头单位，下同」的句号不断开从句。
        last = end if closed or stop is None else stop.start()
        units = named_units(flow, start, last)
        return Clause(start=start, end=last, units=units) if units else None
    if not closed:
        return None
    units = named_units(flow, start, end)
    if not any(not unit.default for unit in units) or not names_only_offices(flow, units):
        return None
    if _ACTS.search(flow.text, start, end) or _bare_names(flow, start, end, units):
        return Clause(start=start, end=end, units=units)
    return None


def _bare_names(flow: Flow, start: int, end: int, units: tuple[NamedUnit, ...]) -> bool:
    """Whether a bracket that says no more than names of offices closes a task: 。（县甲局、县乙局）."""
    text = flow.text
    if not _PARAGRAPH_END.match(text, end + 1) or _REMARK.match(text, start, end):
        return False
    clear = all(ends_an_office(text[unit.start : unit.end]) for unit in units)
    behind_sentence = start >= 2 and text[start - 2] in "。；！"
    return clear and (behind_sentence or len(units) >= 2 * _SHORTEST_NAMES)


def _labelled(flow: Flow, start: int, end: int, following: Paragraph | None) -> Iterator[Clause]:
    """Go through the clauses that a label opens in running text or on a line of its own."""
    text = flow.text
    reached = start
    for found in LABEL.finditer(text, start, end):
        if found.start() < reached or not is_unit_label(found):
            continue
        if (
            found.start() > start
            and text[found.start() - 1] not in _BEFORE_LABEL
            and found.start() not in flow.gaps
        ):
            continue
        stop = _STOP.search(text, found.end(), end)
        last = stop.start() if stop else end
        reached = last
        units = named_units(flow, found.start(), last)
        if units:
            yield Clause(start=found.start(), end=last, units=units)
        elif (
            found.end() >= end
            and following is not None
            and following.end - following.start <= _LONGEST
        ):
            clause = _on_the_next_line(flow, found, following)
            if clause is not None:
                yield clause


def _on_the_next_line(flow: Flow, label: re.Match[str], following: Paragraph) -> Clause | None:
    role = label_role(label)
    if (
        role is None
        or LABEL.match(flow.text, following.start)
        or OTHER_LABEL.match(flow.text, following.start)
    ):
        return None
    units = named_units(flow, following.start, following.end, role)
    if not names_only_offices(flow, units):
        return None
    return Clause(start=following.start, end=following.end, units=units)


def _sentences(flow: Flow, start: int, end: int) -> Iterator[Clause]:
    """Go through the sentences that say nothing but who does what: 甲局牵头，乙局配合。"""
    for found in _SENTENCE.finditer(flow.text, start, end):
        if not _SENTENCE_ACT.search(flow.text[max(found.end() - 8, start) : found.end()]):
            continue
        if NO_NAME.search(found[0]) or (
            found.start() > start and flow.text[found.start() - 1] not in "。！？\n"
        ):
            continue
        units = named_units(flow, found.start(), found.end())
        if (
            any(not unit.default for unit in units)
            and names_only_offices(flow, units)
            and _short(units)
        ):
            yield Clause(start=found.start(), end=found.end(), units=units)


def _short(units: tuple[NamedUnit, ...]) -> bool:
    """Whether the names are short enough to be names and not the beginnings of ordinary sentences."""
    return all(unit.end - unit.start <= _LONGEST_NAME for unit in units)
