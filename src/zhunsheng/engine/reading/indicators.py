"""What a target measures, in the text's words, and for whom it holds."""

from __future__ import annotations

import re

_FILLER = re.compile(
    r"(?:(?:并|且|还|也|其中|确保|力争|争取|努力|要|应当?|须|必须|原则上|一般(?=要|应|不|须|每|为)|基本(?=建成|实现|达到|形成|完成)|全面|进一步|同时"
    r"|使|将|把|推动|促进|切实|不断|稳步|继续|持续|总体|平均|预期|积极|今年|全年|本年度?|(?:主要)?(?:预期)?目标(?:任务)?(?=[是为：:])|[是为]?[：:])[：:]?)+"
)
_TIME = re.compile(
    r"\d{1,2}年内|(?:到|至|在|于|力争)?(?:20\d{2}年(?:年?[底末内](?:之?前)?)?|年[底末内中](?:之?前)?|上半年|下半年|第?[一二三四]季度(?:末|底)?前?"
    r"|\d{1,2}月(?:\d{1,2}日|[底末])?(?:之?前)?)|(?<!人)每(?:年|半年|季度?|月|周)(?:度)?|(?<!上)年度(?=[一-鿿])"
)
_LOOSE = re.compile(
    r"(?:至少|最少|至多|最多|均|都|也|分别|总体|要|须|应|力争|能够?|可|一般|原则上)+$|至少|最少|至多|最多|比上年度?|较上年度?|同比|比\d{4}年|[由从](?:每[人月户年亩]){0,2}\d.*$"
)
_NUMBERING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s?|第[一二三四五六七八九十百]{1,4}[条章]|[①-⑳])"
)
_NOUN = re.compile(
    r"[^，,。；;、：:！？（(）)\n\d]{0,12}\d{1,6}(?:\.\d{1,3})?[^，,。；;、：:！？（(）)\n\d]{1,8}的[^，,。；;、：:！？（(）)\n\d]{1,20}"
    r"|[^，,。；;、：:！？（(）)\n\d]{1,20}"
)
_SPLIT = re.compile(r"[、，,]|(?<=[率度数比例重])[和与及]|以及")
_LISTED = re.compile(r"[、，,]|(?<=[一-鿿”）)])[和与及](?=$)")
_SHARED = re.compile(r"[、和与及]")
_MEASURE = re.compile(
    r"(?:率|比例|占比|比重|度|指数|数|时间|时限|总量|数量|次数|人数|面积|覆盖面)$"
)
_STEM = re.compile(
    r"(?:[三两二四]级)?(?:综合|规范化|标准化|按期|平台|线上)?(?:机械化|覆盖|普及|合格|优秀|优良|满意|知晓|参与|参考|完成|达标|办结|办复|回复|答复|及时|公开|建成|接入|处置|利用|回收|入学|就业|签约|履约|纠错|败诉|应诉|出庭|审核|审查|备案|解读|公示|抽查|调解|履行|自给|保有|治理|处理|普惠|巩固|硬化|绿化|供水|参保|报销|结案|持证|参训|转化|达产|化|效|标|成|例)?率$"
)
_WHOSE = r"(?:政府(?:各|有关|所属|组成)?(?:工作)?部门|部门|单位|机关|政府|企业|乡镇|街道|社区|(?<!城)镇|乡|村|学校|法官|人员|干部|律师|办事处|委员会)(?:（[^）]{1,8}）)?"
_SCOPE = re.compile(
    r"(?P<scope>(?:各级?|每个?|每名|每家|全[省市县区州盟旗镇国]|[县市乡]级以上|[省市县区]直)(?:[一-鿿]{0,10}?"
    + _WHOSE
    + r"|(?:县|区|市|省)(?:（[^）]{1,8}）)?)(?:[、和及][一-鿿]{0,8}?"
    + _WHOSE
    + r"){0,6})(?!建设|示范|工作|治理)"
)
_DEED = re.compile(
    r"新[建改增设创开辟]|改[造建扩]|扩建|建[成设]|打造|培[育训]|开展|组织|举办|召开|完成|实现|推[动进广]|创建|命名|评选|选派|实施|安排|引进|招引|整治|清理"
)
_WHOLE = re.compile(r"全[省市县区州盟旗镇国]")
_HANGING = re.compile(
    r"(?:其中)?(?:全年|年内|每[期次场批人名年月周季]|每季度|每半年|惠及|受益|带动|覆盖|吸纳|服务|(?:[比较].{0,12})?(?:提高|提升|增加|增长|下降|降低|减少|压缩)|)"
)
_LONGEST = 60
_CHANGES = re.compile(r"(?P<noun>[^，。；]{1,40})(?:增长|增速|增幅)$")


def plain(words: str) -> str:
    """Get the words of a clause without numbering, times, fillers and loose comparators."""
    words = _NUMBERING.sub("", words.strip(" ，,：:"))
    words = _TIME.sub("", words, count=3)
    words = _LOOSE.sub("", words)
    filler = _FILLER.match(words)
    if filler and filler.end() < len(words):
        words = words[filler.end() :]
    return words.strip(" ，,、：:")[-_LONGEST:]


def indicator_of(before: str, after: str) -> str:
    """
    Get what is measured from the words before a number (comparator left out) and behind it.

    >>> indicator_of("全年新建", "人行天桥"), indicator_of("参考率", "")
    ('新建人行天桥', '参考率')
    """
    words = plain(before)
    if changed := _CHANGES.fullmatch(words):
        return changed["noun"] + "增速"
    if _MEASURE.search(words) and len(words) >= 3:
        return words
    noun = _NOUN.match(after)
    return words + noun[0].strip("和与及的 ") if noun else words


def behind_list(words: str) -> str:
    """Get the words between two numbers of a list that belong to the later one (企业、小学 → 小学)."""
    return _LISTED.split(words, maxsplit=1)[-1]


def subjects_of(before: str, *, values: int) -> tuple[str, ...]:
    """
    Get the several things that one number, or as many numbers as `values`, are said of; else one.

    >>> subjects_of("负责人出庭率、参加听证率", values=1)
    ('负责人出庭率', '参加听证率')
    >>> subjects_of("茶叶采摘、运输机械化率", values=2)
    ('茶叶采摘机械化率', '茶叶运输机械化率')
    """
    words = plain(before)
    if values == 1:
        pieces = tuple(piece for piece in _SPLIT.split(words) if piece)
        return pieces if len(pieces) > 1 and all(map(_MEASURE.search, pieces)) else (words,)
    pieces = tuple(piece for piece in _SHARED.split(words) if piece)
    if len(pieces) != values:
        return (words,) * values
    if all(map(_MEASURE.search, pieces)):
        return pieces
    return _with_shared_ends(pieces)


def _with_shared_ends(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Give each piece the beginning of the first and the end of the last, which they share."""
    last = pieces[-1]
    stem = _STEM.search(last)
    tail = stem[0] if stem else ""
    own = last[: len(last) - len(tail)] if tail else last
    head = pieces[0][: max(len(pieces[0]) - len(own), 0)] if own else ""
    named = [piece + tail for piece in pieces[:-1]]
    return (*named, (head if len(head) > 1 and not own.startswith(head) else "") + last)


def scope_of(before: str) -> str:
    """Get for whom a target holds where its clause begins with them (各镇（街道）, 每个社区), or nothing."""
    found = _SCOPE.match(_NUMBERING.sub("", before))
    if found and _DEED.search(found["scope"]):
        # “全市新建学校”：学校是做什么，不是要谁做。
        found = _WHOLE.match(found["scope"])
        return found[0] if found else ""
    return found["scope"] if found else ""


def is_hanging(name: str) -> bool:
    """Whether an indicator says what it measures only together with the one before (全年, 每期, 惠及)."""
    return bool(_HANGING.fullmatch(name))


def ends_in_measure(words: str) -> bool:
    """Whether words end in the name of a measure (率, 比例, 时限)."""
    return bool(_MEASURE.search(words))
