"""Responsibility clauses taken apart: who leads, who supports, who is responsible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.reading.model import ResponsibleUnit, UnitRole
from zhunsheng.engine.reading.offices import canonical, ends_an_office, is_collective, is_office

LABEL = re.compile(
    r"(?:[省市区县州镇](?:级|直)?)?"
    r"(?:(?P<kind>主要责任|主责|责任|牵头(?:责任|负责)?|协同责任|配合责任|主办|承办|主要负责|负责|落实|组织实施|实施|配合|协办|协助|协同|参与|参加|参建|支持|会办|联办)"
    r"(?P<who>单位|部门|机构|处室|科室|股室|主体|领导|人员|人)?(?:[（(](?:单位|部门)[）)])?(?:[及和、](?:配合|参与|责任|协办|牵头)?(?:单位|部门|人))?"
    r"|(?P<duty>责任分工|任务分工|职责分工|分工))[:：]"
)
OTHER_LABEL = re.compile(
    r"(?:完成|办结|整改|落实|推进)?(?:时限|时间|期限|日期|节点|时间节点|进度|完成标志)(?:要求|安排|节点)?[:：]|(?:责任|分管|牵头|包保|联系|市|县|区)?领导[:：]"
    r"|(?:负责|联系|责任)人[:：]|(?:工作)?(?:目标|措施|要求|内容)[:：]|备注[:：]"
)
_NAKED_LABELS = frozenset({"责任", "牵头", "主办", "承办", "配合", "协办", "参与", "参加", "落实"})
_LEADING = frozenset({"牵头", "牵头责任", "牵头负责", "主办", "主责", "主要责任", "主要负责"})
_SUPPORTING = frozenset(
    {
        "协同责任",
        "配合责任",
        "配合",
        "协办",
        "协助",
        "协同",
        "参与",
        "参加",
        "支持",
        "会办",
        "联办",
        "参建",
    }
)
FIRST_LEADS = re.compile(
    r"(?:列|排|位列|排名|居)?(?:在)?(?:第一位?|首位|第一)(?:的|者)?[^。；，]{0,12}(?:为|是)[^。；，]{0,6}(?:牵头|主办|汇总|主要责任|总牵头)"
)
_NOTE = re.compile(
    r"[（(](?=[^（()）]{0,60}(?:第一位|首位|下同|不再|排名|列第一|排第一))[^（()）]{0,90}[）)]?"
)
_REMARK = re.compile(
    r"[^，；。]{0,24}(?:下同|不再[^，；。]{0,12}|[列排][^，；。]{0,6}第一[^，；。]{0,30}|[^，；。]{0,6}首位[^，；。]{0,20})$"
)
_DEFAULT = re.compile(
    r"(?:以[下上]|下列|其[他余]|后续|下面)[^，；。]{0,10}?(?:任务|工作|事项|内容)?(?:均|都|还)?(?:需|由|须|应|要|为)(?P<names>[^；。]{2,120}?)"
    r"(?:共同|具体|分别|按职责)?(?:落实|负责|配合|参与|实施|组织实施|抓好落实|承担|的责任单位|责任单位)$"
)
_HOW = (
    r"(?:共同|分别|各自|按照?|根据|依据|依|联合|具体|统筹|加强|做好|密切|积极|协同|认真|全力|抓好|属地|职责|职能|任务|分工|权限|要求|范围内?|和|进行|负责|协助"
    r"|[，,])"
)
_ACT = r"(?:总?牵头|负责|落实|配合|参与|参加|协助|支持|组织|实施|指导|承办|主办|协办|办理|推进|执行|监督|统筹|协调|抓好|完成|督办|汇总|承担|具体)"
_TAIL = re.compile(rf"{_HOW}{{0,8}}{_ACT}{{1,4}}(?:工作|到位|责任)?$")
_LEAD_IN = re.compile(r"(?:由|请|均由|以上由|其中|并由|主要由|并|此项工作由|该项工作由)")
_VAGUE = re.compile(
    r"(?:\d{1,3}|[一二三四五六七八九十几多]{1,3})?(?:个|家)?(?:市|县|区|省)?(?:部门|单位|部门和单位|部门（单位）|部门\(单位\)|单位和部门)?$"
)
_AND_SO_ON = re.compile(r"等(?!级|效|额|离子|值)")
_ROLE_BRACKET = re.compile(r"[（(](?P<role>牵头|主办|主责|负责|配合|协办|参与)(?:单位|部门)?[）)]")
NO_NAME = re.compile(r"\d{1,4}[年月日]|年底|年内|季度|长期|持续|完成$|[%％]|[《“]")
# 各县、市、区人民政府，是一个名称。
_LEVEL_WORD = re.compile(
    r"各?(?:省|自治区|直辖市|设区市|市|自治州|州|盟|县级市|县|自治县|区|旗|乡|镇|街道)$"
)
_LEVEL_NAME = re.compile(
    r"(?:省|自治区|直辖市|市|自治州|州|盟|县|区|旗|乡|镇|街道|开发区|园区)(?:人民)?(?:政府|管委会|党委|党工委|办事处|有关|相关|各|级)"
)
_STARS = "*＊★▲※●"
_TRIM = "，,、；;：:。. |/及和〔〕【】［］"
_OPENERS, _CLOSERS = "（(〔【［[", "）)〕】］]"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedUnit:
    """A name in a clause (offsets into the flow's text), its role, and whether it is a default for later tasks."""

    start: int
    end: int
    role: UnitRole
    default: bool = False


def named_units(
    flow: Flow, start: int, end: int, role: UnitRole = "responsible"
) -> tuple[NamedUnit, ...]:
    """
    Get the units that a responsibility clause names, in order; `role` holds where no word gives one.

    The stretch is the clause without its outer brackets; labels may stand in it.
    """
    found: list[NamedUnit] = []
    for section_role, first, last in _sections(flow.text, start, end, role):
        found.extend(_section_units(flow, first, last, section_role))
    return tuple(found)


def resolved(
    flow: Flow, units: tuple[NamedUnit, ...], offices: dict[str, str] | None = None
) -> tuple[ResponsibleUnit, ...]:
    """Get the units with their names, offices and places."""
    result = []
    for unit in units:
        place = flow.place(unit.start, unit.end)
        office = offices.get(place.quote) if offices else None
        result.append(
            ResponsibleUnit(
                name=place.quote,
                office=office or canonical(place.quote),
                role=unit.role,
                collective=is_collective(place.quote),
                place=place,
                default=unit.default,
            )
        )
    return tuple(result)


def label_role(found: re.Match[str]) -> UnitRole | None:
    """Get the role that a label gives, or None for a label of people."""
    if found["who"] in {"领导", "人", "人员"}:
        return None
    kind = found["kind"] or ""
    if kind in _LEADING:
        return "lead"
    return "supporting" if kind in _SUPPORTING else "responsible"


def is_unit_label(found: re.Match[str]) -> bool:
    """Whether a label names units by itself: 负责： alone ends many a sentence, 牵头： does not."""
    return bool(found["who"] or found["duty"] or found["kind"] in _NAKED_LABELS)


def _sections(
    text: str, start: int, end: int, role: UnitRole
) -> Iterator[tuple[UnitRole, int, int]]:
    """Go through the stretches between labels with the role each label gives."""
    marks: list[tuple[int, int, UnitRole | None]] = [(start, start, role)]
    labels = (found for found in LABEL.finditer(text, start, end) if is_unit_label(found))
    marks.extend((found.start(), found.end(), label_role(found)) for found in labels)
    marks.extend(
        (found.start(), found.end(), None) for found in OTHER_LABEL.finditer(text, start, end)
    )
    marks.sort(key=lambda mark: mark[:2])
    for index, (_, first, section_role) in enumerate(marks):
        last = marks[index + 1][0] if index + 1 < len(marks) else end
        if section_role is not None and first < last:
            yield section_role, first, last


def _section_units(flow: Flow, start: int, end: int, role: UnitRole) -> list[NamedUnit]:
    groups = [
        _read_group(flow, first, last) for first, last in _split(flow, start, end, "；;。，,\n")
    ]
    found: list[NamedUnit] = []
    waiting: list[tuple[int, int]] = []
    led = role == "lead"
    for group in groups:
        if group is None:
            continue
        names, act, default = group
        if default:
            found.extend(
                NamedUnit(start=a, end=b, role="responsible", default=True) for a, b in names
            )
            continue
        waiting.extend(names)
        if act is None:
            continue
        group_role = _role_of(act, role, led=led)
        led = led or group_role == "lead"
        found.extend(_with_brackets(flow, a, b, group_role) for a, b in waiting)
        waiting = []
    found.extend(_with_brackets(flow, a, b, role) for a, b in waiting)
    return sorted(found, key=lambda unit: unit.start)


def _role_of(act: str, role: UnitRole, *, led: bool) -> UnitRole:
    if "牵头" in act or "主办" in act:
        return "lead"
    if any(word in act for word in ("配合", "参与", "参加", "协助", "协办", "支持", "指导")):
        return "supporting"
    return "supporting" if led and role != "lead" else role


def _with_brackets(flow: Flow, start: int, end: int, role: UnitRole) -> NamedUnit:
    """Get a name without the bracket or star that tells its role."""
    while start < end - 1 and flow.text[start] in _STARS:
        start, role = start + 1, "lead"
    while end > start + 1 and flow.text[end - 1] in _STARS:
        end, role = end - 1, "lead"
    found = _ROLE_BRACKET.search(flow.text, start, end)
    if found and found.start() > start:
        if found["role"] in _LEADING:
            role = "lead"
        elif found["role"] in _SUPPORTING:
            role = "supporting"
        end = found.start()
    return NamedUnit(start=start, end=end, role=role)


def _read_group(
    flow: Flow, start: int, end: int
) -> tuple[list[tuple[int, int]], str | None, bool] | None:
    """Get the names of a group, the words that tell what they do, and whether they are defaults."""
    text = flow.text[start:end]
    default = _DEFAULT.match(text)
    if default:
        return (
            _names(flow, start + default.start("names"), start + default.end("names")),
            None,
            True,
        )
    if not text or _REMARK.match(text):
        return None
    tail = _TAIL.search(text[-40:])
    act = None
    if tail:
        act = tail[0]
        end -= len(act)
    lead_in = _LEAD_IN.match(flow.text, start, end)
    if lead_in and not (lead_in[0] == "其中" and end - lead_in.end() < 2):
        start = lead_in.end()
    return _names(flow, start, end), act, False


def _names(flow: Flow, start: int, end: int) -> list[tuple[int, int]]:
    names: list[tuple[int, int]] = []
    begun: int | None = None
    for first, last in _split(flow, start, end, "、，,", joints=True):
        words = flow.text[first:last]
        if _LEVEL_WORD.match(words) and (begun is not None or words.startswith("各")):
            begun = first if begun is None else begun
            continue
        whole = begun is not None and bool(_LEVEL_NAME.match(words))
        if begun is not None and not whole:
            names.append((begun, first - 1))
        names.extend(_around_etc(flow.text, begun if whole and begun is not None else first, last))
        begun = None
    if begun is not None:
        names.append((begun, end))
    return [(first, last) for first, last in names if not NO_NAME.search(flow.text, first, last)]


def _around_etc(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Go through the names before and behind 等: 甲局等有关部门 has two, 甲局等部门 one."""
    depth = 0
    cut = None
    for position in range(start, end):
        if text[position] in _OPENERS:
            depth += 1
        elif text[position] in _CLOSERS:
            depth -= 1
        elif (
            depth <= 0
            and position > start + 1
            and text[position - 1] not in "高中初平同均"
            and _AND_SO_ON.match(text, position, end)
        ):
            cut = position
            break
    pieces = [(start, end)] if cut is None else [(start, cut)]
    if cut is not None and not _VAGUE.match(text, cut + 1, end):
        pieces.append((cut + 1, end))
    for first, last in pieces:
        words = text[first:last]
        begin = first + len(words) - len(words.lstrip(_TRIM))
        end = last - len(words) + len(words.rstrip(_TRIM + "等"))
        if end - begin >= 2:
            yield begin, end


def _split(
    flow: Flow, start: int, end: int, separators: str, *, joints: bool = False
) -> Iterator[tuple[int, int]]:
    """
    Go through the stretches between separators that stand outside brackets.

    With `joints`, 和, 及, 与 and blanks part two names where an office's name ends before them.
    """
    text = flow.text
    notes = {found.start(): found.end() for found in _NOTE.finditer(text, start, end)}
    depth, first, position = 0, start, start
    while position < end:
        character = text[position]
        if position in notes:
            yield first, position
            first = position = notes[position]
            continue
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth = max(depth - 1, 0)
        elif depth == 0 and character in separators:
            yield first, position
            first = position + 1
        elif joints and depth == 0 and (skip := _joint(flow, first, position, end)) is not None:
            yield first, position
            first = position = position + skip
            continue
        position += 1
    if first < end:
        yield first, end


def _joint(flow: Flow, first: int, position: int, end: int) -> int | None:
    """Get how many characters join two names here, or None where nothing parts."""
    text = flow.text
    if position - first < 2:
        return None
    if position in flow.gaps or text[position] in " |/":
        joint = 1 if text[position] in " |/" else 0
    elif text.startswith(("以及", "会同"), position):
        joint = 2
    elif text[position] in "和及与":
        joint = 1
    else:
        return None
    rest = text[position + joint : min(end, position + joint + 40)]
    if len(rest) < 3 or not ends_an_office(text[max(first, position - 12) : position]):
        return None
    if (
        joint
        and text[position] not in " |/"
        and not re.search(
            r"局|委|办|厅|院|会|署|中心|政府|部门|单位|镇|乡|街道|公司|队|区|县|部|处", rest
        )
    ):
        return None
    return joint


def names_only_offices(flow: Flow, units: tuple[NamedUnit, ...]) -> bool:
    """Whether every name may be that of an office, and there is one."""
    return bool(units) and all(is_office(flow.text[unit.start : unit.end]) for unit in units)
