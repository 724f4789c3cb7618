"""Which unit or group of a government a name in a plan means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from zhunsheng.engine.messages import Message
from zhunsheng.engine.planning.directory import Directory, KnownGroup, KnownUnit
from zhunsheng.engine.planning.proposal import Candidate, NameMatch
from zhunsheng.engine.reading.numerals import fold
from zhunsheng.engine.reading.offices import SHORT_FORMS, is_collective

MOST_CANDIDATES = 8
_BLANK = re.compile(r"\s+")
_BRACKETS = str.maketrans("([【〔{", "（（（（（") | str.maketrans(")]】〕}", "）））））")
_TAIL_BRACKET = re.compile(r"（[^（）]{1,20}）$")
_LEVELS = "省市县区州盟旗镇乡"
# 市场监管局的“市”不是市级。
_NO_LEVEL = ("市场", "市容", "市政公用", "市政管理", "市政工程", "区域", "县域", "镇街", "乡镇")
_ENDINGS = (
    (re.compile(r"人民政府"), "政府"),
    (re.compile(r"(?<=[镇乡])政府$"), ""),
    (re.compile(r"街道办事处$|街道办$"), "街道"),
    (re.compile(r"管理委员会$|管委会$"), "管委"),
    (re.compile(r"人民(?=检察院|法院)"), ""),
    (re.compile(r"办公室$"), "办"),
    (re.compile(r"委员会$"), "委"),
)
_VAGUE = re.compile(r"有关|相关")
_LOOSE = re.compile(r"各级|各|有关|相关|其他|所属|（单位）|（部门）|和单位|、单位")
_TOWNS = re.compile(r"(?:镇|乡)$|街道$")
_TOWN_WORDS: dict[str, str] = {
    "镇": "镇乡",
    "街道": "街道",
    "镇街道": "镇乡街道",
    "镇街": "镇乡街道",
}


def match_name(name: str, directory: Directory) -> NameMatch:
    """
    Get what a name means among the units and groups of a government.

    What the directory says word for word is sure, and so is what follows from the rules by which offices
    are shortened; what is only alike is offered, never taken.
    """
    groups = _groups_meant(name, directory)
    if groups:
        return _of_group(name, groups[0], groups)
    for found, reason in _by_rule(name, directory):
        if len(found) == 1:
            return _sure(name, found[0], reason)
        if found:
            return _open(name, [_unit(one, reason) for one in found], collective=False)
    if not is_collective(name):
        looser = _loosely(name, directory)
        if len(looser) == 1:
            why = Message(
                "名称像是它的简称，请核对", "the name looks like its short form; look at it"
            )
            return NameMatch(
                name=name,
                certainty="likely",
                reason=why,
                units=(looser[0].key,),
                candidates=(_unit(looser[0], why), *_alike(name, directory, without=looser)),
            )
    return _open(name, list(_alike(name, directory)), collective=is_collective(name))


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """
    Get a name without blanks, its brackets in one form.

    >>> plain("县级相关部门 (单位）")
    '县级相关部门（单位）'
    """
    return _BLANK.sub("", fold(name)).translate(_BRACKETS)


def group_frame(name: str) -> str:
    """
    Get the words by which two names of one group meet.

    >>> group_frame("各镇（街道）") == group_frame("各乡镇(街道)"), group_frame("区级有关部门（单位）")
    (True, '区级部门')
    """
    bare = _LOOSE.sub("", plain(name)).replace("（", "").replace("）", "")
    for ending, short in _ENDINGS:
        bare = ending.sub(short, bare)
    return re.sub(r"(?:单位|部门)+$", "部门", bare.replace("乡镇", "镇"))


def _groups_meant(name: str, directory: Directory) -> list[KnownGroup]:
    said = [one for one in directory.groups if plain(one.name) == plain(name)]
    if said or not is_collective(name):
        return said
    frame = group_frame(name)
    return [one for one in directory.groups if frame and group_frame(one.name) == frame]


def _of_group(name: str, group: KnownGroup, groups: list[KnownGroup]) -> NameMatch:
    """Get the match of a group: its own name is sure, 有关 leaves it to somebody which members are meant."""
    literal = plain(group.name) == plain(name)
    why = Message(f"单位组“{group.name}”", f"the group {group.name}")
    if not literal and _VAGUE.search(name):
        why = Message(
            f"按单位组“{group.name}”；“有关”“相关”指哪些单位，请核对",
            f"the group {group.name}; which of them are concerned is yours to say",
        )
    sure = literal or (len(groups) == 1 and not _VAGUE.search(name))
    return NameMatch(
        name=name,
        certainty="sure" if sure and group.members else "likely" if group.members else "open",
        reason=why,
        units=group.members,
        group=group.key,
        collective=True,
        candidates=tuple(_group(one, why) for one in groups),
    )


def _by_rule(name: str, directory: Directory) -> Iterator[tuple[list[KnownUnit], Message]]:
    """Go through the ways a name can mean a unit, the plainest first."""
    said, units = plain(name), directory.units
    without = _TAIL_BRACKET.sub("", said)
    yield (
        [one for one in units if plain(one.name) == said],
        Message("名称一致", "the same name"),
    )
    yield (
        [one for one in units if said in {plain(alias) for alias in one.aliases}],
        Message("别称", "an alias"),
    )
    yield (
        [one for one in units if said in {plain(past) for past in one.past_names}],
        Message("曾用名", "a past name"),
    )
    if is_collective(name):
        return
    frames = {_frame(said, directory), _frame(without, directory)}
    yield (
        [one for one in units if frames & set(_frames(one, directory))],
        Message("通行的简称", "a usual short form"),
    )


def _loosely(name: str, directory: Directory) -> list[KnownUnit]:
    """Get the units of which a name may be a short form: its characters in order, or another level."""
    level, core = _frame(plain(name), directory)
    same = [
        one for one in directory.units if any(core == other for _, other in _frames(one, directory))
    ]
    if same or len(core) < 3:
        return same
    found = []
    for one in directory.units:
        for other_level, other in _frames(one, directory):
            if other_level == level and len(other) > len(core) and _in_order(core, other):
                found.append(one)
                break
    return found


def _alike(
    name: str, directory: Directory, without: Iterable[KnownUnit] = ()
) -> Iterator[Candidate]:
    """Go through what looks like a name, the likest first; for towns all of the kind that is named."""
    if is_collective(name):
        yield from _groups_alike(name, directory)
        kinds = _TOWN_WORDS.get(group_frame(name), "")
        why = Message("名称属于这一类", "its name is of this kind")
        for one in directory.units:
            ending = _TOWNS.search(_frame(plain(one.name), directory)[1])
            if kinds and ending and ending[0] in kinds:
                yield _unit(one, why)
        if kinds:
            return
    left = [one for one in directory.units if one not in list(without)]
    core = _frame(plain(name), directory)[1]
    ranked = sorted(
        (-max(alikeness(core, other) for _, other in _frames(one, directory)), at)
        for at, one in enumerate(left)
    )
    why = Message("名称相近", "a similar name")
    for score, at in ranked[:MOST_CANDIDATES]:
        if score < 0:
            yield _unit(left[at], why)


def _groups_alike(name: str, directory: Directory) -> Iterator[Candidate]:
    frame = group_frame(name)
    ranked = sorted(
        (-alikeness(frame, group_frame(one.name)), at) for at, one in enumerate(directory.groups)
    )
    why = Message("名称相近的单位组", "a group with a similar name")
    for score, at in ranked[:MOST_CANDIDATES]:
        if score < 0:
            yield _group(directory.groups[at], why)


def alikeness(one: str, other: str) -> float:
    """Get how much two texts are alike by the pairs of characters they share: 0 for nothing, 1 for all."""
    first, second = _pairs(one), _pairs(other)
    whole = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / whole if whole else 0.0


def _pairs(text: str) -> Counter[str]:
    if len(text) < 2:
        return Counter([text] if text else [])
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def _frames(unit: KnownUnit, directory: Directory) -> tuple[tuple[str, str], ...]:
    names = (unit.name, *unit.aliases, *unit.past_names)
    return tuple(dict.fromkeys(_frame(plain(one), directory) for one in names))


def _frame(name: str, directory: Directory) -> tuple[str, str]:
    """
    Get the level of a name (empty for the government's own, 上 for one above) and its office.

    The place is dropped, short forms are written out, and endings brought into one form.
    """
    return _cached_frame(name, directory.place, directory.above)


@lru_cache(maxsize=16384)
def _cached_frame(name: str, place: str, above: tuple[str, ...]) -> tuple[str, str]:
    rest, level = name.removeprefix("中共"), ""
    for _ in range(len(above)):
        for higher in above:
            for said in _places(higher):
                if rest.startswith(said) and len(rest) > len(said) + 1:
                    rest, level = rest[len(said) :], "上"
    for higher in above:
        place = place.removeprefix(higher) or place
    for said in _places(place):
        if said and rest.startswith(said) and len(rest) > len(said) + 1:
            rest, level = rest[len(said) :], ""
            break
    own = place[-1:] if place[-1:] in _LEVELS else ""
    if rest[:1] in _LEVELS and len(rest) > 3 and not rest.startswith(_NO_LEVEL):
        level = "" if not own or rest[0] == own else "上"
        rest = rest[1:]
    return level, _office(rest)


def _places(place: str) -> tuple[str, ...]:
    """Get how a place is named before an office: with and without what it is (溪口县, 溪口)."""
    short = place.rstrip(_LEVELS)
    return (place, short) if len(short) >= 2 else (place,) if place else ()


def _office(core: str) -> str:
    """Get an office in one form: written out, party committees' offices without 委, endings short."""
    inner = core[1:] if core.startswith("委") and len(core) > 2 else core
    full = SHORT_FORMS.get(core) or SHORT_FORMS.get(inner) or inner
    for ending, short in _ENDINGS:
        full = ending.sub(short, full)
    return full


def _in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return short[:1] == full[:1] and all(character in rest for character in short)


def _sure(name: str, unit: KnownUnit, reason: Message) -> NameMatch:
    return NameMatch(
        name=name,
        certainty="sure",
        reason=reason,
        units=(unit.key,),
        candidates=(_unit(unit, reason),),
        collective=is_collective(name),
    )


def _open(name: str, candidates: list[Candidate], *, collective: bool) -> NameMatch:
    if candidates:
        why = Message("有几个相近的，请选择", "several are alike; choose")
    else:
        why = Message("单位名录里没有这个名称", "the directory has no such name")
    return NameMatch(
        name=name,
        certainty="open",
        reason=why,
        collective=collective,
        candidates=tuple(candidates),
    )


def _unit(unit: KnownUnit, reason: Message) -> Candidate:
    return Candidate(key=unit.key, label=unit.name, is_group=False, reason=reason)


def _group(group: KnownGroup, reason: Message) -> Candidate:
    return Candidate(key=group.key, label=group.name, is_group=True, reason=reason)
